import { sql } from 'kysely';
import type { PlainDate } from '#kernel/dates.ts';
import type { Problem } from '#kernel/result.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Asking } from '../bridges/analyse.ts';
import {
  type AskedSearch,
  type Counts,
  type FoundCarousel,
  type KeptCarousel,
  mostKept,
  type Search,
  type Untold,
} from './model.ts';

const columns = sql`id, register, party, case_id as "case", reference, instrument, purpose, epoch, states,
  first_month as "from", last_month as "until", state, asking_state as "askingState",
  asking_operation as "askingOperation", done, total, counts, untold, problems, asked_by as "askedBy", officer,
  asked_at as "askedAt", ended_at as "endedAt"`;

export async function saveSearch(tx: Transaction, clock: Clock, asked: AskedSearch): Promise<void> {
  const { id, register, party, reference, instrument, purpose, epoch, states, from, until } = asked;
  await sql`
    insert into vat.carousel_search (id, register, party, case_id, reference, instrument, purpose, epoch, states,
      first_month, last_month, state, asked_by, officer, asked_at)
    values (${id}, ${register}, ${party}, ${asked.case}, ${reference}, ${instrument}, ${purpose}, ${epoch},
      ${[...states]}::text[], ${from}, ${until}, 'waiting', ${asked.askedBy}, ${asked.officer},
      ${clock.now().toString()})`.execute(tx);
}

/** Waiting, or left by a node that ended on the way; who waits longest first. */
export async function listSearchesToMake(tx: Transaction): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from vat.carousel_search where state in ('waiting', 'running') order by asked_at, id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Null: there is nothing to be done of it any more. */
export async function beginSearch(tx: Transaction, id: string): Promise<Search | null> {
  const { rows } = await sql<Search>`
    update vat.carousel_search set state = 'running', done = 0
    where id = ${id} and state in ('waiting', 'running') returning ${columns}`.execute(tx);
  return rows[0] ?? null;
}

export async function saveAsking(
  tx: Transaction,
  id: string,
  { state, operation, done, total }: Asking,
): Promise<void> {
  await sql`
    update vat.carousel_search set asking_state = ${state}, asking_operation = ${operation}, done = ${done},
      total = ${total}
    where id = ${id} and state = 'running'`.execute(tx);
}

export type Ended = {
  readonly counts: Counts;
  readonly untold: readonly Untold[];
  readonly problems: readonly Problem[];
  readonly carousels: readonly FoundCarousel[];
};

/** Writes what it came to, once. */
export async function finishSearch(
  tx: Transaction,
  clock: Clock,
  id: string,
  { counts, untold, problems, carousels }: Ended,
): Promise<void> {
  const { rows } = await sql`
    update vat.carousel_search set state = 'done', done = total, counts = ${JSON.stringify(counts)},
      untold = ${JSON.stringify(untold)}, problems = ${JSON.stringify(problems)}, ended_at = ${clock.now().toString()}
    where id = ${id} and state = 'running' returning id`.execute(tx);
  if (rows.length === 0) return;
  for (const [at, one] of carousels.slice(0, mostKept).entries())
    await sql`insert into vat.carousel (search, place, usable_until, said)
      values (${id}, ${at + 1}, ${one.until}::date, ${JSON.stringify(one)})`.execute(tx);
}

export async function failSearch(tx: Transaction, clock: Clock, id: string, why: Problem): Promise<void> {
  await sql`
    update vat.carousel_search set state = 'failed', problems = ${JSON.stringify([why])},
      ended_at = ${clock.now().toString()}
    where id = ${id} and state in ('waiting', 'running')`.execute(tx);
}

/** Of a case, the latest first. */
export async function listSearches(
  tx: Transaction,
  register: string,
  caseId: string,
): Promise<readonly Search[]> {
  const { rows } = await sql<Search>`
    select ${columns} from vat.carousel_search where register = ${register} and case_id = ${caseId}
    order by asked_at desc, id desc`.execute(tx);
  return rows;
}

/** What was found that may be used on a day, by search; the largest first. */
export async function listCarousels(
  tx: Transaction,
  searches: readonly string[],
  today: PlainDate,
): Promise<ReadonlyMap<string, readonly KeptCarousel[]>> {
  const { rows } = await sql<{ search: string; place: number; said: FoundCarousel }>`
    select search, place, said from vat.carousel
    where search = any(${[...searches]}::text[]) and usable_until >= ${today}::date
    order by search, place`.execute(tx);
  const found = rows.map(({ search, place, said }) => ({ search, one: { ...said, place } }));
  return new Map(
    [...Map.groupBy(found, ({ search }) => search)].map(([search, own]) => [
      search,
      own.map(({ one }) => one),
    ]),
  );
}

/** Forgets what may be used no longer. */
export async function dropUnusable(tx: Transaction, today: PlainDate): Promise<void> {
  await sql`delete from vat.carousel where usable_until < ${today}::date`.execute(tx);
}
