import { beforeAll, describe, expect, test } from 'vitest';
import { diceOf } from '#kernel/dice.ts';
import { certify } from '../certification/certify.ts';
import { allDirections } from '../domain/exchanges.ts';
import { triangle, triangleHubs } from '../domain/fixtures/triangle.ts';
import { extendedDomain, type LongTermRights } from '../domain/long-term-rights.ts';
import { madeUpDomain } from '../domain/made-up-domain.ts';
import type { StepDomain } from '../domain/model.ts';
import { networkWithRights } from '../domain/network.ts';
import { madeUpOrders } from '../market/made-up-book.ts';
import type { MarketStep, Steps } from '../market/model.ts';
import { clear } from './clear.ts';
import { programOf } from './columns.ts';
import type { Clearing } from './model.ts';
import { netPositions } from './net-positions.ts';
import { loadSolver, type Solver } from './solver.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function cleared(step: MarketStep): Clearing {
  const found = clear(solver, { steps: [step], blocks: [], hours: 1 });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}
const broken = (clearing: Clearing) =>
  certify(clearing).flatMap(({ invariant, holds }) => (holds ? [] : [invariant]));
const welfareOf = ({ result: { welfare } }: Clearing) => welfare.consumers + welfare.producers + welfare.rent;
const rightsOf = (...given: readonly (readonly [from: number, to: number, megawatts: number])[]) => ({
  directions: given.map(([from, to]) => ({ from, to })),
  megawatts: Float64Array.from(given, ([, , megawatts]) => megawatts),
});

describe('Three zones in a triangle beside long-term rights', () => {
  /** The fixture of `triangle.test.ts`: supply rises by 0.02 EUR/MWh with each MW. */
  const supply = (first: number): Steps => ({
    ...{ prices: Float64Array.of(first), ends: Float64Array.of(first + 100) },
    quantities: Float64Array.of(5000),
  });
  const asked = (megawatts: number): Steps => ({
    ...{ prices: Float64Array.of(4000), quantities: Float64Array.of(megawatts) },
  });
  const step = (limits: Readonly<Record<string, number>>, rights: LongTermRights): MarketStep => {
    const domain: StepDomain = {
      ...{ day: null, typicalDay: 'triangle', period: 1, hubs: triangleHubs },
      rows: triangle(limits).map((row, line) => ({
        ...row,
        ...{ kind: 'element', element: row.id, contingency: null, operator: null, line },
      })),
    };
    return {
      orders: [
        { demand: asked(500), supply: supply(10) },
        { demand: asked(1000), supply: supply(20) },
        { demand: asked(1500), supply: supply(40) },
      ],
      network: networkWithRights(domain, rights),
    };
  };

  test('trade 400 MW by rights alone where rows let nothing through', () => {
    const found = cleared(
      step({ AC: 0, CA: 0, AB: 0, BA: 0, BC: 0, CB: 0 }, rightsOf([0, 2, 400], [1, 2, 0])),
    );
    const [own] = found.result.steps;
    // A sells 900 MW at 28, B its 1000 at 40, C 1100 at 62: 34 EUR/MWh for each of 400 MW.
    expect([...(own?.prices ?? [])]).toEqual([28, 40, 62].map((price) => expect.closeTo(price, 6)));
    expect([...(own?.flows ?? [])]).toEqual([expect.closeTo(400, 6), expect.closeTo(0, 6)]);
    expect(own?.share).toBeCloseTo(0, 9);
    expect(found.result.welfare.rent).toBeCloseTo(13_600, 4);
    expect(broken(found)).toEqual([]);
  });

  test('come to what they come to within rows alone where rights allow nothing more', () => {
    const found = cleared(step({ AC: 600 }, rightsOf([0, 1, 10])));
    const third = 1 / 3;
    const expected = [36 + third, 43 + third, 50 + third].map((price) => expect.closeTo(price, 6));
    expect([...(found.result.steps[0]?.prices ?? [])]).toEqual(expected);
    expect(found.result.steps[0]?.share).toBeCloseTo(1, 6);
    expect(broken(found)).toEqual([]);
  });
});

describe('Made-up hours within a domain and long-term rights', () => {
  const hourOf = (seed: number) => {
    const domain = madeUpDomain(seed, 4, 30, 1);
    const dice = diceOf(seed, 'rights');
    const directions = allDirections(domain.hubs.length);
    const rights = { directions, megawatts: Float64Array.from(directions, () => dice.whole(0, 1500)) };
    const orders = domain.hubs.map((hub) => madeUpOrders(seed, hub, 'step'));
    return { domain, rights, orders, network: networkWithRights(domain, rights) };
  };

  test('lie in the hull of both by the share in the run, are worth most in it, and no less than in either', () => {
    const counts = { within: 0, atEnd: 0 };
    for (let seed = 1; seed <= 12; seed++) {
      const { domain, rights, orders, network } = hourOf(seed);
      const found = cleared({ orders, network });
      expect(broken(found), `seed ${seed}`).toEqual([]);
      const own = found.result.steps[0] as Clearing['result']['steps'][number];
      const share = own.share as number;
      counts[share > 1e-6 && share < 1 - 1e-6 ? 'within' : 'atEnd']++;
      // An independent program of the whole hull: at these prices no net positions earn more, and those of the run are in it.
      const { columns, bounds, positions } = extendedDomain(domain.rows, domain.hubs.length, rights);
      const most = solver.solve(
        programOf(
          columns.map((column, place) => ({ ...column, cost: own.prices[place - positions] ?? 0 })),
          bounds,
        ),
      );
      if (most.status !== 'optimal') throw new Error(most.status);
      expect(Math.abs(-most.cost - found.result.welfare.rent)).toBeLessThan(1e-2);
      const net = netPositions(network, own);
      const fixed = columns.map((column, place) =>
        place - positions < net.length
          ? {
              ...column,
              least: (net[place - positions] as number) - 1e-5,
              most: (net[place - positions] as number) + 1e-5,
            }
          : column,
      );
      expect(solver.solve(programOf(fixed, bounds)).status).toBe('optimal');

      const { domain: rows, links, zones, borders } = network;
      const alone = cleared({ orders, network: { zones, borders, links: [], domain: rows } });
      const byRights = cleared({ orders, network: { zones, borders, links, domain: null } });
      expect(welfareOf(found)).toBeGreaterThan(Math.max(welfareOf(alone), welfareOf(byRights)) - 1e-2);
    }
    expect(Math.min(counts.within, counts.atEnd + 1)).toBeGreaterThan(0);
  });

  test('do not pass with more of rows and rights together than one', () => {
    const { orders, network } = hourOf(3);
    const found = cleared({ orders, network });
    const own = found.result.steps[0] as Clearing['result']['steps'][number];
    for (const share of [undefined, 1.2, -0.2, (own.share as number) + 0.01]) {
      const { share: _, ...rest } = own;
      const changed = { ...rest, ...(share === undefined ? {} : { share }) };
      expect(broken({ ...found, result: { ...found.result, steps: [changed] } })).not.toEqual([]);
    }
  });
});
