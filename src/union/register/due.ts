import { daysBetween, lastDay } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { ReadContext } from '#platform/module.ts';
import { remember } from '#platform/records/remember.ts';
import type { Commitment } from '../commitments/rules/commitment.ts';
import { listCommitments } from '../commitments/store.ts';

/** A promise that is certainly open, and the days from the day asked about to the latest on which it can be due. */
export type DueCommitment = { readonly one: Commitment; readonly days: number };

/** More than anybody works through; the list of commitments and the feed of deadlines have all. */
const mostListed = 500;

/** Every dated promise, the longest overdue first, and how many instruments there were by then: both take reading all of these. */
export function listDue(
  tx: Transaction,
  context: ReadContext,
): Promise<{ readonly instruments: number; readonly due: readonly DueCommitment[] }> {
  const { register, asOf, knownAt, language } = context;
  const day = lastDay(asOf);
  return remember(register, ['due', day, lastDay(knownAt), language], async () => {
    const { instruments, commitments } = await listCommitments(tx, context);
    const due = commitments.flatMap(({ one }) =>
      one.dueLatest === null || one.state !== 'open' ? [] : [{ one, days: daysBetween(day, one.dueLatest) }],
    );
    return { instruments, due: due.sort((a, b) => a.days - b.days).slice(0, mostListed) };
  });
}
