import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { day } from '#kernel/fixtures/dates.ts';
import { getValue, listCodes } from '#kernel/fixtures/results.ts';
import { calendarOf, claim, debt, happened } from '../fixtures/claims.ts';
import type { Debt } from '../model.ts';
import { actOn, type ClaimFile, type ClaimOrder, lastConsent } from './acts.ts';
import { clockOf } from './clock.ts';
import { waitingAfter } from './history.ts';
import { balanceOf } from './ledger.ts';
import { legalFacts } from './legal-facts.ts';
import { noticeOf } from './notice.ts';

fc.configureGlobal({ seed: 20080215 });

const act = (file: ClaimFile, order: ClaimOrder) => actOn(file, order, calendarOf, legalFacts);
const live = (...orders: readonly ClaimOrder[]): ClaimFile =>
  orders.reduce<ClaimFile>((file, order) => getValue(act(file, order)), { claim, history: [], ledger: [] });
const refused = (file: ClaimFile, order: ClaimOrder) => listCodes(act(file, order));

const consent = (on: string) =>
  happened('consent', on, { consent: 'k-1', signedBy: claim.applicant, signedOn: day(on), debts: null });
const offset = (
  verb: 'propose_offset' | 'execute_offset',
  on: string,
  id: string,
  debts: readonly Debt[],
): ClaimOrder => ({
  ...{ act: verb, role: 'refund', actor: 'synthetic-refund', on: day(on), offset: id, debts },
  road: { kind: 'consent_transfer' },
});
const reverse = (on: string, of: string, owed: number): ClaimOrder => ({
  ...{ act: 'reverse', role: 'refund', actor: 'synthetic-refund', on: day(on), debt: of, owed },
});
const collect = (on: string, of: string): ClaimOrder => ({
  ...{ act: 'collect', role: 'refund', actor: 'synthetic-refund', on: day(on), debt: of },
});

const toReceipt = [
  happened('lodge', '2020-09-28', { cents: 5_000_00 }),
  happened('forward', '2020-10-09', {}),
  happened('receive', '2020-10-12', {}),
];
const approved = happened('approve', '2021-03-01', { approved: 4_800_00, corrections: 300_00 });

describe('A claim', () => {
  test('goes from its application to the last cent, and what happened says the same as the ledger', () => {
    const disputed = debt('b', { cents: 900_00, disputedSince: day('2020-12-01') });
    const file = live(
      ...toReceipt,
      happened('ask', '2020-12-01', { subject: 'invoice 3', reachedOn: null }),
      happened('answer', '2020-12-18', { subject: 'invoice 3' }),
      consent('2021-01-11'),
      approved,
      offset('propose_offset', '2021-03-02', 'o-1', [debt('a'), disputed]),
      offset('execute_offset', '2021-03-03', 'o-1', [debt('a'), disputed]),
      happened('notify', '2021-03-10', { offset: 'o-1' }),
      happened('pay', '2021-03-12', { cents: 2_600_00 }),
      reverse('2021-05-03', 'a', 250_00),
      collect('2021-05-04', 'b'),
      happened('pay', '2021-05-05', { cents: 750_00 }),
    );
    expect(balanceOf(file.ledger)).toEqual({
      ...{ refund: 4_500_00, paid: 3_350_00, setOff: 1_150_00, retained: 0, waiting: 0, disputed: 0 },
    });
    expect(waitingAfter(file.history).at(-1)?.waits).toBe(0);
    const clock = clockOf(claim, file.history, day('2021-05-05'), calendarOf, legalFacts);
    expect(clock).toMatchObject({ state: 'approved', next: null, interestFrom: null });
    expect(clock?.terms.map(({ kind, standing }) => `${kind} ${standing}`)).toEqual([
      ...['apply met', 'forward met', 'answer met', 'decide met', 'pay met', 'repay met', 'notify met'],
    ]);
  });

  test('is not approved for more than was claimed, nor corrected by more than was approved', () => {
    const over = happened('approve', '2021-01-11', { approved: 5_000_01, corrections: 5_000_02 });
    expect(refused(live(...toReceipt), over)).toEqual([
      'vat_claim_approved_over',
      'vat_claim_corrected_over',
    ]);
  });

  test('is not decided against the applicant, nor asked of again, while his month runs', () => {
    const asked = live(...toReceipt, happened('ask', '2020-12-01', { subject: 'a', reachedOn: null }));
    const [last, after] = ['2021-01-04', '2021-01-05'];
    expect(refused(asked, happened('refuse', last, { reason: 'x' }))).toEqual(['vat_claim_answer_awaited']);
    expect(refused(asked, happened('approve', last, { approved: 1, corrections: 0 }))).toEqual([
      'vat_claim_answer_awaited',
    ]);
    expect(refused(asked, happened('ask', last, { subject: 'b', reachedOn: null }))).toEqual([
      'vat_claim_answer_awaited',
    ]);
    expect(refused(asked, happened('approve', last, { approved: 5_000_00, corrections: 0 }))).toEqual([]);
    expect(refused(asked, happened('refuse', after, { reason: 'x' }))).toEqual([]);
  });

  test('is set off by the consent that stands on the day, and by none that was withdrawn', () => {
    const decided = live(...toReceipt, approved);
    const execute = offset('execute_offset', '2021-03-03', 'o-1', [debt('a')]);
    expect(refused(decided, execute)).toEqual(['vat_offset_consent_missing']);
    const given = live(...toReceipt, consent('2021-01-11'), approved);
    expect(refused(given, execute)).toEqual([]);
    const withdraw = happened('withdraw_consent', '2021-03-03', { consent: 'k-1' });
    const gone = getValue(act(given, withdraw));
    expect(lastConsent(gone)).toMatchObject({ id: 'k-1', withdrawnOn: '2021-03-03' });
    expect(refused(gone, execute)).toEqual(['vat_offset_consent_withdrawn']);
    expect(refused(gone, withdraw)).toEqual(['vat_claim_consent_unknown']);
  });

  test('tells the taxpayer once of an offset that there was, which has an id of its own', () => {
    const file = live(...toReceipt, consent('2021-01-11'), approved);
    const told = happened('notify', '2021-03-10', { offset: 'o-1' });
    expect(refused(file, told)).toEqual(['vat_claim_offset_unknown']);
    const done = getValue(act(file, offset('execute_offset', '2021-03-03', 'o-1', [debt('a')])));
    expect(refused(done, offset('execute_offset', '2021-03-04', 'o-1', [debt('c')]))).toEqual([
      'vat_claim_offset_taken',
    ]);
    expect(refused(getValue(act(done, told)), told)).toEqual(['vat_claim_offset_told']);
    expect(refused(done, reverse('2021-04-01', 'a', 1_000_00))).toEqual(['vat_claim_nothing_fell']);
  });

  test('tells him what of his refund went where, what of each debt is left, and by when he is told', () => {
    const disputed = debt('b', { cents: 900_00, disputedSince: day('2020-12-01') });
    const file = live(
      ...[...toReceipt, consent('2021-01-11'), approved],
      offset('execute_offset', '2021-03-03', 'o-1', [debt('a', { cents: 4_000_00 }), disputed]),
      reverse('2021-05-03', 'a', 250_00),
    );
    expect(noticeOf(file, 'o-1', calendarOf, legalFacts)).toEqual({
      ...{ offset: 'o-1', road: 'consent_transfer', on: '2021-03-03', left: 0 },
      lines: [
        { debt: 'a', use: 'set_off', cents: 4_000_00, leftOwed: 0 },
        { debt: 'b', use: 'retain', cents: 500_00, leftOwed: 400_00 },
      ],
      tellBy: { ok: true, value: '2021-03-18' },
    });
    expect(noticeOf(file, 'o-2', calendarOf, legalFacts)).toBeNull();
  });

  test('that is not where an act can follow says so, and not what the act would lack besides', () => {
    expect(refused(live(...toReceipt), offset('execute_offset', '2020-11-02', 'o-1', [debt('a')]))).toEqual([
      'vat_claim_act_closed',
    ]);
  });
});

