import { z } from 'zod';
import { type Certainty, dayOfWeek, type PlainDate, parsePlainDate } from './dates.ts';
import { kernelProblem } from './problems.ts';
import { combine, fail, ok, type Result } from './result.ts';

/** The public holidays of a place by year. Saturdays and Sundays are not working days anywhere (Regulation 1182/71, art. 2). */
export type WorkingDayCalendar = {
  readonly id: string;
  /** A year that is not a key is unknown, not free of holidays. */
  readonly years: ReadonlyMap<number, ReadonlySet<PlainDate>>;
};

const CalendarFile = z.object({
  calendars: z.record(z.string(), z.record(z.string().regex(/^\d{4}$/), z.array(z.string()))),
});

/**
 * Calendars by id from the layout of `data/calendars/`: `{ calendars: { NL: { "2019": ["2019-01-01", …] } } }`.
 * Problems: `calendars_invalid`, `date_invalid`, `date_not_a_day`, `calendar_day_outside_year`.
 */
export function parseCalendars(json: unknown): Result<ReadonlyMap<string, WorkingDayCalendar>> {
  const file = CalendarFile.safeParse(json);
  if (!file.success)
    return fail(
      ...file.error.issues.map(({ path, message }) =>
        kernelProblem('calendars_invalid', path.join('.'), { message }),
      ),
    );
  const calendars = Object.entries(file.data.calendars).map(([id, years]) => parseCalendar(id, years));
  const parsed = combine<WorkingDayCalendar[]>(calendars);
  return parsed.ok ? ok(new Map(parsed.value.map((calendar) => [calendar.id, calendar]))) : parsed;
}

function parseCalendar(
  id: string,
  years: Readonly<Record<string, readonly string[]>>,
): Result<WorkingDayCalendar> {
  const parsed = combine<[number, Set<PlainDate>][]>(
    Object.entries(years).map(([year, texts]) => {
      const days = combine<PlainDate[]>(
        texts.map((text, index) => parseHoliday(text, year, `calendars.${id}.${year}[${index}]`)),
      );
      return days.ok ? ok([Number(year), new Set(days.value)]) : days;
    }),
  );
  return parsed.ok ? ok({ id, years: new Map(parsed.value) }) : parsed;
}

function parseHoliday(text: string, year: string, path: string): Result<PlainDate> {
  const day = parsePlainDate(text, path);
  if (!day.ok || day.value.startsWith(year)) return day;
  return fail(kernelProblem('calendar_day_outside_year', path, { day: text, year }));
}

/** Unknown on a weekday of a year that the calendar does not hold. */
export function isWorkingDay(calendar: WorkingDayCalendar, day: PlainDate): Certainty {
  if (dayOfWeek(day) > 5) return 'no';
  const holidays = calendar.years.get(Number(day.slice(0, 4)));
  if (holidays === undefined) return 'unknown';
  return holidays.has(day) ? 'no' : 'yes';
}
