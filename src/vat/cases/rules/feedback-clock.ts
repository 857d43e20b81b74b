import type { WorkingDayCalendar } from '#kernel/calendars.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { type DeadlineRule, due } from '#kernel/deadlines.ts';
import { ok, type Result } from '#kernel/result.ts';

/**
 * The last day of feedback, on the calendar of the state that owes it. Problems: those of `due`, of a calendar that there is not or that does
 * not reach so far: a day is then not known, and never guessed.
 */
export function dueOn(
  rule: DeadlineRule,
  toldOn: PlainDate,
  calendar: WorkingDayCalendar | null,
): Result<PlainDate> {
  const found = due(rule, toldOn, calendar);
  return found.ok ? ok(found.value.latest) : found;
}
