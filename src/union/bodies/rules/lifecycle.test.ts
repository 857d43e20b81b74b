import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date, partialDates } from '#kernel/fixtures/dates.ts';
import { groupStates } from '../model.ts';
import { groupTransitions } from './lifecycle.ts';

fc.configureGlobal({ seed: 20200531 });

const steps = (group: Record<string, unknown>) =>
  groupTransitions(group, date('2020-05')).map(({ from, to, effectiveOn, observed }) => [
    from,
    to,
    effectiveOn,
    observed,
  ]);

test('The strategic consultation began in 2012 and was seen active in May 2020', () => {
  expect(steps({ created: '2012', status: 'active', status_as_of: '2020-05' })).toEqual([
    ['none', 'active', '2012', false],
    [null, 'active', '2020-05', true],
  ]);
});

test('The fraud group of 2002 was converted into its successor in 2012', () => {
  const [, ended] = groupTransitions(
    { created: '2002', ended: '2012', status: 'converted', successor: 'fisc-strat', source: ['12.1'] },
    date('2020-05'),
  );
  expect(ended).toMatchObject({
    to: 'converted',
    effectiveOn: '2012',
    observed: false,
    details: { successor: 'fisc-strat', source: ['12.1'] },
  });
});

test('A dormant group without dates was seen so at the date of its source, and says nothing of when that began', () => {
  expect(steps({ status: 'dormant' })).toEqual([[null, 'dormant', '2020-05', true]]);
  expect(steps({ status: null, created: null })).toEqual([]);
});

test('A group that has ended though its status is another one is abolished at its end', () => {
  expect(steps({ ended: '2016', status: 'dormant', status_as_of: '2015' })).toEqual([
    [null, 'abolished', '2016', false],
    [null, 'dormant', '2015', true],
  ]);
});

test('There is one step for each thing that is said, dated exactly as it is said', () => {
  const maybe = fc.option(partialDates());
  fc.assert(
    fc.property(
      maybe,
      maybe,
      fc.option(fc.constantFrom(...groupStates)),
      maybe,
      (created, ended, status, seen) => {
        const told = groupTransitions({ created, ended, status, status_as_of: seen }, date('2020-05'));
        const said = [created, ended, status === null ? null : (seen ?? '2020-05')].filter(
          (one) => one !== null,
        );
        expect(told.map(({ effectiveOn }) => effectiveOn)).toEqual(said);
        expect(told.filter(({ observed }) => observed)).toHaveLength(status === null ? 0 : 1);
      },
    ),
  );
});
