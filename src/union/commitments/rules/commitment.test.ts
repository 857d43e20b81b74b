import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date, day } from '#kernel/fixtures/dates.ts';
import type { Clock } from '../../parliament/rules/clock.ts';
import { nameCommitments } from '../uid.ts';
import { answersTo, obligationsOf } from './commitment.ts';

fc.configureGlobal({ seed: 20200531 });

const instrument = (...obligations: readonly object[]) => ({ id: 'qualif-2018', body: { obligations } });
const evaluate = {
  who: 'amt-strat',
  what: 'evaluate the working group',
  deadline: '2020-12-31',
  nl: 'voor eind 2020',
};
const clock = (more: Partial<Clock>): Clock => ({
  addressee: 'com',
  asked: null,
  state: 'running',
  dueEarliest: day('2019-01-01'),
  dueLatest: day('2019-12-31'),
  daysOver: null,
  answeredOn: null,
  ...more,
});

test('an obligation keeps its deadline as precise as it is written, and is due on the last day of it', () => {
  const [promise] = obligationsOf(instrument({ ...evaluate, deadline: '2020-02' }));
  expect(promise).toMatchObject({
    stated: date('2020-02'),
    dueLatest: day('2020-02-29'),
    words: 'voor eind 2020',
  });
});

test('an answer that was given is a promise kept; one that may have been given is neither owed nor kept', () => {
  const clocks = [
    clock({}),
    clock({ addressee: 'NL', state: 'answered', answeredOn: date('2019-05') }),
    clock({ addressee: 'BE', state: 'perhaps_answered' }),
    clock({ addressee: 'LU', state: 'overdue' }),
  ];
  const item = { id: 'parl-1', title: { text: 'Papier', language: 'nl' } };
  const answers = answersTo(item, clocks, 'NL');
  // Nobody watches over themselves.
  expect(answers.map(({ owner, watcher, doneOn, state }) => [owner, watcher, doneOn, state])).toEqual([
    ['com', 'NL', null, 'open'],
    ['NL', null, '2019-05', 'done'],
    ['BE', 'NL', null, 'unknown'],
    ['LU', 'NL', null, 'open'],
  ]);
  expect(answers[0]).toMatchObject({ text: 'Papier', language: 'nl', madeIn: 'parliament' });
});

const namesOf = (...obligations: readonly object[]) =>
  [...nameCommitments('benelux', obligationsOf(instrument(...obligations)))].map(
    ([uid, { text }]) => `${text} ${uid}`,
  );

test('a promise keeps its name when others are put before it or its deadline moves, and has another when it is another', () => {
  const [own] = namesOf(evaluate);
  expect(namesOf({ who: 'NL', what: 'report' }, evaluate)[1]).toBe(own);
  expect(namesOf({ ...evaluate, deadline: '2021' })[0]).toBe(own);
  expect(namesOf({ ...evaluate, who: 'com' })[0]).not.toBe(own);
  const elsewhere = nameCommitments('nordic', obligationsOf(instrument(evaluate)));
  expect(own).not.toContain([...elsewhere.keys()][0]);
});

test('the title of a question may be corrected: the answer that is owed stays the same promise', () => {
  const name = (title: string) => [
    ...nameCommitments(
      'benelux',
      answersTo({ id: 'parl-1', title: { text: title, language: 'nl' } }, [clock({})], null),
    ).keys(),
  ];
  expect(name('Papr')).toEqual(name('Paper'));
});

test('no promise is lost and none has the name of another, however alike they are', () => {
  const obligation = fc.record({
    who: fc.constantFrom('NL', 'BE'),
    what: fc.constantFrom('report', 'evaluate'),
    deadline: fc.constantFrom('2019', '2020-12'),
  });
  fc.assert(
    fc.property(fc.array(obligation, { maxLength: 8 }), (obligations) => {
      const promises = obligationsOf(instrument(...obligations));
      expect([...nameCommitments('benelux', promises).values()]).toEqual(promises);
    }),
  );
});
