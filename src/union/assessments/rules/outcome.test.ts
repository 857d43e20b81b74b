import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { cameTrue, countCameTrue, newestStart, submissionFaults, unanswered, weigh } from './outcome.ts';

const criteria = [{ id: 'C1' }, { id: 'C2' }, { id: 'C3' }, { id: 'C4' }];
const operator = 'C1 AND (C2 AND/OR C3) AND C4';
const all = (met: string) => ({ NL: { met }, BE: { met }, LU: { met } });
const members = ['NL', 'BE', 'LU'];

test('what every state affirms is met; what one denies is met by none of them together', () => {
  const answers = { C1: all('yes'), C2: all('no'), C3: all('yes'), C4: all('yes') };
  expect(weigh({ operator, criteria, answers }, members).all).toBe('yes');
  const denied = { ...answers, C4: { ...all('yes'), LU: { met: 'no' } } };
  const weighed = weigh({ operator, criteria, answers: denied }, members);
  expect([weighed.all, ...weighed.byParty.values()]).toEqual(['no', 'yes', 'yes', 'no']);
});

test('silence and "unknown" are no "no": the whole is unknown, unless it is settled without them', () => {
  const answers = { C1: all('yes'), C2: all('unknown'), C4: all('yes') };
  expect(weigh({ operator, criteria, answers }, members).all).toBe('unknown');
  expect(weigh({ operator, criteria, answers: { ...answers, C1: all('no') } }, members).all).toBe('no');
});

test('a set without a rule weighs nothing', () => {
  const weighed = weigh({ criteria, answers: { C1: all('yes') } }, members);
  expect([weighed.rule, weighed.all]).toEqual([null, 'unknown']);
});

test('what is unanswered is named by criterion and state, and "unknown" is an answer', () => {
  const answers = { C1: all('unknown'), C2: all('yes'), C3: { NL: { met: 'yes' } }, C4: all('no') };
  expect(unanswered({ criteria, answers }, members)).toEqual([
    { criterion: 'C3', party: 'BE' },
    { criterion: 'C3', party: 'LU' },
  ]);
});

test('a draft is submitted with evidence of each yes and no, each level weighed and the capacity of each state said', () => {
  const proven = (met: string) => ({
    NL: { met, evidence: 'Seen' },
    BE: { met, evidence: 'Seen' },
    LU: { met, evidence: 'Seen' },
  });
  const whole = {
    criteria,
    answers: { C1: proven('yes'), C2: proven('no'), C3: all('unknown'), C4: proven('yes') },
    alternatives: { national: 'No', bilateral: 'No', eu: 'Not known' },
    capacity: { NL: 'One post', BE: 'Not known', LU: 'None' },
  };
  expect(submissionFaults(whole, members)).toEqual([]);
  const faults = submissionFaults(
    {
      ...whole,
      answers: {
        C1: { ...proven('yes'), BE: { met: 'no', evidence: ' ' } },
        C2: all('no'),
        C3: all('unknown'),
      },
      alternatives: { national: 'No' },
      capacity: { NL: 'One post' },
    },
    members,
  );
  expect(faults.map(({ code, params }) => [code, params.list])).toEqual([
    ['answers_missing', 'C4 NL, C4 BE, C4 LU'],
    ['evidence_missing', 'C1 BE, C2 NL, C2 BE, C2 LU'],
    ['alternatives_missing', 'bilateral, eu'],
    ['capacity_missing', 'BE, LU'],
  ]);
  expect(submissionFaults({ criteria: [] }, members).map(({ code }) => code)).toEqual([
    'alternatives_missing',
    'capacity_missing',
  ]);
});

test('more that is known never turns a yes into a no or back', () => {
  const met = fc.constantFrom('yes', 'no', 'unknown');
  const row = fc.record({ NL: met, BE: met, LU: met });
  const table = fc.record({ C1: row, C2: row, C3: row, C4: row });
  const asAnswers = (given: Record<string, Record<string, string>>, fill: (one: string) => string) =>
    Object.fromEntries(
      Object.entries(given).map(([criterion, byParty]) => [
        criterion,
        Object.fromEntries(Object.entries(byParty).map(([party, one]) => [party, { met: fill(one) }])),
      ]),
    );
  fc.assert(
    fc.property(table, fc.constantFrom('yes', 'no'), (given, guess) => {
      const before = weigh({ operator, criteria, answers: asAnswers(given, (one) => one) }, members).all;
      const filled = asAnswers(given, (one) => (one === 'unknown' ? guess : one));
      const after = weigh({ operator, criteria, answers: filled }, members).all;
      expect(before === 'unknown' || before === after).toBe(true);
    }),
  );
});

test('what was expected came true, did not, or nobody can say: where either answer is unknown or missing', () => {
  const words = ['yes', 'no', 'unknown'] as const;
  expect(words.map((was) => words.map((is) => cameTrue(was, is)))).toEqual([
    ['yes', 'no', 'unknown'],
    ['no', 'yes', 'unknown'],
    ['unknown', 'unknown', 'unknown'],
  ]);
  const start = { answers: { C1: all('yes'), C2: all('no'), C3: all('unknown') } };
  const now = {
    answers: { C1: { ...all('yes'), BE: { met: 'no' } }, C2: { NL: { met: 'no' } }, C4: all('yes') },
  };
  expect(countCameTrue(start, now)).toEqual({ yes: 3, no: 1, unknown: 5 });
});

test('of several decisions at the start the newest by a day counts, whatever it was; drafts and reviews do not', () => {
  const of = (id: string, body: Readonly<Record<string, unknown>>) => ({
    id,
    body: { moment: 'start', ...body },
  });
  const all = [
    of('against', { outcome: 'against', decided: '2020-03-01' }),
    of('in favour', { outcome: 'in_favour', decided: '2018-03-01' }),
    of('draft', {}),
    of('review', { moment: 'review', outcome: 'in_favour', decided: '2021-01-01' }),
  ];
  const on = (day: string) => newestStart(all, day as PlainDate)?.id;
  expect(['2018-02-28', '2018-03-01', '2020-02-29', '2020-03-01', '2021-06-01'].map(on)).toEqual([
    undefined,
    'in favour',
    'in favour',
    'against',
    'against',
  ]);
});
