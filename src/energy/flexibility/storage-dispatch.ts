/**
 * Storage and demand response that answer to prices: each week a linear program that earns most at prices it does not move, with a state of
 * charge from hour to hour. This is a market's dispatch, which knows the prices of the whole week; against shortage they are run
 * otherwise (`../adequacy/reserves.ts`), so that the two never stand for one another.
 */
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type Column, programOf } from '../clearing/columns.ts';
import type { Solver } from '../clearing/solver.ts';

export type Storage = {
  readonly id: string;
  readonly megawatts: number;
  /** Most that it holds, in MWh that it can give. */
  readonly megawatthours: number;
  /** MWh given for each MWh taken. */
  readonly efficiency: number;
};

/** Load that is moved within its day: what is not taken in some hours is taken in others. */
export type Shifting = {
  readonly id: string;
  readonly megawatts: number;
  /** Most that is moved in a day. */
  readonly megawatthours: number;
};

/** By hour: MW taken from the grid, and given to it (or not taken from it). */
export type Dispatch = {
  readonly id: string;
  readonly taken: Float64Array;
  readonly given: Float64Array;
  /** MWh held at the end of each hour; null: nothing is held. */
  readonly level: Float64Array | null;
  /** EUR that it earns at the prices. */
  readonly earned: number;
};

const daysOfWeek = 7;

/**
 * `prices` in EUR/MWh by hour, `days` in hours. A week ends with as much in store as it began with, as much as suits it. Problems:
 * `energy_dispatch_unsolved`.
 */
export function dispatchStorage(
  solver: Solver,
  { megawatts, megawatthours, efficiency, id }: Storage,
  prices: Float64Array,
  days: readonly number[],
): Result<Dispatch> {
  const [taken, given, level] = [0, 1, 2].map(() => new Float64Array(prices.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let earned = 0;
  for (const [start, hours] of weeksOf(days)) {
    const columns: Column[] = [];
    const bounds: [number, number][] = Array.from({ length: hours }, () => [0, 0]);
    const whole: number[] = [];
    for (let hour = 0; hour < hours; hour++) {
      const price = prices[start + hour] as number;
      // Row of the hour: level − level before − efficiency · taken + given = 0.
      const take: Column = { cost: price, least: 0, most: megawatts, entries: [[hour, -efficiency]] };
      const give: Column = { cost: -price, least: 0, most: megawatts, entries: [[hour, 1]] };
      const next = (hour + 1) % hours;
      const hold: [number, number][] =
        hours === 1
          ? []
          : [
              [hour, 1],
              [next, -1],
            ];
      columns.push(take, give, { cost: 0, least: 0, most: megawatthours, entries: hold });
      if (price >= 0) continue;
      // Below zero it would pay to take and give at once and lose the difference: one of both, by a number that is 0 or 1.
      const row = bounds.push([-Infinity, 0], [-Infinity, megawatts]) - 2;
      take.entries.push([row, 1]);
      give.entries.push([row + 1, 1]);
      whole.push(hour);
    }
    const chosen = whole.map((_, place) => {
      const row = hours + 2 * place;
      const entries: [number, number][] = [
        [row, -megawatts],
        [row + 1, megawatts],
      ];
      return columns.push({ cost: 0, least: 0, most: 1, entries }) - 1;
    });
    const program = programOf(columns, bounds);
    const found = solver.solve(chosen.length === 0 ? program : { ...program, whole: chosen });
    if (found.status !== 'optimal')
      return fail(problem('energy_dispatch_unsolved', '', { id, hour: start, status: found.status }));
    for (let hour = 0; hour < hours; hour++) {
      taken[start + hour] = found.values[3 * hour] as number;
      given[start + hour] = found.values[3 * hour + 1] as number;
      level[start + hour] = found.values[3 * hour + 2] as number;
    }
    earned -= found.cost;
  }
  return ok({ id, taken, given, level, earned });
}

/** The same of load that is moved within each day. Problems: `energy_dispatch_unsolved`. */
export function dispatchShifting(
  solver: Solver,
  { megawatts, megawatthours, id }: Shifting,
  prices: Float64Array,
  days: readonly number[],
): Result<Dispatch> {
  const [taken, given] = [new Float64Array(prices.length), new Float64Array(prices.length)];
  let [earned, start] = [0, 0];
  for (const hours of days) {
    const columns: Column[] = [];
    for (let hour = 0; hour < hours; hour++) {
      const price = prices[start + hour] as number;
      columns.push({ cost: price, least: 0, most: megawatts, entries: [[0, 1]] });
      columns.push({
        cost: -price,
        least: 0,
        most: megawatts,
        entries: [
          [0, -1],
          [1, 1],
        ],
      });
    }
    const found = solver.solve(
      programOf(columns, [
        [0, 0],
        [0, megawatthours],
      ]),
    );
    if (found.status !== 'optimal')
      return fail(problem('energy_dispatch_unsolved', '', { id, hour: start, status: found.status }));
    for (let hour = 0; hour < hours; hour++) {
      // More and less at once is nothing but the difference.
      const net = (found.values[2 * hour] as number) - (found.values[2 * hour + 1] as number);
      taken[start + hour] = Math.max(0, net);
      given[start + hour] = Math.max(0, -net);
    }
    earned -= found.cost;
    start += hours;
  }
  return ok({ id, taken, given, level: null, earned });
}

/** First hour and number of hours of each week of seven days; the last may be shorter. */
function weeksOf(days: readonly number[]): readonly (readonly [start: number, hours: number])[] {
  const weeks: [number, number][] = [];
  let start = 0;
  for (let day = 0; day < days.length; day += daysOfWeek) {
    const hours = days.slice(day, day + daysOfWeek).reduce((sum, one) => sum + one, 0);
    weeks.push([start, hours]);
    start += hours;
  }
  return weeks;
}
