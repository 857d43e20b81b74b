import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { day } from '#kernel/fixtures/dates.ts';
import { getValue, listCodes } from '#kernel/fixtures/results.ts';
import { byConsent, byRequest, bySetOff, claim, debt } from '../fixtures/claims.ts';
import type { Debt, Road } from '../model.ts';
import { balanceOf, book, type Entry, type EntryDraft, type Ledger, type Move, takenFor } from './ledger.ts';
import { legalFacts } from './legal-facts.ts';
import { endOfDispute, executeOffset, fallOfAssessment, planOffset } from './offset.ts';

fc.configureGlobal({ seed: 20181002 });

const on = day('2020-11-10');
const plain = (move: Move, cents: number): EntryDraft => ({ move, on, cents, taking: null, ofEntry: null });
const granted = (cents: number): Ledger => getValue(book([], [plain('grant', cents)]));
const execute = (ledger: Ledger, road: Road, debts: readonly Debt[], id = 'o-1') =>
  executeOffset(claim, ledger, { id, road, on, debts }, legalFacts);
const shares = (ledger: Ledger, road: Road, debts: readonly Debt[]) =>
  getValue(execute(ledger, road, debts)).offset.allocations.map((one) => [
    one.debt.id,
    one.use,
    one.cents,
    one.leftOwed,
  ]);

describe('An offset', () => {
  test('meets debts to the cent, the last of them in part, and leaves the rest to wait for the applicant', () => {
    const debts = [debt('b', { cents: 600_00 }), debt('a', { cents: 500_01 })];
    expect(shares(granted(1_000_00), byConsent(), debts)).toEqual([
      ['a', 'set_off', 500_01, 0],
      ['b', 'set_off', 499_99, 100_01],
    ]);
    const { offset, ledger } = getValue(execute(granted(2_000_00), byConsent(), debts));
    expect(offset.left).toBe(899_99);
    expect(balanceOf(ledger)).toEqual({
      ...{ refund: 2_000_00, paid: 0, setOff: 1_100_01 },
      ...{ retained: 899_99, waiting: 899_99, disputed: 0 },
    });
  });

  test('says of each debt that it passes over why, and which road was taken stands in every entry', () => {
    const debts = [debt('a'), debt('b', { enforceableFrom: null })];
    const { offset, ledger } = getValue(execute(granted(3_000_00), byConsent(), debts));
    expect(offset.passedOver.map((one) => [one.debt.id, one.findings[0]?.code])).toEqual([
      ['b', 'vat_debt_not_enforceable'],
    ]);
    expect(ledger.at(-1)?.taking).toEqual({
      debt: 'a',
      offset: 'o-1',
      road: 'consent_transfer',
      owed: 1_000_00,
    });
  });

  test('takes nothing without consent, without a debt that can be met, or where nothing waits', () => {
    const none: Road = { kind: 'consent_transfer', consent: null };
    expect(listCodes(execute(granted(1), none, [debt('a')]))).toEqual(['vat_offset_consent_missing']);
    expect(listCodes(execute(granted(1), byConsent(), [debt('a', { barredFrom: on })]))).toEqual([
      'vat_offset_nothing_to_meet',
      'vat_debt_time_barred',
    ]);
    expect(listCodes(execute([], byConsent(), [debt('a'), debt('a')]))).toEqual([
      'vat_offset_debt_twice',
      'vat_offset_nothing_waits',
    ]);
  });

  test('keeps for a debt in dispute, and gives it up or over when the dispute ends', () => {
    const { ledger } = getValue(
      execute(granted(1_000_00), byConsent(), [debt('a', { cents: 700_00, disputedSince: on })]),
    );
    expect(balanceOf(ledger)).toMatchObject({
      setOff: 0,
      disputed: 700_00,
      waiting: 300_00,
      retained: 1_000_00,
    });
    const lost = getValue(fallOfAssessment(ledger, 'a', 0, on));
    expect(lost.back).toBe(700_00);
    expect(balanceOf(lost.ledger)).toEqual(balanceOf(granted(1_000_00)));
    const won = getValue(endOfDispute(ledger, 'a', on));
    expect(balanceOf(won.ledger)).toMatchObject({ setOff: 700_00, disputed: 0, waiting: 300_00 });
    expect(listCodes(endOfDispute(won.ledger, 'a', on))).toEqual(['vat_offset_nothing_kept']);
    // It was given over, and falls after all: it comes back from there.
    const fell = getValue(fallOfAssessment(won.ledger, 'a', 200_00, on));
    expect(balanceOf(fell.ledger)).toMatchObject({ setOff: 200_00, waiting: 800_00 });
  });

  test('is moved back by as much as the assessment fell, by new entries, the latest first', () => {
    const first = getValue(execute(granted(600_00), byConsent(), [debt('a')])).ledger;
    const more = getValue(book(first, [plain('grant', 500_00)]));
    const { ledger } = getValue(execute(more, byConsent(), [debt('a')], 'o-2'));
    expect(takenFor(ledger, 'a')).toEqual({ setOff: 1_000_00, disputed: 0 });
    const fell = getValue(fallOfAssessment(ledger, 'a', 500_00, on));
    expect(fell.ledger.slice(0, ledger.length)).toEqual(ledger);
    expect(
      fell.ledger.slice(ledger.length).map(({ cents, ofEntry, taking }) => [cents, ofEntry, taking?.offset]),
    ).toEqual([
      [400_00, 4, 'o-2'],
      [100_00, 2, 'o-1'],
    ]);
    expect(getValue(fallOfAssessment(ledger, 'a', 1_000_00, on))).toEqual({ ledger, back: 0 });
  });
});

