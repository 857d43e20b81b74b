/** An amount with so many digits, to the nearest; halves away from zero. Cents in, cents out. */
export function roundTo(cents: number, digits: number): number {
  const step = stepOf(cents, digits);
  return Math.sign(cents) * Math.floor((2 * Math.abs(cents) + step) / (2 * step)) * step;
}

/** The least amount of so many digits that is not below it, which must not be below zero: a ceiling stays one. */
export function roundUpTo(cents: number, digits: number): number {
  const step = stepOf(cents, digits);
  return Math.ceil(cents / step) * step;
}

/** No step is below that, or small amounts would be told as they are: a thousand euro, in cents. */
const leastStep = 100_000;

function stepOf(cents: number, digits: number): number {
  const places = String(Math.abs(cents)).length;
  return Math.max(leastStep, 10 ** Math.max(0, places - digits));
}

/** Whether so many digits are left of an amount: else the least step may be half of it, or all. */
export function keepsDigits(cents: number, digits: number): boolean {
  return Math.abs(roundTo(cents, digits)) >= leastStep * 10 ** (digits - 1);
}

/** By how much of what was told with so many digits an amount may be other, where it `keepsDigits`. */
export function shareLost(digits: number): number {
  return 0.5 / 10 ** (digits - 1);
}
