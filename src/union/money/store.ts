import { isLater, statements } from '#evidence';
import type { PartialDate } from '#kernel/dates.ts';
import { type Money, parseMoney } from '#kernel/money.ts';
import type { MissingReason } from '#kernel/observation-value.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord } from '#platform/records/records.ts';
import { parties } from '../bodies/model.ts';
import type { Moment } from '../bodies/store.ts';
import { budgets, contributionKeys, Finance } from './model.ts';
import { type Contribution, contributionsOf } from './rules/contributions.ts';
import { type KeyChange, keyChangesOf } from './rules/key-history.ts';

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

/**
 * Every year of which the source speaks, in order. Those that begin after `asOf` are left out and counted; null leaves out
 * none.
 */
export async function listBudgets(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'> & { readonly asOf: PartialDate | null },
): Promise<{ readonly years: readonly BudgetYear[]; readonly later: number }> {
  const records = await allRecords(tx, {
    ...moment,
    kinds: [budgets.name, contributionKeys.name, parties.name],
  });
  const partyIds = new Set(records.flatMap((record) => (record.kind === parties.name ? [record.id] : [])));
  const keys = new Map(
    records.filter((record) => record.kind === contributionKeys.name).map((key) => [key.id, key]),
  );
  const all = records.filter((record) => record.kind === budgets.name);
  const known = all.filter(({ id }) => !isLater(id, moment.asOf));
  const years = known
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
  return { years, later: all.length - known.length };
}

/** What the source says of its money in words. */
export type MoneyStatement = {
  readonly facts: readonly string[];
  /** How the key came to be: what changed it, and what became of each party's share. Null: the source does not say. */
  readonly keyHistory: {
    readonly change: string | null;
    readonly changes: readonly KeyChange[];
    readonly source: readonly string[];
  } | null;
  readonly source: readonly string[];
};

/** Null where the source says nothing beside its budgets and keys. */
export async function findMoneyStatement(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
): Promise<MoneyStatement | null> {
  const said = await findRecord(tx, { ...moment, kind: statements.name, id: 'finance' });
  const parsed = Finance.safeParse(said?.body.content ?? null);
  if (!parsed.success) return null;
  const { facts, key_history: history, source } = parsed.data;
  const known = await allRecords(tx, { ...moment, kinds: [parties.name] });
  const partyIds = new Set(known.map(({ id }) => id));
  return {
    facts: facts ?? [],
    keyHistory:
      history == null
        ? null
        : {
            change: history.change ?? null,
            changes: keyChangesOf(history as RecordBody, partyIds),
            source: history.source ?? source ?? [],
          },
    source: source ?? [],
  };
}
