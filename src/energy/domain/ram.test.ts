import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkMargin, type Margin, type MarginParts, marginOf, mostCarried } from './ram.ts';

const parts: MarginParts = {
  ...{ fmax: 1000, frm: 100, frefInit: 420, fnrao: 20, fall: 300, fuaf: 150 },
  ...{ fltn: 0, cva: 0, iva: 0, minRamFactor: 70 },
};

describe('The remaining available margin of an element', () => {
  test('is lifted to the target: 450 MW are left of 1,000, and 70 % less what others put on it are 550', () => {
    expect(marginOf(parts)).toEqual({
      fref: 400,
      fcore: 450,
      minRamTarget: expect.closeTo(0.55, 12),
      amr: expect.closeTo(100, 9),
      ram: expect.closeTo(550, 9),
    });
  });

  test('is left alone where more than the target is there already', () => {
    expect(marginOf({ ...parts, fall: 0 })).toMatchObject({ amr: 0, ram: 750 });
  });

  test('is a fifth of what the element carries at least, however much others put on it', () => {
    expect(marginOf({ ...parts, fuaf: 800 })).toMatchObject({
      minRamTarget: 0.2,
      ram: expect.closeTo(200, 9),
    });
  });

  test('is less what nominations use and what validation takes off', () => {
    expect(marginOf({ ...parts, fltn: 20, cva: 10, iva: 5 }).ram).toBeCloseTo(515, 9);
  });

  test('begins with what the element carries: 2,200 A at 400 kV are 1,524 MW', () => {
    expect(mostCarried(400, 2200)).toBeCloseTo(1524.2, 1);
  });

  test('is told when published figures miss it, each with its name', () => {
    const published = { ...parts, ...marginOf(parts) };
    expect(checkMargin('row', published)).toEqual([]);
    expect(checkMargin('row', { ...published, ram: 553 })).toMatchObject([
      { code: 'energy_margin_identity', params: { row: 'row', figure: 'ram', expected: 550, found: 553 } },
    ]);
    expect(checkMargin('row', { ...published, fcore: 460 }).map(({ params }) => params.figure)).toEqual([
      'fcore',
      'amr',
      'ram',
    ]);
  });
});

const fixtures = new URL('../../../../shared/data/energy/fixtures/fixtures.json', import.meta.url);

describe.skipIf(!existsSync(fixtures))('The margin of Lixhe-Gramme as published', () => {
  type Published = Omit<MarginParts, 'minRamFactor'> &
    Margin & { readonly mtuUtc: string; readonly minRamFactorPct: number };
  const rows: readonly Published[] = existsSync(fixtures)
    ? JSON.parse(readFileSync(fixtures, 'utf8')).ramIdentity_LixheGramme
    : [];

  test('is there for two days', () => {
    expect(rows).toHaveLength(2);
  });

  test.each(rows)('follows the chain within 2 MW on $mtuUtc', (row) => {
    const published = { ...row, minRamFactor: row.minRamFactorPct };
    expect(checkMargin(row.mtuUtc, published)).toEqual([]);
    expect(Math.abs(marginOf(published).ram - row.ram)).toBeLessThanOrEqual(2);
  });
});
