/**
 * A model out of examples: bins, weights, calibration on halves that a card has not seen, and replicates for the interval. Examples of
 * fraud are those that were told; most are not told in time, or never, so that one which is not told may be one all the same.
 */

import { logistic } from '#kernel/exponential.ts';
import { archetypes } from './archetypes.ts';
import { calibrate } from './monotone.ts';
import type { Thought } from './prior.ts';
import { type Input, type Model, signOf } from './score.ts';
import {
  type Bins,
  binOf,
  chooseBins,
  type Examples,
  type Scorecard,
  type Training,
  train,
} from './scorecard.ts';

/** A row of each example: who it is of, and its inputs as columns. */
export type LearningSet = {
  readonly inputs: readonly Input[];
  readonly columns: readonly Float64Array[];
  /** 1 where it was told. */
  readonly outcome: Uint8Array;
  /** How many it stands for, where of the others only some were kept. */
  readonly weight: Float64Array;
  readonly trader: Int32Array;
};

export type Learning = {
  readonly bridged: boolean;
  /** What is thought before there are cases. */
  readonly thought: (input: Input) => Thought;
  readonly bins: number;
  readonly ridge: number;
  readonly sweeps: number;
  readonly replicates: number;
  /** From 0 to 1, without 1: for the draws of the replicates. */
  readonly draw: () => number;
};

type Told = Examples & { readonly outcome: Uint8Array };

/** Times that who was not told is weighed anew, and sweeps of each. */
const [rounds, sweepsAgain] = [4, 4];

export function learn(set: LearningSet, learning: Learning): Model {
  const { inputs, columns, outcome, weight, trader } = set;
  const { bridged, thought } = learning;
  const before = inputs.map(thought);
  const edges = columns.map((column, place) =>
    chooseBins(
      column,
      learning.bins,
      signOf(inputs[place] as Input),
      (before[place] as Thought).steps.map(([value]) => value),
    ),
  );
  const bins = columns.map((column, input) =>
    Uint8Array.from(column, (value) => binOf(edges[input] as Bins, value)),
  );
  const training = {
    signs: inputs.map(signOf),
    sizes: edges.map((own) => own.length + 2),
    prior: edges.map((own, place) => priorOf(before[place] as Thought, own, signOf(inputs[place] as Input))),
    ...{ ridge: learning.ridge, sweeps: learning.sweeps },
  };
  const examples: Told = { bins, outcome, weight };
  // Whoever is in one half is in it with all his months.
  const half = (which: number): Told => ({
    ...examples,
    weight: weight.map((own, row) => ((trader[row] as number) % 2 === which ? own : 0)),
  });
  const unseen = (halves: readonly Scorecard[]) => {
    const sums = halves.map((one) => sumsOfRows(one, bins, outcome.length));
    return Float64Array.from(outcome, (_, row) => sums[1 - ((trader[row] as number) % 2)]?.[row] as number);
  };
  const halves = [0, 1].map((which) => train(half(which), training));
  const told = shareTold(unseen(halves), outcome, weight);
  const weighed = halves.map((from, which) => weigh(half(which), { ...training, from }, told).card);
  const scores = unseen(weighed);
  const { card, believed } = weigh(examples, { ...training, from: train(examples, training) }, told);
  const calibration = calibrate(
    scores,
    Float64Array.from(outcome, (one) => one / told),
    weight,
  );
  const replicates = Array.from({ length: learning.replicates }, () =>
    train(
      { bins, outcome: believed, weight: drawnAgain(weight, trader, learning.draw) },
      { ...training, sweeps: Math.ceil(learning.sweeps / 3), from: card },
    ),
  );
  const total = weight.reduce((sum, own) => sum + own, 0);
  const usual = bins.map((column, input) => {
    let sum = 0;
    for (const [row, bin] of column.entries())
      sum += (card.weights[input]?.[bin] as number) * (weight[row] as number);
    return total > 0 ? sum / total : 0;
  });
  return {
    ...{ version: 1, bridged, inputs, edges, card, replicates, calibration, usual },
    archetypes,
  };
}

