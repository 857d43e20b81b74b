import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, labelBox, layOut, overlap, pointAt } from './layout.ts';
import type { Flow } from './neighbourhood.ts';

const traders = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('NL', 'BE', 'LU', 'DE'), fc.integer({ min: 0, max: 9 }))
    .map(([s, n]) => `${s}${n}`),
  { minLength: 1, maxLength: 18 },
);
const pictures = traders.chain((all) =>
  fc.record({
    traders: fc.constant(all),
    flows: fc.array(
      fc.record({
        from: fc.constantFrom(...all),
        to: fc.constantFrom(...all),
        cents: fc.nat(9),
        kind: fc.constantFrom<Flow['kind']>('supply', 'sale', 'bridge'),
      }),
      { maxLength: 30 },
    ),
  }),
);
const labelAt = ({ x, y }: { readonly x: number; readonly y: number }): Box => ({
  x: x - labelBox.width / 2 + 1,
  y: y - labelBox.height / 2 + 1,
  width: labelBox.width - 2,
  height: labelBox.height - 2,
});

describe('A picture of trade', () => {
  test('has all traders within it and none on another, and no amount on a trader or on another amount', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const { width, height, boxes, flows } = layOut(picture, 'NL');
        const placed = [...boxes.values()];
        expect(placed.length).toBe(picture.traders.length);
        // However many traders a state has, nobody scrolls for long.
        expect(height).toBeLessThan(600);
        for (const one of placed) {
          expect(one.x).toBeGreaterThanOrEqual(0);
          expect(one.x + one.width).toBeLessThanOrEqual(width);
          expect(one.y).toBeGreaterThanOrEqual(20);
          expect(one.y + one.height).toBeLessThanOrEqual(height);
        }
        const labels = flows.flatMap(({ label }) => (label === null ? [] : [labelAt(label)]));
        const all = [...placed, ...labels];
        for (const [place, one] of all.entries())
          for (const other of all.slice(place + 1)) expect(overlap(one, other)).toBe(false);
        expect(flows.length).toBe(picture.flows.length);
        for (const { curve } of flows)
          for (const t of [0.25, 0.5, 0.75]) {
            const { y } = pointAt(curve, t);
            expect(y).toBeGreaterThan(0);
            expect(y).toBeLessThanOrEqual(height);
          }
      }),
      { seed: 11 },
    );
  });

  test('is the same whatever the order of traders of a state', () => {
    fc.assert(
      fc.property(pictures, ({ traders: all, flows }) => {
        expect(layOut({ traders: all.toReversed(), flows }, 'NL').boxes).toEqual(
          new Map([...layOut({ traders: all, flows }, 'NL').boxes].toReversed()),
        );
      }),
      { seed: 12, numRuns: 50 },
    );
  });

  test('has the state whose analyst looks at the left', () => {
    const picture = { traders: ['BE1', 'NL1', 'LU1'], flows: [] };
    expect(layOut(picture, 'NL').columns.map(({ state }) => state)).toEqual(['NL', 'BE', 'LU']);
    expect(layOut(picture, 'LU').columns.map(({ state }) => state)).toEqual(['LU', 'BE', 'NL']);
  });
});
