import { expect, test } from 'vitest';
import type { PartialDate } from '#kernel/dates.ts';
import { dormancyReview } from './review.ts';

test('a group put to sleep for a year is due for review a year later, at the end of the month where there is no such day', () => {
  expect(dormancyReview('2020-11-16' as PartialDate, 12)).toBe('2021-11-16');
  expect(dormancyReview('2020-08-31' as PartialDate, 6)).toBe('2021-02-28');
  expect(dormancyReview('2020-08' as PartialDate, 1)).toBe('2020-09-30');
});

test('without a limit or a date nobody can say when', () => {
  expect(dormancyReview('2020-11-16' as PartialDate, undefined)).toBeNull();
  expect(dormancyReview(null, 12)).toBeNull();
});
