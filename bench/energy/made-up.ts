import { diceOf } from '#kernel/dice.ts';
import type { Market } from '../../src/energy/clearing/clear.ts';
import { madeUpDomain } from '../../src/energy/domain/made-up-domain.ts';
import { networkOf } from '../../src/energy/domain/network.ts';
import type { Block, Steps, ZoneOrders } from '../../src/energy/market/model.ts';

export type Size = {
  readonly zones: number;
  readonly steps: number;
  readonly rows: number;
  /** Price steps of each zone, half of them asked and half offered. */
  readonly segments: number;
  readonly blocks: number;
  readonly hours: number;
};

/** A made-up day of a size, the same for the same seed. Its grid limits trade, so that rows bind. */
export function madeUpDay(seed: number, { zones, steps, rows, segments, blocks, hours }: Size): Market {
  const days = Array.from({ length: steps }, (_, step) => {
    const domain = madeUpDomain(seed, zones, rows, step);
    return {
      orders: domain.hubs.map((hub) => ordersOf(seed, hub, step, segments / 2)),
      network: networkOf(domain),
    };
  });
  return { steps: days, blocks: blocksOf(seed, blocks, zones, steps), hours };
}

function ordersOf(seed: number, zone: string, step: number, count: number): ZoneOrders {
  const own = diceOf(seed, zone);
  const [size, level] = [own.between(8_000, 40_000), own.between(15, 55)];
  const now = diceOf(seed, `${zone} ${step}`);
  const supply = Array.from({ length: count }, (_, place): [number, number] => [
    level + 80 * (place / count) ** 2 + now.between(-4, 4),
    ((size * 1.2) / count) * now.between(0.5, 1.5),
  ]);
  const demand = Array.from({ length: count }, (_, place): [number, number] =>
    place === 0 ? [4000, size * 0.6] : [now.between(0, 180), ((size * 0.3) / count) * now.between(0.5, 1.5)],
  );
  return { demand: stepsOf(demand), supply: stepsOf(supply) };
}

const stepsOf = (orders: readonly (readonly [price: number, quantity: number])[]): Steps => ({
  prices: Float64Array.from(orders, ([price]) => Math.round(price * 100) / 100),
  quantities: Float64Array.from(orders, ([, quantity]) => Math.round(quantity * 10) / 10),
});

function blocksOf(seed: number, count: number, zones: number, steps: number): readonly Block[] {
  const dice = diceOf(seed, 'blocks');
  return Array.from({ length: count }, (_, block) => {
    const length = dice.whole(Math.ceil(steps / 12), steps);
    const from = dice.whole(0, steps - length);
    const megawatts = dice.whole(50, 300);
    return {
      ...{ id: `block ${block + 1}`, zone: dice.whole(0, zones - 1), minimum: 1 },
      ...{ parent: null, group: null },
      side: dice.chance(0.8) ? 'supply' : 'demand',
      price: dice.whole(3500, 7500) / 100,
      quantities: Float64Array.from({ length: steps }, (_, step) =>
        step >= from && step < from + length ? megawatts : 0,
      ),
    };
  });
}
