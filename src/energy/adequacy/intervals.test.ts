import { describe, expect, test } from 'vitest';
import { diceOf } from '#kernel/dice.ts';
import { type Estimate, meanOf } from './intervals.ts';

const widthOf = ({ interval }: Estimate) => (interval === null ? Number.NaN : interval.high - interval.low);
/** Years of which three in four have no shortage and the others some, a few of them very much: mean 1. */
function yearsOf(seed: number, count: number): Float64Array {
  const dice = diceOf(seed, 'years');
  const mean = Math.exp(0.5) / 4;
  return Float64Array.from({ length: count }, () => (dice.chance(0.25) ? dice.lognormal(1, 1) / mean : 0));
}

describe('The interval of a mean', () => {
  test('is that of Student for years without skew, and reaches from quantile 0.0125 where two are to hold together', () => {
    const sample = Float64Array.from({ length: 10_000 }, (_, year) => (year % 2 === 0 ? 1 : 3));
    expect(widthOf(meanOf(sample))).toBeCloseTo((2 * 1.96) / 100, 4);
    expect(widthOf(meanOf(sample, 'together'))).toBeCloseTo((2 * 2.2414) / 100, 4);
  });

  test('holds the true mean of skewed years in 95 of 100 samples, and of two that are told together each in more', () => {
    const samples = Array.from({ length: 1000 }, (_, seed) => yearsOf(seed, 400));
    const covered = (told: 'alone' | 'together') =>
      samples.filter((sample) => {
        const { interval } = meanOf(sample, told);
        return interval !== null && interval.low <= 1 && 1 <= interval.high;
      }).length;
    expect(covered('alone')).toBeGreaterThan(935);
    expect(covered('alone')).toBeLessThan(970);
    expect(covered('together')).toBeGreaterThan(965);
  });

  test('is not told where something happened in nine years alone', () => {
    const sample = new Float64Array(1000).fill(5, 0, 9);
    expect(meanOf(sample)).toEqual({ value: 0.045, interval: null });
  });
});
