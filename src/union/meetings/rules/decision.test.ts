import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date, day } from '#kernel/fixtures/dates.ts';
import { type PositionWord, positionWords } from '../model.ts';
import { decideOn, silenceOn } from './decision.ts';

fc.configureGlobal({ seed: 20200531 });

const unanimity = { form: 'unanimity', abstention: 'allows' } as const;
const voters = ['NL', 'BE', 'LU'];
const said = (words: Readonly<Record<string, PositionWord>>) =>
  Object.fromEntries(Object.entries(words).map(([party, position]) => [party, { position }]));

test.each<[Record<string, PositionWord>, string]>([
  [{ NL: 'in_favour', BE: 'in_favour', LU: 'in_favour' }, 'carried'],
  [{ NL: 'in_favour', BE: 'in_favour' }, 'open'],
  [{ NL: 'in_favour', BE: 'in_favour', LU: 'none' }, 'open'],
  [{ NL: 'in_favour', BE: 'in_favour', LU: 'abstention' }, 'carried'],
  [{ NL: 'in_favour', BE: 'against' }, 'not_carried'],
  [{ NL: 'in_favour', BE: 'in_favour', LU: 'reservation' }, 'not_carried'],
  [{ NL: 'abstention', BE: 'abstention', LU: 'abstention' }, 'not_carried'],
])('%o: %s', (words, verdict) => {
  expect(decideOn(said(words), unanimity, voters).verdict).toBe(verdict);
});

test('an abstention is recorded, and stands in the way where the rule says so', () => {
  const words = said({ NL: 'in_favour', BE: 'in_favour', LU: 'abstention' });
  expect(decideOn(words, unanimity, voters).abstained).toEqual(['LU']);
  expect(decideOn(words, { ...unanimity, abstention: 'blocks' }, voters).verdict).toBe('not_carried');
});

test('an observer has no vote: its position neither carries nor blocks', () => {
  const words = said({ NL: 'in_favour', BE: 'in_favour', LU: 'in_favour', 'DE-NW': 'against' });
  expect(decideOn(words, unanimity, voters)).toMatchObject({ verdict: 'carried', against: [] });
});

test('nothing is carried without every voter, none of them against, and one in favour', () => {
  const words = fc.dictionary(fc.constantFrom('NL', 'BE', 'LU', 'FR'), fc.constantFrom(...positionWords));
  fc.assert(
    fc.property(words, (some) => {
      const { verdict } = decideOn(said(some), unanimity, voters);
      const own = voters.map((party) => some[party]);
      const carried =
        own.every((word) => word === 'in_favour' || word === 'abstention') && own.includes('in_favour');
      expect(verdict === 'carried').toBe(carried);
    }),
  );
});

test('silence is consent only when the last day is over; an objection needs no waiting', () => {
  const silent = { deadline: date('2020-03-31'), objections: {} };
  expect(silenceOn(silent, day('2020-03-31'))).toBe('running');
  expect(silenceOn(silent, day('2020-04-01'))).toBe('adopted');
  const objected = { ...silent, objections: { BE: { on: '2020-03-12', reason: 'cost' } } };
  expect(silenceOn(objected, day('2020-03-13'))).toBe('blocked');
});
