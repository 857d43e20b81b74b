/**
 * When in a year areas are short. Hours of a study are counted from the first of 1 January; the clock is never changed, and a year of 8,784 hours
 * has a 29 February.
 */
import type { StudyResult } from './study-result.ts';

const months = 12;
const hoursOfDay = 24;
const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const millisecondsOfHour = 3_600_000;
/** Years that begin on their first day as any, without and with a leap day: 1970 and 1972. */
const beginnings = { plain: 0, leap: 730 * hoursOfDay * millisecondsOfHour };

const isLeap = (hoursOfYear: number) => hoursOfYear > 8760;

/** An hour of a year as an instant that is written in UTC; of its year nothing is meant. */
export const instantOf = (hour: number, hoursOfYear: number): number =>
  (isLeap(hoursOfYear) ? beginnings.leap : beginnings.plain) + hour * millisecondsOfHour;

/** The month of an hour, from 0. */
export function monthOf(hour: number, hoursOfYear: number): number {
  let left = Math.floor(hour / hoursOfDay);
  for (let month = 0; month < months - 1; month++) {
    const days = (daysOfMonths[month] as number) + (month === 1 && isLeap(hoursOfYear) ? 1 : 0);
    if (left < days) return month;
    left -= days;
  }
  return months - 1;
}

/** Expected hours of shortage in a year by row and month; all rows together are what is expected of the year. */
export type ShortageTimes = readonly Float64Array[];

type Of = { readonly hours: number; readonly years: number };

/** A row for each area and, at the end, all together. */
export const timesByArea = ({ shortIn }: Pick<StudyResult, 'shortIn'>, of: Of): ShortageTimes =>
  shortIn.map((one) => tableOf(one, of, 1, () => 0)[0] as Float64Array);

/** Of one area a row for each hour of the day. */
export const timesByClock = (one: StudyResult['shortIn'][number], of: Of): ShortageTimes =>
  tableOf(one, of, hoursOfDay, (hour) => hour % hoursOfDay);

function tableOf(
  { hours, years }: StudyResult['shortIn'][number],
  of: Of,
  rows: number,
  rowOf: (hour: number) => number,
): ShortageTimes {
  const table = Array.from({ length: rows }, () => new Float64Array(months));
  for (const [place, hour] of hours.entries()) {
    const row = table[rowOf(hour)] as Float64Array;
    const month = monthOf(hour, of.hours);
    row[month] = (row[month] as number) + (years[place] as number) / of.years;
  }
  return table;
}
