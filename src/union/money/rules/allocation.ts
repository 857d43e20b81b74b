import { addMoney, type Currency, type Money } from '#kernel/money.ts';
import type { AllocationBasis } from '../model.ts';

/** What of a year's money went to activities by which basis, and what went to none. */
export type AllocationSum = {
  readonly allocated: Money;
  readonly byBasis: Readonly<Record<AllocationBasis, Money>>;
  /**
   * What leads to no activity; below zero where more was allocated than the budget holds. Null: unknown, because the budget
   * is, or because something was allocated in another currency.
   */
  readonly unallocated: Money | null;
  /** The part of the budget that leads to no activity, for people to read; null where that is unknown. */
  readonly share: number | null;
};

type Part = { readonly basis: AllocationBasis; readonly amount: Money };

/**
 * Adds up in whole minor units what was allocated of a budget (§8.2: the money is not earmarked, so what is left is shown and not
 * spread over the activities). An unknown budget leaves the rest unknown; it is not zero.
 */
export function sumAllocations(
  budget: Money | null,
  currency: Currency,
  parts: readonly Part[],
): AllocationSum {
  const inCurrency = parts.filter(({ amount }) => amount.currency === currency);
  const sumOf = (some: readonly Part[]): Money => ({
    currency,
    minor: some.reduce((sum, { amount }) => sum + amount.minor, 0n),
  });
  const allocated = sumOf(inCurrency);
  const isKnown = budget !== null && budget.currency === currency && inCurrency.length === parts.length;
  const left = isKnown ? budget.minor - allocated.minor : null;
  return {
    allocated,
    byBasis: {
      timesheet: sumOf(inCurrency.filter(({ basis }) => basis === 'timesheet')),
      estimate: sumOf(inCurrency.filter(({ basis }) => basis === 'estimate')),
    },
    unallocated: left === null ? null : { currency, minor: left },
    share: left === null || budget === null || budget.minor === 0n ? null : shareOf(left, budget.minor),
  };
}

/** A part of a whole as a number that people read as a percentage; nothing is reckoned with it. */
export function shareOf(part: bigint, whole: bigint): number {
  return Number((part * 1_000_000n) / whole) / 1_000_000;
}

/** Amounts together; null where there is none, or they are in several currencies. */
export function togetherOf(amounts: readonly Money[]): Money | null {
  const [first, ...rest] = amounts;
  return rest.reduce<Money | null>((sum, amount) => {
    if (sum === null) return null;
    const added = addMoney(sum, amount);
    return added.ok ? added.value : null;
  }, first ?? null);
}
