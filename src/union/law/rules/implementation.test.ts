import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date, partialDates } from '#kernel/fixtures/dates.ts';
import { lawStatuses, practiceStatuses } from '../model.ts';
import { instrumentTransitions } from './implementation.ts';

fc.configureGlobal({ seed: 20200531 });

const known = date('2020-05');

test('Ratified by the Netherlands, signed by Belgium with its reason, unknown in practice: two steps, none for unknown', () => {
  const steps = instrumentTransitions(
    {
      implementation: {
        NL: { in_law: 'implemented', in_practice: 'unknown', as_of: '2020-05', detail: 'ratified' },
        BE: { in_law: 'not_implemented', in_practice: 'unknown', as_of: null, reason: 'distrust' },
      },
      source: ['11.2'],
    },
    known,
  );
  expect(steps).toEqual([
    { axis: 'in_law/NL', from: null, to: 'implemented', effectiveOn: '2020-05', observed: true, details: { detail: 'ratified', source: ['11.2'] } },
    { axis: 'in_law/BE', from: null, to: 'not_implemented', effectiveOn: '2020-05', observed: true, details: { reason: 'distrust', source: ['11.2'] } },
  ]); // biome-ignore format: a step a line
});

test('An instrument is adopted, comes into force and expires on the dates that the source gives, and on no other', () => {
  const states = (instrument: Record<string, unknown>) =>
    instrumentTransitions(instrument, known).map(({ from, to, effectiveOn }) => [from, to, effectiveOn]);
  expect(states({ adopted: '2008', in_force: '2012', in_force_until: null })).toEqual([
    ['none', 'adopted', '2008'],
    [null, 'in_force', '2012'],
  ]);
  expect(states({ in_force_until: '2016-06' })).toEqual([[null, 'expired', '2016-06']]);
  expect(states({ in_force_until: '2016-06', superseded_by: 'next' })).toEqual([
    [null, 'superseded', '2016-06'],
  ]);
  expect(states({ adopted: null })).toEqual([]);
});

test('There is one step for each party and axis that is known, and none that is unknown', () => {
  const status = fc.record({
    in_law: fc.constantFrom(...lawStatuses),
    in_practice: fc.constantFrom(...practiceStatuses),
    as_of: fc.option(partialDates()),
  });
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('NL', 'BE', 'LU'), status), (implementation) => {
      const steps = instrumentTransitions({ implementation }, known);
      const said = Object.entries(implementation).flatMap(([party, one]) => [
        [`in_law/${party}`, one.in_law, one.as_of ?? known],
        [`in_practice/${party}`, one.in_practice, one.as_of ?? known],
      ]);
      expect(steps.map(({ axis, to, effectiveOn }) => [axis, to, effectiveOn])).toEqual(
        said.filter(([, to]) => to !== 'unknown'),
      );
    }),
  );
});
