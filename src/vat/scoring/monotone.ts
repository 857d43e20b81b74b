/** Values that never fall, as near as can be to values that do: pool adjacent violators. */

/** The rising sequence of the least weighted squares; weights above zero, one for each value. */
export function rise(values: ArrayLike<number>, weights: ArrayLike<number>): Float64Array {
  const [means, sums, sizes]: [number[], number[], number[]] = [[], [], []];
  for (let place = 0; place < values.length; place++) {
    means.push(values[place] as number);
    sums.push(weights[place] as number);
    sizes.push(1);
    while (means.length > 1 && (means.at(-2) as number) >= (means.at(-1) as number)) {
      const [mean, sum, size] = [means.pop() as number, sums.pop() as number, sizes.pop() as number];
      const last = means.length - 1;
      const total = (sums[last] as number) + sum;
      means[last] = ((means[last] as number) * (sums[last] as number) + mean * sum) / total;
      sums[last] = total;
      sizes[last] = (sizes[last] as number) + size;
    }
  }
  const result = new Float64Array(values.length);
  let next = 0;
  for (const [block, mean] of means.entries())
    for (let one = 0; one < (sizes[block] as number); one++) result[next++] = mean;
  return result;
}

/** Rising (1), falling (−1) or free (0). */
export function inOrder(values: Float64Array, weights: Float64Array, sign: -1 | 0 | 1): Float64Array {
  if (sign === 0) return values;
  return sign > 0
    ? rise(values, weights)
    : rise(
        values.map((value) => -value),
        weights,
      ).map((value) => -value);
}

/** From a raw score to a share of those who had it: points in rising order, and straight lines between them. */
export type Calibration = { readonly scores: readonly number[]; readonly shares: readonly number[] };

/** What a share is kept from: nobody's score says never or always. */
const [leastShare, mostShare] = [0.0005, 0.995];

/**
 * From scores with their outcomes (0 or 1) and weights that they stand for. Every two of equal score are one. Where there is no outcome
 * of either kind, all have the same share.
 */
export function calibrate(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  weights: ArrayLike<number>,
): Calibration {
  const order = Array.from({ length: scores.length }, (_, place) => place).sort(
    (one, other) => (scores[one] as number) - (scores[other] as number) || one - other,
  );
  const [at, mean, weight]: [number[], number[], number[]] = [[], [], []];
  for (const place of order) {
    const [score, outcome] = [scores[place] as number, outcomes[place] as number];
    const own = weights[place] as number;
    const last = at.length - 1;
    if (at[last] !== score) {
      at.push(score);
      mean.push(outcome);
      weight.push(own);
      continue;
    }
    const total = (weight[last] as number) + own;
    mean[last] = ((mean[last] as number) * (weight[last] as number) + outcome * own) / total;
    weight[last] = total;
  }
  const fitted = rise(mean, weight);
  // Of each step the middle by weight, so that scores within it are told apart.
  const [points, shares]: [number[], number[]] = [[], []];
  for (let from = 0, to = 0; from < fitted.length; from = to) {
    let [sum, total] = [0, 0];
    for (to = from; to < fitted.length && fitted[to] === fitted[from]; to++) {
      sum += (at[to] as number) * (weight[to] as number);
      total += weight[to] as number;
    }
    points.push(sum / total);
    shares.push(Math.min(mostShare, Math.max(leastShare, fitted[from] as number)));
  }
  return { scores: points, shares };
}

export function shareAt({ scores, shares }: Calibration, score: number): number {
  const above = scores.findIndex((point) => point >= score);
  if (above === 0 || scores.length === 0) return shares[0] ?? leastShare;
  if (above < 0) return shares.at(-1) as number;
  const [from, to] = [scores[above - 1] as number, scores[above] as number];
  const part = (score - from) / (to - from);
  return (shares[above - 1] as number) * (1 - part) + (shares[above] as number) * part;
}
