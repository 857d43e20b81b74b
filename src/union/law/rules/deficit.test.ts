import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date, day, partialDates, plainDates } from '#kernel/fixtures/dates.ts';
import { checkStates, lawStatuses, practiceStatuses } from '../model.ts';
import { type BoardCell, changeOf, deficitOf, figuresOf, type ScoredCell } from './deficit.ts';

fc.configureGlobal({ seed: 20200531 });

const cell = (
  instrument: string,
  inLaw: BoardCell['inLaw'],
  kind = 'recommendation',
  party = 'NL',
): BoardCell => ({
  instrument,
  kind,
  party,
  inLaw,
});

test('The paper recommendation that the Netherlands declined is open; one of which nothing is known is not', () => {
  const cells = [
    cell('eow-paper', 'declined'),
    cell('cdw', 'unknown'),
    cell('ecmr-protocol', 'not_implemented', 'protocol'),
  ];
  expect(deficitOf(cells, ['decision', 'recommendation', 'directive'], ['NL'])).toEqual([
    { party: 'NL', open: 1, assessed: 1, unknown: 1, notApplicable: 0 },
  ]);
});

test('A state of which nothing is known has no deficit of zero, but nothing assessed', () => {
  expect(
    deficitOf([cell('cdw', 'unknown', 'recommendation', 'BE')], ['recommendation'], ['BE', 'LU']),
  ).toEqual([
    { party: 'BE', open: 0, assessed: 0, unknown: 1, notApplicable: 0 },
    { party: 'LU', open: 0, assessed: 0, unknown: 0, notApplicable: 0 },
  ]);
});

test('Unknown is never counted: whatever is added that is unknown, open and assessed stay as they were', () => {
  const cells = fc.array(
    fc.record({
      kind: fc.constantFrom('decision', 'treaty'),
      party: fc.constantFrom('NL', 'BE'),
      inLaw: fc.constantFrom(...lawStatuses),
      instrument: fc.constant('one'),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(cells, cells, (some, others) => {
      const unknowns = others.map((one) => ({ ...one, inLaw: 'unknown' as const }));
      const before = deficitOf(some, ['decision'], ['NL', 'BE']);
      const after = deficitOf([...some, ...unknowns], ['decision'], ['NL', 'BE']);
      for (const [index, deficit] of after.entries()) {
        expect([deficit.open, deficit.assessed]).toEqual([before[index]?.open, before[index]?.assessed]);
        expect(deficit.open).toBeLessThanOrEqual(deficit.assessed);
        const counted = [...some, ...unknowns].filter(
          ({ kind, party }) => kind === 'decision' && party === deficit.party,
        );
        expect(deficit.assessed + deficit.unknown + deficit.notApplicable).toBe(counted.length);
        expect(deficit.open).toBe(
          counted.filter(({ inLaw }) => ['partial', 'not_implemented', 'declined'].includes(inLaw)).length,
        );
      }
    }),
  );
});

const scored = (inLaw: ScoredCell['inLaw'], said: Partial<ScoredCell> = {}): ScoredCell => ({
  ...cell('one', inLaw, 'directive'),
  inPractice: 'unknown',
  check: 'none',
  implementBy: null,
  ...said,
});
const figures = (cells: readonly ScoredCell[], cutOff: string) =>
  figuresOf(cells, ['directive'], ['NL'], day(cutOff))[0];

test('At a cut-off: one of four open is 25%, late since the end of 2017 by 29 whole months, which is more than two years', () => {
  const late = { implementBy: date('2017') };
  const cells = [
    scored('not_implemented', late),
    scored('implemented', late),
    scored('implemented', { check: 'confirmed' }),
    scored('implemented', { inPractice: 'not_applied' }),
    scored('not_implemented', { implementBy: date('2020-06-01') }),
    scored('unknown', late),
  ];
  expect(figures(cells, '2020-05-31')).toEqual({
    party: 'NL',
    open: 1,
    assessed: 4,
    unknown: 1,
    notApplicable: 0,
    percent: 25,
    notYetDue: 1,
    overdueTwoYears: 1,
    delayMonths: 29,
    undated: 0,
    conformity: { against: 1, judged: 2, unjudged: 1, percent: 50 },
  });
});

test('The last day of a deadline is not late, the day after is; a deadline of 29 February is two years old on 28 February', () => {
  const open = [scored('declined', { implementBy: date('2016-02-29') })];
  expect(figures(open, '2016-02-29')).toMatchObject({ open: 0, notYetDue: 1 });
  expect(figures(open, '2016-03-01')).toMatchObject({ open: 1, notYetDue: 0, delayMonths: 0 });
  expect(figures(open, '2018-02-27')).toMatchObject({ overdueTwoYears: 0, delayMonths: 23 });
  expect(figures(open, '2018-02-28')).toMatchObject({ overdueTwoYears: 1, delayMonths: 24 });
});

test('What cannot be computed is null and never nought: nothing assessed, no deadline, nothing looked at', () => {
  expect(figures([scored('unknown')], '2020-05-31')).toMatchObject({ percent: null, overdueTwoYears: 0 });
  expect(figures([scored('declined')], '2020-05-31')).toMatchObject({
    percent: 100,
    overdueTwoYears: null,
    delayMonths: null,
    undated: 1,
  });
  expect(figures([scored('implemented', { check: 'asserted' })], '2020-05-31')?.conformity).toEqual({
    against: 0,
    judged: 0,
    unjudged: 1,
    percent: null,
  });
});

test('The change is in percentage points, and none where one of the two is no figure', () => {
  expect(changeOf({ open: 1, assessed: 3 }, { open: 2, assessed: 3 })).toBe(-33.3);
  expect(changeOf({ open: 1, assessed: 3 }, { open: 1, assessed: 3 })).toBe(0);
  expect(changeOf({ open: 1, assessed: 3 }, { open: 0, assessed: 0 })).toBeNull();
  expect(changeOf({ open: 0, assessed: 0 }, { open: 1, assessed: 3 })).toBeNull();
  expect(changeOf({ open: 1, assessed: 3 }, undefined)).toBeNull();
});

test('Every cell that counts stands in one figure; the late are open, and a later cut-off makes nothing less late', () => {
  const cells = fc.array(
    fc.record({
      instrument: fc.constant('one'),
      kind: fc.constantFrom('directive', 'treaty'),
      party: fc.constant('NL'),
      inLaw: fc.constantFrom(...lawStatuses),
      inPractice: fc.constantFrom(...practiceStatuses),
      check: fc.constantFrom(...checkStates),
      implementBy: fc.option(partialDates('2010-01-01', 4_000), { nil: null }),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(
      cells,
      plainDates('2010-01-01', 5_000),
      plainDates('2010-01-01', 5_000),
      (some, one, other) => {
        const [early, late] = [one, other].sort().map((cutOff) => figures(some, cutOff));
        for (const found of [early, late]) {
          if (found === undefined) throw new Error('NL is asked for');
          const counted = some.filter(({ kind }) => kind === 'directive').length;
          expect(found.assessed + found.unknown + found.notApplicable + found.notYetDue).toBe(counted);
          expect(found.overdueTwoYears ?? 0).toBeLessThanOrEqual(found.open - found.undated);
          expect(found.delayMonths ?? 0).toBeGreaterThanOrEqual(24 * (found.overdueTwoYears ?? 0));
          expect(found.conformity.against).toBeLessThanOrEqual(found.conformity.judged);
          expect(found.percent === null).toBe(found.assessed === 0);
        }
        expect(late?.delayMonths ?? 0).toBeGreaterThanOrEqual(early?.delayMonths ?? 0);
      },
    ),
  );
});
