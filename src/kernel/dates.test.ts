import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  beforeEndOf,
  type Certainty,
  compareForOrder,
  contains,
  dayOfWeek,
  daysBetween,
  firstDay,
  formatDate,
  instantsOf,
  isBefore,
  isOnOrBefore,
  lastDay,
  overlaps,
  type PartialDate,
  type Period,
  type PlainDate,
  parsePartialDate,
  parsePlainDate,
  precisionOf,
  today,
} from './dates.ts';
import { date, day, partialDates, plainDates } from './fixtures/dates.ts';
import { listCodes } from './fixtures/results.ts';

fc.configureGlobal({ seed: 20200531 });

/** One of the days that a date can be. */
const within = (partial: PartialDate): fc.Arbitrary<PlainDate> =>
  plainDates(firstDay(partial), daysBetween(firstDay(partial), lastDay(partial)));

test('dates keep the precision in which they were written', () => {
  expect(['2017', '2017-09', '2018-06-11', '2020-02-29'].map((text) => precisionOf(date(text)))).toEqual([
    'year',
    'month',
    'day',
    'day',
  ]);
});

test('days that do not exist and other notations are refused', () => {
  const wrong = [
    '2017-13', '2017-00', '2018-06-31', '2019-02-29', '1900-02-29', '2018-06-00', '0000', '17', '2017-9', '20170901',
    '2017-09-01T00:00', ' 2017', '2017\n', '2017-Q1', '٢٠١٧', '',
  ]; // biome-ignore format: one row
  for (const text of wrong) expect(listCodes(parsePartialDate(text, 'x')), text).toEqual(['date_invalid']);
  expect(listCodes(parsePlainDate('2017-09'))).toEqual(['date_not_a_day']);
  expect(listCodes(parsePlainDate('2017-13'))).toEqual(['date_invalid']);
});

test('a year is all its days, never the first of January', () => {
  expect([firstDay(date('2017')), lastDay(date('2017'))]).toEqual(['2017-01-01', '2017-12-31']);
  expect([firstDay(date('2020-02')), lastDay(date('2020-02'))]).toEqual(['2020-02-01', '2020-02-29']);
  expect(isBefore(date('2017'), date('2017-06-01'))).toBe('unknown');
  expect(isBefore(date('2016'), date('2017-01-01'))).toBe('yes');
  expect(isOnOrBefore(date('2018-06-11'), date('2018-06-11'))).toBe('yes');
});

test('before the end of 2020 is before 31 December 2020', () => {
  expect(beforeEndOf(date('2020'))).toBe('2020-12-31');
  expect(isBefore(date('2020-12-30'), beforeEndOf(date('2020')))).toBe('yes');
  expect(isBefore(date('2020-12-31'), beforeEndOf(date('2020')))).toBe('no');
});

test('before: certain exactly when all days that the dates can be agree', () => {
  fc.assert(
    fc.property(partialDates('2018-01-01', 1200), partialDates('2018-01-01', 1200), (a, b) => {
      const outcomes = new Set([firstDay(a) < lastDay(b), lastDay(a) < firstDay(b)]);
      const expected: Certainty = outcomes.size === 2 ? 'unknown' : outcomes.has(true) ? 'yes' : 'no';
      expect(isBefore(a, b)).toBe(expected);
    }),
  );
  fc.assert(
    fc.property(
      fc
        .tuple(partialDates('2018-01-01', 1200), partialDates('2018-01-01', 1200))
        .chain(([a, b]) => fc.tuple(fc.constant(a), fc.constant(b), within(a), within(b))),
      ([a, b, dayA, dayB]) => {
        expect(isBefore(a, b)).not.toBe(dayA < dayB ? 'no' : 'yes');
        expect(isOnOrBefore(a, b)).not.toBe(dayA <= dayB ? 'no' : 'yes');
      },
    ),
  );
});

