import { Worker } from 'node:worker_threads';
import { combine, ok, type Result } from '#kernel/result.ts';
import { clear, type Market, withWelfare } from './clear.ts';
import type { Clearing } from './model.ts';
import { loadSolver } from './solver.ts';

export type Together = {
  readonly workers: number;
  /** Markets that are done, of how many. */
  readonly progress?: (done: number, all: number) => void;
};

/**
 * Clears markets that know nothing of one another, each in whichever thread is free: the same results, to the byte, for any number of them.
 * In the order in which they were given. Throws what a thread broke by.
 */
export async function clearAll(
  markets: readonly Market[],
  { workers, progress = () => {} }: Together,
): Promise<readonly Result<Clearing>[]> {
  const results: Result<Clearing>[] = new Array(markets.length);
  let [next, done] = [0, 0];
  const keep = (place: number, result: Result<Clearing>) => {
    results[place] = result;
    progress(++done, markets.length);
  };
  if (workers <= 1 || markets.length <= 1) {
    const solver = await loadSolver();
    for (const [place, market] of markets.entries()) keep(place, clear(solver, market));
    return results;
  }
  const threads = Array.from(
    { length: Math.min(workers, markets.length) },
    () => new Worker(new URL('clear-worker.ts', import.meta.url)),
  );
  try {
    await Promise.all(
      threads.map(async (thread) => {
        while (next < markets.length) {
          const place = next++;
          keep(place, await answerOf(thread, markets[place] as Market));
        }
      }),
    );
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return results;
}

/** Steps of a day without blocks that one thread takes at once: prices of one step are where the next begins to look. */
export const stepsAtOnce = 8;

/** Clears a day without blocks in parts. Problems: those of `clear`. */
export async function clearDay({ steps, hours }: Market, together: Together): Promise<Result<Clearing>> {
  const parts: Market[] = [];
  for (let from = 0; from < steps.length; from += stepsAtOnce)
    parts.push({ steps: steps.slice(from, from + stepsAtOnce), blocks: [], hours });
  const cleared = combine(await clearAll(parts, together));
  if (!cleared.ok) return cleared;
  const done = cleared.value as readonly Clearing[];
  // Rows may have come to take no relief (`clear`).
  const market = { steps: done.flatMap((part) => part.steps), blocks: [], hours };
  const all = done.flatMap(({ result }) => result.steps);
  return ok(withWelfare(market, { steps: all, blocks: new Float64Array() }, 0, 'proven'));
}

function answerOf(thread: Worker, market: Market): Promise<Result<Clearing>> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`A thread of the clearing ended with ${code}`));
    thread.once('error', reject).once('exit', ended);
    thread.once('message', (result: Result<Clearing>) => {
      thread.off('error', reject).off('exit', ended);
      resolve(result);
    });
    thread.postMessage(market);
  });
}
