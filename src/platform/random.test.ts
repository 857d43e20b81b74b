import { expect, test } from 'vitest';
import { randomOf } from './random.ts';

test('Random bytes are as many as were asked for, and no part is given out twice', () => {
  const given = Array.from({ length: 2_000 }, (_, index) => randomOf(8 + (index % 25)));
  expect(given.map(({ length }) => length)).toEqual(given.map((_, index) => 8 + (index % 25)));
  expect(randomOf(10_000)).toHaveLength(10_000);
  const parts = given.map((bytes) => bytes.subarray(0, 8).toString('hex'));
  expect(new Set(parts).size).toBe(parts.length);
  // What was given out stays what it was.
  const kept = given.map((bytes) => bytes.toString('hex'));
  for (let time = 0; time < 1_000; time += 1) randomOf(32);
  expect(given.map((bytes) => bytes.toString('hex'))).toEqual(kept);
});
