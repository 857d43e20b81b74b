import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleTogether } from './bundle-together.ts';
import { findBundles, type SalesBundle } from './bundles.ts';
import { buildGraph, type EdgeColumns } from './graph.ts';
import { countCycles } from './instant.ts';
import { makeUpGraph } from './made-up.ts';
import { buildSales } from './sales.ts';

type Sale = readonly [src: number, dst: number, time: number, cents: number];
const columnsOf = (sales: readonly Sale[]): EdgeColumns => ({
  src: Int32Array.from(sales, ([src]) => src),
  dst: Int32Array.from(sales, ([, dst]) => dst),
  time: Int32Array.from(sales, ([, , time]) => time),
  cents: Float64Array.from(sales, ([, , , cents]) => cents),
});
const usual = { window: 100, maxLength: 8, margin: 0.15, together: false };
type Asked = typeof usual;
const found = (sales: readonly Sale[], changes: Partial<Asked> = {}) => {
  const { bundles, truncated } = findBundles(buildSales(columnsOf(sales), 8), { ...usual, ...changes });
  expect(truncated).toBe(0);
  return bundles.toSorted((one, other) => (one.traders.join() < other.traders.join() ? -1 : 1));
};

/** All cycles of sales above zero, whatever their amounts, as numbers of sales: by trying every way on. */
function cyclesOf(sales: readonly Sale[], { window, maxLength }: Asked): readonly (readonly number[])[] {
  const cycles: number[][] = [];
  const goOn = (way: readonly number[]) => {
    const [root, , start] = sales[way[0] as number] as Sale;
    const [, here, at] = sales[way.at(-1) as number] as Sale;
    if (here === root) return void cycles.push([...way]);
    if (way.length === maxLength) return;
    for (const [sale, [from, to, time, cents]] of sales.entries()) {
      const again = to !== root && way.some((passed) => (sales[passed] as Sale).slice(0, 2).includes(to));
      if (from === here && cents > 0 && time > at && time <= start + window && !again) goOn([...way, sale]);
    }
  };
  for (const [sale, [from, to, , cents]] of sales.entries()) if (from !== to && cents > 0) goOn([sale]);
  return cycles;
}

/** Bundles by what they are said to be: knows cycles one by one, and nothing of hops, bands or orders. */
function tried(sales: readonly Sale[], asked: Asked) {
  const near = (before: number, after: number) =>
    after >= before * (1 - asked.margin) && after <= before * (1 + asked.margin);
  const of = (sale: number) => sales[sale] as Sale;
  const sum = (chosen: Iterable<number>) => [...chosen].reduce((all, sale) => all + of(sale)[3], 0);
  const tradersOf = (cycle: readonly number[]) => cycle.map((sale) => of(sale)[0]);
  /** Those that count, and the credit notes that count with them. */
  const chosen: { cycle: readonly number[]; notes: readonly number[] }[] = [];
  const cycles = cyclesOf(sales, asked);
  for (const cycle of cycles) {
    if (!asked.together) {
      if (cycle.every((sale, hop) => hop === 0 || near(of(cycle[hop - 1] as number)[3], of(sale)[3])))
        chosen.push({ cycle, notes: [] });
      continue;
    }
    // Windows that some first sale of the same two opens, with all that went the same way in them.
    const same = cycles.filter((other) => tradersOf(other).join() === tradersOf(cycle).join());
    const [root, second] = of(cycle[0] as number);
    const notes = new Set<number>();
    let counts = false;
    for (const [from, to, opens, cents] of sales) {
      const closes = opens + asked.window;
      const isWithin = (one: readonly number[]) =>
        of(one[0] as number)[2] >= opens && of(one.at(-1) as number)[2] <= closes;
      if (from !== root || to !== second || cents <= 0 || !isWithin(cycle)) continue;
      const within = same.filter(isWithin);
      // Only a window that begins with what goes round in it.
      if (!within.some((one) => of(one[0] as number)[2] === opens)) continue;
      const credited = cycle.map((sale) =>
        [...sales.keys()].filter((note) => {
          const [seller, buyer, at, amount] = of(note);
          const isOfHop = seller === of(sale)[0] && buyer === of(sale)[1];
          return isOfHop && amount <= 0 && at >= opens && at <= closes;
        }),
      );
      const sums = cycle.map(
        (_, hop) => sum(new Set(within.map((one) => one[hop] as number))) + sum(credited[hop] ?? []),
      );
      const isEven = sums.every((one, hop) => one > 0 && (hop === 0 || near(sums[hop - 1] as number, one)));
      if (!isEven) continue;
      counts = true;
      for (const note of credited.flat()) notes.add(note);
    }
    if (counts) chosen.push({ cycle, notes: [...notes] });
  }
  const bundles = new Map<string, { cycles: (readonly number[])[]; notes: Set<number>; traders: number[] }>();
  for (const { cycle, notes } of chosen) {
    const least = tradersOf(cycle).indexOf(Math.min(...tradersOf(cycle)));
    const turned = [...cycle.slice(least), ...cycle.slice(0, least)];
    const traders = tradersOf(turned);
    const bundle = bundles.get(traders.join()) ?? { cycles: [], notes: new Set(), traders };
    bundles.set(traders.join(), bundle);
    bundle.cycles.push(turned);
    for (const note of notes) bundle.notes.add(note);
  }
  return [...bundles.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { cycles, notes, traders }]) => {
      const times = cycles.flat().map((sale) => of(sale)[2]);
      const sums = traders.map((seller, hop) => {
        const buyer = traders[(hop + 1) % traders.length];
        const credited = [...notes].filter((note) => of(note)[0] === seller && of(note)[1] === buyer);
        return sum(new Set(cycles.map((cycle) => cycle[hop] as number))) + sum(credited);
      });
      return {
        traders,
        count: cycles.length,
        first: Math.min(...times),
        last: Math.max(...times),
        cents: Math.min(...sums),
      };
    });
}

