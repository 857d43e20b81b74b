import { beforeAll, describe, expect, test } from 'vitest';
import { certify } from '../certification/certify.ts';
import type { Block, MarketStep, Steps } from '../market/model.ts';
import { clear } from './clear.ts';
import type { Clearing } from './model.ts';
import { loadSolver, type Solver } from './solver.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const stepsOf = (...orders: readonly (readonly [megawatts: number, price: number])[]): Steps => ({
  prices: Float64Array.from(orders, ([, price]) => price),
  quantities: Float64Array.from(orders, ([megawatts]) => megawatts),
});
const alone = (demand: Steps, supply: Steps): MarketStep => ({
  orders: [{ demand, supply }],
  network: { zones: ['A'], links: [], borders: [], domain: null },
});
const sold = (megawatts: number, price: number): Block => ({
  ...{ id: 'block', zone: 0, side: 'supply', price, minimum: 1, parent: null, group: null },
  quantities: Float64Array.of(megawatts),
});

function cleared(steps: readonly MarketStep[], blocks: readonly Block[] = []): Clearing {
  const result = clear(solver, { steps, blocks, hours: 1 });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const broken = (clearing: Clearing) =>
  certify(clearing).flatMap(({ invariant, holds }) => (holds ? [] : [invariant]));
const welfareOf = ({ result: { welfare } }: Clearing) => welfare.consumers + welfare.producers + welfare.rent;

describe('A block that would win welfare at a loss', () => {
  // The fixture "noPab": accepted it makes 7,500 of welfare at a price of 20, at which it loses 500.
  const market = alone(stepsOf([100, 100]), stepsOf([60, 20], [100, 90]));

  test('is rejected, with the most welfare of what is left, and the bound says that it is', () => {
    const found = cleared([market], [sold(50, 30)]);
    expect([...found.result.blocks]).toEqual([0]);
    expect(found.result.steps[0]?.prices[0]).toBeCloseTo(90, 6);
    expect(welfareOf(found)).toBeCloseTo(5200, 6);
    expect(found.result.status).toBe('proven');
    expect(broken(found)).toEqual([]);
  });

  test('is accepted where a price between the orders bears it', () => {
    // 40 MW more are asked: the dear order sets the price again.
    const found = cleared([alone(stepsOf([140, 100]), market.orders[0]?.supply as Steps)], [sold(50, 30)]);
    expect([...found.result.blocks]).toEqual([1]);
    expect(found.result.steps[0]?.prices[0]).toBeCloseTo(90, 6);
    expect(broken(found)).toEqual([]);
  });

  test('is no result that passes', () => {
    const found = cleared([market], [sold(50, 30)]);
    const naive: Clearing = {
      ...found,
      result: {
        ...found.result,
        blocks: Float64Array.of(1),
        steps: [
          {
            ...(found.result.steps[0] as Clearing['result']['steps'][number]),
            prices: Float64Array.of(20),
            accepted: [{ demand: Float64Array.of(100), supply: Float64Array.of(50, 0) }],
          },
        ],
      },
    };
    expect(broken(naive)).toContain('no_paradox');
  });
});

describe('Two zones and a line between them', () => {
  const market = (most: number): MarketStep => ({
    orders: [
      { demand: stepsOf([100, 3000]), supply: stepsOf([300, 20], [300, 40]) },
      { demand: stepsOf([200, 3000]), supply: stepsOf([300, 60]) },
    ],
    network: {
      zones: ['A', 'B'],
      links: [{ id: 'A-B', from: 0, to: 1, least: -most, most }],
      borders: [],
      domain: null,
    },
  });

  test('have one price where it is wide enough, and the grid earns nothing', () => {
    const found = cleared([market(500)]);
    expect(found.result.steps[0]?.prices[0]).toBeCloseTo(found.result.steps[0]?.prices[1] as number, 9);
    expect(found.result.welfare.rent).toBeCloseTo(0, 6);
    expect(broken(found)).toEqual([]);
  });

  test('have their own prices where it is full, and the grid earns what is between them', () => {
    const found = cleared([market(50)]);
    expect([...(found.result.steps[0]?.prices ?? [])]).toEqual([20, 60]);
    expect([...(found.result.steps[0]?.flows ?? [])]).toEqual([50]);
    expect(found.result.welfare.rent).toBeCloseTo(2000, 6);
    expect(broken(found)).toEqual([]);
  });

  test.each([
    ['prices', 'order_consistency'],
    ['flows', 'balance'],
    ['positions', 'balance'],
  ] as const)('with one number of %s changed breaks %s', (what, invariant) => {
    const found = cleared([market(50)]);
    const step = found.result.steps[0] as Clearing['result']['steps'][number];
    const changed = Float64Array.from(step[what], (value, place) => (place === 0 ? value + 0.5 : value));
    const wrong = { ...found, result: { ...found.result, steps: [{ ...step, [what]: changed }] } };
    expect(broken(wrong)).toContain(invariant);
  });
});
