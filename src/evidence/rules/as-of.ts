import { isBefore, type PartialDate, parsePartialDate } from '#kernel/dates.ts';
import type { Series } from './series.ts';

/**
 * Whether what the source dates so certainly begins after the date asked about: 2018 is later than 2017 and than 2017-06,
 * and not than 2018-02. What has no date, or one that is none, is later than nothing; so is all where no date is asked.
 */
export function isLater(period: string | null, asOf: PartialDate | null): boolean {
  if (period === null || asOf === null) return false;
  const begins = parsePartialDate(period);
  return begins.ok && isBefore(asOf, begins.value) === 'yes';
}

/** The series without its later figures, and how many these are. */
export function seriesAsOf(series: Series, asOf: PartialDate | null): Series {
  const points = series.points.filter(({ year }) => !isLater(year, asOf));
  return { ...series, points, later: series.points.length - points.length };
}

/** How many later figures these series are without. */
export function laterIn(all: readonly Series[]): number {
  return all.reduce((sum, { later = 0 }) => sum + later, 0);
}
