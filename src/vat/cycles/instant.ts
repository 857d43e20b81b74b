/**
 * Temporal cycles whose times are known: e1 to ek, each later than the one before, the last no more than `window` after the
 * first, through no vertex twice. Every cycle is found once, from its first edge, by a search forward that is told beforehand,
 * by one backward, where no way leads home in time (after Kumar and Calders 2018, and Blanuša, Atasu and Ienne 2022, with labels of
 * hops in place of blocking, which a bound of hops breaks).
 */
import type { TemporalGraph } from './graph.ts';
import { firstAfter, stride, told, wayHome } from './way-home.ts';

export type Search = {
  /** From the first to the last edge, in seconds, the end included. */
  readonly window: number;
  /** Edges of a cycle at the most, 2 to 32. */
  readonly maxLength: number;
  /** Edges that may be looked at from one first edge, forward and backward each; what is beyond is left out, and said. Without: no end. */
  readonly budget?: number;
  /** Only cycles that begin at these vertices, `until` not included: how workers share a search. */
  readonly from?: number;
  readonly until?: number;
  /** Only cycles whose last edge is later than this: what edges closed that came since. Without: all. */
  readonly closedAfter?: number;
};

export type Found = {
  /** Cycles by their number of edges: `counts[2]` of two. */
  readonly counts: Float64Array;
  /** First edges whose search ended at the budget. */
  readonly truncated: number;
  /** Edges looked at. */
  readonly visits: number;
};

export function countCycles(graph: TemporalGraph, search: Search): Found {
  const count = cycleCounter(graph, search);
  return count(search.from ?? 0, search.until ?? graph.vertices);
}

/** A search that is run part by part, from these vertices to those: its room is made once, and what it found adds up. */
export function cycleCounter(
  graph: TemporalGraph,
  { window, maxLength, budget = Number.POSITIVE_INFINITY, closedAfter }: Omit<Search, 'from' | 'until'>,
): (from: number, until: number) => Found {
  const { outStart, out, intoStart, into } = graph;
  const counts = new Float64Array(maxLength + 1);
  const { labels, label: labelBackward, visits: visitsBackward } = wayHome(graph, maxLength, { budget });
  // The way so far: `path[0]` is the root, and of each place the next edge to look at and the time of arrival.
  const path = new Int32Array(maxLength + 1);
  const next = new Int32Array(maxLength + 1);
  const arrived = new Int32Array(maxLength + 1);
  let [stamp, truncated, visits] = [0, 0, 0];

  return (from, until) => {
    for (let root = from; root < until; root++) searchFrom(root);
    return { counts, truncated, visits: visits + visitsBackward() };
  };

  function searchFrom(root: number): void {
    const [intoBegin, intoEnd] = [intoStart[root] as number, intoStart[root + 1] as number];
    let home = closedAfter === undefined ? intoBegin : firstAfter(into, intoBegin, intoEnd, closedAfter);
    if (home === intoEnd) return;
    const end = outStart[root + 1] as number;
    let first = outStart[root] as number;
    let all: boolean | null = false;
    if (closedAfter !== undefined) {
      // Few edges lead home, so that who leads to them is known once for all first edges.
      const earliest = (into[2 * home + 1] as number) - window;
      first = firstAfter(out, first, end, earliest - 1);
      if (first === end) return;
      stamp++;
      all = labelBackward(stamp, root, home, intoEnd, earliest, Number.POSITIVE_INFINITY);
      if (all === null) {
        truncated += end - first;
        return;
      }
    }
    for (; first < end; first++) {
      const start = out[2 * first + 1] as number;
      const limit = start + window;
      // In the order of time: who came home before this start comes home before the next.
      while (home < intoEnd && (into[2 * home + 1] as number) <= start) home++;
      if (home === intoEnd) break;
      if ((into[2 * home + 1] as number) > limit) continue;
      const second = out[2 * first] as number;
      const secondEnd = outStart[second + 1] as number;
      // Who has nowhere to go on to within the window, as most have, is not worth a search backward.
      const leave = firstAfter(out, outStart[second] as number, secondEnd, start);
      if (leave === secondEnd || (out[2 * leave + 1] as number) > limit) continue;

      if (closedAfter === undefined) {
        stamp++;
        all = labelBackward(stamp, root, home, intoEnd, start, limit);
        if (all === null) {
          truncated++;
          continue;
        }
      }
      // Where the way back is known to its end, whoever has no label has no way.
      if (all || maxLength - 1 <= told) {
        const label = second * stride;
        if (labels[label] !== stamp || (labels[label + Math.min(told, maxLength - 1)] as number) <= start)
          continue;
      }

      let depth = 1;
      path[1] = second;
      arrived[1] = start;
      next[1] = leave;
      let spent = 0;
      while (depth > 0) {
        const here = path[depth] as number;
        const edge = next[depth] as number;
        if (edge === outStart[here + 1]) {
          depth--;
          continue;
        }
        const at = out[2 * edge + 1] as number;
        if (at > limit) {
          depth--;
          continue;
        }
        next[depth] = edge + 1;
        spent++;
        const there = out[2 * edge] as number;
        if (there === root) {
          if (closedAfter === undefined || at > closedAfter)
            counts[depth + 1] = (counts[depth + 1] as number) + 1;
          continue;
        }
        const left = maxLength - depth - 1;
        if (left === 0) continue;
        const label = there * stride;
        if (labels[label] === stamp) {
          if ((left <= told || all) && (labels[label + (left < told ? left : told)] as number) <= at)
            continue;
        } else if (left <= told || all) continue;
        let seen = false;
        for (let place = 1; place <= depth; place++) if (path[place] === there) seen = true;
        if (seen) continue;
        if (spent > budget) {
          truncated++;
          break;
        }
        depth++;
        path[depth] = there;
        arrived[depth] = at;
        next[depth] = firstAfter(out, outStart[there] as number, outStart[there + 1] as number, at);
      }
      visits += spent;
    }
  }
}
