import { sql } from 'kysely';
import type { PlainDate } from '#kernel/dates.ts';
import type { Problem } from '#kernel/result.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Asking } from '../bridges/analyse.ts';
import {
  type Counts,
  type DraftedSearch,
  type FoundCarousel,
  type KeptCarousel,
  mostKept,
  type Releaser,
  type Search,
  type Untold,
} from './model.ts';

const columns = sql`id, register, party, case_id as "case", reference, instrument, purpose, epoch, states,
  first_month as "from", last_month as "until", state, asking_state as "askingState",
  asking_operation as "askingOperation", done, total, counts, untold, problems, drafted_by as "draftedBy",
  drafted_at as "draftedAt", released_by as "releasedBy", officer, released_at as "releasedAt", ended_at as "endedAt"`;

export async function saveDraft(tx: Transaction, clock: Clock, draft: DraftedSearch): Promise<void> {
  const { id, register, party, reference, instrument, purpose, epoch, states, from, until, draftedBy } =
    draft;
  await sql`
    insert into vat.carousel_search (id, register, party, case_id, reference, instrument, purpose, epoch, states,
      first_month, last_month, state, drafted_by, drafted_at)
    values (${id}, ${register}, ${party}, ${draft.case}, ${reference}, ${instrument}, ${purpose}, ${epoch},
      ${[...states]}::text[], ${from}, ${until}, 'drafted', ${draftedBy}, ${clock.now().toString()})`.execute(
    tx,
  );
}

/** Has it wait for its turn. */
export async function releaseSearch(
  tx: Transaction,
  clock: Clock,
  id: string,
  { releasedBy, officer }: Releaser,
): Promise<void> {
  await sql`
    update vat.carousel_search set state = 'waiting', released_by = ${releasedBy}, officer = ${officer},
      released_at = ${clock.now().toString()}
    where id = ${id} and state = 'drafted'`.execute(tx);
}

export async function withdrawSearch(tx: Transaction, clock: Clock, id: string): Promise<void> {
  await sql`
    update vat.carousel_search set state = 'withdrawn', ended_at = ${clock.now().toString()}
    where id = ${id} and state = 'drafted'`.execute(tx);
}

/** Cases of a party in which a draft waits, with who drafted it. */
export async function listDrafted(
  tx: Transaction,
  register: string,
  party: string,
): Promise<readonly Pick<Search, 'case' | 'draftedBy'>[]> {
  const { rows } = await sql<Pick<Search, 'case' | 'draftedBy'>>`
    select case_id as "case", drafted_by as "draftedBy" from vat.carousel_search
    where register = ${register} and party = ${party} and state = 'drafted' order by drafted_at, id`.execute(
    tx,
  );
  return rows;
}

/** Who waits longest first. */
export async function listSearchesToMake(tx: Transaction): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from vat.carousel_search where state = 'waiting' order by released_at, id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Null: there is nothing to be done of it any more. */
export async function beginSearch(tx: Transaction, id: string): Promise<Search | null> {
  const { rows } = await sql<Search>`
    update vat.carousel_search set state = 'running', done = 0
    where id = ${id} and state = 'waiting' returning ${columns}`.execute(tx);
  return rows[0] ?? null;
}

/** What a node that ended had under way: who begins it anew would put its questions twice. */
export async function listInterrupted(tx: Transaction): Promise<readonly Search[]> {
  const { rows } = await sql<Search>`
    select ${columns} from vat.carousel_search where state = 'running' order by drafted_at, id`.execute(tx);
  return rows;
}

/** The flag that is looked at while it asks. False: it was neither waiting nor running. */
export async function stopSearch(tx: Transaction, clock: Clock, id: string): Promise<boolean> {
  const { rows } = await sql`
    update vat.carousel_search set state = 'stopped', ended_at = ${clock.now().toString()}
    where id = ${id} and state in ('waiting', 'running') returning id`.execute(tx);
  return rows.length > 0;
}

export async function isRunning(tx: Transaction, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from vat.carousel_search where id = ${id} and state = 'running'`.execute(tx);
  return rows.length > 0;
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

/** Writes what it came to, once. False: it was stopped, and nothing is kept. */
export async function finishSearch(
  tx: Transaction,
  clock: Clock,
  id: string,
  { counts, untold, problems, carousels }: Ended,
): Promise<boolean> {
  const { rows } = await sql`
    update vat.carousel_search set state = 'done', done = total, counts = ${JSON.stringify(counts)},
      untold = ${JSON.stringify(untold)}, problems = ${JSON.stringify(problems)}, ended_at = ${clock.now().toString()}
    where id = ${id} and state = 'running' returning id`.execute(tx);
  if (rows.length === 0) return false;
  for (const [at, one] of carousels.slice(0, mostKept).entries())
    await sql`insert into vat.carousel (search, place, usable_until, said)
      values (${id}, ${at + 1}, ${one.until}::date, ${JSON.stringify(one)})`.execute(tx);
  return true;
}

/** False: it has ended already. */
export async function failSearch(tx: Transaction, clock: Clock, id: string, why: Problem): Promise<boolean> {
  const { rows } = await sql`
    update vat.carousel_search set state = 'failed', problems = ${JSON.stringify([why])},
      ended_at = ${clock.now().toString()}
    where id = ${id} and state in ('waiting', 'running') returning id`.execute(tx);
  return rows.length > 0;
}

/** Of a case, the latest first. */
export async function listSearches(
  tx: Transaction,
  register: string,
  caseId: string,
): Promise<readonly Search[]> {
  const { rows } = await sql<Search>`
    select ${columns} from vat.carousel_search where register = ${register} and case_id = ${caseId}
    order by drafted_at desc, id desc`.execute(tx);
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
