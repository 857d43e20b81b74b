import { firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';

/** The first four digits of a dated value of a record: `2019` of 2019, '2019-08-01' and { start: '2019-11-20' }. */
export function yearOf(value: unknown): string | null {
  if (typeof value === 'object' && value !== null && 'start' in value) return yearOf(value.start);
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^\d{4}(?!\d)/.test(text) ? text.slice(0, 4) : null;
}

/** Years for a reader: `2008, 2013–2020`. */
export function formatYears(years: readonly string[]): string {
  const runs: [string, string][] = [];
  for (const year of [...new Set(years)].sort()) {
    const last = runs.at(-1);
    if (last !== undefined && Number(year) === Number(last[1]) + 1) last[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
}

/** The moments that a report on a year speaks of. */
export type ReportPeriod = {
  /** The year before: its last day is the opening. */
  readonly opening: PartialDate;
  /** The year, or the date asked about while the year still ran on it. */
  readonly closing: PartialDate;
  /** The date asked about where it is later than the year: what was seen then is shown beside. */
  readonly later: PartialDate | null;
};

export function periodOf(year: string, asOf: PartialDate): ReportPeriod {
  const whole = year as PartialDate;
  return {
    opening: String(Number(year) - 1).padStart(4, '0') as PartialDate,
    closing: lastDay(asOf) < lastDay(whole) ? asOf : whole,
    later: lastDay(asOf) > lastDay(whole) ? asOf : null,
  };
}

/** Whether a date of a record lies in the year, as far as it has come. */
export function isWithin(date: PartialDate, year: string, closing: PartialDate): boolean {
  return firstDay(date) >= firstDay(year as PartialDate) && lastDay(date) <= lastDay(closing);
}
