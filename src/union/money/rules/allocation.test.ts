import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getValue } from '#kernel/fixtures/results.ts';
import { type Currency, type Money, parseMoney, toAmount } from '#kernel/money.ts';
import { type AllocationBasis, allocationBases } from '../model.ts';
import { sumAllocations, togetherOf } from './allocation.ts';

fc.configureGlobal({ seed: 20200531 });

const euro = 'EUR' as Currency;
const money = (amount: number | string, currency: string = euro) => getValue(parseMoney(amount, currency));
const part = (amount: number | string, basis: AllocationBasis, currency: string = euro) => ({
  basis,
  amount: money(amount, currency),
});

test('Of 7,628,000 euro, 84,250.75 by timesheet and 11,000 by estimate, the rest leads to no activity', () => {
  const sum = sumAllocations(money(7_628_000), euro, [
    part(84_250.75, 'timesheet'),
    part(11_000, 'estimate'),
  ]);
  expect(toAmount(sum.allocated)).toBe('95250.75');
  expect(toAmount(sum.byBasis.timesheet)).toBe('84250.75');
  expect(toAmount(sum.byBasis.estimate)).toBe('11000.00');
  expect(toAmount(sum.unallocated as Money)).toBe('7532749.25');
  expect(sum.share).toBeCloseTo(0.987513, 6);
});

test('Ten cents and twenty cents are thirty cents: nothing is added as a float', () => {
  const sum = sumAllocations(money('0.30'), euro, [part(0.1, 'estimate'), part(0.2, 'estimate')]);
  expect(sum.unallocated?.minor).toBe(0n);
  expect(sum.share).toBe(0);
});

test('Of an unknown budget the rest is unknown and not zero; what was allocated is still known', () => {
  const sum = sumAllocations(null, euro, [part(100, 'timesheet')]);
  expect(sum).toMatchObject({ unallocated: null, share: null });
  expect(toAmount(sum.allocated)).toBe('100.00');
});

test('What was allocated in another currency is added to nothing and leaves the rest unknown', () => {
  const sum = sumAllocations(money(100), euro, [part(40, 'estimate'), part(40, 'estimate', 'JPY')]);
  expect(sum.unallocated).toBe(null);
  expect(toAmount(sum.allocated)).toBe('40.00');
});

test('More than the budget shows as less than nothing; a budget of nothing has no share', () => {
  expect(sumAllocations(money(10), euro, [part(12, 'estimate')]).unallocated?.minor).toBe(-200n);
  expect(sumAllocations(money(0), euro, [])).toMatchObject({ share: null, unallocated: { minor: 0n } });
});

test('Amounts together are one amount; none, or several currencies, are no amount and not zero', () => {
  expect(togetherOf([money('0.10'), money('0.20')])).toEqual(money('0.30'));
  expect(togetherOf([])).toBe(null);
  expect(togetherOf([money(1), money(1, 'JPY'), money(1)])).toBe(null);
});

const cents = fc.bigInt({ min: 0n, max: 10n ** 12n });
const parts = fc.array(
  fc.record({
    basis: fc.constantFrom(...allocationBases),
    amount: cents.map((minor): Money => ({ currency: euro, minor })),
  }),
  { maxLength: 12 },
);

test('Allocated by each basis, and not allocated, re-add to the budget to the cent, in whatever order', () => {
  fc.assert(
    fc.property(cents, parts, (minor, given) => {
      const sum = sumAllocations({ currency: euro, minor }, euro, given);
      const { timesheet, estimate } = sum.byBasis;
      expect(timesheet.minor + estimate.minor).toBe(sum.allocated.minor);
      expect(sum.allocated.minor + (sum.unallocated as Money).minor).toBe(minor);
      expect(sumAllocations({ currency: euro, minor }, euro, given.toReversed())).toEqual(sum);
    }),
  );
});
