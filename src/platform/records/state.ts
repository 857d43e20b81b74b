import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { PartialDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import { batchSize } from '#platform/journal/journal.ts';
import type { RecordBody } from '#platform/records/kind.ts';

/** A version of a record as an export keeps it: with all its times, without what can be worked out again. */
export type ExportedRecord = {
  readonly version: string;
  readonly register: string;
  readonly kind: string;
  readonly id: string;
  readonly position: number;
  readonly knownFrom: PartialDate;
  readonly recordedAt: string;
  readonly body: RecordBody;
};

export type ExportedTransition = {
  readonly id: string;
  readonly register: string;
  readonly kind: string;
  readonly subject: string;
  readonly axis: string;
  readonly from: string | null;
  readonly to: string;
  readonly effectiveOn: PartialDate;
  readonly observed: boolean;
  readonly knownFrom: PartialDate;
  readonly recordedAt: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly withdraws: string | null;
};

/** Every version of every record, by natural key and then in the order in which they came to be known. */
export function eachRecord(tx: Transaction): AsyncGenerator<ExportedRecord> {
  return eachRow(
    tx,
    'each_record',
    sql`
      select version, register, kind, id, position, known_from as "knownFrom", recorded_at as "recordedAt", body
      from platform.record
      order by register collate "C", kind collate "C", id collate "C", known_from_day, recorded_at, version`,
  );
}

export function eachTransition(tx: Transaction): AsyncGenerator<ExportedTransition> {
  return eachRow(
    tx,
    'each_transition',
    sql`
      select id, register, kind, subject, axis, from_state as "from", to_state as "to", effective_on as "effectiveOn",
        observed, known_from as "knownFrom", recorded_at as "recordedAt", details, withdraws
      from platform.transition
      order by register collate "C", kind collate "C", subject collate "C", axis collate "C", known_from_day,
        recorded_at, effective_last, effective_first, observed, withdraws is not null, to_state collate "C",
        from_state collate "C", details::text collate "C", id`,
  );
}

/** Reads through a cursor, so that the rows are sorted once and memory stays flat. */
async function* eachRow<Row extends { readonly recordedAt: string }>(
  tx: Transaction,
  cursor: string,
  query: RawBuilder<unknown>,
): AsyncGenerator<Row> {
  await sql`declare ${sql.id(cursor)} no scroll cursor for ${query}`.execute(tx);
  for (;;) {
    const { rows } = await sql<Omit<Row, 'recordedAt'> & { recordedAt: Date }>`
      fetch ${sql.lit(batchSize)} from ${sql.id(cursor)}`.execute(tx);
    for (const row of rows) yield { ...row, recordedAt: row.recordedAt.toISOString() } as unknown as Row;
    if (rows.length < batchSize) break;
  }
  await sql`close ${sql.id(cursor)}`.execute(tx);
}

export type StateHash = { readonly hash: string; readonly records: number; readonly transitions: number };

/**
 * SHA-256 over the canonical JSON of all records and steps of lifecycles by natural key, without machine ids, record
 * times, salts and journal: equal before and after export and import (architecture.md).
 */
export async function stateHash(tx: Transaction): Promise<StateHash> {
  const hash = createHash('sha256').update('{"records":[');
  let records = 0;
  for await (const { register, kind, id, position, knownFrom, body } of eachRecord(tx)) {
    hash.update(
      `${records === 0 ? '' : ','}${canonicalJson({ register, kind, id, position, knownFrom, body })}`,
    );
    records += 1;
  }
  hash.update('],"transitions":[');
  let transitions = 0;
  for await (const step of eachTransition(tx)) {
    const { register, kind, subject, axis, from, to, effectiveOn, observed, knownFrom, details } = step;
    const natural = {
      register,
      kind,
      subject,
      axis,
      from,
      to,
      effectiveOn,
      observed,
      knownFrom,
      details,
      withdrawal: step.withdraws !== null,
    };
    hash.update(`${transitions === 0 ? '' : ','}${canonicalJson(natural)}`);
    transitions += 1;
  }
  return { hash: hash.update(']}').digest('hex'), records, transitions };
}
