/**
 * What went round through the same traders in the same order, where only the days of sales are known: how many cycles, of which worth and
 * by which sales. Two of one day have no known order, so that each may have come before the other, as in `period.ts`: no sale is earlier
 * than the one before it by a day. A cycle all of whose sales are of one day could have begun with any of them; it is counted once.
 *
 * Counted from all first sales of a day at once, hop by hop in the order of days, with sums over the band of amounts that are near: a round
 * of `n` sales a hop takes `n log n` steps for each day, and, of the `d` sales of one day, `d² log d` more.
 */
import { bandSums } from './band-sums.ts';
import type { Round, RoundRule } from './measure-round.ts';
import { type Meter, meterOf, spend } from './meter.ts';
import type { Sales } from './sales.ts';

export type DaysRound = Round & {
  /** Of each hop the numbers of the sales that are in any of these cycles, in rising order. */
  readonly sales: readonly (readonly number[])[];
};

/** Of each hop the first sale, and the one after the last. */
type Range = { readonly from: readonly number[]; readonly until: readonly number[] };

/**
 * Pairs of `round` each begin where the one before ends, the first where the last does. Where sales are marked as added, only cycles that
 * have one of these. Days of first sales for which the meter has no steps left are left out. Null where nothing goes round.
 */
export function measureDays(
  sales: Sales,
  round: readonly number[],
  { window, margin }: Pick<RoundRule, 'window' | 'margin'>,
  meter: Meter = meterOf(Number.POSITIVE_INFINITY),
): DaysRound | null {
  const { start, time, cents, added } = sales;
  const length = round.length;
  const begins = round.map((pair) => start[pair] as number);
  const ends = round.map((pair) => start[pair + 1] as number);
  const hasAdded = ({ from, until }: Range) =>
    added === null || from.some((sale, hop) => added.subarray(sale, until[hop] as number).includes(1));
  if (!hasAdded({ from: begins, until: ends })) return null;
  const hops = begins.map((begin, hop) => hopOf(sales, begin, ends[hop] as number));
  const ahead = hops.map((hop, place) => bandsAhead(hop, hops[(place + 1) % length] as Hop, margin));
  const behind = hops.map((hop, place) =>
    bandsBehind(hop, hops[(place + length - 1) % length] as Hop, margin),
  );
  const sums = hops.map(({ size }) => bandSums(size));
  // Of each sale its ways from the first sales, or on to the last: without an added sale, and with one, itself among them.
  const ways = hops.map(({ size }) => new Float64Array(2 * size));
  const rests = hops.map(({ size }) => new Float64Array(2 * size));
  const passed = hops.map(({ size }) => new Uint8Array(size));
  let count = 0;
  let from: readonly number[] = begins;
  while (from.every((sale, hop) => sale < (ends[hop] as number))) {
    const day = Math.min(...from.map((sale) => time[sale] as number));
    const firstFrom = (on: number) => from.map((sale, hop) => firstOn(time, sale, ends[hop] as number, on));
    const next = firstFrom(day + 1);
    count += countDay({ from, until: next }, firstFrom(day + window + 1));
    from = next;
  }
  if (count === 0) return null;
  const found = passed.map((marks, hop) =>
    [...marks.keys()].filter((place) => marks[place] === 1).map((place) => (begins[hop] as number) + place),
  );
  const times = found.flat().map((sale) => time[sale] as number);
  const sumOf = (hop: readonly number[]) => hop.reduce((sum, sale) => sum + (cents?.[sale] as number), 0);
  return {
    ...{ count, sales: found, cents: cents === null ? null : Math.min(...found.map(sumOf)) },
    first: times.reduce((least, one) => Math.min(least, one)),
    last: times.reduce((most, one) => Math.max(most, one)),
  };

  /** Cycles whose first sale is of a day, the last before `until`; none where steps are short. */
  function countDay(ofDay: Range, until: readonly number[]): number {
    const { from } = ofDay;
    if (from.some((sale, hop) => sale === until[hop]) || !hasAdded({ from, until })) return 0;
    const firsts = from.map((sale, hop) => (ofDay.until[hop] as number) - sale);
    const [least, turns] = [Math.min(...firsts), firsts.filter((size) => size > 0).length];
    const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
    if (!spend(meter, 2 * turns * (sum(until) - sum(from)) + least * sum(firsts))) return 0;
    let chains = 0;
    for (const [turn, size] of firsts.entries())
      if (size > 0)
        chains += countFrom(turn, {
          from,
          until: until.map((sale, hop) => (hop === turn ? (ofDay.until[hop] as number) : sale)),
        });
    // What is near all the way round within the day has been counted from each of its sales.
    return least === 0 ? chains : chains - (length - 1) * countClosed(firsts.indexOf(least), ofDay);
  }

  /** Ways from the sales of one hop round to the hop before it; marks who is on one. */
  function countFrom(turn: number, range: Range): number {
    goForward(turn, range);
    goBackward(turn, range);
    const last = (turn + length - 1) % length;
    let all = 0;
    for (let sale = range.from[last] as number; sale < (range.until[last] as number); sale++)
      all += (ways[last] as Float64Array)[2 * (sale - (begins[last] as number)) + 1] as number;
    return all;
  }

  /** Ways from each sale of one hop round to itself, within a day. */
  function countClosed(root: number, { from, until }: Range): number {
    const last = (root + length - 1) % length;
    const at = (hop: number, one: number) => (list: readonly number[]) =>
      list.map((sale, place) => (place === hop ? one : sale));
    let all = 0;
    for (let first = from[root] as number; first < (until[root] as number); first++) {
      goForward(root, { from: at(root, first)(from), until: at(root, first + 1)(until) });
      for (let sale = from[last] as number; sale < (until[last] as number); sale++) put(last, sale, ways);
      all += near(root, first, behind, last)[1];
      for (let sale = from[last] as number; sale < (until[last] as number); sale++) take(last, sale);
    }
    return all;
  }

  function goForward(turn: number, { from, until }: Range): void {
    for (let sale = from[turn] as number; sale < (until[turn] as number); sale++)
      keep(ways, turn, sale, 1, 0);
    for (let step = 1; step < length; step++) {
      const [before, hop] = [(turn + step - 1) % length, (turn + step) % length];
      let prior = from[before] as number;
      for (let sale = from[hop] as number; sale < (until[hop] as number); sale++) {
        while (prior < (until[before] as number) && (time[prior] as number) <= (time[sale] as number))
          put(before, prior++, ways);
        keep(ways, hop, sale, ...near(hop, sale, behind, before));
      }
      while (prior > (from[before] as number)) take(before, --prior);
    }
  }

  function goBackward(turn: number, { from, until }: Range): void {
    for (let step = length - 1; step >= 0; step--) {
      const [hop, after] = [(turn + step) % length, (turn + step + 1) % length];
      const isLast = step === length - 1;
      const end = until[after] as number;
      let later = end;
      for (let sale = (until[hop] as number) - 1; sale >= (from[hop] as number); sale--) {
        while (
          !isLast &&
          later > (from[after] as number) &&
          (time[later - 1] as number) >= (time[sale] as number)
        )
          put(after, --later, rests);
        const [none, some] = isLast ? ([1, 0] as const) : near(hop, sale, ahead, after);
        const place = sale - (begins[hop] as number);
        const reached = ways[hop] as Float64Array;
        if (
          ((reached[2 * place + 1] as number) > 0 && none + some > 0) ||
          ((reached[2 * place] as number) > 0 && some > 0)
        )
          (passed[hop] as Uint8Array)[place] = 1;
        keep(rests, hop, sale, none, some);
      }
      while (later < end) take(after, later++);
    }
  }

  /** Keeps of a sale the ways that lead to it, as those that have it. */
  function keep(all: readonly Float64Array[], hop: number, sale: number, none: number, some: number): void {
    const place = 2 * (sale - (begins[hop] as number));
    const isAdded = added === null || added[sale] === 1;
    (all[hop] as Float64Array)[place] = isAdded ? 0 : none;
    (all[hop] as Float64Array)[place + 1] = isAdded ? none + some : some;
  }

  function put(hop: number, sale: number, all: readonly Float64Array[]): void {
    const place = sale - (begins[hop] as number);
    const [none, some] = [all[hop]?.[2 * place] as number, all[hop]?.[2 * place + 1] as number];
    if (none + some > 0) sums[hop]?.add(hops[hop]?.rank[place] as number, none, some);
  }

  function take(hop: number, sale: number): void {
    sums[hop]?.clear(hops[hop]?.rank[sale - (begins[hop] as number)] as number);
  }

  /** Of what was put of another hop, what is near to a sale. */
  function near(
    hop: number,
    sale: number,
    bands: readonly Uint32Array[],
    other: number,
  ): readonly [number, number] {
    const place = 2 * (sale - (begins[hop] as number));
    const [low, high] = [bands[hop]?.[place] as number, bands[hop]?.[place + 1] as number];
    return (sums[other] as (typeof sums)[number]).sum(low, high);
  }
}

