import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Declared, Entry, Paid } from '../model.ts';
import { comparePayments } from './compare.ts';

const shop = 'NL004495445B01';
const paid = (more: Partial<Paid> = {}): Paid => ({
  ...{ payee: shop, isNumber: true, payerState: 'BE', currency: 'EUR' },
  ...{ payments: 40, paid: 121_000, refunds: 0, refunded: 0 },
  ...more,
});
const declared = (more: Partial<Declared> = {}): Declared => ({
  ...{ person: shop, consumption: 'BE', base: 100_000, vat: 21_000, lines: 1 },
  ...more,
});
const only = (entries: readonly Entry[]): Entry => {
  expect(entries).toHaveLength(1);
  return entries[0] as Entry;
};

describe('What a shop was paid from Belgium beside what it declared for Belgium', () => {
  test('is the same where all was declared: payments hold the VAT, too', () => {
    expect(only(comparePayments([declared()], [paid()]))).toMatchObject({
      ...{ inflow: 121_000, difference: 0, ratio: 1, obstacles: [] },
    });
  });

  test('has refunds taken off', () => {
    const back = paid({ payments: 40, paid: 242_000, refunds: 2, refunded: 121_000 });
    expect(only(comparePayments([declared()], [back]))).toMatchObject({
      inflow: 121_000,
      ratio: 1,
      refunds: 2,
    });
  });

  test('sums the rates of a return, and half declared is twice paid', () => {
    const rates = [declared({ base: 40_000, vat: 8_400 }), declared({ base: 10_000, vat: 2_100 })];
    expect(only(comparePayments(rates, [paid()]))).toMatchObject({ difference: 60_500, ratio: 2 });
  });

  test('cannot be compared where there is no return: that is not one of nothing', () => {
    expect(only(comparePayments([], [paid()]))).toMatchObject({
      ...{ declared: null, difference: null, ratio: null, obstacles: ['no_return'] },
    });
  });

  test('cannot be compared where no payment is known', () => {
    expect(only(comparePayments([declared()], []))).toMatchObject({
      ...{ inflow: null, difference: null, ratio: null, obstacles: ['no_payments'] },
    });
  });

  test('cannot be compared with 25 payments or fewer, counted over all states from which was paid', () => {
    const few = paid({ payments: 20 });
    expect(only(comparePayments([declared()], [few])).obstacles).toEqual(['below_threshold']);
    const more = comparePayments([declared()], [few, paid({ payerState: 'LU', payments: 6 })]);
    expect(more.find(({ consumption }) => consumption === 'BE')).toMatchObject({ obstacles: [], ratio: 1 });
  });

  test('is not past 25 payments by refunds: they are no payments to the payee', () => {
    const refunded = paid({ payments: 25, refunds: 10, refunded: 1_000 });
    expect(only(comparePayments([declared()], [refunded])).obstacles).toEqual(['below_threshold']);
    expect(only(comparePayments([declared()], [paid({ payments: 26, refunds: 10 })])).obstacles).toEqual([]);
  });

  test('cannot be compared where some was paid in another currency, which is added to nothing', () => {
    const dollars = paid({ currency: 'USD', payments: 3, paid: 50_000 });
    expect(only(comparePayments([declared()], [paid(), dollars]))).toMatchObject({
      ...{ inflow: 121_000, difference: 0, ratio: null, obstacles: ['other_currency'] },
      others: [{ currency: 'USD', count: 3, amount: 50_000 }],
    });
  });

  test('cannot be compared for an account or tax number, nor against a return of nothing', () => {
    const account = paid({ payee: 'NL00BANK0123456789', isNumber: false });
    expect(only(comparePayments([], [account])).obstacles).toEqual(['no_return', 'not_identified']);
    const nil = only(comparePayments([declared({ base: 0, vat: 0 })], [paid()]));
    expect(nil).toMatchObject({ difference: 121_000, ratio: null, obstacles: ['declared_nothing'] });
  });
});

describe('Whatever is given', () => {
  const state = fc.constantFrom('BE', 'LU', 'DE');
  const who = fc.constantFrom(shop, 'NL123456782B90', 'IBAN1');
  const cents = fc.integer({ min: 0, max: 1_000_000 });
  const payments: fc.Arbitrary<Paid> = fc.record({
    payee: who,
    isNumber: fc.constant(true),
    payerState: state,
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
    payments: fc.nat(30),
    paid: cents,
    refunds: fc.nat(3),
    refunded: cents,
  });
  const returns: fc.Arbitrary<Declared> = fc.record({
    ...{ person: who, consumption: state, base: cents, vat: cents, lines: fc.constant(1) },
  });

  test('euros are conserved, nothing is compared against an obstacle, and the order does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(returns, { maxLength: 8 }),
        fc.array(payments, { maxLength: 12 }),
        (said, seen) => {
          const entries = comparePayments(said, seen);
          const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
          const euros = seen.filter(({ currency }) => currency === 'EUR');
          expect(sum(entries.map(({ inflow }) => inflow ?? 0))).toBe(
            sum(euros.map((one) => one.paid - one.refunded)),
          );
          expect(sum(entries.map(({ declared: one }) => (one === null ? 0 : one.base + one.vat)))).toBe(
            sum(said.map(({ base, vat }) => base + vat)),
          );
          for (const { ratio, obstacles } of entries) expect(ratio === null).toBe(obstacles.length > 0);
          expect(comparePayments(said.toReversed(), seen.toReversed())).toEqual(entries);
          const sizes = entries.map(({ difference }) => (difference === null ? -1 : Math.abs(difference)));
          expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        },
      ),
      { seed: 16, numRuns: 300 },
    );
  });
});
