/** A figure of a sample and the interval that covers the true one in 95 of 100 samples; null: the sample does not tell. */
export type Estimate = {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
};

/**
 * How far an interval of 95 % reaches, in deviations of the normal distribution: of one figure, and of each of two that are to hold together
 * in 95 of 100 samples (C. E. Bonferroni: quantile 0.9875 instead of 0.975).
 */
const reaches = { alone: 1.959963984540054, together: 2.241402727604947 } as const;

/** Years in which something happened below which no interval is told: with fewer, no formula is honest. */
const fewest = 10;

/**
 * The mean of independent years, most of which may be zero and few of which are large. Student's interval is too low for such a sample when
 * it is short; the one that N. J. Johnson (1978) moves by its skewness is right at its upper end. Of the two the wider is told at each end,
 * so that few years never claim too much.
 */
export function meanOf(sample: Float64Array, told: keyof typeof reaches = 'alone'): Estimate {
  const count = sample.length;
  const mean = sumOf(sample, (one) => one) / count;
  const happened = sumOf(sample, (one) => (one === 0 ? 0 : 1));
  if (happened < fewest) return { value: mean, interval: null };
  const variance = sumOf(sample, (one) => (one - mean) ** 2) / (count - 1);
  if (variance === 0) return { value: mean, interval: { low: mean, high: mean } };
  const skewness = sumOf(sample, (one) => (one - mean) ** 3) / count / variance ** 1.5;
  const quantile = student(reaches[told], count - 1);
  const half = quantile * Math.sqrt(variance / count);
  const shift = (Math.sqrt(variance) * skewness * (1 + 2 * quantile ** 2)) / (6 * count);
  return {
    value: mean,
    interval: { low: Math.max(0, mean - half + Math.min(0, shift)), high: mean + half + Math.max(0, shift) },
  };
}

/**
 * What one sum is for each unit of another, as energy for each event, over the same years: by the deltas of both.
 * Null where the second is nowhere above zero.
 */
export function ratioOf(above: Float64Array, below: Float64Array): Estimate | null {
  const [top, bottom] = [sumOf(above, (one) => one), sumOf(below, (one) => one)];
  if (bottom === 0) return null;
  const value = top / bottom;
  const rests = above.map((one, year) => one - value * (below[year] as number));
  if (sumOf(below, (one) => (one === 0 ? 0 : 1)) < fewest) return { value, interval: null };
  const count = above.length;
  const variance = sumOf(rests, (one) => one ** 2) / (count - 1);
  const half = (student(reaches.alone, count - 1) * Math.sqrt(variance / count)) / (bottom / count);
  return { value, interval: { low: Math.max(0, value - half), high: value + half } };
}

/** The value that a share of the years does not exceed; its interval are the years around that place, by the binomial distribution. */
export function percentileOf(sample: Float64Array, share: number): Estimate {
  const sorted = sample.toSorted();
  const count = sorted.length;
  const at = (rank: number) => sorted[rank - 1] as number;
  const value = at(Math.min(count, Math.max(1, Math.ceil(share * count))));
  const reach = reaches.alone * Math.sqrt(count * share * (1 - share));
  const [low, high] = [Math.floor(share * count - reach), Math.ceil(share * count + reach) + 1];
  return { value, interval: low < 1 || high > count ? null : { low: at(low), high: at(high) } };
}

/** The quantile of Student's distribution at that of the normal one, expanded around it (M. Abramowitz and I. A. Stegun, 26.7.5). */
function student(z: number, freedom: number): number {
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  );
}

function sumOf(sample: Float64Array, of: (one: number) => number): number {
  let sum = 0;
  for (const one of sample) sum += of(one);
  return sum;
}
