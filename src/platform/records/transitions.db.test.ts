import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import { date, partialDates } from '#kernel/fixtures/dates.ts';
import { fixedClock, systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { verifyJournal } from '#platform/journal/journal.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { draftNote, notes } from './fixtures/notes.ts';
import { writeRecords } from './records.ts';
import type { Transition } from './transition.ts';
import { listStates, listTransitions } from './transitions.ts';

fc.configureGlobal({ seed: 20200531 });

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

type Source = { readonly knownFrom: PartialDate; readonly steps: readonly Transition[] };

let written = 0;
/** What a source says of the lifecycle of one note; each says something else in words, so that it is a version of its own. */
async function write(register: string, { knownFrom, steps }: Source): Promise<void> {
  written += 1;
  await database.write((tx) =>
    writeRecords(tx, systemClock, {
      register,
      knownFrom,
      actor: 'test',
      drafts: [draftNote('n', { text: `${written}` }, steps)],
    }),
  );
}

const stateOf = async (register: string, asOf: string, knownAt: string) => {
  const states = await database.read((tx) =>
    listStates(tx, { register, kind: notes.name, asOf: date(asOf), knownAt: date(knownAt) }),
  );
  return states.find(({ axis }) => axis === 'state');
};

const step = (to: string, effectiveOn: string, observed = false, from: string | null = null): Transition => ({
  axis: 'state',
  from,
  to,
  effectiveOn: date(effectiveOn),
  observed,
  details: {},
});

test('A step dated to a year leaves that year unknown; a state seen later leaves the time before it unknown', async () => {
  await write('worked', {
    knownFrom: date('2020-05'),
    steps: [step('active', '2012', false, 'none'), step('dormant', '2020-05', true)],
  });
  const answers = [
    ['2011-12-31', { state: 'none' }],
    ['2012-07-01', { state: 'unknown', why: 'changed_within_period' }],
    [
      '2016-07-01',
      { state: 'unknown', why: 'changed_at_unknown_time', next: { state: 'dormant', on: '2020-05' } },
    ],
    ['2020-05-20', { state: 'unknown', why: 'changed_at_unknown_time' }],
    ['2020-05-31', { state: 'dormant', since: '2020-05', observed: true }],
    ['2020-05', { state: 'dormant' }],
  ] as const;
  for (const [asOf, answer] of answers)
    expect(await stateOf('worked', asOf, '2020-06-01'), asOf).toMatchObject(answer);
  expect(await stateOf('worked', '2020', '2020-05-30')).toBeUndefined();
});

test('Of two steps of one day the first tells what was before them, and the second what is after', async () => {
  await write('at once', {
    knownFrom: date('2020-05'),
    steps: [
      step('proposed', '2020-03-01', false, 'none'),
      step('active', '2020-03-01', false, 'proposed'),
      step('dormant', '2020-04-01', false, 'active'),
    ],
  });
  const answers = {
    '2020-02-29': 'none',
    '2020-03-01': 'active',
    '2020-03-31': 'active',
    '2020-04-01': 'dormant',
  };
  for (const [asOf, state] of Object.entries(answers))
    expect(await stateOf('at once', asOf, '2020-06-01'), asOf).toMatchObject({ state });
});

test('What a later source no longer says is withdrawn from its date on, and stands before it', async () => {
  await write('corrected', { knownFrom: date('2018'), steps: [step('active', '2010', false, 'none')] });
  await write('corrected', {
    knownFrom: date('2020-05-31'),
    steps: [step('active', '2011', false, 'none'), step('abolished', '2015-03-01')],
  });
  expect(await stateOf('corrected', '2016', '2019')).toMatchObject({ state: 'active', since: '2010' });
  expect(await stateOf('corrected', '2016', '2020-05-31')).toMatchObject({
    state: 'abolished',
    since: '2015-03-01',
  });
  expect(await stateOf('corrected', '2010-06', '2020-05-31')).toMatchObject({ state: 'none' });
  const steps = await database.read((tx) =>
    listTransitions(tx, { register: 'corrected', kind: notes.name, subject: 'n', knownAt: date('2021') }),
  );
  expect(steps.map(({ effectiveOn, withdrawn }) => [effectiveOn, withdrawn])).toEqual([
    ['2010', true],
    ['2011', false],
    ['2015-03-01', false],
  ]);
});

test('An older source that is loaded afterwards changes nothing of what the newer one says', async () => {
  await write('late', { knownFrom: date('2020-05'), steps: [step('active', '2012')] });
  await write('late', { knownFrom: date('2018-01'), steps: [step('dormant', '2014-02', true)] });
  expect(await stateOf('late', '2016', '2017')).toBeUndefined();
  expect(await stateOf('late', '2016', '2019')).toMatchObject({ state: 'dormant' });
  expect(await stateOf('late', '2016', '2021')).toMatchObject({ state: 'active', since: '2012' });
});

/** The rule in plain words over a list: no SQL, and nothing of how the table keeps the steps. */
function naiveState(steps: readonly Transition[], day: PlainDate) {
  const first = (one: Transition) => firstDay(one.effectiveOn);
  const last = (one: Transition) => lastDay(one.effectiveOn);
  const inOrder = (key: (one: Transition) => string) => (a: Transition, b: Transition) =>
    key(a).localeCompare(key(b));
  const past = steps
    .filter((one) => last(one) <= day)
    .toSorted(inOrder((one) => `${last(one)} ${first(one)} ${one.observed}`));
  const now = past.at(-1);
  const since = past.findLast(
    (_, index) => past.slice(index).every(({ to }) => to === now?.to) && past[index - 1]?.to !== now?.to,
  );
  const perhaps = steps.filter((one) => first(one) <= day && last(one) > day && one.to !== now?.to);
  const [next] = steps
    .filter((one) => first(one) > day)
    .toSorted(inOrder((one) => `${first(one)} ${last(one)} ${one.observed}`));
  if (perhaps.some((one) => !one.observed)) return { state: 'unknown', why: 'changed_within_period' };
  if (now === undefined)
    return perhaps.length === 0 && next?.observed === false && next.from !== null
      ? { state: next.from, since: null }
      : { state: 'unknown', why: 'no_earlier_fact' };
  if (perhaps.length > 0 || (next?.observed === true && next.to !== now.to))
    return { state: 'unknown', why: 'changed_at_unknown_time' };
  return { state: now.to, since: since?.effectiveOn, observed: since?.observed };
}

test('Whatever sources say, in whatever order they are loaded, the answer is that of the one known at the date', async () => {
  const dates = partialDates('2010-01-01', 4_000);
  const steps = fc.uniqueArray(
    fc.record({
      axis: fc.constantFrom('state', 'in_law/NL'),
      from: fc.constantFrom(null, 'none'),
      to: fc.constantFrom('active', 'dormant', 'merged'),
      effectiveOn: dates,
      observed: fc.boolean(),
      details: fc.constant({}),
    }),
    { selector: ({ axis, effectiveOn }) => `${axis} ${effectiveOn}`, maxLength: 6 },
  );
  const source = fc.record({ knownFrom: partialDates('2019-01-01', 1_500), steps });
  let unknown = 0;
  let answers = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(source, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(dates, partialDates('2018-06-01', 2_000)), { minLength: 4, maxLength: 4 }),
      async (sources, questions) => {
        const register = `random-${written}`;
        for (const one of sources) await write(register, one);
        await database.read(async (tx) => {
          for (const [asOf, knownAt] of questions) {
            const known = sources
              .filter(({ knownFrom }) => lastDay(knownFrom) <= lastDay(knownAt))
              .toSorted((a, b) => lastDay(a.knownFrom).localeCompare(lastDay(b.knownFrom)))
              .at(-1);
            const states = await listStates(tx, { register, kind: notes.name, asOf, knownAt });
            for (const axis of ['state', 'in_law/NL']) {
              const own = (known?.steps ?? []).filter((one) => one.axis === axis);
              const found = states.find((state) => state.axis === axis);
              answers += 1;
              if (own.length === 0) expect(found).toBeUndefined();
              else expect(found).toMatchObject(naiveState(own, lastDay(asOf)));
              if (found?.state === 'unknown') unknown += 1;
            }
          }
        });
      },
    ),
    { numRuns: 200 },
  );
  expect(answers).toBe(1_600);
  expect(unknown).toBeGreaterThan(100);
  expect((await verifyJournal(database)).faults).toEqual([]);
});

test('A source that says the same again adds nothing, whatever the time of day', async () => {
  const order = (text: string) => ({
    register: 'same',
    knownFrom: date('2020'),
    actor: 'test',
    drafts: [draftNote('n', { text }, [step('active', '2012')])],
  });
  const counts = [];
  for (const [index, text] of ['a', 'a', 'b', 'b'].entries())
    counts.push(
      await database.write((tx) =>
        writeRecords(tx, fixedClock(`2026-01-0${index + 1}T00:00:00Z`), order(text)),
      ),
    );
  expect(counts).toEqual([
    { added: 1, corrected: 0, unchanged: 0 },
    { added: 0, corrected: 0, unchanged: 1 },
    { added: 0, corrected: 1, unchanged: 0 },
    { added: 0, corrected: 0, unchanged: 1 },
  ]);
});
