import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getValue } from '#kernel/fixtures/results.ts';
import { parseMoney } from '#kernel/money.ts';
import { contributionsOf } from './contributions.ts';
import { readKey } from './key.ts';

fc.configureGlobal({ seed: 20200531 });

const members = ['NL', 'BE', 'LU'];
const codes = (text: string) => {
  const read = readKey(text, members, 'body.shares');
  return read.ok ? [] : read.problems.map(({ code, params }) => `${code} ${Object.values(params)[0]}`);
};

test('53/41/6 as people write it, with commas, lines or colons between', () => {
  const key = { NL: 0.53, BE: 0.41, LU: 0.06 };
  for (const text of ['NL 0.53, BE 0.41, LU 0.06', 'NL: 0.53; BE=0.41;LU 0.06;', 'NL 0.53\nBE 0.41\nLU 0.06'])
    expect(getValue(readKey(text, members))).toEqual(key);
});

test('shares that are not exactly one are refused, by however little', () => {
  expect(codes('NL 0.53, BE 0.41, LU 0.05')).toEqual(['shares_not_one 0.99']);
  expect(codes('NL 0.333333, BE 0.333333, LU 0.333333')).toEqual(['shares_not_one 0.999999']);
});

test('every member state has one share and nobody else has; all that is wrong at once', () => {
  expect(codes('NL 0.5, BE 0.5')).toEqual(['key_member_missing LU']);
  expect(codes('NL 0.5, BE 0.4, LU 0.06, FR 0.04')).toEqual(['key_not_a_member FR']);
  expect(codes('NL 0.5, NL 0.5, BE x, FR 0.2')).toEqual([
    'key_entry_invalid NL 0.5',
    'key_entry_invalid BE x',
    'key_member_missing BE, LU',
    'key_not_a_member FR',
  ]);
  expect(codes('NL 1.5, BE 0.41, LU 0.06')).toEqual(['share_out_of_range 1.5']);
  expect(codes('')).toEqual(['key_member_missing NL, BE, LU', 'shares_not_one 0']);
});

test('a key that is read splits any budget so that the contributions re-add', () => {
  const shares = fc
    .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }))
    .map((cuts) => cuts.toSorted((a, b) => a - b))
    .map(([low = 0, high = 0]) => [low, high - low, 1_000_000 - high]);
  fc.assert(
    fc.property(shares, fc.integer({ min: 0, max: 10 ** 12 }), (parts, cents) => {
      const text = members.map((one, index) => `${one} ${((parts[index] ?? 0) / 1_000_000).toFixed(6)}`);
      const key = getValue(readKey(text.join(', '), members));
      const total = getValue(parseMoney((cents / 100).toFixed(2), 'EUR'));
      const paid = contributionsOf(total, { year: 2020, ...key }, new Set(members));
      expect(paid?.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(total.minor);
    }),
  );
});
