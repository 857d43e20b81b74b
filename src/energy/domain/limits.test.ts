import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSolver } from '../clearing/solver.ts';
import { syntheticDomain } from './fixtures/synthetic-grid.ts';
import { hexagon, triangle, triangleHubs } from './fixtures/triangle.ts';
import { mostOverAll } from './fixtures/whole-program.ts';
import { exchangeLimits, positionLimits } from './limits.ts';

const solver = await loadSolver();

describe('Limits of a triangle', () => {
  test('of net positions are the outermost corners, with the rows that hold them', () => {
    const found = positionLimits(solver, hexagon, triangleHubs);
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    expect(found.value.map(({ least, most }) => [least.value, most.value])).toEqual([
      [expect.closeTo(-500, 6), expect.closeTo(500, 6)],
      [expect.closeTo(-500, 6), expect.closeTo(500, 6)],
      [expect.closeTo(-600, 6), expect.closeTo(600, 6)],
    ]);
    // A exports most at (500, -100, -400), where the lines from it are full.
    const most = found.value[0]?.most;
    expect([...(most?.positions ?? [])]).toEqual([500, -100, -400].map((mw) => expect.closeTo(mw, 6)));
    expect(most?.shadows.map(({ row }) => hexagon[row]?.id).sort()).toEqual(['AB', 'AC']);
  });

  test('of exchanges are what one row lets through while nobody else trades', () => {
    const found = exchangeLimits(hexagon, 3);
    expect(found.map((limit) => limit && [limit.from, limit.to, Math.round(limit.most), limit.row])).toEqual([
      [0, 1, 300, 2],
      [0, 2, 450, 0],
      [1, 0, 300, 3],
      [1, 2, 450, 4],
      [2, 0, 450, 1],
      [2, 1, 450, 5],
    ]);
  });

  test('are none for an exchange that cannot bring a broken row back', () => {
    // 250 MW have to flow from A to B more than without trade, and AC lets through 100 only.
    const rows = triangle({ BA: -250, AC: 100 });
    const [fromAToB, fromAToC] = exchangeLimits(rows, 3);
    expect(fromAToB).toBe(null);
    expect(fromAToC).toBe(null);
    expect(exchangeLimits(triangle({ BA: -250, AC: 300 }), 3)[0]).toMatchObject({
      most: expect.closeTo(900, 6),
    });
  });

  test('have no end for hubs that no row holds, and there are none where rows exclude one another', () => {
    expect(positionLimits(solver, triangle({ AB: 100, BA: 100 }), triangleHubs)).toMatchObject({
      problems: triangleHubs.map((hub) => ({ code: 'energy_domain_unbounded', path: hub })),
    });
    expect(positionLimits(solver, [...hexagon, ...triangle({ AC: -301 })], triangleHubs)).toMatchObject({
      problems: [{ code: 'energy_domain_infeasible' }],
    });
    expect(exchangeLimits(triangle({ AB: 100 }), 3)[2]).toEqual({
      from: 1,
      to: 0,
      most: Number.POSITIVE_INFINITY,
      row: null,
    });
  });
});

test('Net positions of made-up domains go as far as one program with all rows lets them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const { hubs, rows } = syntheticDomain(seed, 5, 4, 600);
      const found = positionLimits(solver, rows, hubs);
      if (!found.ok) throw new Error(JSON.stringify(found.problems));
      for (const { hub, least, most } of found.value) {
        const weights = Float64Array.from(hubs, (_, place) => (place === hub ? 1 : 0));
        expect(Math.abs(most.value - mostOverAll(solver, rows, weights))).toBeLessThan(1e-5);
        expect(
          Math.abs(
            least.value +
              mostOverAll(
                solver,
                rows,
                weights.map((one) => -one),
              ),
          ),
        ).toBeLessThan(1e-5);
        expect(most.shadows.length).toBeGreaterThan(0);
      }
    }),
    { seed: 7, numRuns: 6 },
  );
});
