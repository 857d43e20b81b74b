import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isWorkingDay, parseCalendars } from './calendars.ts';
import { day } from './fixtures/dates.ts';
import { getValue } from './fixtures/results.ts';

const file = new URL('../../data/calendars/public-holidays-2012-2032.json', import.meta.url);
const calendars = getValue(parseCalendars(JSON.parse(readFileSync(file, 'utf8'))));

function calendarOf(id: string) {
  const calendar = calendars.get(id);
  if (calendar === undefined) throw new Error(`No calendar ${id}`);
  return calendar;
}

test('the shipped calendars hold every year from 2012 to 2032', () => {
  expect([...calendars.keys()]).toEqual(['NL', 'BE', 'LU', 'DE-NW', 'DE-RP', 'DE-SL', 'FR', 'NL-TERMS']);
  for (const { years } of calendars.values())
    expect([...years.keys()]).toEqual(Array.from({ length: 21 }, (_, index) => 2012 + index));
});

test('holidays are of a place', () => {
  expect(isWorkingDay(calendarOf('BE'), day('2026-07-21'))).toBe('no');
  expect(isWorkingDay(calendarOf('NL'), day('2026-07-21'))).toBe('yes');
  expect(isWorkingDay(calendarOf('LU'), day('2026-06-23'))).toBe('no');
});

test('on Good Friday the Dutch work, yet no statutory term ends (Algemene termijnenwet, art. 3)', () => {
  expect(isWorkingDay(calendarOf('NL'), day('2026-04-03'))).toBe('yes');
  expect(isWorkingDay(calendarOf('NL-TERMS'), day('2026-04-03'))).toBe('no');
});

test('a year outside the calendar is unknown, its weekends are not', () => {
  expect(isWorkingDay(calendarOf('NL'), day('2033-01-03'))).toBe('unknown');
  expect(isWorkingDay(calendarOf('NL'), day('2011-12-30'))).toBe('unknown');
  expect(isWorkingDay(calendarOf('NL'), day('2033-01-01'))).toBe('no');
  expect(isWorkingDay(calendarOf('NL'), day('2033-01-02'))).toBe('no');
});

test('every fault of a calendar file is told with its place', () => {
  const result = parseCalendars({
    calendars: { NL: { 2019: ['2019-01-01', '2019-02-30', '2020-01-01'] }, BE: { 2019: ['2019-05'] } },
  });
  expect(result.ok ? [] : result.problems.map(({ code, path }) => [code, path])).toEqual([
    ['date_invalid', 'calendars.NL.2019[1]'],
    ['calendar_day_outside_year', 'calendars.NL.2019[2]'],
    ['date_not_a_day', 'calendars.BE.2019[0]'],
  ]);
});

test('another layout is refused, with the places', () => {
  for (const wrong of [
    null,
    {},
    { calendars: { NL: { twenty: [] } } },
    { calendars: { NL: { 2019: [5] } } },
  ]) {
    const result = parseCalendars(wrong);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['calendars_invalid']);
  }
});
