import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay, parseCalendars, type WorkingDayCalendar } from './calendars.ts';
import { addDays, firstDay, lastDay, type PlainDate } from './dates.ts';
import { type DeadlineRule, due } from './deadlines.ts';
import { date, day, partialDates, plainDates } from './fixtures/dates.ts';
import { getValue, listCodes } from './fixtures/results.ts';

fc.configureGlobal({ seed: 20200531 });

const calendarFile = new URL('../../data/calendars/public-holidays-2012-2032.json', import.meta.url);
const calendars = getValue(parseCalendars(JSON.parse(readFileSync(calendarFile, 'utf8'))));
const [NL, BE] = [calendarOf('NL'), calendarOf('BE')];

function calendarOf(id: string): WorkingDayCalendar {
  const calendar = calendars.get(id);
  if (calendar === undefined) throw new Error(`No calendar ${id}`);
  return calendar;
}

function rule(amount: number, unit: DeadlineRule['unit'], change: Partial<DeadlineRule> = {}): DeadlineRule {
  return { amount, unit, direction: 'after', runsOn: false, ...change };
}

/** The one day on which a period from a day ends. */
function dueOn(asked: DeadlineRule, start: PlainDate, calendar: WorkingDayCalendar | null): PlainDate {
  const { earliest, latest } = getValue(due(asked, start, calendar));
  expect(latest).toBe(earliest);
  return earliest;
}

test('the day of the event is not counted', () => {
  expect(dueOn(rule(30, 'days'), day('2026-05-22'), null)).toBe('2026-06-21');
  expect(dueOn(rule(2, 'weeks'), day('2026-05-22'), null)).toBe('2026-06-05');
  expect(dueOn(rule(0, 'days'), day('2026-05-22'), null)).toBe('2026-05-22');
});

test('a period that ends on a day off runs on, where the rule says so', () => {
  expect(dueOn(rule(30, 'days', { runsOn: true }), day('2026-05-22'), NL)).toBe('2026-06-22');
  // Christmas, Boxing Day, Saturday is Boxing Day in 2026, then Sunday.
  expect(dueOn(rule(1, 'days', { runsOn: true }), day('2026-12-24'), NL)).toBe('2026-12-28');
});

test('a period counted backwards does not run on, even where the rule says so for others', () => {
  expect(dueOn(rule(5, 'days', { direction: 'before', runsOn: true }), day('2026-05-22'), NL)).toBe(
    '2026-05-17',
  );
  expect(dueOn(rule(1, 'months', { direction: 'before', runsOn: true }), day('2026-03-31'), NL)).toBe(
    '2026-02-28',
  );
});

test('months and years end on the same date or the last of the month', () => {
  expect(dueOn(rule(1, 'months'), day('2019-01-31'), null)).toBe('2019-02-28');
  expect(dueOn(rule(12, 'months'), day('2018-06-11'), null)).toBe('2019-06-11');
  expect(dueOn(rule(1, 'years'), day('2020-02-29'), null)).toBe('2021-02-28');
});

test('an event dated to the year gives the earliest and the latest day, never one of them', () => {
  expect(getValue(due(rule(12, 'months'), date('2018'), null))).toEqual({
    earliest: '2019-01-01',
    latest: '2019-12-31',
  });
  expect(getValue(due(rule(5, 'months'), date('2018'), null))).toEqual({
    earliest: '2018-06-01',
    latest: '2019-05-31',
  });
  expect(getValue(due(rule(1, 'months'), date('2019-01'), null))).toEqual({
    earliest: '2019-02-01',
    latest: '2019-02-28',
  });
});

test('what cannot be counted is refused with the reason', () => {
  expect(listCodes(due(rule(3, 'working_days'), day('2032-12-30'), NL))).toEqual(['calendar_year_unknown']);
  expect(due(rule(10, 'days', { runsOn: true }), day('2032-12-30'), NL)).toMatchObject({
    ok: false,
    problems: [{ code: 'calendar_year_unknown', params: { calendar: 'NL', year: 2033 } }],
  });
  expect(listCodes(due(rule(3, 'working_days', { direction: 'before' }), day('2012-01-02'), NL))).toEqual([
    'calendar_year_unknown',
  ]);
  expect(listCodes(due(rule(1e9, 'working_days'), day('2026-01-02'), NL))).toEqual(['calendar_year_unknown']);
  expect(listCodes(due(rule(3, 'working_days'), day('2026-01-02'), null))).toEqual(['calendar_missing']);
  expect(listCodes(due(rule(3, 'days', { runsOn: true, calendar: 'BE' }), day('2026-01-02'), NL))).toEqual([
    'calendar_missing',
  ]);
  for (const amount of [-1, 0.5, Number.NaN])
    expect(listCodes(due(rule(amount, 'days'), day('2026-01-02'), null))).toEqual([
      'deadline_amount_invalid',
    ]);
  for (const unit of ['days', 'weeks', 'months', 'years'] as const)
    expect(listCodes(due(rule(1e12, unit), day('2026-01-02'), null)), unit).toEqual(['date_out_of_range']);
});

