import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { evidenceKinds } from '#evidence';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import { writeResult } from '#platform/database/write-result.ts';
import { fileHashOf, saveFile } from '#platform/files/stored-files.ts';
import { appendJournal, type Vouched } from '#platform/journal/journal.ts';
import { DateField, IdField } from '#platform/records/fields.ts';
import type { Kind } from '#platform/records/kind.ts';
import {
  closeReplaced,
  contentHashOf,
  entryAt,
  insertRecords,
  recordRow,
} from '#platform/records/records.ts';
import { isEmpty } from '#platform/records/registers.ts';
import { type ExportedRecord, type ExportedTransition, stateHash } from '#platform/records/state.ts';
import { insertTransitions, stepHash, stepRow } from '#platform/records/transitions.ts';
import { attachments } from '../documents/model.ts';
import { indexDocument } from '../documents/store.ts';
import {
  bytesFolder,
  documentsFile,
  exportFormat,
  manifestFile,
  recordsFile,
  transitionsFile,
} from './export.ts';
import { type FileContext, parseJson } from './import.ts';
import { unionKinds } from './layout.ts';

const HashField = z.string().regex(/^[0-9a-f]{64}$/);

const Manifest = z.object({
  format: z.literal(exportFormat),
  stateHash: HashField,
  files: z.object({
    [recordsFile]: HashField,
    [transitionsFile]: HashField,
    // Exports of before documents have none.
    [documentsFile]: HashField.optional(),
  }),
});

const RecordLine = z.strictObject({
  version: z.uuid(),
  register: IdField,
  kind: z.string(),
  // A statement has the key that it stands under in its file.
  id: z.string().min(1),
  position: z.int().nonnegative(),
  knownFrom: DateField,
  recordedAt: z.iso.datetime(),
  body: z.record(z.string(), z.unknown()),
});

const TransitionLine = z.strictObject({
  id: z.uuid(),
  register: IdField,
  kind: z.string(),
  subject: IdField,
  axis: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  effectiveOn: DateField,
  observed: z.boolean(),
  knownFrom: DateField,
  recordedAt: z.iso.datetime(),
  details: z.record(z.string(), z.unknown()),
  withdraws: z.uuid().nullable(),
});

const DocumentLine = z.strictObject({
  hash: HashField,
  mediaType: z.string(),
  text: z.string().nullable(),
  textCut: z.boolean(),
});

export type RestoreReport = {
  readonly stateHash: string;
  readonly records: number;
  readonly transitions: number;
};

type Kinds = ReadonlyMap<string, Kind>;

/**
 * Restores our own export into an empty database, with all three times of every record: the only way in which a
 * recording time comes from outside. All or nothing; the state must hash to what the manifest says. `further`: kinds of modules
 * above this one, of which an export has records, too.
 */
export async function restoreFolder(
  context: FileContext,
  folder: string,
  further: readonly Kind[] = [],
): Promise<Result<RestoreReport>> {
  const kinds: Kinds = new Map(
    [...unionKinds, ...evidenceKinds, ...further].map((kind) => [kind.name, kind]),
  );
  const manifest = await readManifest(folder);
  if (!manifest.ok) return manifest;
  const { files } = manifest.value;
  const records = await readLines(folder, recordsFile, files[recordsFile], RecordLine);
  const transitions = await readLines(folder, transitionsFile, files[transitionsFile], TransitionLine);
  const documents =
    files[documentsFile] === undefined
      ? ok([])
      : await readLines(folder, documentsFile, files[documentsFile], DocumentLine);
  if (!records.ok || !transitions.ok || !documents.ok)
    return {
      ok: false,
      problems: [records, transitions, documents].flatMap((read) => (read.ok ? [] : read.problems)),
    };
  const foreign = records.value.flatMap((record, index) =>
    kinds.has(record.kind)
      ? []
      : [problem('kind_unknown', `${recordsFile}:${index + 1}`, { kind: record.kind })],
  );
  if (foreign.length > 0) return { ok: false, problems: foreign };
  context.progress(`Restoring ${records.value.length} records`);
  // Parsed above: the schemas check what the branded types promise.
  const exported = records.value as unknown as readonly ExportedRecord[];
  const steps = transitions.value as unknown as readonly ExportedTransition[];
  return writeResult(context.database, async (tx): Promise<Result<RestoreReport>> => {
    if (!(await isEmpty(tx))) return fail(problem('database_not_empty'));
    await restoreRows(tx, context, kinds, exported, steps);
    const restored = await restoreDocuments(tx, context, folder, documents.value, exported);
    if (!restored.ok) return restored;
    const state = await stateHash(tx);
    const { hash, ...counted } = state;
    return hash === manifest.value.stateHash
      ? ok({ stateHash: hash, ...counted })
      : fail(
          problem('state_hash_differs', manifestFile, { expected: manifest.value.stateHash, found: hash }),
        );
  });
}

