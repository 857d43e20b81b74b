import { kernelProblem } from './problems.ts';
import { fail, ok, type Result } from './result.ts';

/**
 * A decimal as a whole number of units of 10^-decimals, read digit by digit: no step goes through a float. A JSON number
 * is taken as its shortest decimal, which is what was written as long as that has at most 15 digits (IEEE 754 double).
 * Problems: `decimal_invalid` (also an exponent, or more than 30 digits), `decimal_not_exact` (a number of more than 15 digits: write
 * it as text), `decimals_too_many`.
 */
export function parseDecimal(amount: number | string, decimals: number, path = ''): Result<bigint> {
  const received = String(amount);
  const parts = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(received);
  if (parts === null) return fail(kernelProblem('decimal_invalid', path, { received }));
  const [, sign = '', whole = '', written = ''] = parts;
  if (
    typeof amount === 'number' &&
    !Number.isSafeInteger(amount) &&
    `${whole}${written}`.replace(/^0+/, '').length > 15
  )
    return fail(kernelProblem('decimal_not_exact', path, { received }));
  const fraction = written.replace(/0+$/, '');
  if (fraction.length > decimals)
    return fail(kernelProblem('decimals_too_many', path, { received, allowed: decimals }));
  return ok(BigInt(`${sign}${whole}${fraction.padEnd(decimals, '0')}`));
}

/** The decimal text of units of 10^-decimals, with all its decimals: (100n, 2) is `1.00`. */
export function formatDecimal(units: bigint, decimals: number): `${number}` {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const fraction = decimals === 0 ? '' : `.${digits.slice(point)}`;
  return `${units < 0n ? '-' : ''}${digits.slice(0, point)}${fraction}` as `${number}`;
}
