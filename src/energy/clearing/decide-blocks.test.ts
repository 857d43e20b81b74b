import { beforeAll, describe, expect, test } from 'vitest';
import { certify } from '../certification/certify.ts';
import type { Block, MarketStep } from '../market/model.ts';
import { netCurve } from '../market/net-curve.ts';
import { clear } from './clear.ts';
import { decideBlocks } from './decide-blocks.ts';
import { slowly } from './fixtures/every-selection.ts';
import { dayOf, pairs, stepsOf } from './fixtures/small-day.ts';
import type { Clearing } from './model.ts';
import { loadSolver, type Solver } from './solver.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** One zone and hour in which 100 MW are asked at 100 EUR, 60 offered at 20 and 100 at 90. */
const alone: MarketStep = {
  orders: [{ demand: stepsOf([100, 100]), supply: stepsOf([60, 20], [100, 90]) }],
  network: { zones: ['A'], links: [], borders: [], domain: null },
};
const block = (id: string, megawatts: number, price: number, more: Partial<Block> = {}): Block => ({
  ...{ id, zone: 0, side: 'supply', price, minimum: 1, parent: null, group: null },
  quantities: Float64Array.of(megawatts),
  ...more,
});
function cleared(steps: readonly MarketStep[], blocks: readonly Block[]): Clearing {
  const result = clear(solver, { steps, blocks, hours: 1 });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(broken(result.value)).toEqual([]);
  return result.value;
}
const broken = (clearing: Clearing) =>
  certify(clearing).flatMap(({ invariant, holds }) => (holds ? [] : [invariant]));
const withShares = (clearing: Clearing, ...blocks: readonly number[]): Clearing => ({
  ...clearing,
  result: { ...clearing.result, blocks: Float64Array.from(blocks) },
});

describe('A block with a minimum', () => {
  test('is accepted as far as it is needed, and sets the price', () => {
    const found = cleared([alone], [block('half', 50, 30, { minimum: 0.5 })]);
    expect([...found.result.blocks]).toEqual([0.8]);
    expect(found.result.steps[0]?.prices[0]).toBeCloseTo(30, 6);
    // To less than its minimum it may not be accepted, and in part only where it gains nothing.
    expect(broken(withShares(found, 0.4))).toContain('block_shares');
    const dear = { ...found.blocks[0], price: 25 } as Block;
    expect(broken({ ...found, blocks: [dear] })).toContain('order_consistency');
  });

  test('is rejected where even its minimum is too much', () => {
    const found = cleared([alone], [block('most', 50, 30, { minimum: 0.9 })]);
    expect([...found.result.blocks]).toEqual([0]);
  });
});

describe('Blocks of one group', () => {
  test('are accepted to one together: the cheaper start is taken', () => {
    const two = [block('early', 30, 40, { group: 'start' }), block('late', 30, 35, { group: 'start' })];
    const found = cleared([alone], two);
    expect([...found.result.blocks]).toEqual([0, 1]);
    expect(broken(withShares(found, 1, 1))).toContain('block_shares');
  });
});

describe('A family of blocks', () => {
  // 40 MW are missing below 90 EUR: who sells 39 leaves the price there.
  test('has a parent that loses paid by its child', () => {
    const found = cleared([alone], [block('parent', 9, 95), block('child', 30, 40, { parent: 'parent' })]);
    expect([...found.result.blocks]).toEqual([1, 1]);
    const poor = { ...found.blocks[1], price: 89 } as Block;
    expect(broken({ ...found, blocks: [found.blocks[0] as Block, poor] })).toContain('no_paradox');
  });

  test('has no child that loses paid by its parent', () => {
    // At 90 EUR the parent gains 1,500 and the child loses 45: it is no child's to take.
    const found = cleared([alone], [block('parent', 30, 40), block('child', 9, 95, { parent: 'parent' })]);
    expect([...found.result.blocks]).toEqual([1, 0]);
    const dear = { ...found.blocks[0], price: 92 } as Block;
    expect(broken({ ...found, blocks: [dear, found.blocks[1] as Block] })).toContain('no_paradox');
  });

  test('has no child without its parent, nor to more than it', () => {
    const found = cleared([alone], [block('parent', 9, 500), block('child', 30, 40, { parent: 'parent' })]);
    expect([...found.result.blocks]).toEqual([0, 0]);
    expect(broken(withShares(found, 0, 1))).toContain('block_shares');
  });
});

describe.each([
  ['with minimums', false],
  ['in families and groups', true],
])('Blocks %s on small congested days', (_, isTied) => {
  /** Days on which no row of the domain binds are refused. */
  const days = () =>
    Array.from({ length: 60 }, (_day, seed) => dayOf(seed + 1, isTied))
      .filter(({ steps, blocks }) =>
        cleared(steps, blocks).result.steps.some(({ shadows }) => shadows.length > 0),
      )
      .slice(0, 24);

  test('are decided as by trying every selection, and certified', () => {
    let [paradoxes, accepted] = [0, 0];
    const congested = days();
    expect(congested.length).toBe(24);
    for (const [place, day] of congested.entries()) {
      const found = cleared(day.steps, day.blocks);
      const { free, supported } = slowly(solver, day);
      const { consumers, producers, rent } = found.result.welfare;
      const asked = day.steps
        .flatMap(({ orders }) => orders.flatMap(({ demand }) => pairs(demand)))
        .reduce((sum, [megawatts, price]) => sum + megawatts * price, 0);
      expect(Math.abs(asked - supported - (consumers + producers + rent)), `${place}`).toBeLessThan(1e-3);
      expect(found.result.status, `${place}`).toBe('proven');
      if (supported > free + 1e-3) paradoxes++;
      accepted += found.result.blocks.filter((share) => share > 0).length;
    }
    // Days on which blocks decide themselves prove nothing.
    expect(paradoxes).toBeGreaterThan(3);
    expect(accepted).toBeGreaterThan(congested.length);
  }, 120_000);

  test('have a true bound wherever the search is stopped', () => {
    for (const day of days().slice(0, 8)) {
      const { supported } = slowly(solver, day);
      const curved = day.steps.map(({ orders, network }) => ({ curves: orders.map(netCurve), network }));
      const expected = day.steps.map(() => new Float64Array(3).fill(50));
      for (const nodes of [0, 1, 2, 4]) {
        const decided = decideBlocks(solver, curved, day.blocks, expected, nodes);
        if (decided === null) throw new Error('nothing was found');
        expect(decided.nodes).toBeLessThanOrEqual(nodes);
        expect(decided.bound).toBeLessThanOrEqual(supported + 1e-4);
        expect(decided.cost).toBeGreaterThanOrEqual(supported - 1e-4);
        expect(decided.isProven).toBe(decided.cost - decided.bound <= 1e-4);
      }
    }
  }, 120_000);
});
