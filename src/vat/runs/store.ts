import { sql } from 'kysely';
import type { Problem } from '#kernel/result.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { strongestReason } from '../scoring/score.ts';
import type { Alert, Run, RunStage, RunState } from './model.ts';

/** As `pg` gives a bigint and a numeric. */
type AlertRow = Omit<Alert, 'probability' | 'least' | 'most' | 'atStakeCents'> &
  Readonly<Record<'probability' | 'least' | 'most' | 'atStakeCents', string>>;

const runColumns = sql`id, register, party, month, state, stage, done, total, model, snapshot, synthetic, asked_by as "askedBy",
  began_at as "beganAt", ended_at as "endedAt", problem, scored`;
const alertColumns = sql`run, trader, place, probability, least, most, expected_cents as "atStakeCents", archetypes, bundle`;

export type AskedRun = Pick<
  Run,
  'id' | 'register' | 'party' | 'month' | 'model' | 'snapshot' | 'synthetic' | 'askedBy'
>;

/** Has a run wait for its turn; one that was stopped or failed waits again, and one that is under way or done stays as it is. */
export async function saveRun(tx: Transaction, asked: AskedRun): Promise<Run> {
  const { id, register, party, month, model, snapshot, synthetic, askedBy } = asked;
  const { rows } = await sql<Run>`
    insert into vat.run as own (id, register, party, month, state, model, snapshot, synthetic, asked_by)
    values (${id}, ${register}, ${party}, ${month}, 'waiting', ${model}, ${snapshot}, ${synthetic}, ${askedBy})
    on conflict (id) do update set
      state = case when own.state in ('stopped', 'failed') then 'waiting' else own.state end,
      problem = case when own.state in ('stopped', 'failed') then null else own.problem end
    returning ${runColumns}`.execute(tx);
  return rows[0] as Run;
}

/** Whoever begins, or goes on after somebody who ended on the way. Null: it is not to be gone on with. */
export async function beginRun(tx: Transaction, clock: Clock, id: string): Promise<Run | null> {
  const { rows } = await sql<Run>`
    update vat.run set state = 'running', began_at = coalesce(began_at, ${clock.now().toString()}), ended_at = null
    where id = ${id} and state in ('waiting', 'running') returning ${runColumns}`.execute(tx);
  return rows[0] ?? null;
}

export type RunProgress = { readonly stage: RunStage; readonly done: number; readonly total: number };

/** Says how far it is; false: somebody stopped it. */
export async function saveProgress(
  tx: Transaction,
  id: string,
  { stage, done, total }: RunProgress,
): Promise<boolean> {
  const { rows } = await sql`
    update vat.run set stage = ${stage}, done = ${done}, total = ${total}
    where id = ${id} and state = 'running' returning id`.execute(tx);
  return rows.length > 0;
}

/** The flag that is looked at while it runs. False: it was neither waiting nor running. */
export async function stopRun(tx: Transaction, clock: Clock, id: string): Promise<boolean> {
  const { rows } = await sql`
    update vat.run set state = 'stopped', ended_at = ${clock.now().toString()}
    where id = ${id} and state in ('waiting', 'running') returning id`.execute(tx);
  return rows.length > 0;
}

export async function failRun(tx: Transaction, clock: Clock, id: string, why: Problem): Promise<void> {
  await sql`
    update vat.run set state = 'failed', problem = ${JSON.stringify(why)}, ended_at = ${clock.now().toString()}
    where id = ${id} and state = 'running'`.execute(tx);
}

/** Writes what it came to, once: who made the same meanwhile wrote the same. Nothing where somebody stopped it. */
export async function finishRun(
  tx: Transaction,
  clock: Clock,
  id: string,
  { alerts, scored }: { readonly alerts: readonly Alert[]; readonly scored: number | null },
): Promise<void> {
  const { rows: finished } = await sql`
    update vat.run set state = 'done', done = total, problem = null, scored = ${scored}, ended_at = ${clock.now().toString()}
    where id = ${id} and state = 'running' returning id`.execute(tx);
  if (finished.length === 0) return;
  for (const { trader, place, probability, least, most, atStakeCents, archetypes, bundle } of alerts)
    await sql`
      insert into vat.alert (run, trader, place, probability, least, most, expected_cents, archetypes, bundle, reason)
      values (${id}, ${trader}, ${place}, ${probability}, ${least}, ${most}, ${atStakeCents}, ${[...archetypes]}::text[],
        ${JSON.stringify(bundle)}, ${JSON.stringify(strongestReason(bundle.score))}::jsonb)
      on conflict (run, trader) do nothing`.execute(tx);
}

/** Waiting or left by who ended on the way; who waits longest first. */
export async function listRunsToMake(tx: Transaction): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from vat.run where state in ('waiting', 'running') order by state, month, id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Of these parties, in one state or in any; the latest month first. */
export async function listRuns(
  tx: Transaction,
  register: string,
  parties: readonly string[],
  {
    limit,
    offset = 0,
    state = null,
  }: { readonly limit: number; readonly offset?: number; readonly state?: RunState | null },
): Promise<readonly Run[]> {
  const { rows } = await sql<Run>`
    select ${runColumns} from vat.run
    where register = ${register} and party = any(${[...parties]}::text[]) and state = coalesce(${state}, state)
    order by month desc, began_at desc nulls first, id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** How many these parties have, by state; none where there are none. */
export async function countRuns(
  tx: Transaction,
  register: string,
  parties: readonly string[],
): Promise<Readonly<Record<RunState, number>>> {
  const { rows } = await sql<{ state: RunState; count: number }>`
    select state, count(*)::int as count from vat.run
    where register = ${register} and party = any(${[...parties]}::text[]) group by state`.execute(tx);
  const counts = { waiting: 0, running: 0, stopped: 0, done: 0, failed: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

export async function findRun(tx: Transaction, id: string): Promise<Run | null> {
  const { rows } = await sql<Run>`select ${runColumns} from vat.run where id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** The one of the latest month that is done; of two the one that ended last. */
export async function findLatestRun(tx: Transaction, register: string, party: string): Promise<Run | null> {
  const { rows } = await sql<Run>`
    select ${runColumns} from vat.run where register = ${register} and party = ${party} and state = 'done'
    order by month desc, ended_at desc, id limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** In the order of trade at stake. */
export async function listAlerts(
  tx: Transaction,
  run: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly Alert[]> {
  const { rows } = await sql<AlertRow>`
    select ${alertColumns} from vat.alert where run = ${run} order by place limit ${limit} offset ${offset}`.execute(
    tx,
  );
  return rows.map(toAlert);
}

export async function findAlert(tx: Transaction, run: string, trader: string): Promise<Alert | null> {
  const { rows } = await sql<AlertRow>`
    select ${alertColumns} from vat.alert where run = ${run} and trader = ${trader}`.execute(tx);
  return rows[0] === undefined ? null : toAlert(rows[0]);
}

const toAlert = (row: AlertRow): Alert => ({
  ...row,
  ...{ probability: Number(row.probability), least: Number(row.least), most: Number(row.most) },
  atStakeCents: Number(row.atStakeCents),
});
