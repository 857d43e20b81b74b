import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTaxPeriod } from '../../tax-period.ts';
import { type MatchKind, type Sides, usualTolerance } from '../model.ts';
import { differenceOf, settle } from './settle.ts';

const monthsOf = (text: string) => {
  const read = readTaxPeriod(text);
  if (read === null) throw new Error(text);
  return { from: read.from, to: read.to };
};
const euros = (value: number | null) => (value === null ? null : value * 100);
const sides = (
  period: string,
  supplied: number | null,
  declared: number | null,
  kind: MatchKind = 'L',
  hasFiled = true,
): Sides => ({
  kind,
  months: monthsOf(period),
  supplied: euros(supplied),
  declared: euros(declared),
  hasFiled,
});
const said = (given: readonly Sides[]) =>
  settle(given, usualTolerance).map(({ type, cents }) => `${type} ${cents / 100}`);

describe('What an acquirer declared, held against what was supplied to him,', () => {
  test.each([
    ['agrees', sides('2019-05', 10_000, 10_000), []],
    ['differs by a rounding', sides('2019-05', 10_000, 9_950), ['currency_or_rounding 50']],
    ['is too little', sides('2019-05', 10_000, 2_000), ['amount_under 8000']],
    ['is too much', sides('2019-05', 10_000, 12_000), ['amount_over -2000']],
    ['is of nobody', sides('2019-05', null, 5_000), ['acquisition_only -5000']],
    ['is not declared, though he filed', sides('2019-05', 5_000, null), ['supply_only 5000']],
    ['is not declared, and he did not file', sides('2019-05', 5_000, null, 'L', false), ['non_filer 5000']],
    ['is said to be nothing', sides('2019-05', 5_000, 0), ['nil_filer_with_inflow 5000']],
    ['is a credit note that he did not declare', sides('2019-05', -5_000, null), ['supply_only -5000']],
  ])('%s', (_, given, expected) => {
    expect(said([given])).toEqual(expected);
  });

  test('is of the month after', () => {
    expect(said([sides('2019-05', 8_000, null), sides('2019-06', 3_000, 11_000)])).toEqual([
      'period_shift 8000',
      'period_shift -8000',
    ]);
  });

  test('is a service where goods were supplied', () => {
    expect(said([sides('2019-05', 8_000, null), sides('2019-05', null, 8_000, 'S')])).toEqual([
      'kind_mismatch 8000',
      'kind_mismatch -8000',
    ]);
  });

  test('is of two months after, which explains nothing', () => {
    expect(said([sides('2019-05', 8_000, null), sides('2019-07', null, 8_000)])).toEqual([
      'supply_only 8000',
      'acquisition_only -8000',
    ]);
  });

  test('is shifted once and not twice: the earlier month has it', () => {
    expect(
      said([sides('2019-04', 8_000, null), sides('2019-05', null, 8_000), sides('2019-06', 8_000, null)]),
    ).toEqual(['period_shift 8000', 'period_shift -8000', 'supply_only 8000']);
  });
});

const anySides: fc.Arbitrary<readonly Sides[]> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.constantFrom<MatchKind>('L', 'S')), {
    selector: ([at, kind]) => `${at}${kind}`,
    maxLength: 12,
  })
  .chain((places) =>
    fc.tuple(
      ...places.map(([at, kind]) =>
        fc
          .tuple(
            fc.option(fc.constantFrom(0, 5_000, 8_000, 8_050, -3_000, 20_000)),
            fc.option(fc.constantFrom(0, 5_000, 8_000, 8_050, -3_000, 20_000)),
            fc.boolean(),
          )
          .map(
            ([supplied, declared, hasFiled]): Sides => ({
              kind,
              months: { from: 24_228 + at, to: 24_228 + at },
              supplied: euros(supplied),
              declared: euros(declared),
              hasFiled: hasFiled || declared !== null,
            }),
          ),
      ),
    ),
  );

describe('Whatever was declared', () => {
  test('entries sum up to what is open, none is told twice, and the order in which it came does not matter', () => {
    fc.assert(
      fc.property(anySides, fc.integer(), (given, turn) => {
        const found = settle(given, usualTolerance);
        expect(found.reduce((sum, one) => sum + one.cents, 0)).toBe(
          given.reduce((sum, one) => sum + differenceOf(one), 0),
        );
        const places = found.map(({ kind, months }) => `${kind}${months.from}`);
        expect(new Set(places).size).toBe(places.length);
        const start = given.length === 0 ? 0 : Math.abs(turn) % given.length;
        const turned = [...given.slice(start), ...given.slice(0, start)].reverse();
        expect(settle(turned, usualTolerance)).toEqual(found);
      }),
      { numRuns: 5_000, seed: 12 },
    );
  });
});
