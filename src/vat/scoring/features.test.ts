import { describe, expect, test } from 'vitest';
import { areaUnder } from '../evaluation/metrics.ts';
import { sumOver, truthOf } from '../evaluation/truth.ts';
import { presets } from '../made-up/presets.ts';
import { makeUpWorld } from '../made-up/world.ts';
import { archetypes, becauseOf } from './archetypes.ts';
import { featureNames, features } from './feature-names.ts';
import { featuresAsOf, valuesOf } from './features.ts';
import { type Known, never } from './model.ts';
import { lastDayOf, prepare } from './prepare.ts';
import { rowsBehind } from './rows.ts';

/** Rows that keep their place among those of their kind, of all columns. */
function rowsOf<Columns extends Readonly<Record<string, Int32Array | Uint8Array | Float64Array>>>(
  columns: Columns,
  keep: (row: number) => boolean,
): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      (column as Int32Array).filter((_, row) => keep(row)),
    ]),
  ) as Columns;
}

/** What was known on a day, and nothing else: as a state would have had it then. */
function cutAt(known: Known, day: number): Known {
  const { supplies, sales, returns, cases, traders } = known;
  const later = (column: Int32Array) => column.map((on) => (on > day ? never : on));
  return {
    ...known,
    traders: {
      ...traders,
      ...{
        ended: later(traders.ended),
        resectored: later(traders.resectored),
        registered: later(traders.registered),
      },
    },
    supplies: {
      ...rowsOf(supplies, (row) => (supplies.received[row] as number) <= day),
      superseded: later(supplies.superseded.filter((_, row) => (supplies.received[row] as number) <= day)),
    },
    sales: rowsOf(sales, (row) => (sales.day[row] as number) + 10 <= day),
    returns: rowsOf(returns, (row) => (returns.filed[row] as number) <= day),
    cases: rowsOf(cases, (row) => (cases.confirmed[row] as number) <= day),
  };
}

const { world, labels } = makeUpWorld({ ...presets.medium, traders: 4_000 }, 5);
const prepared = prepare(world);

describe('Features of the end of a month', () => {
  test('are the same where all that came later is cut off', () => {
    for (const month of [9, 20, 31]) {
      const whole = featuresAsOf(prepared, month);
      const cut = featuresAsOf(prepare(cutAt(world, lastDayOf(world, month))), month);
      expect([...cut.candidates]).toEqual([...whole.candidates]);
      expect(whole.candidates.length).toBeGreaterThan(500);
      for (const name of featureNames) expect([...cut.columns[name]], name).toEqual([...whole.columns[name]]);
      expect(cut.loops).toEqual(whole.loops);
    }
    // What comes later would change them: the test can fail.
    const [before, after] = [featuresAsOf(prepared, 20), featuresAsOf(prepared, 21)];
    expect([...before.columns.inflow]).not.toEqual([...after.columns.inflow]);
  });

  test('of which no single one tells fraud from honest trade', () => {
    const truth = truthOf(world, labels);
    const found = featuresAsOf(prepared, 30);
    const isActive = (trader: number) => sumOver(truth.active, truth.months, trader, 27, 29) > 0;
    const areas = featureNames.map((name) => {
      const read = (trader: number) => {
        const value = found.columns[name][trader] as number;
        return Number.isNaN(value) ? 0 : features[name].sign * value;
      };
      const candidates = [...found.candidates];
      const area = areaUnder(
        candidates.filter(isActive).map(read),
        candidates.filter((trader) => !isActive(trader)).map(read),
      );
      return [name, area] as const;
    });
    expect([...found.candidates].filter(isActive).length).toBeGreaterThan(20);
    for (const [name, area] of areas) expect(area, name).toBeLessThan(0.95);
    expect(Math.max(...areas.map(([, area]) => area))).toBeGreaterThan(0.6);
  });
});

