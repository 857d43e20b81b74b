import { addMonths, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';

/** When a group that sleeps must be looked at again (§4.2): so many months after it was put to sleep; null: not stated. */
export function dormancyReview(since: PartialDate | null, months: unknown): PlainDate | null {
  if (since === null || typeof months !== 'number') return null;
  const due = addMonths(lastDay(since), months);
  return due === null ? null : lastDay(due);
}
