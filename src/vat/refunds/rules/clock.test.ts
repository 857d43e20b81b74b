import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkingDayCalendar } from '#kernel/calendars.ts';
import { addDays } from '#kernel/dates.ts';
import { day, plainDates } from '#kernel/fixtures/dates.ts';
import { calendarOf, claim, happened } from '../fixtures/claims.ts';
import { slowAfterDays, slowDays } from '../fixtures/slow-days.ts';
import { calendarSideOf, clockOf, isAnswerAwaited, lastDayToApply, type Term } from './clock.ts';
import type { History } from './history.ts';
import { legalFacts } from './legal-facts.ts';

fc.configureGlobal({ seed: 20080213 });

const lodged = happened('lodge', '2020-09-28', { cents: 5_000_00 });
const forwarded = happened('forward', '2020-10-09', {});
const received = happened('receive', '2020-10-12', {});
const told = (history: History, on: string) => {
  const clock = clockOf(claim, history, day(on), calendarOf, legalFacts);
  if (clock === null) throw new Error('It had not been lodged');
  return clock;
};
const line = ({ kind, due, metOn, standing }: Term) =>
  `${kind} by ${due.ok ? due.value : due.problems[0]?.code}, ${metOn ?? 'not done'}: ${standing}`;
const lines = (history: History, on: string) => told(history, on).terms.map(line);

describe('The clock of a claim', () => {
  test('does not run before it was lodged', () => {
    expect(clockOf(claim, [lodged], day('2020-09-27'), calendarOf, legalFacts)).toBeNull();
  });

  test('says by when the state of establishment forwards it: fifteen days, on a working day', () => {
    // 28 September and fifteen days is Tuesday 13 October.
    expect(lines([lodged], '2020-10-01')).toEqual([
      'apply by 2020-09-30, 2020-09-28: met',
      'forward by 2020-10-13, not done: open',
    ]);
    expect(told([lodged], '2020-10-14').next).toMatchObject({ kind: 'forward', standing: 'overdue' });
    // 21 March 2021 and fifteen days is Easter Monday.
    const easter = happened('lodge', '2021-03-21', { cents: 1 });
    expect(lines([easter], '2021-03-21')).toContain('forward by 2021-04-06, not done: open');
  });

  test('says that an application came late: the last day is 30 September, a Saturday or not', () => {
    expect(lines([{ ...lodged, on: day('2020-10-01') }], '2020-10-01')[0]).toBe(
      'apply by 2020-09-30, 2020-10-01: late',
    );
    const of2022 = { ...claim, period: { from: day('2022-01-01'), to: day('2022-12-31') } };
    expect(lastDayToApply(of2022, legalFacts)).toBe('2023-09-30');
  });

  test('knows only what had happened by the day it is asked for', () => {
    const history = [
      lodged,
      forwarded,
      received,
      happened('approve', '2021-01-20', { approved: 5_000_00, corrections: 0 }),
    ];
    expect(told(history, '2020-10-10').state).toBe('forwarded');
    expect(told(history, '2020-10-12').next).toMatchObject({ kind: 'decide', verified: false });
    expect(told(history, '2021-01-20').state).toBe('approved');
  });

  test('says by when to pay: ten Belgian working days after the day of the decision, however soon it was decided', () => {
    const history = [
      lodged,
      forwarded,
      received,
      happened('approve', '2020-11-02', { approved: 5_000_00, corrections: 0 }),
    ];
    expect(lines(history, '2020-11-03').slice(2)).toEqual([
      'decide by 2021-02-12, 2020-11-02: met',
      'pay by 2021-02-26, not done: open',
    ]);
    expect(told(history, '2021-02-27').interestFrom).toBe('2021-02-27');
    const paid = [...history, happened('pay', '2021-02-26', { cents: 5_000_00 })];
    expect(told(paid, '2021-03-31')).toMatchObject({ next: null, interestFrom: null });
    const half = [...history, happened('pay', '2021-02-26', { cents: 4_999_99 })];
    expect(told(half, '2021-03-31').next).toMatchObject({ kind: 'pay', standing: 'overdue' });
  });

  test('waits for the answer of the applicant and no longer once it was decided', () => {
    const asked = happened('ask', '2020-12-01', { subject: 'synthetic: copy of invoice 3', reachedOn: null });
    const history = [lodged, forwarded, received, asked];
    expect(lines(history, '2020-12-02').slice(2)).toEqual([
      'answer by 2021-01-04, not done: open',
      'decide by 2021-04-12, not done: open',
    ]);
    expect(isAnswerAwaited(told(history, '2021-01-04'), day('2021-01-04'))).toBe(true);
    expect(isAnswerAwaited(told(history, '2021-01-05'), day('2021-01-05'))).toBe(false);
    const refused = [...history, happened('refuse', '2021-02-01', { reason: 'synthetic' })];
    expect(lines(refused, '2021-02-02').slice(2)).toEqual(['decide by 2021-04-12, 2021-02-01: met']);
    const late = [...history, happened('answer', '2021-01-05', { subject: 'synthetic: copy of invoice 3' })];
    expect(lines(late, '2021-01-05').slice(2)).toEqual([
      'answer by 2021-01-04, 2021-01-05: late',
      'decide by 2021-04-12, not done: open',
    ]);
  });

  test('says by when the taxpayer is told of an offset, and that it does not know where the facts have no term', () => {
    const approved = happened('approve', '2020-11-02', { approved: 5_000_00, corrections: 0 });
    const offset = (road: 'consent_transfer' | 'set_off') =>
      happened('execute_offset', '2020-11-10', { offset: 'o', road, cents: 5_000_00 });
    const history = [lodged, forwarded, received, approved];
    expect(lines([...history, offset('consent_transfer')], '2020-11-11').slice(3)).toEqual([
      'pay by 2021-02-26, 2020-11-10: met',
      'notify by 2020-11-25, not done: open',
    ]);
    const notified = happened('notify', '2020-11-12', { offset: 'o' });
    expect(lines([...history, offset('set_off'), notified], '2020-11-12').at(-1)).toBe(
      'notify by vat_claim_term_not_known, 2020-11-12: met',
    );
  });

  test('says that what came back after all was paid waits without a term', () => {
    const history = [
      ...[lodged, forwarded, received],
      happened('approve', '2020-11-02', { approved: 5_000_00, corrections: 0 }),
      happened('execute_offset', '2020-11-10', { offset: 'o', road: 'set_off', cents: 5_000_00 }),
      happened('reverse', '2020-12-10', { debt: 'd', cents: 1_000_00 }),
    ];
    expect(lines(history, '2020-12-10')).toContain('repay by vat_claim_term_not_known, not done: unknown');
    const paid = [...history, happened('pay', '2020-12-15', { cents: 1_000_00 })];
    expect(lines(paid, '2020-12-15')).toContain('repay by vat_claim_term_not_known, 2020-12-15: met');
  });

  test('says that a day is unknown where there is no calendar, and guesses none', () => {
    const german = { ...claim, refundState: 'DE' };
    const clock = clockOf(german, [lodged, forwarded, received], day('2020-10-12'), calendarOf, legalFacts);
    expect(clock?.terms.map(line)).toContain('decide by calendar_missing, not done: unknown');
    expect(clock?.next).toMatchObject({ kind: 'decide', standing: 'unknown' });
  });
});

