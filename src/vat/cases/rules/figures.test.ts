import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseFigures, type Ended, inTimeOf, medianOf, tellCases, tellInTime } from './figures.ts';

const ended = (said: Partial<Ended>): Ended => ({
  party: 'BE',
  outcome: 'missing_trader',
  stopped: null,
  days: null,
  cost: null,
  ...said,
});
const many = (count: number, said: Partial<Ended>): readonly Ended[] =>
  Array.from({ length: count }, () => ended(said));

describe('What came of cases', () => {
  test('is summed over what is known, and says of how many that is', () => {
    const figures = caseFigures([
      ended({ stopped: 100_00, days: 30 }),
      ended({ stopped: null, days: 50 }),
      ended({ outcome: 'other_fraud', stopped: 0, days: null }),
      ended({ outcome: 'honest', stopped: null, cost: 2_500_00 }),
      ended({ outcome: 'unknown' }),
    ]);
    expect(figures).toEqual({
      ...{ cases: 5, decided: 4, confirmed: 3 },
      stopped: { value: 100_00, known: 2, of: 3 },
      days: { value: 40, known: 2, of: 3 },
      hitRate: { value: 3 / 4, known: 4, of: 5 },
      cost: { value: 2_500_00, known: 1, of: 5 },
    });
  });
  test('is unknown where nothing of it is known, and not nothing', () => {
    const figures = caseFigures([ended({}), ended({ outcome: 'unknown' })]);
    expect(figures.stopped).toEqual({ value: null, known: 0, of: 1 });
    expect(figures.days.value).toBeNull();
    expect(figures.cost).toEqual({ value: null, known: 0, of: 2 });
    expect(caseFigures([ended({ outcome: 'unknown' })]).hitRate).toEqual({ value: null, known: 0, of: 1 });
    expect(caseFigures([ended({ stopped: 0 })]).stopped.value, 'nothing was stopped is known, too').toBe(0);
  });
  test('has as its median one of them, or the mean of both in the middle', () => {
    expect(medianOf([9, 1, 5])).toBe(5);
    expect(medianOf([1, 2])).toBe(1.5);
    expect(medianOf([])).toBeNull();
  });
});

test('Feedback in time is of what was given or is overdue, and not of what is still to come', () => {
  const owed = (['owed', 'given', 'given', 'late', 'overdue'] as const).map((standing) => ({
    state: 'NL',
    standing,
  }));
  expect(inTimeOf(owed)).toEqual({ value: 1 / 2, known: 4, of: 5 });
  expect(inTimeOf([{ state: 'NL', standing: 'owed' }])).toEqual({ value: null, known: 0, of: 1 });
});

describe('What a coordinator is told', () => {
  test('is no cost of a few, nor how many have none', () => {
    expect(tellCases([...many(6, { cost: 1_00 }), ...many(1, {})]).all).toBeNull();
    expect(tellCases([...many(6, { cost: 1_00 }), ...many(5, {})]).all?.cost).toMatchObject({
      known: 6,
      of: 11,
    });
  });
  test('is a figure of as many cases as the floor', () => {
    const told = tellCases([...many(5, {}), ...many(6, { party: 'NL', outcome: 'honest' })]);
    expect(told.byParty.map(([party, figures]) => [party, figures?.cases])).toEqual([
      ['BE', 5],
      ['NL', 6],
    ]);
    expect(told.all?.cases).toBe(11);
  });
  test('is no figure of fewer, whatever it is of', () => {
    for (const few of [
      many(4, {}),
      [...many(8, {}), ended({ outcome: 'honest' })],
      [...many(8, {}), ended({ stopped: 12_345_67 })],
      [...many(8, { days: 30 }), ended({})],
    ])
      expect([tellCases(few).all, tellCases(few).byParty[0]?.[1]]).toEqual([null, null]);
  });
  test('is not what one party alone would leave: a second is withheld with it', () => {
    const told = tellCases([...many(4, { party: 'LU' }), ...many(6, {}), ...many(9, { party: 'NL' })]);
    expect(told.byParty.map(([party, figures]) => [party, figures?.cases ?? null])).toEqual([
      ['BE', null],
      ['LU', null],
      ['NL', 9],
    ]);
    expect(told.all?.cases).toBe(19);
  });
  test('never leaves fewer than the floor of those withheld, by taking what is told from all', () => {
    const party = fc.constantFrom('BE', 'NL', 'LU', 'DE', 'FR');
    const one = fc.record({
      party,
      outcome: fc.constantFrom('missing_trader' as const, 'honest' as const, 'unknown' as const),
      stopped: fc.option(fc.nat(1_000), { nil: null }),
      days: fc.option(fc.nat(100), { nil: null }),
      cost: fc.option(fc.nat(1_000), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 80 }), (rows) => {
        const told = tellCases(rows);
        const hidden = told.byParty.filter(([, figures]) => figures === null);
        if (told.all === null || hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThan(1);
        for (const count of ['cases', 'confirmed'] as const) {
          const open = told.byParty.reduce((sum, [, figures]) => sum + (figures?.[count] ?? 0), 0);
          const left = told.all[count] - open;
          expect(left === 0 || left >= 5).toBe(true);
        }
      }),
      { seed: 6, numRuns: 500 },
    );
  });
  test('is of feedback told by the same floor', () => {
    const owed = (count: number, state: string, standing: 'given' | 'overdue') =>
      Array.from({ length: count }, () => ({ state, standing }));
    expect(tellInTime([...owed(5, 'NL', 'given'), ...owed(5, 'NL', 'overdue')]).all?.value).toBe(0.5);
    expect(tellInTime([...owed(5, 'NL', 'given'), ...owed(2, 'NL', 'overdue')]).all).toBeNull();
  });
});
