/** Where what is learned from ends and what is measured begins, and who is sought in it. */
import type { Labels, World } from '../made-up/model.ts';
import { lastDayOf } from '../scoring/prepare.ts';
import { sumOver, type Truth } from './truth.ts';

/** By the end of which months is learned and tested; cases count that were told by the end of the one before the first test. */
export type Split = { readonly learnFrom: number; readonly learnTo: number; readonly testFrom: number };

/** Frauds of the last three months before the cut are mostly not found yet: they would be learned as harmless. */
export function splitOf(months: number): Split {
  const testFrom = Math.floor((2 * months) / 3);
  return { learnFrom: Math.min(8, testFrom - 5), learnTo: testFrom - 4, testFrom };
}

/** Traders that take part in fraud in the months that the test sees, and were no case before. */
export function soughtIn(
  world: World,
  labels: Labels,
  truth: Truth,
  { testFrom }: Split,
): ReadonlySet<number> {
  const sought = new Set<number>();
  const before = casesBy(world, lastDayOf(world, testFrom - 1));
  for (const { members } of labels.rings)
    for (const trader of members)
      if (
        !before.has(trader) &&
        sumOver(truth.active, truth.months, trader, testFrom - 1, truth.months - 2) > 0
      )
        sought.add(trader);
  return sought;
}

export const casesBy = ({ cases }: World, day: number): ReadonlySet<number> =>
  new Set(Array.from(cases.trader).filter((_, row) => (cases.confirmed[row] as number) <= day));
