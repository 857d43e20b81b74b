import { describe, expect, test } from 'vitest';
import { day } from '#kernel/fixtures/dates.ts';
import { calendarOf, claim, happened } from '../fixtures/claims.ts';
import { clockOf } from './clock.ts';
import { dueFor } from './due.ts';
import type { History } from './history.ts';
import { legalFacts } from './legal-facts.ts';

/** Lodged on 28 September 2020, so to be forwarded by 13 October; received on the 12th, so to be decided by 12 February 2021. */
const lodged: History = [happened('lodge', '2020-09-28', { cents: 5_000_00 })];
const received: History = [
  ...lodged,
  happened('forward', '2020-10-09', {}),
  happened('receive', '2020-10-12', {}),
];
const due = (history: History, on: string, side: 'establishment' | 'refund') => {
  const clock = clockOf(claim, history, day(on), calendarOf, legalFacts);
  return clock === null ? null : dueFor(clock, [side], day(on)).map(({ kind, standing }) => [kind, standing]);
};

describe('A desk says a term', () => {
  test('from two weeks before it ends, and as overdue from the day after', () => {
    expect(due(lodged, '2020-09-28', 'establishment')).toEqual([]);
    expect(due(lodged, '2020-09-29', 'establishment')).toEqual([['forward', 'open']]);
    expect(due(lodged, '2020-10-13', 'establishment')).toEqual([['forward', 'open']]);
    expect(due(lodged, '2020-10-14', 'establishment')).toEqual([['forward', 'overdue']]);
  });

  test('to the state that has to meet it, and not to the other', () => {
    expect(due(lodged, '2020-10-14', 'refund')).toEqual([]);
    expect(due(received, '2021-02-10', 'refund')).toEqual([['decide', 'open']]);
    expect(due(received, '2021-02-10', 'establishment')).toEqual([]);
  });

  test('no longer once it is met, and to no state where it is for the applicant', () => {
    expect(due(received, '2020-10-14', 'establishment')).toEqual([]);
    const asked: History = [...received, happened('ask', '2020-10-20', { subject: 'x', reachedOn: null })];
    expect(due(asked, '2020-11-25', 'refund')).toEqual([]);
  });

  test('of which the day is not known, after all others', () => {
    const set = happened('execute_offset', '2021-02-11', { offset: 'o-1', road: 'set_off', cents: 1 });
    const granted = happened('approve', '2021-02-10', { approved: 5_000_00, corrections: 0 });
    expect(due([...received, granted, set], '2021-02-20', 'refund')).toEqual([
      ['pay', 'open'],
      ['notify', 'unknown'],
    ]);
  });
});
