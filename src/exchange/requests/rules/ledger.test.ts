import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledgerOf } from './ledger.ts';

const outcomes = ['content', 'empty', 'denied', 'failed', 'late', 'waiting'] as const;
const rows = fc.uniqueArray(
  fc.record({
    to: fc.stringMatching(/^[A-Z]{2}$/),
    outcome: fc.constantFrom(...outcomes),
    stale: fc.boolean(),
  }),
  { selector: ({ to }) => to },
);

test('Every party that was asked is counted once, and who did not say what he has is named', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const { asked, counts, unanswered } = ledgerOf(given);
      expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(asked);
      expect(asked).toBe(given.length);
      expect(unanswered.length).toBe(asked - counts.content - counts.empty);
    }),
  );
});

test('Nothing found is an answer; denied, failed, late and under way are none', () => {
  const given = outcomes.map((outcome) => ({ to: outcome, outcome, stale: outcome === 'empty' }));
  expect(ledgerOf(given)).toMatchObject({
    asked: 6,
    stale: 1,
    unanswered: ['denied', 'failed', 'late', 'waiting'],
  });
});
