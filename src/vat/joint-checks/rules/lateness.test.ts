import { expect, test } from 'vitest';
import type { PartialDate, PlainDate } from '#kernel/dates.ts';
import type { CheckState } from '../model.ts';
import { latenessOf } from './lateness.ts';

const planned = { from: '2026-02' as PartialDate, until: '2026-04-15' as PartialDate };

test.each<[CheckState, string, ReturnType<typeof latenessOf>]>([
  ['planned', '2026-02-28', null],
  ['planned', '2026-03-01', 'start'],
  ['agreed', '2026-03-01', 'start'],
  // Begun late is begun: what counts then is its end.
  ['running', '2026-03-01', null],
  ['running', '2026-04-15', null],
  ['running', '2026-04-16', 'end'],
  ['closed', '2027-01-01', null],
])('A check that is %s on %s is late: %s', (state, today, late) => {
  expect(latenessOf(planned, state, today as PlainDate)).toBe(late);
});

test('A check without days is never late, and one without a last day only with its beginning', () => {
  const day = '2030-01-01' as PlainDate;
  expect(latenessOf({ from: null, until: null }, 'planned', day)).toBe(null);
  expect(latenessOf({ ...planned, until: null }, 'running', day)).toBe(null);
  expect(latenessOf({ ...planned, until: null }, 'agreed', day)).toBe('start');
});