test('a period in days that does not run on needs no calendar', () => {
  expect(dueOn(rule(10, 'days'), day('2032-12-30'), null)).toBe('2033-01-09');
});

const units = fc.constantFrom('days', 'working_days', 'weeks', 'months', 'years');
const rules = fc.record({
  amount: fc.integer({ min: 0, max: 40 }),
  unit: units,
  direction: fc.constantFrom('after', 'before'),
  runsOn: fc.boolean(),
}) satisfies fc.Arbitrary<DeadlineRule>;
/** Far enough inside the calendars that 40 months fit on both sides. */
const short = rules.map(
  (asked): DeadlineRule => (asked.unit === 'years' ? { ...asked, amount: asked.amount % 4 } : asked),
);
const starts = plainDates('2016-01-01', 4500);

test('a later event is never due earlier, and more time never ends sooner', () => {
  fc.assert(
    fc.property(short, starts, fc.integer({ min: 0, max: 60 }), (asked, start, days) => {
      const end = dueOn(asked, start, BE);
      expect(dueOn(asked, addDays(start, days), BE) >= end).toBe(true);
      const more = dueOn({ ...asked, amount: asked.amount + 1 }, start, BE);
      expect(asked.direction === 'after' ? more >= end : more <= end).toBe(true);
    }),
  );
});

test('between event and end lie as many working days as were asked, and the end is one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('after', 'before'),
      starts,
      (amount, direction, start) => {
        const end = dueOn(rule(amount, 'working_days', { direction }), start, BE);
        const step = direction === 'after' ? 1 : -1;
        let counted = 0;
        for (let on = addDays(start, step); on !== addDays(end, step); on = addDays(on, step))
          if (isWorkingDay(BE, on) === 'yes') counted += 1;
        expect(counted).toBe(amount);
        expect(isWorkingDay(BE, end)).toBe('yes');
      },
    ),
  );
});

test('running on ends on the first working day from where the period would have ended', () => {
  fc.assert(
    fc.property(short, starts, (asked, start) => {
      fc.pre(asked.unit !== 'working_days' && asked.direction === 'after');
      const plain = dueOn({ ...asked, runsOn: false }, start, BE);
      const ranOn = dueOn({ ...asked, runsOn: true }, start, BE);
      expect(isWorkingDay(BE, ranOn)).toBe('yes');
      for (let on = plain; on < ranOn; on = addDays(on, 1)) expect(isWorkingDay(BE, on)).toBe('no');
    }),
  );
});

test('the range of a partial start is that of its days', () => {
  fc.assert(
    fc.property(short, partialDates('2017-01-01', 3000), fc.nat(), (asked, start, pick) => {
      const range = getValue(due(asked, start, BE));
      expect(range.earliest).toBe(dueOn(asked, firstDay(start), BE));
      expect(range.latest).toBe(dueOn(asked, lastDay(start), BE));
      const between = addDays(firstDay(start), pick % 366);
      fc.pre(between <= lastDay(start));
      const end = dueOn(asked, between, BE);
      expect(range.earliest <= end && end <= range.latest).toBe(true);
    }),
  );
});

const vectorFile = new URL('../../../shared/data/waste/deadline-vectors.json', import.meta.url);

describe.skipIf(!existsSync(vectorFile))('the deadline vectors for waste shipments', () => {
  type Vector = { readonly event: string; readonly calendar: string } & Readonly<Record<string, string>>;
  const vectors: readonly Vector[] = existsSync(vectorFile)
    ? JSON.parse(readFileSync(vectorFile, 'utf8')).vectors
    : [];
  // Implementing Regulation (EU) 2025/1290, art. 2(16): days off that are the same for all of the Union.
  const offEveryYear = ['01-01', '05-01', '08-15', '11-01', '12-25', '12-26'];
  const DIWASS: WorkingDayCalendar = {
    id: 'DIWASS',
    years: new Map(
      [2026, 2027, 2028].map((year) => [year, new Set(offEveryYear.map((rest) => day(`${year}-${rest}`)))]),
    ),
  };

  test('there are vectors for five calendars', () => {
    expect(new Set(vectors.map(({ calendar }) => calendar)).size).toBe(5);
    expect(vectors.length).toBeGreaterThanOrEqual(30);
  });

  test.each(vectors)('$event, $calendar', ({ event, calendar: id, ...expected }) => {
    const calendar = id === 'DIWASS' ? DIWASS : calendarOf(id);
    const start = day(event);
    for (const [name, end] of Object.entries(expected)) {
      const [, amount, unit] = /^plus(\d+)(wd|d)$/.exec(name) ?? [];
      const asked =
        unit === 'wd' ? rule(Number(amount), 'working_days') : rule(Number(amount), 'days', { runsOn: true });
      const found =
        name === 'latestSubmissionFor2ClearWorkingDaysBefore'
          ? addDays(dueOn(rule(2, 'working_days', { direction: 'before' }), start, calendar), -1)
          : dueOn(asked, start, calendar);
      expect([name, found]).toEqual([name, end]);
    }
  });
});
