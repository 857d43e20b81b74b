import { sql } from 'kysely';
import { lastDay, type PlainDate } from '#kernel/dates.ts';
import { type Clock, jsDate } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { listKnownSteps, standingOn } from '#platform/records/transitions.ts';
import { claims, debts } from './kinds.ts';
import { type Known, listClaimsBeside } from './lists/store.ts';
import type { Cents, Claim, Debt, RoadKind } from './model.ts';
import { fileOn, type Instruction, type Kept, keptOf } from './rules/kept.ts';
import type { Entry, Ledger, Move } from './rules/ledger.ts';
import { legalFacts } from './rules/legal-facts.ts';
import { type ClaimedInvoices, checkApplication, type PreCheck } from './rules/pre-check.ts';

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

/** Which records: those of these ids, and whose body says one of these. */
export type Wanted = { readonly ids?: readonly string[]; readonly says?: readonly RecordBody[] };

export type KeptClaim = {
  readonly record: StoredRecord;
  readonly claim: Claim;
  /** In the order in which it happened. */
  readonly kept: readonly Kept[];
};

function claimOf({ id, body }: StoredRecord): Claim {
  return {
    id,
    applicant: String(body.applicant),
    establishment: String(body.establishment),
    refundState: String(body.refund_state),
    period: { from: body.period_from as PlainDate, to: body.period_to as PlainDate },
    currency: String(body.currency),
  };
}

/** Claims with what happened to them; one that nobody lodged, as a file may bring it, is none. */
export async function listClaims(
  tx: Transaction,
  known: Known,
  wanted: Wanted = {},
): Promise<readonly KeptClaim[]> {
  const records = await allRecords(tx, { ...known, kinds: [claims.name], ...wanted });
  const subjectOf = ({ id }: StoredRecord) => `${claims.name}/${id}`;
  const steps = await listKnownSteps(tx, known.register, records.map(subjectOf));
  return records.flatMap((record) => {
    const kept = standingOn(steps.get(subjectOf(record)) ?? [], lastDay(known.knownAt)).map(keptOf);
    return kept.length === 0 ? [] : [{ record, claim: claimOf(record), kept }];
  });
}

/** One claim with its money, as it stood by the end of a day by what is known. */
export async function findClaim(tx: Transaction, known: Known, id: string, day: PlainDate) {
  const [found] = await listClaims(tx, known, { ids: [id] });
  if (found === undefined) return null;
  const ledger = await loadLedger(tx, { register: known.register, claim: id });
  return { record: found.record, ...fileOn(found.claim, found.kept, ledger, day) };
}
export type FoundClaim = NonNullable<Awaited<ReturnType<typeof findClaim>>>;

/** The authority and the remedy as a party named them last on any claim, each by itself. */
export async function findInstruction(
  tx: Transaction,
  register: string,
  party: string,
): Promise<Instruction> {
  const last = async (name: 'authority' | 'remedy') => {
    const { rows } = await sql<{ said: string }>`
      select details->>${name} as said from platform.transition
      where register = ${register} and kind = ${claims.name} and details->>'by' = ${party} and details->>${name} is not null
      order by recorded_at desc, id desc limit 1`.execute(tx);
    return rows[0]?.said ?? null;
  };
  return { authority: await last('authority'), remedy: await last('remedy') };
}

/** What other claims took for each debt and did not move back: it is met already. */
export async function takenElsewhere(
  tx: Transaction,
  { register, claim }: LedgerKey,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Cents>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ debt: string; cents: string }>`
    select debt, sum(case when move in ('set_off', 'retain') then cents
                          when move in ('release', 'reverse') then -cents else 0 end) as cents
    from vat.refund_entry where register = ${register} and debt = any(${ids}) and claim <> ${claim}
    group by debt`.execute(tx);
  return new Map(rows.map(({ debt, cents }) => [debt, Number(cents)]));
}

/** A debt of a record. Problems of what it says are for whoever writes it: what stands here was read before. */
export function debtOf({ id, body }: Pick<StoredRecord, 'id' | 'body'>): Debt {
  const day = (key: string) => (typeof body[key] === 'string' ? (body[key] as PlainDate) : null);
  return {
    ...{ id, debtor: String(body.debtor), creditor: String(body.creditor), currency: String(body.currency) },
    tax: body.tax === 'vat' ? 'vat' : 'other',
    cents: Number(body.cents),
    rank: typeof body.rank === 'number' ? body.rank : null,
    assessedOn: body.assessed_on as PlainDate,
    dueOn: body.due_on as PlainDate,
    enforceableFrom: day('enforceable_from'),
    disputedSince: day('disputed_since'),
    barredFrom: day('barred_from'),
    stays: (body.stays ?? []) as Debt['stays'],
  };
}

