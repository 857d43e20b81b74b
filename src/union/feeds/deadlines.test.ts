import { expect, test } from 'vitest';
import { date } from '#kernel/fixtures/dates.ts';
import type { StoredRecord } from '#platform/records/records.ts';
import { obligationsOf } from '../commitments/rules/commitment.ts';
import { deadlinesOf } from './deadlines.ts';

const version = (knownFrom: string, body: object): StoredRecord => ({
  kind: 'instruments',
  id: 'qualif-2018',
  position: 0,
  knownFrom: date(knownFrom),
  recordedAt: `${knownFrom}-01T00:00:00.000Z`,
  body: { id: 'qualif-2018', ...body },
});
const report = { who: 'NL', what: 'report', deadline: '2020' };
const evaluate = { who: 'BE', what: 'evaluate', deadline: '2021-06' };

const deadlines = (...versions: readonly StoredRecord[]) =>
  deadlinesOf('benelux', versions, obligationsOf).map(
    ({ uid, commitment, corrections, cancelled, record }) => ({
      uid,
      what: commitment.text,
      due: commitment.dueLatest,
      corrections,
      cancelled,
      recordedAt: record.recordedAt,
    }),
  );

test('a deadline that a correction moves is the same one, corrected once', () => {
  const [before] = deadlines(version('2020-05', { obligations: [report] }));
  const [after, ...others] = deadlines(
    version('2020-05', { obligations: [report] }),
    version('2021-05', { obligations: [{ ...report, deadline: '2022-03' }] }),
  );
  expect(others).toEqual([]);
  expect([before?.due, before?.corrections]).toEqual(['2020-12-31', 0]);
  expect(after).toEqual({
    ...before,
    due: '2022-03-31',
    corrections: 1,
    recordedAt: '2021-05-01T00:00:00.000Z',
  });
});

test('a promise that the newest version no longer has stays as cancelled; one that came later is there too', () => {
  const found = deadlines(
    version('2020-05', { obligations: [report] }),
    version('2021-05', { obligations: [evaluate] }),
  );
  expect(found.map(({ what, cancelled }) => [what, cancelled])).toEqual([
    ['report', true],
    ['evaluate', false],
  ]);
});

test('an instrument or item that was withdrawn cancels what it promised', () => {
  const found = deadlines(version('2020-05', { obligations: [report], status: 'withdrawn' }));
  expect(found.map(({ cancelled }) => cancelled)).toEqual([true]);
  const other = deadlines(version('2020-05', { obligations: [report], status: 'in_preparation' }));
  expect(other.map(({ cancelled }) => cancelled)).toEqual([false]);
});
