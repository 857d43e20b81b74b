import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberVertices } from './vertex-numbers.ts';

describe('Names of vertices', () => {
  test('get numbers in the order in which they come, each one, as a Map would give them', () => {
    const name = fc.oneof(
      fc.nat(40),
      fc.maxSafeNat(),
      fc.nat(2 ** 20).map((one) => one * 2 ** 32),
      fc.nat(2 ** 20).map((one) => one * 1_024),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 400, size: 'max' }), (given) => {
        const numbers = numberVertices();
        const known = new Map<number, number>();
        for (const one of given) {
          const wanted = known.get(one) ?? known.size;
          known.set(one, wanted);
          expect(numbers.of(one)).toBe(wanted);
        }
        expect([...numbers.names()]).toEqual([...known.keys()]);
      }),
      { numRuns: 300, seed: 20_261_127 },
    );
  });

  test('stay what they are however many more come, those far apart too', () => {
    const numbers = numberVertices();
    const names = Array.from({ length: 50_000 }, (_, place) => place * 2 ** 37);
    const first = names.map((one) => numbers.of(one));
    expect(first).toEqual(names.map((_, place) => place));
    expect(names.map((one) => numbers.of(one))).toEqual(first);
    expect(numbers.names().length).toBe(50_000);
  });
});
