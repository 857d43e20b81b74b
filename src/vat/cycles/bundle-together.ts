import { type BundleSearch, type BundlesFound, findBundles, type SalesBundle } from './bundles.ts';
import { inThreads, type Together } from './in-threads.ts';
import type { Sales } from './sales.ts';

/** Finds bundles in several threads: those that one finds, in another order. Throws as `inThreads`. */
export async function bundleTogether(
  sales: Sales,
  search: Omit<BundleSearch, 'from' | 'until'>,
  together: Together,
): Promise<BundlesFound> {
  const { workers, signal, progress } = together;
  if (workers <= 1 && signal === undefined && progress === undefined) return findBundles(sales, search);
  const parts = await inThreads<BundlesFound>({ graph: sales.graph, sales, search }, together);
  // Through the same traders cycles begin with more than one of them: more than one thread may have found the bundle, and each whole.
  const bundles = new Map<string, SalesBundle>();
  for (const part of parts) for (const bundle of part.bundles) bundles.set(bundle.traders.join(' '), bundle);
  const counts = new Float64Array(search.maxLength + 1);
  for (const { traders, count } of bundles.values())
    counts[traders.length] = (counts[traders.length] as number) + count;
  const sum = (of: (part: BundlesFound) => number) => parts.reduce((all, part) => all + of(part), 0);
  return {
    ...{ counts, bundles: [...bundles.values()] },
    ...{ truncated: sum((part) => part.truncated), visits: sum((part) => part.visits) },
  };
}
