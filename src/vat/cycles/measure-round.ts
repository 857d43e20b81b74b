/**
 * What went round through the same traders in the same order: how many cycles of sales, and of which worth. Counted hop by hop from the
 * sales of each pair, never cycle by cycle: a hundred sales a hop are a million cycles of three.
 */
import { type Meter, meterOf, spend } from './meter.ts';
import { firstNote, type Sales } from './sales.ts';

export type RoundRule = {
  /** From the first to the last sale, the end included. */
  readonly window: number;
  /** An amount is from 1 − margin to 1 + margin times the one before it; says nothing where no amounts are known. */
  readonly margin: number;
  /**
   * The amounts that are held against each other are sums: of each hop all that can have gone round within a window that one first sale
   * opens, less its credit notes there. So an amount that was split stays in sight.
   */
  readonly together: boolean;
};

export type Round = {
  /** Cycles, wherever they begin. */
  readonly count: number;
  /** What passed: of each hop the sum of the sales that are in any of these cycles, and of these sums the least; null: not known. */
  readonly cents: number | null;
  readonly first: number;
  readonly last: number;
};

/**
 * Pairs of `round` each begin where the one before ends, the first where the last does. Cycles that begin with sales for which the meter has
 * no steps left are not counted. Null where nothing goes round.
 */
export function measureRound(
  sales: Sales,
  round: readonly number[],
  rule: RoundRule,
  meter: Meter = meterOf(Number.POSITIVE_INFINITY),
): Round | null {
  const { start, cents, noteCents } = sales;
  const passed = round.map((pair) => new Uint8Array(sizeOf(start, pair)));
  const noted = round.map((pair) => new Uint8Array(firstNote(sales, pair + 1) - firstNote(sales, pair)));
  let [count, first, last] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let turn = 0; turn < round.length; turn++) {
    const turned = <T>(list: readonly T[]) => [...list.slice(turn), ...list.slice(0, turn)];
    const hops = turned(round);
    const found =
      rule.together && cents !== null
        ? turnTogether(sales, hops, rule, { passed: turned(passed), noted: turned(noted), meter })
        : turnSingly(sales, hops, rule, { passed: turned(passed), meter });
    if (found === null) continue;
    count += found.count;
    first = Math.min(first, found.first);
    last = Math.max(last, found.last);
  }
  if (count === 0) return null;
  const sums = round.map((pair, hop) => {
    if (cents === null) return 0;
    const sold = sumOf(cents, start[pair] as number, passed[hop] as Uint8Array);
    return sold + sumOf(noteCents, firstNote(sales, pair), noted[hop] as Uint8Array);
  });
  return { count, first, last, cents: cents === null ? null : Math.min(...sums) };
}

type Turn = { readonly count: number; readonly first: number; readonly last: number };

const sizeOf = (start: Uint32Array, pair: number) => (start[pair + 1] as number) - (start[pair] as number);

function sumOf(amounts: Uint32Array | Float64Array, from: number, marked: Uint8Array): number {
  let sum = 0;
  for (let place = 0; place < marked.length; place++)
    if (marked[place] === 1) sum += amounts[from + place] as number;
  return sum;
}