export type KeptDebt = { readonly record: StoredRecord; readonly debt: Debt; readonly reference: string };

export async function listDebts(
  tx: Transaction,
  known: Known,
  wanted: Wanted = {},
): Promise<readonly KeptDebt[]> {
  const records = await allRecords(tx, { ...known, kinds: [debts.name], ...wanted });
  return records.map((record) => ({
    record,
    debt: debtOf(record),
    reference: String(record.body.reference),
  }));
}

/** Those of who claims, owed to the state of establishment; each less what other refunds met of it, and without those that are met so. */
export async function debtsFor(
  tx: Transaction,
  known: Known,
  { id, applicant, establishment }: Claim,
  ids?: readonly string[],
): Promise<readonly KeptDebt[]> {
  const says = [{ debtor: applicant, creditor: establishment }];
  const held = await listDebts(tx, known, { says, ...(ids === undefined ? {} : { ids }) });
  const key = { register: known.register, claim: id };
  const taken = await takenElsewhere(
    tx,
    key,
    held.map(({ debt }) => debt.id),
  );
  return held.flatMap((one) => {
    const cents = one.debt.cents - (taken.get(one.debt.id) ?? 0);
    return cents <= 0 ? [] : [{ ...one, debt: { ...one.debt, cents } }];
  });
}

/** What of debts no refund met or keeps for them yet; none of those of which nothing is left. */
export async function leftOfDebts(
  tx: Transaction,
  known: Known,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Cents>> {
  if (ids.length === 0) return new Map();
  const held = await listDebts(tx, known, { ids });
  const taken = await takenInAll(tx, known.register, ids);
  const left = held.map(({ debt: { id, cents } }) => [id, cents - (taken.get(id) ?? 0)] as const);
  return new Map(left.filter(([, cents]) => cents > 0));
}

/** What all claims together took for debts and did not move back. */
export const takenInAll = (tx: Transaction, register: string, ids: readonly string[]) =>
  takenElsewhere(tx, { register, claim: '' }, ids);

/** What all claims together gave to debts and did not move back: without what is kept for them. */
export async function metInAll(
  tx: Transaction,
  register: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Cents>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ debt: string; cents: string }>`
    select debt, sum(case when move in ('set_off', 'collect') then cents
                          when move = 'reverse' then -cents else 0 end) as cents
    from vat.refund_entry where register = ${register} and debt = any(${ids}) group by debt`.execute(tx);
  return new Map(rows.map(({ debt, cents }) => [debt, Number(cents)]));
}

export async function keepApplication(
  tx: Transaction,
  clock: Clock,
  { register, claim }: LedgerKey,
  { hash, application }: { readonly hash: string; readonly application: unknown },
): Promise<void> {
  await sql`
    insert into vat.refund_application (register, claim, hash, application, recorded_at)
    values (${register}, ${claim}, ${hash}, ${JSON.stringify(application)}::jsonb, ${jsDate(clock.now().epochMilliseconds)})`.execute(
    tx,
  );
}

/** Applications of claims, in the order in which they were taken down. */
async function loadApplications(
  tx: Transaction,
  register: string,
  ids: readonly string[],
): Promise<readonly { readonly claim: string; readonly application: unknown }[]> {
  const { rows } = await sql<{ claim: string; application: unknown }>`
    select claim, application from vat.refund_application
    where register = ${register} and claim = any(${ids}) order by recorded_at, claim`.execute(tx);
  return rows;
}

/** The invoices that the applicant claimed before from the same state: those of another state are no business of this one. */
export async function claimedBefore(
  tx: Transaction,
  known: Known,
  { id, applicant, refundState, period }: Pick<Claim, 'id' | 'applicant' | 'refundState' | 'period'>,
): Promise<ClaimedInvoices> {
  const ids = await listClaimsBeside(tx, known, { applicant, refundState, period, before: id });
  const claimed: ClaimedInvoices = new Map();
  for (const { application } of await loadApplications(tx, known.register, ids))
    checkApplication(application, claimed, legalFacts);
  return claimed;
}

/** The application of a claim with what stands against it; null: none was kept. */
export async function checkKept(tx: Transaction, known: Known, claim: Claim): Promise<PreCheck | null> {
  const [own] = await loadApplications(tx, known.register, [claim.id]);
  if (own === undefined) return null;
  return checkApplication(own.application, await claimedBefore(tx, known, claim), legalFacts);
}
