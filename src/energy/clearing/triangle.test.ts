import { beforeAll, describe, expect, test } from 'vitest';
import { certify } from '../certification/certify.ts';
import type { Link, MarketStep, ZoneOrders } from '../market/model.ts';
import { clear } from './clear.ts';
import type { Clearing } from './model.ts';
import { loadSolver, type Solver } from './solver.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/**
 * Three zones of which each pair has a line of the same reactance; C is the slack. Supply is linear, p = a + 0.02 q, and demand pays whatever it
 * takes. Worked out by hand (data/energy/fixtures of the sources).
 */
const zones = ['A', 'B', 'C'];
const third = 1 / 3;
const lines: Readonly<Record<string, readonly number[]>> = {
  AC: [2 * third, third, 0],
  AB: [third, -third, 0],
  BC: [third, 2 * third, 0],
};
const slope = 0.02;
const capacity = 5000;

function orders(first: number, demand: number): ZoneOrders {
  return {
    demand: { prices: Float64Array.of(4000), quantities: Float64Array.of(demand) },
    supply: {
      prices: Float64Array.of(first),
      ends: Float64Array.of(first + slope * capacity),
      quantities: Float64Array.of(capacity),
    },
  };
}
const market = (limits: Readonly<Record<string, number>>): MarketStep => ({
  orders: [orders(10, 500), orders(20, 1000), orders(40, 1500)],
  network: {
    ...{ zones, links: [], borders: [] },
    domain: Object.entries(limits).map(([id, ram]) => ({
      ...{ id, ram },
      ptdf: Float64Array.from(lines[id] as number[]),
    })),
  },
});

