import { addDays, type PlainDate } from '#kernel/dates.ts';
import type { Clock, Term } from './clock.ts';
import type { Side } from './kept.ts';

/** Days ahead of a term at which a desk says it. */
export const daysAhead = 14;

/**
 * Terms of a claim that are for one of some sides to meet and are over, end within so many days, or end on a day that is not known; the first day
 * first, unknown days last. What waits for the applicant is for nobody here.
 */
export function dueFor(
  { terms }: Pick<Clock, 'terms'>,
  sides: readonly Side[],
  day: PlainDate,
): readonly Term[] {
  const until = addDays(day, daysAhead);
  return terms
    .filter(({ by, metOn }) => metOn === null && by !== 'applicant' && sides.includes(by))
    .filter(({ due }) => !due.ok || due.value <= until)
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

/** For putting terms in order: a day that is not known comes after all that are. */
export const dayOf = ({ due }: Pick<Term, 'due'>): string => (due.ok ? due.value : '~');
