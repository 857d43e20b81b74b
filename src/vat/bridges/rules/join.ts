/**
 * What the one who joins knows: statements of several states with tokens for traders, and bridges within states. Of these, and of nothing
 * else, a cycle is closed. All times are months since the year 0.
 */

import { findPeriodCycles } from '../../cycles/period.ts';
import { buildPeriodGraph, type PeriodColumns } from '../../cycles/period-graph.ts';
import { monthsOf, monthText } from '../holdings.ts';
import type { BridgePair, StatementRow, Token, ToldBridge } from '../model.ts';

export type JoinSearch = {
  /** Months from the first to the last supply of a cycle at the most. */
  readonly window: number;
  /** Supplies of a cycle at the most, a bridge counted as one. */
  readonly maxLength: number;
  /** An amount is from 1 − margin to 1 + margin times the one before; below 1. */
  readonly margin: number;
  /** Supplies that may be looked at from one first supply. */
  readonly budget: number;
};

export type Carousel = {
  /** In the order in which the goods go round, from the token that sorts first. */
  readonly traders: readonly Token[];
  /** Of each step to the next, how many sales within a state it stands for; null: it stands in a statement. */
  readonly hops: readonly (number | null)[];
  /** Of each step the first and the last month in which it can have been. */
  readonly months: readonly { readonly from: string; readonly until: string }[];
  /** The last day on which all bridges on it may be used; null: there is none on it. */
  readonly until: string | null;
  readonly count: number;
  /** What can have gone round at the most, in cents. */
  readonly cents: number;
};

export type Joined = { readonly carousels: readonly Carousel[]; readonly truncated: boolean };

/** A bridge and the pair that it is of. */
export type KnownBridge = BridgePair & ToldBridge;

/** Pairs that are asked for at the most. */
const askedAtMost = 50_000;

/**
 * Pairs that are worth a question: who acquired from another state, and who of the same state supplied to one within the window, of an amount
 * that can go round with it. Where the cycle begins nobody knows: what went out may be its first supply, and then stand before what came
 * in, as far from its amount as all steps between them allow. Only those that could be on a cycle at all: taking away, again and again, who
 * has nothing coming in or nothing going out. Of more than `most` pairs those of the largest inflows, and `truncated`.
 */
export function pairsToAsk(
  rows: readonly StatementRow[],
  { margin, window, maxLength }: JoinSearch,
  most = askedAtMost,
): { readonly pairs: readonly BridgePair[]; readonly truncated: boolean } {
  const round = Math.max(0, maxLength - 2);
  const [least, largest] = [
    Math.min((1 - margin) ** 2, 1 / (1 + margin) ** round),
    Math.max(1 + margin, 1 / (1 - margin) ** round),
  ];
  const outflows = Map.groupBy(rows, ({ supplier }) => stateOfToken(supplier));
  for (const own of outflows.values()) own.sort((one, other) => one.cents - other.cents);
  const found = new Map<string, BridgePair>();
  for (const inflow of rows.toSorted((one, other) => other.cents - one.cents)) {
    const own = outflows.get(stateOfToken(inflow.acquirer)) ?? [];
    const { from, to } = monthsOf(inflow.period);
    for (let place = firstFrom(own, inflow.cents * least); place < own.length; place++) {
      const { supplier, cents, period } = own[place] as StatementRow;
      if (cents > inflow.cents * largest) break;
      if (supplier === inflow.acquirer) continue;
      const leaves = monthsOf(period);
      for (let month = from; month <= to; month++) {
        if (leaves.to < month - window || leaves.from > to + window) continue;
        const pair = { acquirer: inflow.acquirer, supplier, month: monthText(month) };
        if (found.size === most && !found.has(Object.values(pair).join(' ')))
          return { pairs: onCycles(rows, [...found.values()]), truncated: true };
        found.set(Object.values(pair).join(' '), pair);
      }
    }
  }
  return { pairs: onCycles(rows, [...found.values()]), truncated: false };
}

/** The first of amounts that rise which is not below one. */
function firstFrom(rows: readonly StatementRow[], least: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] as StatementRow).cents < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function onCycles(rows: readonly StatementRow[], pairs: readonly BridgePair[]): readonly BridgePair[] {
  let supplies = rows.map(({ supplier, acquirer }) => ({ supplier, acquirer }));
  let left = pairs;
  for (;;) {
    const [sells, buys] = [new Set<Token>(), new Set<Token>()];
    for (const { supplier, acquirer } of supplies) {
      sells.add(supplier);
      buys.add(acquirer);
    }
    for (const { acquirer, supplier } of left) {
      sells.add(acquirer);
      buys.add(supplier);
    }
    const isWithin = (token: Token) => sells.has(token) && buys.has(token);
    const stay = supplies.filter(({ supplier, acquirer }) => isWithin(supplier) && isWithin(acquirer));
    const pairsLeft = left.filter(({ acquirer, supplier }) => isWithin(acquirer) && isWithin(supplier));
    if (stay.length === supplies.length && pairsLeft.length === left.length) return left;
    supplies = stay;
    left = pairsLeft;
  }
}

