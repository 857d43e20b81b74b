import { sql } from 'kysely';
import type { Problem } from '#kernel/result.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';

export type StudyState = 'waiting' | 'running' | 'stopped' | 'done' | 'failed';

/** A study that somebody asked for. */
export type AskedStudy = {
  readonly id: string;
  readonly register: string;
  /** `synthetic:3`, or the name of a kept study that is made again with other years. */
  readonly source: string;
  readonly years: number;
  readonly seed: number;
  readonly askedBy: string;
};
export type MadeStudy = AskedStudy & {
  readonly state: StudyState;
  /** Years that are made. */
  readonly done: number;
  /** Name under which it is kept; null: it is not done. */
  readonly kept: string | null;
  readonly problem: Problem | null;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
};

/** Name of the job that makes studies. */
export const studyTask = 'make-energy-studies';

const columns = sql`id, register, source, years, seed::float8 as seed, state, done, kept, problem, asked_by as "askedBy",
  asked_at as "askedAt", ended_at as "endedAt"`;

export async function saveStudy(tx: Transaction, clock: Clock, asked: AskedStudy): Promise<void> {
  const { id, register, source, years, seed, askedBy } = asked;
  await sql`
    insert into energy.study (id, register, source, years, seed, state, asked_by, asked_at)
    values (${id}, ${register}, ${source}, ${years}, ${seed}, 'waiting', ${askedBy}, ${clock.now().toString()})`.execute(
    tx,
  );
}

/** Whoever begins, or begins anew after somebody who ended on the way. Null: it is not to be made. */
export async function beginStudy(tx: Transaction, clock: Clock, id: string): Promise<MadeStudy | null> {
  const { rows } = await sql<MadeStudy>`
    update energy.study set state = 'running', done = 0, began_at = ${clock.now().toString()}, ended_at = null
    where id = ${id} and state in ('waiting', 'running') returning ${columns}`.execute(tx);
  return rows[0] ?? null;
}

/** Says how far it is; false: somebody stopped it. */
export async function saveYearsDone(tx: Transaction, id: string, done: number): Promise<boolean> {
  const { rows } = await sql`
    update energy.study set done = ${done} where id = ${id} and state = 'running' returning id`.execute(tx);
  return rows.length > 0;
}

/** False: it was neither waiting nor running. */
export async function stopStudy(tx: Transaction, clock: Clock, id: string): Promise<boolean> {
  const { rows } = await sql`
    update energy.study set state = 'stopped', ended_at = ${clock.now().toString()}
    where id = ${id} and state in ('waiting', 'running') returning id`.execute(tx);
  return rows.length > 0;
}

/** One that was stopped or failed waits again. False: it was neither. */
export async function waitAgain(tx: Transaction, id: string): Promise<boolean> {
  const { rows } = await sql`
    update energy.study set state = 'waiting', done = 0, problem = null, ended_at = null
    where id = ${id} and state in ('stopped', 'failed') returning id`.execute(tx);
  return rows.length > 0;
}

/** Nothing where somebody stopped it. */
export async function finishStudy(tx: Transaction, clock: Clock, id: string, kept: string): Promise<void> {
  await sql`
    update energy.study set state = 'done', done = years, kept = ${kept}, ended_at = ${clock.now().toString()}
    where id = ${id} and state = 'running'`.execute(tx);
}

export async function failStudy(tx: Transaction, clock: Clock, id: string, why: Problem): Promise<void> {
  await sql`
    update energy.study set state = 'failed', problem = ${JSON.stringify(why)}, ended_at = ${clock.now().toString()}
    where id = ${id} and state = 'running'`.execute(tx);
}

/** Waiting or left by who ended on the way; who waits longest first. */
export async function listStudiesToMake(tx: Transaction): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from energy.study where state in ('waiting', 'running') order by state, asked_at, id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Those asked for last, first. */
export async function listAsked(
  tx: Transaction,
  register: string,
  limit: number,
): Promise<readonly MadeStudy[]> {
  const { rows } = await sql<MadeStudy>`
    select ${columns} from energy.study where register = ${register}
    order by asked_at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function findAsked(tx: Transaction, register: string, id: string): Promise<MadeStudy | null> {
  const { rows } = await sql<MadeStudy>`
    select ${columns} from energy.study where register = ${register} and id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** How many wait or are under way. */
export async function countUnderWay(tx: Transaction, register: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from energy.study
    where register = ${register} and state in ('waiting', 'running')`.execute(tx);
  return rows[0]?.count ?? 0;
}
