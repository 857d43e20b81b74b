import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { firstDay, lastDay, today } from '#kernel/dates.ts';
import { date, day, partialDates, plainDates } from '#kernel/fixtures/dates.ts';
import { clocksOf, runOf } from './clock.ts';

fc.configureGlobal({ seed: 20200531 });

const recommendation = {
  tabled: date('2018-02-28'),
  addressees: ['com', 'NL'],
  answers: [{ addressee: 'NL', date: date('2018-11') }],
};

test('Tabled on 28 February 2018 with twelve months to answer: due on 28 February 2019, overdue the day after', () => {
  const [com, nl] = clocksOf(recommendation, 12, day('2019-02-28'));
  expect(com).toEqual({
    addressee: 'com',
    asked: '2018-02-28',
    state: 'running',
    dueEarliest: '2019-02-28',
    dueLatest: '2019-02-28',
    daysOver: { least: 0, most: 0 },
    answeredOn: null,
  });
  expect(nl).toMatchObject({ state: 'answered', answeredOn: '2018-11' });
  expect(clocksOf(recommendation, 12, day('2019-03-01'))[0]).toMatchObject({
    state: 'overdue',
    daysOver: { least: 1, most: 1 },
  });
});

test('An answer dated to the month is certain when the month is over, perhaps there within it, and not there before', () => {
  const stateOn = (on: string) => clocksOf(recommendation, 12, day(on))[1]?.state;
  expect(stateOn('2018-10-31')).toBe('running');
  expect(stateOn('2018-11-01')).toBe('perhaps_answered');
  expect(stateOn('2018-11-29')).toBe('perhaps_answered');
  expect(stateOn('2018-11-30')).toBe('answered');
  const late = { ...recommendation, answers: [{ addressee: 'NL', date: date('2019') }] };
  expect(clocksOf(late, 12, day('2019-06-01'))[1]?.state, 'overdue is certain or it is not').toBe(
    'perhaps_answered',
  );
});

test('Tabled in 2018, no day stated: overdue only when it certainly is', () => {
  const at = (on: string) =>
    clocksOf({ tabled: date('2018'), addressees: ['com'], answers: [] }, 12, day(on))[0];
  expect(at('2019-06-01')).toMatchObject({
    state: 'running',
    dueEarliest: '2019-01-01',
    dueLatest: '2019-12-31',
    daysOver: { least: -213, most: 151 },
  });
  expect(at('2019-12-31')?.state).toBe('running');
  expect(at('2020-01-01')?.state).toBe('overdue');
});

test('Without a date or a target there is no clock', () => {
  const item = { tabled: null, addressees: ['com'], answers: [] };
  expect(clocksOf(item, 12, day('2020-05-31'))[0]).toMatchObject({ state: 'due_unknown', daysOver: null });
  expect(clocksOf({ ...item, tabled: date('2018') }, null, day('2020-05-31'))[0]?.state).toBe('due_unknown');
  expect(clocksOf({ ...item, addressees: [] }, 12, day('2020-05-31'))).toEqual([]);
});

test('A month has its own end: due four months after 31 October is the last of February', () => {
  const item = { tabled: date('2019-10-31'), addressees: ['com'], answers: [] };
  expect(clocksOf(item, 4, day('2020-02-29'))[0]).toMatchObject({
    state: 'running',
    dueLatest: '2020-02-29',
  });
});

test('Twelve months from 29 February end on the last of February, and from the end of a month on its own', () => {
  const dueFrom = (tabled: string, months: number) =>
    clocksOf({ tabled: date(tabled), addressees: ['com'], answers: [] }, months, day('2021-01-01'))[0]
      ?.dueLatest;
  expect(dueFrom('2020-02-29', 12)).toBe('2021-02-28');
  expect(dueFrom('2020-02-29', 48)).toBe('2024-02-29');
  expect(dueFrom('2019-02-28', 12), 'the same date, although February has one day more').toBe('2020-02-28');
  expect(dueFrom('2020-08-31', 6)).toBe('2021-02-28');
  expect(dueFrom('2020-03-31', 1)).toBe('2020-04-30');
  expect(dueFrom('2020-12-31', 12)).toBe('2021-12-31');
});

test('The last day ends at midnight in Brussels, in winter and in summer time', () => {
  const stateAt = (tabled: string, instant: string) => {
    const on = today(Temporal.Instant.from(instant), 'Europe/Brussels');
    return clocksOf({ tabled: date(tabled), addressees: ['com'], answers: [] }, 12, on)[0]?.state;
  };
  // Winter time is an hour ahead of UTC, summer time two.
  expect(stateAt('2020-02-29', '2021-02-28T22:59:59Z')).toBe('running');
  expect(stateAt('2020-02-29', '2021-02-28T23:00:00Z')).toBe('overdue');
  expect(stateAt('2020-06-30', '2021-06-30T21:59:59Z')).toBe('running');
  expect(stateAt('2020-06-30', '2021-06-30T22:00:00Z')).toBe('overdue');
  // Over the changes of 28 March and 31 October 2021: twelve months are counted in days of the calendar, not in hours.
  expect(stateAt('2020-03-28', '2021-03-28T21:59:59Z')).toBe('running');
  expect(stateAt('2020-03-28', '2021-03-28T22:00:00Z')).toBe('overdue');
  expect(stateAt('2020-10-31', '2021-10-31T22:59:59Z')).toBe('running');
  expect(stateAt('2020-10-31', '2021-10-31T23:00:00Z')).toBe('overdue');
});

