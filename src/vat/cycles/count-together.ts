import { Worker } from 'node:worker_threads';
import type { TemporalGraph } from './graph.ts';
import { countCycles, type Found, type Search } from './instant.ts';
import type { SharedSearch } from './search-worker.ts';

export type Together = {
  readonly workers: number;
  /** Ends the search; nothing is found then. */
  readonly signal?: AbortSignal;
  /** Every half second how many vertices are done or under way, of how many. */
  readonly progress?: (done: number, all: number) => void;
};

/**
 * Counts cycles in several threads that share one graph and take the vertices as they come. The same counts as by one. Throws what ends it:
 * the signal's reason, or what a worker broke by.
 */
export async function countTogether(
  graph: TemporalGraph,
  search: Omit<Search, 'from' | 'until'>,
  { workers, signal, progress }: Together,
): Promise<Found> {
  signal?.throwIfAborted();
  if (workers <= 1 && signal === undefined && progress === undefined) return countCycles(graph, search);
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: SharedSearch = { graph, search, taken };
  const threads = Array.from(
    { length: Math.max(1, workers) },
    () => new Worker(new URL('search-worker.ts', import.meta.url), { workerData }),
  );
  const told =
    progress === undefined
      ? undefined
      : setInterval(() => progress(Math.min(Atomics.load(taken, 0), graph.vertices), graph.vertices), 500);
  try {
    const parts = await Promise.race([Promise.all(threads.map(foundBy)), ended(signal)]);
    return parts.reduce((sum, part) => ({
      counts: sum.counts.map((count, length) => count + (part.counts[length] as number)),
      truncated: sum.truncated + part.truncated,
      visits: sum.visits + part.visits,
    }));
  } finally {
    clearInterval(told);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function foundBy(thread: Worker): Promise<Found> {
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
