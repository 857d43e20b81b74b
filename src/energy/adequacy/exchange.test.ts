import { beforeAll, describe, expect, test } from 'vitest';
import { diceOf } from '#kernel/dice.ts';
import { programOf } from '../clearing/columns.ts';
import { loadSolver, type Solver } from '../clearing/solver.ts';
import type { DomainRow } from '../market/model.ts';
import { exchangerOf } from './exchange.ts';
import { madeUpDomain, sameDomain } from './fixtures.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** An hour as the tests tell it. */
type Hour = {
  readonly rows: readonly DomainRow[];
  readonly margins: Float64Array;
  readonly load: Float64Array;
  readonly localMatching: boolean;
};

/** The same program as HiGHS sees it: positions, then what is unserved; the least Σ cost · unserved, at a given sum where there is one. */
function byHighs({ rows, margins, load, localMatching }: Hour, cost: ArrayLike<number>, sum = Infinity) {
  const areas = margins.length;
  const columns = [
    ...Array.from({ length: areas }, (_, area) => ({
      ...{ cost: 0, least: -Infinity, most: Infinity },
      entries: [
        [0, 1],
        [1 + area, 1],
        ...rows.map((row, place) => [2 + areas + place, row.ptdf[area] as number]),
      ] as [number, number][],
    })),
    ...Array.from({ length: areas }, (_, area) => ({
      ...{ cost: cost[area] as number, least: 0 },
      most: localMatching ? Math.max(0, -(margins[area] as number)) : (load[area] as number),
      entries: [
        [1 + area, -1],
        [1 + areas, 1],
      ] as [number, number][],
    })),
  ];
  const bounds: [number, number][] = [
    [0, 0],
    ...[...margins].map((margin): [number, number] => [-Infinity, margin]),
    [-Infinity, sum],
    ...rows.map(({ ram }): [number, number] => [-Infinity, ram]),
  ];
  const found = solver.solve(programOf(columns, bounds));
  if (found.status !== 'optimal') throw new Error(`HiGHS says ${found.status}`);
  return found.cost;
}

const ones = (areas: number) => new Float64Array(areas).fill(1);
const shared = (hour: Hour) => {
  const domain = { id: 'test', rows: hour.rows };
  const exchanger = exchangerOf(sameDomain(domain, 1, hour.localMatching), hour.margins.length);
  const total = exchanger.share(0, hour.margins, hour.load);
  return { total, exchanger };
};

/** A network test that is not congested proves nothing: rows have to make a difference. */
function refuseUncongested(hour: Hour): void {
  const wide = byHighs({ ...hour, rows: [] }, ones(hour.margins.length));
  const found = byHighs(hour, ones(hour.margins.length));
  if (!(found > wide + 1)) throw new Error('This case is not congested');
}

const row = (id: string, ptdf: readonly number[], ram: number): DomainRow => ({
  id,
  ptdf: Float64Array.from(ptdf),
  ram,
});
const hourOf = (
  margins: readonly number[],
  load: readonly number[],
  rows: readonly DomainRow[],
  localMatching = false,
): Hour => ({ margins: Float64Array.from(margins), load: Float64Array.from(load), rows, localMatching });

describe('Two areas, one short of 300 MW and one with 500 MW to spare', () => {
  test('with a line of 200 MW leave 100 MW unserved, and one more MW of the line serves one more', () => {
    const hour = hourOf([-300, 500], [1000, 1000], [row('line', [-1, 0], 200)]);
    refuseUncongested(hour);
    const { total, exchanger } = shared(hour);
    expect(total).toBeCloseTo(100, 9);
    expect(exchanger.positions[0]).toBeCloseTo(-200, 9);
    expect(exchanger.positions[1]).toBeCloseTo(200, 9);
    const { unserved, limiting } = exchanger.explain(0, hour.margins, hour.load);
    expect(unserved).toBeCloseTo(100, 9);
    expect(limiting).toHaveLength(1);
    expect(limiting[0]?.row).toBe(0);
    expect(limiting[0]?.worth).toBeCloseTo(1, 9);
  });

  test('are not congested by a line of 400 MW, and the test refuses that', () => {
    expect(() => refuseUncongested(hourOf([-300, 500], [1000, 1000], [row('line', [-1, 0], 400)]))).toThrow(
      'not congested',
    );
  });
});

describe('What is short is shared by load', () => {
  test('between areas that nothing separates, also with one that has enough', () => {
    const { total, exchanger } = shared(hourOf([-400, 100], [3000, 1000], []));
    expect(total).toBeCloseTo(300, 9);
    expect([...exchanger.unserved]).toEqual([225, 75]);
  });

  test('but with local matching none is shorter than it would be alone', () => {
    const { exchanger } = shared(hourOf([-400, 100, -20], [3000, 1000, 1000], [], true));
    expect(exchanger.unserved[1]).toBe(0);
    expect(exchanger.unserved[2]).toBeCloseTo(20, 9);
    expect(exchanger.unserved[0]).toBeCloseTo(300, 9);
  });

  describe('only as far as that costs no MW', () => {
    // A MW for A takes twice as much of the row as one for B. Sharing the shortage evenly would be nice, and serve less.
    const asked = (localMatching: boolean) =>
      hourOf([-300, -300, 1000], [1000, 1000, 1000], [row('line', [-1, -0.5, 0], 100)], localMatching);
    const evenly = (300 - 100 / 1.5) * 2;

    test('with local matching B comes first, with 200 MW of imports, and A has none', () => {
      refuseUncongested(asked(true));
      const { total, exchanger } = shared(asked(true));
      expect(total).toBeCloseTo(400, 9);
      expect(exchanger.unserved[0]).toBeCloseTo(300, 7);
      expect(exchanger.unserved[1]).toBeCloseTo(100, 7);
      expect(total).toBeLessThan(evenly - 1);
    });

    test('and without it A does without 50 MW more, so that B is served in full', () => {
      refuseUncongested(asked(false));
      const { total, exchanger } = shared(asked(false));
      expect(total).toBeCloseTo(350, 9);
      expect(exchanger.unserved[0]).toBeCloseTo(350, 7);
      expect(exchanger.unserved[1]).toBeCloseTo(0, 7);
    });
  });
});

