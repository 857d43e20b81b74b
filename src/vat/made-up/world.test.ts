import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { diceOf } from '#kernel/dice.ts';
import { hashOf } from '#platform/hash.ts';
import { never } from '../scoring/model.ts';
import { readTaxPeriod } from '../tax-period.ts';
import { readVatNumber } from '../vat-number.ts';
import { syntheticFiles } from './csv.ts';
import { isGuilty, roles } from './model.ts';
import { type Preset, presetNames, presets } from './presets.ts';
import { ringHolds } from './rings.ts';
import { makeUpWorld } from './world.ts';

const small = (preset: Preset): Preset => ({ ...preset, traders: 3_000, months: 24 });
const { world, labels } = makeUpWorld(small(presets.medium), 7);
const fingerprint = (made: ReturnType<typeof makeUpWorld>) =>
  hashOf(
    JSON.parse(
      JSON.stringify(made, (_, value: unknown) =>
        ArrayBuffer.isView(value) ? [...(value as Int32Array)] : value,
      ),
    ),
  );
const shareOf = (column: ArrayLike<number>, wanted: (value: number) => boolean) =>
  Array.from(column).filter(wanted).length / column.length;

describe('Dice', () => {
  test('fall the same for the same seed and name, and otherwise for another', () => {
    const row = (seed: number, name: string) => {
      const dice = diceOf(seed, name);
      return Array.from({ length: 5 }, () => dice.whole(0, 1_000_000));
    };
    expect(row(1, 'a')).toEqual(row(1, 'a'));
    expect(row(1, 'a')).not.toEqual(row(2, 'a'));
    expect(row(1, 'a')).not.toEqual(row(1, 'b'));
  });

  test('have the mean and spread that they should have', () => {
    const dice = diceOf(3, 'moments');
    const drawn = Array.from({ length: 20_000 }, () => dice.normal());
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    const spread = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(spread - 1)).toBeLessThan(0.04);
    const places = Array.from({ length: 20_000 }, () => dice.weighted([1, 0, 3]));
    expect(shareOf(places, (place) => place === 1)).toBe(0);
    expect(Math.abs(shareOf(places, (place) => place === 2) - 0.75)).toBeLessThan(0.02);
    expect(() => dice.pick([])).toThrow(RangeError);
  });
});

