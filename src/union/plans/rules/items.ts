import { isFinal } from '#kernel/lifecycle.ts';
import { type PlanItemState, planItemLifecycle } from '../model.ts';

/** An item whose state is not certain is open: nobody can say that it ended. */
export function isOpen(state: string): boolean {
  return !(Object.hasOwn(planItemLifecycle, state) && isFinal(planItemLifecycle, state as PlanItemState));
}

/** The items that keep a year from being closed (facts/union.md: a plan year closes only when all items are terminal). */
export function openItems<Item extends { readonly state: string }>(items: readonly Item[]): readonly Item[] {
  return items.filter(({ state }) => isOpen(state));
}

/** `2020` and `ferries` give `2020-ferries`: the same plan by page and by program has the same ids. */
export function itemIdOf(plan: string, key: string): string {
  return `${plan}-${key}`;
}

/**
 * The id that a deferred item gets in the next plan: its name with the other year, and where the plan already has one of that
 * name, with the year that it comes from.
 */
export function deferredId(id: string, nextPlan: string, taken: ReadonlySet<string>): string {
  const plan = id.slice(0, 4);
  const plain = itemIdOf(nextPlan, id.slice(5));
  return taken.has(plain) ? `${plain}-from-${plan}` : plain;
}