/** Random hours with several areas short, of which rows make a difference. */
function* congestedHours(seed: number, count: number): Generator<Hour> {
  const dice = diceOf(seed, 'hours');
  for (let made = 0, tried = 0; made < count; tried++) {
    if (tried > 50 * count) throw new Error('Too few cases are congested');
    const areas = dice.whole(2, 7);
    const { rows } = madeUpDomain(seed * 1000 + tried, areas, dice.whole(2, 40), dice.between(200, 3000));
    const load = Float64Array.from({ length: areas }, () => dice.between(500, 20_000));
    const margins = load.map((megawatts) => megawatts * dice.between(-0.25, 0.2));
    // Now and then numbers at which several rows meet.
    if (dice.chance(0.2)) for (let area = 0; area < areas; area++) margins[area] = dice.whole(-3, 3) * 100;
    const hour = { margins, load, localMatching: dice.chance(0.3), rows };
    try {
      refuseUncongested(hour);
    } catch {
      continue;
    }
    made++;
    yield hour;
  }
}

describe('On random congested domains', () => {
  const cases = 100;

  test('the least in all is that of HiGHS, with and without short cuts, and keeps every row', () => {
    let seen = 0;
    for (const hour of congestedHours(1, cases)) {
      const { total, exchanger } = shared(hour);
      const { unserved, positions } = exchanger;
      expect(Math.abs(total - byHighs(hour, ones(hour.load.length)))).toBeLessThan(1e-6);
      expect(Math.abs(positions.reduce((sum, one) => sum + one, 0))).toBeLessThan(1e-6);
      for (const { ptdf, ram } of hour.rows)
        expect(ptdf.reduce((sum, entry, area) => sum + entry * (positions[area] as number), 0)).toBeLessThan(
          ram + 1e-6,
        );
      for (const [area, margin] of hour.margins.entries())
        expect(positions[area]).toBeLessThan(margin + (unserved[area] as number) + 1e-6);
      expect(exchanger.explain(0, hour.margins, hour.load).unserved).toBeCloseTo(total, 6);
      seen++;
    }
    expect(seen).toBe(cases);
  });

  test('no other way to leave that little unserved shares it better, as HiGHS finds none', () => {
    for (const hour of congestedHours(2, cases)) {
      const { total, exchanger } = shared(hour);
      // Σ unserved² / load is convex: where no allowed direction lowers it at first, nothing is lower.
      const slopes = exchanger.unserved.map((megawatts, area) => megawatts / (hour.load[area] as number));
      const here = exchanger.unserved.reduce((sum, one, area) => sum + one * (slopes[area] as number), 0);
      const best = byHighs(hour, slopes, total + 1e-7);
      expect(here - best).toBeLessThan(1e-5 * Math.max(1, here));
    }
  });

  test('one hour after another comes to the same as each from nothing', () => {
    const dice = diceOf(3, 'walk');
    const domain = madeUpDomain(77, 6, 40, 1500);
    const warm = exchangerOf(sameDomain(domain, 1), 6);
    const load = Float64Array.from({ length: 6 }, () => dice.between(5000, 20_000));
    const margins = load.map((megawatts) => megawatts * dice.between(-0.2, 0.1));
    let programs = 0;
    for (let hour = 0; hour < 400; hour++) {
      for (let area = 0; area < 6; area++)
        margins[area] = (margins[area] as number) * 0.9 + dice.between(-0.03, 0.025) * (load[area] as number);
      const total = warm.share(0, margins, load);
      const cold = exchangerOf(sameDomain(domain, 1), 6);
      expect(total).toBeCloseTo(cold.share(0, margins, load), 6);
      for (let area = 0; area < 6; area++)
        expect(Math.abs((warm.unserved[area] as number) - (cold.unserved[area] as number))).toBeLessThan(
          1e-4,
        );
      programs += cold.counts.programs;
    }
    expect(programs).toBeGreaterThan(50);
  });

  test('a row that moves all areas alike is none, and adding the same to all entries of a row changes nothing', () => {
    for (const hour of congestedHours(4, 20)) {
      const shifted = hour.rows.map((one, place) => ({
        ...one,
        ptdf: one.ptdf.map((entry) => entry + place),
      }));
      const alike = row('alike', new Array(hour.load.length).fill(0.3), 0);
      const { total } = shared({ ...hour, rows: [...shifted, alike] });
      expect(total).toBeCloseTo(shared(hour).total, 6);
    }
  });
});

test('The test of sharing can fail: an uneven share of the same total is found out', () => {
  const hour = hourOf([-300, -300, 100], [1000, 1000, 1000], []);
  const uneven = [300, 100, 100];
  const slopes = uneven.map((megawatts, area) => megawatts / (hour.load[area] as number));
  const here = uneven.reduce((sum, one, area) => sum + one * (slopes[area] as number), 0);
  expect(here - byHighs(hour, slopes, 500)).toBeGreaterThan(1);
});
