import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factorAnswers } from '../model.ts';
import { needsEvidence, unconsidered } from './factors.ts';

const factors = ['trust', 'practice-need', 'failure-factors-01'];

test('that a factor is unknown is an answer; that nothing was said of it is none', () => {
  expect(unconsidered(factors, undefined)).toEqual(factors);
  expect(unconsidered(factors, { factors: { trust: { holds: 'unknown' } } })).toEqual([
    'practice-need',
    'failure-factors-01',
  ]);
  expect(unconsidered([], { factors: {} })).toEqual([]);
});

test('a name that every object has is no answer', () => {
  expect(unconsidered(['constructor'], { factors: {} })).toEqual(['constructor']);
});

test('yes and no need what shows them', () => {
  expect(needsEvidence('yes', undefined)).toBe(true);
  expect(needsEvidence('no', 'They met once')).toBe(false);
  expect(needsEvidence('unknown', undefined)).toBe(false);
});

test('one more answer leaves one less to answer, whatever it says', () => {
  fc.assert(
    fc.property(fc.subarray(factors), fc.constantFrom(...factorAnswers), (done, holds) => {
      const body = { factors: Object.fromEntries(done.map((factor) => [factor, { holds }])) };
      expect(unconsidered(factors, body)).toHaveLength(factors.length - done.length);
    }),
  );
});
