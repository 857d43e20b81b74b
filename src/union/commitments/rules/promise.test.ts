import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PartialDate } from '#kernel/dates.ts';
import { date, day } from '#kernel/fixtures/dates.ts';
import type { Result } from '#kernel/result.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import {
  changeDue,
  dueOn,
  handoversOf,
  offer,
  ownerOn,
  promiseFaults,
  promiseOf,
  promiseTransitions,
  takeOn,
} from './promise.ts';

fc.configureGlobal({ seed: 20201231 });

const made: RecordBody = {
  id: 'timetable',
  what: 'Publish one timetable',
  owner: 'NL',
  watcher: 'sg',
  due: '2020-09',
  made: '2020-03-02',
};
const today = day('2020-12-31');
/** Offered and taken on in a day. */
function handOver(body: RecordBody, to: string, on: PartialDate): Result<RecordBody> {
  const offered = offer(body, { to, on, reason: 'x' }, today);
  return offered.ok ? takeOn(offered.value, on, today) : offered;
}
const given = (body: RecordBody, to: string, on: string) => handOver(body, to, date(on));
const codes = (faults: readonly { readonly code: string }[]) => faults.map(({ code }) => code);

test('a promise is due on the last day of its date, and is open while nothing is known to have ended it', () => {
  const one = promiseOf({ id: 'timetable', body: made }, null, day('2020-06-01'));
  expect(one).toMatchObject({ owner: 'NL', watcher: 'sg', dueLatest: '2020-09-30', stated: '2020-09' });
  expect([one.state, one.doneOn, one.madeIn]).toEqual(['open', null, 'other']);
  const kept = promiseOf(
    { id: 'timetable', body: made },
    { state: 'done', since: date('2020-08-01'), reason: null },
    day('2020-09-01'),
  );
  expect([kept.state, kept.doneOn]).toEqual(['done', '2020-08-01']);
  const within = promiseOf(
    { id: 'timetable', body: made },
    { state: 'unknown', since: null, reason: null },
    today,
  );
  expect(within.state).toBe('unknown');
  const gone = { state: 'declined', since: date('2020-08'), reason: 'No money' };
  expect(promiseOf({ id: 'timetable', body: made }, gone, today)).toMatchObject({
    state: 'declined',
    doneOn: null,
    reason: 'No money',
  });
});

test('of a promise that a source tells its making is known, or that it was there when the source was made', () => {
  const [step] = promiseTransitions(made, date('2020-05'));
  expect([step?.from, step?.to, step?.effectiveOn, step?.observed]).toEqual([
    'none',
    'open',
    '2020-03-02',
    false,
  ]);
  const [seen] = promiseTransitions({ ...made, made: undefined }, date('2020-05'));
  expect([seen?.from, seen?.effectiveOn, seen?.observed]).toEqual([null, '2020-05', true]);
});

test('who has been given it owes it from that day on, and who gave it owed it before', () => {
  const after = given(made, 'BE', '2020-05-10');
  if (!after.ok) throw new Error('refused');
  expect(['2020-05-09', '2020-05-10'].map((on) => ownerOn(after.value, day(on)))).toEqual(['NL', 'BE']);
  const later = changeDue(
    after.value,
    { due: date('2021-01-31'), on: date('2020-06-01'), reason: 'x' },
    today,
  );
  if (!later.ok) throw new Error('refused');
  expect(['2020-05-31', '2020-06-01'].map((on) => dueOn(later.value, day(on)))).toEqual([
    '2020-09',
    '2021-01-31',
  ]);
});

test('all that is wrong with a promise is said at once', () => {
  const said = { owner: 'NL', watcher: 'NL', due: date('2019'), on: date('2021-01-01'), today };
  expect(codes(promiseFaults(said))).toEqual(['date_in_future', 'watcher_is_owner', 'due_before_made']);
  expect(promiseFaults({ ...said, watcher: 'sg', due: date('2020'), on: date('2020-12-31') })).toEqual([]);
});

test('it is given to somebody else, not to its watcher, and in the order of days', () => {
  const refused = (to: string, on: string) => {
    const outcome = given(made, to, on);
    return outcome.ok ? [] : codes(outcome.problems);
  };
  expect(refused('NL', '2020-05-01')).toEqual(['owner_unchanged']);
  expect(refused('sg', '2020-03-01')).toEqual(['change_out_of_order', 'watcher_is_owner']);
  expect(refused('BE', '2021-05-01')).toEqual(['date_in_future']);
  const same = changeDue(made, { due: date('2020-09'), on: date('2020-04-01'), reason: 'x' }, today);
  expect(same.ok ? [] : codes(same.problems)).toEqual(['due_unchanged']);
});

test('an offer changes nothing until it is taken on, and not before its day; a newer one stands in its place', () => {
  const asked = offer(made, { to: 'BE', on: date('2020-05-01'), reason: 'x' }, today);
  if (!asked.ok) throw new Error('refused');
  expect([asked.value.owner, handoversOf(asked.value).length]).toEqual(['NL', 0]);
  const early = takeOn(asked.value, date('2020-04-30'), today);
  expect(early.ok ? [] : codes(early.problems)).toEqual(['change_out_of_order']);
  const none = takeOn(made, date('2020-05-01'), today);
  expect(none.ok ? [] : codes(none.problems)).toEqual(['nothing_offered']);
  const other = offer(asked.value, { to: 'LU', on: date('2020-06-01'), reason: 'y' }, today);
  const taken = other.ok ? takeOn(other.value, date('2020-06-02'), today) : other;
  if (!taken.ok) throw new Error('refused');
  expect(taken.value).toMatchObject({ owner: 'LU', handovers: [{ on: '2020-06-02', from: 'NL', to: 'LU' }] });
  expect('offered' in taken.value).toBe(false);
});

test('however often it is handed over, on every day it has the owner to whom it was given last', () => {
  const steps = fc.array(
    fc.record({
      to: fc.constantFrom('NL', 'BE', 'LU', 'council', 'sg'),
      after: fc.integer({ min: -5, max: 40 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 300 }), (moves, asked) => {
      let body = made;
      let last = day('2020-03-02');
      const owners: [string, string][] = [[last, 'NL']];
      for (const { to, after } of moves) {
        const on = addDays(last, after);
        const outcome = handOver(body, to, on);
        if (!outcome.ok) continue;
        body = outcome.value;
        last = on;
        owners.push([on, to]);
      }
      const on = addDays(day('2020-03-02'), asked);
      const expected = owners.filter(([since]) => since <= on).at(-1)?.[1];
      expect(ownerOn(body, on)).toBe(expected);
      expect(handoversOf(body).length).toBe(owners.length - 1);
    }),
  );
});
