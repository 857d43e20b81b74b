import { describe, expect, test } from 'vitest';
import { day } from '#kernel/fixtures/dates.ts';
import { getValue } from '#kernel/fixtures/results.ts';
import { claim, debt, happened } from '../fixtures/claims.ts';
import type { ClaimEvent } from '../model.ts';
import { book } from './ledger.ts';
import { legalFacts } from './legal-facts.ts';
import { planOn, roadsOn } from './plan.ts';

const on = day('2021-03-03');
const ledger = getValue(
  book([], [{ move: 'grant', on: day('2021-03-01'), cents: 1_500_00, taking: null, ofEntry: null }]),
);
const consent = happened('consent', '2021-01-11', {
  ...{ consent: 'k-1', signedBy: claim.applicant, signedOn: day('2021-01-11'), debts: null },
});
const file = (...history: readonly ClaimEvent[]) => ({ claim, history, ledger });
const debts = [
  debt('old', { dueOn: day('2019-01-15'), assessedOn: day('2019-01-01') }),
  debt('first', { rank: 1, cents: 400_00 }),
  debt('later', { dueOn: day('2021-06-01') }),
];

describe('What an offset would come to', () => {
  test('meets debts by rank and then by age as far as the refund reaches, and says why one gets nothing', () => {
    const plan = planOn(file(consent), debts, on, legalFacts);
    expect(plan.debts.map(({ debt: { id }, use, cents, leftOwed }) => [id, use, cents, leftOwed])).toEqual([
      ['first', 'set_off', 400_00, 0],
      ['old', 'set_off', 1_000_00, 0],
      ['later', 'pass_over', 0, 1_000_00],
    ]);
    expect(plan.debts.at(-1)?.findings.map(({ code }) => code)).toEqual(['vat_debt_not_due']);
    expect(plan.left).toBe(100_00);
  });

  test('is shown as if he consented today where the applicant has not, and the road says that he has not', () => {
    expect(planOn(file(), debts, on, legalFacts).left).toBe(100_00);
    const [road] = roadsOn(file(), debts, on, legalFacts);
    expect(road).toMatchObject({
      kind: 'consent_transfer',
      lacking: [{ code: 'vat_offset_consent_missing' }],
    });
  });

  test('is nothing by a consent that was withdrawn', () => {
    const gone = happened('withdraw_consent', '2021-02-01', { consent: 'k-1' });
    const plan = planOn(file(consent, gone), debts, on, legalFacts);
    expect(plan.debts.map(({ cents }) => cents)).toEqual([0, 0, 0]);
    expect(plan.debts.map(({ use }) => use)).toEqual(['pass_over', 'pass_over', 'pass_over']);
    expect(plan.lacking.map(({ code }) => code)).toEqual(['vat_offset_consent_withdrawn']);
    expect(plan.left).toBe(1_500_00);
  });

  test('is nothing where another signed or nothing waits, and of the refund nothing for who comes too late: none is said to be met', () => {
    const other = happened('consent', '2021-01-11', {
      ...{ consent: 'k-2', signedBy: 'J. Test', signedOn: day('2021-01-11'), debts: null },
    });
    const blocked = planOn(file(other), debts, on, legalFacts);
    expect(blocked.lacking.map(({ code }) => code)).toEqual(['vat_offset_consent_of_another']);
    expect(blocked.debts.map(({ use, cents }) => [use, cents])).toEqual(Array(3).fill(['pass_over', 0]));
    const early = planOn({ claim, history: [consent], ledger: [] }, debts, on, legalFacts);
    expect(early.lacking.map(({ code }) => code)).toEqual(['vat_offset_nothing_waits']);
    const large = [debt('large', { rank: 1, cents: 9_000_00 }), debt('late')];
    const { debts: planned, lacking } = planOn(file(consent), large, on, legalFacts);
    expect(lacking).toEqual([]);
    expect(planned.map(({ use, findings }) => [use, ...findings.map(({ code }) => code)])).toEqual([
      ['set_off'],
      ['pass_over', 'vat_offset_none_left'],
    ]);
  });

  test('of what is proposed already is nothing, and the rest of the refund is for the others', () => {
    const promised = new Map([['first', { cents: 400_00, offset: 'o-1' }]]);
    const plan = planOn(file(consent), debts, on, legalFacts, promised);
    expect(plan.debts.map(({ debt: { id }, cents }) => [id, cents])).toEqual([
      ['first', 0],
      ['old', 1_000_00],
      ['later', 0],
    ]);
    expect(plan.debts[0]?.findings.map(({ code }) => code)).toEqual(['vat_offset_proposed']);
    expect(plan.left).toBe(100_00);
  });

  test('needs on the other roads a request with its instrument, and for a set-off a provision besides', () => {
    const roads = roadsOn(file(consent), debts, on, legalFacts);
    expect(roads.map(({ lacking }) => lacking.map(({ code }) => code))).toEqual([
      [],
      ['vat_offset_instrument_missing'],
      ['vat_offset_instrument_missing', 'vat_offset_provision_missing'],
    ]);
  });
});
