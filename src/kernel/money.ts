import type { Brand } from './brand.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';
import { type Language, localeOf } from './languages.ts';
import { memoize } from './memoize.ts';
import { kernelProblem } from './problems.ts';
import { fail, ok, type Result } from './result.ts';

/** ISO 4217 alphabetic code. */
export type Currency = Brand<string, 'Currency'>;
/** Whole minor units of the currency (ISO 4217): cents of EUR, yen of JPY. */
export type Money = { readonly currency: Currency; readonly minor: bigint };
/** Part of a whole, from 0 to 1, in units of 10^-18: exact for every share written in up to 18 decimals. */
export type Share = Brand<bigint, 'Share'>;

const shareDecimals = 18;
const wholeShare = 10n ** BigInt(shareDecimals);

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Problem: `currency_unknown`. */
export function parseCurrency(text: string, path = ''): Result<Currency> {
  return currencies.has(text)
    ? ok(text as Currency)
    : fail(kernelProblem('currency_unknown', path, { received: text }));
}

/** Digits after the point of a currency's minor unit: 2 for EUR, 0 for JPY. */
const decimalsOf = memoize((currency) => {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  if (maximumFractionDigits === undefined) throw new Error(`Intl gives no decimals for ${currency}`);
  return maximumFractionDigits;
});

/** An amount in major units, exactly. Problems: `currency_unknown`, and those of `parseDecimal`. */
export function parseMoney(amount: number | string, currency: string, path = ''): Result<Money> {
  const known = parseCurrency(currency, path);
  if (!known.ok) return known;
  const minor = parseDecimal(amount, decimalsOf(known.value), path);
  return minor.ok ? ok({ currency: known.value, minor: minor.value }) : minor;
}

/** The amount in major units with all its decimals: `4042840.00`. */
export function toAmount({ currency, minor }: Money): `${number}` {
  return formatDecimal(minor, decimalsOf(currency));
}

/** A whole amount is written without decimals: `€7,628,000`. */
export function formatMoney(money: Money, language: Language): string {
  return currencyFormat(`${localeOf(language)} ${money.currency}`).format(toAmount(money));
}

const currencyFormat = memoize((key) => {
  const [locale, currency = ''] = key.split(' ');
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
});

/** Problem: `currency_differs`. */
export function addMoney(a: Money, b: Money): Result<Money> {
  if (a.currency !== b.currency)
    return fail(kernelProblem('currency_differs', '', { currency: a.currency, other: b.currency }));
  return ok({ currency: a.currency, minor: a.minor + b.minor });
}

/** Problems: those of `parseDecimal`, `share_out_of_range`. */
export function parseShare(share: number | string, path = ''): Result<Share> {
  const units = parseDecimal(share, shareDecimals, path);
  if (!units.ok) return units;
  if (units.value < 0n || units.value > wholeShare)
    return fail(kernelProblem('share_out_of_range', path, { received: String(share) }));
  return ok(units.value as Share);
}

/** The sum as decimal text: `1`, `0.97`. */
export function sumShares(shares: Iterable<Share>): string {
  return formatDecimal(totalOf(shares), shareDecimals).replace(/\.?0+$/, '');
}

export function sharesSumToOne(shares: Iterable<Share>): boolean {
  return totalOf(shares) === wholeShare;
}

function totalOf(shares: Iterable<Share>): bigint {
  return [...shares].reduce((sum: bigint, share) => sum + share, 0n);
}

/**
 * Divides a total so that the parts add up to it again, each within one minor unit of its exact share: the units that
 * rounding down leaves go to the largest remainders, between equal ones to the key that sorts first. In the order of `shares`.
 * Throws when the shares do not sum to one (`sharesSumToOne`): there is no right answer then.
 */
export function splitByShares(total: Money, shares: ReadonlyMap<string, Share>): ReadonlyMap<string, Money> {
  if (!sharesSumToOne(shares.values()))
    throw new RangeError(`Shares sum to ${sumShares(shares.values())}, not to 1`);
  // Split the size and put the sign back, so that a refund is divided as the payment was.
  const sign = total.minor < 0n ? -1n : 1n;
  const size = sign * total.minor;
  const parts = [...shares].map(([key, share]) => ({
    key,
    floor: (size * share) / wholeShare,
    remainder: (size * share) % wholeShare,
  }));
  const left = Number(size - parts.reduce((sum, { floor }) => sum + floor, 0n));
  const roundedUp = new Set(
    parts
      .toSorted((a, b) => compare(b.remainder, a.remainder) || compare(a.key, b.key))
      .slice(0, left)
      .map(({ key }) => key),
  );
  return new Map(
    parts.map(({ key, floor }) => [
      key,
      { currency: total.currency, minor: sign * (floor + (roundedUp.has(key) ? 1n : 0n)) },
    ]),
  );
}

function compare<T extends bigint | string>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
