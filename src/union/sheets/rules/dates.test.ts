import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { localeOf } from '#kernel/languages.ts';
import { dateOfNumber, dateOfText } from './dates.ts';

test.each([
  ['2014-03-12', '2014-03-12', null],
  ['2014', '2014', null],
  ['2014-03', '2014-03', null],
  ['12/03/2014', '2014-03-12', 'text'],
  ['12.3.2014', '2014-03-12', 'text'],
  ['12-03-2014', '2014-03-12', 'text'],
  ['2014/3/12', '2014-03-12', 'text'],
  ['03/2014', '2014-03', 'text'],
  ['12 maart 2014', '2014-03-12', 'text'],
  ['1er mars 2014', '2014-03-01', 'text'],
  ['le 12 févr. 2014', '2014-02-12', 'text'],
  ['12. März 2014', '2014-03-12', 'text'],
  ['March 12, 2014', '2014-03-12', 'text'],
  ['augustus 2014', '2014-08', 'text'],
  ['2014-03-12T00:00:00', '2014-03-12', 'text'],
  ['41710', '2014-03-12', 'serial'],
] as const)('%s is %s', (text, date, how) => {
  expect(dateOfText(text, false)).toEqual({ date, how });
});

test.each([
  '12/03/14',
  '31/02/2014',
  '13 Foo 2014',
  'maart',
  '2014-13',
  '1 of 2 maart 2014',
  '12 maart 2014 of 2015',
  '',
  '999',
])('%s is not certainly a date', (text) => {
  expect(dateOfText(text, false)).toBeNull();
});

test('serial numbers count from 1900 or from 1904; a number of a year is a year', () => {
  expect(dateOfNumber(41710.75, false)).toEqual({ date: '2014-03-12', how: 'serial' });
  expect(dateOfNumber(40248, true)).toEqual({ date: '2014-03-12', how: 'serial' });
  expect(dateOfNumber(2014, false)).toEqual({ date: '2014', how: null });
  expect(dateOfNumber(17, false)).toBeNull();
  expect(dateOfNumber(9e9, false)).toBeNull();
});

test('Every day is read back from what any of our languages calls it', () => {
  const days = fc.nat(80_000).map((days) => addDays('1900-01-01' as PlainDate, days));
  fc.assert(
    fc.property(days, fc.constantFrom('nl', 'fr', 'de', 'en'), (day, language) => {
      const said = new Intl.DateTimeFormat(localeOf(language as 'nl'), {
        dateStyle: 'long',
        timeZone: 'UTC',
      });
      const text = said.format(Date.parse(day));
      expect(dateOfText(text, false)?.date).toBe(day);
    }),
  );
});
