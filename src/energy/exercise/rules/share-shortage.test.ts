import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { programOf } from '../../clearing/columns.ts';
import { loadSolver, type Solver } from '../../clearing/solver.ts';
import type { DomainRow } from '../../market/model.ts';
import type { Link, Zone } from '../model.ts';
import { rowsNow } from './exchange-rows.ts';
import { shareShortage } from './share-shortage.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);
const names = ['A', 'B', 'C', 'D', 'E'] as const;
const zones = names.map((id): Zone => {
  return { id, load: 0, capacity: 0, reserve: 0, savings: 0, perDegree: 0 };
});
const rowsOf = (links: readonly Link[], count: number) =>
  rowsNow({ zones: zones.slice(0, count), links }, []);
const row = (ptdf: readonly number[], ram: number): DomainRow => {
  return { id: 'row', ptdf: Float64Array.from(ptdf), ram };
};

describe('Three zones with 1000 MW of load each, of which A has 100 MW over and B lacks 80 and C 120', () => {
  const margins = [100, -80, -120];
  const load = [1000, 1000, 1000];
  const shared = (links: readonly Link[], given = margins, loads = load) =>
    shareShortage(given, loads, rowsOf(links, 3));

  test('over wide links leave 100 MW, of which B and C shed the same share of their load', () => {
    const { short, exported } = shared([
      { ends: ['A', 'B'], mw: 1000 },
      { ends: ['A', 'C'], mw: 1000 },
    ]);
    expect(short).toEqual([0, 50, 50]);
    expect(exported).toEqual([100, -30, -70]);
  });

  test('where C has three times the load of B, C sheds three times as much', () => {
    const links: readonly Link[] = [
      { ends: ['A', 'B'], mw: 1000 },
      { ends: ['A', 'C'], mw: 1000 },
    ];
    expect(shared(links, margins, [1000, 1000, 3000]).short).toEqual([0, 25, 75]);
  });

  test('leave to B what a narrow link keeps from C, and say that this link limits help', () => {
    const links: readonly Link[] = [
      { ends: ['A', 'B'], mw: 1000 },
      { ends: ['A', 'C'], mw: 30 },
    ];
    // C gets the 30 MW of its link and lacks 90; B gets the other 70 and lacks 10.
    expect(shared(links).short).toEqual([0, 10, 90]);
    // With 150 MW over in A, B is helped in full, and what C lacks hangs on its link alone.
    const { short, limiting } = shared(links, [150, -80, -120]);
    expect(short).toEqual([0, 0, 90]);
    expect(limiting.map(({ row: at }) => rowsOf(links, 3)[at]?.borders)).toEqual([[['A', 'C']]]);
    expect(limiting[0]?.worth).toBeCloseTo(1, 6);
  });

  test('get nothing where nothing joins them', () => {
    expect(shared([{ ends: ['A', 'B'], mw: 1000 }], [0, -80, -120]).short).toEqual([0, 80, 120]);
    expect(shared([]).short).toEqual([0, 80, 120]);
  });

  test('are helped through a zone that lacks itself', () => {
    const { short } = shared([
      { ends: ['A', 'B'], mw: 1000 },
      { ends: ['B', 'C'], mw: 1000 },
    ]);
    expect(short).toEqual([0, 50, 50]);
  });
});

describe('In a flow-based domain', () => {
  test('less is unserved in all where the one comes first whose help takes less of an element', () => {
    // A MW for A takes a whole MW of the element, one for B half: its 100 MW serve 200 MW of B. An equal share would serve 133 in all.
    const { short, exported, limiting } = shareShortage(
      [-300, -300, 1000],
      [1000, 1000, 1000],
      [row([-1, -0.5, 0], 100)],
    );
    expect(short).toEqual([300, 100, 0]);
    expect(exported).toEqual([0, -200, 200]);
    expect(limiting).toHaveLength(1);
    // One more MW of the element serves two more of B.
    expect(limiting[0]?.worth).toBeCloseTo(2, 6);
  });

  test('no zone sheds load of its own so that another need not', () => {
    const { short } = shareShortage([-300, -300, 1000], [1000, 1000, 1000], [row([-1, -0.5, 0], 100)]);
    expect(short[0]).toBeLessThanOrEqual(300);
    expect(shareShortage([-400, 50, 0], [3000, 1000, 1000], []).short).toEqual([350, 0, 0]);
  });
});

