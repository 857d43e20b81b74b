import { type Money, parseMoney } from '#kernel/money.ts';
import type { MissingReason } from '#kernel/observation-value.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords } from '#platform/records/records.ts';
import { parties } from '../bodies/model.ts';
import type { Moment } from '../bodies/store.ts';
import { budgets, contributionKeys } from './model.ts';
import { type Contribution, contributionsOf } from './rules/contributions.ts';

/** One year's budget: the amount or why it is missing, and what each party pays of it where a key of the year is known. */
export type BudgetYear = {
  readonly year: string;
  readonly currency: string;
  readonly amount: Money | null;
  readonly missing: { readonly reason: MissingReason; readonly note: string | null } | null;
  readonly contributions: readonly Contribution[] | null;
  readonly basis: string | null;
  readonly source: readonly string[];
};

/** Every year of which the source speaks, in order. */
export async function listBudgets(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
): Promise<readonly BudgetYear[]> {
  const records = await allRecords(tx, {
    ...moment,
    kinds: [budgets.name, contributionKeys.name, parties.name],
  });
  const partyIds = new Set(records.flatMap((record) => (record.kind === parties.name ? [record.id] : [])));
  const keys = new Map(
    records.filter((record) => record.kind === contributionKeys.name).map((key) => [key.id, key]),
  );
  return records
    .filter((record) => record.kind === budgets.name)
    .map(({ id, body }): BudgetYear => {
      const currency = String(body.currency);
      const parsed = typeof body.amount === 'number' ? parseMoney(body.amount, currency) : null;
      const amount = parsed?.ok === true ? parsed.value : null;
      const key = keys.get(id);
      const said = body.missing as { reason: MissingReason; note?: string | null } | null | undefined;
      return {
        year: id,
        currency,
        amount,
        missing: amount === null ? { reason: said?.reason ?? 'not_stated', note: said?.note ?? null } : null,
        contributions:
          amount === null || key === undefined ? null : contributionsOf(amount, key.body, partyIds),
        basis: typeof key?.body.basis === 'string' ? key.body.basis : null,
        source: Array.isArray(body.source) ? body.source.map(String) : [],
      };
    })
    .sort((a, b) => a.year.localeCompare(b.year));
}
