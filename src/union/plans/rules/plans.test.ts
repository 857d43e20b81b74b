import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '#kernel/fixtures/dates.ts';
import { actsFrom, isFinal, stateAfter } from '#kernel/lifecycle.ts';
import { type PlanState, planItemLifecycle, planItemStates, planLifecycle } from '../model.ts';
import { deferredId, itemIdOf, openItems } from './items.ts';
import { prioritiesOf, tracePriorities } from './priorities.ts';
import { reachesTarget } from './target.ts';
import { faultsOfDay, faultsOfYear } from './year.ts';

const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);

describe('Which years a programme has a plan of', () => {
  const programme = { id: 'p', start: 2017, end: 2020, plans: 4 };
  test.each([
    [2017, 0, []],
    [2020, 3, []],
    [2021, 3, ['year_outside_programme']],
    [2016, 0, ['year_outside_programme']],
    [2020, 4, ['programme_full']],
    [2021, 4, ['year_outside_programme', 'programme_full']],
  ] as const)('%i with %i plans before it', (year, held, expected) => {
    expect(codes(faultsOfYear(programme, year, held))).toEqual(expected);
  });
  test('what the programme does not say refuses nothing', () => {
    expect(faultsOfYear({ id: 'p' }, 2050, 99)).toEqual([]);
    expect(codes(faultsOfYear({ id: 'p', start: 2050 }, 2049, 99))).toEqual(['year_outside_programme']);
  });
});

test.each([
  ['start', '2019-12-31', ['year_not_begun']],
  ['start', '2020-01-01', []],
  ['start', '2020', []],
  ['close', '2020-12-30', ['year_not_over']],
  ['close', '2020-12', ['year_not_over']],
  ['close', '2020-12-31', []],
  ['close', '2021', []],
] as const)('a plan of 2020: %s on %s', (act, on, expected) => {
  expect(codes(faultsOfDay(act, '2020', date(on)))).toEqual(expected);
});

test.each([
  ['up', 100, 100, 'yes'],
  ['up', 100, 99.9, 'no'],
  ['down', 100, 100, 'yes'],
  ['down', 100, 101, 'no'],
  ['up', 0, 0, 'yes'],
  ['up', 100, { at_least: 100 }, 'unknown'],
  ['up', undefined, 100, 'unknown'],
  [undefined, 100, 100, 'unknown'],
] as const)('direction %s, target %s, observed %s: %s', (direction, target, value, expected) => {
  expect(reachesTarget(direction, target, value)).toBe(expected);
});

describe('Items', () => {
  test('are open until they ended, and when nobody knows', () => {
    const items = [...planItemStates, 'unknown', 'state_unheard_of', 'constructor'].map((state) => ({
      state,
    }));
    expect(openItems(items).map(({ state }) => state)).toEqual([
      'planned',
      'in_progress',
      'unknown',
      'state_unheard_of',
      'constructor',
    ]);
  });
  test('end once: no state that ends lets anything be done, and every end can be reached from both open states', () => {
    const final = planItemStates.filter((state) => isFinal(planItemLifecycle, state));
    for (const open of ['planned', 'in_progress'] as const) {
      const reached = actsFrom(planItemLifecycle, open).map((act) =>
        stateAfter(planItemLifecycle, open, act),
      );
      expect(reached.filter((state) => state !== 'in_progress')).toEqual(final);
    }
  });
  test('a deferred item keeps its name, and gets an id of its own however often it is deferred', () => {
    expect(deferredId('2020-ferries', '2021', new Set())).toBe('2021-ferries');
    expect(deferredId('2020-ferries', '2021', new Set(['2021-ferries']))).toBe('2021-ferries-from-2020');
    const key = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
    fc.assert(
      fc.property(key, fc.boolean(), (name, isTaken) => {
        const taken = new Set(isTaken ? [itemIdOf('2021', name)] : []);
        const id = deferredId(itemIdOf('2020', name), '2021', taken);
        expect(taken.has(id)).toBe(false);
        expect(id.startsWith('2021-')).toBe(true);
      }),
    );
  });
});

test('the drafting path of §3.5 leads through every state, and back from the Council', () => {
  const path: PlanState[] = ['drafted'];
  for (const act of [
    'coordinate',
    'consult_ministries',
    'present',
    'agree',
    'adopt',
    'start',
    'close',
  ] as const)
    path.push(stateAfter(planLifecycle, path.at(-1) ?? 'drafted', act) as PlanState);
  expect(path).toEqual(Object.keys(planLifecycle));
  expect(stateAfter(planLifecycle, 'presented', 'return')).toBe('drafted');
  expect(stateAfter(planLifecycle, 'agreed', 'return')).toBe(null);
});

test('priorities are traced by presidency and words, and those that led to nothing are told', () => {
  const presidency = { id: 'p20', body: { priorities: ['growth', 'security', 7] } };
  const item = (id: string, of: string, priority: string) => ({ id, body: { presidency: of, priority } });
  const items = [item('a', 'p20', 'growth'), item('b', 'p19', 'security'), { id: 'c', body: {} }];
  const traced = tracePriorities([presidency], items);
  expect(traced.map(({ priority, items: led }) => [priority, led.map(({ id }) => id)])).toEqual([
    ['growth', ['a']],
    ['security', []],
  ]);
  expect(prioritiesOf({})).toEqual([]);
});
