import { z } from 'zod';
import { lastDay, type PartialDate } from '#kernel/dates.ts';
import { type Money, parseMoney, toAmount } from '#kernel/money.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, textsFrom } from '#platform/actions/action.ts';
import { type Field, idAmong } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { Kind } from '#platform/records/kind.ts';
import { findRecord, type StoredRecord } from '#platform/records/records.ts';
import { recordsOf } from '../../choices.ts';
import { knownOf } from '../../named.ts';
import { powerPermission } from '../../powers.ts';
import { budgets } from '../model.ts';
import { loadMoney, type YearMoney } from '../store.ts';
import { moneyTexts } from '../text/texts.ts';

/** What the actions on money share: who may, how an amount is read, and what is known of a year. */

export const keepBudget = powerPermission(
  'keep_budget',
  'propose budgets and their keys, say which activities money went to, and record surpluses',
);
export const approveBudget = powerPermission(
  'approve_budget',
  'approve budgets or send them back, and decide what is done with surpluses',
);

export const textsOf = textsFrom(moneyTexts);

/**
 * In whole units of the currency, as exact as 15 digits are: `1250.50`, also as people in the Benelux write it: `1.250,50` or
 * `1 250,50`. A point before three digits alone could be either and stays what it is elsewhere, a decimal point.
 */
export const amountField = {
  schema: z.union([
    z
      .string()
      .transform(plainAmount)
      .pipe(z.string().regex(/^\d{1,12}(\.\d{1,3})?$/)),
    z.number().nonnegative(),
  ]),
  control: 'line',
  like: '1250.50',
} as const satisfies Field;

function plainAmount(text: string): string {
  const close = text.replace(/[\s\u00a0\u202f]/gu, '');
  const grouped = /^\d{1,3}(\.\d{3})+,\d{1,3}$|^\d{1,3}(\.\d{3}){2,}$/.test(close);
  return (grouped ? close.replaceAll('.', '') : close).replace(',', '.');
}

export const yearField = idAmong(recordsOf(budgets));

export const findNow = (
  tx: Transaction,
  context: ActionContext,
  kind: Kind,
  id: string,
): Promise<StoredRecord | undefined> => findRecord(tx, { ...knownOf(context), kind: kind.name, id });

export const future = (context: ActionContext, on: PartialDate): readonly Problem[] =>
  lastDay(on) > context.today ? [problem('date_in_future', 'body.on', { on })] : [];

/** All of it is shown on the page of its year. */
export const done = (kind: Kind, id: string, year: string, changes: readonly Change[]): Result<Done> =>
  ok({ subject: `${kind.name}/${id}`, path: budgets.href(year), changes });

/** Problem: `record_not_found`. */
export const notFound = (id: string) => fail(problem('record_not_found', 'body.id', { id }));

/** Everything that is known today of a year's money. Problem: `reference_dangling`, where the year has no budget. */
export async function yearNow(
  tx: Transaction,
  context: ActionContext,
  year: string,
): Promise<Result<YearMoney & { readonly budget: NonNullable<YearMoney['budget']> }>> {
  const known = (await loadMoney(tx, { ...knownOf(context), asOf: null })).get(year);
  return known?.budget == null
    ? fail(problem('reference_dangling', 'body.year', { id: year, kinds: budgets.name }))
    : ok({ ...known, budget: known.budget });
}

/** Problems: those of `parseMoney`, and `amount_zero`: what is nothing is not written down as money. */
export function moneyOf(amount: string | number, currency: string): Result<Money> {
  const parsed = parseMoney(amount, currency, 'body.amount');
  return parsed.ok && parsed.value.minor === 0n ? fail(problem('amount_zero', 'body.amount')) : parsed;
}

/** As the layout has it: a number with all the digits that were written. */
export const amountOf = (money: Money) => Number(toAmount(money));
