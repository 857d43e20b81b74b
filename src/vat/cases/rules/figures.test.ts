import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseFigures, type Ended, inTimeOf, medianOf, tellCases, tellInTime } from './figures.ts';

let cases = 0;
/** A case of its own, unless its id is said. */
const ended = (said: Partial<Ended>): Ended => ({
  ...{ id: `case-${cases++}`, party: 'BE' },
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

test('Feedback in time is of what was given or is overdue', () => {
  const owed = (['given', 'given', 'late', 'overdue'] as const).map((standing, index) => ({
    ...{ id: `feedback-${index}`, state: 'NL', standing },
  }));
  expect(inTimeOf(owed)).toEqual({ value: 1 / 2, known: 4, of: 4 });
});

describe('What a coordinator is told', () => {
  test('is no cost of a few, nor how many have none', () => {
    expect(tellCases([...many(1, {}), ...many(6, { cost: 1_00 })]).all).toBeNull();
    expect(tellCases([...many(4, {}), ...many(6, { cost: 1_00 }), ...many(5, {})]).all?.cost).toMatchObject({
      known: 6,
      of: 15,
    });
  });
  test('is a figure of as many cases as the floor, and of what has come by then', () => {
    const told = tellCases([...many(5, {}), ...many(6, { party: 'NL', outcome: 'honest' })]);
    expect(told.byParty.map(([party, figures]) => [party, figures?.cases])).toEqual([
      ['BE', 5],
      ['NL', 5],
    ]);
    expect(told.all?.cases).toBe(10);
  });
  test('is no figure of fewer, whatever it is of', () => {
    expect(tellCases(many(4, {})).all).toBeNull();
    for (const odd of [ended({ outcome: 'honest' }), ended({ stopped: 12_345_67 }), ended({ days: 30 })]) {
      expect(tellCases([odd, ...many(8, {})], ['BE'])).toEqual({ all: null, byParty: [['BE', null]] });
      expect(tellCases([...many(8, {}), odd]), 'what came by then is told, and no word of the one').toEqual(
        tellCases(many(5, {})),
      );
    }
  });
  test('is nothing of a party that has too few, not even within what is told of all', () => {
    const rows = [...many(4, { party: 'LU' }), ...many(6, {}), ...many(9, { party: 'NL' })];
    const told = tellCases(rows, ['BE', 'LU', 'NL']);
    expect(told.byParty.map(([party, figures]) => [party, figures?.cases ?? null])).toEqual([
      ['BE', 5],
      ['LU', null],
      ['NL', 5],
    ]);
    expect(told.all?.cases).toBe(10);
  });
  test('does not show by a line that a party closed its first case', () => {
    const parties = ['BE', 'LU'];
    expect(tellCases(many(1, { party: 'LU' }), parties)).toEqual(tellCases([], parties));
    expect(tellCases(many(1, { party: 'LU' })).byParty, 'of a party of which nobody speaks').toEqual([]);
    expect(tellCases(many(5, { party: 'LU' })).byParty, 'what was told of one that left stays').toHaveLength(
      1,
    );
  });
  test('stays as it was told, whatever becomes of a case that was told', () => {
    // Of ten 5 500 together, one of them 300; opened again and closed with 50 000, the difference would be that one.
    const [first, ...others] = Array.from({ length: 10 }, (_, index) =>
      ended({ stopped: (index + 1) * 100_00 }),
    );
    const ten = [first as Ended, ...others];
    const again = { ...(ten[2] as Ended), stopped: 50_000_00 };
    const told = tellCases(ten);
    expect(told.all).toMatchObject({ cases: 10, stopped: { value: 5_500_00 } });
    expect(tellCases([...ten, again])).toEqual(told);
    expect(tellCases([...ten, ended({ stopped: 1_100_00 }), again]), 'nor lets another in').toEqual(told);
    expect(tellCases([...ten, again, ...many(4, { stopped: 1_00 })]), 'nor is one of the next five').toEqual(
      told,
    );
  });
  test('is of a case that waits as it was closed last', () => {
    const [one, ...others] = [ended({ stopped: 300_00 }), ...many(4, { stopped: 100_00 })];
    const again = { ...(one as Ended), stopped: 700_00 };
    expect(tellCases([one as Ended, again, ...others]).all).toMatchObject({
      ...{ cases: 5, stopped: { value: 1_100_00, known: 5 } },
    });
    const waiting = [...many(4, { outcome: 'honest' }), ...many(6, {})];
    const turned = { ...(waiting[9] as Ended), outcome: 'honest' as const };
    expect(tellCases([...waiting, turned]).all, 'closing one anew ends no group by itself').toBeNull();
    expect(tellCases([...waiting, turned, ...many(5, {})]).all).toMatchObject({ cases: 15, confirmed: 10 });
  });
  test('does not move by one case that was closed, so that nobody reads off what came of it', () => {
    const before = tellCases(many(10, { stopped: 100_00 }));
    const after = tellCases([...many(10, { stopped: 100_00 }), ended({ stopped: 10_000_00, cost: 500_00 })]);
    expect(after).toEqual(before);
  });
  test('does not say of the case that moved it what came of it: the fifth honest one moves nothing alone', () => {
    const before = [...many(4, { outcome: 'honest' }), ...many(7, {})];
    for (const [after, moved] of [
      [[...before, ended({ outcome: 'honest' })], false],
      [[...before, ended({ outcome: 'honest' }), ...many(2, {})], false],
      // The last of the lot is one of five, of which one at the least is honest: which of them, nobody can tell.
      [[...before, ended({ outcome: 'honest' }), ...many(3, {})], true],
      [[...before, ...many(3, {}), ended({ outcome: 'honest' })], true],
    ] as const)
      expect(tellCases(after).all?.cases ?? 0).toBe(moved ? 15 : 0);
  });
  test('has all its figures of the same cases, so that no two of them can be subtracted', () => {
    // Were amounts told of groups of their own, "stopped: known of 10 of 10" beside 11 confirmed would say that of the newest none is known.
    expect(
      tellCases([...many(10, { days: 30 }), ended({}), ...many(4, { days: 30 })]).all,
      'one without days holds all back',
    ).toMatchObject({ cases: 10, confirmed: 10, stopped: { of: 10 }, days: { of: 10 }, cost: { of: 10 } });
  });
  test('says of no outcomes before the amounts of the same cases, else four without an amount could be reckoned', () => {
    const twenty = [...many(4, {}), ...many(16, { stopped: 100_00 })];
    expect(
      tellCases(twenty).all,
      'twenty confirmed are not told while four of them have no amount',
    ).toBeNull();
    expect(tellCases([...twenty, ...many(5, {})]).all).toMatchObject({
      ...{ confirmed: 25, stopped: { known: 16, of: 25 } },
    });
    // Had "20 confirmed" been told meanwhile, only one count of unknown amounts among them would fit what is told at last.
    const waits = (unknown: number) => [unknown, 20 - unknown].some((count) => count > 0 && count < 5);
    const fitting = Array.from({ length: 21 }, (_, unknown) => unknown).filter(
      (unknown) => waits(unknown) && 9 - unknown >= 0 && 9 - unknown <= 5,
    );
    expect(fitting).toEqual([4]);
  });
  test('never differs by fewer than the floor from what is told when some more were closed', () => {
    const one = fc.record({
      party: fc.constantFrom('BE', 'NL', 'LU'),
      outcome: fc.constantFrom('missing_trader' as const, 'honest' as const, 'unknown' as const),
      stopped: fc.option(fc.nat(1_000), { nil: null, freq: 1 }),
      days: fc.option(fc.nat(100), { nil: null, freq: 1 }),
      cost: fc.option(fc.nat(1_000), { nil: null, freq: 1 }),
    });
    const countsOf = (figures: ReturnType<typeof caseFigures> | null | undefined) =>
      figures === null || figures === undefined
        ? [0, 0, 0, 0, 0, 0]
        : [
            ...[figures.cases, figures.decided, figures.confirmed],
            ...[figures.stopped.known, figures.days.known, figures.cost.known],
          ];
    let moved = 0;
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 200, maxLength: 400, size: 'max' }),
        fc.nat(200),
        (drawn, some) => {
          const rows = drawn.map((row, index) => ({ ...row, id: `case-${index}` }));
          const [early, late] = [tellCases(rows.slice(0, some)), tellCases(rows)];
          const of = (told: typeof late, party: string) => told.byParty.find(([name]) => name === party)?.[1];
          for (const [before, after] of [
            [early.all, late.all],
            ...['BE', 'NL', 'LU'].map((party) => [of(early, party), of(late, party)]),
          ]) {
            if (after !== null && after !== undefined)
              expect([after.stopped.of, after.days.of, after.hitRate.of, after.cost.of]).toEqual([
                ...[after.confirmed, after.confirmed, after.cases, after.cases],
              ]);
            for (const [place, count] of countsOf(after).entries()) {
              const more = count - (countsOf(before)[place] as number);
              expect(more === 0 || more >= 5).toBe(true);
              if (more > 0) moved++;
            }
          }
        },
      ),
      { seed: 6, numRuns: 200 },
    );
    expect(moved).toBeGreaterThan(100);
  });
  test('is of feedback told by the same floor', () => {
    const owed = (count: number, state: string, standing: 'given' | 'overdue') =>
      Array.from({ length: count }, () => ({ id: `feedback-${cases++}`, state, standing }));
    expect(tellInTime([...owed(5, 'NL', 'given'), ...owed(5, 'NL', 'overdue')]).all?.value).toBe(0.5);
    expect(tellInTime([...owed(5, 'NL', 'given'), ...owed(2, 'NL', 'overdue')]).all?.known).toBe(5);
    expect(tellInTime([...owed(4, 'NL', 'given'), ...owed(2, 'NL', 'overdue')]).all).toBeNull();
  });
});
