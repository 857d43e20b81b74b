import { expect, test } from 'vitest';
import type { Clearing } from '../../clearing/model.ts';
import { addConvergence, convergenceOf } from './convergence.ts';

/** Of a clearing the zones and prices alone, which are all that is looked at. */
function withPrices(zones: readonly string[], ...prices: readonly (readonly number[])[]): Clearing {
  const network = { zones, links: [], borders: [], domain: null };
  const none = new Float64Array();
  return {
    ...{ blocks: [], hours: 1 },
    steps: prices.map(() => ({ orders: [], network })),
    result: {
      steps: prices.map((of) => ({
        ...{ prices: Float64Array.from(of), positions: none, flows: none, exchanges: none },
        ...{ accepted: [], shadows: [] },
      })),
      ...{ blocks: none, bound: 0, status: 'proven', welfare: { consumers: 0, producers: 0, rent: 0 } },
    },
  };
}

const zones = ['BE', 'FR', 'NL'];
const night = withPrices(zones, [40, 40, 40], [50, 50, 50.02]);
const day = withPrices(zones, [80, 60, 100], [-20, -20, 30]);

test('Prices are one where no two zones stand more than a cent apart; each two are counted by themselves', () => {
  expect(convergenceOf(night)).toMatchObject({ steps: 2, equal: 1 });
  expect(convergenceOf(night).spread).toBeCloseTo(0.02, 9);
  const found = convergenceOf(day);
  expect(found).toMatchObject({ steps: 2, equal: 0, spread: 40 + 50 });
  expect(found.pairs).toEqual([
    { one: 'BE', other: 'FR', equal: 1, spread: 20 },
    { one: 'BE', other: 'NL', equal: 0, spread: 20 + 50 },
    { one: 'FR', other: 'NL', equal: 0, spread: 40 + 50 },
  ]);
});

test('Two days together are what one clearing of both would be', () => {
  const both = withPrices(zones, [40, 40, 40], [50, 50, 50.02], [80, 60, 100], [-20, -20, 30]);
  const added = addConvergence(convergenceOf(night), convergenceOf(day));
  const whole = convergenceOf(both);
  expect({ ...added, spread: 0, pairs: [] }).toEqual({ ...whole, spread: 0, pairs: [] });
  expect(added.spread).toBeCloseTo(whole.spread, 9);
  for (const [place, pair] of whole.pairs.entries()) {
    expect(added.pairs[place]).toMatchObject({ one: pair.one, other: pair.other, equal: pair.equal });
    expect(added.pairs[place]?.spread).toBeCloseTo(pair.spread, 9);
  }
});
