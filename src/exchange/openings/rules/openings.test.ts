import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstDay, registers, states } from '../../fixtures/registers.ts';
import { type ClosedReason, readLaw, type Standing } from '../../rules/law.ts';
import { isOpenToAll, openingsOf, type PairState, pairsOf, stateOf } from './openings.ts';

const missing = (...ends: readonly { code: 'ended' | 'entry_not_stated' }[]): ClosedReason => ({
  code: 'no_agreement',
  provision: 'p',
  article: '14(5)',
  instrument: 'i',
  parties: ['BE', 'NL'],
  candidates: ends.map(({ code }) => ({
    instrument: 'a',
    reasons: [{ code, subject: { kind: 'instruments', id: 'a' }, party: null }],
  })),
});
const notInForce = (why: 'not_yet_in_force' | 'entry_not_stated') =>
  ({
    code: 'not_in_force',
    provision: 'p',
    why,
    subject: { kind: 'instruments', id: 'i' },
    party: null,
  }) as const;
const closedBy = (...reasons: Standing['reasons']): Standing => ({ paths: [], reasons });

test.each<[string, Standing, PairState]>([
  ['a way in', { paths: [{ basis: ['i'], demands: [] }], reasons: [] }, 'open'],
  ['no agreement at all', closedBy(missing()), 'agreement_missing'],
  ['an agreement that ended', closedBy(missing({ code: 'ended' })), 'agreement_missing'],
  [
    'an agreement of which the day of entry is not stated',
    closedBy(missing({ code: 'entry_not_stated' })),
    'uncertain',
  ],
  [
    'a treaty that is not in force, and no agreement',
    closedBy(notInForce('not_yet_in_force'), missing()),
    'closed',
  ],
  ['a treaty of which the day of entry is not stated', closedBy(notInForce('entry_not_stated')), 'uncertain'],
  ['conditions that cannot be read', closedBy({ code: 'conditions_unreadable', provision: 'p' }), 'closed'],
])('%s', (_name, standing, state) => {
  expect(stateOf(standing)).toBe(state);
});

const isShut = ({ standing }: { standing: Standing }) => standing.paths.length === 0;

test('every two parties are one pair, whoever asks', () => {
  expect(pairsOf(states)).toEqual([
    ['NL', 'BE'],
    ['NL', 'LU'],
    ['BE', 'LU'],
  ]);
});

test('for all registers, what is said to be open has a way in, and every provision stands in one place', () => {
  let [open, closed] = [0, 0];
  fc.assert(
    fc.property(registers, (snapshot) => {
      const law = readLaw(snapshot, firstDay);
      for (const [instrument, held] of law.provisions) {
        const { general, rules, openings } = openingsOf(law, instrument, states, firstDay);
        const placed = [...general, ...rules, ...openings.map(({ provision }) => provision)].map(
          ({ id }) => id,
        );
        expect(placed.toSorted()).toEqual(held.map(({ id }) => id).toSorted());
        for (const { state, standing } of openings.flatMap(({ pairs }) => pairs)) {
          expect(state === 'open').toBe(standing.paths.length > 0);
          if (state === 'open') open += 1;
          else closed += 1;
        }
        for (const opening of openings) {
          expect(isOpenToAll(opening)).toBe(opening.pairs.length > 0 && !opening.pairs.some(isShut));
          expect(isOpenToAll({ ...opening, pairs: [] })).toBe(false);
        }
      }
    }),
    { seed: 20231001, numRuns: 500 },
  );
  expect(Math.min(open, closed)).toBeGreaterThan(100);
});
