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

/** MW within which something is served. */
const grain = 1e-8;
/** MW by which a zone that gets no more stays below its most, so that it takes nothing of that from what is asked of the others. */
const slack = 1e-7;

/**
 * `margins`: MW that each zone has over (above zero) or lacks (below), without exchange. `spare`: MW of these that it may give away. `links` by
 * places of zones.
 */
export function shareShortage(
  margins: readonly number[],
  spare: readonly number[],
  links: PlacedLinks,
): Shared {
  const lacking = margins.map((margin) => Math.max(0, -margin));
  const served = lacking.map(() => 0);
  // All zones that still can get the same share more of what they lack; those that cannot keep what they have.
  let rising = lacking.flatMap((mw, place) => (mw > grain ? [place] : []));
  const wantedAt = (level: number) =>
    lacking.map((mw, place) => (rising.includes(place) ? mw * level : (served[place] ?? 0)));
  const canServe = (wanted: readonly number[]) =>
    flowTo(wanted, spare, links).total >= wanted.reduce((sum, one) => sum + one, 0) - grain;
  for (let level = 0; rising.length > 0; ) {
    level = highest(level, (tried) => canServe(wantedAt(tried)));
    for (const place of rising) served[place] = Math.max(0, (lacking[place] ?? 0) * level - slack);
    if (level === 1) break;
    // Asked for a little more than there is, those who cannot be reached from any source any more stand behind what is full.
    const { reached } = flowTo(wantedAt(level + 1e-6), spare, links);
    rising = rising.filter((place) => reached.has(place));
  }
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

/**
 * The most that can flow from what zones can spare to what is wanted (Edmonds and Karp: along shortest paths), what each gives, and the zones that
 * more could reach.
 */
function flowTo(
  wanted: readonly number[],
  spare: readonly number[],
  links: PlacedLinks,
): { readonly total: number; readonly given: readonly number[]; readonly reached: ReadonlySet<number> } {
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
    const cameFrom = shortestWays(room, size, source, sink);
    if (cameFrom[sink] === -1) {
      const given = spare.map((mw, zone) => mw - (room[at(source, zone)] ?? 0));
      return {
        total,
        given,
        reached: new Set(spare.flatMap((_, zone) => (cameFrom[zone] === -1 ? [] : [zone]))),
      };
    }
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
}

/** From where each node is reached first; -1: it is not, or the sink is before it. */
function shortestWays(room: Float64Array, size: number, source: number, sink: number): Int32Array {
  const cameFrom = new Int32Array(size).fill(-1);
  const reached = [source];
  cameFrom[source] = source;
  for (const node of reached)
    for (let next = 0; next < size; next++) {
      if (cameFrom[next] !== -1 || (room[node * size + next] ?? 0) <= least) continue;
      cameFrom[next] = node;
      if (next === sink) return cameFrom;
      reached.push(next);
    }
  return cameFrom;
}

/** MW of room that is none: what is left of a sum of rounded numbers. */
const least = 1e-11;

export type PlacedLinks = readonly {
  readonly ends: readonly [number, number];
  readonly mw: number;
}[];

/** Links by the places of their ends; of a zone that is not there there is none. */
export function placed(links: readonly Link[], zones: readonly string[]): PlacedLinks {
  return links.flatMap(({ ends: [one, other], mw }) => {
    const ends = [zones.indexOf(one), zones.indexOf(other)] as const;
    return ends[0] < 0 || ends[1] < 0 ? [] : [{ ends, mw }];
  });
}