describe('A made-up world', () => {
  test('is the same for the same seed, and another for another', () => {
    const again = makeUpWorld(small(presets.medium), 7);
    expect(fingerprint(again)).toBe(fingerprint({ world, labels }));
    expect(fingerprint(makeUpWorld(small(presets.medium), 8))).not.toBe(fingerprint({ world, labels }));
  });

  test('lies in the time that is asked for, and in none of today unless it is', () => {
    const firstMonthOf = (made: ReturnType<typeof makeUpWorld>) => {
      const [file] = syntheticFiles(made.world).filter(({ kind }) => kind === 'acquisitions');
      const [, line = ''] = [...(file?.chunks() ?? [])].join('').split('\n');
      return /\d{4}-\d{2}/.exec(line)?.[0];
    };
    expect(firstMonthOf({ world, labels })).toMatch(/^2001-/);
    expect(firstMonthOf(makeUpWorld(small(presets.medium), 7, '2019-01-01' as PlainDate))).toMatch(/^2019-/);
  });

  test('has labels that add up: who is guilty is in one ring, and each ring trades', () => {
    const members = labels.rings.flatMap((ring) => ring.members);
    expect(new Set(members).size).toBe(members.length);
    expect(members.length).toBe(Array.from(labels.role).filter(isGuilty).length);
    for (const [trader, ring] of labels.ring.entries())
      expect(ringHolds(labels.role[trader] as number, ring)).toBe(true);
    for (const [number, ring] of labels.rings.entries()) {
      expect(ring.members.every((trader) => labels.ring[trader] === number)).toBe(true);
      const rows = [labels.supplyRing, labels.saleRing].map(
        (column) => Array.from(column).filter((one) => one === number).length,
      );
      expect(rows[0]).toBeGreaterThan(0);
      expect(ring.firstDay).toBeLessThanOrEqual(ring.lastDay);
    }
    expect(labels.rings.length).toBe(Math.round(3_000 * presets.medium.rings.share));
    // Every honest look-alike is there.
    for (const role of roles.slice(1, 8)) expect([...labels.role], role).toContain(roles.indexOf(role));
  });

  test('has supplies between states only and sales within them, of numbers that are valid then', () => {
    const { supplies, sales, traders, monthStart } = world;
    let outside = 0;
    for (const [row, supplier] of supplies.supplier.entries()) {
      const acquirer = supplies.acquirer[row] as number;
      if (acquirer >= 0) expect(traders.state[supplier]).not.toBe(traders.state[acquirer]);
      const month = supplies.month[row] as number;
      expect(supplies.received[row]).toBeGreaterThan(monthStart[month + 1] as number);
      if ((traders.registered[supplier] as number) >= (monthStart[month + 1] as number)) outside++;
      expect(Number.isInteger(supplies.cents[row])).toBe(true);
    }
    for (const [row, seller] of sales.seller.entries())
      expect(traders.state[seller]).toBe(traders.state[sales.buyer[row] as number]);
    expect(outside).toBe(0);
  });

  test('files as its preset says', () => {
    const { filing } = presets.medium;
    const { supplies, returns } = world;
    const near = (found: number, set: number) => Math.abs(found - set) < Math.max(0.3 * set, 0.003);
    expect(
      near(
        shareOf(supplies.acquirer, (acquirer) => acquirer < 0),
        filing.mistyped,
      ),
    ).toBe(true);
    expect(
      near(
        shareOf(supplies.correction, (correction) => correction > 0),
        filing.corrected,
      ),
    ).toBe(true);
    const replaced = shareOf(supplies.superseded, (day) => day < never);
    expect(replaced).toBeCloseTo(
      shareOf(supplies.correction, (correction) => correction === 1),
      10,
    );
    const late = shareOf(
      supplies.received.map(
        (day, row) => day - (world.monthStart[(supplies.month[row] as number) + 1] as number),
      ),
      (days) => days > 24,
    );
    expect(late).toBeGreaterThan(filing.late * 0.7);
    expect(late).toBeLessThan(filing.late + filing.corrected + 0.02);
    expect(shareOf(returns.filed, (day) => day === never)).toBeLessThan(0.03);
  });

  test('of the harder preset has fewer rings, more look-alikes and more states that stay away', () => {
    const counts = presetNames.map((name) => {
      const preset = presets[name];
      return {
        rings: preset.rings.share,
        brokers: preset.lookAlikes.commodityBrokers,
        joins: preset.states.filter(({ joins }) => joins).length,
      };
    });
    expect(counts.map(({ rings }) => rings)).toEqual([0.005, 0.003, 0.0015]);
    expect(counts.map(({ joins }) => joins)).toEqual([7, 6, 5]);
    expect(counts[0]?.brokers).toBeLessThan(counts[2]?.brokers ?? 0);
  });
});

describe('Files of a made-up world', () => {
  const files = syntheticFiles(world);
  const linesOf = (name: string) =>
    [...(files.find((file) => file.name === name)?.chunks() ?? [])].join('').trimEnd().split('\n');

  test('say that they are synthetic, and are of each state and kind', () => {
    expect(files.length).toBe(28);
    expect(files.every(({ name }) => name.startsWith('synthetic-'))).toBe(true);
  });

  test('have sound numbers, but for those that were mistyped, and as many lines as rows', () => {
    let [lines, unsound] = [0, 0];
    for (const { name } of files.filter(({ kind }) => kind === 'supplies')) {
      const [head, ...rows] = linesOf(name);
      expect(head).toBe('supplier,acquirer,kind,period,amount,received,correction');
      lines += rows.length;
      for (const row of rows) {
        const [supplier = '', acquirer = '', kind, period = '', amount = ''] = row.split(',');
        expect(readVatNumber(supplier)?.isSound).toBe(true);
        if (readVatNumber(acquirer)?.isSound !== true) unsound++;
        expect(kind).toBe('L');
        expect(readTaxPeriod(period)).not.toBeNull();
        expect(amount).toMatch(/^-?\d+\.\d\d$/);
      }
    }
    expect(lines).toBe(world.supplies.month.length);
    expect(unsound).toBe(Array.from(world.supplies.acquirer).filter((acquirer) => acquirer < 0).length);
    expect(unsound).toBeGreaterThan(0);
    const numbers = files
      .filter(({ kind }) => kind === 'registrations')
      .flatMap(({ name }) => linesOf(name).slice(1))
      .map((line) => line.split(',')[0] ?? '');
    expect(new Set(numbers).size).toBe(3_000);
    expect(numbers.every((number) => readVatNumber(number)?.isSound)).toBe(true);
  });
});
