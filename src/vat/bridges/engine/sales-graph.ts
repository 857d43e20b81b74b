import { sharedArray } from '../../cycles/graph.ts';

/**
 * Domestic sales of one state, in the order of time at each trader. Typed arrays only, over memory that workers share: a state has
 * millions of them.
 */
export type SalesGraph = {
  readonly traders: number;
  readonly sales: number;
  /** Sales of trader `v` are `outStart[v]` up to, not with, `outStart[v + 1]`, from the earliest to the latest `lo`. */
  readonly outStart: Uint32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** First and last day on which it can have been: the same where its day is known. Any origin that fits 32 bits. */
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  /** Whole cents, above zero. */
  readonly cents: Float64Array;
  /** Numbers of what trader `v` buys are `into[intoStart[v]]` up to, not with, `into[intoStart[v + 1]]`, in the same order. */
  readonly intoStart: Uint32Array;
  readonly into: Uint32Array;
  /** Days of the longest of them, less one: no sale that began earlier than that before a day goes on until it. */
  readonly longest: number;
};

/** Sales as columns of one length, in any order; traders are counted from 0. */
export type SalesColumns = {
  readonly src: Int32Array;
  readonly dst: Int32Array;
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  readonly cents: Float64Array;
};

/**
 * What is not above zero, credit notes after all, and what one sells to himself is left out: without them less could have passed, and
 * what is looked for is the most. Throws where an end is no trader or a sale ends before it begins. Three passes over the sales, and
 * one over the days between the first and the last.
 */
export function buildSalesGraph({ src, dst, lo, hi, cents }: SalesColumns, traders: number): SalesGraph {
  let [kept, longest] = [0, 0];
  const isKept = (sale: number) => (cents[sale] as number) > 0 && src[sale] !== dst[sale];
  for (let sale = 0; sale < src.length; sale++) {
    const [from, to] = [src[sale] as number, dst[sale] as number];
    if (!(from >= 0 && from < traders && to >= 0 && to < traders))
      throw new RangeError(`Sale ${sale} is from ${from} to ${to}, of ${traders} traders`);
    const length = (hi[sale] as number) - (lo[sale] as number);
    if (length < 0) throw new RangeError(`Sale ${sale} ends before it begins`);
    if (!isKept(sale)) continue;
    kept++;
    longest = Math.max(longest, length);
  }
  const byTime = new Uint32Array(kept);
  let place = 0;
  for (let sale = 0; sale < src.length; sale++) if (isKept(sale)) byTime[place++] = sale;
  sortByDay(byTime, lo);
  const outStart = startsOf(byTime, src, traders);
  const graph = {
    traders,
    sales: kept,
    outStart,
    from: sharedArray(Int32Array, kept),
    to: sharedArray(Int32Array, kept),
    lo: sharedArray(Int32Array, kept),
    hi: sharedArray(Int32Array, kept),
    cents: sharedArray(Float64Array, kept),
    intoStart: startsOf(byTime, dst, traders),
    into: sharedArray(Uint32Array, kept),
    longest,
  };
  const [outNext, intoNext] = [outStart.slice(), graph.intoStart.slice()];
  for (const sale of byTime) {
    const [from, to] = [src[sale] as number, dst[sale] as number];
    const number = outNext[from] as number;
    outNext[from] = number + 1;
    graph.from[number] = from;
    graph.to[number] = to;
    graph.lo[number] = lo[sale] as number;
    graph.hi[number] = hi[sale] as number;
    graph.cents[number] = cents[sale] as number;
    const reaching = intoNext[to] as number;
    intoNext[to] = reaching + 1;
    graph.into[reaching] = number;
  }
  return graph;
}

/** Sorts sales by their first day; those of one day stay as they came. */
function sortByDay(sales: Uint32Array, day: Int32Array): void {
  const [first, last] = sales.reduce(
    ([least, most], sale) => [Math.min(least, day[sale] as number), Math.max(most, day[sale] as number)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  if (sales.length === 0) return;
  const next = new Uint32Array(last - first + 2);
  for (const sale of sales) count(next, (day[sale] as number) - first);
  addUp(next);
  const unsorted = sales.slice();
  for (const sale of unsorted) {
    const at = (day[sale] as number) - first;
    sales[next[at] as number] = sale;
    next[at] = (next[at] as number) + 1;
  }
}

function startsOf(sales: Uint32Array, end: Int32Array, traders: number): Uint32Array {
  const starts = sharedArray(Uint32Array, traders + 1);
  for (const sale of sales) count(starts, end[sale] as number);
  addUp(starts);
  return starts;
}

function count(starts: Uint32Array, at: number): void {
  starts[at + 1] = (starts[at + 1] as number) + 1;
}

function addUp(starts: Uint32Array): void {
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
}
