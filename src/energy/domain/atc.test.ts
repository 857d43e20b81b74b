import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diceOf } from '#kernel/dice.ts';
import { extractAtc } from './atc.ts';
import { boxInDomain } from './containment.ts';
import { allDirections, type Direction, positionsOf } from './exchanges.ts';
import { syntheticDomain } from './fixtures/synthetic-grid.ts';
import { hexagon, triangle } from './fixtures/triangle.ts';

const [fromAToB, fromAToC]: readonly Direction[] = [
  { from: 0, to: 1 },
  { from: 0, to: 2 },
];
const fromA = [fromAToB, fromAToC] as readonly Direction[];

function extracted(...asked: Parameters<typeof extractAtc>): readonly number[] {
  const result = extractAtc(...asked);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return [...result.value];
}
const close = (...values: readonly number[]) => values.map((value) => expect.closeTo(value, 2));

describe('Capacities out of a domain', () => {
  test('share what a row lets through equally: 150 MW of AC each make 450 to B, of which a third goes there, and 225 to C', () => {
    expect(extracted(triangle({ AC: 300 }), fromA)).toEqual(close(450, 225));
  });

  test('stop at the row that gives least: AB gives 50 MW each, 75 to B and 150 to C, and is full then', () => {
    expect(extracted(triangle({ AC: 300, AB: 100 }), fromA)).toEqual(close(75, 150));
  });

  test('begin from long-term rights where there are any', () => {
    // 30 and 60 MW leave 60 of AB's 100: 30 each, 45 to B and 90 to C more.
    expect(extracted(triangle({ AC: 300, AB: 100 }), fromA, Float64Array.of(30, 60))).toEqual(close(75, 150));
  });

  test('cannot begin outside of it, nor end where no row ends a direction', () => {
    expect(extractAtc(triangle({ AB: 100 }), fromA, Float64Array.of(200, 0))).toMatchObject({
      problems: [{ code: 'energy_atc_start_outside', params: { row: 'AB', flow: 133, ram: 100 } }],
    });
    expect(extractAtc(triangle({ AB: 100 }), [...fromA, { from: 1, to: 0 }])).toMatchObject({
      problems: [{ code: 'energy_atc_unlimited', params: { direction: 3 } }],
    });
    expect(extractAtc(triangle({ AB: -1 }), fromA).ok).toBe(false);
  });
});

describe('A box of capacities', () => {
  test('is outside where one use of it breaks a row, and that use is named', () => {
    const found = boxInDomain(hexagon, [...fromA, { from: 1, to: 0 }], Float64Array.of(200, 300, 50));
    // AB: two thirds of 200 and a third of 300 are 233; what flows back from B does not count on.
    expect(found).toEqual({
      isInside: false,
      row: 2,
      flow: expect.closeTo(233.333, 3),
      ram: 200,
      exchanges: Float64Array.of(200, 300, 0),
    });
  });

  test('is inside where every row bears the worst use', () => {
    expect(boxInDomain(hexagon, fromA, Float64Array.of(150, 300))).toEqual({ isInside: true });
    expect(boxInDomain(hexagon, fromA, Float64Array.of(150, Number.NaN)).isInside).toBe(false);
  });
});

test('Capacities out of made-up domains are inside at every corner, and no direction has room left', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const { hubs, rows } = syntheticDomain(seed, 4, 4, 400);
      const directions = allDirections(hubs.length);
      const capacities = Float64Array.from(extracted(rows, directions));
      expect(boxInDomain(rows, directions, capacities)).toEqual({ isInside: true });
      const dice = diceOf(seed, 'corners');
      let most = Number.NEGATIVE_INFINITY;
      for (let corner = 0; corner < 100; corner++) {
        const used = capacities.map((capacity) => (dice.chance(0.5) ? capacity : 0));
        const positions = positionsOf(hubs.length, directions, used);
        for (const { ptdf, ram } of rows)
          most = Math.max(
            most,
            ptdf.reduce((sum, factor, hub) => sum + factor * (positions[hub] as number), -ram),
          );
      }
      expect(most).toBeLessThan(1e-6);
      for (const place of directions.keys()) {
        const more = capacities.map((capacity, other) => capacity + (other === place ? 50 : 0));
        expect(boxInDomain(rows, directions, more).isInside).toBe(false);
      }
    }),
    { seed: 7, numRuns: 6 },
  );
});
