/**
 * Cycles of which only periods are known: totals of a month or quarter, as recapitulative statements have them. No moment is made up for
 * them. Supplies e1 to ek that lead back to who began, through nobody twice, are a cycle where moments within their periods could stand in
 * that order, from the first to the last no more than `window`, and each amount is near that of the one before: goods that go round keep
 * their worth, but for the margin. What goes round in one month goes round from each of its supplies; it is counted once.
 */
import type { PeriodGraph } from './period-graph.ts';

export type PeriodSearch = {
  /** In the unit of the periods. */
  readonly window: number;
  /** Supplies of a cycle at the most, 2 to 32. */
  readonly maxLength: number;
  /** An amount is from 1 − margin to 1 + margin times the one before. */
  readonly margin: number;
  /** Supplies that may be looked at from one first supply; what is beyond is left out, and said. */
  readonly budget?: number;
  readonly from?: number;
  readonly until?: number;
};

/** All cycles through the same traders in the same order. */
export type Bundle = {
  /** From the one with the least number on. */
  readonly traders: readonly number[];
  readonly count: number;
  /** What can have gone round: of each two in turn what they traded in these cycles, and of these sums the least; in cents. */
  readonly cents: number;
  /** Of each hop, from the first trader on, the numbers of the supplies in the graph that are in these cycles, in rising order. */
  readonly supplies: readonly (readonly number[])[];
};

export type PeriodsFound = {
  /** Cycles by their number of supplies. */
  readonly counts: Float64Array;
  readonly bundles: readonly Bundle[];
  /** First supplies whose search ended at the budget. */
  readonly truncated: number;
  readonly visits: number;
};

/** Hops backward of which it is known who gets home by them. */
const told = 3;
const stride = 1 + told;

