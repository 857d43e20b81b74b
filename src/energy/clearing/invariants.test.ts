import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { diceOf } from '#kernel/dice.ts';
import { certify } from '../certification/certify.ts';
import { madeUpDomain } from '../domain/made-up-domain.ts';
import type { StepDomain, TypedRow } from '../domain/model.ts';
import { networkOf } from '../domain/network.ts';
import { madeUpOrders } from '../market/made-up-book.ts';
import type { MarketStep, Steps, ZoneOrders } from '../market/model.ts';
import { clear } from './clear.ts';
import type { Clearing } from './model.ts';
import { loadSolver, type Solver } from './solver.ts';

/** What must be true of any market, held against random ones of which the grid limits each (facts, "Invariants"). */

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const [hubs, rows] = [5, 50];
const seeds = fc.integer({ min: 1, max: 100_000 });
const holding = (property: fc.IProperty<[number]>) => fc.assert(property, { seed: 42, numRuns: 12 });

const ordersOf = (seed: number, names: readonly string[]) =>
  names.map((name) => madeUpOrders(seed, name, 'step'));
const stepOf = (seed: number, domain: StepDomain): MarketStep => ({
  orders: ordersOf(seed, domain.hubs),
  network: networkOf(domain),
});
const domainOf = (seed: number) => madeUpDomain(seed, hubs, rows, 1);
const withRows = (domain: StepDomain, change: (row: TypedRow, place: number) => TypedRow): StepDomain => ({
  ...domain,
  rows: domain.rows.map(change),
});

