import { beforeAll, describe, expect, test } from 'vitest';
import { netCurve } from '../market/net-curve.ts';
import { into, open, out } from './ceilings.ts';
import { slowly } from './fixtures/every-selection.ts';
import { dayOf, type SmallDay } from './fixtures/small-day.ts';
import { priceDay, scopeAround } from './relaxed-day.ts';
import { searchBlocks, wayOf } from './search-blocks.ts';
import { loadSolver, type Solver } from './solver.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** The branches alone: no selection to begin with, and none made by leaving out losers, which would hide a branch that is missing. */
function searched({ steps, blocks }: SmallDay, mostNodes: number) {
  const curved = steps.map(({ orders, network }) => ({ curves: orders.map(netCurve), network }));
  const scope = scopeAround(
    curved,
    steps.map(() => new Float64Array(3).fill(50)),
  );
  const all = blocks.map((): readonly [number, number] => [0, 1]);
  const relaxed = priceDay(solver, curved, blocks, all, scope);
  if (typeof relaxed === 'string') throw new Error('The day has no relaxation');
  if (relaxed.steps.every(({ shadows }) => shadows.size === 0)) throw new Error('The day is not congested');
  return searchBlocks(solver, curved, blocks, relaxed, scope, null, { mostNodes, roundedNodes: 0 });
}

/**
 * Days of twelve blocks on which the best selection lies in a branch that is easily lost: each of them fails where the search leaves out the
 * first, second or last branch, takes a bound that is too high, or decides a block too early (tried by hand).
 */
describe.each([
  ['with minimums', false, [12, 67, 148, 154, 381]],
  ['in families and groups', true, [29, 105, 116, 137, 328]],
] as const)('The branches over blocks %s', (_, isTied, seeds) => {
  test.each(seeds)(
    'hold the best of all 4,096 selections of day %i, and no bound above it',
    (seed) => {
      const day = dayOf(seed, isTied, 12);
      const { supported } = slowly(solver, day);
      const whole = searched(day, 10_000);
      expect(whole.best?.cost).toBeCloseTo(supported, 3);
      expect(whole.bound).toBeCloseTo(supported, 3);
      // A day that is decided at once has no branch to lose.
      expect(whole.nodes).toBeGreaterThan(2);
      for (let nodes = 1; nodes < whole.nodes; nodes++) {
        const { best, bound } = searched(day, nodes);
        expect(bound, `after ${nodes}`).toBeLessThan(supported + 1e-3);
        expect(best?.cost ?? supported, `after ${nodes}`).toBeGreaterThan(supported - 1e-3);
      }
    },
    120_000,
  );
});

describe('The branches over forty blocks', () => {
  test('come to what a search that knows no ceilings came to, where a ceiling leaves out what a relaxation accepts', () => {
    const { best, bound } = searched(dayOf(1, false, 40), 10_000);
    expect(best?.cost).toBeCloseTo(67_971.94565, 3);
    expect(bound).toBeCloseTo(67_971.94565, 3);
  });
});

describe('A block is decided', () => {
  test('to be in only where leaving it out costs more than the room', () => {
    expect([99, 100, 101].map((gain) => wayOf(gain, 100, 1))).toEqual([open, open, into]);
  });

  test('to be out only where its minimum loses more than the room', () => {
    expect([-199, -200, -201].map((gain) => wayOf(gain, 100, 0.5))).toEqual([open, open, out]);
  });

  test('never, where it has no minimum', () => {
    expect([-1000, 1000].map((gain) => wayOf(gain, 100, 0))).toEqual([open, open]);
  });
});
