import { addMonths, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';

type Said = Readonly<Record<string, unknown>>;

/**
 * The limit that held when a group was put to sleep: a later sleep with another one changes nothing of it. Of a sleep of which only a
 * source tells, it is what that says of the group.
 */
export function sleepLimit(step: Said, body: Said): unknown {
  return step.months ?? body.dormant_months;
}

/** When a group that sleeps must be looked at again (§4.2): so many months after it was put to sleep; null: not stated. */
export function dormancyReview(since: PartialDate | null, months: unknown): PlainDate | null {
  if (since === null || typeof months !== 'number') return null;
  const due = addMonths(lastDay(since), months);
  return due === null ? null : lastDay(due);
}
