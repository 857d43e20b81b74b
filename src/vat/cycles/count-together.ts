import type { TemporalGraph } from './graph.ts';
import { inThreads, type Together } from './in-threads.ts';
import { countCycles, type Found, type Search } from './instant.ts';

/** Counts cycles in several threads. The same counts as by one. Throws as `inThreads`. */
export async function countTogether(
  graph: TemporalGraph,
  search: Omit<Search, 'from' | 'until'>,
  together: Together,
): Promise<Found> {
  const { workers, signal, progress } = together;
  if (workers <= 1 && signal === undefined && progress === undefined) return countCycles(graph, search);
  const parts = await inThreads<Found>({ graph, search }, together);
  return parts.reduce((sum, part) => ({
    counts: sum.counts.map((count, length) => count + (part.counts[length] as number)),
    truncated: sum.truncated + part.truncated,
    visits: sum.visits + part.visits,
  }));
}