test('the order for lists is total and never against what is certain', () => {
  fc.assert(
    fc.property(partialDates(), partialDates(), partialDates(), (a, b, c) => {
      expect(compareForOrder(a, b) + compareForOrder(b, a)).toBe(0);
      expect(compareForOrder(a, b) === 0).toBe(a === b);
      if (compareForOrder(a, b) <= 0 && compareForOrder(b, c) <= 0)
        expect(compareForOrder(a, c)).toBeLessThanOrEqual(0);
      if (isBefore(a, b) === 'yes') expect(compareForOrder(a, b)).toBe(-1);
    }),
  );
  expect(['2017-06-01', '2018', '2017', '2017-01', '2017-01-01'].map(date).sort(compareForOrder)).toEqual([
    '2017',
    '2017-01',
    '2017-01-01',
    '2017-06-01',
    '2018',
  ]);
});

const period = (from: string | null, to: string | null): Period => ({
  from: from === null ? null : date(from),
  to: to === null ? null : date(to),
});

test('periods include their last day; null is open', () => {
  expect(contains(period('2014', '2016'), date('2015-03'))).toBe('yes');
  expect(contains(period('2014', '2016'), date('2016-03-01'))).toBe('unknown');
  expect(contains(period('2014', '2016-03-01'), date('2016-03-01'))).toBe('yes');
  expect(contains(period('2014', null), date('2013'))).toBe('no');
  expect(contains(period(null, null), date('2013'))).toBe('yes');
  expect(overlaps(period('2014', '2016'), period('2016', null))).toBe('unknown');
  expect(overlaps(period('2014', '2016-05'), period('2016-06', null))).toBe('no');
  expect(overlaps(period(null, '2016-06-01'), period('2016-06-01', '2018'))).toBe('yes');
  expect(overlaps(period(null, null), period(null, null))).toBe('yes');
});

/** A period of reduced precision, and one of the exact periods that it can be. */
const periods = fc
  .tuple(
    plainDates('2015-01-01', 2000),
    fc.integer({ min: 0, max: 900 }),
    fc.constantFrom(4, 7, 10),
    fc.constantFrom(4, 7, 10),
  )
  .chain(([from, days, fromLength, toLength]) => {
    const to = addDays(from, days);
    return fc.record({
      exact: fc.constant({ from, to }),
      said: fc.constant(period(from.slice(0, fromLength), to.slice(0, toLength))),
      open: fc.constantFrom('none', 'from', 'to'),
    });
  })
  .map(({ exact, said, open }) => ({
    exact: {
      from: open === 'from' ? day('0001-01-01') : exact.from,
      to: open === 'to' ? day('9999-12-31') : exact.to,
    },
    said: { from: open === 'from' ? null : said.from, to: open === 'to' ? null : said.to },
  }));

test('contains and overlaps never contradict the exact periods; overlap is symmetric', () => {
  fc.assert(
    fc.property(periods, periods, plainDates('2015-01-01', 3000), (a, b, on) => {
      const inside = a.exact.from <= on && on <= a.exact.to;
      expect(contains(a.said, on)).not.toBe(inside ? 'no' : 'yes');
      expect(contains(a.exact, on)).toBe(inside ? 'yes' : 'no');
      const shared = a.exact.from <= b.exact.to && b.exact.from <= a.exact.to;
      expect(overlaps(a.said, b.said)).not.toBe(shared ? 'no' : 'yes');
      expect(overlaps(a.exact, b.exact)).toBe(shared ? 'yes' : 'no');
      expect(overlaps(b.said, a.said)).toBe(overlaps(a.said, b.said));
    }),
  );
});