/** The sum of a card for every row. */
function sumsOfRows(
  { intercept, weights }: Scorecard,
  bins: readonly Uint8Array[],
  rows: number,
): Float64Array {
  const sums = new Float64Array(rows).fill(intercept);
  for (const [feature, column] of bins.entries()) {
    const own = weights[feature] as readonly number[];
    for (let row = 0; row < rows; row++)
      sums[row] = (sums[row] as number) + (own[column[row] as number] as number);
  }
  return sums;
}

/** The share of the frauds that were told, where nothing is known of it. */
const usualTold = 0.25;

/**
 * Of the frauds how many were told: the share of those told among the highest scores of cards that had not seen them, as many as were
 * told in all (Elkan and Noto 2008: whoever is highest is one, told or not). Where harmless ones are among these it comes out too low.
 */
export function shareTold(scores: Float64Array, outcome: Uint8Array, weight: Float64Array): number {
  const all = outcome.reduce((sum, one, row) => sum + one * (weight[row] as number), 0);
  if (all === 0) return usualTold;
  const order = Array.from(scores.keys()).sort(
    (one, other) => (scores[other] as number) - (scores[one] as number) || one - other,
  );
  let [seen, told] = [0, 0];
  for (const row of order) {
    if (seen >= all) break;
    seen += weight[row] as number;
    told += (outcome[row] as number) * (weight[row] as number);
  }
  return Math.min(1, Math.max(0.05, told / seen));
}

/**
 * From a card of what was told to one where each that was not counts as fraud by as much as the card before it believes: of p that it is
 * one, and of the share `told` of frauds, p (1 − told) / (1 − told · p).
 */
function weigh(
  examples: Told,
  training: Training & { readonly from: Scorecard },
  told: number,
): { readonly card: Scorecard; readonly believed: Float64Array } {
  let believed = Float64Array.from(examples.outcome);
  let card = training.from;
  for (let round = 0; round < rounds; round++) {
    const sums = sumsOfRows(card, examples.bins, examples.outcome.length);
    believed = Float64Array.from(examples.outcome, (outcome, row) => {
      if (outcome === 1) return 1;
      const share = logistic(sums[row] as number);
      return (share * (1 - told)) / (1 - told * share);
    });
    card = train({ ...examples, outcome: believed }, { ...training, sweeps: sweepsAgain, from: card });
  }
  return { card, believed };
}

/** Each trader, with all his rows, as often as he is drawn when as many are drawn as there are: about a Poisson of mean 1. */
function drawnAgain(weight: Float64Array, trader: Int32Array, draw: () => number): Float64Array {
  const times = new Map<number, number>();
  return weight.map((own, row) => {
    const who = trader[row] as number;
    const known = times.get(who);
    if (known !== undefined) return own * known;
    // The steps of the Poisson distribution of mean 1.
    const chance = draw();
    const drawn = [0.36788, 0.73576, 0.9197, 0.98101, 0.99634].filter((step) => chance >= step).length;
    times.set(who, drawn);
    return own * drawn;
  });
}

/** Of each bin the weight of the furthest step that all of it has reached; bin 0 is of what is not known. */
function priorOf({ unknown, steps }: Thought, edges: Bins, sign: -1 | 0 | 1): readonly number[] {
  return Array.from({ length: edges.length + 2 }, (_, bin) => {
    if (bin === 0) return unknown;
    // Bin 1 is below the first edge, and bin `b` from edge `b − 2` on.
    const lowest = bin < 2 ? Number.NEGATIVE_INFINITY : (edges[bin - 2] as number);
    const reached = steps.filter(([value]) => (sign < 0 ? lowest < value : lowest >= value));
    return Math.max(0, ...reached.map(([, weight]) => weight));
  });
}
