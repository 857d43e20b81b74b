import { Worker } from 'node:worker_threads';
import type { SharedSearch } from './search-worker.ts';

export type Together = {
  readonly workers: number;
  /** Ends the search; nothing is found then. */
  readonly signal?: AbortSignal;
  /** Every half second how many vertices are done or under way, of how many. */
  readonly progress?: (done: number, all: number) => void;
};

/** Without what threads share among themselves. */
type Unshared<One> = One extends unknown ? Omit<One, 'taken'> : never;

/**
 * Runs a search in several threads that share one graph and take the vertices as they come; what each found. Throws what ends it: the
 * signal's reason, or what a worker broke by.
 */
export async function inThreads<Part>(
  search: Unshared<SharedSearch>,
  { workers, signal, progress }: Together,
): Promise<readonly Part[]> {
  signal?.throwIfAborted();
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData = { ...search, taken };
  const { vertices } = search.graph;
  const threads = Array.from(
    { length: Math.max(1, workers) },
    () => new Worker(new URL('search-worker.ts', import.meta.url), { workerData }),
  );
  const told =
    progress === undefined
      ? undefined
      : setInterval(() => progress(Math.min(Atomics.load(taken, 0), vertices), vertices), 500);
  try {
    return await Promise.race([Promise.all(threads.map((thread) => foundBy<Part>(thread))), ended(signal)]);
  } finally {
    clearInterval(told);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function foundBy<Part>(thread: Worker): Promise<Part> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`A thread of the search ended with ${code}`)));
  });
}

function ended(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