/** Conduit 0 in one state; missing trader 1, buffer 2 and broker 3 in the other, over two months; 4 is honest. */
const carousel = (): Known => {
  const monthStart = Int32Array.from({ length: 11 }, (_, month) => 30 * month);
  const months = [3, 4];
  const both = months.flatMap((month) => [month, month]);
  return {
    ...{ months: 7, monthStart, joins: [true, true], riskySectors: [true, false] },
    traders: {
      count: 5,
      state: Uint8Array.of(0, 1, 1, 1, 1),
      sector: new Uint8Array(5),
      registered: Int32Array.of(-900, 60, -900, -900, -900),
      ended: new Int32Array(5).fill(never),
      resectored: new Int32Array(5).fill(never),
      group: new Int32Array(5).fill(-1),
    },
    supplies: {
      supplier: Int32Array.from(both, (_, row) => (row % 2 === 0 ? 0 : 3)),
      acquirer: Int32Array.from(both, (_, row) => (row % 2 === 0 ? 1 : 0)),
      month: Int32Array.from(both),
      cents: Float64Array.from(both, (_, row) => (row % 2 === 0 ? 10_000_000 : 10_100_000)),
      received: Int32Array.from(both, (month) => 30 * (month + 1) + 15),
      correction: new Uint8Array(4),
      superseded: new Int32Array(4).fill(never),
    },
    sales: {
      seller: Int32Array.of(1, 2, 1, 2),
      buyer: Int32Array.of(2, 3, 2, 3),
      day: Int32Array.of(95, 97, 125, 127),
      cents: new Float64Array(4).fill(9_900_000),
      vat: new Float64Array(4).fill(2_079_000),
    },
    returns: {
      trader: Int32Array.of(3, 3),
      month: Int32Array.of(3, 4),
      filed: Int32Array.of(140, 170),
      acquisitions: new Float64Array(2),
      purchases: new Float64Array(2).fill(9_900_000),
      sales: new Float64Array(2),
      exempt: new Float64Array(2).fill(10_100_000),
      due: new Float64Array(2).fill(-2_079_000),
    },
    cases: rowsOf(world.cases, () => false),
  };
};

