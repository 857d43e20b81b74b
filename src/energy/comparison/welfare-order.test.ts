import { beforeAll, describe, expect, test } from 'vitest';
import { clear } from '../clearing/clear.ts';
import type { Clearing } from '../clearing/model.ts';
import { loadSolver, type Solver } from '../clearing/solver.ts';
import { madeUpDomain } from '../domain/made-up-domain.ts';
import type { Block } from '../market/model.ts';
import { certified, madeUpMarket } from '../runs/clear-domain.ts';
import type { Mode } from '../runs/run-file.ts';
import { compare, type Pair } from './compare.ts';
import { welfareOrder } from './welfare-order.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function cleared(seed: number, mode: Mode, change: (clearing: Clearing) => Clearing = (same) => same) {
  const market = madeUpMarket(madeUpDomain(seed, 4, 40, 1), seed, mode);
  if (!market.ok) throw new Error(JSON.stringify(market.problems));
  const { steps, blocks, hours } = change({ ...market.value, result: undefined as never });
  const found = clear(solver, { steps, blocks, hours });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  // Where the grid limits nothing, all couplings bring the same.
  expect(certified(found.value).isCongested).toBe(true);
  return found.value;
}
const pairOf = (seed: number, actual: Clearing, counterfactual: Clearing): Pair => ({
  ...{ name: `hour ${seed}`, actual, counterfactual },
});
const orderOf = (...pairs: readonly Pair[]) => {
  const found = welfareOrder(pairs);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
};
const differenceOf = (pair: Pair) => {
  const compared = compare([pair]);
  if (!compared.ok) throw new Error(JSON.stringify(compared.problems));
  return compared.value.difference.welfare;
};
/** Every line lets so much more through, as capacities do that somebody sets by himself. */
const wider =
  (megawatts: number) =>
  (clearing: Clearing): Clearing => ({
    ...clearing,
    steps: clearing.steps.map(({ orders, network }) => ({
      orders,
      network: {
        ...network,
        links: network.links.map((link) => ({
          ...link,
          ...{ least: link.least - megawatts, most: link.most + megawatts },
        })),
      },
    })),
  });

describe('A domain beside capacities that were cut out of it', () => {
  test('brings no less welfare, and that is proven first', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const pair = pairOf(seed, cleared(seed, 'fb'), cleared(seed, 'atc'));
      expect(orderOf(pair)).toMatchObject({ isProven: true, proven: 1, of: 1, outside: null, blocks: null });
      expect(differenceOf(pair)).toBeGreaterThan(0);
      // The same is said where the other one is looked at.
      expect(orderOf(pairOf(seed, pair.counterfactual, pair.actual))?.isProven).toBe(true);
    }
  });

  test('may bring less than capacities that somebody sets by himself: nothing is said of it but the row that they pass', () => {
    const pairs = [1, 2].map((seed) =>
      pairOf(seed, cleared(seed, 'fb'), cleared(seed, 'atc', wider(seed === 1 ? 0 : 500))),
    );
    expect(differenceOf(pairs[1] as Pair)).toBeLessThan(0);
    const order = orderOf(...pairs);
    expect(order).toMatchObject({ isProven: false, proven: 1, of: 2, outside: { name: 'hour 2', step: 1 } });
    expect(order?.outside?.row).toMatch(/^row \d+$/);
    expect(order?.outside?.flow).toBeGreaterThan(order?.outside?.ram as number);
  });

  test('with blocks may bring less, so that nothing is said', () => {
    const block: Block = {
      ...{ id: 'block', zone: 0, side: 'supply', price: 40, minimum: 1, parent: null, group: null },
      quantities: Float64Array.of(100),
    };
    const withBlock = (clearing: Clearing): Clearing => ({ ...clearing, blocks: [block] });
    const pair = pairOf(3, cleared(3, 'fb', withBlock), cleared(3, 'atc', withBlock));
    expect(orderOf(pair)).toMatchObject({ isProven: false, blocks: 'hour 3', outside: null });
  });

  test('that is proven and does not hold is found', () => {
    const { actual, counterfactual, name } = pairOf(4, cleared(4, 'fb'), cleared(4, 'atc'));
    const [step] = actual.result.steps;
    const nothing = (step?.accepted ?? []).map(({ demand, supply }) => ({
      ...{ demand: demand.map(() => 0), supply: supply.map(() => 0) },
    }));
    const result = {
      ...actual.result,
      steps: [{ ...(step as NonNullable<typeof step>), accepted: nothing }],
    };
    expect(welfareOrder([{ name, actual: { ...actual, result }, counterfactual }])).toMatchObject({
      problems: [{ code: 'energy_welfare_order', path: 'hour 4' }],
    });
  });
});

test('Of other couplings no order is told', () => {
  expect(orderOf(pairOf(1, cleared(1, 'fb'), cleared(1, 'fb')))).toBe(null);
});