test('Whatever is tried in whatever order, what happened and the ledger say the same, or nothing was done', () => {
  const makers: readonly ((on: PlainDate, number: number, file: ClaimFile) => ClaimOrder)[] = [
    (on) => happened('lodge', on, { cents: 5_000 }),
    (on) => happened('forward', on, {}),
    (on) => happened('receive', on, {}),
    (on, number) => happened('ask', on, { subject: `q-${number}`, reachedOn: null }),
    (on) => happened('answer', on, { subject: 'x' }),
    (on, number) => happened('approve', on, { approved: 4_000 + number, corrections: number }),
    (on) => consent(on),
    (on, number) =>
      offset('execute_offset', on, `o-${number}`, [
        debt('a', { cents: 900 }),
        debt('b', { cents: 400, disputedSince: on }),
      ]),
    (on, _number, { history }) => {
      const last = history.findLast((event) => event.act === 'execute_offset');
      return happened('notify', on, { offset: last?.offset ?? 'none' });
    },
    (on) => collect(on, 'b'),
    (on, number) => reverse(on, number % 2 === 0 ? 'a' : 'b', 10 * number),
    (on, number) => happened('correct', on, { reason: 'x', cents: 1 + number }),
    (on, number) => happened('pay', on, { cents: 100 * (1 + number) }),
  ];
  // The first five in order, as most claims begin; what comes then comes as it likes.
  const tried = fc.array(fc.nat(makers.length - 1), { minLength: 8, maxLength: 30, size: 'max' });
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(tried, fc.integer({ min: 0, max: 40 }), (acts, gap) => {
      let file: ClaimFile = { claim, history: [], ledger: [] };
      let today = day('2020-09-01');
      for (const [number, which] of [0, 1, 2, 6, ...acts].entries()) {
        today = addDays(today, 1 + ((gap * (which + 1)) % 23));
        const order = makers[which]?.(today, number, file) as ClaimOrder;
        const acted = act(file, order);
        if (!acted.ok) continue;
        expect(acted.value.history.slice(0, -1)).toEqual(file.history);
        expect(acted.value.ledger.slice(0, file.ledger.length)).toEqual(file.ledger);
        file = acted.value;
        seen.set(order.act, (seen.get(order.act) ?? 0) + 1);
        const { refund, paid, setOff, retained, waiting } = balanceOf(file.ledger);
        expect(paid + setOff + retained).toBe(refund);
        expect(waitingAfter(file.history).at(-1)?.waits).toBe(waiting);
        expect(clockOf(claim, file.history, today, calendarOf, legalFacts)).not.toBeNull();
      }
    }),
    { numRuns: 200 },
  );
  for (const verb of [
    'ask',
    'answer',
    'approve',
    'execute_offset',
    'notify',
    'collect',
    'reverse',
    'correct',
    'pay',
  ])
    expect(seen.get(verb) ?? 0, verb).toBeGreaterThan(10);
});
