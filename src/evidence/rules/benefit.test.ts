import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benefitOf, type Figure, sideOf } from './benefit.ts';

fc.configureGlobal({ seed: 20200531 });

const figure = (side: Figure['side'], more: Partial<Figure> = {}): Figure => ({
  observation: `${side}-1`,
  indicator: side,
  side,
  value: { kind: 'value', value: 100 },
  unit: 'EUR/year',
  period: '2019',
  geography: 'NL',
  inferred: null,
  method: null,
  note: null,
  source: ['11.3'],
  ...more,
});

/** The digital consignment note (§11.3): 180 million in the Netherlands, 300 million in the Benelux, 5 million saved. */
const dutch = figure('potential', {
  observation: 'dutch',
  value: { kind: 'bound', bound: 'upper', value: 180_000_000 },
});
const benelux = figure('potential', {
  observation: 'benelux',
  geography: 'BENELUX',
  value: { kind: 'value', value: 300_000_000 },
});
const saved = figure('realised', {
  geography: null,
  value: { kind: 'value', value: 5_000_000 },
  inferred: { geography: 'NL', basis: '5 M lies within 2 to 3 % of the Dutch potential', certain: false },
});

test('5 of 300 million is refused: the source does not say which area was saved in', () => {
  const { ratios, inferredRatios } = benefitOf([dutch, benelux, saved]);
  expect(ratios).toEqual([
    {
      potential: 'dutch',
      realised: 'realised-1',
      geography: 'NL',
      given: false,
      reason: 'geography_not_stated',
    },
    {
      potential: 'benelux',
      realised: 'realised-1',
      geography: 'BENELUX',
      given: false,
      reason: 'geography_not_stated',
    },
  ]);
  expect(inferredRatios).toEqual([
    {
      potential: 'dutch',
      realised: 'realised-1',
      geography: 'NL',
      given: true,
      ratio: 5 / 180,
      bound: 'lower',
      certain: false,
      basis: '5 M lies within 2 to 3 % of the Dutch potential',
    },
  ]);
});

test('Of what is at most so much, the share is at least the quotient; of what is at least so much, at most', () => {
  const share = (bound: 'upper' | 'lower') => {
    const value = { kind: 'bound', bound, value: 200 } as const;
    const done = figure('realised', { value: { kind: 'value', value: 50 } });
    return benefitOf([figure('potential', { value }), done]).ratios[0];
  };
  expect(share('upper')).toMatchObject({ ratio: 0.25, bound: 'lower' });
  expect(share('lower')).toMatchObject({ ratio: 0.25, bound: 'upper' });
});

test('A share needs the same area and unit and two figures; nothing of nothing is no share', () => {
  const reasonFor = (more: Partial<Figure>, of: Partial<Figure> = {}) => {
    const [ratio] = benefitOf([figure('potential', of), figure('realised', more)]).ratios;
    return ratio?.given === false ? ratio.reason : ratio?.ratio;
  };
  expect(reasonFor({})).toBe(1);
  expect(reasonFor({ geography: 'BE' })).toBe('geography_differs');
  expect(reasonFor({ unit: 'hours' })).toBe('unit_differs');
  expect(reasonFor({ value: { kind: 'missing', reason: 'not_stated', note: null } })).toBe('not_a_number');
  expect(reasonFor({ value: { kind: 'range', min: 1, max: 2 } })).toBe('not_a_number');
  const nothing = { kind: 'value', value: 0 } as const;
  expect(reasonFor({ value: nothing }, { value: nothing })).toBe('potential_is_zero');
  expect(reasonFor({ value: nothing })).toBe(0);
});

test('Which side a figure is on is what its indicator says, else its method, else the end of its code', () => {
  expect(sideOf({ id: 'x', benefit: 'share' }, 'ex_ante')).toBe('share');
  expect(sideOf({ id: 'X-REALISED' }, 'ex_ante_study')).toBe('potential');
  expect(sideOf({ id: 'x' }, 'ex_post')).toBe('realised');
  expect(sideOf({ id: 'FRT-POTENTIAL' }, 'estimate')).toBe('potential');
  expect(sideOf({ id: 'FRT-SHARE' }, null)).toBe('share');
  expect(sideOf({ id: 'FRT-NOTES-YEAR' }, 'exact')).toBe(null);
  expect(sideOf({ id: 'POTENTIAL' }, null)).toBe(null);
});

test('No share is ever given across areas or units, and each figure is on one side', () => {
  const figures = fc.array(
    fc.record({
      side: fc.constantFrom('potential', 'realised', 'share'),
      number: fc.option(fc.integer({ min: -5, max: 5 })),
      geography: fc.constantFrom('NL', 'BE', null),
      unit: fc.constantFrom('EUR', 'hours'),
    }),
    { minLength: 4, maxLength: 9 },
  );
  let given = 0;
  fc.assert(
    fc.property(figures, (drawn) => {
      const all = drawn.map(({ side, number, ...rest }, index) =>
        figure(side as Figure['side'], {
          ...rest,
          observation: `o${index}`,
          value:
            number === null
              ? { kind: 'missing', reason: 'blank', note: null }
              : { kind: 'value', value: number },
        }),
      );
      const benefit = benefitOf(all);
      expect(benefit.potential.length + benefit.realised.length + benefit.shares.length).toBe(all.length);
      expect(benefit.ratios).toHaveLength(benefit.potential.length * benefit.realised.length);
      for (const ratio of benefit.ratios) {
        if (!ratio.given) continue;
        given += 1;
        const [potential, realised] = [ratio.potential, ratio.realised].map((id) =>
          all.find((one) => one.observation === id),
        );
        expect(potential?.geography).toBe(realised?.geography);
        expect(potential?.unit).toBe(realised?.unit);
        expect(Number.isFinite(ratio.ratio)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  expect(given).toBeGreaterThan(30);
});
