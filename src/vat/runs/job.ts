import type { Logger } from 'pino';
import type { Job } from '#platform/jobs.ts';
import { makeRun, type RunPlace, runTask } from './make-run.ts';
import { findRun, listRunsToMake } from './store.ts';

/**
 * Makes runs one after the other, as they are asked for and after a start those that were left. The job itself only wakes it: a run may take
 * long, and no other job waits for it.
 */
export function startRuns(
  place: RunPlace,
  log: Logger,
): { readonly job: Job; readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  let underWay: Promise<void> = Promise.resolve();
  let [isBusy, isAskedAgain] = [false, false];

  async function makeAll(): Promise<void> {
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        for (const id of await place.database.read(listRunsToMake)) {
          if (ending.signal.aborted) return;
          const state = await makeRun(place, id, { signal: ending.signal });
          if (state !== 'failed') continue;
          const run = await place.database.read((tx) => findRun(tx, id));
          log.error({ run: id, stage: run?.stage, problem: run?.problem }, 'a run failed');
        }
      }
    } catch (error) {
      log.error({ err: error }, 'runs ended');
    } finally {
      isBusy = false;
    }
  }

  return {
    job: {
      task: runTask,
      run: async () => {
        isAskedAgain = true;
        if (isBusy) return;
        isBusy = true;
        underWay = makeAll();
      },
    },
    stop: async () => {
      ending.abort();
      await underWay;
    },
  };
}
