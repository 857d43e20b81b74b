import { expect, test } from 'vitest';
import { date } from '#kernel/fixtures/dates.ts';
import { plenaryRows, presidencyFigures } from './presidency.ts';

const period = { from: date('2019-01-01'), to: date('2020-12-31') };
const members = ['BE', 'LU', 'NL'];

test('Two years in figures: what was tabled in them, what was answered in them, what is overdue at their end', () => {
  const items = [
    { tabled: date('2018-12-31'), clocks: [{ state: 'answered', answeredOn: date('2019-06') }] },
    { tabled: date('2019-01-01'), clocks: [{ state: 'overdue', answeredOn: null }] },
    {
      tabled: date('2020-12'),
      clocks: [
        { state: 'running', answeredOn: null },
        { state: 'answered', answeredOn: date('2021-01-01') },
      ],
    },
    { tabled: null, clocks: [{ state: 'due_unknown', answeredOn: null }] },
  ] as const;
  expect(presidencyFigures(items, [], members, period)).toEqual({
    tabled: 2,
    answers: 1,
    overdue: 1,
    plenaries: [],
    unknown: { items: 1, attendance: 0 },
  });
});

test('Of whom nothing is recorded is not absent: it is not known, as what is recorded as unknown', () => {
  const attended = [
    { plenary: date('2019-06-15'), party: 'BE', present: 'yes' },
    { plenary: date('2019-06-15'), party: 'NL', present: 'no' },
    { plenary: date('2020-03-20'), party: 'NL', present: 'unknown' },
    { plenary: date('2021-03-20'), party: 'NL', present: 'yes' },
  ] as const;
  const { plenaries, unknown } = presidencyFigures([], attended, members, period);
  expect(plenaries).toEqual([
    { plenary: '2020-03-20', byParty: { BE: null, LU: null, NL: 'unknown' } },
    { plenary: '2019-06-15', byParty: { BE: 'yes', LU: null, NL: 'no' } },
  ]);
  expect(unknown.attendance).toBe(4);
  expect(plenaryRows(attended, members).map(({ plenary }) => plenary)).toEqual([
    '2021-03-20',
    '2020-03-20',
    '2019-06-15',
  ]);
});
