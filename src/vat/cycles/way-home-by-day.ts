/**
 * As `way-home.ts`, for sales of which only the day is known: two of one day may follow one another, in either order. What is told is by
 * 1, 2 and 3 hops the latest day on which one may leave and still get home.
 */
import type { TemporalGraph } from './graph.ts';
import { stride, told, type WayHome } from './way-home.ts';

export function wayHomeByDay(
  { intoStart, into, vertices }: TemporalGraph,
  maxLength: number,
  budget = Number.POSITIVE_INFINITY,
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
    const never = start - 1;
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
      // In the order of days, so the last is the latest.
      for (let hops = 1; hops <= told; hops++) labels[place + hops] = at;
    }
    for (let hops = 2; hops <= Math.min(told, maxLength - 1); hops++) {
      then.length = 0;
      for (const vertex of now) {
        if (visits - before > budget) return null;
        const leaves = labels[vertex * stride + hops - 1] as number;
        const begin = intoStart[vertex] as number;
        for (let edge = (intoStart[vertex + 1] as number) - 1; edge >= begin; edge--) {
          const at = into[2 * edge + 1] as number;
          if (at > leaves) continue;
          if (at < start) break;
          visits++;
          const from = into[2 * edge] as number;
          if (from === root) continue;
          const place = from * stride;
          if (labels[place] !== stamp) {
            labels[place] = stamp;
            for (let fewer = 1; fewer < hops; fewer++) labels[place + fewer] = never;
          } else if ((labels[place + hops] as number) >= at) continue;
          if (then.at(-1) !== from) then.push(from);
          for (let more = hops; more <= told; more++) labels[place + more] = at;
        }
      }
      [now, then] = [then, now];
      if (now.length === 0) return true;
    }
    return false;
  }
}
