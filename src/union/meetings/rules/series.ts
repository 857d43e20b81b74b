import { addDays, addMonths, type PlainDate } from '#kernel/dates.ts';

/** How far apart the meetings of a series are. */
export const rhythms = ['week', 'two_weeks', 'month', 'quarter', 'half_year', 'year'] as const;
export type Rhythm = (typeof rhythms)[number];

const months: Readonly<Partial<Record<Rhythm, number>>> = { month: 1, quarter: 3, half_year: 6, year: 12 };
const days: Readonly<Partial<Record<Rhythm, number>>> = { week: 7, two_weeks: 14 };

/**
 * The days of a series, the first included. Each is counted from the first, so that one that falls on the last of a short month
 * does not pull the later ones with it: 31 January, 28 February, 31 March.
 */
export function daysOf(first: PlainDate, rhythm: Rhythm, count: number): readonly PlainDate[] {
  return Array.from({ length: count }, (_, index) => {
    const step = months[rhythm];
    return step === undefined ? addDays(first, (days[rhythm] ?? 0) * index) : addMonths(first, step * index);
  });
}
