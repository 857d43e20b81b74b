import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, lastDay, type PlainDate } from '#kernel/dates.ts';
import { date, day, partialDates, plainDates } from '#kernel/fixtures/dates.ts';
import type { LawStatus } from '../../law/model.ts';
import { nextYearly, remindersOf } from './reminder.ts';

fc.configureGlobal({ seed: 20200531 });

/** The paper recommendation of §9.2.2. */
const paper = {
  id: 'eow-paper',
  body: { adopted: '2015-11-16', yearly_reminder_to: ['council', 'com'] },
  title: { text: 'End-of-waste criteria for paper', language: 'en' },
};
const dueOf = (statuses: readonly LawStatus[], on: PlainDate) =>
  remindersOf(paper, statuses, 'sg', on).map(
    ({ owner, watcher, dueLatest }) => `${owner} reminds ${watcher} by ${dueLatest}`,
  );

test('The paper recommendation, which all three states declined, is brought up each year on the day of its adoption', () => {
  const declined = ['declined', 'declined', 'declined'] as const;
  expect(dueOf(declined, day('2020-05-31'))).toEqual([
    'sg reminds council by 2020-11-16',
    'sg reminds com by 2020-11-16',
  ]);
  expect(dueOf(declined, day('2020-11-16'))[0]).toContain('2020-11-16');
  expect(dueOf(declined, day('2020-11-17'))[0]).toContain('2021-11-16');
  expect(dueOf(declined, day('2015-12-01'))[0]).toContain('2016-11-16');
});

test('A yearly reminder says when it was last due; the first has no time before it', () => {
  const lastOf = (on: string) => remindersOf(paper, ['declined'], 'sg', day(on))[0]?.remindedLast;
  expect(lastOf('2015-12-01')).toBeNull();
  expect(lastOf('2016-11-16')).toBeNull();
  expect(lastOf('2016-11-17')).toBe('2016-11-16');
  expect(lastOf('2020-11-17')).toBe('2020-11-16');
});

test('It ends once nothing is open; what is not known of a state is open', () => {
  const on = day('2020-05-31');
  expect(dueOf(['implemented', 'not_applicable', 'implemented'], on)).toEqual([]);
  expect(dueOf(['implemented', 'unknown', 'implemented'], on)).toHaveLength(2);
  expect(dueOf([], on)).toEqual([]);
});

test('Without a date of adoption there is a reminder without a date, and without a secretariat one without an owner', () => {
  const undated = { ...paper, body: { yearly_reminder_to: ['com'] } };
  expect(remindersOf(undated, ['partial'], null, day('2020-05-31'))).toMatchObject([
    { owner: null, dueLatest: null, stated: null },
  ]);
});

test('The next time is whole years after, not before the day, and less than a year and its own length away', () => {
  expect(nextYearly(date('2016-02-29'), day('2017-01-01'))).toBe('2017-02-28');
  expect(nextYearly(date('2015'), day('2020-12-31'))).toBe('2020');
  fc.assert(
    fc.property(partialDates(), plainDates(), (from, on) => {
      const next = nextYearly(from, on);
      expect(next.length).toBe(from.length);
      expect(next > from).toBe(true);
      if (lastDay(from) < on) {
        expect(lastDay(next) >= on).toBe(true);
        const before = addMonths(next, -12);
        if (before !== null && before > from) expect(lastDay(before) < on).toBe(true);
      }
    }),
  );
});
