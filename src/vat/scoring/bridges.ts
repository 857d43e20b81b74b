/** Bridges as a run of scores has them: what its own state, and in made-up worlds those that join, would answer of their inside. */
import { type Followed, type FollowSearch, followInflows } from '../bridges/engine/follow-inflows.ts';
import { buildSalesGraph, type SalesGraph } from '../bridges/engine/sales-graph.ts';
import type { BridgeEdge } from './model.ts';
import type { Prepared } from './prepare.ts';
import type { Trade } from './trade.ts';

export type Bridges = {
  readonly edges: readonly BridgeEdge[];
  /** Of each edge who stands between on its widest way. It stays in the state. */
  readonly between: readonly Followed['between'][];
};

/** Days within which a sale at home is known to its state: ten for an electronic invoice (facts on VAT, 2.5). */
export const invoiceDays = 10;

/** Sales at home of the last three months and of the one that runs, those of two as one: from its first day to its last. */
function homeTradeAsOf({ known, saleStart }: Prepared, { last, day }: Trade): SalesGraph {
  const { sales, traders, joins } = known;
  const { count } = traders;
  const places = new Map<number, number>();
  const pairs: { src: number[]; dst: number[]; cents: number[]; lo: number[]; hi: number[] } = {
    ...{ src: [], dst: [], cents: [], lo: [], hi: [] },
  };
  const until = saleStart[Math.min(known.months, last + 2)] as number;
  for (let sale = saleStart[Math.max(0, last - 2)] as number; sale < until; sale++) {
    const on = sales.day[sale] as number;
    const seller = sales.seller[sale] as number;
    if (on + invoiceDays > day) break;
    if (joins[traders.state[seller] as number] !== true) continue;
    const key = seller * count + (sales.buyer[sale] as number);
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, pairs.src.length);
      pairs.src.push(seller);
      pairs.dst.push(sales.buyer[sale] as number);
      pairs.cents.push(sales.cents[sale] as number);
      pairs.lo.push(on);
      pairs.hi.push(on);
      continue;
    }
    pairs.cents[place] = (pairs.cents[place] as number) + (sales.cents[sale] as number);
    pairs.hi[place] = on;
  }
  return buildSalesGraph(
    {
      ...{ src: Int32Array.from(pairs.src), dst: Int32Array.from(pairs.dst) },
      ...{ lo: Int32Array.from(pairs.lo), hi: Int32Array.from(pairs.hi) },
      cents: Float64Array.from(pairs.cents),
    },
    count,
  );
}

/** The bridges that the states that join would answer with; those of inflows of some traders only, where that is asked. */
export function bridgesAsOf(
  prepared: Prepared,
  trade: Trade,
  search: FollowSearch,
  { from = 0, until = trade.in3.length }: { readonly from?: number; readonly until?: number } = {},
): Bridges {
  const { traders, joins } = prepared.known;
  const own = (column: Float64Array) =>
    column.map((cents, trader) => (joins[traders.state[trader] as number] === true ? cents : 0));
  const inflow = own(trade.in3).map((cents, trader) => (trader >= from && trader < until ? cents : 0));
  const flows = { inflow, outflow: own(trade.out3) };
  const followed = followInflows(homeTradeAsOf(prepared, trade), flows, search);
  return {
    edges: followed.map(({ between: _, ...edge }) => ({
      state: traders.state[edge.inflow] as number,
      ...edge,
    })),
    between: followed.map(({ between }) => between),
  };
}
