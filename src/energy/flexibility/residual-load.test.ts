import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureResidualLoad } from './residual-load.ts';

const week = new Array<number>(7).fill(24);

describe('A week with five days of 100 MW and two of 30 MW', () => {
  const residual = Float64Array.from({ length: 168 }, (_, hour) => (hour < 120 ? 100 : 30));
  const { ramps, dayShifting, weekShifting, weeks } = measureResidualLoad(residual, week, null);

  test('has nothing to move within days, and between them what is above the mean of 80 MW', () => {
    expect(dayShifting).toBeCloseTo(0, 9);
    expect(weeks).toBe(1);
    expect(weekShifting).toBeCloseTo(5 * 24 * 20, 6);
  });

  test('falls once by 70 MW, over eight hours in eight of 160 hours, and never rises', () => {
    expect(ramps.map(({ over }) => over)).toEqual([1, 3, 8]);
    expect(ramps.map(({ fall }) => fall.most)).toEqual([70, 70, 70]);
    // One of 167 hours is less than one in a hundred; eight of 160 are more.
    expect(ramps.map(({ fall }) => fall.p99)).toEqual([0, 70, 70]);
    expect(ramps.map(({ rise }) => rise.most)).toEqual([0, 0, 0]);
  });
});

test('Half a day at 60 MW above the other half is moved by 12 hours of 30 MW', () => {
  const residual = Float64Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 0 : 60));
  expect(measureResidualLoad(residual, [24], null).dayShifting).toBeCloseTo(360, 9);
});

test('Surplus hours are those below zero, and negative prices are not told where there are no prices', () => {
  const residual = Float64Array.from({ length: 24 }, (_, hour) => (hour < 3 ? -10 * (hour + 1) : 0));
  const found = measureResidualLoad(residual, [24], null);
  expect([found.surplusHours, found.surplusEnergy, found.negativePriceHours]).toEqual([3, 60, null]);
  const prices = Float64Array.from({ length: 24 }, (_, hour) => hour - 5);
  expect(measureResidualLoad(residual, [24], prices).negativePriceHours).toBe(5);
});

test('Days of 23 and 25 hours are days, and a wrong number of hours is refused', () => {
  const residual = new Float64Array(167).fill(5);
  expect(measureResidualLoad(residual, [24, 24, 23, 24, 24, 24, 24], null).weekShifting).toBeCloseTo(0, 9);
  expect(() => measureResidualLoad(residual, week, null)).toThrow(RangeError);
});

test('More load in all hours moves nothing but the surplus, and twice the load twice as much', () => {
  const anyWeek = fc.array(fc.integer({ min: -500, max: 900 }), { minLength: 168, maxLength: 168 });
  fc.assert(
    fc.property(anyWeek, fc.integer({ min: 0, max: 300 }), (loads, more) => {
      const residual = Float64Array.from(loads);
      const found = measureResidualLoad(residual, week, null);
      const lifted = measureResidualLoad(
        residual.map((one) => one + more),
        week,
        null,
      );
      const doubled = measureResidualLoad(
        residual.map((one) => 2 * one),
        week,
        null,
      );
      expect(lifted.ramps).toEqual(found.ramps);
      expect(lifted.dayShifting).toBeCloseTo(found.dayShifting, 6);
      expect(lifted.surplusEnergy).toBeLessThanOrEqual(found.surplusEnergy);
      expect(doubled.dayShifting).toBeCloseTo(2 * found.dayShifting, 6);
      expect(doubled.weekShifting).toBeCloseTo(2 * found.weekShifting, 6);
    }),
    { numRuns: 100, seed: 5 },
  );
});
