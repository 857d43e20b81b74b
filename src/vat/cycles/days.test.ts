import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleTogether } from './bundle-together.ts';
import { findBundles, type SalesBundle } from './bundles.ts';
import { type Asked, cyclesOf, type Sale } from './fixtures/every-way-on.ts';
import { buildGraph, type EdgeColumns } from './graph.ts';
import { onTheWay } from './on-the-way.ts';
import { buildSales } from './sales.ts';

const usual: Asked = { window: 30, maxLength: 6, margin: 0.15 };

const columnsOf = (sales: readonly Sale[]): EdgeColumns => ({
  src: Int32Array.from(sales, ([src]) => src),
  dst: Int32Array.from(sales, ([, dst]) => dst),
  time: Int32Array.from(sales, ([, , day]) => day),
  cents: Float64Array.from(sales, ([, , , cents]) => cents),
});
/** Some added, where it is said of any that it was, or was not. */
const salesOf = (sales: readonly Sale[], traders = 6) => {
  const isSaid = sales.some(({ length }) => length === 5);
  const added = isSaid ? Uint8Array.from(sales, (one) => (one[4] === true ? 1 : 0)) : null;
  return buildSales(columnsOf(sales), traders, added);
};

/** Bundles, their sales as places in the list. */
function found(sales: readonly Sale[], asked: Partial<Asked> = {}) {
  const built = salesOf(sales);
  const { bundles, truncated } = findBundles(built, { ...usual, ...asked, together: false, byDay: true });
  expect(truncated).toBe(0);
  const of = (place: number) => sales[place] as Sale;
  const places = [...sales.keys()]
    .filter((place) => of(place)[0] !== of(place)[1] && of(place)[3] > 0)
    .sort((one, other) =>
      [0, 1, 2].reduce((by, part) => by || Number(of(one)[part]) - Number(of(other)[part]), 0),
    );
  return bundles
    .map(({ sales: hops = [], ...bundle }) => ({
      ...bundle,
      sales: hops.map((hop) => hop.map((sale) => places[sale] as number).sort((a, b) => a - b)),
    }))
    .sort((one, other) => (one.traders.join() < other.traders.join() ? -1 : 1));
}

/** Of those that have an added sale, where any was added, bundles by what they are said to be. */
function tried(sales: readonly Sale[], asked: Asked) {
  const of = (sale: number) => sales[sale] as Sale;
  const isSaid = sales.some(({ length }) => length === 5);
  const bundles = new Map<string, (readonly number[])[]>();
  for (const cycle of cyclesOf(sales, asked)) {
    if (isSaid && !cycle.some((sale) => of(sale)[4] === true)) continue;
    const key = cycle.map((sale) => of(sale)[0]).join();
    bundles.set(key, [...(bundles.get(key) ?? []), cycle]);
  }
  return [...bundles.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, cycles]) => {
      const days = cycles.flat().map((sale) => of(sale)[2]);
      const hops = key
        .split(',')
        .map((_, hop) => [...new Set(cycles.map((cycle) => cycle[hop] as number))].sort((a, b) => a - b));
      return {
        traders: key.split(',').map(Number),
        count: cycles.length,
        cents: Math.min(...hops.map((hop) => hop.reduce((sum, sale) => sum + of(sale)[3], 0))),
        first: Math.min(...days),
        last: Math.max(...days),
        sales: hops,
      };
    });
}

const sale = [fc.nat(3), fc.nat(3), fc.nat(6), fc.constantFrom(-20, 90, 100, 110, 120, 150)] as const;
const limits = [fc.nat(7), fc.integer({ min: 2, max: 5 }), fc.constantFrom(0, 0.1, 0.25, 1)] as const;

