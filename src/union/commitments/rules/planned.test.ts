import { expect, test } from 'vitest';
import { date } from '#kernel/fixtures/dates.ts';
import { planItemStates } from '../../plans/model.ts';
import { itemAsPromise, reviewOf } from './planned.ts';

const title = { text: 'Signs', language: 'en' };
const body = { id: '2020-signs', plan: '2020', responsible: 'cycling-strategy' };
const item = (state: string) => ({
  id: '2020-signs',
  title,
  body,
  state,
  since: date('2020-11-01'),
  details: { reason: 'No money' },
});

test('an item is owed by its responsible body until its year is over, once its plan is adopted', () => {
  const owed = itemAsPromise(item('in_progress'), 'running', 'sg');
  expect(owed).toMatchObject({
    owner: 'cycling-strategy',
    watcher: 'sg',
    dueLatest: '2020-12-31',
    stated: '2020',
    state: 'open',
    doneOn: null,
    madeIn: 'plan_item',
  });
  for (const draft of ['drafted', 'coordinated', 'ministries_consulted', 'presented', 'unknown'])
    expect(itemAsPromise(item('planned'), draft, 'sg'), draft).toBeNull();
});

test('each of its ends is told as what it is, and what is put off is promised by the next plan', () => {
  const states = planItemStates.map((state) => [
    state,
    itemAsPromise(item(state), 'running', 'sg')?.state ?? null,
  ]);
  expect(Object.fromEntries(states)).toEqual({
    planned: 'open',
    in_progress: 'open',
    realised: 'done',
    partly_realised: 'done',
    not_realised: 'declined',
    deferred: null,
    dropped: 'declined',
  });
  expect(itemAsPromise(item('realised'), 'closed', 'sg')?.doneOn).toBe('2020-11-01');
  expect(itemAsPromise(item('dropped'), 'running', 'sg')?.reason).toBe('No money');
  expect(itemAsPromise(item('unknown'), 'running', 'sg')).toBeNull();
});

test('a dormant group is due for review after its months, and without a limit never', () => {
  const group = { id: 'g', title, since: date('2020-02-29') };
  expect(reviewOf({ ...group, months: 12 }, 'council', 'sg')).toMatchObject({
    owner: 'council',
    watcher: 'sg',
    dueLatest: '2021-02-28',
    state: 'open',
    reviews: true,
  });
  // Known to the month only: it is over when the last day on which it may have begun is.
  const vague = { ...group, since: date('2020-02'), months: 1 };
  expect(reviewOf(vague, 'sg', 'sg')).toMatchObject({ dueLatest: '2020-03-29', watcher: null });
  expect(reviewOf({ ...group, months: undefined }, 'council', 'sg')).toBeNull();
});
