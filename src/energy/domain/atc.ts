import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { DomainRow } from '../market/model.ts';
import { worstFlow } from './containment.ts';
import { type Direction, factorOf } from './exchanges.ts';

/**
 * Where the way of extraction is from. The facts mark it as known from memory: whoever shows its figures shows that with them.
 */
export const extraction = {
  source: 'facts/energy.md, section 2, "ATC comparison"',
  isVerified: false,
} as const;

/** MW: what is added last is less (1 kW). */
const leastStep = 1e-3;

/**
 * Capacities that can be used independently of one another inside a domain: what remains of each row is shared equally over the directions
 * that load it, each direction takes the least that any row gives it, and this is done again until it adds less than 1 kW. `start`: MW of
 * each direction to begin from (long-term rights); without it, zero. MW of each direction, in their order. Problems:
 * `energy_atc_start_outside` (the start breaks a row already), `energy_atc_unlimited` (a direction that loads no row).
 */
export function extractAtc(
  rows: readonly DomainRow[],
  directions: readonly Direction[],
  start: Float64Array = new Float64Array(directions.length),
): Result<Float64Array> {
  const outside = rows.flatMap((row) => {
    const flow = worstFlow(row, directions, start);
    const params = { row: row.id, flow: Math.round(flow), ram: row.ram };
    return flow <= row.ram ? [] : [problem('energy_atc_start_outside', row.id, params)];
  });
  const unlimited = directions.flatMap((direction, place) =>
    rows.some((row) => factorOf(row, direction) > 0)
      ? []
      : [problem('energy_atc_unlimited', `${place}`, { direction: place + 1 })],
  );
  if (outside.length + unlimited.length > 0) return fail(...outside, ...unlimited);

  const count = directions.length;
  const factors = loadsOf(rows, directions);
  const capacities = Float64Array.from(start);
  const added = new Float64Array(count);
  for (;;) {
    added.fill(Number.POSITIVE_INFINITY);
    for (const [place, { ram }] of rows.entries()) {
      let [remaining, loading] = [ram, 0];
      for (let direction = 0; direction < count; direction++) {
        const factor = factors[place * count + direction] as number;
        remaining -= factor * (capacities[direction] as number);
        if (factor > 0) loading++;
      }
      // A row that is full may come out a hair below zero.
      const share = Math.max(0, remaining) / loading;
      for (let direction = 0; direction < count; direction++) {
        const factor = factors[place * count + direction] as number;
        if (factor > 0) added[direction] = Math.min(added[direction] as number, share / factor);
      }
    }
    for (const [place, more] of added.entries()) capacities[place] = (capacities[place] as number) + more;
    if (added.every((more) => more < leastStep)) return ok(capacities);
  }
}

/** Of each row, how much of a MW of each direction it takes; zero where the direction relieves it. */
function loadsOf(rows: readonly DomainRow[], directions: readonly Direction[]): Float64Array {
  const loads = new Float64Array(rows.length * directions.length);
  for (const [place, row] of rows.entries())
    for (const [column, direction] of directions.entries())
      loads[place * directions.length + column] = Math.max(0, factorOf(row, direction));
  return loads;
}