export function findPeriodCycles(graph: PeriodGraph, search: PeriodSearch): PeriodsFound {
  const { vertices, outStart, to, lo, hi, cents, intoStart, into, from: ends } = graph;
  const { window, maxLength, margin, budget = Number.POSITIVE_INFINITY, from = 0, until = vertices } = search;
  const counts = new Float64Array(maxLength + 1);
  const bundles = new Map<string, { traders: number[]; count: number; hops: Set<number>[] }>();
  /** Whose label it is, and by 1, 2, 3 hops the latest end of a period by which one gets home. */
  const labels = new Int32Array(vertices * stride);
  const level: [number[], number[]] = [[], []];
  // Of each place of the way: its supply, the next to look at, the latest begin and the earliest end of a period so far.
  const taken = new Int32Array(maxLength + 1);
  const next = new Int32Array(maxLength + 1);
  const latest = new Int32Array(maxLength + 1);
  const earliest = new Int32Array(maxLength + 1);
  let [stamp, truncated, visits] = [0, 0, 0];

  const near = (one: number, other: number) => {
    const [before, after] = [cents[one] as number, cents[other] as number];
    return after >= before * (1 - margin) && after <= before * (1 + margin);
  };

  for (let root = from; root < until; root++) {
    for (let first = outStart[root] as number; first < (outStart[root + 1] as number); first++) {
      const all = labelBackward(root, first);
      if (all === null) {
        truncated++;
        continue;
      }
      const second = to[first] as number;
      let depth = 1;
      taken[1] = first;
      next[1] = outStart[second] as number;
      latest[1] = lo[first] as number;
      earliest[1] = hi[first] as number;
      let spent = 0;
      while (depth > 0) {
        const edge = taken[depth] as number;
        const here = to[edge] as number;
        const following = next[depth] as number;
        if (following === outStart[here + 1]) {
          depth--;
          continue;
        }
        next[depth] = following + 1;
        spent++;
        const begins = Math.max(latest[depth] as number, lo[following] as number);
        const ended = Math.min(earliest[depth] as number, hi[following] as number);
        if ((hi[following] as number) < begins || begins - ended > window || !near(edge, following)) continue;
        const there = to[following] as number;
        if (there === root) {
          taken[depth + 1] = following;
          if (isFirstOfItsTurns(depth + 1)) keep(depth + 1);
          continue;
        }
        const left = maxLength - depth - 1;
        if (left === 0) continue;
        const label = there * stride;
        if (left <= told || all) {
          if (labels[label] !== stamp || (labels[label + Math.min(left, told)] as number) < begins) continue;
        }
        let seen = false;
        for (let place = 1; place <= depth; place++) if (to[taken[place] as number] === there) seen = true;
        if (seen) continue;
        if (spent > budget) {
          truncated++;
          break;
        }
        depth++;
        taken[depth] = following;
        next[depth] = outStart[there] as number;
        latest[depth] = begins;
        earliest[depth] = ended;
      }
      visits += spent;
    }
  }
  return { counts, bundles: [...bundles.values()].map(bundleOf), truncated, visits };

  /** Whether the supplies from a place on, round to the one before it, are a cycle in that order. */
  function holdsFrom(start: number, length: number): boolean {
    let [begins, ended] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let step = 0; step < length; step++) {
      const edge = taken[((start + step) % length) + 1] as number;
      begins = Math.max(begins, lo[edge] as number);
      ended = Math.min(ended, hi[edge] as number);
      if ((hi[edge] as number) < begins || begins - ended > window) return false;
      if (step > 0 && !near(taken[((start + step - 1) % length) + 1] as number, edge)) return false;
    }
    return true;
  }

  /** Of all supplies from which it could have begun, the one with the least number counts it. */
  function isFirstOfItsTurns(length: number): boolean {
    const first = taken[1] as number;
    for (let start = 1; start < length; start++)
      if ((taken[start + 1] as number) < first && holdsFrom(start, length)) return false;
    return true;
  }

  function keep(length: number): void {
    counts[length] = (counts[length] as number) + 1;
    const edges = Array.from(taken.subarray(1, length + 1));
    const traders = edges.map((edge) => ends[edge] as number);
    const start = traders.indexOf(Math.min(...traders));
    const turned = [...traders.slice(start), ...traders.slice(0, start)];
    const key = turned.join(' ');
    const kept = bundles.get(key) ?? { traders: turned, count: 0, hops: turned.map(() => new Set<number>()) };
    bundles.set(key, kept);
    kept.count++;
    for (const [hop, edge] of [...edges.slice(start), ...edges.slice(0, start)].entries())
      kept.hops[hop]?.add(edge);
  }

  function bundleOf({
    traders,
    count,
    hops,
  }: {
    traders: number[];
    count: number;
    hops: Set<number>[];
  }): Bundle {
    const supplies = hops.map((edges) => [...edges].sort((one, other) => one - other));
    const sums = supplies.map((edges) => edges.reduce((sum, edge) => sum + (cents[edge] as number), 0));
    return { traders, count, cents: Math.min(...sums), supplies };
  }

  /**
   * Labels who gets home within 1, 2, 3 hops in periods that this first supply allows; true where nobody else does by more, null where
   * the budget ended before that was known.
   */
  function labelBackward(root: number, first: number): boolean | null {
    stamp++;
    let looked = 0;
    const [opens, closes] = [lo[first] as number, (hi[first] as number) + window];
    let [now, then] = level;
    now.length = 0;
    for (let hops = 1; hops <= Math.min(told, maxLength - 1); hops++) {
      then.length = 0;
      for (const vertex of hops === 1 ? [root] : now) {
        looked += (intoStart[vertex + 1] as number) - (intoStart[vertex] as number);
        if (looked > budget) return null;
        const leaves = hops === 1 ? closes : (labels[vertex * stride + hops - 1] as number);
        for (let place = intoStart[vertex] as number; place < (intoStart[vertex + 1] as number); place++) {
          const edge = into[place] as number;
          const until = Math.min(leaves, hi[edge] as number);
          if (until < opens || (lo[edge] as number) > leaves) continue;
          visits++;
          const from = ends[edge] as number;
          if (from === root) continue;
          const label = from * stride;
          if (labels[label] !== stamp) {
            labels[label] = stamp;
            for (let fewer = 1; fewer < hops; fewer++) labels[label + fewer] = -(2 ** 31);
          } else if ((labels[label + hops] as number) >= until) continue;
          if (then.at(-1) !== from) then.push(from);
          for (let more = hops; more <= told; more++) labels[label + more] = until;
        }
      }
      [now, then] = [then, now];
      if (now.length === 0) return true;
    }
    return false;
  }
}
