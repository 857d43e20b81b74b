import { Worker } from 'node:worker_threads';
import type { Study } from './model.ts';
import { simulateYears, type Years } from './monte-carlo.ts';
import type { SharedYears } from './years-worker.ts';

export type Together = {
  readonly workers: number;
  /** Ends the run; the promise is rejected with its reason then. */
  readonly signal?: AbortSignal;
  /** Every half second how many years are done or under way. */
  readonly progress?: (done: number, all: number) => void;
};

/** Years that a thread takes at once: by this alone, so that sums come to the same however many threads there are. */
const atOnce = 100;

/** All years of a run, made by so many threads; the same bytes for any number of them. Throws what a thread broke by. */
export async function runYears(
  study: Study,
  seed: number,
  years: number,
  { workers, signal, progress }: Together,
): Promise<Years> {
  signal?.throwIfAborted();
  if (workers <= 1 && signal === undefined && progress === undefined)
    return simulateYears(study, seed, 0, years);
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: SharedYears = { study, seed, years, atOnce, taken };
  const threads = Array.from(
    { length: Math.max(1, workers) },
    () => new Worker(new URL('years-worker.ts', import.meta.url), { workerData }),
  );
  const told =
    progress === undefined
      ? undefined
      : setInterval(() => progress(Math.min(Atomics.load(taken, 0), years), years), 500);
  try {
    const parts = await Promise.race([Promise.all(threads.map(yearsOf)), ended(signal)]);
    return inOrder(
      parts.flat().sort((one, other) => one.from - other.from),
      years,
    );
  } finally {
    clearInterval(told);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** Blocks of years, in order, as one. */
function inOrder(parts: readonly Years[], years: number): Years {
  const join = (of: 'hours' | 'energy' | 'events' | 'longest') => {
    const all = new Float64Array(parts.reduce((sum, part) => sum + part[of].length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part[of], at);
      at += part[of].length;
    }
    return all;
  };
  const shortIn = new Uint32Array(parts[0]?.shortIn.length ?? 0);
  for (const part of parts)
    for (const [cell, count] of part.shortIn.entries()) shortIn[cell] = (shortIn[cell] as number) + count;
  return {
    ...{ from: 0, until: years, shortIn },
    ...{ hours: join('hours'), energy: join('energy'), events: join('events'), longest: join('longest') },
    asked: parts.reduce((sum, part) => sum + part.asked, 0),
    programs: parts.reduce((sum, part) => sum + part.programs, 0),
  };
}

function yearsOf(thread: Worker): Promise<readonly Years[]> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`A thread of the run ended with ${code}`)));
  });
}

function ended(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
