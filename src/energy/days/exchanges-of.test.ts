import { describe, expect, test } from 'vitest';
import { exchangesOf } from './exchanges-of.ts';
import { aroundMiddle, box, leaving } from './ring-layout.ts';

const network = {
  zones: ['A', 'B', 'C'],
  links: [
    { id: 'A-B', from: 0, to: 1, least: -80, most: 100 },
    { id: 'B-C', from: 1, to: 2, least: -70, most: 50 },
  ],
  borders: [{ id: 'beyond', zone: 2, price: 40, least: -30, most: 20 }],
  domain: null,
};

describe('What is exchanged in a step', () => {
  test('goes the way in which it goes, beside what could have gone that way', () => {
    const cleared = {
      positions: new Float64Array(3),
      flows: Float64Array.of(100, -60),
      exchanges: Float64Array.of(-5),
    };
    expect(exchangesOf(network, cleared)).toEqual([
      { kind: 'link', from: 0, to: 1, id: 'A-B', megawatts: 100, most: 100 },
      { kind: 'link', from: 2, to: 1, id: 'B-C', megawatts: 60, most: 70 },
      { kind: 'border', from: null, to: 2, id: 'beyond', megawatts: 5, most: 30 },
    ]);
  });

  test('in a domain is a net position to or from the market, and never an exchange between two zones', () => {
    const cleared = {
      positions: Float64Array.of(40, -50, 10),
      flows: new Float64Array(),
      exchanges: new Float64Array(),
    };
    const found = exchangesOf({ ...network, links: [], borders: [], domain: [] }, cleared);
    expect(found.map(({ from, to, megawatts }) => [from, to, megawatts])).toEqual([
      [0, null, 40],
      [null, 1, 50],
      [2, null, 10],
    ]);
  });
});

describe('A scheme of zones', () => {
  test('has each zone at a place of its own within the drawing', () => {
    const { spots } = aroundMiddle(6, { width: 640, height: 340 });
    for (const [place, one] of spots.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(box.width / 2);
      expect(one.y).toBeLessThanOrEqual(340 - box.height / 2);
      for (const other of spots.slice(place + 1))
        expect(Math.abs(one.x - other.x) > box.width || Math.abs(one.y - other.y) > box.height).toBe(true);
    }
  });

  test('has arrows that begin at the edge of a box', () => {
    expect(leaving({ x: 100, y: 100 }, { x: 300, y: 100 })).toEqual({ x: 146, y: 100 });
    expect(leaving({ x: 100, y: 100 }, { x: 100, y: 0 })).toEqual({ x: 100, y: 79 });
  });
});
