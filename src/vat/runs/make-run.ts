import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { RegisterId } from '#kernel/references.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { enqueue } from '#platform/jobs.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { vatFolder } from '../intake/commands.ts';
import { listDated, listTaken } from '../intake/receipts.ts';
import { listFiles } from '../intake/store.ts';
import { type ConfirmedCase, confirmedBy, lastDayOfMonth, snapshotOf, usedBy } from '../scoring/known.ts';
import { hashOfModel, type ModelFile } from '../scoring/model-file.ts';
import { readTaxPeriod } from '../tax-period.ts';
import { type Run, type RunPlan, type RunState, rulesVersion, usualThreshold } from './model.ts';
import type { RunMessage, RunWork } from './run-worker.ts';
import { keepPlan, readAlerts, readScored } from './stages.ts';
import { beginRun, failRun, findRun, finishRun, type RunProgress, saveProgress, saveRun } from './store.ts';

/** Where runs are made. */
export type RunPlace = {
  readonly database: Database;
  readonly clock: Clock;
  readonly dataFolder: string;
};

export type AskedFor = {
  readonly register: RegisterId;
  /** Whose traders, which is whose party: the prefix of its VAT numbers. */
  readonly state: string;
  /** For which it is made; absent: the one that is called as the state is. */
  readonly party?: string;
  /** `2026-03` */
  readonly month: string;
  readonly model: ModelFile;
  /** Frauds that are confirmed to the party, whenever: those count that were by the end of the month. */
  readonly cases: readonly ConfirmedCase[];
  readonly askedBy: string;
};

/** Name of the job that makes runs. */
export const runTask = 'make-vat-runs';

/**
 * Has a run made of all that is taken in now, or gone on with where it was stopped; the node's job makes it. Problem: `vat_nothing_taken_in`.
 */
export const askRun = (place: RunPlace, asked: AskedFor): Promise<Result<Run>> =>
  place.database.write((tx) => askRunIn(tx, place, asked));

/** The same within what somebody does. */
export async function askRunIn(
  tx: Transaction,
  { clock, dataFolder }: Omit<RunPlace, 'database'>,
  { register, state, party = state, month, model, cases, askedBy }: AskedFor,
): Promise<Result<Run>> {
  const at = readTaxPeriod(month)?.to;
  if (at === undefined) throw new RangeError(`${month} is no month`);
  const folder = vatFolder(dataFolder, register);
  const files = await listDated(folder, usedBy(await listTaken(folder), [state]));
  if (files.length === 0) return fail(problem('vat_nothing_taken_in', 'state', { state }));
  const recorded = await listFiles(tx, register);
  const hashes = new Set(files.map(({ sha256 }) => sha256));
  const isMadeUp = recorded.some(
    ({ receipt, name }) => hashes.has(receipt.sha256) && name.startsWith('synthetic-'),
  );
  const plan: RunPlan = {
    ...{ register, state, month, model: hashOfModel(model), threshold: usualThreshold, rules: rulesVersion },
    ...{ files, cases: confirmedBy(cases, lastDayOfMonth(at)) },
    synthetic: model.synthetic || isMadeUp,
  };
  const id = await keepPlan(folder, plan, model);
  const asked = { id, register, party, month, model: plan.model, synthetic: plan.synthetic, askedBy };
  const saved = await saveRun(tx, { ...asked, snapshot: snapshotOf(files) });
  if (saved.state === 'waiting') {
    const payload = { month, files: files.length, model: plan.model };
    await appendJournal(tx, clock, [
      {
        ...{ event: 'vat.run_asked', actor: askedBy, party, register },
        ...{ subject: `vat_runs/${id}`, payload },
      },
    ]);
    await enqueue(tx, runTask);
  }
  return ok(saved);
}

export type Making = {
  /** Ends it where it is, to be gone on with: the node stops. */
  readonly signal?: AbortSignal;
  readonly progress?: (progress: RunProgress) => void;
};

/** Milliseconds between two looks at whether somebody stopped it. */
const lookEvery = 200;

/**
 * Makes what is left of a run, in a thread of its own, and says what it is then: `running` where the signal ended it. Who made the same
 * at the same time made the same.
 */
export async function makeRun(
  { database, clock, dataFolder }: RunPlace,
  id: string,
  { signal, progress = () => {} }: Making = {},
): Promise<RunState> {
  const stateNow = async () => (await database.read((tx) => findRun(tx, id)))?.state ?? 'failed';
  const run = await database.write((tx) => beginRun(tx, clock, id));
  if (run === null) return stateNow();
  const folder = vatFolder(dataFolder, run.register);
  const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: RunWork = { folder, id, flag };
  const worker = new Worker(new URL('run-worker.ts', import.meta.url), { workerData });
  const heard: {
    progress: RunProgress | null;
    end: Extract<RunMessage, { ended: string }>['ended'] | Error | null;
  } = { progress: null, end: null };
  worker.on('message', (message: RunMessage) => {
    if ('ended' in message) heard.end = message.ended;
    else heard.progress = message;
  });
  worker.once('error', (error) => {
    heard.end ??= error instanceof Error ? error : new Error(String(error));
  });
  worker.once('exit', () => {
    heard.end ??= new Error('The thread of the run ended');
  });
  let told: RunProgress | null = null;
  try {
    while (heard.end === null) {
      await wait(lookEvery);
      if (signal?.aborted === true) Atomics.store(flag, 0, 1);
      const now = heard.progress;
      if (now === null) continue;
      if (now !== told) progress(now);
      told = now;
      if (!(await database.write((tx) => saveProgress(tx, id, now)))) Atomics.store(flag, 0, 1);
    }
  } finally {
    await worker.terminate();
  }
  const { end } = heard;
  const fails = (why: Problem) => database.write((tx) => failRun(tx, clock, id, why));
  if (end === 'whole') {
    const alerts = await readAlerts(folder, id);
    const scored = await readScored(folder, id);
    const last = heard.progress;
    await database.write(async (tx) => {
      if (last !== null) await saveProgress(tx, id, last);
      await finishRun(tx, clock, id, { alerts, scored });
    });
  } else if (end === 'nothing_declared') await fails(problem('vat_nothing_declared'));
  else if (end === 'other_rules') await fails(problem('vat_run_other_rules'));
  else if (end instanceof Error) await fails(problem('vat_run_failed', '', { message: end.message }));
  return stateNow();
}