function cleared(step: MarketStep): Clearing {
  const result = clear(solver, { steps: [step], blocks: [], hours: 1 });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
/** EUR that sellers are paid at the least. */
const costOf = ({ result }: Clearing, step: MarketStep) =>
  (result.steps[0]?.accepted ?? []).reduce((all, { supply }, zone) => {
    const [taken, first] = [supply[0] as number, step.orders[zone]?.supply.prices[0] as number];
    return all + first * taken + (slope * taken * taken) / 2;
  }, 0);

describe('Three zones in a triangle', () => {
  test.each([
    {
      ...{ limits: {}, cost: 88_333 + third, shadows: [], rent: 0 },
      prices: [43 + third, 43 + third, 43 + third],
      positions: [1166 + 2 * third, 166 + 2 * third, -1333 - third],
    },
    {
      ...{ limits: { AC: 600 }, cost: 90_783 + third, shadows: [21], rent: 12_600 },
      prices: [36 + third, 43 + third, 50 + third],
      positions: [816 + 2 * third, 166 + 2 * third, -983 - third],
    },
    {
      ...{ limits: { AC: 300 }, cost: 101_133 + third, shadows: [48], rent: 14_400 },
      prices: [27 + third, 43 + third, 59 + third],
      positions: [366 + 2 * third, 166 + 2 * third, -533 - third],
    },
    // Not intuitive: B exports at 50.33 while C imports at 43.33, because that makes room on the line between A and B.
    {
      ...{ limits: { AB: 100 }, cost: 90_783 + third, shadows: [21], rent: 2100 },
      prices: [36 + third, 50 + third, 43 + third],
      positions: [816 + 2 * third, 516 + 2 * third, -1333 - third],
    },
  ])(
    'come to the prices worked out by hand within $limits',
    ({ limits, cost, shadows, rent, prices, positions }) => {
      const step = market(limits);
      const found = cleared(step);
      const [own] = found.result.steps;
      for (const zone of zones.keys()) {
        expect(own?.prices[zone]).toBeCloseTo(prices[zone] as number, 6);
        expect(own?.positions[zone]).toBeCloseTo(positions[zone] as number, 6);
      }
      expect(own?.shadows.map(({ price }) => Math.round(price * 1e6) / 1e6)).toEqual(shadows);
      expect(found.result.welfare.rent).toBeCloseTo(rent, 4);
      expect(costOf(found, step)).toBeCloseTo(cost, 4);
      expect(certify(found).filter(({ holds }) => !holds)).toEqual([]);
    },
  );

  test('break an invariant where a linear order trades more than its price says', () => {
    const found = cleared(market({ AC: 600 }));
    const [own] = found.result.steps;
    const accepted = (own?.accepted ?? []).map((one, zone) =>
      zone === 0 ? { ...one, supply: one.supply.map((taken) => taken + 0.01) } : one,
    );
    const wrong = {
      ...found,
      result: { ...found.result, steps: [{ ...(own as NonNullable<typeof own>), accepted }] },
    };
    expect(certify(wrong).flatMap(({ invariant, holds }) => (holds ? [] : [invariant]))).toContain(
      'order_consistency',
    );
  });
});

describe('Three zones in a triangle of which nothing may go from a dear to a cheap one', () => {
  const ways = [
    ...[
      [0, 1],
      [1, 0],
      [0, 2],
    ],
    ...[
      [2, 0],
      [1, 2],
      [2, 1],
    ],
  ] as const;
  const links = ways.map(
    ([from, to]): Link => ({ id: `${zones[from]} → ${zones[to]}`, from, to, least: 0, most: 1e6 }),
  );
  const intuitive = (limits: Readonly<Record<string, number>>): MarketStep => {
    const { orders: own, network } = market(limits);
    return { orders: own, network: { ...network, links, linksAre: 'exchanges' } };
  };
  const welfareOf = ({ result: { welfare } }: Clearing) =>
    welfare.consumers + welfare.producers + welfare.rent;

  test('lose the relief of B for AB: A sends 300 MW to C, and B and C have one price', () => {
    // A third of 300 MW is the 100 of AB. B + C then sell 2200 MW at 52: B 1600 of them, 600 more than it needs.
    const step = intuitive({ AB: 100 });
    const found = cleared(step);
    const [own] = found.result.steps;
    expect([...(own?.prices ?? [])]).toEqual([26, 52, 52].map((price) => expect.closeTo(price, 6)));
    const flows = Object.fromEntries(links.map(({ id }, link) => [id, own?.flows[link]]));
    expect(flows).toEqual({
      ...{ 'A → B': 0, 'B → A': 0, 'A → C': expect.closeTo(300, 6), 'C → A': 0 },
      ...{ 'B → C': expect.closeTo(600, 6), 'C → B': 0 },
    });
    expect(own?.shadows).toEqual([{ row: 0, price: expect.closeTo(78, 6) }]);
    expect(found.steps[0]?.network.domain).toMatchObject([{ id: 'AB', takesNoRelief: true }]);
    expect(costOf(found, step)).toBeCloseTo(99_600, 4);
    expect(certify(found).filter(({ holds }) => !holds)).toEqual([]);
    // What the rule costs: within the domain alone it was 90,783.33.
    expect(welfareOf(cleared(market({ AB: 100 }))) - welfareOf(found)).toBeCloseTo(8816 + 2 * third, 4);
  });

  test('come to the same as within the domain where prices and exchanges go the same way', () => {
    const [plain, found] = [cleared(market({ AC: 600 })), cleared(intuitive({ AC: 600 }))];
    expect(found.steps[0]?.network.domain?.[0]?.takesNoRelief).toBe(undefined);
    for (const zone of zones.keys())
      expect(found.result.steps[0]?.prices[zone]).toBeCloseTo(
        plain.result.steps[0]?.prices[zone] as number,
        6,
      );
    expect(welfareOf(found)).toBeCloseTo(welfareOf(plain), 4);
    expect(certify(found).filter(({ holds }) => !holds)).toEqual([]);
  });

  test('do not pass with what the domain alone comes to: B sends to C, which is cheaper', () => {
    const plain = cleared(market({ AB: 100 }));
    const own = plain.result.steps[0] as Clearing['result']['steps'][number];
    const [a, b] = own.positions as unknown as [number, number];
    const told: Clearing = {
      ...plain,
      steps: [intuitive({ AB: 100 })],
      result: {
        ...plain.result,
        steps: [{ ...own, positions: new Float64Array(3), flows: Float64Array.of(0, 0, a, 0, b, 0) }],
      },
    };
    expect(certify(told).flatMap(({ invariant, holds }) => (holds ? [] : [invariant]))).toEqual([
      'no_adverse_exchange',
    ]);
  });
});
