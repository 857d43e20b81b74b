import type { DomainRow } from '../market/model.ts';
import { type Direction, factorOf } from './exchanges.ts';

/** MW by which a row may be passed: the least that tells anything beside rounding. */
const tolerance = 1e-6;

/** Whether all that capacities allow keeps all rows; where it does not, the row that is passed by most, and the exchanges that do it. */
export type Containment =
  | { readonly isInside: true }
  | {
      readonly isInside: false;
      /** Its place. */
      readonly row: number;
      /** MW through the row, and what it lets through. */
      readonly flow: number;
      readonly ram: number;
      /** MW of each direction: the corner of the box at which the row is passed. */
      readonly exchanges: Float64Array;
    };

/**
 * Proves that every use of capacities (each direction from zero to its own MW, whatever the others do) lies in a domain. A row takes most where
 * the directions that load it are full and the others empty, so one sum for each row settles it.
 */
export function boxInDomain(
  rows: readonly DomainRow[],
  directions: readonly Direction[],
  capacities: Float64Array,
): Containment {
  let [worst, most] = [-1, tolerance];
  for (const [place, row] of rows.entries()) {
    const excess = worstFlow(row, directions, capacities) - row.ram;
    if (excess > most || Number.isNaN(excess)) [worst, most] = [place, excess];
  }
  const row = rows[worst];
  if (row === undefined) return { isInside: true };
  const exchanges = Float64Array.from(directions, (direction, place) =>
    factorOf(row, direction) > 0 ? (capacities[place] as number) : 0,
  );
  const flow = worstFlow(row, directions, capacities);
  return { isInside: false, row: worst, flow, ram: row.ram, exchanges };
}

/** MW through a row where each direction that loads it is used to its capacity, and no other. */
export function worstFlow(
  row: DomainRow,
  directions: readonly Direction[],
  capacities: Float64Array,
): number {
  let flow = 0;
  for (const [place, direction] of directions.entries())
    flow += Math.max(0, factorOf(row, direction)) * (capacities[place] as number);
  return flow;
}
