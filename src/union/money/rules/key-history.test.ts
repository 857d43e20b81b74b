import { expect, test } from 'vitest';
import { keyChangesOf } from './key-history.ts';

const parties = new Set(['NL', 'BE', 'LU', 'FR']);

test('In 2012 the shares of NL and LU were raised; the verb for Belgium is missing in the source', () => {
  const history = {
    change: 'Protocol 2012',
    NL: 'raised',
    LU: 'raised',
    BE: null,
    BE_missing: { reason: 'illegible', note: 'verb missing in the sentence' },
    source: ['8.2'],
  };
  expect(keyChangesOf(history, parties)).toEqual([
    { party: 'NL', words: 'raised', missing: null },
    { party: 'LU', words: 'raised', missing: null },
    { party: 'BE', words: null, missing: { reason: 'illegible', note: 'verb missing in the sentence' } },
  ]);
});

test('A null without a reason is not stated; a party that is not named does not appear', () => {
  expect(keyChangesOf({ FR: null }, parties)).toEqual([
    { party: 'FR', words: null, missing: { reason: 'not_stated', note: null } },
  ]);
});
