import { isWorkingDay, type WorkingDayCalendar } from './calendars.ts';
import {
  addDays,
  addMonths,
  firstDay,
  isPlainDate,
  lastDay,
  type PartialDate,
  type PlainDate,
} from './dates.ts';
import { kernelProblem } from './problems.ts';
import { combine, fail, ok, type Result } from './result.ts';

/** How long after or before an event something is due. */
export type DeadlineRule = {
  /** Whole and not negative. */
  readonly amount: number;
  readonly unit: 'days' | 'working_days' | 'weeks' | 'months' | 'years';
  readonly direction: 'after' | 'before';
  /** A period that ends on a day that is not a working day ends on the next one that is. Not for periods counted backwards. */
  readonly runsOn: boolean;
  /** Id of the calendar that the rule names. Absent: the one of the party concerned, which the caller gives. */
  readonly calendar?: string;
};

/**
 * The day on which a period from `start` ends. Where `start` is less precise than a day, the earliest and the latest day
 * that it can be; else both are the same. Counting follows Regulation (EEC, Euratom) 1182/71, art. 3: the day of the event is not
 * counted (1), months and years end on the day of the same date or else the last of the month (2)(c), days that are not
 * working days count unless the unit is working days (3), running on is not for periods counted backwards (4).
 * Art. 3(5), two working days in any period of two days or more, is not applied: no rule here asks for it.
 * Problems: `deadline_amount_invalid`, `calendar_missing` (needed and not given, or not the one that the rule names),
 * `calendar_year_unknown`, `date_out_of_range`.
 */
export function due(
  rule: DeadlineRule,
  start: PartialDate,
  calendar: WorkingDayCalendar | null,
): Result<{ readonly earliest: PlainDate; readonly latest: PlainDate }> {
  const { amount, unit, runsOn } = rule;
  if (!Number.isSafeInteger(amount) || amount < 0)
    return fail(kernelProblem('deadline_amount_invalid', '', { amount: String(amount) }));
  const needed = unit === 'working_days' || runsOn;
  if (needed && (calendar === null || (rule.calendar ?? calendar.id) !== calendar.id))
    return fail(kernelProblem('calendar_missing', '', { calendar: rule.calendar ?? '' }));
  // Counting keeps the order of days, so the two ends bound all between.
  const earliest = dueFrom(rule, firstDay(start), calendar);
  if (isPlainDate(start))
    return earliest.ok ? ok({ earliest: earliest.value, latest: earliest.value }) : earliest;
  const ends = combine<[PlainDate, PlainDate]>([earliest, dueFrom(rule, lastDay(start), calendar)]);
  return ends.ok ? ok({ earliest: ends.value[0], latest: ends.value[1] }) : ends;
}

function dueFrom(
  rule: DeadlineRule,
  start: PlainDate,
  calendar: WorkingDayCalendar | null,
): Result<PlainDate> {
  const sign = rule.direction === 'after' ? 1 : -1;
  if (rule.unit === 'working_days' && calendar !== null)
    return countWorkingDays(start, rule.amount, sign, calendar);
  const end = addCalendarTime(start, rule, sign);
  if (!end.ok || !rule.runsOn || sign < 0 || calendar === null) return end;
  return nextWorkingDay(end.value, 1, calendar);
}

function addCalendarTime(start: PlainDate, { amount, unit }: DeadlineRule, sign: 1 | -1): Result<PlainDate> {
  const counted = sign * amount;
  try {
    if (unit === 'months') return ok(addMonths(start, counted));
    if (unit === 'years') return ok(addMonths(start, 12 * counted));
    return ok(addDays(start, unit === 'weeks' ? 7 * counted : counted));
  } catch (error) {
    if (error instanceof RangeError) return fail(kernelProblem('date_out_of_range', '', {}));
    throw error;
  }
}

/** Ends, however large the amount: a calendar holds only so many years. */
function countWorkingDays(
  start: PlainDate,
  amount: number,
  sign: 1 | -1,
  calendar: WorkingDayCalendar,
): Result<PlainDate> {
  let day = ok(start);
  for (let counted = 0; counted < amount && day.ok; counted += 1)
    day = nextWorkingDay(addDays(day.value, sign), sign, calendar);
  return day;
}

/** `day` itself when it is a working day, else the next in the direction of `sign`. */
function nextWorkingDay(day: PlainDate, sign: 1 | -1, calendar: WorkingDayCalendar): Result<PlainDate> {
  for (let candidate = day; ; candidate = addDays(candidate, sign)) {
    const works = isWorkingDay(calendar, candidate);
    if (works === 'yes') return ok(candidate);
    if (works === 'unknown')
      return fail(
        kernelProblem('calendar_year_unknown', '', {
          calendar: calendar.id,
          year: Number(candidate.slice(0, 4)),
        }),
      );
  }
}