/** Cycles that begin on the first hop, each of single sales near to one another. Marks the sales that are in any. */
function turnSingly(
  sales: Sales,
  hops: readonly number[],
  { window, margin }: RoundRule,
  { passed, meter }: { readonly passed: readonly Uint8Array[]; readonly meter: Meter },
): Turn | null {
  const { start, time, cents } = sales;
  const begins = hops.map((pair) => start[pair] as number);
  const sizes = hops.map((pair) => sizeOf(start, pair));
  const isNear = (one: number, other: number) =>
    cents === null ||
    ((cents[other] as number) >= (cents[one] as number) * (1 - margin) &&
      (cents[other] as number) <= (cents[one] as number) * (1 + margin));
  // Of each sale the latest begin of what leads to it, and the earliest end of what follows: what is in a cycle has both, near enough.
  const opened = sizes.map((size) => new Float64Array(size).fill(Number.NEGATIVE_INFINITY));
  const closed = sizes.map((size) => new Float64Array(size).fill(Number.POSITIVE_INFINITY));
  for (const [hop, begin] of begins.entries())
    for (let place = 0; place < (sizes[hop] as number); place++) {
      const at = time[begin + place] as number;
      const open = opened[hop] as Float64Array;
      if (hop === 0) open[place] = at;
      else {
        const before = begins[hop - 1] as number;
        const until = before + (sizes[hop - 1] as number);
        for (let sale = firstAt(time, before, until, at - window); sale < until; sale++) {
          if ((time[sale] as number) >= at) break;
          const since = (opened[hop - 1] as Float64Array)[sale - before] as number;
          if (since > (open[place] as number) && at - since <= window && isNear(sale, begin + place))
            open[place] = since;
        }
      }
    }
  const end = hops.length - 1;
  for (let hop = end; hop >= 0; hop--)
    for (let place = 0; place < (sizes[hop] as number); place++) {
      const begin = begins[hop] as number;
      const at = time[begin + place] as number;
      const close = closed[hop] as Float64Array;
      if (hop === end) close[place] = at;
      else {
        const after = begins[hop + 1] as number;
        const until = after + (sizes[hop + 1] as number);
        for (let sale = firstAt(time, after, until, at + 1); sale < until; sale++) {
          if ((time[sale] as number) > at + window) break;
          const ends = (closed[hop + 1] as Float64Array)[sale - after] as number;
          if (ends < (close[place] as number) && isNear(begin + place, sale)) close[place] = ends;
        }
      }
    }
  const goes = sizes.map((size, hop) =>
    Uint8Array.from({ length: size }, (_, place) =>
      ((closed[hop] as Float64Array)[place] as number) - ((opened[hop] as Float64Array)[place] as number) <=
      window
        ? 1
        : 0,
    ),
  );
  const roots = goes[0] as Uint8Array;
  const first = roots.indexOf(1);
  if (first === -1) return null;
  for (const [hop, marks] of goes.entries())
    for (let place = 0; place < marks.length; place++)
      if (marks[place] === 1) (passed[hop] as Uint8Array)[place] = 1;
  const limits = Float64Array.from(roots, (mark, place) =>
    mark === 1 ? (time[(begins[0] as number) + place] as number) + window : Number.NEGATIVE_INFINITY,
  );
  return {
    count: countChains(sales, hops, limits, { isNear: cents === null ? null : isNear, meter }),
    first: time[(begins[0] as number) + first] as number,
    last: time[(begins[end] as number) + (goes[end] as Uint8Array).lastIndexOf(1)] as number,
  };
}

/** Cycles that begin on the first hop, in the windows in which sums stay near to one another. Marks what was summed there. */
function turnTogether(
  sales: Sales,
  hops: readonly number[],
  { window, margin }: RoundRule,
  {
    passed,
    noted,
    meter,
  }: { readonly passed: readonly Uint8Array[]; readonly noted: readonly Uint8Array[]; readonly meter: Meter },
): Turn | null {
  const { start, time, cents, noteTime, noteCents } = sales;
  const notes = hops.map((pair) => firstNote(sales, pair));
  const notesEnd = hops.map((pair) => firstNote(sales, pair + 1));
  const begin = (hop: number) => start[hops[hop] as number] as number;
  const end = (hop: number) => start[(hops[hop] as number) + 1] as number;
  const sums = hops.map((pair, hop) => {
    const upTo = new Float64Array(sizeOf(start, pair) + 1);
    for (let place = 0; place + 1 < upTo.length; place++)
      upTo[place + 1] =
        (upTo[place] as number) + ((cents as NonNullable<Sales['cents']>)[begin(hop) + place] as number);
    return upTo;
  });
  const roots = end(0) - begin(0);
  const limits = new Float64Array(roots).fill(Number.NEGATIVE_INFINITY);
  let [first, last, limit] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let root = 0; root < roots; root++) {
    const opens = time[begin(0) + root] as number;
    if (root > 0 && time[begin(0) + root - 1] === opens) {
      limits[root] = limit;
      continue;
    }
    // Of each hop what is later than the earliest of the hop before, and earlier than the latest of the one after.
    const from = [begin(0) + root];
    for (let hop = 1; hop < hops.length; hop++)
      from.push(firstAt(time, begin(hop), end(hop), (time[from[hop - 1] as number] as number) + 1));
    const until = hops.map(() => 0);
    for (let hop = hops.length - 1; hop >= 0; hop--) {
      const before =
        hop === hops.length - 1 ? opens + window + 1 : (time[(until[hop + 1] as number) - 1] as number);
      until[hop] = firstAt(time, begin(hop), end(hop), before);
      if ((until[hop] as number) <= (from[hop] as number)) break;
    }
    const isWhole = hops.every((_, hop) => (until[hop] as number) > (from[hop] as number));
    if (isWhole && isEven()) {
      limit = opens + window;
      first = Math.min(first, opens);
      last = Math.max(last, time[(until.at(-1) as number) - 1] as number);
      for (const hop of hops.keys()) {
        passed[hop]?.fill(1, (from[hop] as number) - begin(hop), (until[hop] as number) - begin(hop));
        for (const note of notesOf(hop)) (noted[hop] as Uint8Array)[note] = 1;
      }
    }
    limits[root] = limit;

    function* notesOf(hop: number): Generator<number> {
      const first = notes[hop] as number;
      for (let note = first; note < (notesEnd[hop] as number); note++) {
        const at = noteTime[note] as number;
        if (at >= opens && at <= opens + window) yield note - first;
      }
    }

    function isEven(): boolean {
      let before = 0;
      for (const hop of hops.keys()) {
        const upTo = sums[hop] as Float64Array;
        let sum =
          (upTo[(until[hop] as number) - begin(hop)] as number) -
          (upTo[(from[hop] as number) - begin(hop)] as number);
        for (const note of notesOf(hop)) sum += noteCents[(notes[hop] as number) + note] as number;
        if (sum <= 0) return false;
        if (hop > 0 && !(sum >= before * (1 - margin) && sum <= before * (1 + margin))) return false;
        before = sum;
      }
      return true;
    }
  }
  if (first === Number.POSITIVE_INFINITY) return null;
  return { count: countChains(sales, hops, limits, { isNear: null, meter }), first, last };
}