describe('A ledger', () => {
  const taking = { debt: 'a', offset: 'o', road: 'set_off', owed: 100 } as const;
  const taken = getValue(book(granted(100), [{ ...plain('set_off', 60), taking }]));

  test('takes no entry that is of nothing, of more than is there, or of an earlier day', () => {
    for (const cents of [0, -1, 0.5, Number.NaN, 2 ** 53])
      expect(listCodes(book([], [plain('grant', cents)]))).toEqual(['vat_ledger_cents_invalid']);
    expect(listCodes(book(taken, [plain('pay', 41)]))).toEqual(['vat_ledger_short']);
    expect(listCodes(book(taken, [{ ...plain('pay', 1), on: day('2020-11-09') }]))).toEqual([
      'vat_ledger_day_before_last',
    ]);
    expect(listCodes(book([], [plain('grant', 5), plain('pay', 6)]))).toEqual(['vat_ledger_short']);
  });

  test('takes no offset without debt, offset and road, nor over what is owed', () => {
    expect(listCodes(book(taken, [plain('set_off', 1)]))).toEqual(['vat_offset_without_road']);
    expect(listCodes(book(taken, [{ ...plain('pay', 1), taking }]))).toEqual(['vat_offset_without_road']);
    expect(listCodes(book(taken, [{ ...plain('set_off', 40), taking: { ...taking, owed: 99 } }]))).toEqual([
      'vat_offset_over_debt',
    ]);
  });

  test('moves back what an entry moved, and no more than that', () => {
    const back = (cents: number, change: Partial<EntryDraft> = {}) =>
      listCodes(book(taken, [{ ...plain('reverse', cents), taking, ofEntry: 2, ...change }]));
    expect(back(60)).toEqual([]);
    expect(back(61)).toEqual(['vat_ledger_short', 'vat_ledger_short']);
    expect(back(1, { ofEntry: 1 })).toEqual(['vat_ledger_entry_unknown']);
    expect(back(1, { ofEntry: null })).toEqual(['vat_ledger_entry_unknown']);
    expect(back(1, { taking: { ...taking, road: 'consent_transfer' } })).toEqual([
      'vat_ledger_entry_unknown',
    ]);
  });
});

/** One thing that somebody tries with a claim; most of them are refused at one time or another. */
const tries = fc.oneof(
  fc.record({ try: fc.constant('grant' as const), cents: fc.integer({ min: 1, max: 5_000 }) }),
  fc.record({
    try: fc.constantFrom('pay' as const, 'correct' as const),
    cents: fc.integer({ min: 1, max: 3_000 }),
  }),
  fc.record({
    try: fc.constant('offset' as const),
    road: fc.constantFrom(
      ...['consent', 'consent', 'no consent', 'withdrawn', 'request', 'request', 'no instrument'],
      ...['set-off', 'set-off', 'no provision'],
    ),
    debts: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 }),
  }),
  fc.record({ try: fc.constant('fall' as const), debt: fc.nat(5), owed: fc.nat(300) }),
  fc.record({ try: fc.constant('collect' as const), debt: fc.nat(5) }),
);
type Try = typeof tries extends fc.Arbitrary<infer One> ? One : never;

const oddDebts = fc.tuple(
  ...[0, 1, 2, 3, 4, 5].map((place) =>
    fc
      .record({
        cents: fc.integer({ min: 1, max: 2_500 }),
        rank: fc.constantFrom(null, 1, 2),
        disputedSince: fc.constantFrom(null, null, on),
        enforceableFrom: fc.constantFrom(day('2019-07-01'), day('2019-07-01'), null),
        creditor: fc.constantFrom('NL', 'NL', 'LU'),
        dueOn: fc.constantFrom(day('2019-06-01'), day('2019-02-01'), day('2010-01-01')),
      })
      .map((change) => debt(`d-${place}`, change)),
  ),
);

const facts = { ...legalFacts, recoveryFloor: { ...legalFacts.recoveryFloor, value: 500 } };
const isLegal = new Set(['consent', 'request', 'set-off']);

function roadOf(name: string, named: readonly string[]): Road {
  if (name === 'no consent') return { kind: 'consent_transfer', consent: null };
  if (name === 'withdrawn') return byConsent({ withdrawnOn: day('2020-10-01') });
  if (name === 'request') return byRequest(named);
  if (name === 'no instrument') return byRequest(named, { instrument: null });
  if (name === 'set-off') return bySetOff(named);
  return name === 'no provision' ? bySetOff(named, '') : byConsent();
}

