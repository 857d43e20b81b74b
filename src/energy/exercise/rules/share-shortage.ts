import type { Link } from '../model.ts';

/**
 * Who helps whom in a shortage. Zones that have too little get what others can spare over the links, as much as can be got in all; and of that each
 * the same share of what it lacks, until links or neighbours give it no more. In words of the forum's method: least unserved
 * energy first, then least Σ unserved² / lacking. The allocations that a network allows are a polymatroid, of which the fairest one has both
 * (Fujishige, Lexicographically optimal base of a polymatroid, 1980). Links carry what they can whatever goes elsewhere: no flow-based domain.
 */

export type Shared = {
  /** MW that each zone lacks after all help, in the order of the zones: this is shed. */
  readonly short: readonly number[];
  /** MW that each gives (above zero) or gets (below). */
  readonly exported: readonly number[];
};

/** Below this many MW nothing is told apart. */
const grain = 1e-7;

/**
 * `margins`: MW that each zone has over (above zero) or lacks (below), without exchange. `spare`: MW of these that it may give away. `links` by
 * places of zones.
 */
export function shareShortage(
  margins: readonly number[],
  spare: readonly number[],
  links: readonly { readonly ends: readonly [number, number]; readonly mw: number }[],
): Shared {
  const lacking = margins.map((margin) => Math.max(0, -margin));
  const canServe = (served: readonly number[]) =>
    flowTo(served, spare, links).total >= served.reduce((sum, one) => sum + one, 0) - grain;
  // All zones that still can get the same share more of what they lack; those that cannot keep what they have.
  const share = lacking.map(() => 0);
  let rising = lacking.flatMap((mw, place) => (mw > grain ? [place] : []));
  const servedAt = (level: number, places: readonly number[]) =>
    lacking.map((mw, place) => mw * (places.includes(place) ? level : (share[place] ?? 0)));
  for (let floor = 0; rising.length > 0; ) {
    const level = highest(floor, (tried) => canServe(servedAt(tried, rising)));
    for (const place of rising) share[place] = level;
    if (level >= 1) break;
    // Who could have more, were it alone.
    const step = Math.min(1, level + 1e-5);
    const still = rising.filter((place) => canServe(servedAt(step, [place])));
    // All of a grain alone, and together none: what is left is smaller than what is told apart.
    if (still.length === rising.length) break;
    rising = still;
    floor = level;
  }
  const served = servedAt(0, []);
  const { given } = flowTo(served, spare, links);
  return {
    short: lacking.map((mw, place) => clean(mw - (served[place] ?? 0))),
    exported: given.map((mw, place) => clean(mw - (served[place] ?? 0))),
  };
}

/** To a kilowatt; and never minus nothing. */
const clean = (mw: number) => Math.round(mw * 1000) / 1000 + 0;

/** The highest level up to 1 that can be had, where `floor` can. */
function highest(floor: number, canBe: (level: number) => boolean): number {
  if (canBe(1)) return 1;
  let [low, high] = [floor, 1];
  for (let round = 0; round < 45; round++) {
    const middle = (low + high) / 2;
    if (canBe(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The most that can flow from what zones can spare to what is wanted (Edmonds and Karp: along shortest paths), and what each gives. */
function flowTo(
  wanted: readonly number[],
  spare: readonly number[],
  links: readonly { readonly ends: readonly [number, number]; readonly mw: number }[],
): { readonly total: number; readonly given: readonly number[] } {
  const count = wanted.length;
  const [source, sink, size] = [count, count + 1, count + 2];
  const room = new Float64Array(size * size);
  const at = (from: number, to: number) => from * size + to;
  const add = (place: number, mw: number) => {
    room[place] = (room[place] ?? 0) + mw;
  };
  spare.forEach((mw, zone) => {
    add(at(source, zone), mw);
  });
  wanted.forEach((mw, zone) => {
    add(at(zone, sink), mw);
  });
  for (const { ends, mw } of links) {
    add(at(ends[0], ends[1]), mw);
    add(at(ends[1], ends[0]), mw);
  }
  let total = 0;
  for (;;) {
    const cameFrom = shortestWay(room, size, source, sink);
    if (cameFrom === null) break;
    let most = Number.POSITIVE_INFINITY;
    for (let node = sink; node !== source; node = cameFrom[node] ?? source)
      most = Math.min(most, room[at(cameFrom[node] ?? source, node)] ?? 0);
    for (let node = sink; node !== source; node = cameFrom[node] ?? source) {
      const before = cameFrom[node] ?? source;
      add(at(before, node), -most);
      add(at(node, before), most);
    }
    total += most;
  }
  return { total, given: spare.map((mw, zone) => mw - (room[at(source, zone)] ?? 0)) };
}

function shortestWay(room: Float64Array, size: number, source: number, sink: number): Int32Array | null {
  const cameFrom = new Int32Array(size).fill(-1);
  const reached = [source];
  cameFrom[source] = source;
  for (const node of reached)
    for (let next = 0; next < size; next++) {
      if (cameFrom[next] !== -1 || (room[node * size + next] ?? 0) <= grain / size) continue;
      cameFrom[next] = node;
      if (next === sink) return cameFrom;
      reached.push(next);
    }
  return null;
}

/** Links by the places of their ends; of a zone that is not there there is none. */
export function placed(
  links: readonly Link[],
  zones: readonly string[],
): readonly { readonly ends: readonly [number, number]; readonly mw: number }[] {
  return links.flatMap(({ ends: [one, other], mw }) => {
    const ends = [zones.indexOf(one), zones.indexOf(other)] as const;
    return ends[0] < 0 || ends[1] < 0 ? [] : [{ ends, mw }];
  });
}
