import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostCents, writtenCents } from '../model.ts';
import { centsIn } from './shared.ts';

fc.configureGlobal({ seed: 20080923 });

test.each([
  ['1250.50', 1_250_50],
  ['1.250,50', 1_250_50],
  ['1 250,5', 1_250_50],
  ['1.250', 1_250_00],
  ['1.250.000', 1_250_000_00],
  ['0,01', 1],
  ['12', 12_00],
  ['1.255', 1_255_00],
  ['12.505', 12_505_00],
  ['1,255', null],
  ['-1', null],
  ['', null],
  ['1e3', null],
  ['12345678901', null],
  ['10000000000.01', null],
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