/**
 * Cycles from each sale of the first hop that end by its limit, each later than the one before and, where that is asked, near to it: of
 * every sale in how many ways it is reached, hop after hop.
 */
function countChains(
  { start, time }: Sales,
  hops: readonly number[],
  limits: Float64Array,
  {
    isNear,
    meter,
  }: { readonly isNear: ((one: number, other: number) => boolean) | null; readonly meter: Meter },
): number {
  const ways = hops.map((pair) => new Float64Array(sizeOf(start, pair)));
  let count = 0;
  for (let root = 0; root < limits.length; root++) {
    const limit = limits[root] as number;
    const begin = (start[hops[0] as number] as number) + root;
    if ((time[begin] as number) > limit) continue;
    if (meter.isShort) break;
    // Of the hop before: from which sale on, and how many of them in how many ways.
    let [from, until] = [begin, begin + 1];
    (ways[0] as Float64Array)[root] = 1;
    let reached = 1;
    for (let hop = 1; hop < hops.length && reached > 0; hop++) {
      const [here, there] = [ways[hop - 1] as Float64Array, ways[hop] as Float64Array];
      const before = start[hops[hop - 1] as number] as number;
      const [own, end] = [start[hops[hop] as number] as number, start[(hops[hop] as number) + 1] as number];
      const next = firstAt(time, own, end, (time[from] as number) + 1);
      // Each looks at those of the hop before where amounts are held against each other, else all do together.
      const mine = firstAt(time, next, end, limit + 1) - next;
      if (!spend(meter, isNear === null ? mine : mine * (until - from))) {
        reached = 0;
        break;
      }
      let [passed, sum] = [from, 0];
      let sale = next;
      reached = 0;
      for (; sale < end && (time[sale] as number) <= limit; sale++) {
        const at = time[sale] as number;
        if (isNear === null)
          while (passed < until && (time[passed] as number) < at) sum += here[passed++ - before] as number;
        else {
          sum = 0;
          for (let one = from; one < until && (time[one] as number) < at; one++)
            if ((here[one - before] as number) > 0 && isNear(one, sale)) sum += here[one - before] as number;
        }
        there[sale - own] = sum;
        reached += sum;
      }
      [from, until] = [next, sale];
    }
    count += reached;
  }
  return count;
}

/** The first sale of a pair at a moment or after it. */
function firstAt(time: Int32Array, begin: number, end: number, moment: number): number {
  let [low, high] = [begin, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((time[middle] as number) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
