import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, firstDay, lastDay } from '#kernel/dates.ts';
import { date, day, partialDates } from '#kernel/fixtures/dates.ts';
import type { AnsweredItem } from './clock.ts';
import { answerTimes } from './times.ts';

fc.configureGlobal({ seed: 20200531 });

/** Tabled on 15 January 2018 and answered on the day named, or not. */
function item(answeredOn: string | null, more: Partial<AnsweredItem> = {}): AnsweredItem {
  return {
    tabled: date('2018-01-15'),
    addressees: ['com'],
    answers: answeredOn === null ? [] : [{ addressee: 'com', date: date(answeredOn) }],
    ...more,
  };
}

/** Six that were answered after 90, 120, 150, 200, 300 and 500 days, and four that were not, thirty months later. */
const answered = ['2018-04-15', '2018-05-15', '2018-06-14', '2018-08-03', '2018-11-11', '2019-05-30'];
const ten = [...answered, null, null, null, null].map((on) => item(on));
const thirtyMonthsLater = day('2020-07-15');

test('Ten questions, four of them unanswered after thirty months: median and overruns count all ten', () => {
  expect(answerTimes(ten, 12, thirtyMonthsLater)).toEqual({
    owed: 10,
    answered: 6,
    open: 4,
    withdrawn: 0,
    undated: 0,
    // Between the fifth, 300 days, and the sixth, 500 days; over the six answered ones alone it would be 175.
    medianDays: { least: 400, most: 400 },
    late: { least: 5, most: 5 },
  });
  const survivors = answerTimes(ten.slice(0, 6), 12, thirtyMonthsLater);
  expect([survivors.medianDays, survivors.late]).toEqual([
    { least: 175, most: 175 },
    { least: 1, most: 1 },
  ]);
});

test('Where the median falls in one that is still open, it is at least its age', () => {
  const most = [item('2018-04-15'), item(null), item(null)];
  expect(answerTimes(most, 12, thirtyMonthsLater)).toMatchObject({
    medianDays: { least: 912, most: null },
    late: { least: 2, most: 2 },
  });
});

test('One that is open and still in time may yet be late', () => {
  const soon = [item('2018-04-15'), item(null)];
  expect(answerTimes(soon, 12, day('2019-01-15')).late).toEqual({ least: 0, most: 1 });
  expect(answerTimes(soon, 12, day('2019-01-16')).late).toEqual({ least: 1, most: 1 });
});

test('What was taken back counts as not answered until then, and is late only when its term was over', () => {
  const back = (on: string) => answerTimes([item(null, { withdrawn: date(on) })], 12, thirtyMonthsLater);
  expect(back('2018-02-14')).toMatchObject({
    withdrawn: 1,
    open: 0,
    medianDays: { least: 30, most: null },
    late: { least: 0, most: 0 },
  });
  expect(back('2019-02-14').late).toEqual({ least: 1, most: 1 });
  expect(back('2020-08-01'), 'after the day asked about').toMatchObject({ withdrawn: 0, open: 1 });
});

test('An item counts once for each addressee; one without a date is in no figure; without a term nothing is late', () => {
  const three = item('2018-04-15', { addressees: ['com', 'NL', 'BE'] });
  const undated = item(null, { tabled: null });
  expect(answerTimes([three, undated], 12, thirtyMonthsLater)).toMatchObject({
    owed: 3,
    open: 2,
    undated: 1,
  });
  expect(answerTimes([three], null, thirtyMonthsLater)).toMatchObject({ owed: 3, late: null });
  expect(answerTimes([undated], 12, thirtyMonthsLater)).toMatchObject({
    owed: 0,
    medianDays: null,
    late: null,
  });
});

test('An answer dated to the month gives the days it may have taken; within that month it is not certain', () => {
  const vague = [item('2018-11')];
  expect(answerTimes(vague, 12, day('2018-11-30')).medianDays).toEqual({ least: 290, most: 319 });
  expect(answerTimes(vague, 12, day('2018-11-15'))).toMatchObject({
    answered: 0,
    open: 1,
    medianDays: { least: 290, most: null },
  });
});

test('However the open ones end and whatever vague dates mean, the true median and overruns lie within the bounds', () => {
  const on = day('2020-07-15');
  const fates = fc.record({
    tabled: partialDates('2014-01-01', 2000),
    within: fc.nat(364),
    waits: fc.integer({ min: 0, max: 3000 }),
  });
  fc.assert(
    fc.property(fc.array(fates, { minLength: 1, maxLength: 12 }), (all) => {
      const truths = all.map(({ tabled, within, waits }) => {
        const days = daysBetween(firstDay(tabled), lastDay(tabled)) + 1;
        const tabledOn = addDays(firstDay(tabled), within % days);
        return { tabled, tabledOn, answeredOn: addDays(tabledOn, waits) };
      });
      const seen = truths.map(({ tabled, answeredOn }) => ({
        tabled,
        addressees: ['com'],
        answers: answeredOn <= on ? [{ addressee: 'com', date: answeredOn }] : [],
      }));
      const real = truths.map(({ tabledOn, answeredOn }) => ({
        tabled: tabledOn,
        addressees: ['com'],
        answers: [{ addressee: 'com', date: answeredOn }],
      }));
      const bounds = answerTimes(seen, 12, on);
      const truth = answerTimes(real, 12, addDays(on, 4000));
      expect(truth.open).toBe(0);
      const [median, late] = [truth.medianDays, truth.late];
      if (median === null || late === null || bounds.late === null) throw new Error('All are dated');
      expect(bounds.medianDays?.least).toBeLessThanOrEqual(median.least);
      expect(bounds.medianDays?.most ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(median.most ?? 0);
      expect(bounds.late.least).toBeLessThanOrEqual(late.least);
      expect(bounds.late.most).toBeGreaterThanOrEqual(late.most);
    }),
  );
});
