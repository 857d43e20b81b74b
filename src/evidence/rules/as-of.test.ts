import { expect, test } from 'vitest';
import type { PartialDate } from '#kernel/dates.ts';
import { isLater, laterIn, seriesAsOf } from './as-of.ts';
import type { Point, Series } from './series.ts';

test.each([
  ['2018', '2017', true],
  ['2018', '2017-12-31', true],
  ['2018', '2018-02', false],
  ['2018-07', '2018-06', true],
  ['2018-07', '2018', false],
  ['2017', '2018', false],
  ['2013–2019', '2012', false],
  [null, '2012', false],
  ['2018', null, false],
])('%s is later than %s: %s', (period, asOf, later) => {
  expect(isLater(period, asOf as PartialDate | null)).toBe(later);
});

test('a series as of a date counts what it leaves out, and keeps what has no period', () => {
  const points = ['2013', '2018', null].map((year) => ({ year }) as Point);
  const series = { id: 'groups', points } as unknown as Series;
  const then = seriesAsOf(series, '2014' as PartialDate);
  expect(then.points.map(({ year }) => year)).toEqual(['2013', null]);
  expect(laterIn([then, series, seriesAsOf(series, null)])).toBe(1);
});
