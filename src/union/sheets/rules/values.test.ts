import { expect, test } from 'vitest';
import { tidy } from './values.ts';

test.each([
  ['Pistes cyclables\u00a0: concertation', 'Pistes cyclables\u00a0: concertation'],
  ['dit «\u202fplan\u202f»\u00a0; 40\u00a0%', 'dit «\u202fplan\u202f»\u00a0; 40\u00a0%'],
  ['a\u00a0b', 'a b'],
  ['a \u00a0: b', 'a : b'],
  ['\u00a0: a\u00a0', ': a'],
  [' a\u200b  b\t\r\n c ', 'a b\nc'],
])('%j is taken in as %j', (given, taken) => {
  expect(tidy(given)).toBe(taken);
});
