import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exponential, logarithm, logistic } from './exponential.ts';

const near = (one: number, other: number) =>
  Math.abs(one - other) <= 1e-14 * Math.max(1e-300, Math.abs(other));

describe('Exponential and logarithm of additions and multiplications alone', () => {
  test('are those of the machine to fourteen digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -690, max: 690, noNaN: true }), (x) => {
        expect(near(exponential(x), Math.exp(x))).toBe(true);
      }),
      { numRuns: 5_000, seed: 20200601 },
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThanOrEqual(1e-13);
      }),
      { numRuns: 5_000, seed: 20200602 },
    );
  });

  test('have the known values, and none where there is none', () => {
    expect([exponential(0), logarithm(1), logistic(0)]).toEqual([1, 0, 0.5]);
    // Recorded digits: a machine that says otherwise cannot replay a score.
    expect([exponential(-2.5), logarithm(7), logistic(-4.25)]).toEqual([
      0.0820849986238988, 1.9459101490553132, 0.014063627043245475,
    ]);
    expect([exponential(-800), logistic(-800), logistic(800)]).toEqual([0, 0, 1]);
    expect(() => exponential(701)).toThrow(RangeError);
    for (const x of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => logarithm(x)).toThrow(RangeError);
  });
});
