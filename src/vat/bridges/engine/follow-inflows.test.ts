import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bridgesOf } from './find-bridge.ts';
import { followInflows } from './follow-inflows.ts';
import { buildSalesGraph, type SalesGraph } from './sales-graph.ts';

type Sale = readonly [seller: number, buyer: number, cents: number, firstDay: number, lastDay: number];
const count = 7;
const graphOf = (sales: readonly Sale[]): SalesGraph =>
  buildSalesGraph(
    {
      src: Int32Array.from(sales, ([seller]) => seller),
      dst: Int32Array.from(sales, ([, buyer]) => buyer),
      cents: Float64Array.from(sales, ([, , cents]) => cents),
      lo: Int32Array.from(sales, ([, , , day]) => day),
      hi: Int32Array.from(sales, ([, , , , day]) => day),
    },
    count,
  );
const search = { maxHops: 4, leastPart: 0.1, leastCents: 1 };
const flow = (cents: Readonly<Record<number, number>>) =>
  Float64Array.from({ length: count }, (_, trader) => cents[trader] ?? 0);
const bridges = (
  sales: readonly Sale[],
  into: Record<number, number>,
  out: Record<number, number>,
  changes: Partial<typeof search> = {},
) => {
  const followed = followInflows(
    graphOf(sales),
    { inflow: flow(into), outflow: flow(out) },
    { ...search, ...changes },
  );
  return {
    edges: followed.map(({ between: _, ...edge }) => edge),
    between: followed.map(({ between }) => between),
  };
};

