import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bridge, type BridgeWindow, bridgesOf } from './find-bridge.ts';
import { buildSalesGraph, type SalesColumns } from './sales-graph.ts';

type Sale = readonly [src: number, dst: number, lo: number, hi: number, cents: number];
const columnsOf = (sales: readonly Sale[]): SalesColumns => ({
  src: Int32Array.from(sales, ([src]) => src),
  dst: Int32Array.from(sales, ([, dst]) => dst),
  lo: Int32Array.from(sales, ([, , lo]) => lo),
  hi: Int32Array.from(sales, ([, , , hi]) => hi),
  cents: Float64Array.from(sales, ([, , , , cents]) => cents),
});
const traders = 7;
const find = (sales: readonly Sale[], a: number, b: number, window: BridgeWindow): Bridge | null =>
  bridgesOf(buildSalesGraph(columnsOf(sales), traders))(a, b, window);
const all: BridgeWindow = { from: 0, until: 100, depth: 4 };

/** Every way, sale by sale: knows of no label. */
function waysOf(
  sales: readonly Sale[],
  a: number,
  b: number,
  { from, until, depth }: BridgeWindow,
): Sale[][] {
  const ways: Sale[][] = [];
  const goOn = (way: readonly Sale[], here: number, day: number) => {
    if (here === b) ways.push([...way]);
    if (here === b || way.length === depth) return;
    for (const sale of sales) {
      const [src, dst, lo, hi, cents] = sale;
      const at = Math.max(day, lo);
      if (src === here && dst !== here && dst !== a && cents > 0 && at <= Math.min(hi, until))
        goOn([...way, sale], dst, at);
    }
  };
  goOn([], a, from);
  return ways;
}

/** The most through a graph, by the least cut of all that there are (Ford and Fulkerson 1956): no flow is computed. */
function leastCut(sales: readonly Sale[], a: number, b: number): number {
  const others = Array.from({ length: traders }, (_, trader) => trader).filter(
    (one) => one !== a && one !== b,
  );
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** others.length; set++) {
    const side = new Set([a, ...others.filter((_, place) => (set & (1 << place)) !== 0)]);
    const cut = sales.filter(([src, dst]) => side.has(src) && !side.has(dst));
    least = Math.min(
      least,
      cut.reduce((sum, [, , , , cents]) => sum + cents, 0),
    );
  }
  return least;
}

function tried(sales: readonly Sale[], a: number, b: number, window: BridgeWindow): Bridge | null {
  const ways = waysOf(sales, a, b, window);
  if (ways.length === 0) return null;
  const used = [...new Set(ways.flat())];
  const arrives = ways.map((way) => way.reduce((day, [, , lo]) => Math.max(day, lo), window.from));
  const leaves = ways.map((way) => way.reduce((day, [, , , hi]) => Math.min(day, hi), window.until));
  return {
    hops: Math.min(...ways.map((way) => way.length)),
    arrives: Math.min(...arrives),
    leaves: Math.max(...leaves),
    ceiling: leastCut(used, a, b),
    traders: new Set([...used.map(([src]) => src), ...used.map(([, dst]) => dst)]).size,
  };
}

/** Whole days, months of ten of them, and amounts that are often alike. */
const someSale = fc
  .tuple(
    fc.integer({ min: 0, max: traders - 1 }),
    fc.integer({ min: 0, max: traders - 1 }),
    fc.integer({ min: 0, max: 30 }),
    fc.boolean(),
    fc.integer({ min: -2, max: 20 }),
  )
  .map(([src, dst, day, dated, cents]): Sale => {
    const month = day - (day % 10);
    return dated ? [src, dst, day, day, cents] : [src, dst, month, month + 9, cents];
  });
const someSales = fc.array(someSale, { maxLength: 30, size: 'max' });
const someWindow = fc.record({
  from: fc.integer({ min: 0, max: 12 }),
  until: fc.integer({ min: 10, max: 35 }),
  depth: fc.integer({ min: 1, max: 4 }),
});
const runs = { numRuns: 600, seed: 20_260 };

