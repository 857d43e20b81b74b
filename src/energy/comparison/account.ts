import { limitingOf } from '../clearing/limiting.ts';
import type { Clearing } from '../clearing/model.ts';
import { netPositions } from '../clearing/net-positions.ts';
import { worthOf } from '../market/linear-order.ts';
import type { Steps } from '../market/model.ts';

/** EUR/MWh within which prices of zones are one price. */
export const onePrice = 0.01;

/** What a zone came to. EUR, MWh and EUR/MWh. */
export type ZoneAccount = {
  readonly zone: string;
  /** What its buyers would have paid more, and its sellers would have taken less, blocks included. */
  readonly consumers: number;
  readonly producers: number;
  /**
   * What the grid earns where this zone buys or sells: its net position, however it comes about, at what its price is off the mean of all zones;
   * and what its borders earn. So a domain and lines in its place are counted alike.
   */
  readonly rent: number;
  /** MWh, export positive. */
  readonly exported: number;
  /** Over time, not by volume. */
  readonly meanPrice: number;
};

/** A row of a domain or a line that was full: how often, and what one more MW of it would have been worth in all of that time. */
export type Limiting = { readonly row: string; readonly steps: number; readonly worth: number };

export type Account = {
  readonly zones: readonly ZoneAccount[];
  readonly steps: number;
  /** Steps in which all zones had one price, and how far apart they were on average: the dearest less the cheapest. */
  readonly converged: number;
  readonly meanSpread: number;
  /** Dearest first. */
  readonly limiting: readonly Limiting[];
};

/** Counts what a clearing brought, by zone and party; of all zones together that is its welfare. */
export function accountOf({ steps, blocks, hours, result }: Clearing): Account {
  const zones = steps[0]?.network.zones ?? [];
  const open = zones.map((zone) => ({
    ...{ zone, consumers: 0, producers: 0, rent: 0, exported: 0, meanPrice: 0 },
  }));
  const limiting = new Map<string, { steps: number; worth: number }>();
  let [converged, spreads] = [0, 0];
  for (const [index, { orders, network }] of steps.entries()) {
    const cleared = result.steps[index] as Clearing['result']['steps'][number];
    const { prices, exchanges, accepted } = cleared;
    const net = netPositions(network, cleared);
    // Net positions sum to zero, so that any one price may be taken off: with the mean, zones stand where all see the same.
    const mean = prices.reduce((sum, price) => sum + price, 0) / Math.max(1, prices.length);
    const spread = Math.max(...prices) - Math.min(...prices);
    if (spread <= onePrice) converged++;
    spreads += spread;
    for (const [zone, { demand, supply }] of orders.entries()) {
      const own = open[zone] as (typeof open)[number];
      const price = prices[zone] as number;
      own.consumers += surplus(demand, accepted[zone]?.demand, price, 1) * hours;
      own.producers += surplus(supply, accepted[zone]?.supply, price, -1) * hours;
      own.rent -= (price - mean) * (net[zone] as number) * hours;
      own.exported += (net[zone] as number) * hours;
      own.meanPrice += price / steps.length;
    }
    for (const [border, { zone, price }] of network.borders.entries()) {
      const flow = (exchanges[border] as number) * hours;
      const own = open[zone] as (typeof open)[number];
      own.rent += (price - (prices[zone] as number)) * flow;
      own.exported += flow;
    }
    for (const { id, worth } of limitingOf(network, cleared)) {
      const known = limiting.get(id) ?? { steps: 0, worth: 0 };
      limiting.set(id, { steps: known.steps + 1, worth: known.worth + worth * hours });
    }
  }
  for (const [index, { zone, side, price, quantities }] of blocks.entries()) {
    const share = result.blocks[index] as number;
    let gain = 0;
    for (const [step, quantity] of quantities.entries())
      if (quantity !== 0) gain += quantity * ((result.steps[step]?.prices[zone] as number) - price);
    const own = open[zone] as (typeof open)[number];
    own[side === 'supply' ? 'producers' : 'consumers'] += (side === 'supply' ? gain : -gain) * share * hours;
  }
  return {
    zones: open,
    ...{ steps: steps.length, converged, meanSpread: spreads / Math.max(1, steps.length) },
    limiting: [...limiting]
      .map(([row, found]) => ({ row, ...found }))
      .sort((one, other) => other.worth - one.worth || (one.row < other.row ? -1 : 1)),
  };
}

/** EUR for an hour that one side of a zone gains at a price. */
function surplus(steps: Steps, accepted: Float64Array | undefined, price: number, sign: 1 | -1): number {
  let gained = 0;
  for (const order of steps.prices.keys()) {
    const taken = accepted?.[order] as number;
    gained += sign * (worthOf(steps, order, taken) - price * taken);
  }
  return gained;
}
