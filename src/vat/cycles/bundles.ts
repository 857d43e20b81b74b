/**
 * Cycles of sales whose times are known, by the traders through whom they go: of each round of traders once how many cycles there are and
 * what they are worth. The search goes from trader to trader and not from sale to sale, so that many sales of the same two are one
 * step, with the earliest arrival and the band in which amounts can be (facts on VAT, 5.7); `measure-round.ts` then counts exactly.
 */
import type { Found, Search } from './instant.ts';
import { type DaysRound, measureDays } from './measure-days.ts';
import { measureRound, type Round, type RoundRule } from './measure-round.ts';
import { meterOf } from './meter.ts';
import { firstNote, type Sales } from './sales.ts';
import { firstAfter, stride, told, wayHome } from './way-home.ts';

export type BundleSearch = Omit<Search, 'closedAfter'> &
  RoundRule & {
    /**
     * Moments are days, and sales of one day may follow one another in any order. By single sales only; where some were added, only
     * cycles that have one of these.
     */
    readonly byDay?: boolean;
  };

export type SalesBundle = Round & {
  /** By day: of each hop the numbers of the sales that are in these cycles. */
  readonly sales?: DaysRound['sales'];
  /** In the order in which they sold, from the one with the least number on. */
  readonly traders: readonly number[];
};

/**
 * `counts`: cycles by their number of sales, of all bundles; `truncated`: first sales whose search ended at the budget, or that led to a
 * round whose sales could not all be counted within it.
 */
export type BundlesFound = Found & { readonly bundles: readonly SalesBundle[] };

export function findBundles(sales: Sales, search: BundleSearch): BundlesFound {
  const find = bundleFinder(sales, search);
  return find(search.from ?? 0, search.until ?? sales.graph.vertices);
}

