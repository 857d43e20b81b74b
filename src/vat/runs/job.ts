import type { Logger } from 'pino';
import { type BackgroundJob, inBackground } from '#platform/background-job.ts';
import { makeRun, type RunPlace, runTask } from './make-run.ts';
import { findRun, listRunsToMake } from './store.ts';

/** Makes runs one after the other, as they are asked for and after a start those that were left. */
export function startRuns(place: RunPlace, log: Logger): BackgroundJob {
  async function makeAll(signal: AbortSignal): Promise<void> {
    for (const id of await place.database.read(listRunsToMake)) {
      if (signal.aborted) return;
      const state = await makeRun(place, id, { signal });
      if (state !== 'failed') continue;
      const run = await place.database.read((tx) => findRun(tx, id));
      log.error({ run: id, stage: run?.stage, problem: run?.problem }, 'a run failed');
    }
  }
  return inBackground(runTask, makeAll, (error) => log.error({ err: error }, 'runs ended'));
}
