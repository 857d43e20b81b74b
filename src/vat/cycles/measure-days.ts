/**
 * What went round through the same traders in the same order, where only the days of sales are known: how many cycles, of which worth and
 * by which sales. Two of one day have no known order, so that each may have come before the other, as in `period.ts`: no sale is earlier
 * than the one before it by a day. A cycle all of whose sales are of one day could have begun with any of them; it is counted once.
 */
import type { Round, RoundRule } from './measure-round.ts';
import type { Sales } from './sales.ts';

export type DaysRound = Round & {
  /** Of each hop the numbers of the sales that are in any of these cycles, in rising order. */
  readonly sales: readonly (readonly number[])[];
};

/**
 * Pairs of `round` each begin where the one before ends, the first where the last does. Where sales are marked as added, only cycles that
 * have one of these. Null where nothing goes round.
 */
export function measureDays(
  sales: Sales,
  round: readonly number[],
  { window, margin }: Pick<RoundRule, 'window' | 'margin'>,
): DaysRound | null {
  const { start, time, cents, added } = sales;
  const begin = (pair: number) => start[pair] as number;
  const end = (pair: number) => start[pair + 1] as number;
  if (added !== null && !round.some((pair) => added.subarray(begin(pair), end(pair)).includes(1)))
    return null;
  const isNear = (one: number, other: number) =>
    cents === null ||
    ((cents[other] as number) >= (cents[one] as number) * (1 - margin) &&
      (cents[other] as number) <= (cents[one] as number) * (1 + margin));
  const passed = round.map((pair) => new Uint8Array(end(pair) - begin(pair)));
  let count = 0;
  for (let turn = 0; turn < round.length; turn++) {
    const hops = round.map((_, hop) => (hop + turn) % round.length);
    const pairs = hops.map((hop) => round[hop] as number);
    const [root, ...rest] = pairs as [number, ...number[]];
    for (let first = begin(root); first < end(root); first++) {
      const day = time[first] as number;
      const from = [first, ...rest.map((pair) => firstOn(time, begin(pair), end(pair), day))];
      const upTo = (last: number) => [
        first + 1,
        ...rest.map((pair) => firstOn(time, begin(pair), end(pair), last + 1)),
      ];
      count += goRound(hops, { from, until: upTo(day + window), isOfOneDay: false });
      // These begin wherever one likes: with the first trader's.
      if (turn === 0) count += goRound(hops, { from, until: upTo(day), isOfOneDay: true });
    }
  }
  if (count === 0) return null;
  const found = round.map((pair, hop) =>
    [...(passed[hop] as Uint8Array).keys()]
      .filter((place) => passed[hop]?.[place] === 1)
      .map((place) => begin(pair) + place),
  );
  const times = found.flat().map((sale) => time[sale] as number);
  const sumOf = (hop: readonly number[]) => hop.reduce((sum, sale) => sum + (cents?.[sale] as number), 0);
  return {
    ...{ count, sales: found, cents: cents === null ? null : Math.min(...found.map(sumOf)) },
    first: times.reduce((least, one) => Math.min(least, one)),
    last: times.reduce((most, one) => Math.max(most, one)),
  };

  /**
   * Cycles from one first sale, by sales of each hop `from` up to, not with, `until`; marks these. Of one day: also those that are near
   * everywhere but at one place, since there they begin. Else: those that end on a later day than they began.
   */
  function goRound(
    hops: readonly number[],
    {
      from,
      until,
      isOfOneDay,
    }: { readonly from: readonly number[]; readonly until: readonly number[]; readonly isOfOneDay: boolean },
  ): number {
    const sizes = from.map((one, hop) => (until[hop] as number) - one);
    if (sizes.some((size) => size <= 0)) return 0;
    const [first, last] = [from[0] as number, hops.length - 1];
    const most = isOfOneDay ? 1 : 0;
    const isAdded = (sale: number) => (added === null ? 1 : (added[sale] as number));
    // Of each sale its ways by state: places where it was not near, and whether an added sale is among them.
    const stateOf = (apart: number, has: number) => 2 * apart + has;
    const ways = sizes.map((size) => new Float64Array(4 * size));
    const rests = sizes.map((size) => new Float64Array(4 * size));
    (ways[0] as Float64Array)[stateOf(0, isAdded(first))] = 1;
    for (let hop = 1; hop <= last; hop++)
      eachStep(hop, (before, here) => {
        const amount = (ways[hop - 1] as Float64Array)[before] as number;
        const there = ways[hop] as Float64Array;
        there[here] = (there[here] as number) + amount;
      });
    for (let place = 0; place < (sizes[last] as number); place++) {
      const sale = (from[last] as number) + place;
      if (!isOfOneDay && time[sale] === time[first]) continue;
      const closing = isOfOneDay && !isNear(sale, first) ? 1 : 0;
      for (let apart = 0; apart + closing <= most; apart++)
        (rests[last] as Float64Array)[4 * place + stateOf(apart, 1)] = 1;
    }
    for (let hop = last; hop > 0; hop--)
      eachStep(hop, (before, here) => {
        const there = rests[hop - 1] as Float64Array;
        there[before] = (there[before] as number) + ((rests[hop] as Float64Array)[here] as number);
      });
    for (const [hop, size] of sizes.entries())
      for (let place = 0; place < size; place++)
        for (let state = 4 * place; state < 4 * place + 4; state++) {
          if ((ways[hop]?.[state] as number) === 0 || (rests[hop]?.[state] as number) === 0) continue;
          const pair = round[hops[hop] as number] as number;
          (passed[hops[hop] as number] as Uint8Array)[(from[hop] as number) + place - begin(pair)] = 1;
        }
    return (rests[0] as Float64Array)[stateOf(0, isAdded(first))] as number;

    /** Each step from a sale of the hop before to one of this, by state. */
    function eachStep(hop: number, visit: (before: number, here: number) => void): void {
      const [ahead, behind] = [from[hop] as number, from[hop - 1] as number];
      for (let place = 0; place < (sizes[hop] as number); place++) {
        const sale = ahead + place;
        for (let prior = 0; prior < (sizes[hop - 1] as number); prior++) {
          if ((time[behind + prior] as number) > (time[sale] as number)) break;
          const far = isNear(behind + prior, sale) ? 0 : 1;
          for (let apart = 0; apart + far <= most; apart++)
            for (let has = 0; has < 2; has++) {
              const state = 4 * prior + stateOf(apart, has);
              if ((ways[hop - 1]?.[state] as number) === 0) continue;
              visit(state, 4 * place + stateOf(apart + far, has | isAdded(sale)));
            }
        }
      }
    }
  }
}

/** The first sale of a pair on a day or after it. */
function firstOn(time: Int32Array, begin: number, end: number, day: number): number {
  let [low, high] = [begin, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((time[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
