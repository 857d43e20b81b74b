import { sql } from 'kysely';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { knownOn } from '#platform/records/records.ts';
import { knownOf } from '#union';
import { checkFacts, endStates, jointChecks } from '../model.ts';

/** Which checks a list shows, and how many facts each has: what stands in them is loaded for these alone (`../store.ts`). */

type Acting = Pick<ActionContext, 'register' | 'today'>;

/** Checks that a list works on at once; those that are closed or withdrawn go page by page. */
export const mostOpenChecks = 500;

/** Ids of checks that are closed or withdrawn, or of those that are neither, the newest first; and how many there are in all. Limit null: all. */
export async function listCheckIds(
  tx: Transaction,
  acting: Acting,
  {
    closed,
    limit,
    offset,
  }: { readonly closed: boolean; readonly limit: number | null; readonly offset: number },
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const { register, knownAt } = knownOf(acting);
  const { rows } = await sql<{ id: string; total: string }>`
    select id, count(*) over () as total from platform.record
    where register = ${register} and kind = ${jointChecks.name} and ${knownOn(knownAt)} and ${closed} = exists (
      select 1 from platform.transition step
      where step.register = ${register} and step.kind = ${jointChecks.name} and step.subject = record.id
        and step.to_state = any(${endStates})
        and not exists (select 1 from platform.transition correction where correction.withdraws = step.id))
    order by position desc, id desc limit ${limit} offset ${offset}`.execute(tx);
  return { ids: rows.map(({ id }) => id), total: Number(rows[0]?.total ?? 0) };
}

/** How many facts of these checks count, by check and by the state that said them. */
export async function countFacts(
  tx: Transaction,
  acting: Acting,
  checks: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const { register, knownAt } = knownOf(acting);
  const { rows } = await sql<{ check: string; state: string; count: string }>`
    select body->>'check' as check, body->>'state' as state, count(*) as count from platform.record
    where register = ${register} and kind = ${checkFacts.name} and ${knownOn(knownAt)}
      and body->>'check' = any(${checks}) and body->>'withdrawn_on' is null
    group by 1, 2`.execute(tx);
  const byCheck = Map.groupBy(rows, ({ check }) => check);
  return new Map(
    [...byCheck].map(([check, own]) => [
      check,
      new Map(own.map(({ state, count }) => [state, Number(count)])),
    ]),
  );
}
