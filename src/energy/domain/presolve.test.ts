import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diceOf } from '#kernel/dice.ts';
import { certify } from '../certification/certify.ts';
import { clear } from '../clearing/clear.ts';
import { loadSolver } from '../clearing/solver.ts';
import type { DomainRow, MarketStep, Steps } from '../market/model.ts';
import { syntheticDomain } from './fixtures/synthetic-grid.ts';
import { hexagon, triangle } from './fixtures/triangle.ts';
import { mostOverAll } from './fixtures/whole-program.ts';
import { type Presolved, presolve, unproven } from './presolve.ts';

const solver = await loadSolver();

function presolved(rows: readonly DomainRow[], hubs: number): Presolved {
  const result = presolve(solver, rows, hubs);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const idsOf = (rows: readonly DomainRow[], { kept }: Presolved) => kept.map((row) => rows[row]?.id);
const only = <T>(rows: readonly T[], kept: readonly number[]) => kept.map((row) => rows[row] as T);
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { seed: 7, numRuns: 6 };

describe('Presolve keeps of a triangle', () => {
  test('all six limits of a hexagon', () => {
    expect(presolved(hexagon, 3)).toEqual({ kept: [0, 1, 2, 3, 4, 5], dropped: [], isThin: true });
  });

  test('one of two rows that are the same but for what every hub adds to them', () => {
    const shifted = { id: 'shifted', ptdf: Float64Array.of(2 / 3 + 0.4, 1 / 3 + 0.4, 0.4), ram: 350 };
    expect(idsOf([shifted, ...hexagon], presolved([shifted, ...hexagon], 3))).not.toContain('shifted');
  });

  test('no row that two others add up to, and says which', () => {
    // AC is AB + BC: where those let through 100 and 150, it never carries more than 250.
    const rows = triangle({ AC: 251, AB: 100, BC: 150, CA: 300, BA: 200, CB: 300 });
    const found = presolved(rows, 3);
    expect(idsOf(rows, found)).not.toContain('AC');
    const proof = found.dropped.find(({ row }) => row === 0);
    expect(new Map(proof?.rows.map((row, place) => [rows[row]?.id, proof.weights[place]]))).toEqual(
      new Map([
        ['AB', expect.closeTo(1, 9)],
        ['BC', expect.closeTo(1, 9)],
      ]),
    );
    expect(
      idsOf(rows, presolved(triangle({ AC: 249, AB: 100, BC: 150, CA: 300, BA: 200, CB: 300 }), 3)),
    ).toContain('AC');
  });

  test('both sides of a row that has to come out exactly', () => {
    const rows = [...hexagon, ...triangle({ AB: 50, BA: -50 })];
    const found = presolved(rows, 3);
    expect(found.kept).toEqual(expect.arrayContaining([6, 7]));
    // On the line that is left, two rows end it.
    expect(found.kept).toHaveLength(4);
    expect(unproven(rows, 3, found)).toEqual([]);
  });

  test('nothing where rows exclude one another, and says so', () => {
    expect(presolve(solver, [...hexagon, ...triangle({ AC: -301 })], 3)).toMatchObject({
      ok: false,
      problems: [{ code: 'energy_domain_infeasible' }],
    });
    const constant = { id: 'constant', ptdf: Float64Array.of(0.2, 0.2, 0.2), ram: -1 };
    expect(presolve(solver, [...hexagon, constant], 3)).toMatchObject({
      ok: false,
      problems: [{ code: 'energy_domain_infeasible', path: 'constant' }],
    });
  });
});

describe('Presolve of made-up domains', () => {
  test('keeps how far all rows together go in any direction, and each kept row is needed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { hubs, rows } = syntheticDomain(seed, 4, 4, 400);
        const found = presolved(rows, hubs.length);
        expect(found.dropped.length).toBeGreaterThan(rows.length / 2);
        const kept = only(rows, found.kept);
        const dice = diceOf(seed, 'directions');
        for (let look = 0; look < 8; look++) {
          const weights = Float64Array.from(hubs, () => dice.normal());
          const most = mostOverAll(solver, rows, weights);
          expect(Math.abs(mostOverAll(solver, kept, weights) - most)).toBeLessThan(1e-5);
        }
        for (const row of kept) {
          const without = kept.filter((other) => other !== row);
          expect(mostOverAll(solver, without, row.ptdf)).toBeGreaterThan(row.ram);
        }
      }),
      runs,
    );
  });

  test('has a proof for every row it drops, which one changed number breaks', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { hubs, rows } = syntheticDomain(seed, 5, 4, 900);
        const found = presolved(rows, hubs.length);
        expect(unproven(rows, hubs.length, found)).toEqual([]);
        const place = diceOf(seed, 'place').whole(0, found.dropped.length - 1);
        const { row } = found.dropped[place] as Presolved['dropped'][number];
        const changed = found.dropped.map((drop) =>
          drop.row === row ? { ...drop, weights: drop.weights.map((weight) => weight * 1.001) } : drop,
        );
        expect(unproven(rows, hubs.length, { ...found, dropped: changed })).toEqual([row]);
        const kept = found.kept.slice(1);
        expect(unproven(rows, hubs.length, { ...found, kept })).toContain(found.kept[0]);
      }),
      runs,
    );
  });

  test('does not depend on where zero is, nor on what is added to a whole row', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { hubs, rows } = syntheticDomain(seed, 4, 5, 800);
        const dice = diceOf(seed, 'away');
        // Far out: some rows let less than nothing through there.
        const away = Float64Array.from(hubs, () => dice.between(-50_000, 50_000));
        away[0] = -away.slice(1).reduce((sum, position) => sum + position, 0);
        const moved = rows.map(({ id, ptdf, ram }) => {
          const more = dice.between(-1, 1);
          const flow = ptdf.reduce((sum, factor, hub) => sum + factor * (away[hub] as number), 0);
          return { id, ptdf: ptdf.map((factor) => factor + more), ram: ram - flow };
        });
        expect(moved.some(({ ram }) => ram < 0)).toBe(true);
        expect(presolved(moved, hubs.length).kept).toEqual(presolved(rows, hubs.length).kept);
      }),
      runs,
    );
  });

  test('leaves a market its result: cleared with the kept rows, it is certified with all of them', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { hubs, rows } = syntheticDomain(seed, 4, 4, 400);
        const { kept } = presolved(rows, hubs.length);
        const market = (domain: readonly DomainRow[]) => marketOf(seed, hubs, domain);
        const cleared = clear(solver, { steps: [market(only(rows, kept))], blocks: [], hours: 1 });
        if (!cleared.ok) throw new Error(JSON.stringify(cleared.problems));
        const { result } = cleared.value;
        const shadows = result.steps[0]?.shadows ?? [];
        // A market that no row holds would show nothing.
        expect(shadows.length).toBeGreaterThan(0);
        const step = result.steps[0] as (typeof result.steps)[number];
        const own = shadows.map(({ row, price }) => ({ row: kept[row] as number, price }));
        const whole = { steps: [market(rows)], blocks: [], hours: 1, result };
        const checks = certify({ ...whole, result: { ...result, steps: [{ ...step, shadows: own }] } });
        expect(checks.filter(({ holds }) => !holds)).toEqual([]);
      }),
      runs,
    );
  });
});

/** SYNTHETIC: cheap supply in the first hub and dear in the last, each with a demand that has to be met at almost any price. */
function marketOf(seed: number, hubs: readonly string[], domain: readonly DomainRow[]): MarketStep {
  const dice = diceOf(seed, 'orders');
  const steps = (count: number, price: () => number, megawatts: number): Steps => ({
    prices: Float64Array.from({ length: count }, price),
    quantities: new Float64Array(count).fill(megawatts / count),
  });
  return {
    orders: hubs.map((_, hub) => ({
      demand: steps(3, () => dice.between(900, 3000), 4000),
      supply: steps(20, () => 20 + 60 * hub + dice.between(0, 30), 9000),
    })),
    network: { zones: hubs, links: [], borders: [], domain },
  };
}