/** Bridges that may still be used on a day: what has expired is as if it had never been told. */
export function usableOn(bridges: readonly KnownBridge[], today: string): readonly KnownBridge[] {
  return bridges.filter(({ until }) => today <= until);
}

/**
 * Cycles over statements and bridges. A bridge stands in the graph once for each inflow that it can carry on: with that amount, or with its
 * ceiling where that is less, from the first month in which the goods can be at the supplier until the last in which they can leave the
 * acquirer. Where the first is after the last they travelled from month to month, and it stands in the first alone. Of a quarter each month
 * is asked for: what came in in the quarter is carried by all of them together.
 */
export function findCarousels(
  rows: readonly StatementRow[],
  bridges: readonly KnownBridge[],
  { window, maxLength, margin, budget }: JoinSearch,
): Joined {
  const tokens = [
    ...new Set([...rows, ...bridges].flatMap(({ supplier, acquirer }) => [supplier, acquirer])),
  ].sort();
  const placeOf = new Map(tokens.map((token, place) => [token, place]));
  const inflows = Map.groupBy(rows, ({ acquirer }) => acquirer);
  const told = new Map<string, { readonly hops: number; readonly until: string }>();
  const edges = rows.map(({ supplier, acquirer, period, cents }) => {
    const { from, to } = monthsOf(period);
    return { src: supplier, dst: acquirer, lo: from, hi: to, cents };
  });
  for (const [key, ofPair] of Map.groupBy(bridges, ({ acquirer, supplier }) => `${acquirer} ${supplier}`)) {
    const { acquirer, supplier } = ofPair[0] as KnownBridge;
    const [until = ''] = ofPair.map((one) => one.until).sort();
    told.set(key, { hops: Math.min(...ofPair.map(({ hops }) => hops)), until });
    for (const inflow of inflows.get(acquirer) ?? []) {
      const { from, to } = monthsOf(inflow.period);
      const own = ofPair.filter(({ month }) => from <= monthsOf(month).from && monthsOf(month).from <= to);
      if (own.length === 0) continue;
      const lo = Math.min(...own.map(({ arrives }) => monthsOf(arrives).from));
      const leave = Math.max(...own.map(({ leaves }) => monthsOf(leaves).to));
      const ceiling = own.reduce((sum, one) => sum + one.ceiling, 0);
      const cents = Math.min(ceiling, inflow.cents);
      edges.push({ src: acquirer, dst: supplier, lo, hi: Math.max(lo, leave), cents });
    }
  }
  const columns: PeriodColumns = {
    src: Int32Array.from(edges, ({ src }) => placeOf.get(src) as number),
    dst: Int32Array.from(edges, ({ dst }) => placeOf.get(dst) as number),
    lo: Int32Array.from(edges, ({ lo }) => lo),
    hi: Int32Array.from(edges, ({ hi }) => hi),
    cents: Float64Array.from(edges, ({ cents }) => cents),
  };
  // Statements are totals already, and what bridges carry must not be added up.
  const graph = buildPeriodGraph(columns, tokens.length, { together: false });
  const { bundles, truncated } = findPeriodCycles(graph, { window, maxLength, margin, budget });
  const carousels = bundles.map(({ traders, count, cents, supplies }): Carousel => {
    const named = traders.map((trader) => tokens[trader] as Token);
    const bridged = named.map((token, place) => {
      const next = named[(place + 1) % named.length] as Token;
      return stateOfToken(token) === stateOfToken(next) ? told.get(`${token} ${next}`) : undefined;
    });
    const months = supplies.map((own) => ({
      from: monthText(Math.min(...own.map((edge) => graph.lo[edge] as number))),
      until: monthText(Math.max(...own.map((edge) => graph.hi[edge] as number))),
    }));
    const [until = null] = bridged.flatMap((one) => one?.until ?? []).sort();
    return { traders: named, hops: bridged.map((one) => one?.hops ?? null), months, until, count, cents };
  });
  carousels.sort(
    (one, other) => other.cents - one.cents || (one.traders.join() < other.traders.join() ? -1 : 1),
  );
  return { carousels, truncated: truncated > 0 };
}

export const stateOfToken = (token: Token): string => token.slice(0, 2);
