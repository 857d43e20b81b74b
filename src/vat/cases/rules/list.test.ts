import { describe, expect, test } from 'vitest';
import { chosenIn, nextDue } from './list.ts';

const one = (body: object, to: string, isOwed = true) => ({
  ...{ record: { body: body as Readonly<Record<string, unknown>> }, steps: [{ to }], isOwed },
});
test('A list is narrowed by an address to a state, to one of the parties that are open to the reader, and by words', () => {
  const chosen = (asked: string) => chosenIn(new URLSearchParams(asked), ['BE', 'LU']);
  expect(chosen('')).toEqual({ state: null, parties: ['BE', 'LU'], words: '' });
  expect(chosen('state=closed&party=LU&q= be0400 ')).toEqual({
    state: 'closed',
    parties: ['LU'],
    words: 'be0400',
  });
  expect(chosen('state=all&party=NL')).toEqual({ state: null, parties: [], words: '' });
});

describe('Feedback', () => {
  const feedback = [
    one({ reference: 'BE-2026-001', asker: 'BE' }, 'owed'),
    one({ reference: 'BE-2026-001', asker: 'BE', due: '2026-05-04' }, 'owed'),
    one({ reference: 'BE-2026-001', asker: 'BE', due: '2026-04-01' }, 'given'),
    one({ reference: 'NL-2026-001', asker: 'NL', due: '2026-05-02' }, 'owed', false),
  ];
  test('on a case is due on the first day of those that are owed', () => {
    expect(nextDue({ party: 'BE', reference: 'BE-2026-001' }, feedback)).toEqual({ due: '2026-05-04' });
    expect(nextDue({ party: 'BE', reference: 'BE-2026-002' }, feedback)).toBeNull();
    expect(nextDue({ party: 'BE', reference: 'BE-2026-001' }, feedback.slice(0, 1))).toEqual({ due: null });
  });
});
