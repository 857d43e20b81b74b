import { sql } from 'kysely';
import type { RegisterId } from '#kernel/references.ts';
import type { Problem } from '#kernel/result.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Reason } from '../scoring/score.ts';
import type { AlertLine } from './rules/narrow.ts';

/** An alert as a list shows it: its strongest reason besides what it looks like, which a list has a column for. */
export type ListedAlert = AlertLine & { readonly reason: Reason | null };

type Row = Omit<ListedAlert, 'probability' | 'least' | 'most' | 'atStakeCents'> &
  Readonly<Record<'probability' | 'least' | 'most' | 'atStakeCents', string>>;

/** All of a run, the most trade at stake first; without their bundles, which are long. */
export async function listLines(tx: Transaction, run: string): Promise<readonly ListedAlert[]> {
  const { rows } = await sql<Row>`
    select trader, probability, least, most, expected_cents as "atStakeCents", archetypes, reason
    from vat.alert where run = ${run} order by place`.execute(tx);
  return rows.map((row) => ({
    ...row,
    ...{ probability: Number(row.probability), least: Number(row.least), most: Number(row.most) },
    atStakeCents: Number(row.atStakeCents),
  }));
}

export type AlertCount = {
  readonly count: number;
  /** With a probability of the threshold or more. */
  readonly above: number;
};

/** Of some runs how many traders they list, and how many of these from a threshold on. */
export async function countAlerts(
  tx: Transaction,
  runs: readonly string[],
  threshold: number,
): Promise<ReadonlyMap<string, AlertCount>> {
  const { rows } = await sql<AlertCount & { run: string }>`
    select run, count(*)::int as count, count(*) filter (where probability >= ${threshold})::int as above
    from vat.alert where run = any(${[...runs]}::text[]) group by run`.execute(tx);
  return new Map(rows.map(({ run, ...counted }) => [run, counted]));
}

/** Of all on whom the run has an alert, what each looks like. */
export async function listArchetypes(
  tx: Transaction,
  run: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ trader: string; archetypes: string[] }>`
    select trader, archetypes from vat.alert where run = ${run}`.execute(tx);
  return new Map(rows.map(({ trader, archetypes }) => [trader, archetypes]));
}

/** Of some runs who asked for each, by name; without those that nobody asked for whom this node knows by name. */
export async function namesOfAskers(
  tx: Transaction,
  runs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ run: string; name: string }>`
    select run.id as run, name from vat.run join platform.person on asked_by = 'person:' || person.id
    where run.id = any(${[...runs]}::text[])`.execute(tx);
  return new Map(rows.map(({ run, name }) => [run, name]));
}

/** Made-up declarations that are taken in, in a register that is made up itself. */
export type Making = {
  readonly id: string;
  readonly register: RegisterId;
  readonly party: string;
  readonly seed: number;
  readonly traders: number;
  readonly months: number;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly stage: 'making' | 'taking' | null;
  /** Files. */
  readonly done: number;
  readonly total: number;
  /** The last month of it, `2020-04`. */
  readonly lastMonth: string;
  readonly askedBy: string;
  readonly problem: Problem | null;
};

const columns = sql`id, register, party, seed, traders, months, state, stage, done, total, last_month as "lastMonth",
  asked_by as "askedBy", problem`;

export async function saveMaking(
  tx: Transaction,
  clock: Clock,
  {
    id,
    register,
    party,
    seed,
    traders,
    months,
    lastMonth,
    askedBy,
  }: Omit<Making, 'state' | 'stage' | 'done' | 'total' | 'problem'>,
): Promise<void> {
  await sql`
    insert into vat.making (id, register, party, seed, traders, months, last_month, asked_by, asked_at)
    values (${id}, ${register}, ${party}, ${seed}, ${traders}, ${months}, ${lastMonth}, ${askedBy}, ${clock.now().toString()})`.execute(
    tx,
  );
}

/** More than anybody makes up again; of those before, what they brought is there. */
const mostMakings = 10;

/** The newest first; one that is under way is the newest, as none is asked for meanwhile. */
export async function listMakings(tx: Transaction, register: RegisterId): Promise<readonly Making[]> {
  const { rows } = await sql<Making>`
    select ${columns} from vat.making where register = ${register}
    order by asked_at desc, id desc limit ${mostMakings}`.execute(tx);
  return rows;
}

/** Asked for and not there yet, or left by a process that ended on the way. */
export async function listMakingsToDo(tx: Transaction): Promise<readonly Making[]> {
  const { rows } = await sql<Making>`
    select ${columns} from vat.making where state in ('waiting', 'running') order by asked_at, id`.execute(
    tx,
  );
  return rows;
}

export async function saveMakingState(
  tx: Transaction,
  id: string,
  {
    state,
    stage,
    done,
    total,
    problem = null,
  }: Pick<Making, 'state' | 'stage' | 'done' | 'total'> & {
    readonly problem?: Problem | null;
  },
): Promise<void> {
  await sql`
    update vat.making set state = ${state}, stage = ${stage}, done = ${done}, total = ${total},
      problem = ${problem === null ? null : JSON.stringify(problem)}
    where id = ${id}`.execute(tx);
}
