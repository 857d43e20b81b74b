import { expect, test } from 'vitest';
import { day } from '#kernel/fixtures/dates.ts';
import { renewalOf } from './renewal.ts';

const start = {
  id: 'start',
  body: { moment: 'start', outcome: 'in_favour', decided: '2020-02-20', valid_until: '2023-03-31' },
};
const review = {
  id: 'review',
  body: { moment: 'review', outcome: 'in_favour', decided: '2023-02-01', valid_until: '2025' },
};

test.each([
  ['2022-12-30', null],
  ['2022-12-31', { assessment: 'start', until: '2023-03-31', lapsed: false }],
  ['2023-03-31', { assessment: 'start', until: '2023-03-31', lapsed: false }],
  ['2023-04-01', { assessment: 'start', until: '2023-03-31', lapsed: true }],
] as const)('An assessment that holds until 31 March 2023, on %s', (on, expected) => {
  expect(renewalOf([start], day(on))).toEqual(expected);
});

test('The newest that was decided by the day counts; a review in favour renews, against or at the exit it does not', () => {
  expect(renewalOf([review, start], day('2023-01-31'))).toMatchObject({ assessment: 'start' });
  expect(renewalOf([start, review], day('2023-02-01'))).toBeNull();
  expect(renewalOf([start, review], day('2025-10-02'))).toMatchObject({
    assessment: 'review',
    lapsed: false,
  });
  for (const other of [{ outcome: 'against' }, { moment: 'exit' }, { decided: undefined }])
    expect(
      renewalOf([start, { id: 'review', body: { ...review.body, ...other } }], day('2024-01-01')),
      JSON.stringify(other),
    ).toMatchObject({ assessment: 'start', lapsed: true });
});

test('What does not say until when it holds lapses on no day, and replaces what did', () => {
  const open = { id: 'open', body: { ...review.body, valid_until: null } };
  expect(renewalOf([start, open], day('2040-01-01'))).toBeNull();
  expect(renewalOf([], day('2040-01-01'))).toBeNull();
});