describe('Cycles of sales of which the days are known', () => {
  test('are those that a search finds that tries every way on, each once', () => {
    let [cycles, ofOneDay] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(...sale), { minLength: 8, maxLength: 20 }),
        ...limits,
        (sales, window, maxLength, margin) => {
          const asked = { window, maxLength, margin };
          const expected = tried(sales, asked);
          expect(found(sales, asked)).toEqual(expected);
          cycles += expected.reduce((sum, { count }) => sum + count, 0);
          ofOneDay += expected.filter(({ first, last }) => first === last).length;
        },
      ),
      { numRuns: 1_500, seed: 20200531 },
    );
    expect(cycles).toBeGreaterThan(2_000);
    expect(ofOneDay).toBeGreaterThan(100);
  });

  test('of which some were added are those that have one of these', () => {
    let [cycles, without] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(...sale, fc.boolean()), { minLength: 8, maxLength: 20 }),
        ...limits,
        (sales, window, maxLength, margin) => {
          const asked = { window, maxLength, margin };
          const expected = tried(sales, asked);
          expect(found(sales, asked)).toEqual(expected);
          const count = expected.reduce((sum, one) => sum + one.count, 0);
          cycles += count;
          without += cyclesOf(sales, asked).length - count;
        },
      ),
      { numRuns: 1_500, seed: 20200531 },
    );
    expect(cycles).toBeGreaterThan(1_000);
    expect(without).toBeGreaterThan(100);
  });

  test('have sales of one day in either order, and none before the one that it follows', () => {
    const round: readonly Sale[] = [
      [0, 1, 10, 100],
      [1, 2, 10, 101],
      [2, 0, 10, 102],
    ];
    const bundle = { traders: [0, 1, 2], count: 1, first: 10, last: 10, cents: 100 };
    expect(found(round)).toEqual([{ ...bundle, sales: [[0], [1], [2]] }]);
    // Begun by 2 on the day before, it went round; only the wrong way round in days it did not.
    expect(found([...round.slice(0, 2), [2, 0, 9, 102]])).toMatchObject([{ count: 1, first: 9, last: 10 }]);
    expect(
      found([
        [0, 1, 10, 100],
        [1, 2, 9, 101],
        [2, 0, 8, 102],
      ]),
    ).toEqual([]);
    expect(
      found([
        [0, 1, 10, 100],
        [1, 2, 10, 101],
        [2, 0, 40, 102],
      ]),
    ).toHaveLength(1);
    expect(
      found([
        [0, 1, 10, 100],
        [1, 2, 10, 101],
        [2, 0, 41, 102],
      ]),
    ).toEqual([]);
    // Of one day it is near where it begins with another; of two days it begins with the first.
    const steep: readonly Sale[] = [
      [0, 1, 10, 100],
      [1, 2, 10, 112],
      [2, 0, 10, 125],
    ];
    expect(found(steep)).toHaveLength(1);
    expect(found([...steep.slice(0, 2), [2, 0, 10, 140]])).toEqual([]);
  });

  test('of three years of daily rounds are counted, not gone through', () => {
    const sales = Array.from(
      { length: 3 * 300 },
      (_, at): Sale => [at % 3, (at + 1) % 3, Math.floor(at / 3), 100],
    );
    const [bundle, ...more] = found(sales, { window: 29, maxLength: 3 });
    expect(more).toEqual([]);
    // First on day a, second on b, third on c, a ≤ b ≤ c ≤ a + 29, within 300 days; begun by each of three, but of one day once.
    let expected = 0;
    for (let a = 0; a < 300; a++)
      for (let b = a; b < 300 && b <= a + 29; b++)
        for (let c = b; c < 300 && c <= a + 29; c++) expected += c === a ? 1 : 3;
    expect(bundle).toMatchObject({ count: expected, cents: 30_000, first: 0, last: 299 });
    expect(expected).toBeGreaterThan(300_000);
  });

  test('of a busy month are counted, fifty a day from each to the next', () => {
    const [days, each] = [30, 50];
    const sales = Array.from({ length: 3 * days * each }, (_, at): Sale => {
      const trader = at % 3;
      return [trader, (trader + 1) % 3, Math.floor(at / (3 * each)), 100 + (Math.floor(at / 3) % 2)];
    });
    const [bundle] = found(sales, { window: 20, maxLength: 3 });
    let expected = 0;
    for (let a = 0; a < days; a++)
      for (let b = a; b < days && b <= a + 20; b++)
        for (let c = b; c < days && c <= a + 20; c++) expected += (c === a ? 1 : 3) * each ** 3;
    expect(bundle).toMatchObject({ count: expected, first: 0, last: days - 1 });
    // Half of them are of one amount, half of the other: with no margin each goes round among its own.
    expect(found(sales, { window: 20, maxLength: 3, margin: 0 })).toMatchObject([{ count: expected / 4 }]);
  });

  test('of a day that has more sales than the budget are left out, and that is said; those of others are not', () => {
    const quiet: readonly Sale[] = [
      [0, 1, 1, 100],
      [1, 2, 2, 100],
      [2, 0, 3, 100],
    ];
    const busy = Array.from({ length: 3 * 300 }, (_, at): Sale => [at % 3, (at + 1) % 3, 90, 100]);
    const search = { ...usual, together: false, byDay: true };
    const cut = findBundles(salesOf([...quiet, ...busy]), { ...search, budget: 10_000 });
    expect(cut.bundles).toMatchObject([{ traders: [0, 1, 2], count: 1, first: 1, last: 3 }]);
    expect(cut.truncated).toBe(1);
    const whole = findBundles(salesOf([...quiet, ...busy]), { ...search, budget: 1_000_000 });
    expect(whole.bundles).toMatchObject([{ count: 1 + 300 ** 3, first: 1, last: 90 }]);
    expect(whole.truncated).toBe(0);
  });

  test('are found by several threads as by one', async () => {
    let state = 7;
    const draw = (below: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    const sales = Array.from(
      { length: 12_000 },
      (): Sale => [draw(300), draw(300), draw(90), 100 + draw(60), draw(4) === 0],
    );
    const built = salesOf(sales, 300);
    const search = { window: 6, maxLength: 5, margin: 0.15, together: false, byDay: true };
    const [alone, both] = [findBundles(built, search), await bundleTogether(built, search, { workers: 2 })];
    const inOrder = (bundles: readonly SalesBundle[]) =>
      bundles.toSorted((one, other) => (one.traders.join() < other.traders.join() ? -1 : 1));
    expect(inOrder(both.bundles)).toEqual(inOrder(alone.bundles));
    expect(alone.bundles.length).toBeGreaterThan(50);
  });

  test('with an added sale go through those only who are on the way of one', () => {
    let [cycles, leftOut] = [0, 0];
    const wide = [fc.nat(9), fc.nat(9), fc.nat(12), fc.constant(100), fc.nat(9)] as const;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(...wide), { minLength: 15, maxLength: 30 }),
        fc.nat(6),
        fc.integer({ min: 2, max: 6 }),
        (drawn, window, maxLength) => {
          const sales = drawn.map(([src, dst, day, cents, one]): Sale => [src, dst, day, cents, one === 0]);
          const added = columnsOf(sales.filter(([, , , , isAdded]) => isAdded));
          const marks = onTheWay(buildGraph(columnsOf(sales), 12), added, { window, maxLength }, 1e9);
          for (const { traders } of tried(sales, { window, maxLength, margin: 1 }))
            for (const trader of traders) {
              expect(marks?.[trader]).toBe(1);
              cycles++;
            }
          leftOut += (marks ?? []).filter((mark) => mark === 0).length;
        },
      ),
      { numRuns: 1_000, seed: 20200531 },
    );
    expect(cycles).toBeGreaterThan(100);
    expect(leftOut).toBeGreaterThan(1_000);
    const round = columnsOf([
      [0, 1, 1, 1],
      [1, 0, 2, 1],
    ]);
    expect(onTheWay(buildGraph(round, 2), round, { window: 5, maxLength: 4 }, 1)).toBeNull();
  });
});
