import { describe, expect, test } from 'vitest';
import type { Lived } from '#exchange';
import type { PlainDate } from '#kernel/dates.ts';
import { feedbackTo, type ShownRequest, toldElsewhere } from './load.ts';

const about = { party: 'BE', reference: 'BE-2026-001' };
const request = (to = 'NL') => ({
  record: { id: 'r', body: { what: 'feedback', to, asked: 'NL004495445B01' } },
});
const heard = (said: unknown, here: readonly Lived[] = []) =>
  feedbackTo(request() as unknown as Lived, {
    ...{ ...about, here, said },
    asked: { outcome: 'content', decidedOn: '2026-03-05' as PlainDate },
  });
const asked = (said: unknown) =>
  ({ ...request(), steps: [], feedback: heard(said) }) as unknown as ShownRequest;
const owed = { told_on: '2026-03-02', due: '2026-04-01', feedback: null };
const given = {
  ...owed,
  feedback: { given_on: '2026-03-20', outcome: 'honest', confirmed: [], stopped: null, days: null },
};

describe('What became of feedback that a request asked for', () => {
  const record = (body: object, ...states: readonly string[]) =>
    ({
      record: {
        body: {
          ...about,
          asker: 'BE',
          state: 'NL',
          traders: ['NL004495445B01'],
          told_on: '2026-03-02',
          ...body,
        },
      },
      steps: states.map((to) => ({ to, effectiveOn: '2026-03-20' })),
    }) as unknown as Lived;

  test('is what its record says now, whatever was answered on the day on which it was told', () => {
    const here = [record({ outcome: 'honest' }, 'owed', 'given')];
    expect(heard(owed, here)).toMatchObject({ feedback: { outcome: 'honest' }, asOf: null });
    expect(heard(undefined, here), 'also when the answer was erased').toMatchObject({
      feedback: { outcome: 'honest' },
    });
    expect(heard(owed, [record({}, 'owed')])).toMatchObject({ feedback: null, asOf: null });
  });
  test('is of the same traders, and not of another request of the case', () => {
    const others = [record({ traders: ['NL123456789B13'], outcome: 'honest' }, 'owed', 'given')];
    expect(heard(owed, others)).toMatchObject({ feedback: null });
  });
  test('is as of the day on which it was asked, where its record is on another node', () => {
    expect(heard(owed)).toMatchObject({ feedback: null, asOf: '2026-03-05' });
    expect(heard({ refused: 'no_basis' })).toBeNull();
  });
});

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
