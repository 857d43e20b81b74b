import { type RawBuilder, sql } from 'kysely';
import type { PartialDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { knownOn } from '#platform/records/records.ts';
import { claims, debts } from '../kinds.ts';
import { type DebtState, debtStates } from '../rules/debt-states.ts';

/** Which claims and debts a list shows: what stands in them is loaded for these alone (`../store.ts`). */

/** By what is known on a day. */
export type Known = { readonly register: string; readonly knownAt: PartialDate };
/** Null: all. */
export type Slice = { readonly limit: number | null; readonly offset: number };
/** Ids of one page, and how many there are in all. */
export type IdPage = { readonly ids: readonly string[]; readonly total: number };

const ofKind = (
  kind: Kind,
  { register, knownAt }: Known,
  says: readonly RecordBody[],
): RawBuilder<boolean> => {
  const bodies = says.map((body) => JSON.stringify(body));
  return sql<boolean>`(register = ${register} and kind = ${kind.name} and ${knownOn(knownAt)}
    and body @> any(${bodies}::jsonb[]))`;
};

const pageOf = (rows: readonly { id: string; total: string }[]): IdPage => ({
  ids: rows.map(({ id }) => id),
  total: Number(rows[0]?.total ?? 0),
});

/** Claims that say one of these, the newest first. */
export async function listNewestClaims(
  tx: Transaction,
  known: Known,
  says: readonly RecordBody[],
  { limit, offset }: Slice,
): Promise<IdPage> {
  const { rows } = await sql<{ id: string; total: string }>`
    select id, count(*) over () as total from platform.record where ${ofKind(claims, known, says)}
    order by position desc, id desc limit ${limit} offset ${offset}`.execute(tx);
  return pageOf(rows);
}

/**
 * Claims that say one of these and on which something may be left to do: neither refused nor kept back, and granted ones while money waits or is kept,
 * or while the taxpayer was not told of an offset. Those first on which nothing was done for longest.
 */
export async function listOpenClaims(
  tx: Transaction,
  known: Known,
  says: readonly RecordBody[],
  limit: number | null,
): Promise<IdPage> {
  const { rows } = await sql<{ id: string; total: string }>`
    select own.id, count(*) over () as total
    from (select id from platform.record where ${ofKind(claims, known, says)}) as own
    cross join lateral (
      select to_state, effective_first from platform.transition
      where register = ${known.register} and kind = ${claims.name} and subject = own.id and axis = 'state'
      order by recorded_at desc, id desc limit 1) as last
    left join lateral (
      select waiting + disputed as held from vat.refund_entry
      where register = ${known.register} and claim = own.id order by number desc limit 1) as money on true
    where last.to_state not in ('refused', 'not_forwarded') and (last.to_state <> 'approved' or coalesce(money.held, 0) > 0
      or (select count(*) filter (where details->>'act' = 'execute_offset') > count(*) filter (where details->>'act' = 'notify')
        from platform.transition where register = ${known.register} and kind = ${claims.name} and subject = own.id))
    order by last.effective_first, own.id limit ${limit}`.execute(tx);
  return pageOf(rows);
}

/**
 * Claims of who claimed from a state, taken down before another, whose period may hold the same invoices: those of its years and the ones beside
 * them. In the order in which they were taken down.
 */
export async function listClaimsBeside(
  tx: Transaction,
  known: Known,
  {
    applicant,
    refundState,
    period,
    before,
  }: {
    readonly applicant: string;
    readonly refundState: string;
    readonly period: { readonly from: string; readonly to: string };
    readonly before: string;
  },
): Promise<readonly string[]> {
  const [first, last] = [yearOf(period.from) - 1, yearOf(period.to) + 1].map((year) =>
    String(year).padStart(4, '0'),
  );
  const { rows } = await sql<{ id: string }>`
    select id from platform.record where ${ofKind(claims, known, [{ applicant, refund_state: refundState }])}
      and id < ${before} and left(body->>'period_to', 4) >= ${first} and left(body->>'period_from', 4) <= ${last}
    order by id`.execute(tx);
  return rows.map(({ id }) => id);
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** What refunds met of a debt, without what is kept for it: as `metInAll` has it. */
const met = sql`(select coalesce(sum(case when entry.move in ('set_off', 'collect') then entry.cents
    when entry.move = 'reverse' then -entry.cents else 0 end), 0)
  from vat.refund_entry as entry where entry.register = record.register and entry.debt = record.id)`;

/** As `stateOfDebt` has it, in SQL; held against it in `store.db.test.ts`. */
const debtState = sql<DebtState>`case
  when (body->>'cents')::bigint = 0 then 'fallen'
  when body->>'disputed_since' is not null then 'disputed'
  when ${met} >= (body->>'cents')::bigint then 'met'
  when jsonb_path_exists(body, '$.stays[*] ? (@.until == null)') then 'stayed'
  else 'open' end`;

export type DebtPage = IdPage & { readonly counts: ReadonlyMap<DebtState, number> };

/** Debts that say one of these, in one state where it is asked for, by when they are due; with how many there are in each. */
export async function listDebtPage(
  tx: Transaction,
  known: Known,
  says: readonly RecordBody[],
  {
    state,
    limit,
    offset,
  }: { readonly state: string | null; readonly limit: number | null; readonly offset: number },
): Promise<DebtPage> {
  const own = sql`(select id, body->>'due_on' as due, ${debtState} as state from platform.record
    where ${ofKind(debts, known, says)}) as own`;
  const counted = await sql<{ state: DebtState; count: string }>`
    select state, count(*) as count from ${own} group by state`.execute(tx);
  const counts = new Map(counted.rows.map(({ state: one, count }) => [one, Number(count)]));
  const { rows } = await sql<{ id: string }>`
    select id from ${own} where ${state}::text is null or state = ${state}
    order by due, id limit ${limit} offset ${offset}`.execute(tx);
  const all = debtStates.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
  return {
    ids: rows.map(({ id }) => id),
    total: state === null ? all : (counts.get(state as DebtState) ?? 0),
    counts,
  };
}
