import { diceOf } from '#kernel/dice.ts';
import type { Market } from '../clearing/clear.ts';
import { madeUpDomain } from '../domain/made-up-domain.ts';
import { networkOf, withoutLimits } from '../domain/network.ts';
import { madeUpOrders } from '../market/made-up-book.ts';
import type { Block } from '../market/model.ts';
import type { MarketDay } from '../time/market-day.ts';

/** Elements of a made-up grid: few enough to be read on a page, many enough that several limit on one day. */
const elements = 40;

/** How a made-up day is coupled: within its grid, and as if the grid limited nothing. */
export const dayModes = ['fb', 'copper'] as const;

export type DayAsked = {
  readonly day: MarketDay;
  readonly zones: readonly string[];
  readonly seed: number;
  /** Block orders that it has. */
  readonly blocks: number;
};

/**
 * A made-up business day of zones: orders that follow the hours of the day, blocks, and a grid whose elements have more room in some hours than in
 * others. Made up throughout: no order book of this region is public.
 */
export function madeUpDay({ day, zones, seed, blocks }: DayAsked, mode: (typeof dayModes)[number]): Market {
  const hours = day.minutes / 60;
  const steps = Array.from({ length: day.steps }, (_, step) => {
    const hour = (step + 0.5) * hours;
    const coupled = networkOf(madeUpDomain(seed, zones, elements, step + 1));
    return {
      orders: zones.map((zone) => madeUpOrders(seed, zone, `${day.day} ${step}`, hour)),
      network: mode === 'copper' ? withoutLimits(coupled) : coupled,
    };
  });
  return { steps, blocks: madeUpBlocks(seed, blocks, zones.length, day), hours };
}

function madeUpBlocks(
  seed: number,
  count: number,
  zones: number,
  { day, steps }: MarketDay,
): readonly Block[] {
  const dice = diceOf(seed, `blocks ${day}`);
  return Array.from({ length: count }, (_, place) => {
    const length = dice.whole(Math.ceil(steps / 8), Math.ceil(steps / 2));
    const from = dice.whole(0, steps - length);
    const megawatts = dice.whole(50, 400);
    return {
      ...{ id: `block ${place + 1}`, zone: dice.whole(0, zones - 1), minimum: 1 },
      ...{ parent: null, group: null },
      side: dice.chance(0.8) ? 'supply' : 'demand',
      price: dice.whole(2500, 9000) / 100,
      quantities: Float64Array.from({ length: steps }, (_, step) =>
        step >= from && step < from + length ? megawatts : 0,
      ),
    };
  });
}
