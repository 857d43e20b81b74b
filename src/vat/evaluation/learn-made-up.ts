/**
 * Out of made-up worlds, whose truth is known: a model for nodes that have no cases of their own yet, which shows what a score looks like
 * and decides nothing; and what a scorecard thinks before it has cases.
 */
import type { Preset } from '../made-up/presets.ts';
import { makeUpWorld } from '../made-up/world.ts';
import { featuresAsOf } from '../scoring/features.ts';
import { asDeclared } from '../scoring/known.ts';
import type { Known } from '../scoring/model.ts';
import type { ModelFile } from '../scoring/model-file.ts';
import { prepare } from '../scoring/prepare.ts';
import { nothingThought, type Taught, thoughtOf } from '../scoring/prior.ts';
import type { Model } from '../scoring/score.ts';
import type { Bins, Scorecard } from '../scoring/scorecard.ts';
import { activeIn, type Gathered, gather, learnFrom, lightly } from './evaluate.ts';
import { truthOf } from './truth.ts';

/** None of those by which methods are measured; nor do the two have a world in common. */
export const learnedSeeds = [201, 202, 203] as const;
export const taughtSeeds = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110] as const;
export const learnedPreset = 'medium';
/** Draws for the interval. */
const replicates = 20;
/** Harmless examples that are kept of each world. */
const kept = 6_000;

/**
 * Learns from who took part in fraud in the worlds, of what the canonical kinds carry alone: so nothing in it needs what a node cannot know.
 * The same for the same seeds, everywhere.
 */
export function learnMadeUp(
  preset: Preset,
  seeds: readonly number[],
  progress: (seed: number) => void,
): ModelFile {
  const all = gatherWorlds(preset, seeds, asDeclared, progress);
  const model = learnFrom(all, true, seeds[0] ?? 0, { thought: nothingThought, ridge: lightly, replicates });
  return {
    version: 1,
    synthetic: true,
    learned: `made-up worlds of ${preset.traders} traders, seeds ${seeds.join(', ')}, by their truth: not for decisions`,
    model: rounded(model),
  };
}

/** What worlds teach before there are cases, of all that may be known. The same for the same seeds, everywhere. */
export function learnTaught(
  preset: Preset,
  seeds: readonly number[],
  progress: (seed: number) => void,
): Taught {
  const all = gatherWorlds(preset, seeds, (known) => known, progress);
  const thoughtsOf = (bridged: boolean): Taught['bridged'] => {
    const { inputs, edges, card } = learnFrom(all, bridged, seeds[0] ?? 0, {
      ...{ thought: nothingThought, ridge: lightly },
    });
    return Object.fromEntries(
      inputs.map((input, at) => [input, thoughtOf(input, edges[at] as Bins, card.weights[at] as number[])]),
    );
  };
  return {
    learned: `made-up worlds of ${preset.traders} traders, seeds ${seeds.join(', ')}, by their truth`,
    bridged: thoughtsOf(true),
    statements: thoughtsOf(false),
  };
}

function gatherWorlds(
  preset: Preset,
  seeds: readonly number[],
  seen: (known: Known) => Known,
  progress: (seed: number) => void,
): Gathered {
  const all: Gathered = { columns: [], outcome: [], weight: [], trader: [] };
  for (const [place, seed] of seeds.entries()) {
    progress(seed);
    const { world, labels } = makeUpWorld(preset, seed);
    const known = seen(world);
    const prepared = prepare(known);
    const { months } = known;
    const split = { learnFrom: 8, learnTo: months - 5, testFrom: months };
    const own = gather((month) => featuresAsOf(prepared, month), known, split, seed, {
      ...{ isFraud: activeIn(truthOf(world, labels)), kept },
    });
    for (const [at, column] of own.columns.entries()) {
      all.columns[at] ??= [];
      append(all.columns[at], column);
    }
    append(all.outcome, own.outcome);
    append(all.weight, own.weight);
    // Of another world, another trader; an even number, so that his half is as it was.
    append(
      all.trader,
      own.trader.map((trader) => trader + 2 * place * preset.traders),
    );
  }
  return all;
}

function append(to: number[], from: readonly number[]): void {
  for (const one of from) to.push(one);
}

/** Weights of six decimals, so that the file is small. Rounding keeps their order. */
function rounded(model: Model): Model {
  const round = (value: number) => Math.round(value * 1e6) / 1e6 || 0;
  const card = ({ intercept, weights }: Scorecard): Scorecard => ({
    intercept: round(intercept),
    weights: weights.map((own) => own.map(round)),
  });
  return {
    ...model,
    card: card(model.card),
    replicates: model.replicates.map(card),
    usual: model.usual.map(round),
  };
}
