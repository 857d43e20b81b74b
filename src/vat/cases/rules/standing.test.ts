import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { feedbackStanding, openTimes, requestStanding } from './standing.ts';

const step = (to: string, effectiveOn: string) => ({ to, effectiveOn });
const day = (text: string) => text as PlainDate;

describe('A case', () => {
  test('is open from its opening until its closing, and again from its reopening', () => {
    const steps = [step('open', '2026-01-05'), step('closed', '2026-02-01'), step('open', '2026-03-01')];
    expect(openTimes(steps)).toEqual([
      { from: '2026-01-05', until: '2026-02-01' },
      { from: '2026-03-01', until: null },
    ]);
  });
  test('that is revised while it is open stays open as it was', () => {
    expect(openTimes([step('open', '2026-01-05'), step('open', '2026-01-09')])).toEqual([
      { from: '2026-01-05', until: null },
    ]);
  });
});

describe('A request', () => {
  test('stands by its steps until it is released, whatever the exchange says', () => {
    expect(requestStanding([step('drafted', '2026-01-05')], 'content')).toBe('drafted');
    expect(requestStanding([step('drafted', '2026-01-05'), step('withdrawn', '2026-01-06')], null)).toBe(
      'withdrawn',
    );
  });
  test.each([
    [null, 'released'],
    ['waiting', 'released'],
    ['content', 'answered'],
    ['empty', 'answered'],
    ['denied', 'denied'],
    ['failed', 'unanswered'],
    ['late', 'unanswered'],
  ] as const)('that was released and ended %s is %s', (outcome, standing) => {
    expect(requestStanding([step('drafted', '2026-01-05'), step('released', '2026-01-06')], outcome)).toBe(
      standing,
    );
  });
});

test('A request whose answer says less than was asked for is not answered by it', () => {
  const steps = [step('drafted', '2026-01-05'), step('released', '2026-01-06')];
  expect(requestStanding(steps, 'content', 'told'), 'the feedback is owed').toBe('told');
  expect(requestStanding(steps, 'content', 'refused')).toBe('refused');
  expect(requestStanding(steps, 'denied', 'told')).toBe('denied');
});

describe('Feedback', () => {
  const told = [step('owed', '2026-01-05')];
  test('is owed on its day and overdue on the next', () => {
    expect(feedbackStanding(told, '2026-02-04', day('2026-02-04'))).toBe('owed');
    expect(feedbackStanding(told, '2026-02-04', day('2026-02-05'))).toBe('overdue');
  });
  test('that came after its day is late, and what was said later does not change that', () => {
    const given = [...told, step('given', '2026-02-05')];
    expect(feedbackStanding(given, '2026-02-04', day('2026-03-01'))).toBe('late');
    expect(
      feedbackStanding(
        [...told, step('given', '2026-02-04'), step('given', '2026-06-01')],
        '2026-02-04',
        day('2026-06-02'),
      ),
    ).toBe('given');
  });
  test('of which no day is known is never overdue', () => {
    expect(feedbackStanding(told, null, day('2030-01-01'))).toBe('owed');
  });
});
