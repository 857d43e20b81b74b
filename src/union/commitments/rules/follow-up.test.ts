import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluationOf, followUpOf, followUps, sideBySide } from './follow-up.ts';

test('a recommendation that nobody took over is not refused, and one that is open somewhere is open', () => {
  expect(followUpOf([])).toBe('unknown');
  expect(followUpOf(['declined', 'open'])).toBe('open');
  expect(followUpOf(['declined', 'done'])).toBe('done');
  expect(followUpOf(['declined', 'unsolvable'])).toBe('declined');
  expect(followUpOf(['done', 'unknown'])).toBe('unknown');
});

test('it belongs to the evaluation that is stated, else to the one that the register comes from', () => {
  expect(evaluationOf(2012, 2020)).toBe(2012);
  expect(evaluationOf(undefined, 2020)).toBe(2020);
  expect(evaluationOf(null, 2020)).toBe(2020);
});

test('evaluations stand side by side, the oldest first, and every recommendation is counted once', () => {
  const year = fc.constantFrom(2012, 2020, 2027);
  fc.assert(
    fc.property(
      fc.array(fc.record({ evaluation: year, followUp: fc.constantFrom(...followUps) })),
      fc.array(fc.record({ evaluation: year })),
      (recommended, found) => {
        const beside = sideBySide(recommended, found);
        const years = beside.map(({ evaluation }) => evaluation);
        expect(years).toEqual([...years].sort());
        for (const one of beside)
          expect(one.open + one.done + one.declined + one.unknown).toBe(one.recommendations);
        const sum = (key: 'recommendations' | 'findings') =>
          beside.reduce((total, one) => total + one[key], 0);
        expect(sum('recommendations')).toBe(recommended.length);
        expect(sum('findings')).toBe(found.length);
      },
    ),
  );
});
