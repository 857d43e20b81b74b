import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { toldOnDesk } from './desk.ts';

const owed = (name: string, due: string | null) => ({
  record: { body: { name, ...(due === null ? {} : { due }) } },
  steps: [{ to: 'owed', effectiveOn: '2026-04-01' }],
});
const given = (name: string, ...days: readonly string[]) => ({
  record: { body: { name, due: '2026-05-01' } },
  steps: [owed(name, null).steps, days.map((effectiveOn) => ({ to: 'given', effectiveOn }))].flat(),
});
type Feedback = Parameters<typeof toldOnDesk>[0][number];
const told = (...feedback: readonly Feedback[]) =>
  toldOnDesk(feedback, '2026-05-15' as PlainDate).map(({ record }) => record.body.name);

describe('Feedback of other states is told on a desk', () => {
  test('for 14 days after it came, also when it is said anew', () => {
    expect(told(given('today', '2026-05-15'), given('last day', '2026-05-01'))).toEqual([
      'today',
      'last day',
    ]);
    expect(told(given('longer ago', '2026-04-30'))).toEqual([]);
    expect(told(given('anew', '2026-03-01', '2026-05-10'))).toEqual(['anew']);
  });
  test('from 14 days before it is due until it is given, and always where the day is not known', () => {
    expect(told(owed('in 14 days', '2026-05-29'), owed('in 15 days', '2026-05-30'))).toEqual(['in 14 days']);
    expect(told(owed('overdue', '2020-01-01'), owed('unknown', null))).toEqual(['overdue', 'unknown']);
  });
  test('with what came first, then by the day on which it is due', () => {
    expect(
      told(
        owed('later', '2026-05-20'),
        owed('unknown', null),
        given('before', '2026-05-10'),
        owed('overdue', '2026-05-14'),
        given('last', '2026-05-12'),
      ),
    ).toEqual(['last', 'before', 'overdue', 'later', 'unknown']);
  });
});
