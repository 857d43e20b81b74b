import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkingDayCalendar } from '#kernel/calendars.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { day } from '#kernel/fixtures/dates.ts';
import { getValue, listCodes } from '#kernel/fixtures/results.ts';
import { calendarOf } from '../fixtures/claims.ts';
import { type SlowDay, slowAfterMonths, slowAfterWorkingDays, slowDays } from '../fixtures/slow-days.ts';
import { dayAfter, decisionTerm, type Loop } from './decision-term.ts';
import { legalFacts } from './legal-facts.ts';

fc.configureGlobal({ seed: 20080212 });

const BE = calendarOf('BE') as WorkingDayCalendar;
const loop = (askedOn: string, answeredOn: string | null, reachedOn = askedOn): Loop => ({
  askedOn: day(askedOn),
  reachedOn: day(reachedOn),
  answeredOn: answeredOn === null ? null : day(answeredOn),
});
const decideBy = (receivedOn: string, ...loops: readonly Loop[]) =>
  getValue(decisionTerm(day(receivedOn), loops, BE, legalFacts)).decideBy;

describe('By when Belgium must decide', () => {
  test('is four months after it received the claim, where it asks nothing', () => {
    expect(decideBy('2020-02-10')).toBe('2020-06-10');
    // 31 October and four months: February 2021 has no 31st, and its last is a Sunday.
    expect(decideBy('2020-10-31')).toBe('2021-03-01');
    // 25 August and four months is Christmas Day, a Friday in 2020.
    expect(decideBy('2020-08-25')).toBe('2020-12-28');
  });

  test('is two months after the answer, and never sooner than six months after receipt', () => {
    expect(decideBy('2020-02-10', loop('2020-03-02', '2020-03-16'))).toBe('2020-08-10');
    expect(decideBy('2020-02-10', loop('2020-06-02', '2020-06-29'))).toBe('2020-08-31');
  });

  test('is two months after the end of the month in which an answer should have come, where none came', () => {
    // Asked on the last day; a month on is 10 July, two more are 10 September.
    expect(decideBy('2020-02-10', loop('2020-06-10', null))).toBe('2020-09-10');
  });

  test('counts the month from the day on which the question reached who has to answer', () => {
    expect(decideBy('2020-02-10', loop('2020-06-10', null, '2020-06-15'))).toBe('2020-09-15');
    // 31 January 2021 and a month is 28 February, a Sunday: 1 March; two months on is 1 May, a holiday and a Saturday.
    expect(decideBy('2020-10-12', loop('2021-01-29', null, '2021-01-31'))).toBe('2021-05-03');
  });

  test('takes an answer after the month, while it is not yet due to decide', () => {
    expect(decideBy('2020-02-10', loop('2020-06-10', '2020-08-20'))).toBe('2020-10-20');
  });

  test('is at most eight months after receipt, however often it asks again', () => {
    const first = loop('2020-06-10', '2020-07-10');
    expect(decideBy('2020-02-10', first)).toBe('2020-09-10');
    expect(decideBy('2020-02-10', first, loop('2020-09-10', '2020-10-09'))).toBe('2020-10-12');
    expect(decideBy('2020-02-10', first, loop('2020-09-10', '2020-09-11'), loop('2020-10-05', null))).toBe(
      '2020-10-12',
    );
  });

  test('is moved by nothing that happens when it has passed', () => {
    expect(decideBy('2020-02-10', loop('2020-06-11', '2020-06-12'))).toBe('2020-06-10');
    expect(decideBy('2020-02-10', loop('2020-06-10', '2020-09-11'))).toBe('2020-09-10');
    const { loops } = getValue(decisionTerm(day('2020-02-10'), [loop('2020-06-11', null)], BE, legalFacts));
    expect(loops.map(({ counts, answerBy }) => [counts, answerBy])).toEqual([[false, '2020-07-13']]);
  });

  test('is not known where the calendar does not hold the year, and is said to be so', () => {
    expect(listCodes(decisionTerm(day('2032-10-15'), [], BE, legalFacts))).toEqual(['calendar_year_unknown']);
    expect(listCodes(decisionTerm(day('2020-02-10'), [], null, legalFacts))).toEqual(['calendar_missing']);
  });
});

type Happening = { readonly on: number; readonly act: 'ask' | 'answer'; readonly late: number };

/** Lives through the days one by one, and asks on each what has happened and whether it is over. */
function livedThrough(days: readonly SlowDay[], received: number, happenings: readonly Happening[]): number {
  const open: { readonly answerBy: number; answered: number | null }[] = [];
  let isLastCounted = false;
  const months = (from: number, count: number) => slowAfterMonths(days, from, count);
  const deadline = () => {
    if (open.length === 0) return months(received, 4);
    const ends = open.map(({ answerBy, answered }) => months(answered ?? answerBy, 2));
    const end = Math.max(months(received, 6), ...ends);
    return open.length > 1 ? Math.min(end, months(received, 8)) : end;
  };
  for (let today = received; today <= received + 700; today += 1)
    for (const { on, act, late } of happenings) {
      if (on !== today) continue;
      const isOver = today > deadline();
      const last = open.at(-1);
      if (act === 'ask') {
        isLastCounted = !isOver;
        if (!isOver) open.push({ answerBy: months(today + late, 1), answered: null });
      } else if (!isOver && isLastCounted && last !== undefined && last.answered === null)
        last.answered = today;
    }
  return deadline();
}

const gaps = fc.array(
  fc.record({
    gap: fc.integer({ min: 0, max: 75 }),
    late: fc.integer({ min: 0, max: 9 }),
    answers: fc.boolean(),
  }),
  { maxLength: 7 },
);

test.each(['BE', 'NL', 'LU', 'FR'])(
  'Days lived through one by one come to the same decision and payment: %s',
  (state) => {
    const calendar = calendarOf(state) as WorkingDayCalendar;
    const days = slowDays(calendar);
    const isoAt = (place: number) => (days[place] as SlowDay).iso as PlainDate;
    let moved = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6_000 }), gaps, (received, questions) => {
        const happenings: Happening[] = [];
        const loops: Loop[] = [];
        let today = received;
        for (const { gap, late, answers } of questions) {
          today += gap;
          happenings.push({ on: today, act: 'ask', late });
          const asked = { askedOn: isoAt(today), reachedOn: isoAt(today + late) };
          if (answers) {
            today += Math.min(gap, 50) + late;
            happenings.push({ on: today, act: 'answer', late: 0 });
          }
          loops.push({ ...asked, answeredOn: answers ? isoAt(today) : null });
        }
        const lived = livedThrough(days, received, happenings);
        const term = getValue(decisionTerm(isoAt(received), loops, calendar, legalFacts));
        expect(term.decideBy).toBe(isoAt(lived));
        const paid = getValue(dayAfter(legalFacts.pay.value, term.decideBy, calendar));
        expect(paid).toBe(isoAt(slowAfterWorkingDays(days, lived, 10)));
        if (term.loops.filter(({ counts }) => counts).length > 1) moved += 1;
      }),
      { numRuns: 150 },
    );
    expect(moved).toBeGreaterThan(20);
  },
);
