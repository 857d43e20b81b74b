import { describe, expect, test } from 'vitest';
import { instantOf, monthOf, timesByArea, timesByClock } from './shortage-times.ts';

describe('An hour of a year', () => {
  test('is in the month of its day, also where there is a 29 February', () => {
    expect([0, 31 * 24 - 1, 31 * 24, 59 * 24 - 1, 59 * 24, 8759].map((hour) => monthOf(hour, 8760))).toEqual([
      0, 0, 1, 1, 2, 11,
    ]);
    expect([59 * 24, 60 * 24, 8783].map((hour) => monthOf(hour, 8784))).toEqual([1, 2, 11]);
    // RTS-79 has 52 weeks: its last day is 30 December.
    expect(monthOf(8735, 8736)).toBe(11);
  });

  test('is written as the day and the clock that it has', () => {
    const written = (hour: number, hours: number) =>
      new Intl.DateTimeFormat('en-GB', {
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        timeZone: 'UTC',
      }).format(instantOf(hour, hours));
    expect(written(18, 8760)).toBe('1 Jan, 18');
    expect(written(59 * 24 + 3, 8760)).toBe('1 Mar, 03');
    expect(written(59 * 24 + 3, 8784)).toBe('29 Feb, 03');
  });
});

describe('When areas are short', () => {
  const shortIn = [
    { hours: Float64Array.of(18, 42, 31 * 24 + 18), years: Float64Array.of(25, 50, 25) },
    { hours: Float64Array.of(), years: Float64Array.of() },
  ];
  const of = { hours: 8760, years: 100 };

  test('is told in hours a year, by month, and adds up to what is expected', () => {
    const [first, second] = timesByArea({ shortIn }, of);
    expect([...(first as Float64Array)].slice(0, 3)).toEqual([0.75, 0.25, 0]);
    expect([...(second as Float64Array)].every((hours) => hours === 0)).toBe(true);
  });

  test('is told by the hour of the day, too', () => {
    const table = timesByClock(shortIn[0] as (typeof shortIn)[0], of);
    expect(table).toHaveLength(24);
    expect([...(table[18] as Float64Array)].slice(0, 3)).toEqual([0.75, 0.25, 0]);
    expect(table.flatMap((row) => [...row]).reduce((sum, hours) => sum + hours, 0)).toBe(1);
  });
});
