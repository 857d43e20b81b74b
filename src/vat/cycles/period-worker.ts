import { parentPort, workerData } from 'node:worker_threads';
import { findPeriodCycles, type PeriodSearch, type PeriodsFound } from './period.ts';
import type { PeriodGraph } from './period-graph.ts';

/** Some of the vertices from which cycles begin: `from` up to, not with, `until`. */
export type Part = { readonly number: number; readonly from: number; readonly until: number };

export type SharedParts = {
  readonly graph: PeriodGraph;
  readonly search: Omit<PeriodSearch, 'from' | 'until'>;
  readonly parts: readonly Part[];
  /** One number: the first of the parts that nobody has taken. */
  readonly taken: Int32Array<SharedArrayBuffer>;
};

export type PartFound = { readonly number: number; readonly found: PeriodsFound };

const { graph, search, parts, taken } = workerData as SharedParts;
for (;;) {
  const part = parts[Atomics.add(taken, 0, 1)];
  if (part === undefined) break;
  const { number, from, until } = part;
  parentPort?.postMessage({
    number,
    found: findPeriodCycles(graph, { ...search, from, until }),
  } satisfies PartFound);
}
