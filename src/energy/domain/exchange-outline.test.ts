import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diceOf } from '#kernel/dice.ts';
import { exchangeOutline } from './exchange-outline.ts';
import { allDirections } from './exchanges.ts';
import { mostByRights } from './long-term-rights.ts';

test('100 MW from A to B and 50 MW from A to C are drawn as a slanted box over A and B', () => {
  const directions = [
    { from: 0, to: 1 },
    { from: 0, to: 2 },
  ];
  expect(exchangeOutline(directions, Float64Array.of(100, 50), [0, 1])).toEqual([
    [100, -100],
    [150, -100],
    [50, 0],
    [0, 0],
  ]);
});

test('One direction is a line, and none is a point', () => {
  const direction = [{ from: 1, to: 0 }];
  expect(exchangeOutline(direction, Float64Array.of(80), [0, 1])).toEqual([
    [0, 0],
    [-80, 80],
  ]);
  expect(exchangeOutline(direction, Float64Array.of(80), [2, 3])).toEqual([[0, 0]]);
});

test('Outlines reach as far as all exchanges together in any direction, and turn left at every corner', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const dice = diceOf(seed, 'outline');
      const directions = allDirections(4);
      const megawatts = Float64Array.from(directions, () => (dice.chance(0.3) ? 0 : dice.whole(1, 900)));
      const corners = exchangeOutline(directions, megawatts, [1, 3]);
      for (let look = 0; look < 20; look++) {
        const [x, y] = [dice.normal(), dice.normal()];
        const reached = Math.max(...corners.map(([a, b]) => x * a + y * b));
        expect(reached).toBeCloseTo(mostByRights({ directions, megawatts }, Float64Array.of(0, x, 0, y)), 6);
      }
      for (const [place, [x, y]] of corners.entries()) {
        const [nextX, nextY] = corners[(place + 1) % corners.length] as readonly [number, number];
        const [beyondX, beyondY] = corners[(place + 2) % corners.length] as readonly [number, number];
        const turn = (nextX - x) * (beyondY - nextY) - (nextY - y) * (beyondX - nextX);
        if (corners.length > 2) expect(turn).toBeGreaterThan(0);
      }
    }),
    { seed: 7, numRuns: 50 },
  );
});
