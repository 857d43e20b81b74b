import { combine, ok, type Result } from '#kernel/result.ts';
import type { Grid } from './grid.ts';
import { type Contingency, factorsAfter, outageFactors } from './lodf.ts';
import { type Factors, nodalFactors, type ShiftKey, zonalFactors } from './ptdf.ts';

/** A branch that is watched, with nothing out or after a contingency. */
export type CriticalElement = {
  /** Place in the grid. */
  readonly branch: number;
  /** Place in the list of contingencies; null: nothing is out. */
  readonly contingency: number | null;
  /** By zone. */
  readonly ptdf: Float64Array;
};

/**
 * A branch is watched where an exchange between some two zones puts this share of itself on it (facts, section 2, "Domain building": 5 %, read
 * in a secondary source).
 */
export const monitoredFrom = 0.05;

/**
 * The branches of a grid that zones load by their trade: each with nothing out and after each contingency, where its largest factor between
 * two zones reaches `threshold`. Problems: of grid and keys, and `energy_outage_islands` of each contingency.
 */
export function criticalElements(
  grid: Grid,
  keys: readonly ShiftKey[],
  contingencies: readonly Contingency[],
  threshold: number = monitoredFrom,
): Result<readonly CriticalElement[]> {
  const nodal = nodalFactors(grid);
  if (!nodal.ok) return nodal;
  const zonal = zonalFactors(nodal.value, keys);
  if (!zonal.ok) return zonal;
  const takenOver = combine(
    contingencies.map((contingency) => outageFactors(grid, nodal.value, contingency)),
  ) as Result<readonly Factors[]>;
  if (!takenOver.ok) return takenOver;
  return ok([
    ...watched(zonal.value, null, threshold),
    ...contingencies.flatMap((contingency, place) =>
      watched(factorsAfter(zonal.value, contingency, takenOver.value[place] as Factors), place, threshold),
    ),
  ]);
}

function watched(
  { width, values }: Factors,
  contingency: number | null,
  threshold: number,
): readonly CriticalElement[] {
  const elements: CriticalElement[] = [];
  for (let branch = 0; branch * width < values.length; branch++) {
    const ptdf = values.slice(branch * width, (branch + 1) * width);
    if (largestBetweenZones(ptdf) >= threshold) elements.push({ branch, contingency, ptdf });
  }
  return elements;
}

/** The largest share of an exchange between two zones that goes through a row. */
export function largestBetweenZones(ptdf: Float64Array): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const factor of ptdf) {
    least = Math.min(least, factor);
    most = Math.max(most, factor);
  }
  return most - least;
}
