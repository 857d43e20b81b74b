import type { Analytics } from '#platform/analytics.ts';
import type { Receipt } from '../intake/receipts.ts';
import { rowsOf, supersededOver } from '../intake/standing-rows.ts';
import type { Declared, Entry, Paid, Quarter, RowBehind } from './model.ts';

/** Columns of files that were taken in, asked for one quarter: what stands of returns after corrections, and each payment once. */

/**
 * Opens the files of one state for one quarter. Of lines of a return those count that stand (`supersededOver`); a
 * payment that several files report counts once, by its provider and number.
 */
export async function openQuarter(
  analytics: Analytics,
  folder: string,
  receipts: readonly Receipt[],
  { from, to }: Quarter,
): Promise<void> {
  const key = 'taxable_person, identification, consumption, period_from, period_to, rate';
  await analytics.run(`
    CREATE OR REPLACE TEMP TABLE returned AS
    SELECT taxable_person, consumption, rate, cents, vat_cents, file, "row" FROM (
      SELECT *, ${supersededOver(key)} AS superseded
      FROM (${rowsOf(folder, receipts, 'one_stop_shop')}) WHERE period_from = ${from} AND period_to = ${to}
    ) WHERE superseded IS NULL`);
  await analytics.run(`
    CREATE OR REPLACE TEMP TABLE paid AS
    SELECT payee, sound, payer_state, currency, day, file, "row",
      CASE refund WHEN 1 THEN -abs(cents) ELSE cents END AS cents, refund
    FROM (${rowsOf(folder, receipts, 'payments')})
    WHERE 12 * year(day) + month(day) - 1 BETWEEN ${from} AND ${to}
    QUALIFY row_number() OVER (PARTITION BY provider, payment, payee ORDER BY file, "row") = 1`);
}

export async function listDeclared(analytics: Analytics): Promise<readonly Declared[]> {
  const rows = await analytics.rows(`
    SELECT taxable_person AS person, consumption, sum(cents)::DOUBLE AS base, sum(vat_cents)::DOUBLE AS vat,
      count(*)::DOUBLE AS lines
    FROM returned GROUP BY ALL ORDER BY ALL`);
  return rows as unknown as readonly Declared[];
}

export async function listPaid(analytics: Analytics): Promise<readonly Paid[]> {
  const rows = await analytics.rows(`
    SELECT payee, bool_and(sound = 1) AS "isNumber", payer_state AS "payerState", currency,
      count(*) FILTER (refund = 0)::DOUBLE AS payments, coalesce(sum(cents) FILTER (refund = 0), 0)::DOUBLE AS paid,
      count(*) FILTER (refund = 1)::DOUBLE AS refunds, coalesce(-sum(cents) FILTER (refund = 1), 0)::DOUBLE AS refunded
    FROM paid GROUP BY payee, payer_state, currency ORDER BY ALL`);
  return rows as unknown as readonly Paid[];
}

/** The largest rows behind some entries, at most so many of each, by payee and state of consumption. */
export async function listRowsBehind(
  analytics: Analytics,
  entries: readonly Pick<Entry, 'payee' | 'consumption'>[],
  most: number,
): Promise<ReadonlyMap<string, readonly RowBehind[]>> {
  const wanted = new Set(entries.map(keyOf));
  const found = new Map<string, RowBehind[]>();
  const sides = `
    SELECT 'declared' AS side, taxable_person AS payee, consumption, file, "row", cents::DOUBLE AS cents, vat_cents::DOUBLE AS vat,
      'EUR' AS currency, rate::DOUBLE AS rate, NULL AS day FROM returned
    UNION ALL
    SELECT 'paid', payee, payer_state, file, "row", cents::DOUBLE, NULL, currency, NULL, strftime(day, '%Y-%m-%d') FROM paid`;
  const rows = analytics.stream(`
    SELECT * FROM (${sides})
    QUALIFY row_number() OVER (PARTITION BY side, payee, consumption ORDER BY abs(cents) DESC, file, "row") <= ${most}
    ORDER BY payee, consumption, side, abs(cents) DESC, file, "row"`);
  for await (const batch of rows)
    for (const { payee, consumption, ...row } of batch) {
      const key = keyOf({ payee: String(payee), consumption: String(consumption) });
      if (!wanted.has(key)) continue;
      const held = found.get(key) ?? [];
      if (held.length === 0) found.set(key, held);
      held.push({ ...(row as unknown as RowBehind), row: Number(row.row) });
    }
  return found;
}

export const keyOf = ({ payee, consumption }: Pick<Entry, 'payee' | 'consumption'>) =>
  `${consumption}/${payee}`;