describe('A bridge between who acquires from abroad and who supplies abroad', () => {
  test('goes over buffers: hops, first arrival, last departure, and what can have passed', () => {
    // Missing trader 0 sells to buffers 1 and 2, these to broker 3.
    const sales: Sale[] = [
      [0, 1, 5, 5, 60_00],
      [0, 2, 6, 6, 40_00],
      [1, 3, 7, 7, 61_00],
      [2, 3, 9, 9, 41_00],
    ];
    expect(find(sales, 0, 3, all)).toEqual({ hops: 2, arrives: 7, leaves: 6, ceiling: 100_00, traders: 4 });
  });

  test('is none against the order of days, and one where only the month is known', () => {
    const wrong: Sale[] = [
      [0, 1, 8, 8, 50],
      [1, 3, 7, 7, 50],
    ];
    expect(find(wrong, 0, 3, all)).toBe(null);
    const month: Sale[] = [
      [0, 1, 8, 8, 50],
      [1, 3, 0, 30, 50],
    ];
    expect(find(month, 0, 3, all)).toEqual({ hops: 2, arrives: 8, leaves: 8, ceiling: 50, traders: 3 });
  });

  test('has four sales at the most, and none outside of the window', () => {
    const chain: Sale[] = [0, 1, 2, 3, 4].map((from) => [from, from + 1, from, from, 50]);
    expect(find(chain, 0, 4, all)?.hops).toBe(4);
    expect(find(chain, 0, 5, all)).toBe(null);
    expect(find(chain, 0, 4, { ...all, depth: 3 })).toBe(null);
    expect(find(chain, 0, 4, { ...all, from: 1 })).toBe(null);
    expect(find(chain, 0, 4, { ...all, until: 2 })).toBe(null);
  });

  test('counts what was split over many sales, and not what a buffer sold to others', () => {
    const split: Sale[] = Array.from({ length: 10 }, (_, day) => [0, 1, day, day, 10] as const);
    expect(find([...split, [1, 3, 20, 20, 500], [1, 4, 20, 20, 90]], 0, 3, all)?.ceiling).toBe(100);
  });

  test('takes no credit note for a sale', () => {
    expect(
      find(
        [
          [0, 1, 1, 1, 50],
          [1, 3, 2, 2, -50],
        ],
        0,
        3,
        all,
      ),
    ).toBe(null);
  });

  test('is what trying every way finds, on random sales', () => {
    let bridges = 0;
    fc.assert(
      fc.property(someSales, someWindow, (sales, window) => {
        const found = find(sales, 0, 1, window);
        expect(found).toEqual(tried(sales, 0, 1, window));
        if (found !== null) bridges++;
      }),
      runs,
    );
    expect(bridges).toBeGreaterThan(80);
  });

  test('answers one question after the other as each alone', () => {
    fc.assert(
      fc.property(someSales, fc.array(someWindow, { minLength: 2, maxLength: 6 }), (sales, windows) => {
        const findOne = bridgesOf(buildSalesGraph(columnsOf(sales), traders));
        const pairs = windows.map(
          (window, place) => [place % traders, (place + 2) % traders, window] as const,
        );
        const together = pairs.map(([a, b, window]) => findOne(a, b, window));
        expect(together).toEqual(pairs.map(([a, b, window]) => find(sales, a, b, window)));
      }),
      { ...runs, numRuns: 200 },
    );
  });

  test('refuses a sale of nobody, and one that ends before it begins', () => {
    expect(() => find([[0, 9, 1, 1, 5]], 0, 1, all)).toThrow(RangeError);
    expect(() => find([[0, 1, 2, 1, 5]], 0, 1, all)).toThrow(RangeError);
  });
});

describe('The ceiling of a bridge', () => {
  test('is never below what passed by ways together, no sale carrying more than its amount', () => {
    fc.assert(
      fc.property(someSales, someWindow, fc.infiniteStream(fc.nat(1_000)), (sales, window, chance) => {
        const ways = waysOf(sales, 0, 1, window);
        const left = new Map(sales.map((sale) => [sale, sale[4]]));
        const ceiling = find(sales, 0, 1, window)?.ceiling ?? 0;
        let passed = 0;
        for (let turn = 0; turn < 12 && ways.length > 0; turn++) {
          const way = ways[(chance.next().value ?? 0) % ways.length] as Sale[];
          const most = Math.min(...way.map((sale) => left.get(sale) as number));
          for (const sale of way) left.set(sale, (left.get(sale) as number) - most);
          passed += most;
        }
        expect(ceiling).toBeGreaterThanOrEqual(passed);
        for (const way of ways)
          expect(ceiling).toBeGreaterThanOrEqual(Math.min(...way.map(([, , , , cents]) => cents)));
      }),
      { ...runs, numRuns: 300 },
    );
  });

  test('never falls by one sale more, by a larger one, by more days or by more hops', () => {
    const ceiling = (bridge: Bridge | null) => bridge?.ceiling ?? 0;
    fc.assert(
      fc.property(someSales, someSale, someWindow, (sales, more, window) => {
        const before = ceiling(find(sales, 0, 1, window));
        const larger = sales.map(
          ([src, dst, lo, hi, cents], place): Sale =>
            place === 0 ? [src, dst, lo, hi, cents + 3] : [src, dst, lo, hi, cents],
        );
        expect(ceiling(find([...sales, more], 0, 1, window))).toBeGreaterThanOrEqual(before);
        expect(ceiling(find(larger, 0, 1, window))).toBeGreaterThanOrEqual(before);
        const { from, until, depth } = window;
        const wider = { from: Math.max(0, from - 3), until: until + 3, depth: Math.min(4, depth + 1) };
        expect(ceiling(find(sales, 0, 1, wider))).toBeGreaterThanOrEqual(before);
      }),
      { ...runs, numRuns: 300 },
    );
  });
});
