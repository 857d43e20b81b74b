import { type Money, toAmount } from '#kernel/money.ts';
import { problem } from '#kernel/result.ts';
import { knownAtOf, knownAtOption } from '#platform/command-dates.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { texts } from '#platform/text/texts.ts';
import { type BudgetYear, listBudgets } from './store.ts';

const budget: Command = {
  name: 'union budget',
  usage: '[YEAR]',
  summary: 'the budget of a year, who pays what of it, and the years that are not stated',
  options: knownAtOption,
  run: async (context): Promise<CommandResult> => {
    const [year, ...rest] = context.positionals;
    if (rest.length > 0) return { kind: 'usage', problems: [] };
    const register = await context.register();
    const knownAt = knownAtOf(context);
    if (!register.ok || !knownAt.ok)
      return {
        kind: 'usage',
        problems: [register, knownAt].flatMap((result) => (result.ok ? [] : result.problems)),
      };
    const moment = { register: register.value.id, knownAt: knownAt.value };
    const years = await context.database.read((tx) => listBudgets(tx, moment));
    const chosen = year === undefined ? years : years.filter((item) => item.year === year);
    if (year !== undefined && chosen.length === 0) {
      const known = years.map((item) => item.year).join(', ');
      return { kind: 'usage', problems: [problem('budget_unknown', '', { year, known })] };
    }
    const missing = texts(context.language).missing;
    const notStated = years.flatMap((item) =>
      item.missing === null ? [] : [{ year: item.year, ...item.missing, text: missing[item.missing.reason] }],
    );
    const [only] = chosen;
    const json =
      year !== undefined && only !== undefined
        ? { ...budgetAnswer(only), missingYears: notStated }
        : { years: chosen.map(budgetAnswer), missingYears: notStated };
    const lines = chosen.flatMap((item) => [
      `${item.year}  ${item.amount === null ? `(${missing[item.missing?.reason ?? 'not_stated']})` : `${toAmount(item.amount)} ${item.currency}`}`,
      ...(item.contributions ?? []).map(
        (part) => `  ${part.party}  ${toAmount(part.amount)} ${item.currency}  (${part.share})`,
      ),
    ]);
    return { kind: 'answer', json, text: lines.join('\n') };
  },
};

/** Amounts as the layout has them, in whole units of the currency, and exactly in its minor unit. */
function budgetAnswer(item: BudgetYear) {
  const sum = item.contributions?.reduce((total, part) => total + part.amount.minor, 0n);
  return {
    year: item.year,
    currency: item.currency,
    ...moneyAnswer(item.amount),
    missing: item.missing,
    contributions:
      item.contributions?.map(({ party, share, amount }) => ({ party, share, ...moneyAnswer(amount) })) ??
      null,
    contributionsSum:
      sum === undefined ? null : moneyAnswer(item.amount === null ? null : { ...item.amount, minor: sum }),
    readds: sum === undefined || item.amount === null ? null : sum === item.amount.minor,
    basis: item.basis,
    source: item.source,
  };
}

function moneyAnswer(money: Money | null): {
  readonly amount: number | null;
  readonly minorUnits: string | null;
} {
  return money === null
    ? { amount: null, minorUnits: null }
    : { amount: Number(toAmount(money)), minorUnits: money.minor.toString() };
}

export const moneyCommands: readonly Command[] = [budget];
