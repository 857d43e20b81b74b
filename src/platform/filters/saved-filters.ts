import { sql } from 'kysely';
import type { PlainDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import { fail, ok, type Problem, type Result } from '#kernel/result.ts';
import { grantsOn, type Person } from '#platform/access/access.ts';
import { type Clock, todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { httpProblem } from '#platform/http/problem-json.ts';
import { newId } from '#platform/id.ts';

/** A name for a filter, which is an address: `path` and `query` below the register, in whatever language. */
export type SavedFilter = {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly query: string;
  /** Saved by the reader, who alone can remove it. */
  readonly own: boolean;
  readonly shared: boolean;
  /** Taken away a moment ago; it can be put back. */
  readonly removed: boolean;
};

export const longestName = 80;
/** Longer addresses are cut by some browsers and proxies. */
const longestQuery = 2000;
const mostFilters = 100;
const undoMinutes = 15;

/** For whom a person's filters are when shared; null where the person has no part in the register. */
export function sharingOf(
  person: Person,
  register: RegisterId,
  day: PlainDate,
): { readonly party: RecordId | null } | null {
  const [grant] = grantsOn(person, register, day);
  return grant === undefined ? null : { party: grant.party };
}

/** The reader's own filters and those that colleagues, who act for the same party, have shared; by name. */
export async function listSavedFilters(
  tx: Transaction,
  clock: Clock,
  person: Person,
  register: RegisterId,
): Promise<readonly SavedFilter[]> {
  const grants = grantsOn(person, register, todayOn(clock));
  const parties = grants.flatMap(({ party }) => (party === null ? [] : [party]));
  const forNone = grants.some(({ party }) => party === null);
  const { rows } = await sql<SavedFilter>`
    select id, name, path, query, person = ${person.id} as own, shared, removed_at is not null as removed
    from platform.saved_filter
    where register = ${register} and (
      (person = ${person.id} and (removed_at is null or removed_at > ${clock.now().subtract({ minutes: undoMinutes }).toString()}))
      or (shared and removed_at is null and (party = any(${parties}) or (${forNone} and party is null))))
    order by removed_at nulls first, lower(name), id`.execute(tx);
  return rows;
}

export type FilterDraft = {
  readonly register: RegisterId;
  readonly path: string;
  readonly query: string;
  readonly name: string;
  readonly shared: boolean;
};

/** Keeps it under its name, all faults at once; the id. */
export async function saveFilter(
  tx: Transaction,
  clock: Clock,
  person: Person,
  draft: FilterDraft,
): Promise<Result<string>> {
  const { register, path, query, shared } = draft;
  const name = draft.name.trim().replace(/\s+/g, ' ');
  const sharing = sharingOf(person, register, todayOn(clock));
  await lockFilters(tx, person);
  const kept = await sql<{ name: string }>`
    select name from platform.saved_filter
    where person = ${person.id} and register = ${register} and removed_at is null`.execute(tx);
  const problems: Problem[] = [
    ...(name === '' || name.length > longestName || /\p{Cc}/u.test(name)
      ? [httpProblem('filter_name_invalid', 'body.name', { most: longestName })]
      : []),
    ...(kept.rows.some((one) => one.name === name)
      ? [httpProblem('filter_name_taken', 'body.name', { name })]
      : []),
    ...(kept.rows.length >= mostFilters ? [httpProblem('filters_too_many', '', { most: mostFilters })] : []),
    ...(query === '' || query.length > longestQuery ? [httpProblem('filter_empty', 'body.query')] : []),
    ...(shared && sharing === null ? [httpProblem('filter_share_refused', 'body.share')] : []),
  ];
  if (problems.length > 0) return fail(...problems);
  const id = newId(clock);
  await sql`
    insert into platform.saved_filter (id, person, register, path, query, name, party, shared, saved_at)
    values (${id}, ${person.id}, ${register}, ${path}, ${query}, ${name}, ${sharing?.party ?? null}, ${shared},
      ${clock.now().toString()})`.execute(tx);
  return ok(id);
}

/** One after the other for each person, so that the count and the name still hold when they are written. */
async function lockFilters(tx: Transaction, { id }: Person): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`saved_filter/${id}`}, 0))`.execute(tx);
}

/** Takes it away, or puts it back; only its owner can. Problems: `filter_not_found`, `filter_name_taken`. */
export async function setFilterRemoved(
  tx: Transaction,
  clock: Clock,
  person: Person,
  id: string,
  removed: boolean,
): Promise<Result<string>> {
  await lockFilters(tx, person);
  if (!removed) {
    const taken = await sql<{ name: string }>`
      select other.name from platform.saved_filter one join platform.saved_filter other
        on other.person = one.person and other.register = one.register and other.name = one.name
      where one.id::text = ${id} and one.person = ${person.id} and one.removed_at is not null and other.removed_at is null`.execute(
      tx,
    );
    const name = taken.rows[0]?.name;
    if (name !== undefined) return fail(httpProblem('filter_name_taken', 'path.id', { name }));
  }
  const at = removed ? clock.now().toString() : null;
  const { rows } = await sql<{ id: string }>`
    update platform.saved_filter set removed_at = ${at}
    where id::text = ${id} and person = ${person.id} and (removed_at is null) = ${removed} returning id`.execute(
    tx,
  );
  return rows.length > 0 ? ok(id) : fail(httpProblem('filter_not_found', 'path.id'));
}
