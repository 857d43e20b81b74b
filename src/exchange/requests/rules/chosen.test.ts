import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Chosen, type Counted, choiceKeys, totalOf, valuesOf } from './chosen.ts';

const outcome = fc.constantFrom('content', 'denied', 'waiting');
const direction = fc.constantFrom('asked', 'received');
const other = fc.constantFrom('BE', 'LU');
const some = fc.array(
  fc.record<Counted>({ outcome, direction, other, count: fc.integer({ min: 1, max: 9 }) } as never),
);
const filters = fc.record<Chosen>({
  outcome: fc.option(outcome),
  direction: fc.option(direction),
  other: fc.option(other),
});

test('a value of a filter says how many questions there are once it is chosen', () => {
  fc.assert(
    fc.property(some, filters, (counted, chosen) => {
      for (const key of choiceKeys)
        for (const { value, count } of valuesOf(counted, chosen, key))
          expect(count).toBe(totalOf(counted, { ...chosen, [key]: value }));
    }),
  );
});

test('what empties the list stays, so that it can be taken away', () => {
  const counted: readonly Counted[] = [{ outcome: 'denied', direction: 'asked', other: 'BE', count: 2 }];
  const chosen = { outcome: 'content', direction: null, other: null };
  expect(valuesOf(counted, chosen, 'outcome')).toEqual([
    { value: 'denied', count: 2 },
    { value: 'content', count: 0 },
  ]);
  expect(valuesOf(counted, chosen, 'other')).toEqual([]);
  expect(totalOf(counted, { ...chosen, outcome: null })).toBe(2);
});