test('Fifteen days are the same when they are counted one by one, over any holidays and turns of the year', () => {
  const days = slowDays(calendarOf('NL') as WorkingDayCalendar);
  fc.assert(
    fc.property(plainDates('2012-01-01', 7_500), (on) => {
      const clock = clockOf(claim, [{ ...lodged, on }], on, calendarOf, legalFacts);
      const place = days.findIndex(({ iso }) => iso === on);
      expect(clock?.terms[1]?.due).toEqual({ ok: true, value: days[slowAfterDays(days, place, 15)]?.iso });
    }),
    { numRuns: 300 },
  );
});

test('What happens later changes no clock of an earlier day', () => {
  const history = [
    ...[lodged, forwarded, received],
    happened('ask', '2020-11-30', { subject: 'a', reachedOn: day('2020-12-01') }),
    happened('answer', '2020-12-28', { subject: 'a' }),
    happened('ask', '2021-01-31', { subject: 'b', reachedOn: null }),
    happened('approve', '2021-04-01', { approved: 5_000_00, corrections: 10_00 }),
    happened('pay', '2021-04-02', { cents: 4_990_00 }),
  ];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 250 }), (later) => {
      const on = addDays(lodged.on, later);
      const known = history.filter((event) => event.on <= on);
      expect(clockOf(claim, history, on, calendarOf, legalFacts)).toEqual(
        clockOf(claim, known, on, calendarOf, legalFacts),
      );
    }),
  );
});

test('Each term is counted on the calendar that is named for it, and is not known without that one alone', () => {
  const history = [
    ...[lodged, forwarded, received],
    happened('ask', '2020-12-01', { subject: 'a', reachedOn: null }),
    happened('approve', '2021-03-01', { approved: 5_000_00, corrections: 0 }),
    ...(['consent_transfer', 'recovery_request'] as const).map((road) =>
      happened('execute_offset', '2021-03-02', { offset: road, road, cents: 100 }),
    ),
  ];
  const known = { ...legalFacts, notify: { ...legalFacts.notify, recovery_request: legalFacts.forward } };
  const termsWith = (state: string | null) =>
    clockOf(claim, history, day('2021-03-02'), (one) => (one === state ? null : calendarOf(one)), known)
      ?.terms ?? [];
  const whole = termsWith(null);
  expect(whole.map(({ kind }) => kind)).toEqual(['apply', 'forward', 'decide', 'pay', 'notify', 'notify']);
  for (const [side, state] of [
    ['establishment', claim.establishment],
    ['refund', claim.refundState],
  ] as const)
    for (const [place, term] of termsWith(state).entries()) {
      const there = whole[place] as Term;
      expect(term.due.ok, `${term.kind} without ${side}`).toBe(calendarSideOf(term) !== side);
      if (term.due.ok) expect(term.due).toEqual(there.due);
    }
});
