import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { instantOfPeriod, marketDay, periodBeginningAt, type StepMinutes } from './market-day.ts';

const dayOf = (text: string) => text as PlainDate;
const sizes = (day: string) => [marketDay(dayOf(day), 60).steps, marketDay(dayOf(day), 15).steps];

describe('A business day in Brussels', () => {
  test('has 24 hours, 23 on the last Sunday of March and 25 on the last of October', () => {
    expect(sizes('2024-08-29')).toEqual([24, 96]);
    expect(sizes('2024-03-31')).toEqual([23, 92]);
    expect(sizes('2024-10-27')).toEqual([25, 100]);
  });

  test('begins an hour before midnight of UTC in winter, and two before it in summer', () => {
    expect(instantOfPeriod(marketDay(dayOf('2025-01-15'), 60), 1)).toBe('2025-01-14T23:00:00Z');
    expect(instantOfPeriod(marketDay(dayOf('2024-08-29'), 60), 1)).toBe('2024-08-28T22:00:00Z');
    expect(instantOfPeriod(marketDay(dayOf('2024-08-29'), 15), 96)).toBe('2024-08-29T21:45:00Z');
  });

  test('tells the two hours from two to three in October apart', () => {
    expect(periodBeginningAt('2024-10-27T00:00:00Z', 60)).toEqual({ day: '2024-10-27', period: 3 });
    expect(periodBeginningAt('2024-10-27T01:00Z', 60)).toEqual({ day: '2024-10-27', period: 4 });
    expect(periodBeginningAt('2024-10-27 22:00', 60)).toEqual({ day: '2024-10-27', period: 25 });
    expect(periodBeginningAt('2024-10-27T23:00:00Z', 60)).toEqual({ day: '2024-10-28', period: 1 });
  });

  test('has no step at another time, and none beyond its end', () => {
    expect(periodBeginningAt('2024-08-29T10:15:00Z', 60)).toBeNull();
    expect(periodBeginningAt('2024-08-29T10:15:00Z', 15)).toEqual({ day: '2024-08-29', period: 50 });
    expect(periodBeginningAt('2024-08-29T10:07:00Z', 15)).toBeNull();
    for (const text of ['2024-02-30T10:00:00Z', '2024-08-29T25:00:00Z', 'yesterday', ''])
      expect(periodBeginningAt(text, 60), text).toBeNull();
    const day = marketDay(dayOf('2024-03-31'), 60);
    for (const period of [0, 1.5, 24]) expect(() => instantOfPeriod(day, period)).toThrow(RangeError);
  });

  // The last Sundays of March and October, on which clocks change in Brussels, and the days about them.
  const turned = ['2018-03-25', '2018-10-28', '2024-03-31', '2024-10-27', '2026-03-29', '2026-10-25'];
  const anyDay = fc.oneof(
    fc
      .tuple(fc.constantFrom(...turned), fc.integer({ min: -1, max: 1 }))
      .map(([day, off]) => addDays(dayOf(day), off)),
    fc.integer({ min: 0, max: 6_000 }).map((off) => addDays(dayOf('2015-05-20'), off)),
  );
  const anyGrid = fc.tuple(anyDay, fc.constantFrom<StepMinutes>(15, 60));

  test('gives each step an instant, and each instant its step', () => {
    fc.assert(
      fc.property(anyGrid, ([date, minutes]) => {
        const day = marketDay(date, minutes);
        for (let period = 1; period <= day.steps; period++)
          expect(periodBeginningAt(instantOfPeriod(day, period), minutes)).toEqual({ day: date, period });
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  test('follows the day before without a gap, its steps as long as they are said to be', () => {
    fc.assert(
      fc.property(anyGrid, ([date, minutes]) => {
        const day = marketDay(date, minutes);
        const next = marketDay(addDays(date, 1), minutes);
        expect(day.begins + day.steps * minutes * 60_000).toBe(next.begins);
        const starts = Array.from({ length: day.steps }, (_, index) =>
          Date.parse(instantOfPeriod(day, index + 1)),
        );
        for (const [index, start] of starts.entries())
          expect(start).toBe(day.begins + index * minutes * 60_000);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
