import type { Language } from '#kernel/languages.ts';
import { type Money, toAmount } from '#kernel/money.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { ReadContext } from '#platform/module.ts';
import { texts } from '#platform/text/texts.ts';
import { momentOf } from '../bodies/answers.ts';
import type { BudgetAnswer, BudgetList, BudgetYear as BudgetYearAnswer } from './contract.ts';
import { type BudgetYear, listBudgets } from './store.ts';

/** They take no date "as of": every year that was known by then. */
async function loadYears(context: ReadContext): Promise<readonly BudgetYear[]> {
  const moment = { ...momentOf(context), asOf: null };
  return (await context.read((tx) => listBudgets(tx, moment))).years;
}

export async function listBudgetAnswers(context: ReadContext): Promise<Result<BudgetList>> {
  const years = await loadYears(context);
  return ok({ years: years.map(yearAnswer), missingYears: missingYearsOf(years, context.language) });
}

/** Problem: `budget_not_found`, for a year of which the source does not speak. */
export async function getBudget(
  context: ReadContext,
  { year }: { readonly year: string },
): Promise<Result<BudgetAnswer>> {
  const years = await loadYears(context);
  const found = years.find((item) => item.year === year);
  const known = years.map((item) => item.year).join(', ');
  return found === undefined
    ? fail(problem('budget_not_found', 'year', { year, known }))
    : ok({ ...yearAnswer(found), missingYears: missingYearsOf(years, context.language) });
}

function missingYearsOf(years: readonly BudgetYear[], language: Language): BudgetList['missingYears'] {
  const words = texts(language).missing;
  return years.flatMap(({ year, missing }) =>
    missing === null ? [] : [{ year, ...missing, text: words[missing.reason] }],
  );
}

/** Amounts as the layout has them, in whole units of the currency, and exactly in its minor unit. */
function yearAnswer(item: BudgetYear): BudgetYearAnswer {
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
    source: [...item.source],
  };
}

function moneyAnswer(money: Money | null): Pick<BudgetYearAnswer, 'amount' | 'minorUnits'> {
  return money === null
    ? { amount: null, minorUnits: null }
    : { amount: Number(toAmount(money)), minorUnits: money.minor.toString() };
}
