import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSolver } from '../clearing/solver.ts';
import type { DomainRow } from '../market/model.ts';
import { syntheticDomain } from './fixtures/synthetic-grid.ts';
import { hexagon, triangle, triangleHubs } from './fixtures/triangle.ts';
import { mostOverAll } from './fixtures/whole-program.ts';
import { type Point, type Polygon, projection, slice } from './projection.ts';

const solver = await loadSolver();
const inPlane = { across: 0, up: 1, balancing: 2 };
const nowhere = (hubs: readonly string[]) => new Float64Array(hubs.length);

function drawn(result: ReturnType<typeof projection>): Polygon {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
/** From the corner that is furthest to the right, with the row of the edge that begins there. */
function inOrder({ corners, edges }: Polygon, rows: readonly DomainRow[]) {
  const first = corners.reduce(
    (best, [x], place) => (x > (corners[best] as Point)[0] + 1e-6 ? place : best),
    0,
  );
  return corners.map((_, place) => {
    const at = (first + place) % corners.length;
    const [x, y] = corners[at] as Point;
    return [Math.round(x * 1e5) / 1e5, Math.round(y * 1e5) / 1e5, rows[edges[at]?.[0]?.row ?? -1]?.id];
  });
}
/** Twice the area, above zero against the clock. */
function areaOf(corners: readonly Point[]): number {
  return corners.reduce((sum, [x, y], place) => {
    const [nextX, nextY] = corners[(place + 1) % corners.length] as Point;
    return sum + x * nextY - nextX * y;
  }, 0);
}

describe('A triangle drawn by two of its hubs', () => {
  const corners = [
    [500, -100, 'AC'],
    [300, 300, 'BC'],
    [-100, 500, 'BA'],
    [-500, 100, 'CA'],
    [-300, -300, 'CB'],
    [100, -500, 'AB'],
  ];

  test('is a hexagon, each edge with its row', () => {
    expect(inOrder(drawn(projection(solver, hexagon, triangleHubs, [0, 1])), hexagon)).toEqual(corners);
  });

  test('is the same in a slice, since the third hub takes up what is left anyway', () => {
    expect(inOrder(drawn(slice(hexagon, triangleHubs, inPlane, nowhere(triangleHubs))), hexagon)).toEqual(
      corners,
    );
  });

  test('is a line where a row has to come out exactly, and a point where two have', () => {
    const line = [...hexagon, ...triangle({ AB: 50, BA: -50 })];
    expect(drawn(projection(solver, line, triangleHubs, [0, 1])).corners).toHaveLength(2);
    const point = [...line, ...triangle({ BC: 20, CB: -20 })];
    // x - y = 150 and x + 2y = 60.
    expect(drawn(projection(solver, point, triangleHubs, [0, 1])).corners).toEqual([
      [expect.closeTo(120, 5), expect.closeTo(-30, 5)],
    ]);
  });

  test('cannot be drawn where it has no end or nothing in it', () => {
    const open = triangle({ AB: 100, BA: 100 });
    const none = [...hexagon, ...triangle({ AC: -301 })];
    for (const result of [
      projection(solver, open, triangleHubs, [0, 1]),
      slice(open, triangleHubs, inPlane, nowhere(triangleHubs)),
    ])
      expect(result).toMatchObject({ problems: [{ code: 'energy_domain_unbounded' }] });
    for (const result of [
      projection(solver, none, triangleHubs, [0, 1]),
      slice(none, triangleHubs, inPlane, nowhere(triangleHubs)),
    ])
      expect(result).toMatchObject({ problems: [{ code: 'energy_domain_infeasible' }] });
  });
});

test('Projections of made-up domains reach as far as all rows let them, and slices lie within them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const { hubs, rows } = syntheticDomain(seed, 5, 4, 400);
      const whole = drawn(projection(solver, rows, hubs, [0, 3]));
      expect(areaOf(whole.corners)).toBeGreaterThan(0);
      for (let turn = 0; turn < 16; turn++) {
        // Points on a square around zero: sines may differ in their last digit between machines.
        const [x, y] = [turn % 8 < 4 ? 1 - (turn % 4) / 2 : (turn % 4) / 2 - 1, turn < 8 ? 1 : -1];
        const weights = Float64Array.from(hubs, (_, hub) => (hub === 0 ? x : hub === 3 ? y : 0));
        const most = mostOverAll(solver, rows, weights);
        const reached = Math.max(...whole.corners.map(([a, b]) => x * a + y * b));
        expect(Math.abs(reached - most)).toBeLessThan(1e-4);
      }
      for (const edge of whole.edges) expect(edge.length).toBeGreaterThan(0);

      const cut = drawn(slice(rows, hubs, { across: 0, up: 3, balancing: 4 }, nowhere(hubs)));
      expect(areaOf(cut.corners)).toBeGreaterThan(0);
      for (const [place, [x, y]] of cut.corners.entries()) {
        const flowOf = ({ ptdf }: DomainRow) =>
          x * (ptdf[0] as number) + y * (ptdf[3] as number) - (x + y) * (ptdf[4] as number);
        expect(Math.max(...rows.map((row) => flowOf(row) - row.ram))).toBeLessThan(1e-5);
        // Each corner is where its own edge and the one before it meet.
        for (const edge of [cut.edges[place], cut.edges.at(place - 1)]) {
          const row = rows[edge?.[0]?.row ?? -1] as DomainRow;
          expect(Math.abs(flowOf(row) - row.ram)).toBeLessThan(1e-5);
        }
        for (const [side, [fromX, fromY]] of whole.corners.entries()) {
          const [toX, toY] = whole.corners[(side + 1) % whole.corners.length] as Point;
          const left = (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
          expect(left / Math.hypot(toX - fromX, toY - fromY)).toBeGreaterThan(-1e-4);
        }
      }
    }),
    { seed: 7, numRuns: 6 },
  );
});
