import { expect, test } from 'vitest';
import { asLimits } from './equalities.ts';
import type { TypedRow } from './model.ts';

const row: TypedRow = {
  ...{ id: 'line 7', ptdf: Float64Array.of(1, -1, 0), ram: 30 },
  ...{ kind: 'equality', element: null, contingency: null, operator: null, line: 7 },
};

test('A sum that has to come out exactly is two limits, and every other row stays as it is', () => {
  const element: TypedRow = { ...row, id: 'line 8', kind: 'element' };
  expect(asLimits([row, element])).toEqual([
    { ...row, id: 'line 7 ≤' },
    { ...row, id: 'line 7 ≥', ptdf: Float64Array.of(-1, 1, -0), ram: -30 },
    element,
  ]);
});
