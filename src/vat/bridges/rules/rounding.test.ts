import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundTo, roundUpTo, shareLost } from './rounding.ts';

const someCents = fc.integer({ min: 0, max: 10 ** 14 });
const someDigits = fc.integer({ min: 1, max: 6 });
const runs = { numRuns: 500, seed: 5 };

describe('An amount that is told', () => {
  test('has the digits that the terms say, to the nearest, and a ceiling the next above', () => {
    // 1,234,567.89 euro: 1.2 million, and no more than 1.24 million.
    expect(roundTo(123_456_789, 2)).toBe(120_000_000);
    expect(roundUpTo(123_456_789, 3)).toBe(124_000_000);
    expect(roundTo(125_000_000, 2)).toBe(130_000_000);
    expect(roundUpTo(120_000_000, 2)).toBe(120_000_000);
    expect(roundTo(-123_456_789, 2)).toBe(-120_000_000);
  });

  test('is of whole thousands of euro, however small it was', () => {
    expect([roundTo(49_999, 6), roundTo(50_000, 6), roundUpTo(1, 6)]).toEqual([0, 100_000, 100_000]);
  });

  test('is never a ceiling below what it is of, nor more than a step above', () => {
    fc.assert(
      fc.property(someCents, someDigits, (cents, digits) => {
        const up = roundUpTo(cents, digits);
        expect(up).toBeGreaterThanOrEqual(cents);
        expect(up - cents).toBeLessThan(Math.max(100_000, cents * 2 * shareLost(digits)));
        expect(Math.abs(roundTo(cents, digits) - cents)).toBeLessThanOrEqual(
          Math.max(50_000, cents * shareLost(digits)),
        );
      }),
      runs,
    );
  });

  test('keeps the order of amounts', () => {
    fc.assert(
      fc.property(someCents, someCents, someDigits, (one, other, digits) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(roundTo(less, digits)).toBeLessThanOrEqual(roundTo(more, digits));
        expect(roundUpTo(less, digits)).toBeLessThanOrEqual(roundUpTo(more, digits));
      }),
      runs,
    );
  });
});
