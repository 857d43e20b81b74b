import type { TemporalGraph } from './graph.ts';

/** Hops backward that are told apart; nothing is gained by more (bench). */
export const told = 3;
/** A label takes a quarter of a line of the cache: whose it is, and by 1, 2 and 3 hops the latest departure that gets home. */
export const stride = 1 + told;

export type WayHome = {
  /** Of vertex `v` from `v * stride` on; what another search wrote has another stamp, and is nothing. */
  readonly labels: Int32Array;
  /**
   * Labels who gets home to the root within 1, 2, 3 hops, by edges into it from `home` up to, not with, `homeEnd`, all that may follow
   * `start` and none after `limit`; true where with that nobody else is left who does, null where the budget ended before that was known.
   */
  readonly label: (
    stamp: number,
    root: number,
    home: number,
    homeEnd: number,
    start: number,
    limit: number,
  ) => boolean | null;
  /** Edges looked at so far. */
  readonly visits: () => number;
};

/**
 * What a search forward is told beforehand, so that it goes nowhere from where no way leads home in time. `apart`: what must be between an
 * edge and the one that follows it; 0 where moments are days, of which two edges of one may follow one another in either order.
 */
export function wayHome(
  { intoStart, into, vertices }: TemporalGraph,
  maxLength: number,
  { budget = Number.POSITIVE_INFINITY, apart = 1 }: { readonly budget?: number; readonly apart?: 0 | 1 } = {},
): WayHome {
  const labels = new Int32Array(vertices * stride);
  const frontier: [number[], number[]] = [[], []];
  let visits = 0;
  return { labels, label, visits: () => visits };

  function label(
    stamp: number,
    root: number,
    home: number,
    homeEnd: number,
    start: number,
    limit: number,
  ): boolean | null {
    const before = visits;
    const earliest = start + apart;
    const never = earliest - 1;
    let [now, then] = frontier;
    now.length = 0;
    for (let edge = home; edge < homeEnd; edge++) {
      const at = into[2 * edge + 1] as number;
      if (at > limit) break;
      visits++;
      const from = into[2 * edge] as number;
      const place = from * stride;
      if (labels[place] !== stamp) {
        labels[place] = stamp;
        now.push(from);
      }
      // In the order of time, so the last is the latest.
      for (let hops = 1; hops <= told; hops++) labels[place + hops] = at;
    }
    for (let hops = 2; hops <= Math.min(told, maxLength - 1); hops++) {
      then.length = 0;
      for (const vertex of now) {
        if (visits - before > budget) return null;
        const latest = (labels[vertex * stride + hops - 1] as number) - apart;
        const begin = intoStart[vertex] as number;
        for (let edge = (intoStart[vertex + 1] as number) - 1; edge >= begin; edge--) {
          const at = into[2 * edge + 1] as number;
          if (at > latest) continue;
          if (at < earliest) break;
          visits++;
          const from = into[2 * edge] as number;
          if (from === root) continue;
          const place = from * stride;
          if (labels[place] !== stamp) {
            labels[place] = stamp;
            for (let fewer = 1; fewer < hops; fewer++) labels[place + fewer] = never;
            labels[place + hops] = at;
            then.push(from);
          } else if ((labels[place + hops] as number) < at) {
            if ((labels[place + hops] as number) === (labels[place + hops - 1] as number)) then.push(from);
            labels[place + hops] = at;
          } else continue;
          for (let more = hops + 1; more <= told; more++) labels[place + more] = at;
        }
      }
      [now, then] = [then, now];
      if (now.length === 0) return true;
    }
    return false;
  }
}

/** The first edge of a vertex that leaves after a moment. */
export function firstAfter(edges: Int32Array, begin: number, end: number, moment: number): number {
  let [low, high] = [begin, end];
  while (high - low > 8) {
    const middle = (low + high) >>> 1;
    if ((edges[2 * middle + 1] as number) <= moment) low = middle + 1;
    else high = middle;
  }
  while (low < high && (edges[2 * low + 1] as number) <= moment) low++;
  return low;
}
