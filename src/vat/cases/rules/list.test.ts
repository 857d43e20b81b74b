import { describe, expect, test } from 'vitest';
import { inListOrder, nextDue, owedOf } from './list.ts';

const one = (body: object, to: string, isOwed = true) => ({
  ...{ record: { body: body as Readonly<Record<string, unknown>> }, steps: [{ to }], isOwed },
});
const names = (some: readonly ReturnType<typeof one>[]) => some.map(({ record }) => record.body.reference);

test('A list of cases has the open ones first, the newest of them on top', () => {
  const cases = [
    one({ reference: 'BE-2026-001' }, 'closed'),
    one({ reference: 'BE-2026-002' }, 'open'),
    one({ reference: 'BE-2026-003' }, 'closed'),
    one({ reference: 'BE-2026-004' }, 'open'),
  ];
  const ordered = inListOrder(cases, ({ steps }) => steps[0]?.to as 'open' | 'closed');
  expect(names(ordered)).toEqual(['BE-2026-004', 'BE-2026-002', 'BE-2026-003', 'BE-2026-001']);
});

describe('Feedback', () => {
  const feedback = [
    one({ reference: 'BE-2026-001', asker: 'BE' }, 'owed'),
    one({ reference: 'BE-2026-001', asker: 'BE', due: '2026-05-04' }, 'owed'),
    one({ reference: 'BE-2026-001', asker: 'BE', due: '2026-04-01' }, 'given'),
    one({ reference: 'NL-2026-001', asker: 'NL', due: '2026-05-02' }, 'owed', false),
  ];
  test('is owed by one’s own parties until it is given, what is due first on top', () => {
    expect(owedOf(feedback).map(({ record }) => record.body.due)).toEqual(['2026-05-04', undefined]);
  });
  test('on a case is due on the first day of those that are owed', () => {
    expect(nextDue({ party: 'BE', reference: 'BE-2026-001' }, feedback)).toEqual({ due: '2026-05-04' });
    expect(nextDue({ party: 'BE', reference: 'BE-2026-002' }, feedback)).toBeNull();
    expect(nextDue({ party: 'BE', reference: 'BE-2026-001' }, feedback.slice(0, 1))).toEqual({ due: null });
  });
});