/** Links as the solver sees them, with a flow of its own over each: least Σ cost · unserved, at a given sum where there is one. */
function byFlows(
  margins: readonly number[],
  links: readonly Link[],
  cost: readonly number[],
  most = Infinity,
): number {
  const place = (zone: string) => names.indexOf(zone as (typeof names)[number]);
  const columns = [
    // Each zone turns down what nobody takes; a MW over a link leaves one zone for the other.
    ...margins.map((margin, zone) => ({
      ...{ cost: 0, least: 0, most: Math.max(0, margin) },
      entries: [[zone, 1]] as [number, number][],
    })),
    ...margins.map((margin, zone) => ({
      ...{ cost: cost[zone] ?? 0, least: 0, most: Math.max(0, -margin) },
      entries: [
        [zone, 1],
        [margins.length, 1],
      ] as [number, number][],
    })),
    ...links.map(({ ends: [one, other], mw }) => ({
      ...{ cost: 0, least: -mw, most: mw },
      entries: [
        [place(one), -1],
        [place(other), 1],
      ] as [number, number][],
    })),
  ];
  const bounds = [
    ...margins.map((margin): [number, number] => [Math.max(0, -margin), Infinity]),
    [-Infinity, most] as [number, number],
  ];
  const found = solver.solve(programOf(columns, bounds));
  if (found.status !== 'optimal') throw new Error(`HiGHS says ${found.status}`);
  return found.cost;
}

const ones = [1, 1, 1, 1, 1];
/** Five zones in a ring with a chord, in which links hold back help that is there: others prove nothing and are refused. */
const congested = fc
  .record({
    margins: fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 5, maxLength: 5 }),
    load: fc.array(fc.integer({ min: 500, max: 5000 }), { minLength: 5, maxLength: 5 }),
    mw: fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ mw, ...rest }) => ({
    ...rest,
    links: mw.map((room, at): Link => {
      const [one, other] = at === 5 ? (['A', 'C'] as const) : [names[at], names[(at + 1) % 5]];
      return { ends: [one ?? 'A', other ?? 'A'], mw: room };
    }),
  }))
  .filter(({ margins, links }) => byFlows(margins, links, ones) > Math.max(0, -total(margins)) + 1);

describe('In networks of links that hold back help', () => {
  test('the least is unserved that flows over the links allow, and no other way to it shares it better', () => {
    fc.assert(
      fc.property(congested, ({ margins, load, links }) => {
        const { short } = shareShortage(margins, load, rowsOf(links, 5));
        const least = byFlows(margins, links, ones);
        expect(Math.abs(total(short) - least)).toBeLessThan(0.01);
        // Σ unserved² / load is convex: where no allowed direction lowers it at first, nothing is lower.
        const slopes = short.map((mw, zone) => mw / (load[zone] ?? 1));
        const here = total(short.map((mw, zone) => mw * (slopes[zone] ?? 0)));
        expect(here - byFlows(margins, links, slopes, least + 1e-6)).toBeLessThan(1e-4 * Math.max(1, here));
      }),
      { seed: 71, numRuns: 100 },
    );
  });

  test('what is given is what is got, nobody gives more than they have, and nobody sheds who lacks nothing', () => {
    fc.assert(
      fc.property(congested, ({ margins, load, links }) => {
        const { short, exported } = shareShortage(margins, load, rowsOf(links, 5));
        expect(Math.abs(total(exported))).toBeLessThan(0.01);
        for (const [zone, margin] of margins.entries()) {
          expect(exported[zone]).toBeLessThanOrEqual(margin + (short[zone] ?? 0) + 0.01);
          expect(short[zone]).toBeLessThanOrEqual(Math.max(0, -margin) + 0.001);
          expect(short[zone]).toBeGreaterThanOrEqual(0);
        }
        expect(shareShortage(margins, load, rowsOf(links, 5))).toEqual({
          short,
          exported,
          limiting: expect.anything(),
        });
      }),
      { seed: 72, numRuns: 100 },
    );
  });
});
