import { parentPort, workerData } from 'node:worker_threads';
import { type BundleSearch, bundleFinder } from './bundles.ts';
import type { TemporalGraph } from './graph.ts';
import { cycleCounter, type Search } from './instant.ts';
import type { Sales } from './sales.ts';

/** Vertices that one worker takes at once: few enough that none is left with the last hub alone, many enough to be no cost. */
const atOnce = 256;

/** Of cycles, or, where there are sales, of bundles of them. */
export type SharedSearch = {
  readonly graph: TemporalGraph;
  /** One number: the first vertex that nobody has taken. */
  readonly taken: Int32Array<SharedArrayBuffer>;
} & (
  | { readonly sales?: never; readonly search: Omit<Search, 'from' | 'until'> }
  | { readonly sales: Sales; readonly search: Omit<BundleSearch, 'from' | 'until'> }
);

const shared = workerData as SharedSearch;
const { graph, taken } = shared;
const find =
  shared.sales === undefined ? cycleCounter(graph, shared.search) : bundleFinder(shared.sales, shared.search);
let found = find(0, 0);
for (;;) {
  const from = Atomics.add(taken, 0, atOnce);
  if (from >= graph.vertices) break;
  found = find(from, Math.min(from + atOnce, graph.vertices));
}
parentPort?.postMessage(found);