describe('Bridges of an inflow through its state', () => {
  test('lead from who acquired over who traded between to who supplies abroad, within the days that there are', () => {
    const { edges, between } = bridges(
      [
        [0, 1, 100, 5, 9],
        [1, 2, 95, 7, 12],
      ],
      { 0: 100 },
      { 2: 96 },
    );
    expect(edges).toEqual([{ inflow: 0, outflow: 2, hops: 2, lo: 7, hi: 9, cents: 95 }]);
    expect(between).toEqual([[1]]);
  });

  test('are of no more than came in, went out, or was sold on the way', () => {
    expect(bridges([[0, 1, 500, 1, 1]], { 0: 100 }, { 1: 300 }).edges[0]?.cents).toBe(100);
    expect(bridges([[0, 1, 500, 1, 1]], { 0: 400 }, { 1: 300 }).edges[0]?.cents).toBe(300);
    expect(bridges([[0, 1, 50, 1, 1]], { 0: 400 }, { 1: 300 }).edges[0]).toMatchObject({ cents: 50 });
  });

  test('add up what was split over several buffers, and know them all', () => {
    const split: Sale[] = [
      [0, 1, 33, 1, 3],
      [0, 2, 33, 1, 3],
      [0, 3, 33, 1, 3],
      [1, 4, 33, 2, 5],
      [2, 4, 32, 2, 5],
      [3, 4, 31, 2, 5],
    ];
    const { edges, between } = bridges(split, { 0: 100 }, { 4: 100 });
    expect(edges).toMatchObject([{ inflow: 0, outflow: 4, hops: 2, cents: 96 }]);
    expect(between).toEqual([[1, 2, 3]]);
  });

  test('are none where goods left before they came, beyond the hops, or for a part too small', () => {
    expect(
      bridges(
        [
          [0, 1, 100, 9, 9],
          [1, 2, 100, 2, 8],
        ],
        { 0: 100 },
        { 2: 100 },
      ).edges,
    ).toEqual([]);
    const long: Sale[] = [0, 1, 2, 3, 4].map((trader) => [trader, trader + 1, 100, trader, trader]);
    expect(bridges(long, { 0: 100 }, { 5: 100 }).edges).toEqual([]);
    expect(bridges(long, { 0: 100 }, { 4: 100 }).edges.length).toBe(1);
    expect(bridges([[0, 1, 5, 1, 1]], { 0: 100 }, { 1: 100 }).edges).toEqual([]);
    expect(bridges([[0, 1, 100, 1, 1]], { 0: 100 }, { 1: 100 }, { leastCents: 200 }).edges).toEqual([]);
  });

  test('are there wherever a single way is, with its fewest hops and at least what it carries', () => {
    /** Of all ways through nobody twice, by trying: the fewest hops, and the most that one of them carries. */
    const tried = (sales: readonly Sale[], from: number, to: number, inflow: number, outflow: number) => {
      let [hops, cents] = [Number.POSITIVE_INFINITY, 0];
      const goOn = (way: readonly number[], carried: number, arrival: number) => {
        const here = way.at(-1) as number;
        if (here === to && way.length > 1) {
          hops = Math.min(hops, way.length - 1);
          cents = Math.max(cents, Math.min(carried, outflow));
          return;
        }
        if (way.length > 4) return;
        for (const [seller, buyer, amount, first, last] of sales)
          if (seller === here && !way.includes(buyer) && last >= arrival)
            goOn([...way, buyer], Math.min(carried, amount), Math.max(arrival, first));
      };
      goOn([from], inflow, Number.NEGATIVE_INFINITY);
      return { hops, cents };
    };
    const sale = fc
      .tuple(fc.nat(count - 1), fc.nat(count - 1), fc.integer({ min: 50, max: 100 }), fc.nat(10), fc.nat(6))
      .filter(([seller, buyer]) => seller !== buyer)
      .map(([seller, buyer, cents, day, length]): Sale => [seller, buyer, cents, day, day + length]);
    let seen = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(sale, {
          minLength: 3,
          maxLength: 14,
          selector: ([one, other]) => one * count + other,
        }),
        (sales) => {
          const { edges } = bridges(sales, { 0: 100 }, { 5: 90, 6: 80 }, { leastPart: 1e-9 });
          for (const [to, outflow] of [
            [5, 90],
            [6, 80],
          ] as const) {
            const { hops, cents } = tried(sales, 0, to, 100, outflow);
            const edge = edges.find((one) => one.outflow === to);
            if (cents === 0) continue;
            seen++;
            expect(edge?.hops).toBe(hops);
            expect(edge?.cents).toBeGreaterThanOrEqual(cents);
            expect(edge?.cents).toBeLessThanOrEqual(outflow);
          }
        },
      ),
      { numRuns: 500, seed: 20200801 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  test('are those that the search of one pair finds, in as few hops, and of no less than can have flowed', () => {
    const sale = fc
      .tuple(fc.nat(count - 1), fc.nat(count - 1), fc.integer({ min: 1, max: 100 }), fc.nat(10), fc.nat(6))
      .filter(([seller, buyer]) => seller !== buyer)
      .map(([seller, buyer, cents, day, length]): Sale => [seller, buyer, cents, day, day + length]);
    const window = { from: -100, until: 100, depth: 4 };
    let [found, less] = [0, 0];
    fc.assert(
      fc.property(fc.array(sale, { minLength: 3, maxLength: 16, size: 'max' }), (sales) => {
        const find = bridgesOf(graphOf(sales));
        // Nothing is too little to be followed.
        const all = Object.fromEntries(Array.from({ length: count }, (_, trader) => [trader, 1_000_000]));
        const { edges } = bridges(sales, { 0: 1_000_000 }, all, { leastPart: 1e-9 });
        for (let to = 1; to < count; to++) {
          const one = find(0, to, window);
          const other = edges.find(({ outflow }) => outflow === to);
          expect(other?.hops).toBe(one?.hops);
          expect(other?.cents ?? 0).toBeGreaterThanOrEqual(one?.ceiling ?? 0);
          if (one !== null) found++;
          if ((other?.cents ?? 0) > (one?.ceiling ?? 0)) less++;
        }
      }),
      { numRuns: 400, seed: 20_261_127 },
    );
    expect(found).toBeGreaterThan(300);
    // The flow is the closer of the two ceilings.
    expect(less).toBeGreaterThan(10);
  });
});
