import type { Job } from '#platform/jobs.ts';

/** A job with what it wakes: `stop` ends that at its signal, and waits until it has ended. */
export type BackgroundJob = { readonly job: Job; readonly stop: () => Promise<void> };

/**
 * A job that only wakes work which may take long, so that no other job waits for it. `work` does all that there is to do by then, and looks
 * at the signal between two parts. Woken meanwhile it is done once more afterwards, also where it failed, and never twice at once. What it
 * throws is told to `failed`, unless the signal ended it; the next that wakes it begins anew.
 */
export function inBackground(
  task: string,
  work: (signal: AbortSignal) => Promise<void>,
  failed: (error: unknown) => void,
): BackgroundJob {
  const ending = new AbortController();
  const { signal } = ending;
  let underWay: Promise<void> = Promise.resolve();
  let [isBusy, isAskedAgain] = [false, false];

  async function workAll(): Promise<void> {
    while (isAskedAgain && !signal.aborted) {
      isAskedAgain = false;
      try {
        await work(signal);
      } catch (error) {
        if (!signal.aborted) failed(error);
      }
    }
    isBusy = false;
  }

  return {
    job: {
      task,
      run: async () => {
        isAskedAgain = true;
        if (isBusy) return;
        isBusy = true;
        underWay = workAll();
      },
    },
    stop: async () => {
      ending.abort();
      await underWay;
    },
  };
}
