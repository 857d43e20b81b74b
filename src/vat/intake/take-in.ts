import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Analytics } from '#platform/analytics.ts';
import type { DeclarationKind } from '../model.ts';
import { readCanonicalCsv } from './canonical-csv.ts';
import { readCesop } from './cesop.ts';
import { type Collector, type Control, collector, type SaidOfList } from './collector.ts';
import { putInPlace, withIncoming } from './incoming.ts';
import { readIntervat } from './intervat.ts';
import { findingsFile, foldersOf, type Receipt, readReceipt, receiptFile, rowsFile } from './receipts.ts';
import { writeColumns } from './store.ts';
import { readUbl } from './ubl.ts';

export type TakenIn = {
  readonly receipt: Receipt;
  /** True: it was there, and nothing changed. */
  readonly wasThere: boolean;
};

export type Brought = {
  readonly file: string;
  /** Whose tax administration took the declarations. */
  readonly state: string;
  readonly received: string | null;
  /** What whoever sent a CSV says of it. */
  readonly said?: SaidOfList;
};

/** Rows on their way to columns. */
const stagedFile = 'staged.tsv';

/**
 * Takes a file of declarations in. All of it is written apart and put in its place by one renaming, so that a process that ends on
 * the way leaves nothing half; a file that is there already changes nothing. One that is not what its sender says is not taken. Problems:
 * `file_unreadable`, those of the formats, `vat_said_differs`, `vat_said_of_xml`.
 */
export async function takeIn(
  analytics: Analytics,
  folder: string,
  brought: Brought,
): Promise<Result<TakenIn>> {
  try {
    return await withIncoming(folder, (incoming) => stage(analytics, folder, incoming, brought));
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'path' in error && error.path === brought.file)
      return fail(problem('file_unreadable', 'FILE', { file: brought.file }));
    throw error;
  }
}

async function stage(
  analytics: Analytics,
  folder: string,
  incoming: string,
  brought: Brought,
): Promise<Result<TakenIn>> {
  const first = await readOnce(incoming, brought, new Set());
  if (!first.ok) return first;
  const differs = againstSender(first.value, brought);
  if (differs !== null) return fail(differs);
  const apart = first.value.controls.filter(({ holds }) => holds === 'no').map(({ list }) => list);
  // What a list came to is known at its end only; its rows are then read again to be kept apart, each with its bytes.
  const read = apart.length === 0 ? first : await readOnce(incoming, brought, new Set(apart));
  if (!read.ok) return read;
  const { kind, format, sha256, bytes, rows, controls } = read.value;
  if (sha256 !== first.value.sha256) throw new Error(`${brought.file} changed while it was read`);
  const { state, received } = brought;
  const receipt: Receipt = { ...{ sha256, bytes, state, kind, format, received }, ...{ rows, controls } };
  const staged = join(incoming, stagedFile);
  await writeColumns(analytics, kind, { staged, file: join(incoming, rowsFile) });
  await rm(staged);
  await writeFile(join(incoming, receiptFile), `${JSON.stringify(receipt)}\n`);
  const place = join(foldersOf(folder, state, kind), sha256);
  const isNew = await putInPlace(incoming, place);
  return ok({ receipt: isNew ? receipt : await readReceipt(place), wasThere: !isNew });
}

type ReadFile = Pick<Receipt, 'kind' | 'format' | 'sha256' | 'bytes' | 'rows' | 'controls'> & {
  /** What of the sender's word was found; null where he said nothing. */
  readonly sender: Control | null;
};

/** Reads the file from its beginning, and writes what stands and what was found of it. */
async function readOnce(
  incoming: string,
  { file, state, received, said }: Brought,
  apart: ReadonlySet<number>,
): Promise<Result<ReadFile>> {
  const [staged, findings] = await Promise.all([
    open(join(incoming, stagedFile), 'w'),
    open(join(incoming, findingsFile), 'w'),
  ]);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    };
    const chunks = counted(createReadStream(file, { highWaterMark: 1024 * 1024 }));
    const first = await chunks.next();
    if (first.done === true) return fail(problem('vat_file_empty', 'FILE'));
    const whole = async function* () {
      yield first.value;
      yield* chunks;
    };
    const format = formatOf(first.value);
    if (format !== 'csv' && said !== undefined) return fail(problem('vat_said_of_xml', 'FILE'));
    const read = await readers[format](whole(), (kind: DeclarationKind): Collector => {
      const made = collector(kind, { state, received, apart }, staged, findings);
      if (said !== undefined) made.control(0, said);
      return made;
    });
    if (!read.ok) return read;
    const { counts: rows, controls } = read.value.found();
    return ok({
      ...{ kind: read.value.kind, format, sha256: hash.digest('hex'), bytes, rows },
      // Whoever brings the same file again may say nothing of it: its receipt is the same.
      controls: said === undefined ? controls : [],
      sender: said === undefined ? null : (controls[0] ?? null),
    });
  } finally {
    await Promise.all([staged.close(), findings.close()]);
  }
}

/** A file that is not what its sender says came otherwise than it was sent: nothing of it is taken, and it may come again. */
function againstSender({ sender }: ReadFile, { said }: Brought): Problem | null {
  if (sender?.holds !== 'no' || said === undefined) return null;
  const { rows, cents } = sender;
  return problem('vat_said_differs', 'FILE', {
    ...{ rows: rows.found, saidRows: rows.said ?? '–' },
    ...{ cents: cents.found ?? '–', saidCents: cents.said ?? '–' },
  });
}

const readers = { csv: readCanonicalCsv, intervat: readIntervat, ubl: readUbl, cesop: readCesop };

/** XML by its root, everything else as CSV. */
function formatOf(chunk: Buffer): Receipt['format'] {
  const begin = chunk
    .toString('latin1', 0, 4_096)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (!begin.startsWith('<')) return 'csv';
  if (/<(?:[\w-]+:)?CESOP[\s/>]/.test(begin)) return 'cesop';
  return /<(?:[\w-]+:)?IntraConsignment[\s/>]/.test(begin) ? 'intervat' : 'ubl';
}