describe('Bundles of cycles of known times', () => {
  const vertex = fc.nat(3);
  const sale = (cents: readonly number[]) =>
    fc.tuple(vertex, vertex, fc.integer({ min: -12, max: 12 }), fc.constantFrom(...cents));

  test('are those that a search finds that tries every cycle, by single sales', () => {
    let [bundled, cycles] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(sale([-20, 90, 100, 110, 120, 150]), { minLength: 4, maxLength: 18 }),
        fc.nat(25),
        fc.integer({ min: 2, max: 5 }),
        fc.constantFrom(0, 0.1, 0.25, 1),
        (sales, window, maxLength, margin) => {
          const asked = { window, maxLength, margin, together: false };
          const expected = tried(sales, asked);
          expect(found(sales, asked)).toEqual(expected);
          bundled += expected.length;
          cycles += expected.reduce((sum, { count }) => sum + count, 0);
        },
      ),
      { numRuns: 600, seed: 20200531 },
    );
    expect(bundled).toBeGreaterThan(300);
    expect(cycles).toBeGreaterThan(bundled);
  });

  test('are those that a search finds that tries every cycle and every window, by sums', () => {
    let [bundled, cycles] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(sale([-20, 0, 40, 50, 60, 100, 110]), { minLength: 4, maxLength: 16 }),
        fc.nat(25),
        fc.integer({ min: 2, max: 4 }),
        fc.constantFrom(0, 0.1, 0.25, 1),
        (sales, window, maxLength, margin) => {
          const asked = { window, maxLength, margin, together: true };
          const expected = tried(sales, asked);
          expect(found(sales, asked)).toEqual(expected);
          bundled += expected.length;
          cycles += expected.reduce((sum, { count }) => sum + count, 0);
        },
      ),
      { numRuns: 1_000, seed: 20200531 },
    );
    expect(bundled).toBeGreaterThan(200);
    expect(cycles).toBeGreaterThan(bundled);
  });

  test('have one entry for each round of traders, from the least on, with what passed at its narrowest', () => {
    const round: readonly Sale[] = [
      [2, 0, 30, 101],
      [0, 1, 10, 100],
      [1, 2, 20, 102],
    ];
    const bundle = { traders: [0, 1, 2], count: 1, first: 10, last: 30, cents: 100 };
    expect(found(round)).toEqual([bundle]);
    // Once more, and begun by another: the same traders.
    expect(found([...round, [1, 2, 40, 99], [2, 0, 50, 98], [0, 1, 60, 97]], { window: 20 })).toEqual([
      { traders: [0, 1, 2], count: 2, first: 10, last: 60, cents: 197 },
    ]);
    // Worth what it is not near to, it is another trade.
    expect(found([...round.slice(0, 2), [1, 2, 20, 130]])).toEqual([]);
  });

  test('of an amount that was split are seen when the sales of two are taken together', () => {
    const split: readonly Sale[] = [
      [0, 1, 10, 10_000],
      [1, 2, 20, 4_000],
      [1, 2, 22, 6_000],
      [2, 0, 30, 3_300],
      [2, 0, 32, 3_300],
      [2, 0, 34, 3_400],
    ];
    expect(found(split)).toEqual([]);
    expect(found(split, { together: true })).toEqual([
      { traders: [0, 1, 2], count: 6, first: 10, last: 34, cents: 10_000 },
    ]);
    // What was credited did not pass.
    expect(found([...split, [1, 2, 25, -5_000]], { together: true })).toEqual([]);
    expect(found([...split, [1, 2, 25, -500]], { together: true })).toMatchObject([{ cents: 9_500 }]);
  });

  test('of a million cycles are counted, not gone through', () => {
    const sales = Array.from({ length: 600 }, (_, sale): Sale => [sale % 3, (sale + 1) % 3, sale, 100]);
    const { bundles, visits } = findBundles(buildSales(columnsOf(sales), 3), { ...usual, window: 600 });
    // Of each three moments in rising order those that are of three hops in turn.
    const expected = cyclesByOrder(sales);
    expect(bundles).toEqual([{ traders: [0, 1, 2], count: expected, first: 0, last: 599, cents: 20_000 }]);
    expect(expected).toBeGreaterThan(3_000_000);
    expect(visits).toBeLessThan(expected / 2);
  });

  test('add up to the cycles that are counted without them, where nothing is known of amounts', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const columns = makeUpGraph(300, 5_000, seed, 30);
      const search = { window: 8 * 86_400, maxLength: 6 };
      const expected = countCycles(buildGraph(columns, 300), search);
      const { counts, bundles } = findBundles(buildSales(columns, 300), { ...usual, ...search });
      expect(counts).toEqual(expected.counts);
      expect(bundles.length).toBeGreaterThan(500);
      expect(bundles.every(({ cents }) => cents === null)).toBe(true);
      const alike = { ...columns, cents: new Float64Array(5_000).fill(7) };
      const even = findBundles(buildSales(alike, 300), { ...usual, ...search, margin: 0 });
      expect(even.counts).toEqual(expected.counts);
    }
  });

  test('are found by several threads as by one', async () => {
    const sales = buildSales({ ...makeUpGraph(3_000, 40_000, 7, 30), cents: amounts(40_000) }, 3_000);
    const search = { ...usual, window: 4 * 86_400, maxLength: 6, margin: 0.3 };
    const [alone, both] = [findBundles(sales, search), await bundleTogether(sales, search, { workers: 2 })];
    const inOrder = (bundles: readonly SalesBundle[]) =>
      bundles.toSorted((one, other) => (one.traders.join() < other.traders.join() ? -1 : 1));
    expect(inOrder(both.bundles)).toEqual(inOrder(alone.bundles));
    expect([...both.counts]).toEqual([...alone.counts]);
    expect(alone.bundles.length).toBeGreaterThan(100);
  });

  test('beyond the budget of a first sale are left out, and that is said', () => {
    const sales = buildSales(makeUpGraph(300, 5_000, 7, 30), 300);
    const search = { ...usual, window: 8 * 86_400, maxLength: 6 };
    const [all, some] = [findBundles(sales, search), findBundles(sales, { ...search, budget: 20 })];
    expect(all.truncated).toBe(0);
    expect(some.truncated).toBeGreaterThan(10);
    expect(some.bundles.length).toBeLessThan(all.bundles.length);
  });

  test('are counted within the budget of the first sale that led to them, and that is said', () => {
    const many = Array.from({ length: 300 }, (_, at) => at);
    const columns = {
      src: Int32Array.from(many, (at) => at % 3),
      dst: Int32Array.from(many, (at) => (at + 1) % 3),
      time: Int32Array.from(many),
      cents: new Float64Array(300).fill(100),
    };
    const search = { ...usual, window: 300, maxLength: 3, together: false };
    const [all, some] = [10_000_000, 20_000].map((budget) =>
      findBundles(buildSales(columns, 3), { ...search, budget }),
    );
    expect(all?.bundles).toMatchObject([{ traders: [0, 1, 2], first: 0, last: 299 }]);
    expect(all?.truncated).toBe(0);
    expect(some?.truncated).toBe(1);
    expect(some?.counts[3]).toBeLessThan(all?.counts[3] as number);
    expect(some?.counts[3]).toBeGreaterThan(0);
  });
});

/** From 100 to 199 in no order. */
const amounts = (count: number) =>
  Float64Array.from({ length: count }, (_, sale) => 100 + ((sale * 37) % 100));

/** Of sales in rising order, one each moment, of the hops 0, 1, 2, 0, …: chains of each three in turn. */
function cyclesByOrder(sales: readonly Sale[]): number {
  let chains = 0;
  for (let first = 0; first < sales.length; first++)
    for (let second = first + 1; second < sales.length; second += 3)
      chains += Math.floor((sales.length - second - 2) / 3) + 1;
  return chains;
}
