import { firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import { type Problem, problem } from '#kernel/result.ts';
import type { RecordBody } from '#platform/records/kind.ts';

/**
 * What keeps a programme from having a plan of a year: which years it runs and how many plans it holds, its own record says
 * (in the Benelux four and four, §3.5). Where it does not say, it holds one a year.
 */
export function faultsOfYear(programme: RecordBody, year: number, held: number): readonly Problem[] {
  const { start, end, plans } = programme;
  const outside =
    (typeof start === 'number' && year < start) || (typeof end === 'number' && year > end)
      ? [problem('year_outside_programme', 'body.year', { year, first: num(start), last: num(end) })]
      : [];
  const full =
    typeof plans === 'number' && held >= plans
      ? [problem('programme_full', 'body.programme', { plans })]
      : [];
  return [...outside, ...full];
}

const num = (value: unknown) => (typeof value === 'number' ? value : '…');

/** A year's plan runs from the first day of its year on, and is closed when the year is over. */
export function faultsOfDay(act: 'start' | 'close', year: string, on: PartialDate): readonly Problem[] {
  const whole = year as PartialDate;
  if (act === 'start')
    return lastDay(on) < firstDay(whole) ? [problem('year_not_begun', 'body.on', { year })] : [];
  return firstDay(on) < lastDay(whole) ? [problem('year_not_over', 'body.on', { year })] : [];
}
