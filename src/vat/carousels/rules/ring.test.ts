import { describe, expect, test } from 'vitest';
import type { Token } from '../../bridges/model.ts';
import { box, layOutRing, stepsOf } from './ring.ts';

describe('The picture of a carousel', () => {
  test('has its steps in the order in which goods go, the last back to who began', () => {
    const [conduit, missing, broker] = ['LU.a', 'NL.b', 'NL.c'] as unknown as [Token, Token, Token];
    const months = [1, 2, 3].map((month) => ({ from: `2026-0${month}`, until: `2026-0${month}` }));
    expect(stepsOf({ traders: [conduit, missing, broker], hops: [null, 2, null], months })).toEqual([
      { from: conduit, to: missing, hops: null, first: '2026-01', last: '2026-01' },
      { from: missing, to: broker, hops: 2, first: '2026-02', last: '2026-02' },
      { from: broker, to: conduit, hops: null, first: '2026-03', last: '2026-03' },
    ]);
  });

  test('has no box on another or out of the drawing, and each arrow from edge to edge, of two to thirty-two traders', () => {
    for (let count = 2; count <= 32; count++) {
      const { middles, arrows, width, height } = layOutRing(count);
      for (const [place, one] of middles.entries()) {
        expect(one.x - box.width / 2, String(count)).toBeGreaterThanOrEqual(0);
        expect(one.x + box.width / 2, String(count)).toBeLessThanOrEqual(width);
        expect(one.y - box.height / 2, String(count)).toBeGreaterThanOrEqual(0);
        expect(one.y + box.height / 2, String(count)).toBeLessThanOrEqual(height);
        for (const other of middles.slice(place + 1))
          expect(
            Math.abs(one.x - other.x) >= box.width || Math.abs(one.y - other.y) >= box.height,
            `${count} traders`,
          ).toBe(true);
      }
      expect(arrows).toHaveLength(count);
    }
    const [there, back] = layOutRing(2).arrows;
    expect(there?.label).not.toEqual(back?.label);
  });
});
