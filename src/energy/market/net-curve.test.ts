import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takenAt } from './linear-order.ts';
import type { Steps } from './model.ts';
import { netCurve } from './net-curve.ts';

type Order = { readonly price: number; readonly end: number; readonly quantity: number };
const stepsOf = (orders: readonly Order[]): Steps => ({
  prices: Float64Array.from(orders, ({ price }) => price),
  ends: Float64Array.from(orders, ({ end }) => end),
  quantities: Float64Array.from(orders, ({ quantity }) => quantity),
});
/** MW that one order trades at a price that is none of its own. */
const taken = (steps: Steps, order: number, price: number, sign: 1 | -1) =>
  steps.ends?.[order] === steps.prices[order]
    ? sign * ((steps.prices[order] as number) - price) < 0
      ? (steps.quantities[order] as number)
      : 0
    : takenAt(steps, order, price);

describe('All orders of a zone in one curve', () => {
  const order = (rising: boolean) =>
    fc
      .record({
        low: fc.integer({ min: -50, max: 100 }),
        width: fc.integer({ min: 0, max: 40 }),
        quantity: fc.integer({ min: 0, max: 50 }),
      })
      .map(({ low, width, quantity }) => ({
        price: rising ? low : low + width,
        end: rising ? low + width : low,
        quantity,
      }));

  test('export at every price what each of them would by itself', () => {
    fc.assert(
      fc.property(
        fc.array(order(true), { maxLength: 8 }),
        fc.array(order(false), { maxLength: 8 }),
        fc.integer({ min: -60, max: 150 }),
        (offered, asked, whole) => {
          const price = whole + 0.5;
          const [supply, demand] = [stepsOf(offered), stepsOf(asked)];
          const alone =
            offered.reduce((all, _, place) => all + taken(supply, place, price, 1), 0) -
            asked.reduce((all, _, place) => all + taken(demand, place, price, -1), 0);
          const { least, prices, ends, quantities } = netCurve({ demand, supply });
          let together = least;
          for (const [place, first] of prices.entries()) {
            const end = ends[place] as number;
            if (place > 0) expect(first).toBeGreaterThanOrEqual(ends[place - 1] as number);
            const share =
              end === first
                ? price > first
                  ? 1
                  : 0
                : Math.min(1, Math.max(0, (price - first) / (end - first)));
            together += share * (quantities[place] as number);
          }
          expect(together).toBeCloseTo(alone, 8);
        },
      ),
      { seed: 7, numRuns: 400 },
    );
  });
});
