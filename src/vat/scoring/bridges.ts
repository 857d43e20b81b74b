/**
 * Which inflow of a state can have left it by which outflow: over what it knows of sales at home, at most four hops, in an order of days
 * that can be, and no more than the thinnest hop. Small and of one state's own rows; who answers questions of other states by it adds
 * who may ask, and keeps apart what would point at somebody.
 *
 * There is another search, `../bridges/engine/find-bridge.ts`, and it does something else: it answers one pair, with the flow over all of
 * its ways and the traders on them, since a state is asked of pairs. Here every inflow is followed to all outflows at once, month after
 * month over a whole state: pairs would be as many as inflows by outflows, and each a question there. That one could do both was not
 * measured.
 */
import type { BridgeEdge } from './model.ts';

/** Sales of two in the time looked at, together; sorted by seller. */
export type HomeTrade = {
  /** Sales of trader `t` are `start[t]` up to, not with, `start[t + 1]`. */
  readonly start: Uint32Array;
  readonly buyer: Int32Array;
  readonly cents: Float64Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
};

export type BridgeSearch = {
  readonly maxHops: number;
  /** The least part of an inflow that is followed. */
  readonly leastPart: number;
  /** Inflows and outflows below are not looked at. */
  readonly leastCents: number;
};

export type Bridges = {
  readonly edges: readonly BridgeEdge[];
  /** Of each edge who stands between on its widest way. It stays in the state. */
  readonly between: readonly (readonly number[])[];
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
 * Hop by hop: at a trader can be what was at those who sold to him, of each no more than what they sold. So the volume is a ceiling: what
 * goes to two is counted for both. `inflow` and `outflow`: cents of each trader from and to other states; `state` of each.
 */
export function findBridges(
  { start, buyer, cents, firstDay, lastDay }: HomeTrade,
  flows: { readonly inflow: Float64Array; readonly outflow: Float64Array; readonly state: Uint8Array },
  { maxHops, leastPart, leastCents }: BridgeSearch,
): Bridges {
  const edges: BridgeEdge[] = [];
  const between: (readonly number[])[] = [];
  for (let from = 0; from < flows.inflow.length; from++) {
    const inflow = flows.inflow[from] as number;
    if (inflow < leastCents || start[from] === start[from + 1]) continue;
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
        for (let sale = start[seller] as number; sale < (start[seller + 1] as number); sale++) {
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
      edges.push({
        ...{ state: flows.state[from] as number, inflow: from, outflow, hops, lo },
        ...{ hi: Math.max(lo, hi), cents: ceiling },
      });
      between.push([...way].filter((one) => one !== from && one !== outflow));
    }
  }
  return { edges, between };
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
