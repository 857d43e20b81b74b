import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertsOf, pooled, type Ranked, topOf } from './alerts.ts';
import {
  areaUnder,
  averagePrecision,
  calibrationError,
  jaccard,
  median,
  precisionAt,
  recallAt,
  spreadOf,
} from './metrics.ts';

describe('Measures of a ranking', () => {
  test('are those that one counts by hand', () => {
    const hits = [true, false, true, false];
    // 1/1 and 2/3, of three that were sought.
    expect(averagePrecision(hits, 3)).toBeCloseTo((1 + 2 / 3) / 3, 12);
    expect(averagePrecision([true, true], 2)).toBe(1);
    expect([precisionAt(hits, 2), precisionAt(hits, 8), recallAt(hits, 3, 4)]).toEqual([0.5, 0.25, 0.5]);
    expect(averagePrecision([false], 0)).toBeNaN();
    expect(jaccard(new Set([1, 2, 3]), new Set([2, 3, 4]))).toBe(0.5);
    expect(jaccard(new Set(), new Set())).toBe(0);
    expect([median([3, 1, 2]), median([1, Number.POSITIVE_INFINITY]), median([1, 2, 3, 4])]).toEqual([
      2,
      Number.POSITIVE_INFINITY,
      2.5,
    ]);
    expect(spreadOf([1, 3, Number.NaN])).toEqual({ mean: 2, deviation: Math.SQRT2 });
  });

  test('of the area under a curve are those of comparing every two', () => {
    const values = fc.array(fc.nat(6), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, values, (above, below) => {
        let sum = 0;
        for (const one of above) for (const other of below) sum += one > other ? 1 : one === other ? 0.5 : 0;
        expect(areaUnder(above, below)).toBeCloseTo(sum / above.length / below.length, 10);
      }),
      { numRuns: 300, seed: 20201001 },
    );
  });

  test('of calibration are nothing where what was said came to be, and the distance where not', () => {
    const said = Array.from({ length: 40 }, (_, place) => (place < 20 ? 0 : 0.5));
    const was = said.map((share, place) => share === 0.5 && place % 2 === 0);
    expect(calibrationError(said, was, 2)).toBe(0);
    expect(
      calibrationError(
        said,
        was.map(() => false),
        2,
      ),
    ).toBe(0.25);
  });
});

describe('A work list', () => {
  const ranked: readonly Ranked[] = [
    { month: 1, traders: Int32Array.of(1, 2, 3), scores: Float64Array.of(5, 9, 7) },
    { month: 2, traders: Int32Array.of(1, 2, 3), scores: Float64Array.of(8, 9, 7) },
  ];
  const nobody = () => false;

  test('names everybody once, the highest first, and no known case', () => {
    expect(alertsOf(ranked, 1, nobody)).toEqual([
      { trader: 2, month: 1, with: [] },
      { trader: 1, month: 2, with: [] },
    ]);
    expect(alertsOf(ranked, 1, (trader) => trader === 2)).toEqual([
      { trader: 3, month: 1, with: [] },
      { trader: 1, month: 2, with: [] },
    ]);
    expect(topOf(ranked, 1, nobody)).toEqual([
      { trader: 2, month: 1 },
      { trader: 2, month: 2 },
    ]);
    expect(topOf(ranked, 2, (trader, month) => trader === 2 && month === 2)).toEqual([
      { trader: 2, month: 1 },
      { trader: 3, month: 1 },
      { trader: 1, month: 2 },
      { trader: 3, month: 2 },
    ]);
  });

  test('gives no place to who is looked at with somebody on it, in that month or later', () => {
    const together = (trader: number) => (trader === 2 ? [3] : trader === 3 ? [2] : []);
    expect(alertsOf(ranked, 2, nobody, together)).toEqual([
      { trader: 2, month: 1, with: [3] },
      { trader: 1, month: 1, with: [] },
    ]);
    // Whoever is a case, or not on it, takes nobody's place.
    expect(alertsOf(ranked, 1, (trader) => trader === 2, together).map(({ trader }) => trader)).toEqual([
      3, 1,
    ]);
  });

  test('over all months takes the highest score of each', () => {
    expect(pooled(ranked, nobody)).toEqual([
      { trader: 2, score: 9, month: 1 },
      { trader: 1, score: 8, month: 2 },
      { trader: 3, score: 7, month: 1 },
    ]);
    expect(
      pooled(ranked, (trader, month) => trader === 1 && month === 2).map(({ trader }) => trader),
    ).toEqual([2, 3, 1]);
  });
});
