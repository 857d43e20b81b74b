import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Analytics } from '#platform/analytics.ts';
import type { DeclarationKind } from '../model.ts';
import { readCanonicalCsv } from './canonical-csv.ts';
import { readCesop } from './cesop.ts';
import { type Collector, collector, type SaidOfList } from './collector.ts';
import { putInPlace, withIncoming } from './incoming.ts';
import { readIntervat } from './intervat.ts';
import { findingsFile, foldersOf, type Receipt, readReceipt, receiptFile, rowsFile } from './receipts.ts';
import { rowsApart, writeColumns } from './store.ts';
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
 * the way leaves nothing half; a file that is there already changes nothing. Problems: `file_unreadable`, those of the formats.
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
  const { file, state, received } = brought;
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
    const collectorOf = (kind: DeclarationKind): Collector => {
      const made = collector(kind, { state, received }, staged, findings);
      if (brought.said !== undefined) made.control(0, brought.said);
      return made;
    };
    const read = await readers[format](whole(), collectorOf);
    if (!read.ok) return read;
    const { kind } = read.value;
    const { counts, controls } = read.value.found();
    const receipt: Receipt = {
      ...{ sha256: hash.digest('hex'), bytes, state, kind, format, received },
      ...{ rows: counts, controls },
    };
    const apart = controls.filter(({ holds }) => holds === 'no').map(({ list }) => list);
    const paths = { staged: join(incoming, stagedFile), file: join(incoming, rowsFile), apart };
    if (apart.length > 0) await keepApart(analytics, kind, paths, findings);
    await writeColumns(analytics, kind, paths);
    await rm(join(incoming, stagedFile));
    await writeFile(join(incoming, receiptFile), `${JSON.stringify(receipt)}\n`);
    const place = join(foldersOf(folder, state, kind), receipt.sha256);
    const isNew = await putInPlace(incoming, place);
    return ok({ receipt: isNew ? receipt : await readReceipt(place), wasThere: !isNew });
  } finally {
    await Promise.all([staged.close(), findings.close()]);
  }
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

/** A list that is not whole: none of its rows is taken, and each says why. */
async function keepApart(
  analytics: Analytics,
  kind: DeclarationKind,
  paths: { readonly staged: string; readonly apart: readonly number[] },
  findings: FileHandle,
): Promise<void> {
  for await (const rows of rowsApart(analytics, kind, paths)) {
    const lines = rows.map(({ row, list, corrected: _, ...values }) => {
      const was = Object.values(values).map(String).join(' ');
      const found = [{ place: '', code: 'control_total_differs', was, became: null }];
      const raw = Buffer.from(was);
      const sha256 = createHash('sha256').update(raw).digest('hex');
      const finding = { row, list, verdict: 'quarantined', sha256, raw: raw.toString('base64'), found };
      return `${JSON.stringify(finding)}\n`;
    });
    await findings.writeFile(lines.join(''));
  }
}
