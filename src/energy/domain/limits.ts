import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Solver } from '../clearing/solver.ts';
import type { DomainRow } from '../market/model.ts';
import { domainProgram, type Extreme } from './domain-program.ts';
import { allDirections, type Direction, factorOf } from './exchanges.ts';

/** How far one hub can go, whatever the others do. MW; export positive. */
export type PositionLimit = {
  readonly hub: number;
  readonly least: Extreme;
  readonly most: Extreme;
};

/**
 * Least and largest net position of each hub in a domain. Problems: `energy_domain_infeasible`, and `energy_domain_unbounded` for each hub that no
 * row holds.
 */
export function positionLimits(
  solver: Solver,
  rows: readonly DomainRow[],
  hubs: readonly string[],
): Result<readonly PositionLimit[]> {
  const program = domainProgram(solver, rows, hubs.length);
  try {
    const found = hubs.map((_, hub) => ({
      hub,
      least: lookAlong(program.maximise, hubs.length, hub, -1),
      most: lookAlong(program.maximise, hubs.length, hub, 1),
    }));
    if (found.some(({ most }) => most === 'empty')) return fail(problem('energy_domain_infeasible'));
    const open = found.filter(({ least, most }) => least === 'unbounded' || most === 'unbounded');
    if (open.length > 0)
      return fail(
        ...open.map(({ hub }) => problem('energy_domain_unbounded', hubs[hub], { hub: hubs[hub] as string })),
      );
    return ok(found as readonly PositionLimit[]);
  } finally {
    program.release();
  }
}

/** The end of a domain in the direction of one hub; `value` is that hub's net position on either side. */
function lookAlong(
  maximise: ReturnType<typeof domainProgram>['maximise'],
  hubs: number,
  hub: number,
  side: 1 | -1,
): Extreme | 'empty' | 'unbounded' {
  const weights = new Float64Array(hubs);
  weights[hub] = side;
  const extreme = maximise(weights);
  return typeof extreme === 'string' ? extreme : { ...extreme, value: side * extreme.value };
}

/** What one hub can send to another while nobody else exchanges anything. */
export type ExchangeLimit = Direction & {
  /** MW; infinite where no row ends it. */
  readonly most: number;
  /** Place of the row that ends it. */
  readonly row: number | null;
};

/**
 * The largest exchange between any two hubs where all others are at zero. Null for a direction in which no exchange at all, forth or back,
 * keeps all rows. These limits cannot be used at the same time: that is what capacities of `extractAtc` are for.
 */
export function exchangeLimits(rows: readonly DomainRow[], hubs: number): readonly (ExchangeLimit | null)[] {
  return allDirections(hubs).map((direction) => {
    let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    let ending: number | null = null;
    for (const [place, row] of rows.entries()) {
      const factor = factorOf(row, direction);
      if (factor > 0 && row.ram / factor < most) [most, ending] = [row.ram / factor, place];
      else if (factor < 0) least = Math.max(least, row.ram / factor);
      else if (factor === 0 && row.ram < 0) least = Number.POSITIVE_INFINITY;
    }
    return least > most ? null : { ...direction, most, row: ending };
  });
}
