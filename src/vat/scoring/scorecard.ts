/**
 * A scorecard: of each feature the bin in which its value lies, of each bin a weight, and the logistic of their sum. Weights of a feature
 * rise with it, or fall, as its sign says, so that nobody scores higher for what should clear him.
 */
import { logistic } from '#kernel/exponential.ts';
import { inOrder } from './monotone.ts';

export type Sign = -1 | 0 | 1;
/** Where bins begin; bin 0 is of values that are not known (NaN), 1 of those below the first edge. */
export type Bins = readonly number[];

export type Scorecard = {
  readonly intercept: number;
  /** Of each feature the weight of each of its bins. */
  readonly weights: readonly (readonly number[])[];
};

/** Examples, each with the bins of its features; `outcome` is from 0 to 1, `weight` how many it stands for. */
export type Examples = {
  readonly bins: readonly Uint8Array[];
  readonly outcome: Uint8Array | Float64Array;
  readonly weight: Float64Array;
};

/** The bin of a value. */
export function binOf(edges: Bins, value: number): number {
  if (Number.isNaN(value)) return 0;
  let bin = 1;
  for (const edge of edges) if (value >= edge) bin++;
  return bin;
}

/**
 * Edges that part the known values: at most `most` of them, and those that are `fixed`. Finer toward the end that speaks for fraud, where
 * the few are, with one right beside the value at the other end, which many have.
 */
export function chooseBins(
  values: ArrayLike<number>,
  most: number,
  sign: Sign,
  fixed: readonly number[] = [],
): Bins {
  const known = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  known.sort();
  const edges = new Set(fixed);
  const [least, greatest] = [known[0], known.at(-1)];
  if (least === undefined || least === greatest) return [...edges].sort((one, other) => one - other);
  const few = known.filter((value) => (sign < 0 ? value !== greatest : value !== least));
  edges.add(sign < 0 ? (greatest as number) : (few[0] as number));
  for (let part = 1; part < most; part++) {
    const beyond = sign < 0 ? 2 ** -part : 1 - 2 ** -part;
    edges.add(few[Math.min(few.length - 1, Math.floor(few.length * beyond))] as number);
  }
  return [...edges].sort((one, other) => one - other);
}

export type Training = {
  readonly signs: readonly Sign[];
  /** Of each feature how many bins, bin 0 with them. */
  readonly sizes: readonly number[];
  /** What the square of a weight's distance from its prior costs: the fewer the examples, the nearer it is to that. */
  readonly ridge: number;
  /** What is thought of each bin before there are examples; must keep the signs. Absent: zeros. */
  readonly prior?: readonly (readonly number[])[];
  /** Times that every feature is fitted while the others stand. */
  readonly sweeps: number;
  /** Where to begin, else from nothing. */
  readonly from?: Scorecard;
};

/**
 * The weights of the least logistic loss with ridge, under the signs: feature by feature a step of Newton's, put in order by pooling, and
 * no weight moves by more than 1 at once. The problem is convex, so that where it ends does not depend on where it began.
 */
export function train(examples: Examples, { signs, sizes, ridge, prior, sweeps, from }: Training): Scorecard {
  const { bins, outcome, weight } = examples;
  const count = outcome.length;
  const weights = sizes.map((size, feature) =>
    Float64Array.from({ length: size }, (_, bin) => (from?.weights ?? prior)?.[feature]?.[bin] ?? 0),
  );
  let intercept = from?.intercept ?? 0;
  const sums = new Float64Array(count).fill(intercept);
  for (const [feature, column] of bins.entries())
    for (let row = 0; row < count; row++)
      sums[row] = (sums[row] as number) + (weights[feature]?.[column[row] as number] as number);
  const [slope, bend] = [new Float64Array(256), new Float64Array(256)];

  const look = (column: Uint8Array | null, size: number) => {
    slope.fill(0, 0, size);
    bend.fill(0, 0, size);
    for (let row = 0; row < count; row++) {
      const own = weight[row] as number;
      if (own === 0) continue;
      const bin = column === null ? 0 : (column[row] as number);
      const share = logistic(sums[row] as number);
      slope[bin] = (slope[bin] as number) + own * (share - (outcome[row] as number));
      bend[bin] = (bend[bin] as number) + own * share * (1 - share);
    }
  };

  for (let sweep = 0; sweep < sweeps; sweep++) {
    look(null, 1);
    const move = cap(-(slope[0] as number) / Math.max(1e-9, bend[0] as number));
    intercept += move;
    for (let row = 0; row < count; row++) sums[row] = (sums[row] as number) + move;
    for (const [feature, column] of bins.entries()) {
      const [own, size] = [weights[feature] as Float64Array, sizes[feature] as number];
      look(column, size);
      const stiff = bend.slice(0, size).map((value) => value + ridge);
      const wanted = own.map(
        (value, bin) =>
          value -
          ((slope[bin] as number) + ridge * (value - (prior?.[feature]?.[bin] ?? 0))) /
            (stiff[bin] as number),
      );
      const ordered = inOrder(wanted.slice(1), stiff.slice(1), signs[feature] as Sign);
      const target = Float64Array.of(wanted[0] as number, ...ordered);
      const most = target.reduce(
        (far, value, bin) => Math.max(far, Math.abs(value - (own[bin] as number))),
        0,
      );
      const part = most > 1 ? 1 / most : 1;
      const moves = target.map((value, bin) => part * (value - (own[bin] as number)));
      for (let bin = 0; bin < size; bin++) own[bin] = (own[bin] as number) + (moves[bin] as number);
      for (let row = 0; row < count; row++)
        sums[row] = (sums[row] as number) + (moves[column[row] as number] as number);
    }
  }
  return { intercept, weights: weights.map((own) => [...own]) };
}

const cap = (move: number) => Math.max(-1, Math.min(1, move));

/** The sum of its weights for these bins, one for each feature. */
export function sumOf({ intercept, weights }: Scorecard, bins: ArrayLike<number>): number {
  let sum = intercept;
  for (let feature = 0; feature < weights.length; feature++)
    sum += weights[feature]?.[bins[feature] as number] as number;
  return sum;
}
