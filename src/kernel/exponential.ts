/**
 * Exponential and logarithm by additions, multiplications and divisions alone, which IEEE 754 fixes to the last digit: `Math.exp` and
 * `Math.log` may differ between machines, and then a score could not be replayed, nor a made-up world made again.
 */

/** ln 2 in two parts, the first with zeros at its end, so that its product with a small whole number is exact. */
const [ln2High, ln2Low] = [0.6931471803691238, 1.9082149292705877e-10];

/** Within 1e-14 of the true value, as a share of it; 0 below −700. Throws above 700. */
export function exponential(x: number): number {
  if (!(x <= 700)) throw new RangeError(`e to the power of ${x} is not needed anywhere`);
  if (x < -700) return 0;
  const twos = Math.floor(x / Math.LN2 + 0.5);
  const rest = x - twos * ln2High - twos * ln2Low;
  let sum = 1;
  for (let term = 14; term > 0; term--) sum = 1 + (rest * sum) / term;
  return sum * powerOfTwo(twos);
}

/** Of a number above zero that is not subnormal; within 1e-14. Throws for others. */
export function logarithm(x: number): number {
  if (!(x >= 2 ** -1022 && x < Number.POSITIVE_INFINITY)) throw new RangeError(`No logarithm of ${x}`);
  let [mantissa, twos] = [x, 0];
  for (; mantissa > Math.SQRT2; twos++) mantissa /= 2;
  for (; mantissa < Math.SQRT1_2; twos--) mantissa *= 2;
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let power = 25; power > 0; power -= 2) sum = sum * square + 1 / power;
  return twos * ln2High + (twos * ln2Low + 2 * ratio * sum);
}

/** 1 / (1 + e^−x). */
export function logistic(x: number): number {
  if (x < -700) return 0;
  return x > 700 ? 1 : 1 / (1 + exponential(-x));
}

function powerOfTwo(power: number): number {
  let result = 1;
  for (let left = Math.abs(power), factor = power < 0 ? 0.5 : 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= factor;
    factor *= factor;
  }
  return result;
}
