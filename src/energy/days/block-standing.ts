import type { ClearedStep } from '../clearing/model.ts';
import type { Block } from '../market/model.ts';

/** What became of a block: `paradox` is rejected though it would gain at the prices, which with it would be others. */
export type BlockStanding = 'accepted' | 'rejected' | 'paradox';

/** EUR/MWh within which a block neither gains nor loses. */
const evenWithin = 1e-6;

export function blockStanding(
  { zone, side, price, quantities }: Block,
  share: number,
  steps: readonly Pick<ClearedStep, 'prices'>[],
): BlockStanding {
  if (share > 0.5) return 'accepted';
  let [gain, volume] = [0, 0];
  for (const [step, quantity] of quantities.entries()) {
    if (quantity === 0) continue;
    gain += quantity * ((steps[step]?.prices[zone] as number) - price);
    volume += quantity;
  }
  return (side === 'supply' ? gain : -gain) > evenWithin * volume ? 'paradox' : 'rejected';
}