describe('The textbook carousel', () => {
  const known = carousel();
  const own = prepare(known);
  const table = featuresAsOf(own, 5);

  test('is no cycle in statements, and one with bridges', () => {
    expect(table.loops).toMatchObject([{ traders: [0, 1, 3], between: [2] }]);
    expect(table.loops[0]?.bridges).toMatchObject([{ inflow: 1, outflow: 3, hops: 2, cents: 19_800_000 }]);
    for (const trader of [0, 1, 2, 3]) {
      expect(valuesOf(table, trader)).toMatchObject({
        cycle_cents: 0,
        loop_gap: 1,
        loop_young: 1,
        loop_hops: 2,
        // Somebody does not declare, somebody is new, its supplies are, it runs through one state only, and over two sales.
        loop_signs: 5,
      });
    }
    expect(valuesOf(table, 4)).toMatchObject({ loop_cents: 0, inflow: 0 });
    // A state that does not join answers nothing.
    const away = featuresAsOf(prepare({ ...known, joins: [true, false] }), 5);
    expect(away.loops).toEqual([]);
    expect(valuesOf(away, 1)).toMatchObject({ age: Number.NaN, gap: Number.NaN, inflow: 20_000_000 });
  });

  test('has a missing trader who declares nothing of what he acquires', () => {
    expect(valuesOf(table, 1)).toMatchObject({
      ...{ age: 119, gap: 1, gap_cents: 20_000_000, missing_returns: 3, early_inflow: 30, few_suppliers: 1 },
    });
    expect(valuesOf(table, 0)).toMatchObject({ buyers_gap: 1, young_buyers: 1 });
    expect(valuesOf(table, 3).margin).toBeCloseTo(2 / 101, 9);
  });

  test('has goods that nobody declared as far as they are sold on at home', () => {
    for (const trader of [1, 2, 3]) expect(valuesOf(table, trader).sources).toBe(1);
    expect(valuesOf(table, 4).sources).toBe(0);
    // Who buys as much of an honest one besides has half of them.
    const { sales } = known;
    const honest = {
      seller: Int32Array.of(4, ...sales.seller),
      buyer: Int32Array.of(2, ...sales.buyer),
      day: Int32Array.of(94, ...sales.day),
      cents: Float64Array.of(19_800_000, ...sales.cents),
      vat: Float64Array.of(4_158_000, ...sales.vat),
    };
    const mixed = featuresAsOf(prepare({ ...known, sales: honest }), 5);
    expect(valuesOf(mixed, 2).sources).toBeCloseTo(0.5, 12);
    expect(valuesOf(mixed, 3).sources).toBeCloseTo(0.5, 12);
    expect(rowsBehind(own, table, 2, 'sources')).toEqual(
      expect.arrayContaining(['sales:0', 'sales:2']) as unknown as string[],
    );
    expect(rowsBehind(own, table, 2, 'sources')).not.toContain('sales:1');
  });

  test('passes through all who are in it, month by month, and only the conduit has it across borders', () => {
    expect(valuesOf(table, 0).passing).toBeCloseTo(20 / 20.2, 9);
    expect(valuesOf(table, 0).returning).toBeCloseTo(20 / 20.2, 9);
    for (const trader of [1, 3]) expect(valuesOf(table, trader)).toMatchObject({ passing: 0, returning: 0 });
    expect(valuesOf(table, 1).passing_home).toBeCloseTo(0.99, 9);
    expect(valuesOf(table, 2)).toMatchObject({ passing_home: 1, passing_cents: 19_800_000 });
    expect(valuesOf(table, 3).passing_home).toBeCloseTo(99 / 101, 9);
    expect(valuesOf(table, 4)).toMatchObject({ passing_home: 0, passing_cents: 0 });
    // As much in other months passes through nobody.
    const later = { ...known, sales: { ...known.sales, day: Int32Array.of(95, 125, 125, 127) } };
    expect(valuesOf(featuresAsOf(prepare(later), 5), 2).passing_home).toBeCloseTo(0.5, 9);
    // A state that does not join tells nothing of its sales; of who goes round with it statements tell.
    const away = featuresAsOf(prepare({ ...known, joins: [true, false] }), 5);
    expect(valuesOf(away, 2).passing_home).toBeNaN();
    expect(valuesOf(away, 0).returning).toBeCloseTo(20 / 20.2, 9);
    expect(rowsBehind(own, table, 2, 'passing_home')).toEqual(['sales:0', 'sales:1', 'sales:2', 'sales:3']);
  });

  test('has a conduit who supplies and is supplied by those whose goods nobody declared', () => {
    expect(valuesOf(table, 0)).toMatchObject({ buyers_sources: 1, suppliers_sources: 1 });
    expect(valuesOf(table, 2).sources_cents).toBe(19_800_000);
    expect(valuesOf(table, 4)).toMatchObject({ buyers_sources: 0, suppliers_sources: 0, sources_cents: 0 });
  });

  test('meets the archetype of it, by rows that can be opened', () => {
    const read = (trader: number) => (name: (typeof featureNames)[number]) => valuesOf(table, trader)[name];
    const met = (trader: number) =>
      archetypes.filter((one) => becauseOf(one, read(trader)) !== null).map(({ id }) => id);
    expect(met(1)).toContain('carousel');
    expect(met(1)).toContain('acquisition');
    expect(met(4)).toEqual([]);
    expect(rowsBehind(own, table, 1, 'gap')).toEqual([
      ...['supplies:0', 'supplies:2', 'missing:1:2', 'missing:1:3', 'missing:1:4'],
    ]);
    expect(rowsBehind(own, table, 2, 'loop_cents')).toEqual([
      ...['supplies:0', 'supplies:1', 'supplies:2', 'supplies:3', 'bridges:1:1:3'],
    ]);
    expect(rowsBehind(own, table, 3, 'margin')).toContain('returns:1');
    expect(rowsBehind(own, table, 1, 'age')).toEqual(['registrations:1']);
  });

  test('is not known before its statements come', () => {
    expect(featuresAsOf(own, 3).loops).toEqual([]);
    expect(featuresAsOf(own, 4).loops.length).toBe(1);
  });

  test('is refused where rows are not in the order that is relied on', () => {
    const turned = { ...known, supplies: { ...known.supplies, month: Int32Array.of(4, 3, 4, 4) } };
    expect(() => prepare(turned)).toThrow(RangeError);
    expect(() =>
      prepare({ ...known, sales: { ...known.sales, day: Int32Array.of(97, 95, 125, 127) } }),
    ).toThrow(RangeError);
  });
});

describe('Every reason', () => {
  test('has rows behind it wherever its value is above zero', () => {
    const table = featuresAsOf(prepared, 30);
    let looked = 0;
    for (const name of featureNames.filter((one) => features[one].sign > 0)) {
      const trader = [...table.candidates].find((one) => (table.columns[name][one] as number) > 0);
      if (trader === undefined) continue;
      looked++;
      const rows = rowsBehind(prepared, table, trader, name);
      expect(rows.length, name).toBeGreaterThan(0);
      expect(new Set(rows).size, name).toBe(rows.length);
    }
    expect(looked).toBeGreaterThan(20);
  });
});
