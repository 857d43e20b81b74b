import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { madeUpComparison, quarterBefore } from './made-up.ts';
import { obstacles } from './model.ts';

const quarter = quarterBefore('2026-11-28' as PlainDate);
const made = (seed: number) => madeUpComparison('BE', quarter, seed);

describe('Returns and payments that are made up', () => {
  test('are of the last quarter that is over', () => {
    expect(quarter).toEqual({ quarter: '2026-Q3', from: 12 * 2026 + 6, to: 12 * 2026 + 8 });
    expect(quarterBefore('2027-01-01' as PlainDate).quarter).toBe('2026-Q4');
    expect(quarterBefore('2026-12-31' as PlainDate).quarter).toBe('2026-Q3');
  });

  test('are the same for the same seed, others for another, and marked as made up', () => {
    expect(made(1)).toEqual(made(1));
    expect(made(2).id).not.toBe(made(1).id);
    expect(made(2).entries).not.toEqual(made(1).entries);
    expect(made(1).summary).toMatchObject({ synthetic: true, files: [], entries: 14, compared: 9 });
  });

  test('have one seller that declared less than half of what came in, first of all, and others near to it', () => {
    for (let seed = 0; seed < 40; seed++) {
      const compared = made(seed).entries.filter(({ ratio }) => ratio !== null);
      const [first, ...others] = compared;
      expect(first?.ratio, `seed ${seed}`).toBeGreaterThan(2);
      for (const { ratio } of others) expect(Math.abs((ratio ?? 0) - 1), `seed ${seed}`).toBeLessThan(0.25);
    }
  });

  test('show what can be in the way, and rows that come to what is said', () => {
    const { entries, summary } = made(7);
    const shown = obstacles.filter((one) => summary.obstacles[one] > 0);
    expect(shown).toEqual([
      'no_return',
      'no_payments',
      'not_identified',
      'below_threshold',
      'other_currency',
    ]);
    for (const { payee, consumption, rows, rowsInAll, payments, refunds, declared, inflow } of entries) {
      expect(consumption).toBe('BE');
      expect(payee.startsWith('BE')).toBe(false);
      expect(rowsInAll).toBe(payments + refunds + (declared?.lines ?? 0));
      const euros = rows.filter(({ side, currency }) => side === 'paid' && currency === 'EUR');
      if (rows.length === rowsInAll)
        expect(euros.reduce((sum, { cents }) => sum + cents, 0)).toBe(inflow ?? 0);
      for (const { day } of rows)
        expect(day === null || (day >= '2026-07-01' && day <= '2026-09-30')).toBe(true);
    }
  });
});
