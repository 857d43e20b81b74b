import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date } from '#kernel/fixtures/dates.ts';
import { groupStates } from '../../bodies/model.ts';
import { groupTransitions } from '../../bodies/rules/lifecycle.ts';
import { cosmeticOf, gains, type LedgerEntry, ledgerOf, losses, stepsWithin } from './ledger.ts';

fc.configureGlobal({ seed: 20200531 });

const entry = (
  group: string,
  opening: string,
  closing: string,
  ...steps: readonly (readonly [to: string, on: string])[]
): LedgerEntry => ({ group, opening, closing, steps: steps.map(([to, on]) => ({ to, on: date(on) })) });

test('Every movement by an example: opening 3, two come, three go, closing 2', () => {
  const ledger = ledgerOf([
    entry('stays', 'active', 'active'),
    entry('new', 'none', 'active', ['active', '2019']),
    entry('woken', 'dormant', 'active', ['active', '2019-03']),
    entry('asleep', 'active', 'dormant', ['dormant', '2019-06']),
    entry('ended', 'active', 'abolished', ['abolished', '2019-12-31']),
    entry('never', 'none', 'none'),
    entry('long gone', 'merged', 'merged'),
  ]);
  expect(ledger).toMatchObject({
    opening: ['stays', 'asleep', 'ended'],
    closing: ['stays', 'new', 'woken'],
    openingUnknown: [],
    closingUnknown: [],
    complete: true,
    movements: {
      created: ['new'],
      revived: ['woken'],
      dormant: ['asleep'],
      abolished: ['ended'],
      merged: [],
      converted: [],
      otherwise: [],
    },
  });
});

test('What falls out of the count and goes on elsewhere is told beside it; what comes, or ends for good, is not', () => {
  const [abolished, merged, gone, revived] = ['abolished', 'merged', 'abolished', 'active'].map((to) => ({
    to,
    on: date('2019-05-01'),
  }));
  const of = (group: string, ...steps: LedgerEntry['steps']): LedgerEntry => ({
    group,
    opening: 'active',
    closing: 'active',
    steps,
  });
  const told = cosmeticOf([
    of('words', { ...abolished, livesOn: 'an informal round' } as LedgerEntry['steps'][number]),
    of('into', { ...merged, livesOn: 'council' } as LedgerEntry['steps'][number]),
    of('gone', gone as LedgerEntry['steps'][number]),
    of('back', { ...revived, livesOn: 'council' } as LedgerEntry['steps'][number]),
  ]);
  expect(told.map(({ group, livesOn }) => `${group}: ${livesOn}`)).toEqual([
    'words: an informal round',
    'into: council',
  ]);
});

test('A group that was put to sleep and woken within the year moved twice, and the account still closes', () => {
  const { movements, opening, closing } = ledgerOf([
    entry('twice', 'active', 'active', ['dormant', '2019-02'], ['active', '2019-09']),
  ]);
  expect([movements.dormant, movements.revived, opening, closing]).toEqual([
    ['twice'],
    ['twice'],
    ['twice'],
    ['twice'],
  ]);
});

test('A group seen dormant later is unknown at both ends: it stands in no sum, moves nowhere, and leaves the account open', () => {
  const ledger = ledgerOf([
    entry('fisc-moss', 'unknown', 'unknown'),
    entry('fisc-strat', 'active', 'active'),
  ]);
  expect(ledger).toMatchObject({
    opening: ['fisc-strat'],
    openingUnknown: ['fisc-moss'],
    closingUnknown: ['fisc-moss'],
    complete: false,
  });
  expect(Object.values(ledger.movements).flat()).toEqual([]);
});

test('A dated end is counted though the state before is unknown; becoming known is no movement', () => {
  const { movements, complete } = ledgerOf([
    entry('ended', 'unknown', 'merged', ['merged', '2019-05']),
    entry('told', 'unknown', 'active'),
  ]);
  expect(movements).toMatchObject({ merged: ['ended'], created: [], revived: [] });
  expect(complete).toBe(false);
});

test('A group seen dormant or merged at the end of the year, unknown before, did not certainly become so within it', () => {
  const ledger = ledgerOf([
    entry('fisc-moss', 'unknown', 'dormant'),
    entry('control-room-radio', 'unknown', 'merged'),
    entry('fisc-strat', 'active', 'active'),
  ]);
  expect(Object.values(ledger.movements).flat()).toEqual([]);
  expect([ledger.openingUnknown.length, ledger.closingUnknown.length, ledger.complete]).toEqual([
    2,
    0,
    false,
  ]);
});

test('Only dated steps that lie wholly within the year count: no sights, nothing dated to more than the year holds', () => {
  const steps = groupTransitions(
    { created: '2019', ended: '2020-01-15', status: 'abolished', status_as_of: '2019-11' },
    date('2020-05'),
  );
  expect(stepsWithin(steps, date('2019'), date('2019'))).toEqual([{ to: 'active', on: '2019' }]);
  expect(stepsWithin(steps, date('2020'), date('2020-05'))).toEqual([{ to: 'abolished', on: '2020-01-15' }]);
  // The year had not come so far on the day asked about.
  expect(stepsWithin(steps, date('2020'), date('2020-01-14'))).toEqual([]);
  expect(stepsWithin(steps, date('2018'), date('2018'))).toEqual([]);
});

const knownStates = ['none', ...groupStates] as const;
const entries = (states: readonly string[]) =>
  fc.array(
    fc.record({
      group: fc.uuid(),
      opening: fc.constantFrom(...states),
      closing: fc.constantFrom(...states),
      steps: fc.array(
        fc.constantFrom(...groupStates).map((to) => ({ to, on: date('2019') })),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 30 },
  );

test('Opening and movements give the closing wherever every state is known', () => {
  fc.assert(
    fc.property(entries(knownStates), (all) => {
      const { opening, closing, movements, complete } = ledgerOf(all);
      const sum = (names: readonly (keyof typeof movements)[]) =>
        names.reduce((total, name) => total + movements[name].length, 0);
      expect(complete).toBe(true);
      expect(opening.length + sum(gains) - sum(losses)).toBe(closing.length);
    }),
    { numRuns: 500 },
  );
});

test('What is unknown is counted once at its end and never as active; the account then says that it is open', () => {
  fc.assert(
    fc.property(entries([...knownStates, 'unknown']), (all) => {
      const ledger = ledgerOf(all);
      for (const end of ['opening', 'closing'] as const) {
        const unknown = all.filter((one) => one[end] === 'unknown').map(({ group }) => group);
        expect(ledger[`${end}Unknown`]).toEqual(unknown);
        expect(ledger[end].filter((group) => unknown.includes(group))).toEqual([]);
      }
      expect(ledger.complete).toBe(
        all.every(({ opening, closing }) => ![opening, closing].includes('unknown')),
      );
    }),
  );
});
