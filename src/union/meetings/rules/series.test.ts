import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, plainDates } from '#kernel/fixtures/dates.ts';
import { daysOf, rhythms } from './series.ts';

test('a monthly series from the last of January is on the last of each month, in a leap year too', () => {
  expect(daysOf(day('2020-01-31'), 'month', 4)).toEqual([
    '2020-01-31',
    '2020-02-29',
    '2020-03-31',
    '2020-04-30',
  ]);
  expect(daysOf(day('2020-02-29'), 'year', 3)).toEqual(['2020-02-29', '2021-02-28', '2022-02-28']);
  expect(daysOf(day('2020-12-28'), 'two_weeks', 3)).toEqual(['2020-12-28', '2021-01-11', '2021-01-25']);
});

test('whatever the rhythm, a series begins on its first day, has as many days as asked for, and never goes back', () => {
  fc.assert(
    fc.property(
      plainDates(),
      fc.constantFrom(...rhythms),
      fc.integer({ min: 2, max: 24 }),
      (first, rhythm, count) => {
        const found = daysOf(first, rhythm, count);
        expect([found[0], found.length]).toEqual([first, count]);
        for (const [index, one] of found.entries())
          if (index > 0) expect(one > (found[index - 1] ?? '')).toBe(true);
      },
    ),
  );
});
