import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indicesOf, type OutageUnit, outageTable } from './copt.ts';
import { readRts } from './rts-file.ts';

const tableOf = (units: readonly OutageUnit[]) => {
  const table = outageTable(units);
  if (table === null) throw new Error('The table is too long');
  return table;
};
const unit = (megawatts: number, count: number, outageRate: number): OutageUnit => ({
  megawatts,
  count,
  outageRate,
});

describe('Two units of 25 MW and one of 50 MW that are each out 2 % of the time', () => {
  // The example that stands in every textbook: worked out by hand from the eight states.
  const table = tableOf([unit(25, 2, 0.02), unit(50, 1, 0.02)]);

  test('have five rows, 25 MW apart', () => {
    expect(table.step).toBe(25);
    const byHand = [0.941192, 0.038416, 0.0196, 0.000784, 0.000008];
    for (const [row, likely] of byHand.entries()) expect(table.likely[row]).toBeCloseTo(likely, 12);
  });

  test('are short of 60 MW where 50 MW or more are out, and of 50 MW where 75 or more are', () => {
    expect(indicesOf(table, [60], [60]).hlole).toBeCloseTo(0.020392, 12);
    expect(indicesOf(table, [50], [50]).hlole).toBeCloseTo(0.000792, 12);
    // 10 MW at 50 out, 35 at 75, 60 at 100.
    expect(indicesOf(table, [60], []).loee).toBeCloseTo(0.0196 * 10 + 0.000784 * 35 + 0.000008 * 60, 12);
  });

  test('are never short of nothing, and always of more than they have', () => {
    expect(indicesOf(table, [0], [0])).toEqual({ hlole: 0, loee: 0, lole: 0 });
    expect(indicesOf(table, [101], []).hlole).toBeCloseTo(1, 12);
  });
});

test('Units of sizes without a common step to speak of are refused', () => {
  expect(outageTable([unit(999.983, 60, 0.1), unit(0.001, 1, 0.1)])).toBeNull();
});

const anyUnits = fc.array(
  fc.record({
    megawatts: fc.integer({ min: 1, max: 400 }).map((kilowatts) => kilowatts / 8),
    count: fc.constant(1),
    outageRate: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 9 },
);

test('The table agrees with counting all states of the units one by one', () => {
  fc.assert(
    fc.property(anyUnits, fc.integer({ min: 1, max: 400 }), (units, asked) => {
      const load = asked / 3;
      const slow = { hlole: 0, loee: 0 };
      for (let state = 0; state < 2 ** units.length; state++) {
        let [likely, left] = [1, 0];
        for (const [place, { megawatts, outageRate }] of units.entries()) {
          const isOut = ((state >> place) & 1) === 1;
          likely *= isOut ? outageRate : 1 - outageRate;
          if (!isOut) left += megawatts;
        }
        if (left < load - 1e-3) {
          slow.hlole += likely;
          slow.loee += likely * (load - left);
        }
      }
      const { hlole, loee } = indicesOf(tableOf(units), [load], []);
      expect(hlole).toBeCloseTo(slow.hlole, 9);
      expect(loee).toBeCloseTo(slow.loee, 7);
    }),
    { numRuns: 100, seed: 7 },
  );
});

test('A further unit never makes anything worse', () => {
  fc.assert(
    fc.property(anyUnits, fc.integer({ min: 1, max: 400 }), (units, load) => {
      const [without, all] = [units.slice(1), units].map((some) => indicesOf(tableOf(some), [load], [load]));
      expect(all?.hlole).toBeLessThanOrEqual((without?.hlole as number) + 1e-12);
      expect(all?.loee).toBeLessThanOrEqual((without?.loee as number) + 1e-9);
    }),
    { numRuns: 100, seed: 8 },
  );
});

const shared = '../shared/data/energy/rts79/rts79.json';
describe.skipIf(!existsSync(shared))('The test system of 1979', () => {
  const json = JSON.parse(readFileSync(existsSync(shared) ? shared : 'package.json', 'utf8'));
  const systemOf = (changed: object = {}) => readRts({ ...json, ...changed });

  test('comes to 9.394175 hours, 1,176.298 MWh and 1.368863 days a year', () => {
    const read = systemOf();
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { units, study, dailyPeaks } = read.value;
    const table = tableOf(units);
    expect(table.capacity).toBe(3405);
    const { hlole, loee, lole } = indicesOf(table, study.climateYears[0]?.load ?? [], dailyPeaks);
    expect(hlole).toBeCloseTo(9.394175, 6);
    expect(loee).toBeCloseTo(1176.298, 3);
    expect(lole).toBeCloseTo(1.368863, 6);
  });

  test.each([
    ['energy_field_missing', { peakMW: undefined }],
    ['energy_field_kind', { peakMW: 'much' }],
    ['energy_field_value', { peakMW: -1 }],
    ['energy_field_value', { weeklyPeakPct: [100] }],
    ['energy_rts_units_differ', { unitsMW_count_FOR: [[12, 5, 0.02]] }],
    [
      'energy_unit_kilowatts',
      { unitsMW_count_FOR: [[0.0005, 1, 0.5]], units_MW_count_MTTFh_MTTRh: [[0.0005, 1, 10, 10]] },
    ],
  ])('is refused with %s where the file says %j', (code, changed) => {
    const read = systemOf(changed);
    expect(read.ok ? [] : read.problems.map((one) => one.code)).toContain(code);
  });
});
