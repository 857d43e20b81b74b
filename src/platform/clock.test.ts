import { expect, test } from 'vitest';
import { dayAt, fixedClock, jsDate, todayOn } from './clock.ts';

test.each([
  ['2026-11-27T22:59:59Z', '2026-11-27'],
  ['2026-11-27T23:00:00Z', '2026-11-28'],
  ['2026-07-27T21:59:59Z', '2026-07-27'],
  ['2026-07-27T22:00:00Z', '2026-07-28'],
])('What was written down at %s was done on %s, the day that it was then', (instant, day) => {
  expect(dayAt(jsDate(Date.parse(instant)))).toBe(day);
  expect(todayOn(fixedClock(instant))).toBe(day);
});
