/** A model out of made-up worlds, for nodes that have no cases of their own yet: it shows what a score looks like, and decides nothing. */
import type { Preset } from '../made-up/presets.ts';
import { makeUpWorld } from '../made-up/world.ts';
import { asDeclared } from '../scoring/known.ts';
import type { ModelFile } from '../scoring/model-file.ts';
import { prepare } from '../scoring/prepare.ts';
import type { Model } from '../scoring/score.ts';
import type { Scorecard } from '../scoring/scorecard.ts';
import { type Gathered, gather, learnFrom } from './evaluate.ts';

/** None of those by which methods are measured. */
export const learnedSeeds = [201, 202, 203] as const;
export const learnedPreset = 'medium';
/** Draws for the interval. */
const replicates = 20;

/**
 * Learns from all that was told in the worlds, of what the canonical kinds carry alone: so nothing in it needs what a node cannot know.
 * The same for the same seeds, everywhere.
 */
export function learnMadeUp(
  preset: Preset,
  seeds: readonly number[],
  progress: (seed: number) => void,
): ModelFile {
  const all: Gathered = { columns: [], outcome: [], weight: [], trader: [] };
  for (const [place, seed] of seeds.entries()) {
    progress(seed);
    const { world } = makeUpWorld(preset, seed);
    const known = asDeclared(world);
    const { months } = known;
    // Frauds of the last months are mostly not told yet.
    const split = { learnFrom: 8, learnTo: months - 5, testFrom: months };
    const own = gather(prepare(known), known, split, seed);
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
  const model = learnFrom(all, true, seeds[0] ?? 0, { replicates });
  return {
    version: 1,
    synthetic: true,
    learned: `made-up worlds of ${preset.traders} traders, seeds ${seeds.join(', ')}: not for decisions`,
    model: rounded(model),
  };
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
