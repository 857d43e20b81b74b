import { describe, expect, test } from 'vitest';
import { bookSide, curveOf, priceWindow } from './zone-book.ts';

const orders = {
  supply: {
    prices: Float64Array.of(40, 10, 20),
    quantities: Float64Array.of(100, 50, 30),
    ends: Float64Array.of(40, 10, 30),
  },
  demand: { prices: Float64Array.of(15, 4000), quantities: Float64Array.of(60, 90) },
};
const accepted = { supply: Float64Array.of(0, 50, 30), demand: Float64Array.of(0, 90) };

describe('The book of a zone', () => {
  test('has who sells cheapest first and who buys dearest first, each with what was accepted', () => {
    expect(bookSide('supply', orders, accepted).map(({ price, accepted }) => [price, accepted])).toEqual([
      [10, 50],
      [20, 30],
      [40, 0],
    ]);
    expect(bookSide('demand', orders, accepted).map(({ price, accepted }) => [price, accepted])).toEqual([
      [4000, 90],
      [15, 0],
    ]);
  });

  test('is a line that is level along steps and rises along a linear order', () => {
    expect(curveOf(bookSide('supply', orders, accepted))).toEqual([
      [0, 10],
      [50, 10],
      [50, 20],
      [80, 30],
      [80, 40],
      [180, 40],
    ]);
  });

  test('is drawn where orders lie and always with the price, not out to the end of what is allowed', () => {
    const all = [...bookSide('supply', orders, accepted), ...bookSide('demand', orders, accepted)];
    const [low, high] = priceWindow(all, 25);
    expect(low).toBeLessThanOrEqual(25);
    expect(high).toBeGreaterThanOrEqual(25);
    expect(high).toBeLessThan(4000);
  });
});
