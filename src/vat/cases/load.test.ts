import { describe, expect, test } from 'vitest';
import type { Lived } from '#exchange';
import { type ShownRequest, toldElsewhere } from './load.ts';

const about = { party: 'BE', reference: 'BE-2026-001' };
const asked = (content: unknown, to = 'NL') =>
  ({
    record: { id: 'r', body: { what: 'feedback', to, asked: 'NL004495445B01' } },
    steps: [],
    content,
  }) as unknown as ShownRequest;
const owed = { told_on: '2026-03-02', due: '2026-04-01', feedback: null };
const given = {
  ...owed,
  feedback: { given_on: '2026-03-20', outcome: 'honest', confirmed: [], stopped: null, days: null },
};

describe('Feedback of a state on a node of its own', () => {
  test('is known by its last answer', () => {
    const told = toldElsewhere([asked(owed), asked(given)], [], about);
    expect(
      told.map(({ record: { body }, steps }) => [
        body.state,
        body.due,
        body.outcome,
        steps.map(({ to }) => to),
      ]),
    ).toEqual([['NL', '2026-04-01', 'honest', ['owed', 'given']]]);
  });
  test('is not told twice where its record is here, and not made up of another answer', () => {
    const here = [{ record: { body: { state: 'NL' } }, steps: [] }] as unknown as readonly Lived[];
    expect(toldElsewhere([asked(owed)], here, about)).toEqual([]);
    expect(toldElsewhere([asked({ refused: 'query_invalid' }), asked(undefined)], [], about)).toEqual([]);
  });
});
