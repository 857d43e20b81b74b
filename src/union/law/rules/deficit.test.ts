import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lawStatuses } from '../model.ts';
import { type BoardCell, deficitOf } from './deficit.ts';

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
