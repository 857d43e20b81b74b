import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDecimal, parseDecimal } from './decimal.ts';
import { getValue, listCodes } from './fixtures/results.ts';
import {
  addMoney,
  formatMoney,
  parseMoney,
  parseShare,
  type Share,
  sharesSumToOne,
  splitByShares,
  sumShares,
  toAmount,
} from './money.ts';

fc.configureGlobal({ seed: 20200531 });

const eur = (amount: number | string) => getValue(parseMoney(amount, 'EUR'));
const sharesOf = (record: Readonly<Record<string, number | string>>): ReadonlyMap<string, Share> =>
  new Map(Object.entries(record).map(([key, share]) => [key, getValue(parseShare(share))]));
const amountsOf = (parts: ReturnType<typeof splitByShares>) =>
  Object.fromEntries([...parts].map(([key, part]) => [key, toAmount(part)]));

test('amounts are exact in the minor unit of their currency', () => {
  expect(eur(7628000).minor).toBe(762800000n);
  expect(eur(0.29).minor).toBe(29n);
  expect(eur('-12.5').minor).toBe(-1250n);
  expect(eur('1.500').minor).toBe(150n);
  expect(getValue(parseMoney(500, 'JPY')).minor).toBe(500n);
  expect(getValue(parseMoney('1.234', 'KWD')).minor).toBe(1234n);
  expect(eur('123456789012345678901234.56').minor).toBe(12345678901234567890123456n);
});

test('what is not an amount of its currency is refused', () => {
  const refused = (amount: number | string, currency: string) => listCodes(parseMoney(amount, currency));
  expect(refused(1.005, 'EUR')).toEqual(['decimals_too_many']);
  expect(refused(0.5, 'JPY')).toEqual(['decimals_too_many']);
  expect(refused(0.1 + 0.2, 'EUR')).toEqual(['decimal_not_exact']);
  expect(refused(2 ** 53, 'EUR')).toEqual(['decimal_not_exact']);
  expect(refused(1, 'eur')).toEqual(['currency_unknown']);
  expect(refused(1, 'ZZZ')).toEqual(['currency_unknown']);
  for (const amount of ['', '1,50', '1e3', '.5', '5.', '+1', ' 1', '0x10', '--1', Number.NaN, 1e21, 1e-7])
    expect(refused(amount, 'EUR'), String(amount)).toEqual(['decimal_invalid']);
});

test('amounts survive writing and reading, as text and as JSON number', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
      (minor, currency) => {
        const money = { ...getValue(parseMoney(0, currency)), minor };
        expect(parseMoney(toAmount(money), currency)).toEqual({ ok: true, value: money });
      },
    ),
  );
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (cents) => {
      expect(eur(JSON.parse(JSON.stringify(cents / 100))).minor).toBe(BigInt(cents));
    }),
  );
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.integer({ min: 0, max: 12 }),
      (units, decimals) => {
        expect(getValue(parseDecimal(formatDecimal(units, decimals), decimals))).toBe(units);
      },
    ),
  );
});

test('amounts in the way of each language; whole ones without decimals', () => {
  const plain = (text: string) => text.replace(/\s/gu, ' ');
  expect(plain(formatMoney(eur(7628000), 'nl'))).toBe('€ 7.628.000');
  expect(plain(formatMoney(eur('457680.5'), 'de'))).toBe('457.680,50 €');
  expect(plain(formatMoney(eur(7628000), 'fr'))).toBe('7 628 000 €');
  expect(plain(formatMoney(eur('123456789012345678901.23'), 'en'))).toBe('€123,456,789,012,345,678,901.23');
});

test('amounts of one currency add up, of two they do not', () => {
  expect(addMoney(eur('0.1'), eur('0.2'))).toEqual({ ok: true, value: eur('0.3') });
  expect(listCodes(addMoney(eur(1), getValue(parseMoney(1, 'SEK'))))).toEqual(['currency_differs']);
});

test('0.53 + 0.41 + 0.06 is exactly one', () => {
  const key = [...sharesOf({ NL: 0.53, BE: 0.41, LU: 0.06 }).values()];
  expect(sharesSumToOne(key)).toBe(true);
  expect(sumShares(key)).toBe('1');
  const short = [...sharesOf({ NL: 0.5, BE: 0.41, LU: 0.06 }).values()];
  expect(sharesSumToOne(short)).toBe(false);
  expect(sumShares(short)).toBe('0.97');
  expect(sumShares([])).toBe('0');
  expect(
    sumShares([...sharesOf({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1, j: 1 }).values()]),
  ).toBe('10');
  expect(listCodes(parseShare(1.01))).toEqual(['share_out_of_range']);
  expect(listCodes(parseShare(-0.01))).toEqual(['share_out_of_range']);
  expect(listCodes(parseShare('0.1234567890123456789'))).toEqual(['decimals_too_many']);
});

test('the contributions of 2019 re-add to the budget', () => {
  expect(amountsOf(splitByShares(eur(7628000), sharesOf({ NL: 0.53, BE: 0.41, LU: 0.06 })))).toEqual({
    NL: '4042840.00',
    BE: '3127480.00',
    LU: '457680.00',
  });
});

test('left-over cents go to the largest remainder, between equal ones to the first key', () => {
  expect(amountsOf(splitByShares(eur('0.01'), sharesOf({ b: 0.5, a: 0.5 })))).toEqual({
    b: '0.00',
    a: '0.01',
  });
  expect(amountsOf(splitByShares(eur('-0.01'), sharesOf({ b: 0.5, a: 0.5 })))).toEqual({
    b: '0.00',
    a: '-0.01',
  });
  expect(amountsOf(splitByShares(eur('0.10'), sharesOf({ a: 0.34, b: 0.33, c: 0.33 })))).toEqual({
    a: '0.04',
    b: '0.03',
    c: '0.03',
  });
});

test('shares that are not the whole cannot be split by', () => {
  expect(() => splitByShares(eur(1), sharesOf({ a: 0.5 }))).toThrow(RangeError);
  expect(() => splitByShares(eur(1), new Map())).toThrow(RangeError);
});

/** Shares of six decimals that sum to one: the widths between sorted cuts. */
const wholes = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 8 }).map((cuts) => {
  const ends = [...cuts.toSorted((a, b) => a - b), 1_000_000];
  return sharesOf(
    Object.fromEntries(
      ends.map((end, index) => [`p${index}`, formatDecimal(BigInt(end - (ends[index - 1] ?? 0)), 6)]),
    ),
  );
});

test('a split keeps the total, stays within one unit of each exact share, and knows no order', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), wholes, (minor, shares) => {
      const total = { ...eur(0), minor };
      const parts = splitByShares(total, shares);
      expect([...parts.keys()]).toEqual([...shares.keys()]);
      expect([...parts.values()].reduce((sum, part) => sum + part.minor, 0n)).toBe(minor);
      for (const [key, share] of shares) {
        const away = (parts.get(key)?.minor ?? 0n) * 10n ** 18n - minor * share;
        expect(away < 10n ** 18n && away > -(10n ** 18n)).toBe(true);
      }
      expect(amountsOf(splitByShares(total, new Map([...shares].reverse())))).toEqual(amountsOf(parts));
    }),
  );
});
