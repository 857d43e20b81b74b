/** What goes round: cycles of statements, and of statements and bridges, in what was known by a day. */
import { findPeriodCycles } from '../cycles/period.ts';
import { buildPeriodGraph } from '../cycles/period-graph.ts';
import type { Bridges } from './bridges.ts';
import type { BridgeEdge } from './model.ts';
import type { Prepared } from './prepare.ts';
import type { Trade } from './trade.ts';

export type Loop = {
  /** In the order in which goods go; after a trader of the same state as the next, a bridge. */
  readonly traders: readonly number[];
  readonly cents: number;
  readonly bridges: readonly BridgeEdge[];
  /** Who stands on the bridges, as their states know. */
  readonly between: readonly number[];
};

export type LoopSearch = {
  readonly maxLength: number;
  readonly margin: number;
  /** Days that the periods of a cycle may be apart. */
  readonly window: number;
  readonly budget: number;
  readonly leastCents: number;
  readonly maxHops: number;
  readonly leastPart: number;
};

export const usualSearch: LoopSearch = {
  ...{ maxLength: 6, margin: 0.6, window: 35, budget: 20_000 },
  ...{ leastCents: 500_000, maxHops: 4, leastPart: 0.15 },
};

/** Truncated: first supplies whose search ended at its budget. */
export function loopsAsOf(
  { known }: Prepared,
  { pairs }: Trade,
  { edges, between }: Bridges,
  search: LoopSearch,
): { readonly loops: readonly Loop[]; readonly truncated: number } {
  const { traders, monthStart } = known;
  const large = pairs.cents.flatMap((cents, pair) => (cents >= search.leastCents ? [pair] : []));
  const size = large.length + edges.length;
  const [src, dst, lo, hi] = [
    new Int32Array(size),
    new Int32Array(size),
    new Int32Array(size),
    new Int32Array(size),
  ];
  const cents = new Float64Array(size);
  for (const [place, pair] of large.entries()) {
    src[place] = pairs.supplier[pair] as number;
    dst[place] = pairs.acquirer[pair] as number;
    lo[place] = monthStart[pairs.fromMonth[pair] as number] as number;
    hi[place] = (monthStart[(pairs.toMonth[pair] as number) + 1] as number) - 1;
    cents[place] = pairs.cents[pair] as number;
  }
  const bridgeOf = new Map<number, number>();
  for (const [bridge, edge] of edges.entries()) {
    const place = large.length + bridge;
    src[place] = edge.inflow;
    dst[place] = edge.outflow;
    lo[place] = edge.lo;
    hi[place] = edge.hi;
    cents[place] = edge.cents;
    bridgeOf.set(edge.inflow * traders.count + edge.outflow, bridge);
  }
  const graph = buildPeriodGraph({ src, dst, lo, hi, cents }, traders.count, { together: false });
  const found = findPeriodCycles(graph, search);
  const loops = found.bundles.map(({ traders: round, cents: volume }) => {
    const bridges = round.flatMap((trader, place) => {
      const next = round[(place + 1) % round.length] as number;
      const bridge = bridgeOf.get(trader * traders.count + next);
      return bridge === undefined ? [] : [bridge];
    });
    return {
      ...{ traders: round, cents: volume },
      bridges: bridges.map((bridge) => edges[bridge] as BridgeEdge),
      between: bridges.flatMap((bridge) => between[bridge] as readonly number[]),
    };
  });
  // Two hops within one state, or a bridge there and one back, are trade at home and no way across a border.
  return { loops: loops.filter((loop) => crosses(loop, traders.state)), truncated: found.truncated };
}

function crosses({ traders }: Loop, state: Uint8Array): boolean {
  return traders.some((trader) => state[trader] !== state[traders[0] as number]);
}
