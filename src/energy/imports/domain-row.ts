import { type Problem, problem } from '#kernel/result.ts';
import type { TypedRow } from '../domain/model.ts';

/**
 * More than this between two hubs of one row is no share of an exchange. One element never takes more than all of it, 1; there is room for
 * rows that stand for several circuits, and none for a RAM in the column of a hub.
 */
const widest = 2;

/** What a row cannot be, of whatever layout. Problems: `energy_ram_negative`, `energy_ptdf_spread`. */
export function faultOfRow(ptdf: Float64Array, ram: number, line: number, at: string): Problem | null {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const factor of ptdf) {
    if (factor < least) least = factor;
    if (factor > most) most = factor;
  }
  if (most - least > widest) return problem('energy_ptdf_spread', at, { line, least, most });
  return ram < 0 ? problem('energy_ram_negative', at, { line, ram }) : null;
}

/** Whether an hour of a day, 1 to 25, as files number them. */
export const isHour = (period: number) => Number.isInteger(period) && period >= 1 && period <= 25;

export const hourProblem = (at: string, line: number, received: number) =>
  problem('energy_hour_invalid', at, { line, received });

export const dayProblem = (at: string, line: number, received: string) =>
  problem('energy_day_invalid', at, { line, received: received.slice(0, 40) });

/** A row of a file that gives elements no names. */
export const unnamedElement = {
  ...{ kind: 'element', element: null, contingency: null, operator: null },
} as const satisfies Partial<TypedRow>;

/** A limit of one hub: nothing but a single 1, its export, or -1, its import (conventions of the `antares-csv` layout). */
export function isHubLimit(ptdf: Float64Array): boolean {
  let found = false;
  for (const factor of ptdf) {
    if (factor === 0) continue;
    if (found || Math.abs(factor) !== 1) return false;
    found = true;
  }
  return found;
}
