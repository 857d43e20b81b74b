import { Temporal } from 'temporal-polyfill';
import type { Brand } from './brand.ts';
import { type Language, localeOf } from './languages.ts';
import { memoize } from './memoize.ts';
import { kernelProblem } from './problems.ts';
import { fail, ok, type Result } from './result.ts';

/**
 * An ISO 8601 date of reduced precision: `2017`, `2017-09` or `2018-06-11`, years 0001 to 9999. It stands for one
 * unknown day within that year, month or day, never for the first of it.
 */
export type PartialDate = Brand<string, 'PartialDate'>;
/** A date known to the day. */
export type PlainDate = Brand<PartialDate, 'PlainDate'>;
export type Precision = 'year' | 'month' | 'day';
export type Certainty = 'yes' | 'no' | 'unknown';
/** From a day to a day, both included; null is open. */
export type Period = { readonly from: PartialDate | null; readonly to: PartialDate | null };

/** Problem: `date_invalid`, also for a day that the month does not have. */
export function parsePartialDate(text: string, path = ''): Result<PartialDate> {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  const [year, month, day] = [Number(parts?.[1] ?? 0), Number(parts?.[2] ?? 1), Number(parts?.[3] ?? 1)];
  const exists =
    year >= 1 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  return exists ? ok(text as PartialDate) : fail(kernelProblem('date_invalid', path, { received: text }));
}

/** Problems: `date_invalid`, or `date_not_a_day` for a date of lesser precision. */
export function parsePlainDate(text: string, path = ''): Result<PlainDate> {
  const date = parsePartialDate(text, path);
  if (!date.ok) return date;
  return isPlainDate(date.value)
    ? ok(date.value)
    : fail(kernelProblem('date_not_a_day', path, { received: text }));
}

export function precisionOf(date: PartialDate): Precision {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}

export function isPlainDate(date: PartialDate): date is PlainDate {
  return precisionOf(date) === 'day';
}

/** The earliest day that the date can be. */
export function firstDay(date: PartialDate): PlainDate {
  return `${date}${'-01-01'.slice(date.length - 4)}` as PlainDate;
}

/** The latest day that the date can be. */
export function lastDay(date: PartialDate): PlainDate {
  if (isPlainDate(date)) return date;
  if (precisionOf(date) === 'year') return `${date}-12-31` as PlainDate;
  return `${date}-${Temporal.PlainYearMonth.from(date).daysInMonth}` as PlainDate;
}

/** Certain only where it holds, or fails, for every day that the two dates can be. */
export function isBefore(a: PartialDate, b: PartialDate): Certainty {
  if (lastDay(a) < firstDay(b)) return 'yes';
  return firstDay(a) >= lastDay(b) ? 'no' : 'unknown';
}

/** Certain only where it holds, or fails, for every day that the two dates can be. */
export function isOnOrBefore(a: PartialDate, b: PartialDate): Certainty {
  return not(isBefore(b, a));
}

/** A total order for lists: by time, and `2017` before `2017-01` before `2017-01-01`. It decides nothing: use `isBefore`. */
export function compareForOrder(a: PartialDate, b: PartialDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function contains(period: Period, day: PartialDate): Certainty {
  return both(startsBy(period, day), period.to === null ? 'yes' : isOnOrBefore(day, period.to));
}

/**
 * Whether the periods share a day. One that ends in `2016` and one that begins in `2016` may: unknown. Both periods
 * must not end before they begin.
 */
export function overlaps(a: Period, b: Period): Certainty {
  return both(b.to === null ? 'yes' : startsBy(a, b.to), a.to === null ? 'yes' : startsBy(b, a.to));
}

function startsBy(period: Period, day: PartialDate): Certainty {
  return period.from === null ? 'yes' : isOnOrBefore(period.from, day);
}

function both(a: Certainty, b: Certainty): Certainty {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'unknown';
}

function not(a: Certainty): Certainty {
  if (a === 'unknown') return 'unknown';
  return a === 'yes' ? 'no' : 'yes';
}

/**
 * The exclusive bound of a promise "before the end of" a year, month or day: what is promised before the end of 2020
 * is done on a day before 31 December 2020, and is late on that day.
 */
export function beforeEndOf(date: PartialDate): PlainDate {
  return lastDay(date);
}

/**
 * The date some months later (or earlier), at the same precision; a day that the month does not have becomes its last:
 * 31 January and one month is 28 or 29 February (Regulation 1182/71, art. 3(2)(c)). Null for a year plus months that are
 * not whole years, which no partial date can say: take `firstDay` and `lastDay` apart, as `due` does.
 * Throws a RangeError outside the years 1 to 9999, or when `months` is not whole.
 */
export function addMonths(date: PlainDate, months: number): PlainDate;
export function addMonths(date: PartialDate, months: number): PartialDate | null;
export function addMonths(date: PartialDate, months: number): PartialDate | null {
  switch (precisionOf(date)) {
    case 'day':
      return written(Temporal.PlainDate.from(date).add({ months }), 10) as PlainDate;
    case 'month':
      return written(Temporal.PlainYearMonth.from(date).add({ months }), 7);
    case 'year':
      return months % 12 === 0
        ? written(Temporal.PlainYearMonth.from(`${date}-01`).add({ months }), 4)
        : null;
  }
}

/** Throws a RangeError outside the years 1 to 9999, or when `days` is not whole. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return written(Temporal.PlainDate.from(date).add({ days }), 10) as PlainDate;
}

function written(date: Temporal.PlainDate | Temporal.PlainYearMonth, length: number): PartialDate {
  if (date.year < 1 || date.year > 9999) throw new RangeError(`${date} is outside the years 1 to 9999`);
  return date.toString().slice(0, length) as PartialDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function dayOfWeek(date: PlainDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/**
 * The zone whose midnight begins the union's days, whatever the machine's is: all nodes have the same day, and what ends on a day
 * ends on all of them at once. Belgium, the Netherlands and Luxembourg have one time.
 */
export const unionZone = 'Europe/Brussels';

/** The day that it is at an instant in a time zone (IANA name: `Europe/Brussels`). Throws on an unknown time zone. */
export function today(instant: Temporal.Instant, timeZone: string): PlainDate {
  return written(instant.toZonedDateTimeISO(timeZone).toPlainDate(), 10) as PlainDate;
}

/** The instant, in UTC as ISO 8601 writes it, of a time of day (`09:30`) in a time zone, and some minutes later. */
export function instantsOf(
  day: PlainDate,
  time: string,
  minutes: number,
  timeZone: string,
): readonly [start: string, end: string] {
  const start = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).toInstant();
  return [start.toString(), start.add({ minutes }).toString()];
}

const dateFormat = memoize((key) => {
  const [locale, precision] = key.split(' ');
  const month = precision === 'year' ? {} : ({ month: 'long' } as const);
  const day = precision === 'day' ? ({ day: 'numeric' } as const) : {};
  return new Intl.DateTimeFormat(locale, { year: 'numeric', ...month, ...day, timeZone: 'UTC' });
});

/** In words, as precise as the date is: '11 June 2018', 'June 2018', '2018'. */
export function formatDate(date: PartialDate, language: Language): string {
  const midnight = Temporal.PlainDate.from(firstDay(date)).toZonedDateTime('UTC');
  return dateFormat(`${localeOf(language)} ${precisionOf(date)}`).format(midnight.epochMilliseconds);
}

const instantFormat = memoize(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }),
);

/** An ISO 8601 instant in the reader's words, in UTC; who shows it says so. */
export function formatInstant(instant: string, language: Language): string {
  return instantFormat(localeOf(language)).format(Date.parse(instant));
}
