import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getValue, listCodes } from './fixtures/results.ts';
import {
  formatValue,
  missingReasons,
  numberOf,
  type ObservationValue,
  ratio,
  sumValues,
} from './observation-value.ts';

fc.configureGlobal({ seed: 20200531 });

const value = (number: number): ObservationValue => ({ kind: 'value', value: number });
const range = (min: number, max: number): ObservationValue => ({ kind: 'range', min, max });
const atMost = (number: number): ObservationValue => ({ kind: 'bound', bound: 'upper', value: number });
const atLeast = (number: number): ObservationValue => ({ kind: 'bound', bound: 'lower', value: number });
const missing = (reason: (typeof missingReasons)[number]): ObservationValue => ({
  kind: 'missing',
  reason,
  note: null,
});

test('only a plain value is a number; a confirmed nil is one', () => {
  expect(numberOf({ kind: 'value', value: 0, nilConfirmed: true })).toBe(0);
  for (const other of [range(2, 2), atMost(300), { kind: 'text', text: '3' } as const, missing('blank')])
    expect(numberOf(other)).toBeUndefined();
});

test('a sum says how much of it was reported', () => {
  expect(sumValues([value(65), value(7), missing('not_available')])).toEqual({
    value: 72,
    reported: 2,
    expected: 3,
  });
  expect(sumValues([missing('blank'), range(1, 2)])).toEqual({ value: null, reported: 0, expected: 2 });
  expect(sumValues([{ kind: 'value', value: 0, nilConfirmed: true }])).toEqual({
    value: 0,
    reported: 1,
    expected: 1,
  });
  expect(sumValues([value(1), missing('not_applicable')])).toEqual({ value: 1, reported: 1, expected: 1 });
  expect(sumValues([])).toEqual({ value: null, reported: 0, expected: 0 });
});

test('missing is never zero in a sum', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.constantFrom(...missingReasons)), (numbers, reasons) => {
      const sum = sumValues([...numbers.map(value), ...reasons.map(missing)]);
      expect(sum.value).toBe(numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0));
      expect(sum.reported).toBe(numbers.length);
      expect(sum.expected).toBe(
        numbers.length + reasons.filter((reason) => reason !== 'not_applicable').length,
      );
    }),
  );
});

test('realised over potential: 5 of 180 million', () => {
  expect(numberOf(getValue(ratio(value(5), value(180))))).toBeCloseTo(0.0278, 4);
  expect(getValue(ratio(range(2, 3), value(100)))).toEqual(range(0.02, 0.03));
  expect(getValue(ratio(value(6), range(2, 3)))).toEqual(range(2, 3));
  expect(getValue(ratio(atMost(6), value(2)))).toEqual(atMost(3));
  expect(getValue(ratio(atMost(6), value(-2)))).toEqual(atLeast(-3));
  expect(getValue(ratio(value(6), atLeast(2)))).toEqual(range(0, 3));
  expect(getValue(ratio(atLeast(6), atLeast(2)))).toEqual(atLeast(0));
  expect(getValue(ratio(value(0), value(4)))).toEqual(value(0));
  expect(getValue(ratio(value(0), value(-4)))).toEqual(value(0));
});

test('a ratio that is no number is refused with the reason', () => {
  for (const divisor of [value(0), range(-1, 1), range(0, 1), atMost(300)])
    expect(listCodes(ratio(value(0), divisor))).toEqual(['ratio_divisor_may_be_zero']);
  for (const other of [missing('not_stated'), { kind: 'text', text: '5' } as const]) {
    expect(listCodes(ratio(value(5), other))).toEqual(['ratio_value_not_numeric']);
    expect(listCodes(ratio(other, value(5)))).toEqual(['ratio_value_not_numeric']);
  }
  expect(listCodes(ratio(value(1e308), value(1e-308)))).toEqual(['ratio_unbounded']);
});

test('a ratio of ranges holds the ratio of every two numbers in them', () => {
  const numbers = fc.integer({ min: -1000, max: 1000 });
  const ranges = fc
    .tuple(numbers, numbers, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([a, b, part]) => ({ min: Math.min(a, b), max: Math.max(a, b), inside: a + (b - a) * part }));
  fc.assert(
    fc.property(ranges, ranges, (a, b) => {
      const found = ratio(range(a.min, a.max), range(b.min, b.max));
      expect(found.ok).toBe(b.min > 0 || b.max < 0);
      if (!found.ok) return;
      const quotient = a.inside / b.inside;
      const { value: told } = found;
      const [min, max] =
        told.kind === 'range'
          ? [told.min, told.max]
          : [numberOf(told) ?? Number.NaN, numberOf(told) ?? Number.NaN];
      expect(quotient).toBeGreaterThanOrEqual(min - 1e-9);
      expect(quotient).toBeLessThanOrEqual(max + 1e-9);
    }),
  );
});

test('figures in words of each language, no digit rounded away', () => {
  expect(formatValue({ kind: 'value', value: 71395 }, 'nl')).toBe('71.395');
  expect(formatValue({ kind: 'value', value: 71395.25 }, 'de')).toBe('71.395,25');
  expect(formatValue({ kind: 'value', value: 0.027778 }, 'en')).toBe('0.027778');
  expect(formatValue({ kind: 'value', value: 0.1 + 0.2 }, 'en')).toBe('0.3');
  expect(formatValue({ kind: 'range', min: 2, max: 3 }, 'fr')).toBe('2–3');
  expect(formatValue({ kind: 'bound', bound: 'upper', value: 300 }, 'en')).toBe('≤ 300');
  expect(formatValue({ kind: 'bound', bound: 'lower', value: 2 }, 'en')).toBe('≥ 2');
  expect(formatValue({ kind: 'text', text: 'enige tientallen' }, 'en')).toBe('enige tientallen');
});
