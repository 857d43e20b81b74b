import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getValue } from '#kernel/fixtures/results.ts';
import { parseMoney, toAmount } from '#kernel/money.ts';
import { parties } from '../../bodies/model.ts';
import { allocations, budgets, contributionKeys, surpluses } from '../model.ts';
import { checkMoney, contributionsOf, sharesOf } from './contributions.ts';

fc.configureGlobal({ seed: 20200531 });

const benelux = new Set(['NL', 'BE', 'LU']);
const key2019 = { year: 2019, NL: 0.53, BE: 0.41, LU: 0.06, basis: 'treaty obligation', source: ['8.2'] };
const amountsOf = (total: number, currency: string, key: Record<string, unknown>, parties = benelux) =>
  contributionsOf(getValue(parseMoney(total, currency)), key, parties)?.map(({ party, amount }) => [
    party,
    toAmount(amount),
  ]) ?? null;

test('7,628,000 euro by the key 53/41/6 is what the report’s own figures re-add to', () => {
  expect(amountsOf(7_628_000, 'EUR', key2019)).toEqual([
    ['NL', '4042840.00'],
    ['BE', '3127480.00'],
    ['LU', '457680.00'],
  ]);
});

test('Thirds of a currency without cents still re-add: one state pays the odd unit', () => {
  const key = { year: 2020, A: 0.3333, B: 0.3333, C: 0.3334 };
  expect(amountsOf(100, 'ISK', key, new Set(['A', 'B', 'C']))).toEqual([
    ['A', '33'],
    ['B', '33'],
    ['C', '34'],
  ]);
});

test('Where a share is not stated, or no party has one, nobody’s contribution is known', () => {
  expect(amountsOf(100, 'EUR', { ...key2019, NL: null })).toBe(null);
  expect(amountsOf(100, 'EUR', { year: 2018, basis: 'as before' })).toBe(null);
  expect(amountsOf(100, 'EUR', { ...key2019, NL: 0.5 })).toBe(null);
});

test('Only keys that name a party are shares; other numbers are kept and mean nothing here', () => {
  expect([...sharesOf({ ...key2019, rounding: 2, FR: 0.1 }, benelux).keys()]).toEqual(['NL', 'BE', 'LU']);
});

test('Contributions re-add to the budget, each within one unit of its exact share', () => {
  const cases = fc.record({
    parts: fc
      .array(fc.integer({ min: 0, max: 1_000 }), { minLength: 2, maxLength: 6 })
      .filter((parts) => parts.some((part) => part > 0)),
    total: fc.integer({ min: 0, max: 1_000_000_000 }),
    currency: fc.constantFrom('EUR', 'ISK', 'SEK'),
  });
  fc.assert(
    fc.property(cases, ({ parts, total, currency }) => {
      const sum = parts.reduce((rest, part) => rest + part, 0);
      // Shares of six decimals; the first party's takes what rounding leaves.
      const millionths = parts.map((part) => Math.floor((part * 1_000_000) / sum));
      const left = 1_000_000 - millionths.reduce((rest, part) => rest + part, 0);
      const shares = millionths.map((part, index) => (part + (index === 0 ? left : 0)) / 1_000_000);
      const key = Object.fromEntries(shares.map((share, index) => [`P${index}`, share]));
      const money = getValue(parseMoney(total, currency));
      const paid = contributionsOf(money, key, new Set(Object.keys(key))) ?? [];
      expect(paid).toHaveLength(parts.length);
      expect(paid.reduce((rest, { amount }) => rest + amount.minor, 0n)).toBe(money.minor);
      for (const { share, amount } of paid)
        expect(Math.abs(Number(amount.minor) - Number(money.minor) * share)).toBeLessThan(1.001);
    }),
    { numRuns: 300 },
  );
});

test('Shares that differ from one in the sixth decimal are refused with their sum', () => {
  const states = [...benelux].map((id) => ({ kind: parties, id, path: id, body: { id } }));
  const check = (body: Record<string, unknown>) =>
    checkMoney([...states, { kind: contributionKeys, id: '2019', path: 'key', body }]).map(
      ({ path, params }) => [path, params],
    );
  expect(check(key2019)).toEqual([]);
  expect(check({ ...key2019, NL: 0.530001 })).toEqual([['key', { sum: '1.000001' }]]);
  expect(check({ ...key2019, NL: -0.53 })).toEqual([['key.NL', { received: '-0.53' }]]);
  expect(check({ year: 2018, basis: 'as before' })).toEqual([]);
});

test('An amount must be one of its currency: no half krona of Iceland', () => {
  const check = (amount: unknown, currency: string) =>
    checkMoney([{ kind: budgets, id: '2019', path: 'budget', body: { year: 2019, amount, currency } }]).map(
      ({ code }) => code,
    );
  expect(check(0.5, 'ISK')).toEqual(['decimals_too_many']);
  expect(check(0.5, 'EUR')).toEqual([]);
  expect(check(1, 'XQZ')).toEqual(['currency_unknown']);
  expect(check(null, 'EUR')).toEqual([]);
});

test('An allocation or a surplus of a file is an amount of its currency, to the cent', () => {
  const placed = (kind: typeof allocations, amount: number) => ({
    kind,
    id: 'one',
    path: `${kind.name}[0]`,
    body: { amount, currency: 'EUR' },
  });
  expect(checkMoney([placed(allocations, 84_250.75), placed(surpluses, 0)])).toEqual([]);
  const faults = checkMoney([placed(allocations, 0.001), placed(surpluses, 1.005)]);
  expect(faults.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'decimals_too_many allocations[0].amount',
    'decimals_too_many surpluses[0].amount',
  ]);
});