/** A search that is run part by part, from these vertices to those; each bundle is found once by all parts together. */
export function bundleFinder(
  sales: Sales,
  search: Omit<BundleSearch, 'from' | 'until'>,
): (from: number, until: number) => BundlesFound {
  const { graph, saleOf, pairOf, time, cents, notePair } = sales;
  const { outStart, out, intoStart, into } = graph;
  const { window, maxLength, margin, budget = Number.POSITIVE_INFINITY, byDay = false } = search;
  const together = search.together && !byDay;
  // What must be between a sale and the one that follows it.
  const apart = byDay ? 0 : 1;
  const measure = byDay ? measureDays : measureRound;
  const { labels, label, visits: visitsBackward } = wayHome(graph, maxLength, { budget, apart });
  // A cycle that has an added sale ends with it or later.
  const closes = earliestAdded(sales);
  const counts = new Float64Array(maxLength + 1);
  const bundles: SalesBundle[] = [];
  const known = new Set<string>();
  // The way so far: at each place the trader, the pair that led there, the next edge to look at, the earliest arrival and the band.
  const path = new Int32Array(maxLength + 1);
  const pairs = new Uint32Array(maxLength + 1);
  const next = new Int32Array(maxLength + 1);
  const arrived = new Int32Array(maxLength + 1);
  const low = new Float64Array(maxLength + 1);
  const high = new Float64Array(maxLength + 1);
  let [stamp, truncated, visits] = [0, 0, 0];
  let isCut = false;

  return (from, until) => {
    for (let root = from; root < until; root++) searchFrom(root);
    return { counts, bundles, truncated, visits: visits + visitsBackward() };
  };

  function searchFrom(root: number): void {
    let home = intoStart[root] as number;
    const homeEnd = intoStart[root + 1] as number;
    path[0] = root;
    for (let first = outStart[root] as number; first < (outStart[root + 1] as number); first++) {
      const start = out[2 * first + 1] as number;
      const limit = start + window;
      const homeward = Math.max(start + apart, closes);
      while (home < homeEnd && (into[2 * home + 1] as number) < homeward) home++;
      if (home === homeEnd) return;
      if ((into[2 * home + 1] as number) > limit) continue;
      const sale = saleOf[first] as number;
      // Taken together, or without amounts, what was sold to the same at the same moment is the same first step.
      if ((together || cents === null) && isOfPairBefore(sale) && time[sale - 1] === start) continue;
      stamp++;
      const all = label(stamp, root, home, homeEnd, start, limit);
      if (all === null) {
        truncated++;
        continue;
      }
      const second = out[2 * first] as number;
      if (!leadsHome(second, maxLength - 1, start, all)) continue;
      path[1] = second;
      pairs[1] = pairOf[sale] as number;
      arrived[1] = start;
      if (cents !== null) {
        low[1] = cents[sale] as number;
        high[1] = cents[sale] as number;
        if (together) sumBand(1, sale, limit);
      }
      next[1] = firstAfter(
        out,
        outStart[second] as number,
        outStart[second + 1] as number,
        start + apart - 1,
      );
      let depth = 1;
      let spent = 0;
      isCut = false;
      while (depth > 0) {
        const here = path[depth] as number;
        const edge = next[depth] as number;
        if (edge === outStart[here + 1] || (out[2 * edge + 1] as number) > limit) {
          depth--;
          continue;
        }
        next[depth] = edge + 1;
        spent++;
        if (spent > budget) {
          isCut = true;
          break;
        }
        const step = saleOf[edge] as number;
        // Only the first sale of a pair that can follow: the others are the same step.
        if (isOfPairBefore(step) && (time[step - 1] as number) >= (arrived[depth] as number) + apart)
          continue;
        const there = out[2 * edge] as number;
        const left = maxLength - depth - 1;
        if (there !== root) {
          if (left === 0 || !leadsHome(there, left, out[2 * edge + 1] as number, all)) continue;
          if (isOnPath(there, depth)) continue;
        }
        pairs[depth + 1] = pairOf[step] as number;
        arrived[depth + 1] = out[2 * edge + 1] as number;
        if (cents !== null && !(together ? sumBand : bandOf)(depth + 1, step, limit)) continue;
        if (there === root) keep(depth + 1);
        else {
          depth++;
          path[depth] = there;
          next[depth] = firstAfter(
            out,
            outStart[there] as number,
            outStart[there + 1] as number,
            (arrived[depth] as number) + apart - 1,
          );
        }
      }
      visits += spent;
      if (isCut) truncated++;
    }
  }

  function isOfPairBefore(sale: number): boolean {
    return sale > 0 && pairOf[sale - 1] === pairOf[sale];
  }

  function leadsHome(vertex: number, left: number, at: number, all: boolean): boolean {
    const place = vertex * stride;
    if (left > told && !all) return true;
    return labels[place] === stamp && (labels[place + Math.min(left, told)] as number) >= at + apart;
  }

  function isOnPath(vertex: number, depth: number): boolean {
    for (let place = 1; place <= depth; place++) if (path[place] === vertex) return true;
    return false;
  }

  /** The sales of a pair from this one on that can follow, as a band, and the first of them as arrival; false where there is none. */
  function bandOf(place: number, from: number, limit: number): boolean {
    const amounts = cents as NonNullable<Sales['cents']>;
    const [least, most] = [
      (low[place - 1] as number) * (1 - margin),
      (high[place - 1] as number) * (1 + margin),
    ];
    let [lowest, highest] = [Number.POSITIVE_INFINITY, 0];
    for (let sale = from; sale < time.length && pairOf[sale] === pairOf[from]; sale++) {
      if ((time[sale] as number) > limit) break;
      visits++;
      const amount = amounts[sale] as number;
      if (amount < least || amount > most) continue;
      if (highest === 0) arrived[place] = time[sale] as number;
      lowest = Math.min(lowest, amount);
      highest = Math.max(highest, amount);
    }
    low[place] = lowest;
    high[place] = highest;
    return highest > 0;
  }

  /** The band in which sums of a pair can be: from its least sale to all of them, and near the band before. */
  function sumBand(place: number, from: number, limit: number): boolean {
    const amounts = cents as NonNullable<Sales['cents']>;
    let [least, sum] = [Number.POSITIVE_INFINITY, 0];
    for (let sale = from; sale < time.length && pairOf[sale] === pairOf[from]; sale++) {
      if ((time[sale] as number) > limit) break;
      visits++;
      least = Math.min(least, amounts[sale] as number);
      sum += amounts[sale] as number;
    }
    const pair = pairOf[from] as number;
    if (notePair[firstNote(sales, pair)] === pair) least = 0;
    low[place] = place === 1 ? least : Math.max(least, (low[place - 1] as number) * (1 - margin));
    high[place] = place === 1 ? sum : Math.min(sum, (high[place - 1] as number) * (1 + margin));
    return (low[place] as number) <= (high[place] as number);
  }

  function keep(length: number): void {
    let least = 1;
    for (let place = 2; place <= length; place++)
      if ((path[place - 1] as number) < (path[least - 1] as number)) least = place;
    const places = Array.from({ length }, (_, step) => (least - 1 + step) % length);
    const round = places.map((place) => pairs[place + 1] as number);
    const key = round.join(' ');
    if (known.has(key)) return;
    known.add(key);
    const meter = meterOf(budget);
    const measured = measure(sales, round, search, meter);
    isCut ||= meter.isShort;
    if (measured === null) return;
    counts[length] = (counts[length] as number) + measured.count;
    const traders = places.map((place) => path[place] as number);
    bundles.push({ traders, ...measured });
  }
}

function earliestAdded({ added, time }: Sales): number {
  if (added === null) return Number.NEGATIVE_INFINITY;
  return time.reduce((least, at, sale) => (added[sale] === 1 && at < least ? at : least), 2 ** 31 - 1);
}
