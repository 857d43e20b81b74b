import { sql } from 'kysely';
import type { PlainDate } from '#kernel/dates.ts';
import { type Clock, jsDate } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RoadKind } from './model.ts';
import type { Entry, Ledger, Move } from './rules/ledger.ts';

/** Whose ledger. */
export type LedgerKey = { readonly register: string; readonly claim: string };

type EntryRow = {
  number: number;
  move: Move;
  happened_on: PlainDate;
  /** As `pg` gives a bigint; all fit in a number (`mostCents`). */
  cents: string;
  debt: string | null;
  taken_in: string | null;
  road: RoadKind | null;
  owed: string | null;
  of_entry: number | null;
};

/** All entries of a claim, in their order. */
export async function loadLedger(tx: Transaction, { register, claim }: LedgerKey): Promise<Ledger> {
  const { rows } = await sql<EntryRow>`
    select number, move, happened_on, cents, debt, taken_in, road, owed, of_entry from vat.refund_entry
    where register = ${register} and claim = ${claim} order by number`.execute(tx);
  return rows.map(
    ({
      number,
      move,
      happened_on: on,
      cents,
      debt,
      taken_in: offset,
      road,
      owed,
      of_entry: ofEntry,
    }): Entry => ({
      ...{ number, move, on, ofEntry, cents: Number(cents) },
      taking:
        debt === null || offset === null || road === null ? null : { debt, offset, road, owed: Number(owed) },
    }),
  );
}

/**
 * Writes what a ledger has beyond what was loaded of it: all of it or nothing, in the transaction of what brought it about. Throws where another
 * wrote meanwhile, and where the database's own rules refuse an entry.
 */
export async function appendEntries(
  tx: Transaction,
  clock: Clock,
  { register, claim }: LedgerKey,
  { before, after }: { readonly before: Ledger; readonly after: Ledger },
): Promise<void> {
  const recordedAt = jsDate(clock.now().epochMilliseconds);
  // One by one: each is counted on from the one before.
  for (const { number, move, on, cents, taking, ofEntry } of after.slice(before.length))
    await sql`
      insert into vat.refund_entry (register, claim, number, move, happened_on, cents, debt, taken_in, road, owed, of_entry, recorded_at)
      values (${register}, ${claim}, ${number}, ${move}, ${on}, ${cents}, ${taking?.debt ?? null}, ${taking?.offset ?? null},
        ${taking?.road ?? null}, ${taking?.owed ?? null}, ${ofEntry}, ${recordedAt})`.execute(tx);
}
