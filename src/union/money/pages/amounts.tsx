import { localeOf } from '#kernel/languages.ts';
import { formatMoney, type Money } from '#kernel/money.ts';
import type { PageContext } from '#platform/module.ts';
import { StatusMark } from '#platform/page/components.tsx';
import { wordFor } from '../../text/words/words.ts';
import type { AllocationBasis } from '../model.ts';
import type { AllocationSum } from '../rules/allocation.ts';
import { moneyTexts } from '../text/texts.ts';

/** How amounts, their basis and what is left of a budget look, on the page of a year, on the list of years and in the walk. */

/** A share with all its decimals, as a key has it: 33.33 % is no 33 %. One that was reckoned needs fewer. */
export function percent(share: number, { language }: Pick<PageContext, 'language'>, decimals = 4): string {
  const format = { style: 'percent', maximumFractionDigits: decimals } as const;
  return new Intl.NumberFormat(localeOf(language), format).format(share);
}

/** Only hours that were written down are measured; an estimate says so wherever its amount stands. */
export function BasisMark({ basis, context }: { basis: AllocationBasis; context: PageContext }) {
  return (
    <StatusMark
      tone={basis === 'timesheet' ? 'good' : 'part'}
      text={moneyTexts(context.language).bases[basis]}
    />
  );
}

const budgetTones = { proposed: 'part', returned: 'part', approved: 'good' } as const;

export function BudgetStateMark({ state, context }: { state: string; context: PageContext }) {
  return (
    <StatusMark
      tone={budgetTones[state as keyof typeof budgetTones] ?? 'none'}
      text={wordFor(state, context.language)}
    />
  );
}

/** What leads to no activity, as an amount and as a share; unknown where the budget is. */
export function Unallocated({ sum, context }: { sum: AllocationSum; context: PageContext }) {
  const words = moneyTexts(context.language).year;
  const { unallocated, share } = sum;
  if (unallocated === null) return <span class="missing">{words.unallocatedUnknown}</span>;
  return (
    <>
      {amountText(unallocated, context)}{' '}
      {share !== null && <small>{words.ofBudget(percent(share, context, 1))}</small>}
    </>
  );
}

export function amountText(money: Money, { language }: Pick<PageContext, 'language'>): string {
  return formatMoney(money, language);
}
