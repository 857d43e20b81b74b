import { parentPort, workerData } from 'node:worker_threads';
import type { TemporalGraph } from './graph.ts';
import { cycleCounter, type Search } from './instant.ts';

/** Vertices that one worker takes at once: few enough that none is left with the last hub alone, many enough to be no cost. */
const atOnce = 256;

export type SharedSearch = {
  readonly graph: TemporalGraph;
  readonly search: Omit<Search, 'from' | 'until'>;
  /** One number: the first vertex that nobody has taken. */
  readonly taken: Int32Array<SharedArrayBuffer>;
};

const { graph, search, taken } = workerData as SharedSearch;
const count = cycleCounter(graph, search);
let found = count(0, 0);
for (;;) {
  const from = Atomics.add(taken, 0, atOnce);
  if (from >= graph.vertices) break;
  found = count(from, Math.min(from + atOnce, graph.vertices));
}
parentPort?.postMessage(found);