/** Sales of a pair by their amounts: of each its place among them, and the amounts in rising order; null: not known. */
type Hop = {
  readonly size: number;
  readonly rank: Uint32Array;
  readonly amounts: Float64Array | null;
  readonly own: Sales['cents'];
};

function hopOf({ cents }: Sales, begin: number, end: number): Hop {
  const size = end - begin;
  const rank = new Uint32Array(size);
  if (cents === null) return { size, rank: rank.map((_, place) => place), amounts: null, own: null };
  const own = cents.subarray(begin, end);
  const order = new Uint32Array(own.keys()).sort(
    (one, other) => (own[one] as number) - (own[other] as number),
  );
  for (const [place, sale] of order.entries()) rank[sale] = place;
  return { size, rank, amounts: Float64Array.from(order, (sale) => own[sale] as number), own };
}

/** Of each sale the band of those of the next hop that are near to it. */
const bandsAhead = (hop: Hop, next: Hop, margin: number) =>
  bandsOf(hop, next, (own, other) => [other >= own * (1 - margin), other > own * (1 + margin)]);

/** Of each sale the band of those of the hop before to which it is near. */
const bandsBehind = (hop: Hop, before: Hop, margin: number) =>
  bandsOf(hop, before, (own, other) => [own <= other * (1 + margin), own < other * (1 - margin)]);

/** `test`: whether an amount is not below the band, and whether it is above; rising amounts pass from no to yes in each. */
function bandsOf(
  { size, own }: Hop,
  { size: others, amounts }: Hop,
  test: (own: number, other: number) => readonly [boolean, boolean],
): Uint32Array {
  const bands = new Uint32Array(2 * size);
  for (let place = 0; place < size; place++)
    for (const side of [0, 1] as const) {
      let [low, high] = [0, others];
      if (amounts === null || own === null) low = side === 0 ? 0 : others;
      else
        while (low < high) {
          const middle = (low + high) >>> 1;
          if (test(own[place] as number, amounts[middle] as number)[side]) high = middle;
          else low = middle + 1;
        }
      bands[2 * place + side] = low;
    }
  return bands;
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