/** The balance by a way of its own: every cent is a thing, in the place where it was last put. */
function cents(entries: readonly Entry[]): Readonly<Record<string, number>> {
  const places: Record<string, string[]> = { waiting: [], disputed: [], set_off: [], paid: [] };
  const put = (from: string | null, to: string | null, count: number) => {
    for (let one = 0; one < count; one += 1) {
      const cent = from === null ? 'cent' : places[from]?.pop();
      if (cent === undefined) throw new Error(`There is no cent left in ${from}`);
      if (to !== null) places[to]?.push(cent);
    }
  };
  const ways: Readonly<Record<Move, readonly [string | null, string | null]>> = {
    grant: [null, 'waiting'],
    correct: ['waiting', null],
    set_off: ['waiting', 'set_off'],
    retain: ['waiting', 'disputed'],
    collect: ['disputed', 'set_off'],
    release: ['disputed', 'waiting'],
    reverse: ['set_off', 'waiting'],
    pay: ['waiting', 'paid'],
  };
  for (const { move, cents: count } of entries) put(...ways[move], count);
  return Object.fromEntries(Object.entries(places).map(([place, all]) => [place, all.length]));
}

test('Whatever is tried with a claim, no cent is lost or made, no debt is met beyond itself or without a road', () => {
  const seen = { offsets: 0, refused: 0, partial: 0, reversed: 0, collected: 0, retained: 0 };
  const history = fc.tuple(
    oddDebts,
    fc.integer({ min: 1, max: 6_000 }),
    fc.array(tries, { minLength: 10, maxLength: 25, size: 'max' }),
  );
  fc.assert(
    fc.property(history, ([debts, refund, tried]) => {
      let ledger: Ledger = getValue(book([], [plain('grant', refund)]));
      let today: PlainDate = on;
      for (const one of tried as readonly Try[]) {
        today = addDays(today, 1);
        const before = ledger;
        if (one.try === 'offset') {
          const chosen = one.debts.map((place) => debts[place] as Debt);
          const road = roadOf(
            one.road,
            chosen.map(({ id }) => id),
          );
          const order = { id: `o-${ledger.length}`, road, on: today, debts: chosen };
          const done = executeOffset(claim, ledger, order, facts);
          if (!done.ok) seen.refused += 1;
          else {
            ledger = done.value.ledger;
            const { offset } = done.value;
            expect(isLegal.has(one.road)).toBe(true);
            const sum = offset.allocations.reduce((total, { cents: part }) => total + part, 0);
            expect(sum + offset.left).toBe(balanceOf(before).waiting);
            // While somebody who can be met is not, nothing is left over for the applicant.
            if (offset.left > 0)
              expect(offset.allocations.every(({ leftOwed }) => leftOwed === 0)).toBe(true);
            const turned = planOffset(claim, before, { ...order, debts: chosen.toReversed() }, facts);
            expect(getValue(turned)).toEqual(offset);
            seen.offsets += 1;
            if (offset.allocations.some(({ leftOwed }) => leftOwed > 0)) seen.partial += 1;
            if (offset.allocations.some(({ use }) => use === 'retain')) seen.retained += 1;
            // Where every assessment falls, all is as it was before, and the entries stand.
            let undone: Ledger = ledger;
            for (const { debt: fallen } of offset.allocations) {
              const { setOff, disputed } = takenFor(before, fallen.id);
              undone = getValue(fallOfAssessment(undone, fallen.id, setOff + disputed, today)).ledger;
              expect(takenFor(undone, fallen.id)).toEqual({ setOff, disputed });
            }
            expect(balanceOf(undone)).toEqual(balanceOf(before));
            expect(undone.slice(0, ledger.length)).toEqual(ledger);
          }
        } else if (one.try === 'fall') {
          const fallen = getValue(fallOfAssessment(ledger, `d-${one.debt}`, one.owed, today));
          if (fallen.back > 0) seen.reversed += 1;
          ledger = fallen.ledger;
        } else if (one.try === 'collect') {
          const ended = endOfDispute(ledger, `d-${one.debt}`, today);
          if (ended.ok) {
            ledger = ended.value.ledger;
            seen.collected += 1;
          }
        } else {
          const booked = book(ledger, [{ ...plain(one.try, one.cents), on: today }]);
          if (booked.ok) ledger = booked.value;
        }
        expect(ledger.slice(0, before.length)).toEqual(before);
        const { refund: all, paid, setOff, retained, waiting, disputed } = balanceOf(ledger);
        expect(paid + setOff + retained).toBe(all);
        expect({ waiting, disputed, set_off: setOff, paid }).toEqual(cents(ledger));
        for (const { id, cents: owed } of debts) {
          const taken = takenFor(ledger, id);
          expect(taken.setOff + taken.disputed).toBeLessThanOrEqual(owed);
        }
        for (const entry of ledger)
          if (entry.move !== 'grant' && entry.move !== 'correct' && entry.move !== 'pay')
            expect(['consent_transfer', 'recovery_request', 'set_off']).toContain(entry.taking?.road);
      }
    }),
    { numRuns: 400 },
  );
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(20);
});
