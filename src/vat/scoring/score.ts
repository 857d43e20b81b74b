/**
 * A score of one trader: how likely, within which bounds, for which reasons, and what would clear him. It decides nothing; who reads it
 * does, and says why.
 */
import { type Archetype, becauseOf, countArchetypes } from './archetypes.ts';
import { type FeatureName, type FeatureValues, featureNames, features } from './feature-names.ts';
import { type Calibration, shareAt } from './monotone.ts';
import { type Bins, binOf, type Scorecard, type Sign, sumOf } from './scorecard.ts';

/** Besides the features, how many archetypes hold. */
export type Input = FeatureName | 'archetypes';
/** All that can be a reason. */
export const inputNames: readonly Input[] = [...featureNames, 'archetypes'];
export const signOf = (input: Input): Sign => (input === 'archetypes' ? 1 : features[input].sign);

export type Model = {
  readonly version: 1;
  /** Whether it looks at what states answer of their inside. */
  readonly bridged: boolean;
  readonly inputs: readonly Input[];
  readonly edges: readonly Bins[];
  readonly card: Scorecard;
  /** The same trained on other draws of the traders, for the interval. */
  readonly replicates: readonly Scorecard[];
  readonly calibration: Calibration;
  /** Of each input the mean weight among those it was trained on. */
  readonly usual: readonly number[];
  readonly archetypes: readonly Archetype[];
};

export type Reason = { readonly input: Input; readonly value: number | null; readonly weight: number };
/** Returns filed, by which what is missing is declared; else the features that would have to be otherwise. */
export type Clearing =
  | { readonly kind: 'returns_filed' }
  | { readonly kind: 'features'; readonly features: readonly FeatureName[] };

export type Score = {
  /** Of four decimals, as are the bounds; nine replicates of ten are within them. */
  readonly probability: number;
  readonly interval: readonly [least: number, most: number];
  /** What speaks most for it, the strongest first. */
  readonly reasons: readonly Reason[];
  readonly archetypes: readonly { readonly id: string; readonly because: readonly FeatureName[] }[];
  /** By what it would be below the threshold; null where it is, or where nothing of this would do. */
  readonly clearing: Clearing | null;
};

const decimals = (value: number, count: number) => Math.round(value * 10 ** count) / 10 ** count;
const toldReasons = 6;

const readerOf = (values: FeatureValues, bridged: boolean) => (name: FeatureName) =>
  features[name].bridged && !bridged ? Number.NaN : values[name];

function binsOf(model: Model, values: FeatureValues): readonly number[] {
  const { inputs, edges, bridged } = model;
  const read = readerOf(values, bridged);
  return inputs.map((input, place) =>
    binOf(
      edges[place] as Bins,
      input === 'archetypes' ? countArchetypes(model.archetypes, read) : read(input),
    ),
  );
}

const shareOf = (model: Model, values: FeatureValues) =>
  shareAt(model.calibration, sumOf(model.card, binsOf(model, values)));

/** Raised when `scoreOf` says something else of the same values. By 1 what is not known could be a reason too. */
export const scoreRules = 2;

/** `threshold`: from which probability on somebody looks at him; `rules`: those that held when it was scored. */
export function scoreOf(
  model: Model,
  values: FeatureValues,
  threshold: number,
  rules: number = scoreRules,
): Score {
  const { card, calibration, replicates, inputs, usual, bridged } = model;
  const bins = binsOf(model, values);
  const read = readerOf(values, bridged);
  const probability = shareAt(calibration, sumOf(card, bins));
  const spread = replicates
    .map((one) => shareAt(calibration, sumOf(one, bins)))
    .sort((one, other) => one - other);
  const edge = Math.floor(spread.length * 0.05);
  const least = Math.min(probability, spread[edge] ?? probability);
  const most = Math.max(probability, spread.at(-1 - edge) ?? probability);
  const reasons = inputs
    .map((input, place): Reason => {
      const value = input === 'archetypes' ? countArchetypes(model.archetypes, read) : read(input);
      const weight = (card.weights[place]?.[bins[place] as number] as number) - (usual[place] as number);
      return { input, value: Number.isNaN(value) ? null : value, weight: decimals(weight, 6) };
    })
    // What is not known is no reason: nobody could open what it rests on. In the probability it counts as the model learned it.
    .filter(({ weight, value }) => weight > 0 && (value !== null || rules < 2))
    .sort((one, other) => other.weight - one.weight || (one.input < other.input ? -1 : 1))
    .slice(0, toldReasons);
  return {
    probability: decimals(probability, 4),
    interval: [decimals(least, 4), decimals(most, 4)],
    reasons,
    archetypes: model.archetypes.flatMap((one) => {
      const because = becauseOf(one, read);
      return because === null ? [] : [{ id: one.id, because }];
    }),
    clearing: probability < threshold ? null : findClearing(model, values, threshold, reasons),
  };
}

/** As if every return had come and declared all: what he himself can do. */
export const withReturnsFiled = (values: FeatureValues): FeatureValues => ({
  ...values,
  ...{ missing_returns: 0, gap: 0, gap_cents: 0 },
});

function findClearing(
  model: Model,
  values: FeatureValues,
  threshold: number,
  reasons: readonly Reason[],
): Clearing | null {
  const changes = (['missing_returns', 'gap', 'gap_cents'] as const).some((name) => values[name] > 0);
  if (changes && shareOf(model, withReturnsFiled(values)) < threshold) return { kind: 'returns_filed' };
  let changed = values;
  const names: FeatureName[] = [];
  for (const { input } of reasons) {
    if (input === 'archetypes') continue;
    // As harmless as a value can be.
    changed = { ...changed, [input]: features[input].sign > 0 ? 0 : 4_000 };
    names.push(input);
    if (shareOf(model, changed) < threshold) return { kind: 'features', features: names };
  }
  return null;
}

/** Sums of the card for many traders at once, before calibration: by these they are ranked. In the order of `traders`. */
export function sumsOf(
  model: Model,
  columns: Readonly<Record<FeatureName, Float64Array>>,
  traders: Int32Array,
): Float64Array {
  const { inputs, edges, card, bridged } = model;
  const sums = new Float64Array(traders.length).fill(card.intercept);
  for (const [place, input] of inputs.entries()) {
    const [own, weights] = [edges[place] as Bins, card.weights[place] as readonly number[]];
    for (const [row, trader] of traders.entries()) {
      const value =
        input === 'archetypes'
          ? countArchetypes(model.archetypes, readColumns(columns, trader, bridged))
          : (columns[input][trader] as number);
      sums[row] = (sums[row] as number) + (weights[binOf(own, value)] as number);
    }
  }
  return sums;
}

/** Of one trader out of columns; what states answer of their inside is not known where it is not asked for. */
export const readColumns =
  (columns: Readonly<Record<FeatureName, Float64Array>>, trader: number, bridged: boolean) =>
  (name: FeatureName): number =>
    features[name].bridged && !bridged ? Number.NaN : (columns[name][trader] as number);

/** What speaks most for it besides what it looks like, which lists say on its own; null: nothing does. */
export const strongestReason = ({ reasons }: Pick<Score, 'reasons'>): Reason | null =>
  reasons.find(({ input }) => input !== 'archetypes') ?? null;
