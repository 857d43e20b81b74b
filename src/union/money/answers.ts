import type { Language } from '#kernel/languages.ts';
import { type Money, toAmount } from '#kernel/money.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { ReadContext } from '#platform/module.ts';
import { texts } from '#platform/text/texts.ts';
import { momentOf } from '../bodies/answers.ts';
import type { BudgetAnswer, BudgetList, BudgetYear as BudgetYearAnswer } from './contract.ts';
import { type BudgetYear, listBudgets, loadMoney, type YearMoney } from './store.ts';

type Year = { readonly budget: BudgetYear; readonly money: YearMoney | undefined };

/** They take no date "as of": every year that was known by then. */
async function loadYears(context: ReadContext): Promise<readonly Year[]> {
  const moment = { ...momentOf(context), asOf: null };
  return context.read(async (tx) => {
    const { years } = await listBudgets(tx, moment);
    const money = await loadMoney(tx, moment);
    return years.map((budget) => ({ budget, money: money.get(budget.year) }));
  });
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
  const found = years.find(({ budget }) => budget.year === year);
  const known = years.map(({ budget }) => budget.year).join(', ');
  return found === undefined
    ? fail(problem('budget_not_found', 'year', { year, known }))
    : ok({ ...yearAnswer(found), missingYears: missingYearsOf(years, context.language) });
}

function missingYearsOf(years: readonly Year[], language: Language): BudgetList['missingYears'] {
  const words = texts(language).missing;
  return years.flatMap(({ budget: { year, missing } }) =>
    missing === null ? [] : [{ year, ...missing, text: words[missing.reason] }],
  );
}

/** Amounts as the layout has them, in whole units of the currency, and exactly in its minor unit. */
function yearAnswer({ budget: item, money }: Year): BudgetYearAnswer {
  const sum = item.contributions?.reduce((total, part) => total + part.amount.minor, 0n);
  return {
    year: item.year,
    state: item.state,
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
    ...activitiesAnswer(money),
    source: [...item.source],
  };
}

/** Where the money went, by the same rule as on the page of the year. */
function activitiesAnswer(
  money: YearMoney | undefined,
): Pick<BudgetYearAnswer, 'allocations' | 'allocated' | 'unallocated' | 'surplus'> {
  const { allocations = [], sum = null, surplus = null } = money ?? {};
  return {
    allocations: allocations.map(({ id, planItem, amount, basis }) => ({
      id,
      planItem,
      ...moneyAnswer(amount),
      currency: amount.currency,
      basis,
    })),
    allocated: {
      ...moneyAnswer(sum?.allocated ?? null),
      timesheet: moneyAnswer(sum?.byBasis.timesheet ?? null),
      estimate: moneyAnswer(sum?.byBasis.estimate ?? null),
    },
    unallocated: { ...moneyAnswer(sum?.unallocated ?? null), share: sum?.share ?? null },
    surplus:
      surplus === null
        ? null
        : {
            ...moneyAnswer(surplus.amount),
            reason: surplus.reason,
            decision: surplus.decision,
            decidedBy: surplus.decidedBy,
            decided: surplus.decided,
          },
  };
}

function moneyAnswer(money: Money | null): Pick<BudgetYearAnswer, 'amount' | 'minorUnits'> {
  return money === null
    ? { amount: null, minorUnits: null }
    : { amount: Number(toAmount(money)), minorUnits: money.minor.toString() };
}
