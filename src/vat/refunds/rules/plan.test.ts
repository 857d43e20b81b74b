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
    expect(plan.left).toBe(1_500_00);
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
