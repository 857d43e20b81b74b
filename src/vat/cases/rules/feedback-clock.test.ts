import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { feedbackTerm } from '../../bridges/model.ts';
import { loadCalendars } from '../../refunds/calendars.ts';
import { dueOn } from './feedback-clock.ts';

const calendarOf = await loadCalendars();
const dueIn = (state: string, toldOn: string) => {
  const found = dueOn(feedbackTerm.value, toldOn as PlainDate, calendarOf(state));
  return found.ok ? found.value : (found.problems[0]?.code ?? '');
};

describe('The last day of feedback', () => {
  test('is the thirtieth after the day on which the state was told', () => {
    expect(dueIn('NL', '2026-03-02')).toBe('2026-04-01');
  });
  test('runs on over days that are free in the state that owes it', () => {
    // 6 April 2026 is Easter Monday everywhere here; 21 July is free in Belgium alone.
    expect(dueIn('NL', '2026-03-05')).toBe('2026-04-07');
    expect(dueIn('BE', '2026-06-21')).toBe('2026-07-22');
    expect(dueIn('NL', '2026-06-21')).toBe('2026-07-21');
  });
  test('is not known where no calendar reaches', () => {
    expect(dueIn('XX', '2026-03-02')).toBe('calendar_missing');
    expect(dueIn('NL', '2032-12-20')).toBe('calendar_year_unknown');
  });
  test('rests on a term of ours, and says so', () => {
    expect([feedbackTerm.verified, feedbackTerm.source]).toEqual([false, null]);
  });
});
