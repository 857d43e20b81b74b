import type { ClearedStep } from '../clearing/model.ts';
import type { Block } from '../market/model.ts';

/**
 * What became of a block. `rejected`: it would lose at the prices. `held`: it would gain, and a parent that was rejected or a group that is
 * full holds it back. `paradox`: it would gain, nothing holds it back, and it is rejected still: with it the prices would be others.
 */
export type BlockStanding = 'accepted' | 'rejected' | 'held' | 'paradox';

export type BlockOutcome = {
  readonly block: Block;
  /** Accepted share of it, from 0 to 1. */
  readonly share: number;
  readonly standing: BlockStanding;
  /** EUR/MWh by which the mean price of what it delivers is better than its limit; below zero: out of the money. */
  readonly margin: number;
};

/** EUR/MWh within which a block neither gains nor loses. */
const evenWithin = 1e-6;
/** Below, a share is what rounding left of none. */
const someShare = 1e-7;

/** What became of each block, in their order. `shares`: accepted share of each. */
export function blockOutcomes(
  blocks: readonly Block[],
  shares: Float64Array,
  steps: readonly Pick<ClearedStep, 'prices'>[],
): readonly BlockOutcome[] {
  const shareOf = new Map(blocks.map(({ id }, place) => [id, shares[place] as number]));
  const taken = new Map<string, number>();
  for (const [place, { group }] of blocks.entries())
    if (group !== null) taken.set(group, (taken.get(group) ?? 0) + (shares[place] as number));
  return blocks.map((block, place) => {
    const share = shares[place] as number;
    const margin = marginOf(block, steps);
    const { parent, group } = block;
    const isHeld =
      (parent !== null && (shareOf.get(parent) ?? 0) <= someShare) ||
      (group !== null && (taken.get(group) ?? 0) >= 1 - someShare);
    const standing =
      share > someShare ? 'accepted' : margin <= evenWithin ? 'rejected' : isHeld ? 'held' : 'paradox';
    return { block, share, standing, margin };
  });
}

function marginOf(
  { zone, side, price, quantities }: Block,
  steps: readonly Pick<ClearedStep, 'prices'>[],
): number {
  let [gain, volume] = [0, 0];
  for (const [step, quantity] of quantities.entries()) {
    if (quantity === 0) continue;
    gain += quantity * ((steps[step]?.prices[zone] as number) - price);
    volume += quantity;
  }
  if (volume === 0) return 0;
  return (side === 'supply' ? gain : -gain) / volume;
}
