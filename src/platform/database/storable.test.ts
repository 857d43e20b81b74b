import { describe, expect, test } from 'vitest';
import { isStorable } from './storable.ts';

/** So many arrays in one another, or objects, or both by turns. */
const ways = {
  arrays: (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)),
  objects: (depth: number) => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  both: (depth: number) => JSON.parse(`${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`),
};

describe('What the database can keep', () => {
  test('is a value of JSON, whatever it is made of', () => {
    for (const value of [null, true, 0, -1.5e300, '', 'é\u{1f600}', [], {}, [[1, 'a'], { a: [{ b: null }] }]])
      expect(isStorable(value)).toBe(true);
    expect(isStorable(Array.from({ length: 200_000 }, () => ({ a: [1] })))).toBe(true);
  });

  test('is no text with U+0000 or half of a pair, and no number without end, wherever they stand', () => {
    for (const word of ['a\0', '\ud800', '\udc00\ud800'])
      for (const value of [word, [1, [word]], { a: { b: word } }, { [word]: 1 }, [{ a: 1 }, { [word]: [] }]])
        expect(isStorable(value)).toBe(false);
    for (const value of [JSON.parse('1e999'), [Number.NaN], { a: [-Infinity] }])
      expect(isStorable(value)).toBe(false);
  });

  test.each(Object.entries(ways))('is no deeper than 64: %s', (_, of) => {
    expect(isStorable(of(64))).toBe(true);
    expect(isStorable([...Array.from({ length: 100 }, () => 1), of(62), of(62)])).toBe(true);
    expect(isStorable([of(64)])).toBe(false);
    expect(isStorable([1, { a: of(64) }, 2])).toBe(false);
    expect(isStorable(of(100_000))).toBe(false);
  });

  test('at depth 65 is refused, and what holds itself', () => {
    expect(isStorable(ways.arrays(65))).toBe(false);
    expect(isStorable(ways.objects(65))).toBe(false);
    const round: Record<string, unknown> = {};
    Object.assign(round, { a: round, b: round });
    expect(isStorable(round)).toBe(false);
  });
});
