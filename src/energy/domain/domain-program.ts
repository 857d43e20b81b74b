import type { ClearedStep } from '../clearing/model.ts';
import type { LinearProgram, LinearSolution, Solver } from '../clearing/solver.ts';
import type { DomainRow } from '../market/model.ts';
import { allDirections, factorOf } from './exchanges.ts';

/** Where a sum of weighted net positions is greatest. */
export type Extreme = {
  readonly value: number;
  /** MW of each hub. */
  readonly positions: Float64Array;
  /** Rows that hold it there, by their places, and what one more MW of each would add. */
  readonly shadows: ClearedStep['shadows'];
};

/** A domain that is asked again and again where it ends; it takes memory of the solver until it is released. */
export type DomainProgram = {
  /** `weights`: of each hub's net position. */
  readonly maximise: (weights: Float64Array) => Extreme | 'empty' | 'unbounded';
  readonly release: () => void;
};

/** MW by which a row may be passed before it is taken into the program. */
const tolerance = 1e-7;
/** Rows that are taken in at once: those that are passed by most. */
const rowsAtOnce = 10;
/** Below, a row does not hold anything. */
const leastShadow = 1e-9;

/**
 * All net positions that sum to zero and keep all rows, as a program that knows few rows at first (those that end an exchange between two
 * hubs) and takes in others when an answer breaks them.
 */
export function domainProgram(solver: Solver, rows: readonly DomainRow[], hubs: number): DomainProgram {
  const taken = rowsBetweenHubs(rows, hubs);
  const isTaken = new Uint8Array(rows.length);
  for (const row of taken) isTaken[row] = 1;
  const held = solver.hold(
    programOf(
      taken.map((row) => rows[row] as DomainRow),
      hubs,
    ),
  );
  const take = (row: number) => {
    const { ptdf, ram } = rows[row] as DomainRow;
    held.addRow(Number.NEGATIVE_INFINITY, ram, ptdf);
    taken.push(row);
    isTaken[row] = 1;
  };
  return {
    release: held.release,
    maximise: (weights) => {
      held.setCosts(weights.map((weight) => -weight));
      for (;;) {
        const solution = held.solve();
        const missing =
          solution.status === 'unbounded'
            ? rows.flatMap((_, row) => (isTaken[row] === 1 ? [] : [row]))
            : solution.status === 'optimal'
              ? brokenRows(rows, isTaken, solution.values)
              : [];
        for (const row of missing) take(row);
        if (missing.length > 0) continue;
        if (solution.status === 'optimal') return extremeOf(solution, taken);
        if (solution.status === 'unsolved') throw new Error('The solver gave up on a domain');
        return solution.status === 'infeasible' ? 'empty' : 'unbounded';
      }
    },
  };
}

function extremeOf(
  { cost, values, duals }: LinearSolution & { readonly status: 'optimal' },
  taken: readonly number[],
): Extreme {
  const shadows = taken.flatMap((row, place) => {
    // Less one for each unit of the bound, since the program looks for the least.
    const price = -(duals[place + 1] as number);
    return price > leastShadow ? [{ row, price }] : [];
  });
  return { value: -cost, positions: values, shadows: shadows.sort((one, other) => other.price - one.price) };
}

/** Row 0: net positions sum to zero. One column for each hub. */
function programOf(rows: readonly DomainRow[], hubs: number): LinearProgram {
  const height = rows.length + 1;
  const values = new Float64Array(hubs * height).fill(1);
  for (let hub = 0; hub < hubs; hub++)
    for (const [place, { ptdf }] of rows.entries()) values[hub * height + place + 1] = ptdf[hub] as number;
  return {
    cost: new Float64Array(hubs),
    least: new Float64Array(hubs).fill(Number.NEGATIVE_INFINITY),
    most: new Float64Array(hubs).fill(Number.POSITIVE_INFINITY),
    rowLeast: Float64Array.of(0, ...rows.map(() => Number.NEGATIVE_INFINITY)),
    rowMost: Float64Array.of(0, ...rows.map(({ ram }) => ram)),
    starts: Int32Array.from({ length: hubs + 1 }, (_, hub) => hub * height),
    rows: Int32Array.from({ length: hubs * height }, (_, entry) => entry % height),
    values,
  };
}

/** Of each way between two hubs, the row that ends it first. */
function rowsBetweenHubs(rows: readonly DomainRow[], hubs: number): number[] {
  const found = new Set<number>();
  for (const direction of allDirections(hubs)) {
    let [first, most] = [-1, Number.POSITIVE_INFINITY];
    for (const [place, row] of rows.entries()) {
      const factor = factorOf(row, direction);
      if (factor > 0 && row.ram / factor < most) [first, most] = [place, row.ram / factor];
    }
    if (first >= 0) found.add(first);
  }
  return [...found].sort((one, other) => one - other);
}

function brokenRows(
  rows: readonly DomainRow[],
  isTaken: Uint8Array,
  positions: Float64Array,
): readonly number[] {
  const excess = new Float64Array(rows.length);
  const broken: number[] = [];
  for (const [place, { ptdf, ram }] of rows.entries()) {
    let flow = -ram;
    for (let hub = 0; hub < positions.length; hub++)
      flow += (ptdf[hub] as number) * (positions[hub] as number);
    excess[place] = flow;
    if (flow > tolerance && isTaken[place] === 0) broken.push(place);
  }
  return broken
    .sort((one, other) => (excess[other] as number) - (excess[one] as number))
    .slice(0, rowsAtOnce);
}
