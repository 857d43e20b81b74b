import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountUpTo, centsIn } from './amount.ts';
import { mostCents, writtenCents } from './refunds/model.ts';

fc.configureGlobal({ seed: 20080923 });

test.each([
  ['1250.50', 1_250_50],
  ['1.250,50', 1_250_50],
  ['1 250,5', 1_250_50],
  ['1.250.000', 1_250_000_00],
  ['0,01', 1],
  ['12', 12_00],
  ['-1', -1_00],
  // A thousand and more, or one and a bit: who writes it is asked again.
  ['1.250', null],
  ['12.505', null],
  ['1,255', null],
  ['', null],
  ['1e3', null],
  ['1.2.3', null],
])('“%s” is read as %s cents', (text, cents) => {
  expect(centsIn(text)).toBe(cents);
});

test('whatever amount is written, it is read as the same cents', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: mostCents }), (cents) => {
      expect(centsIn(writtenCents(cents))).toBe(cents);
      expect(centsIn(writtenCents(cents).replace('.', ','))).toBe(cents);
    }),
  );
});

describe('A field for an amount', () => {
  const { schema } = amountUpTo(1_000_00);
  test.each([
    ['1000', 1_000_00],
    [12.5, 12_50],
    ['1000.01', null],
    ['-0.01', null],
    [0.001, null],
    [Number.NaN, null],
  ])('takes %s as %s cents', (given, cents) => {
    const read = schema.safeParse(given);
    expect(read.success ? read.data : null).toBe(cents);
  });
});
