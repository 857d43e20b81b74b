import { describe, expect, test } from 'vitest';
import { daysOf, readTaxPeriod, taxPeriodOf } from './tax-period.ts';

describe('The period of a declaration', () => {
  test.each([
    ['2019-01', 24_228, 24_228],
    ['2019-12', 24_239, 24_239],
    ['2019-Q2', 24_231, 24_233],
    ['2019', 24_228, 24_239],
  ])('%s is months %i to %i, and is written so again', (text, from, to) => {
    expect(readTaxPeriod(text)).toEqual({ period: text, from, to });
    expect(taxPeriodOf({ from, to })).toBe(text);
  });

  test.each([
    '',
    '2019-1',
    '2019-13',
    '2019-00',
    '2019-Q5',
    '2019Q1',
    '19-01',
    '1819',
    '2019-01-01',
    ' 2019',
  ])('%j is none', (text) => {
    expect(readTaxPeriod(text)).toBeNull();
  });

  test('has its days, counted from the first of January 1970', () => {
    expect(daysOf({ from: 12 * 1970, to: 12 * 1970 })).toEqual({ first: 0, last: 30 });
    // Fourteen leap years before 2026, which is none.
    expect(daysOf({ from: 12 * 2026, to: 12 * 2026 + 1 })).toEqual({ first: 20_454, last: 20_454 + 58 });
    expect(daysOf({ from: 12 * 2024 + 1, to: 12 * 2024 + 1 })).toEqual({ first: 19_754, last: 19_782 });
  });

  test('is of no two months', () => {
    expect(() => taxPeriodOf({ from: 24_228, to: 24_229 })).toThrow(RangeError);
    expect(() => taxPeriodOf({ from: 24_229, to: 24_231 })).toThrow(RangeError);
  });
});
