/** A model out of examples: bins, weights, calibration on halves that a card has not seen, and replicates for the interval. */
import { archetypes } from './archetypes.ts';
import { features } from './feature-names.ts';
import { type Calibration, calibrate } from './monotone.ts';
import { type Input, type Model, signOf } from './score.ts';
import { type Bins, binOf, chooseBins, type Examples, type Scorecard, sumOf, train } from './scorecard.ts';

/** A row of each example: who it is of, and its inputs as columns. */
export type LearningSet = {
  readonly inputs: readonly Input[];
  readonly columns: readonly Float64Array[];
  readonly outcome: Uint8Array;
  /** How many it stands for, where of the harmless only some were kept. */
  readonly weight: Float64Array;
  readonly trader: Int32Array;
};

export type Learning = {
  readonly bridged: boolean;
  readonly bins: number;
  readonly ridge: number;
  readonly sweeps: number;
  readonly replicates: number;
  /** From 0 to 1, without 1: for the draws of the replicates. */
  readonly draw: () => number;
};

export function learn(set: LearningSet, learning: Learning): Model {
  const { inputs, columns, outcome, weight, trader } = set;
  const edges = columns.map((column, input) =>
    chooseBins(column, learning.bins, fixedEdges(inputs[input] as Input)),
  );
  const bins = columns.map((column, input) =>
    Uint8Array.from(column, (value) => binOf(edges[input] as Bins, value)),
  );
  const training = {
    signs: inputs.map(signOf),
    sizes: edges.map((own) => own.length + 2),
    prior: edges.map((own, input) => priorOf(inputs[input] as Input, own)),
    ...{ ridge: learning.ridge, sweeps: learning.sweeps },
  };
  const examples: Examples = { bins, outcome, weight };
  const card = train(examples, training);
  // Whoever is in one half is in it with all his months.
  const half = (which: number) => ({
    ...examples,
    weight: weight.map((own, row) => ((trader[row] as number) % 2 === which ? own : 0)),
  });
  const halves = [0, 1].map((which) => train(half(which), training));
  const scores = Float64Array.from(outcome, (_, row) =>
    sumOf(halves[1 - ((trader[row] as number) % 2)] as Scorecard, rowOf(bins, row)),
  );
  const calibration: Calibration = calibrate(scores, outcome, weight);
  const replicates = Array.from({ length: learning.replicates }, () =>
    train(
      { ...examples, weight: drawnAgain(weight, trader, learning.draw) },
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
    ...{ version: 1, bridged: learning.bridged, inputs, edges, card, replicates, calibration, usual },
    archetypes,
  };
}

const rowOf = (bins: readonly Uint8Array[], row: number) => bins.map((column) => column[row] as number);

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

/**
 * What is thought before there are cases: an indicator counts alike with any other, and an archetype twice. With few confirmed cases a
 * card is near to counting indicators; what cases tell moves it from there.
 */
const [indicatorWeight, archetypeWeight] = [0.7, 1.4];

function fixedEdges(input: Input): readonly number[] {
  if (input === 'archetypes') return [1, 2, 3];
  const { from } = features[input];
  return from === null ? [] : [from];
}

function priorOf(input: Input, edges: Bins): readonly number[] {
  // Of bin 0 nothing is known; bin 1 is below the first edge, and bin `b` from edge `b − 2` on.
  const lowest = (bin: number) => (bin < 2 ? Number.NEGATIVE_INFINITY : (edges[bin - 2] as number));
  const bins = Array.from({ length: edges.length + 2 }, (_, bin) => bin);
  if (input === 'archetypes')
    return bins.map((bin) => (bin === 0 ? 0 : archetypeWeight * Math.max(0, Math.min(3, lowest(bin)))));
  const { sign, from } = features[input];
  return bins.map((bin) => {
    if (bin === 0 || from === null) return 0;
    return (sign > 0 ? lowest(bin) >= from : lowest(bin) < from) ? indicatorWeight : 0;
  });
}
