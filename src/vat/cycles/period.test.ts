import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPeriodCycles } from './period.ts';
import { buildPeriodGraph, type PeriodColumns } from './period-graph.ts';

type Supply = readonly [src: number, dst: number, lo: number, hi: number, cents: number];
const columnsOf = (supplies: readonly Supply[]): PeriodColumns => ({
  src: Int32Array.from(supplies, ([src]) => src),
  dst: Int32Array.from(supplies, ([, dst]) => dst),
  lo: Int32Array.from(supplies, ([, , lo]) => lo),
  hi: Int32Array.from(supplies, ([, , , hi]) => hi),
  cents: Float64Array.from(supplies, ([, , , , cents]) => cents),
});
const search = { window: 2, maxLength: 6, margin: 0.15 };
const found = (supplies: readonly Supply[], changes: Partial<typeof search> = {}, together = false) => {
  const graph = buildPeriodGraph(columnsOf(supplies), 8, { together });
  return findPeriodCycles(graph, { ...search, ...changes });
};

/** By trying every way on from every supply, and every moment on which it could have begun: knows nothing of the order of numbers. */
function tried(supplies: readonly Supply[], { window, maxLength, margin }: typeof search): number[] {
  const ways = new Set<string>();
  const counts = new Array<number>(maxLength + 1).fill(0);
  const holds = (way: readonly number[]) => {
    const all = way.map((number) => supplies[number] as Supply);
    const isNear = all.every(
      ([, , , , cents], place) =>
        place === 0 ||
        (cents >= (all[place - 1] as Supply)[4] * (1 - margin) &&
          cents <= (all[place - 1] as Supply)[4] * (1 + margin)),
    );
    const [, , opens, closes] = all[0] as Supply;
    for (let start = opens; isNear && start <= closes; start++) {
      // Each as early as it can be after the one before; null: it cannot.
      const end = all.reduce<number | null>((at, [, , lo, hi]) => {
        const moment = Math.max(at ?? hi + 1, lo);
        return moment <= hi ? moment : null;
      }, start);
      if (end !== null && end - start <= window) return true;
    }
    return false;
  };
  const goOn = (way: readonly number[]) => {
    const [root] = supplies[way[0] as number] as Supply;
    const [, here] = supplies[way.at(-1) as number] as Supply;
    if (here === root) {
      if (!holds(way)) return;
      const turn = way.indexOf(Math.min(...way));
      const key = [...way.slice(turn), ...way.slice(0, turn)].join(' ');
      if (!ways.has(key)) counts[way.length] = (counts[way.length] ?? 0) + 1;
      ways.add(key);
      return;
    }
    if (way.length === maxLength) return;
    for (const [number, [src, dst]] of supplies.entries()) {
      const again =
        dst !== root && way.some((passed) => (supplies[passed] as Supply).slice(0, 2).includes(dst));
      if (src === here && src !== dst && !again) goOn([...way, number]);
    }
  };
  for (const [number, [src, dst]] of supplies.entries()) if (src !== dst) goOn([number]);
  return counts;
}

describe('Cycles of periods', () => {
  test('are found as a search finds them that tries every moment', () => {
    const vertex = fc.nat(4);
    const supply = fc
      .tuple(vertex, vertex, fc.nat(8), fc.nat(3), fc.constantFrom(90, 100, 110, 120, 150))
      .map(([src, dst, lo, length, cents]): Supply => [src, dst, lo, lo + length, cents]);
    let cycles = 0;
    fc.assert(
      fc.property(
        fc.array(supply, { minLength: 4, maxLength: 18 }),
        fc.nat(6),
        fc.integer({ min: 2, max: 6 }),
        fc.constantFrom(0, 0.1, 0.25, 1),
        (supplies, window, maxLength, margin) => {
          const asked = { window, maxLength, margin };
          const expected = tried(supplies, asked);
          const { counts, bundles, truncated } = found(supplies, asked);
          expect([...counts]).toEqual(expected);
          expect(truncated).toBe(0);
          const all = expected.reduce((sum, count) => sum + count, 0);
          expect(bundles.reduce((sum, { count }) => sum + count, 0)).toBe(all);
          cycles += all;
        },
      ),
      { numRuns: 500, seed: 20200531 },
    );
    expect(cycles).toBeGreaterThan(400);
  });

  const month = (src: number, dst: number, at: number, cents = 100): Supply => [src, dst, at, at, cents];
  test('within one month are found though nobody knows what came first, and once', () => {
    const round = [month(0, 1, 5), month(1, 2, 5, 95), month(2, 0, 5, 90)];
    expect(found(round)).toMatchObject({ bundles: [{ traders: [0, 1, 2], count: 1, cents: 90 }] });
    // Two parallel supplies between 1 and 2: two cycles of the same traders.
    expect(found([...round, month(1, 2, 5, 100)]).bundles).toEqual([
      { traders: [0, 1, 2], count: 2, cents: 90, supplies: [[0], [1, 2], [3]] },
    ]);
  });

  test('against the order of months, beyond the window, or of other amounts are none', () => {
    expect(found([month(0, 1, 3), month(1, 2, 2), month(2, 0, 1)]).bundles).toEqual([]);
    expect(found([month(0, 1, 1), month(1, 2, 2), month(2, 0, 3)]).bundles.length).toBe(1);
    expect(found([month(0, 1, 1), month(1, 2, 2), month(2, 0, 4)]).bundles).toEqual([]);
    expect(found([month(0, 1, 1), month(1, 2, 1, 200), month(2, 0, 1)]).bundles).toEqual([]);
  });

  test('of one amount split over many invoices are found when those of a period are taken together', () => {
    const split = [month(0, 1, 5), month(1, 2, 5, 40), month(1, 2, 5, 60), month(2, 0, 5)];
    expect(found(split).bundles).toEqual([]);
    expect(found(split, {}, true).bundles).toMatchObject([{ traders: [0, 1, 2], count: 1, cents: 100 }]);
    // A credit note takes away what it credits.
    expect(found([...split, month(1, 2, 5, -100)], {}, true).bundles).toEqual([]);
  });

  test('beyond the budget of a first supply are left out, and that is said', () => {
    const many = Array.from({ length: 30 }, (_, number) => month(number % 6, (number * 7 + 1) % 6, 5));
    const graph = buildPeriodGraph(columnsOf(many), 8, { together: false });
    const [all, some] = [findPeriodCycles(graph, search), findPeriodCycles(graph, { ...search, budget: 5 })];
    expect(all.truncated).toBe(0);
    expect(some.truncated).toBeGreaterThan(0);
    expect(some.visits).toBeLessThan(all.visits);
  });

  test('of a period that ends before it begins, or to where nobody is, are refused', () => {
    expect(() => buildPeriodGraph(columnsOf([[0, 1, 5, 4, 1]]), 8, { together: false })).toThrow(RangeError);
    expect(() => buildPeriodGraph(columnsOf([[0, 8, 5, 5, 1]]), 8, { together: false })).toThrow(RangeError);
  });
});