test('months end where the calendar does', () => {
  expect(addMonths(day('2019-01-31'), 1)).toBe('2019-02-28');
  expect(addMonths(day('2020-01-31'), 1)).toBe('2020-02-29');
  expect(addMonths(day('2020-02-29'), -12)).toBe('2019-02-28');
  expect(addMonths(day('2019-10-31'), 13)).toBe('2020-11-30');
  expect(addMonths(date('2017-09'), 5)).toBe('2018-02');
  expect(addMonths(date('2018'), 12)).toBe('2019');
  expect(addMonths(date('2018'), -24)).toBe('2016');
  expect(addMonths(date('2018'), 5)).toBeNull();
});

test('adding months keeps the day or takes the last, at any precision', () => {
  fc.assert(
    fc.property(plainDates(), fc.integer({ min: -600, max: 600 }), (start, months) => {
      const result = addMonths(start, months);
      const index = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + months;
      const month = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
      expect(result.slice(0, 7)).toBe(month);
      expect(Number(result.slice(8))).toBe(
        Math.min(Number(start.slice(8)), Number(lastDay(date(month)).slice(8))),
      );
      expect(addMonths(date(start.slice(0, 7)), months)).toBe(month);
    }),
  );
});

test('days add up', () => {
  expect(addDays(day('2020-02-28'), 2)).toBe('2020-03-01');
  expect(addDays(day('1900-02-28'), 1)).toBe('1900-03-01');
  expect(dayOfWeek(day('2020-05-31'))).toBe(7);
  fc.assert(
    fc.property(plainDates(), fc.integer({ min: -9000, max: 9000 }), (start, days) => {
      const end = addDays(start, days);
      expect(daysBetween(start, end)).toBe(days);
      expect(addDays(end, -days)).toBe(start);
      expect(Math.sign(days)).toBe(compareForOrder(end, start));
      expect((((dayOfWeek(end) - dayOfWeek(start) - days) % 7) + 7) % 7).toBe(0);
    }),
  );
});

test('outside the years 1 to 9999 there is no date', () => {
  expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
  expect(() => addMonths(date('0001'), -12)).toThrow(RangeError);
  expect(() => addMonths(date('9999-12'), 1)).toThrow(RangeError);
});

test('today depends on the place', () => {
  const instant = Temporal.Instant.from('2020-05-31T22:30:00Z');
  expect(today(instant, 'UTC')).toBe('2020-05-31');
  expect(today(instant, 'Europe/Brussels')).toBe('2020-06-01');
});

test('dates in words, as precise as they are', () => {
  const told = (language: 'nl' | 'fr' | 'de' | 'en') =>
    ['2018-06-11', '2018-06', '2018'].map((text) => formatDate(date(text), language));
  expect(told('en')).toEqual(['11 June 2018', 'June 2018', '2018']);
  expect(told('nl')).toEqual(['11 juni 2018', 'juni 2018', '2018']);
  expect(told('fr')).toEqual(['11 juin 2018', 'juin 2018', '2018']);
  expect(told('de')).toEqual(['11. Juni 2018', 'Juni 2018', '2018']);
});

test('the words name the day itself', () => {
  fc.assert(
    fc.property(partialDates('1957-01-01', 30_000), (value) => {
      const words = formatDate(value, 'en');
      expect(words).toContain(value.slice(0, 4));
      if (precisionOf(value) === 'day') expect(Number.parseInt(words, 10)).toBe(Number(value.slice(8)));
    }),
  );
});

test('a time of day is another instant in summer than in winter', () => {
  const zone = 'Europe/Brussels';
  expect(instantsOf(day('2020-01-15'), '09:30', 90, zone)).toEqual([
    '2020-01-15T08:30:00Z',
    '2020-01-15T10:00:00Z',
  ]);
  expect(instantsOf(day('2020-07-15'), '09:30', 90, zone)[0]).toBe('2020-07-15T07:30:00Z');
  // Through the night in which the clock goes forward an hour is an hour.
  expect(instantsOf(day('2020-03-29'), '01:30', 60, zone)).toEqual([
    '2020-03-29T00:30:00Z',
    '2020-03-29T01:30:00Z',
  ]);
});
