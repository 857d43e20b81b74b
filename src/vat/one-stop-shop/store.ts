import { sql } from 'kysely';
import type { RegisterId } from '#kernel/references.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import type { KeptEntry, Summary } from './model.ts';

export type Comparison = {
  readonly id: string;
  readonly state: string;
  readonly quarter: string;
  readonly summary: Summary;
};

/** Writes a comparison once, with its entry in the journal, which names no trader; says whether it was new. */
export async function recordComparison(
  tx: Transaction,
  clock: Clock,
  register: RegisterId,
  { id, state, quarter, summary, entries }: Comparison & { readonly entries: readonly KeptEntry[] },
  actor = 'operator',
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`vat/${register}/payments/${id}`}, 0))`.execute(
    tx,
  );
  const { rows } = await sql`
    select from vat.payment_comparison where register = ${register} and id = ${id}`.execute(tx);
  if (rows.length > 0) return false;
  const [entry] = await appendJournal(tx, clock, [
    {
      ...{ event: 'vat.payments_compared', actor, register, party: state },
      ...{ subject: `vat_payment_comparisons/${id}`, payload: { quarter, summary } },
    },
  ]);
  await sql`
    insert into vat.payment_comparison (register, id, state, quarter, summary, entry, made_at)
    values (${register}, ${id}, ${state}, ${quarter}, ${JSON.stringify(summary)}, ${entry}, ${clock.now().toString()})`.execute(
    tx,
  );
  await sql`
    insert into vat.payment_comparison_entry (register, comparison, place, said)
    select ${register}, ${id}, place, said
    from jsonb_array_elements(${JSON.stringify(entries)}::jsonb) with ordinality as one (said, place)`.execute(
    tx,
  );
  return true;
}

/** Of some states the newest of each quarter, the latest quarter first. */
export async function listComparisons(
  tx: Transaction,
  register: RegisterId,
  states: readonly string[],
): Promise<readonly Comparison[]> {
  if (states.length === 0) return [];
  const { rows } = await sql<Comparison>`
    select distinct on (quarter, state) id, state, quarter, summary from vat.payment_comparison
    where register = ${register} and state = any(${states})
    order by quarter desc, state, made_at desc, id`.execute(tx);
  return rows;
}

export type PlacedEntry = Omit<KeptEntry, 'rows'> & { readonly place: number };

/** Entries of a comparison, the largest difference first, without the rows behind them. */
export async function listEntries(
  tx: Transaction,
  register: RegisterId,
  comparison: string,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<readonly PlacedEntry[]> {
  const { rows } = await sql<{ place: number; said: Omit<KeptEntry, 'rows'> }>`
    select place, said - 'rows' as said from vat.payment_comparison_entry
    where register = ${register} and comparison = ${comparison} and place >= ${from} and place < ${from + most}
    order by place`.execute(tx);
  return rows.map(({ place, said }) => ({ ...said, place }));
}

export async function findEntry(
  tx: Transaction,
  register: RegisterId,
  comparison: string,
  place: number,
): Promise<(KeptEntry & { readonly place: number }) | undefined> {
  const { rows } = await sql<{ said: KeptEntry }>`
    select said from vat.payment_comparison_entry
    where register = ${register} and comparison = ${comparison} and place = ${place}`.execute(tx);
  const [found] = rows;
  return found === undefined ? undefined : { ...found.said, place };
}
