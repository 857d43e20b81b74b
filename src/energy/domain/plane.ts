import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { DomainRow } from '../market/model.ts';

/**
 * Rows as they look where net positions sum to zero (and keep the rows that leave no choice): some hubs are free, the others follow from them,
 * and each row is a sum over free hubs alone. Two rows of which PTDFs differ by a constant look the same, as they should.
 */
export type Plane = {
  /** Places of the hubs that are free. */
  readonly free: readonly number[];
  /** One line for each row, one entry for each free hub. */
  readonly factors: Float64Array;
  /** What is left of the RAM of each row, MW. */
  readonly limits: Float64Array;
};

/** Below, a factor is what rounding left of zero. */
const nothing = 1e-12;
/** MW. */
const tolerance = 1e-9;

/**
 * `fixed`: places of rows that hold exactly, of which the opposite is a row as well. Problems: `energy_domain_infeasible` where they exclude one
 * another.
 */
export function planeOf(rows: readonly DomainRow[], hubs: number, fixed: readonly number[]): Result<Plane> {
  const equations = [
    Float64Array.of(...new Float64Array(hubs).fill(1), 0),
    ...fixed.map((place) => {
      const { ptdf, ram } = rows[place] as DomainRow;
      return Float64Array.of(...ptdf, ram);
    }),
  ];
  const pivots: { readonly hub: number; readonly equation: Float64Array }[] = [];
  for (const equation of equations) {
    for (const pivot of pivots) subtract(equation, pivot.equation, equation[pivot.hub] as number);
    // Of equals, the last hub, so that the first ones of a file stay free.
    let hub = hubs - 1;
    for (let other = hub - 1; other >= 0; other--)
      if (Math.abs(equation[other] as number) > Math.abs(equation[hub] as number) + nothing) hub = other;
    const size = equation[hub] as number;
    if (Math.abs(size) <= nothing) {
      if (Math.abs(equation[hubs] as number) > tolerance) return fail(problem('energy_domain_infeasible'));
      continue;
    }
    for (const place of equation.keys()) equation[place] = (equation[place] as number) / size;
    for (const pivot of pivots) subtract(pivot.equation, equation, pivot.equation[hub] as number);
    pivots.push({ hub, equation });
  }
  const follows = new Set(pivots.map(({ hub }) => hub));
  const free = Array.from({ length: hubs }, (_, hub) => hub).filter((hub) => !follows.has(hub));
  const factors = new Float64Array(rows.length * free.length);
  const limits = new Float64Array(rows.length);
  const line = new Float64Array(hubs + 1);
  for (const [place, { ptdf, ram }] of rows.entries()) {
    line.set(ptdf);
    line[hubs] = ram;
    for (const { hub, equation } of pivots) subtract(line, equation, line[hub] as number);
    for (const [column, hub] of free.entries()) factors[place * free.length + column] = line[hub] as number;
    limits[place] = line[hubs] as number;
  }
  return ok({ free, factors, limits });
}

function subtract(from: Float64Array, what: Float64Array, times: number): void {
  if (times === 0) return;
  for (let place = 0; place < from.length; place++)
    from[place] = (from[place] as number) - times * (what[place] as number);
}