test('What parliament took back is owed no longer from that day on; an answer that came before stays one', () => {
  const item = { tabled: date('2018-02-28'), addressees: ['com', 'NL'], withdrawn: date('2018-09-01') };
  const given = { ...item, answers: [{ addressee: 'NL', date: date('2018-06-01') }] };
  const statesOn = (on: string) => clocksOf(given, 12, day(on)).map(({ state }) => state);
  expect(statesOn('2018-08-31')).toEqual(['running', 'answered']);
  expect(statesOn('2018-09-01')).toEqual(['withdrawn', 'answered']);
  expect(statesOn('2020-05-31')).toEqual(['withdrawn', 'answered']);
});

test('A vaguer date is never overdue before each day it can mean would be, and never after the last of them', () => {
  fc.assert(
    fc.property(partialDates(), fc.integer({ min: 1, max: 36 }), plainDates(), (tabled, months, on) => {
      const stateFor = (when: typeof tabled) =>
        clocksOf({ tabled: when, addressees: ['a'], answers: [] }, months, on)[0];
      const [vague, earliest, latest] = [
        stateFor(tabled),
        stateFor(firstDay(tabled)),
        stateFor(lastDay(tabled)),
      ];
      expect(vague?.state).toBe(latest?.state);
      expect(vague?.daysOver).toEqual({ least: latest?.daysOver?.least, most: earliest?.daysOver?.most });
    }),
  );
});

test('A clock has run since the day of tabling, as a range where that is a year, and stops with the answer', () => {
  const runAt = (
    on: string,
    tabled: string,
    answers: { addressee: string; date: ReturnType<typeof date> }[] = [],
  ) => {
    const [clock] = clocksOf({ tabled: date(tabled), addressees: ['com'], answers }, 12, day(on));
    if (clock === undefined) throw new Error('No clock');
    return runOf(clock, day(on));
  };
  expect(runAt('2018-03-10', '2018-02-28')).toEqual({ least: 10, most: 10, of: 365 });
  expect(runAt('2020-05-31', '2018')).toEqual({ least: 517, most: 881, of: 365 });
  expect(runAt('2018-06-01', '2018')).toEqual({ least: 0, most: 151, of: 365 });
  expect(runAt('2017-12-31', '2018')).toBeNull();
  const answered = [{ addressee: 'com', date: date('2018-11') }];
  expect(runAt('2020-05-31', '2018-02-28', answered)).toEqual({ least: 246, most: 275, of: 365 });
});

test('Without a target or a date nothing runs; what it ran beyond its term is what it is late', () => {
  const item = { tabled: date('2018-02-28'), addressees: ['com'], answers: [] };
  const [none] = clocksOf(item, null, day('2020-05-31'));
  const [late] = clocksOf(item, 12, day('2020-05-31'));
  if (none === undefined || late === undefined) throw new Error('No clock');
  expect(runOf(none, day('2020-05-31'))).toBeNull();
  expect(runOf({ ...late, asked: null }, day('2020-05-31'))).toBeNull();
  const run = runOf(late, day('2020-05-31'));
  expect((run?.least ?? 0) - (run?.of ?? 0)).toBe(late.daysOver?.least);
});

test('What is tabled again is owed anew, from that day on; closed without an answer it is content with the one before', () => {
  const item = {
    tabled: date('2018-02-28'),
    addressees: ['NL', 'BE'],
    answers: [
      { addressee: 'NL', date: date('2018-09-01') },
      { addressee: 'BE', date: date('2018-09-01') },
      { addressee: 'NL', date: date('2019-06-01'), round: 2 },
    ],
    retabled: [date('2019-01-15')],
  };
  const on = (when: string, more: object = {}) =>
    clocksOf({ ...item, ...more }, 12, day(when)).map(
      ({ addressee, asked, state, dueLatest }) => `${addressee} ${asked} ${state} ${dueLatest}`,
    );
  expect(on('2019-01-14')).toEqual([
    'NL 2018-02-28 answered 2019-02-28',
    'BE 2018-02-28 answered 2019-02-28',
  ]);
  expect(on('2019-01-15')).toEqual(['NL 2019-01-15 running 2020-01-15', 'BE 2019-01-15 running 2020-01-15']);
  expect(on('2020-01-16')).toEqual(['NL 2019-01-15 answered 2020-01-15', 'BE 2019-01-15 overdue 2020-01-15']);
  const closed = { answers: item.answers.slice(0, 2), closed: date('2019-03-01') };
  expect(on('2019-02-28', closed)[1]).toBe('BE 2019-01-15 running 2020-01-15');
  expect(on('2019-03-01', closed)[1]).toBe('BE 2018-02-28 answered 2019-02-28');
});
