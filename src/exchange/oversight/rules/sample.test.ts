import { expect, test } from 'vitest';
import { readSample } from './sample.ts';

const now = Date.parse('2026-11-27T05:00:00Z');
const read = (query: string) => {
  const found = readSample(new URLSearchParams(query), now);
  return found.ok ? found.value : found.problems.map(({ code }) => code);
};

test('nothing is drawn that nobody asked for', () => {
  expect(read('')).toBe(null);
  expect(read('seed=a')).toBe(null);
});

test('an address says how many, by which seed and until when, so that it can be repeated', () => {
  expect(read('sample=20&seed=abc')).toEqual({ size: 20, seed: 'abc', until: now });
  expect(read('sample=100&seed=a&until=2026-11-01T00:00:00.000Z')).toEqual({
    size: 100,
    seed: 'a',
    until: Date.parse('2026-11-01T00:00:00Z'),
  });
});

test('what cannot be drawn is refused and not guessed', () => {
  for (const query of [
    'sample=0&seed=a',
    'sample=101&seed=a',
    'sample=-1&seed=a',
    'sample=1e1&seed=a',
    'sample=20',
    'sample=20&seed=',
    `sample=20&seed=${'a'.repeat(101)}`,
    'sample=20&seed=a&until=yesterday',
  ])
    expect(read(query), query).toEqual(['sample_invalid']);
});
