import { expect, test } from 'vitest';
import { gapsIn, presenceOf } from './attendance.ts';

test('Who was not represented is told apart from whom the minutes do not name', () => {
  const presences = presenceOf(
    ['NL', 'BE', 'LU'],
    [
      { NL: 'official', BE: 'expert', LU: 'not_represented' },
      { NL: 'official', LU: 'not_represented' },
    ],
  );
  expect(presences).toEqual([
    { party: 'NL', there: 2, absent: 0, unsaid: 0 },
    { party: 'BE', there: 1, absent: 0, unsaid: 1 },
    { party: 'LU', there: 0, absent: 2, unsaid: 0 },
  ]);
  expect(gapsIn(presences).map(({ party }) => party)).toEqual(['BE', 'LU']);
});

test('Before the first meeting nobody has missed one', () => {
  expect(gapsIn(presenceOf(['NL', 'BE'], []))).toEqual([]);
});
