import { sql } from 'kysely';
import type { RegisterId } from '#kernel/references.ts';
import { type Analytics, quoted } from '#platform/analytics.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import type { DeclarationKind } from '../model.ts';
import type { Receipt } from './receipts.ts';
import { storedColumnsOf } from './row-reader.ts';

/** Writes what was staged as columns, in the order of the rows: DuckDB keeps that of a file. */
export async function writeColumns(
  analytics: Analytics,
  kind: DeclarationKind,
  { staged, file }: { readonly staged: string; readonly file: string },
): Promise<void> {
  await analytics.run(
    `COPY (FROM ${stagedRows(kind, staged)}) TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`,
  );
}

function stagedRows(kind: DeclarationKind, staged: string): string {
  const columns = storedColumnsOf(kind).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
  return `read_csv(${quoted(staged)}, delim = '\\t', quote = '', escape = '', header = false, auto_detect = false,
    nullstr = '', columns = {${columns.join(', ')}})`;
}

/** Notes once that a file was taken in, with its entry in the journal; says whether it was new. */
export async function recordFile(
  tx: Transaction,
  clock: Clock,
  {
    register,
    receipt,
    name,
    actor,
  }: {
    readonly register: RegisterId;
    readonly receipt: Receipt;
    readonly name: string;
    readonly actor: string;
  },
): Promise<boolean> {
  const { state, kind, sha256, rows } = receipt;
  // Who brings the same file at the same time waits here, and finds it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`vat/${register}/${state}/${kind}/${sha256}`}, 0))`.execute(
    tx,
  );
  const { rows: known } = await sql`
    select from vat.file where register = ${register} and state = ${state} and kind = ${kind} and sha256 = ${sha256}`.execute(
    tx,
  );
  if (known.length > 0) return false;
  const [entry] = await appendJournal(tx, clock, [
    {
      event: 'vat.file_taken_in',
      actor,
      register,
      party: state,
      subject: `vat_files/${sha256}`,
      payload: { kind, name, rows },
    },
  ]);
  await sql`
    insert into vat.file (register, state, kind, sha256, receipt, name, entry, recorded_at)
    values (${register}, ${state}, ${kind}, ${sha256}, ${JSON.stringify(receipt)}, ${name}, ${entry}, ${clock.now().toString()})`.execute(
    tx,
  );
  return true;
}

export type RecordedFile = { readonly receipt: Receipt; readonly name: string; readonly recordedAt: Date };

/** By state, kind and hash, so that the order does not tell in which order they came. */
export async function listFiles(tx: Transaction, register: RegisterId): Promise<readonly RecordedFile[]> {
  const { rows } = await sql<RecordedFile>`
    select receipt, name, recorded_at as "recordedAt" from vat.file
    where register = ${register} order by state, kind, sha256`.execute(tx);
  return rows;
}
