import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartialDate } from '#kernel/dates.ts';
import { seenFacts, sightOf } from './sight.ts';
import { type CheckStep, checkStandingOf, sumOf } from './standing.ts';

const step = (act: string, by = '', details: CheckStep['details'] = {}): CheckStep => ({
  ...{ act, by, effectiveOn: '2026-03-01' as PartialDate, details },
});
const everybody = () => true;
const standing = (
  steps: readonly CheckStep[],
  states = ['NL', 'BE'],
  isInField: (party: string) => boolean = everybody,
) => checkStandingOf(states, [step('plan'), ...steps], isInField);

describe('A joint check', () => {
  test('is planned until every state has agreed, then agreed, running and closed', () => {
    expect(standing([])).toMatchObject({ state: 'planned', waiting: ['NL', 'BE'] });
    expect(standing([step('agree', 'NL')])).toMatchObject({ state: 'planned', waiting: ['BE'] });
    const agreed = [step('agree', 'NL'), step('agree', 'BE')];
    expect(standing(agreed).state).toBe('agreed');
    expect(standing([...agreed, step('begin', 'NL')]).state).toBe('running');
    expect(standing([...agreed, step('begin', 'NL'), step('close', 'BE')]).state).toBe('closed');
  });

  test('is agreed to anew when its plan changes', () => {
    const steps = [step('agree', 'NL'), step('agree', 'BE'), step('amend')];
    expect(standing(steps)).toMatchObject({ state: 'planned', waiting: ['NL', 'BE'] });
    expect(standing(steps).agreed.size).toBe(0);
  });

  test('that was withdrawn waits for nobody, and says when, by whom and why', () => {
    const reason = 'the horses were sold';
    for (const steps of [[], [step('agree', 'NL'), step('agree', 'BE')]]) {
      const found = standing([...steps, step('withdraw', 'NL', { reason })]);
      expect(found).toMatchObject({ state: 'withdrawn', waiting: [], withdrawn: { by: 'NL', reason } });
      expect(found.agreed.size, 'what was agreed to stays on record').toBe(steps.length);
    }
    expect(standing([]).withdrawn).toBeNull();
  });

  test('is held up by no state that has left, and by one that comes back', () => {
    const steps = [step('agree', 'NL')];
    const without = (gone: string) => (party: string) => party !== gone;
    expect(standing(steps, ['NL', 'BE'], without('BE')).state).toBe('agreed');
    expect(standing(steps, ['NL', 'BE'], everybody).state).toBe('planned');
  });

  test('has no agreement of a state that an amendment dropped, nor of one that it took in again', () => {
    const dropped = [step('agree', 'NL'), step('agree', 'BE'), step('amend'), step('agree', 'BE')];
    expect([...standing(dropped, ['BE', 'LU']).agreed.keys()]).toEqual(['BE']);
    const back = [...dropped, step('amend'), step('agree', 'BE')];
    expect(standing(back, ['NL', 'BE']).waiting).toEqual(['NL']);
  });

  test('nobody who agreed to nothing makes it agreed', () => {
    expect(standing([], ['NL', 'BE'], () => false).state).toBe('planned');
  });

  test('sums what states recorded, at least where one does not know, and not at all where none does', () => {
    const results = [
      step('record_result', 'NL', { corrections: 2_000_00 }),
      step('record_result', 'BE', { corrections: 5_00, fines: 0 }),
      step('record_result', 'NL', { corrections: 1_000_00, note: 'less' }),
    ];
    const found = standing([step('begin', 'NL'), ...results]).results;
    const states = ['NL', 'BE'];
    expect(sumOf(states, found, 'corrections')).toEqual({ cents: 1_005_00, isWhole: true });
    expect(sumOf([...states, 'LU'], found, 'corrections'), 'one has not said yet').toMatchObject({
      isWhole: false,
    });
    expect(sumOf(states, found, 'fines')).toEqual({ cents: 0, isWhole: false });
    expect(sumOf(states, new Map(), 'fines')).toEqual({ cents: null, isWhole: false });
  });
});

describe('Who sees how much of it', () => {
  const nobody = { delegate: [], observer: [], isCoordinator: false };
  const states = ['NL', 'BE'];

  test('a delegate of a state that checks sees facts, others with a seat the plan, everybody else nothing', () => {
    expect(sightOf(states, nobody)).toBe('nothing');
    expect(sightOf(states, { ...nobody, observer: ['DE-NW'] })).toBe('plan');
    expect(sightOf(states, { ...nobody, observer: ['NL'] })).toBe('plan');
    expect(sightOf(states, { ...nobody, isCoordinator: true })).toBe('plan');
    expect(sightOf(states, { ...nobody, delegate: ['LU'] })).toBe('plan');
    expect(sightOf(states, { ...nobody, delegate: ['LU', 'BE'] })).toBe('facts');
  });

  test('a state that came into the plan later sees nothing of one that was dropped from it', () => {
    const steps = [step('agree', 'NL'), step('agree', 'BE'), step('amend')];
    const later = ['BE', 'LU'];
    const { agreed } = standing([...steps, step('agree', 'BE'), step('agree', 'LU')], later);
    const facts = [{ state: 'NL' }, { state: 'BE' }];
    const seenBy = (party: string) => seenFacts(facts, { states: later, agreed, delegate: [party] });
    expect(seenBy('LU')).toEqual([{ state: 'BE' }]);
    expect(seenBy('BE')).toEqual([{ state: 'BE' }]);
    expect(seenBy('NL'), 'its own').toEqual([{ state: 'NL' }]);
  });

  test('a fact of another is seen exactly where both are in the plan and have agreed', () => {
    const parties = ['NL', 'BE', 'LU'];
    const some = fc.subarray(parties);
    fc.assert(
      fc.property(some, some, some, (agreedTo, seats, inPlan) => {
        const facts = parties.map((state) => ({ state }));
        const agreed = new Set(agreedTo);
        const seen = seenFacts(facts, { states: inPlan, agreed, delegate: seats }).map(({ state }) => state);
        for (const state of parties) {
          const isOwn = seats.includes(state);
          const shares = (one: string) => inPlan.includes(one) && agreed.has(one);
          const isShared = shares(state) && seats.some(shares);
          expect(seen.includes(state)).toBe(isOwn || isShared);
        }
      }),
      { seed: 14, numRuns: 300 },
    );
  });
});
