/**
 * Where each inflow of a state can have left it: to all outflows at once, over the same graph of sales as `find-bridge.ts`, which answers one
 * pair. A run of scores asks this of every inflow, month after month over a whole state, and as pairs it would be as many questions as
 * inflows by outflows. What keeps it short is that little is not followed: who cannot have at least `leastPart` of the inflow is passed
 * over, where the other looks at every way. So this one misses what trickles through, and its volume is a ceiling above the other's: what
 * goes to two is counted for both, where a flow cannot be more than what there is. The other knows how many traders are on the ways, by which
 * a state may tell or not; this one who stands on the widest way, and that stays in the state.
 */
import { deepest } from './find-bridge.ts';
import type { SalesGraph } from './sales-graph.ts';

export type FollowSearch = {
  /** Sales of a way at the most, 1 to `deepest`. */
  readonly maxHops: number;
  /** The least part of an inflow that is followed. */
  readonly leastPart: number;
  /** Inflows and outflows below are not looked at, in cents. */
  readonly leastCents: number;
};

/** An inflow and an outflow that it can have gone to. */
export type Followed = {
  readonly inflow: number;
  readonly outflow: number;
  /** Sales of the shortest way by which as much as is looked for can have gone. */
  readonly hops: number;
  /** First and last day, in the graph's unit, on which it can have been on its way. */
  readonly lo: number;
  readonly hi: number;
  /** At the most. */
  readonly cents: number;
  /** Who stands between on its widest way. It stays in the state. */
  readonly between: readonly number[];
};

/** What can have come to a trader in a number of hops. */
type Reach = {
  cents: number;
  lo: number;
  hi: number;
  /** From whom, and how much. */
  readonly from: Map<number, number>;
};

/**
 * Hop by hop: at a trader can be what was at those who sold to him, of each no more than what they sold. `inflow` and `outflow`: cents of
 * each trader from and to other states. Throws where more hops are asked for than a bridge has.
 */
export function followInflows(
  { outStart, to: buyer, cents, lo: firstDay, hi: lastDay }: SalesGraph,
  flows: { readonly inflow: Float64Array; readonly outflow: Float64Array },
  { maxHops, leastPart, leastCents }: FollowSearch,
): readonly Followed[] {
  if (maxHops < 1 || maxHops > deepest) throw new RangeError(`A bridge has no ${maxHops} hops`);
  const followed: Followed[] = [];
  for (let from = 0; from < flows.inflow.length; from++) {
    const inflow = flows.inflow[from] as number;
    if (inflow < leastCents || outStart[from] === outStart[from + 1]) continue;
    const least = inflow * leastPart;
    const layers = [
      new Map([[from, { cents: inflow, lo: -(2 ** 31), hi: 2 ** 31 - 1, from: new Map() } as Reach]]),
    ];
    const found = new Map<
      number,
      { hops: number; lo: number; hi: number; cents: number; way: Set<number> }
    >();
    for (let hop = 1; hop <= maxHops; hop++) {
      const layer = new Map<number, Reach>();
      for (const [seller, there] of layers[hop - 1] as Map<number, Reach>) {
        if (there.cents < least) continue;
        for (let sale = outStart[seller] as number; sale < (outStart[seller + 1] as number); sale++) {
          const to = buyer[sale] as number;
          if (to === from || (lastDay[sale] as number) < there.lo) continue;
          reach(layer, to, {
            cents: Math.min(there.cents, cents[sale] as number),
            lo: Math.max(there.lo, firstDay[sale] as number),
            hi: Math.min(there.hi, lastDay[sale] as number),
            seller,
          });
        }
      }
      layers.push(layer);
      for (const [to, { cents: reached, lo, hi }] of layer) {
        const ceiling = Math.min(reached, inflow, flows.outflow[to] as number);
        if (ceiling < Math.max(leastCents, least)) continue;
        const kept = found.get(to) ?? { hops: hop, lo, hi, cents: 0, way: new Set() };
        found.set(to, kept);
        kept.lo = Math.min(kept.lo, lo);
        kept.hi = Math.max(kept.hi, hi);
        kept.cents += ceiling;
        for (const one of wayTo(layers, to)) kept.way.add(one);
      }
    }
    for (const [outflow, { hops, lo, hi, cents: sum, way }] of found) {
      const ceiling = Math.min(sum, inflow, flows.outflow[outflow] as number);
      followed.push({
        ...{ inflow: from, outflow, hops, lo, hi: Math.max(lo, hi), cents: ceiling },
        between: [...way].filter((one) => one !== from && one !== outflow),
      });
    }
  }
  return followed;
}

function reach(
  layer: Map<number, Reach>,
  to: number,
  { cents, lo, hi, seller }: { cents: number; lo: number; hi: number; seller: number },
): void {
  const there = layer.get(to);
  if (there === undefined) {
    layer.set(to, { cents, lo, hi, from: new Map([[seller, cents]]) });
    return;
  }
  there.cents += cents;
  there.lo = Math.min(there.lo, lo);
  there.hi = Math.max(there.hi, hi);
  there.from.set(seller, (there.from.get(seller) ?? 0) + cents);
}

/** Who carries at least a fifth of what comes to each, from the last layer back. */
function wayTo(layers: readonly ReadonlyMap<number, Reach>[], to: number): ReadonlySet<number> {
  const way = new Set<number>();
  let ends = new Set([to]);
  for (let hop = layers.length - 1; hop > 1; hop--) {
    const sellers = new Set<number>();
    for (const end of ends) {
      const there = layers[hop]?.get(end);
      if (there === undefined) continue;
      for (const [seller, cents] of there.from) if (cents >= there.cents / 5) sellers.add(seller);
    }
    for (const seller of sellers) way.add(seller);
    ends = sellers;
  }
  return way;
}
