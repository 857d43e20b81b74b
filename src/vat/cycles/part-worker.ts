import { parentPort, workerData } from 'node:worker_threads';
import { type BundleSearch, findBundles } from './bundles.ts';
import { findPeriodCycles, type PeriodSearch } from './period.ts';
import type { PeriodGraph } from './period-graph.ts';
import type { Sales } from './sales.ts';

/** Some of the vertices from which cycles begin: `from` up to, not with, `until`. */
export type Part = { readonly number: number; readonly from: number; readonly until: number };

/** In totals of periods, or in sales of which the days are known. */
export type Searched =
  | {
      readonly kind: 'periods';
      readonly graph: PeriodGraph;
      readonly search: Omit<PeriodSearch, 'from' | 'until'>;
    }
  | {
      readonly kind: 'days';
      readonly sales: Sales;
      readonly search: Omit<BundleSearch, 'from' | 'until' | 'together' | 'byDay'>;
    };

export type SharedParts = {
  readonly searched: Searched;
  readonly parts: readonly Part[];
  /** One number: the first of the parts that nobody has taken. */
  readonly taken: Int32Array<SharedArrayBuffer>;
};

export type FoundInPart = {
  /** Cycles by their number of supplies. */
  readonly counts: readonly number[];
  /** First supplies whose search ended at the budget. */
  readonly truncated: number;
  /**
   * Traders and supplies by their numbers, supplies hop by hop. Of periods a bundle has the cycles that begin in this part, of days
   * all of its cycles, so that more than one part may have it.
   */
  readonly bundles: readonly {
    readonly traders: readonly number[];
    readonly count: number;
    readonly supplies: readonly (readonly number[])[];
  }[];
};
export type PartFound = { readonly number: number; readonly found: FoundInPart };

const { searched, parts, taken } = workerData as SharedParts;
for (;;) {
  const part = parts[Atomics.add(taken, 0, 1)];
  if (part === undefined) break;
  const { number } = part;
  parentPort?.postMessage({ number, found: findIn(part) } satisfies PartFound);
}

function findIn({ from, until }: Part): FoundInPart {
  if (searched.kind === 'periods') {
    const found = findPeriodCycles(searched.graph, { ...searched.search, from, until });
    const bundles = found.bundles.map(({ traders, count, supplies }) => ({ traders, count, supplies }));
    return { counts: [...found.counts], truncated: found.truncated, bundles };
  }
  const { sales, search } = searched;
  const found = findBundles(sales, { ...search, from, until, together: false, byDay: true });
  const bundles = found.bundles.map(({ traders, count, sales: supplies = [] }) => ({
    ...{ traders, count, supplies },
  }));
  return { counts: [...found.counts], truncated: found.truncated, bundles };
}
