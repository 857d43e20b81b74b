import { describe, expect, test } from 'vitest';
import { endsOf, roundFigures, scaleOf } from './axis.ts';

describe('An axis', () => {
  test('has round figures that lie between its ends', () => {
    expect(roundFigures(-1320, 1297, 6)).toEqual([-1000, -500, 0, 500, 1000]);
    expect(roundFigures(0.31, 0.62, 4)).toEqual([0.4, 0.5, 0.6]);
    expect(roundFigures(0, 24, 6)).toEqual([0, 5, 10, 15, 20]);
  });

  test('has none where its ends are one, or none', () => {
    expect(roundFigures(5, 5, 4)).toEqual([]);
    expect(roundFigures(0, Number.POSITIVE_INFINITY, 4)).toEqual([]);
  });

  test('leads its ends to the ends of the drawing', () => {
    const at = scaleOf([-100, 300], [40, 640]);
    expect([-100, 0, 300].map(at)).toEqual([40, 190, 640]);
    expect(endsOf([0, 100], 0.05)).toEqual([-5, 105]);
  });
});