function cleared(step: MarketStep, hours = 1, count = 1): Clearing {
  const result = clear(solver, { steps: Array.from({ length: count }, () => step), blocks: [], hours });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
/** Cleared, and refused by the test itself where the grid limits nothing. */
function congested(step: MarketStep, hours = 1, count = 1): Clearing {
  const found = cleared(step, hours, count);
  for (const { shadows } of found.result.steps) expect(shadows.length).toBeGreaterThan(0);
  return found;
}
const worthOf = ({ result: { welfare } }: Clearing) => welfare.consumers + welfare.producers + welfare.rent;
const pricesOf = ({ result }: Clearing) => [...(result.steps[0]?.prices ?? [])];

function expectSamePrices(found: readonly number[], expected: readonly number[]) {
  for (const [zone, price] of expected.entries()) expect(found[zone]).toBeCloseTo(price, 5);
}
function expectSameWelfare(found: number, expected: number) {
  expect(Math.abs(found - expected)).toBeLessThan(1e-9 * Math.abs(expected) + 1e-3);
}
const scaled = (steps: Steps, price: number, quantity: number): Steps => ({
  prices: steps.prices.map((one) => one * price),
  quantities: steps.quantities.map((one) => one * quantity),
});
const scaledOrders = ({ demand, supply }: ZoneOrders, price: number, quantity: number): ZoneOrders => ({
  demand: scaled(demand, price, quantity),
  supply: scaled(supply, price, quantity),
});

describe('A market within a domain', () => {
  test('that limits nothing is refused by the test itself', () => {
    const wide = withRows(domainOf(1), (row) => ({ ...row, ram: 1e9 }));
    expect(() => congested(stepOf(1, wide))).toThrow();
  });

  test('passes with every invariant', { timeout: 60_000 }, () => {
    holding(
      fc.property(seeds, (seed) => {
        expect(certify(congested(stepOf(seed, domainOf(seed)))).filter(({ holds }) => !holds)).toEqual([]);
      }),
    );
  });

  test('never loses welfare where a row is given more room', { timeout: 60_000 }, () => {
    holding(
      fc.property(seeds, (seed) => {
        const domain = domainOf(seed);
        const before = congested(stepOf(seed, domain));
        const binding = new Set(before.result.steps[0]?.shadows.map(({ row }) => row));
        const wider = withRows(domain, (row, place) =>
          binding.has(place) ? { ...row, ram: row.ram + 50 } : row,
        );
        // What binds is worth something, so that more of it brings more.
        expect(worthOf(cleared(stepOf(seed, wider)))).toBeGreaterThan(worthOf(before));
      }),
    );
  });

  test('is worth no more than one of which the grid limits nothing', { timeout: 60_000 }, () => {
    holding(
      fc.property(seeds, (seed) => {
        const step = stepOf(seed, domainOf(seed));
        const copper = cleared({ ...step, network: { ...step.network, domain: [] } });
        expect(worthOf(copper)).toBeGreaterThan(worthOf(congested(step)));
      }),
    );
  });

  test('does not change where a number is added to all factors of a row', { timeout: 60_000 }, () => {
    holding(
      fc.property(seeds, (seed) => {
        const domain = domainOf(seed);
        const shift = diceOf(seed, 'shifts');
        const shifted = withRows(domain, (row) => {
          const by = shift.between(-0.5, 0.5);
          return { ...row, ptdf: row.ptdf.map((factor) => factor + by) };
        });
        const [before, after] = [congested(stepOf(seed, domain)), congested(stepOf(seed, shifted))];
        expectSameWelfare(worthOf(after), worthOf(before));
        expectSamePrices(pricesOf(after), pricesOf(before));
      }),
    );
  });

  test('does not change with the order of its hubs', { timeout: 60_000 }, () => {
    holding(
      fc.property(seeds, (seed) => {
        const domain = domainOf(seed);
        const turned = (list: readonly string[]) => [...list.slice(2), ...list.slice(0, 2)];
        const places = turned(domain.hubs).map((hub) => domain.hubs.indexOf(hub));
        const other: StepDomain = {
          ...domain,
          hubs: turned(domain.hubs),
          rows: domain.rows.map((row) => ({
            ...row,
            ptdf: Float64Array.from(places, (place) => row.ptdf[place] as number),
          })),
        };
        const [before, after] = [congested(stepOf(seed, domain)), congested(stepOf(seed, other))];
        expectSameWelfare(worthOf(after), worthOf(before));
        expectSamePrices(
          pricesOf(after),
          places.map((place) => pricesOf(before)[place] as number),
        );
      }),
    );
  });

  test('in other money or other units of power comes to the same, in them', { timeout: 60_000 }, () => {
    holding(
      fc.property(seeds, (seed) => {
        const domain = domainOf(seed);
        const step = stepOf(seed, domain);
        const before = congested(step);
        const dearer = congested({ ...step, orders: step.orders.map((one) => scaledOrders(one, 2, 1)) });
        expectSamePrices(
          pricesOf(dearer),
          pricesOf(before).map((price) => 2 * price),
        );
        expectSameWelfare(worthOf(dearer), 2 * worthOf(before));
        const larger = congested({
          orders: step.orders.map((one) => scaledOrders(one, 1, 2)),
          network: networkOf(withRows(domain, (row) => ({ ...row, ram: 2 * row.ram }))),
        });
        expectSamePrices(pricesOf(larger), pricesOf(before));
        expectSameWelfare(worthOf(larger), 2 * worthOf(before));
      }),
    );
  });

  test('does not change where an element is told from its other side, too', { timeout: 60_000 }, () => {
    holding(
      fc.property(seeds, (seed) => {
        const domain = domainOf(seed);
        const before = congested(stepOf(seed, domain));
        const first = before.result.steps[0]?.shadows[0]?.row as number;
        const binding = domain.rows[first] as TypedRow;
        // In the opposite direction the same element is as empty as it is full in this one.
        const opposite = { ...binding, id: 'opposite', ptdf: binding.ptdf.map((factor) => -factor) };
        const after = congested(stepOf(seed, { ...domain, rows: [...domain.rows, opposite] }));
        expectSameWelfare(worthOf(after), worthOf(before));
        expectSamePrices(pricesOf(after), pricesOf(before));
        // Told the other way round alone, it limits what it did not.
        const flipped = withRows(domain, (row, place) => (place === first ? opposite : row));
        expect(Math.abs(worthOf(cleared(stepOf(seed, flipped))) - worthOf(before))).toBeGreaterThan(0);
      }),
    );
  });

  test('has the same prices in each quarter of an hour as in the hour', { timeout: 60_000 }, () => {
    holding(
      fc.property(seeds, (seed) => {
        const step = stepOf(seed, domainOf(seed));
        const [hour, quarters] = [congested(step), congested(step, 0.25, 4)];
        expectSameWelfare(worthOf(quarters), worthOf(hour));
        for (const quarter of quarters.result.steps) expectSamePrices([...quarter.prices], pricesOf(hour));
      }),
    );
  });
});
