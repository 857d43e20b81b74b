import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diceOf } from '#kernel/dice.ts';
import { programOf } from '../clearing/columns.ts';
import { loadSolver } from '../clearing/solver.ts';
import type { DomainRow } from '../market/model.ts';
import { allDirections } from './exchanges.ts';
import { syntheticDomain } from './fixtures/synthetic-grid.ts';
import { hexagon, triangle } from './fixtures/triangle.ts';
import { mostOverAll } from './fixtures/whole-program.ts';
import { extendedDomain, type LongTermRights, mostByRights } from './long-term-rights.ts';

const solver = await loadSolver();

/** The largest weighted sum of net positions over both, and the share of the flow-based domain in it. */
function mostTogether(rows: readonly DomainRow[], rights: LongTermRights, weights: Float64Array) {
  const { columns, bounds, positions, share } = extendedDomain(rows, weights.length, rights);
  const costed = columns.map((column, place) => ({ ...column, cost: -(weights[place - positions] ?? 0) }));
  const solution = solver.solve(programOf(costed, bounds));
  if (solution.status !== 'optimal') throw new Error(solution.status);
  return { most: -solution.cost, share: solution.values[share] as number };
}

describe('Long-term rights beside a domain', () => {
  const rights = { directions: [{ from: 0, to: 1 }], megawatts: Float64Array.of(400) };

  test('let A export to B what the domain would not: 400 MW where 300 go through', () => {
    // AB carries two thirds of an exchange from A to B, and lets 200 MW through.
    expect(mostOverAll(solver, hexagon, Float64Array.of(1, -1, 0))).toBeCloseTo(600, 6);
    const together = mostTogether(hexagon, rights, Float64Array.of(1, -1, 0));
    expect(together.most).toBeCloseTo(800, 6);
    expect(together.share).toBeCloseTo(0, 6);
  });

  test('leave the domain as it is where it goes further by itself', () => {
    const together = mostTogether(hexagon, rights, Float64Array.of(1, 0, 0));
    expect(together.most).toBeCloseTo(500, 6);
    expect(together.share).toBeCloseTo(1, 6);
  });

  test('are all there is where the domain lets nothing through', () => {
    const none = triangle({ AC: 0, CA: 0, AB: 0, BA: 0, BC: 0, CB: 0 });
    expect(mostTogether(none, rights, Float64Array.of(1, 0, 0)).most).toBeCloseTo(400, 6);
  });
});

test('Both together reach as far as the one that goes further, in any direction, and no further', () => {
  const wins = { domain: 0, rights: 0 };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const { hubs, rows } = syntheticDomain(seed, 4, 4, 200);
      const dice = diceOf(seed, 'rights');
      const directions = allDirections(hubs.length);
      const rights = { directions, megawatts: Float64Array.from(directions, () => dice.between(0, 3000)) };
      for (let look = 0; look < 12; look++) {
        const weights = Float64Array.from(hubs, () => dice.normal());
        const alone = [mostOverAll(solver, rows, weights), mostByRights(rights, weights)] as const;
        wins[alone[0] > alone[1] ? 'domain' : 'rights']++;
        expect(Math.abs(mostTogether(rows, rights, weights).most - Math.max(...alone))).toBeLessThan(1e-4);
      }
    }),
    { seed: 7, numRuns: 5 },
  );
  // Where one of them always goes further, the other might as well not be there.
  expect(Math.min(wins.domain, wins.rights)).toBeGreaterThan(0);
});