async function restoreRows(
  tx: Transaction,
  context: FileContext,
  kinds: Kinds,
  records: readonly ExportedRecord[],
  transitions: readonly ExportedTransition[],
): Promise<void> {
  const keyOf = (register: string, kind: string, id: string) => `${register}/${kind}/${id}`;
  const steps = Map.groupBy(transitions, (step) => keyOf(step.register, step.kind, step.subject));
  // The steps of a subject are vouched for by the entry of its last version.
  const last = new Map(
    records.map((record) => [keyOf(record.register, record.kind, record.id), record.version]),
  );
  const rows = records.map((record) => {
    const key = keyOf(record.register, record.kind, record.id);
    return {
      record,
      content: contentHashOf(record.register, record.kind, record.id, record.knownFrom, record.body),
      steps: last.get(key) === record.version ? (steps.get(key) ?? []) : [],
    };
  });
  const entries = await appendJournal(
    tx,
    context.clock,
    rows.map(({ record, content, steps: own }) => ({
      event: 'record.restored',
      actor: context.actor,
      register: record.register,
      subject: `${record.kind}/${record.id}`,
      effectiveOn: record.knownFrom,
      payload: {
        version: record.version,
        position: record.position,
        recordedAt: record.recordedAt,
        content,
        transitions: own.map(stepHash),
      } satisfies Vouched,
    })),
  );
  await insertRecords(
    tx,
    rows.map(({ record, content }, index) => {
      const kind = kinds.get(record.kind);
      if (kind === undefined) throw new Error(`Kind ${record.kind} was checked before`);
      return recordRow({ ...record, entry: entryAt(entries, index), content, draft: { ...record, kind } });
    }),
  );
  await insertTransitions(
    tx,
    rows.flatMap(({ steps: own }, index) =>
      own.map((step) => ({
        ...stepRow(step.id, step, step, step.withdraws),
        recorded_at: step.recordedAt,
        entry: entryAt(entries, index),
      })),
    ),
  );
  for (const register of new Set(records.map((record) => record.register)))
    await closeReplaced(tx, register, 'all');
}

/** Bytes that are what their name says, with what was read in them, and what records are found by in them. */
async function restoreDocuments(
  tx: Transaction,
  context: FileContext,
  folder: string,
  lines: readonly z.infer<typeof DocumentLine>[],
  records: readonly ExportedRecord[],
): Promise<Result<null>> {
  for (const { hash, ...line } of lines) {
    const name = `${bytesFolder}/${hash}`;
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (bytes === null) return fail(problem('export_incomplete', name));
    const found = fileHashOf(bytes);
    if (found !== hash) return fail(problem('state_hash_differs', name, { expected: hash, found }));
    await saveFile(tx, context.clock, { hash, bytes, ...line });
  }
  // The last version of each: they come in the order in which they came to be known.
  const last = new Map(
    records
      .filter(({ kind }) => kind === attachments.name)
      .map((record) => [`${record.register}/${record.id}`, record]),
  );
  for (const { register, id, body } of last.values()) await indexDocument(tx, register, id, body);
  return ok(null);
}

async function readManifest(folder: string): Promise<Result<z.infer<typeof Manifest>>> {
  const text = await readText(join(folder, manifestFile));
  if (text === null) return fail(problem('export_incomplete', manifestFile));
  const parsed = parseJson(text, manifestFile);
  if (!parsed.ok) return parsed;
  const manifest = Manifest.safeParse(parsed.value);
  return manifest.success ? ok(manifest.data) : fail(problem('export_incomplete', manifestFile));
}

async function readLines<T>(
  folder: string,
  name: string,
  expected: string,
  line: z.ZodType<T>,
): Promise<Result<readonly T[]>> {
  const text = await readText(join(folder, name));
  if (text === null) return fail(problem('export_incomplete', name));
  const found = createHash('sha256').update(text).digest('hex');
  if (found !== expected) return fail(problem('state_hash_differs', name, { expected, found }));
  const faults: Problem[] = [];
  const values = text.split('\n').flatMap((row, index): readonly T[] => {
    if (row === '') return [];
    const path = `${name}:${index + 1}`;
    const parsed = parseJson(row, path);
    const value = parsed.ok ? line.safeParse(parsed.value) : null;
    if (value?.success === true) return [value.data];
    faults.push(
      ...(parsed.ok ? [problem('value_invalid', path, { received: row.slice(0, 80) })] : parsed.problems),
    );
    return [];
  });
  return faults.length > 0 ? { ok: false, problems: faults } : ok(values);
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}
