import { expect, test } from 'vitest';
import type { PartialDate } from '#kernel/dates.ts';
import { dormancyReview, sleepLimit } from './review.ts';

test('a group put to sleep for a year is due for review a year later, at the end of the month where there is no such day', () => {
  expect(dormancyReview('2020-11-16' as PartialDate, 12)).toBe('2021-11-16');
  expect(dormancyReview('2020-08-31' as PartialDate, 6)).toBe('2021-02-28');
  expect(dormancyReview('2020-08' as PartialDate, 1)).toBe('2020-09-30');
});

test('without a limit or a date nobody can say when', () => {
  expect(dormancyReview('2020-11-16' as PartialDate, undefined)).toBeNull();
  expect(dormancyReview(null, 12)).toBeNull();
});

test('the limit of a sleep is the one with which it began, whatever a later one set', () => {
  expect(sleepLimit({ reason: 'x', months: 6 }, { dormant_months: 24 })).toBe(6);
  expect(sleepLimit({ reason: 'x' }, { dormant_months: 24 })).toBe(24);
  expect(sleepLimit({}, {})).toBeUndefined();
});
