import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastDay } from '#kernel/dates.ts';
import { date, partialDates } from '#kernel/fixtures/dates.ts';
import { formatYears, isWithin, periodOf, yearOf } from './years.ts';

fc.configureGlobal({ seed: 20200531 });

test('The year of what a record gives: a number, a date, a span; nothing of what is none', () => {
  const given = [
    2019,
    '2019',
    '2019-08-01',
    { start: '2019-11-20', end: '2020' },
    20190801,
    null,
    'later',
    {},
  ];
  expect(given.map(yearOf)).toEqual(['2019', '2019', '2019', '2019', null, null, null, null]);
});

test('Years are said in runs', () => {
  expect(formatYears(['2018', '2013', '2014', '2015', '2015'])).toBe('2013–2015, 2018');
  expect(formatYears(['2008', '2013', '2014', '2016'])).toBe('2008, 2013–2014, 2016');
  expect(formatYears([])).toBe('');
});

test('Every year said stands in a run, and no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1950, max: 2040 })), (years) => {
      const said = formatYears(years.map(String))
        .split(', ')
        .filter((run) => run !== '')
        .flatMap((run) => {
          const [first = 0, last = first] = run.split('–').map(Number);
          return Array.from({ length: last - first + 1 }, (_, index) => first + index);
        });
      expect(said).toEqual(years.toSorted((a, b) => a - b));
    }),
  );
});

test('A year that is over closes on its last day, one that still runs on the day asked about', () => {
  expect(periodOf('2019', date('2020-05'))).toEqual({ opening: '2018', closing: '2019', later: '2020-05' });
  expect(periodOf('2020', date('2020-05'))).toEqual({ opening: '2019', closing: '2020-05', later: null });
  expect(periodOf('2019', date('2019'))).toEqual({ opening: '2018', closing: '2019', later: null });
});

test('Nothing of after the closing lies within the year, and the opening is the day before it', () => {
  fc.assert(
    fc.property(partialDates('2015-01-01', 3_000), partialDates('2015-01-01', 3_000), (asOf, on) => {
      const year = asOf.slice(0, 4);
      const { opening, closing, later } = periodOf(year, asOf);
      expect(lastDay(opening)).toBe(`${Number(year) - 1}-12-31`);
      expect(later).toBeNull();
      if (isWithin(on, year, closing)) {
        expect(on.slice(0, 4)).toBe(year);
        expect(lastDay(on) <= lastDay(asOf)).toBe(true);
      }
    }),
  );
});
