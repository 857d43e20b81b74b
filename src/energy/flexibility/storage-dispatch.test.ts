import { beforeAll, describe, expect, test } from 'vitest';
import { diceOf } from '#kernel/dice.ts';
import type { Result } from '#kernel/result.ts';
import { loadSolver, type Solver } from '../clearing/solver.ts';
import { type Dispatch, dispatchShifting, dispatchStorage, type Storage } from './storage-dispatch.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const got = (result: Result<Dispatch>): Dispatch => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
/** Night at 20, day at 50, evening at 100. */
const prices = Float64Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 20 : hour < 18 ? 50 : 100));
const pump: Storage = { id: 'pump', megawatts: 10, megawatthours: 40, efficiency: 0.8 };

describe('Storage of 10 MW and 40 MWh that gives back 80 %', () => {
  test('buys 50 MWh at night and sells 40 MWh in the evening', () => {
    const { taken, given, earned, level } = got(dispatchStorage(solver, pump, prices, [24]));
    expect(earned).toBeCloseTo(40 * 100 - 50 * 20, 6);
    expect(taken.subarray(0, 6).reduce((sum, one) => sum + one, 0)).toBeCloseTo(50, 6);
    expect(given.subarray(18).reduce((sum, one) => sum + one, 0)).toBeCloseTo(40, 6);
    expect(Math.max(...(level ?? []))).toBeCloseTo(40, 6);
  });

  test('does nothing where prices differ by less than it loses', () => {
    const even = Float64Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 50 : 60));
    const { taken, given, earned } = got(dispatchStorage(solver, pump, even, [24]));
    for (const none of [Math.max(...taken), Math.max(...given), earned]) expect(none).toBeCloseTo(0, 9);
  });

  test('never takes and gives at once, also where prices below zero would pay for that', () => {
    const dice = diceOf(1, 'prices');
    const days = [24, 24, 23, 24, 25, 24, 24, 24];
    const odd = Float64Array.from({ length: 192 }, () => Math.round(dice.between(-80, 120)));
    const { taken, given, level, earned } = got(dispatchStorage(solver, pump, odd, days));
    let paid = 0;
    for (const [hour, price] of odd.entries()) {
      const [takes, gives] = [taken[hour] as number, given[hour] as number];
      expect(Math.min(takes, gives)).toBeLessThan(1e-4);
      expect(Math.max(takes, gives)).toBeLessThan(10 + 1e-4);
      const held = level?.[hour] as number;
      expect(held).toBeGreaterThan(-1e-4);
      expect(held).toBeLessThan(40 + 1e-4);
      // Each week ends as it began: 168 hours, then a day of its own.
      const before = hour === 0 ? 167 : hour === 168 ? 191 : hour - 1;
      expect(held - (level?.[before] as number)).toBeCloseTo(0.8 * takes - gives, 4);
      paid += price * (gives - takes);
    }
    expect(earned).toBeCloseTo(paid, 3);
    expect(odd.some((price) => price < 0)).toBe(true);
  });

  test('earns no less with more room, and what a slow search over whole levels finds', () => {
    const dice = diceOf(2, 'prices');
    for (let round = 0; round < 5; round++) {
      const day = Float64Array.from({ length: 24 }, () => dice.whole(0, 100));
      const lossless = { ...pump, efficiency: 1 };
      const { earned } = got(dispatchStorage(solver, lossless, day, [24]));
      const larger = got(dispatchStorage(solver, { ...lossless, megawatthours: 60 }, day, [24]));
      expect(larger.earned).toBeGreaterThan(earned - 1e-6);
      expect(earned).toBeCloseTo(slowest(day), 6);
    }
  });
});

/** Levels of 0 to 4 times 10 MWh, one step an hour, from any level back to it: an optimum of the program is among these. */
function slowest(day: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let start = 0; start <= 4; start++) {
    let best = Array.from({ length: 5 }, (_, level) => (level === start ? 0 : Number.NEGATIVE_INFINITY));
    for (const price of day)
      best = best.map((_, level) =>
        Math.max(
          ...[-1, 0, 1].map((step) => (best[level - step] ?? Number.NEGATIVE_INFINITY) - step * 10 * price),
        ),
      );
    most = Math.max(most, best[start] as number);
  }
  return most;
}

test('Load of 5 MW that moves 15 MWh a day goes from the three dearest hours to the three cheapest of its own day', () => {
  const day = Float64Array.from({ length: 24 }, (_, hour) => hour);
  const two = Float64Array.from([...day, ...day.map((price) => price + 1000)]);
  const shifting = { id: 'industry', megawatts: 5, megawatthours: 15 };
  const { taken, given, earned } = got(dispatchShifting(solver, shifting, two, [24, 24]));
  expect(earned).toBeCloseTo(2 * 5 * (23 + 22 + 21 - 0 - 1 - 2), 6);
  for (const start of [0, 24]) {
    expect([...taken.subarray(start, start + 4)].map(Math.round)).toEqual([5, 5, 5, 0]);
    expect([...given.subarray(start + 20, start + 24)].map(Math.round)).toEqual([0, 5, 5, 5]);
  }
});
