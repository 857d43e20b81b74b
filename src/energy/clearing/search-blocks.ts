import type { Block } from '../market/model.ts';
import { type Ceiling, ceilingOver, into, leaveOut, open, out } from './ceilings.ts';
import { type NearDay, type NearSolution, openDay, windowsWithin } from './near-day.ts';
import type { CurveStep, PricedDay, Scope } from './relaxed-day.ts';
import type { Solver } from './solver.ts';

/** Counted, not timed, so that the same day always comes to the same. */
export type Effort = {
  readonly mostNodes: number;
  /** Nodes at which a selection is made of the relaxation by leaving out losers: later ones find little that nodes do not. */
  readonly roundedNodes: number;
};

/** Which blocks are accepted, and what the day costs with them (`dayProgram`). */
export type Selection = { readonly cost: number; readonly accepted: readonly boolean[] };

export type Searched = {
  /** The supported selection of least cost that was found; null: none. */
  readonly best: Selection | null;
  /** No supported selection costs less. */
  readonly bound: number;
  readonly nodes: number;
};

/** Relative distance from the bound at which a decision is proven. */
const gap = 1e-9;
export const tolerance = (cost: number) => gap * Math.max(1, Math.abs(cost));
/** Share of a block by which it may miss a bound and be at it. */
export const edge = 1e-7;
/** EUR for an hour each that blocks may lose together where the solver says so because it rounds. */
const noLoss = 1e-4;

/**
 * Part of all selections: those with and without some blocks; none of them that is supported costs less than `bound`. Blocks without a minimum
 * are in from the start: they may be accepted to any share, and nothing makes them lose.
 */
type Node = { readonly decided: Uint8Array; readonly bound: number };

/**
 * Looks for the selection of least cost that prices support, from a relaxed day and one selection that is known (or none).
 *
 * For a selection S let v(S) be the least cost of a day in which its blocks are accepted at least to their minimum and no others, and w(S) of
 * one in which they need not be: S is supported by prices exactly where w(S) = v(S), for then the prices of the second, at which nothing
 * that is accepted loses, are prices of the first. More blocks that may be accepted never cost more: T ⊇ S has w(T) ≤ w(S). A node has
 * blocks that are in (I), out and open; L is the least cost of its relaxation. Let T be a supported selection in it.
 *
 * 1. v(T) = w(T) ≤ w(I) and v(T) ≥ L: where w(I) < L there is no T, and the node is done.
 * 2. Let the relaxation accept a selection S as it may be accepted. Then v(S) = L. If w(S) = L it is supported and the best of the node.
 *    If w(S) < L then T leaves out some block of S that is open: else T ⊇ S and v(T) = w(T) ≤ w(S) < L. In any order b1, b2 … of these the
 *    T without b1, those with b1 and without b2, and so on are all there are. They end at the first k at which w(I ∪ {b1 … bk}) < L,
 *    by 1.
 * 3. A T that leaves out a block which the relaxation accepts whole at a gain g costs at least L + g (its dual says so), and one that accepts
 *    a block which loses g in the relaxation at least L + g times its minimum. Where that is more than the best that is known, the block
 *    is decided. The same where it is more than w(I), which is known of a node in which blocks lose.
 * 4. Without the blocks that w(S) does not accept, w is the same. So each w that is computed is a ceiling over all supported selections that
 *    have the others (`Ceiling`), which ends nodes by 1, or decides their blocks, before anything is computed of them.
 *
 * (The condition and its use in branches are Madani and Van Vyve 2015; 1 and the end in 2 are stronger than their cuts.) Nodes are taken by
 * their bound, so that the bound of the next one holds for all that are left: it is what is told where `mostNodes` are done, or where the
 * solver gives up.
 */
export function searchBlocks(
  solver: Solver,
  steps: readonly CurveStep[],
  blocks: readonly Block[],
  relaxed: PricedDay,
  scope: Scope,
  known: Selection | null,
  { mostNodes, roundedNodes }: Effort,
): Searched {
  const minimum = Float64Array.from(blocks, (block) => block.minimum);
  const nothing = new Float64Array(blocks.length);
  let best = known;
  let [near, nearRoom]: [NearDay | null, number] = [null, Number.POSITIVE_INFINITY];
  const limit = () => (best === null ? Number.POSITIVE_INFINITY : best.cost - tolerance(best.cost));
  let isLost = false;
  const ask = (least: Float64Array, most: Float64Array): NearSolution | null => {
    const room = best === null ? Number.POSITIVE_INFINITY : best.cost - relaxed.cost + tolerance(best.cost);
    if (near === null || room < nearRoom / 2) {
      near?.close();
      near = openDay(solver, steps, blocks, scope, windowsWithin(steps, relaxed, room));
      nearRoom = room;
    }
    const found = near.ask(least, most);
    isLost ||= found === 'unsolved';
    return found === 'unsolved' ? null : found;
  };
  const ceilings: Ceiling[] = [];
  /** w of the blocks for which `isIn` says so. */
  const unforced = (isIn: (block: number) => boolean) => {
    const found = ask(
      nothing,
      nothing.map((_, block) => (isIn(block) ? 1 : 0)),
    );
    if (found !== null && found.cost < limit())
      ceilings.push({ blocks: neededIn(found.shares, minimum, relaxed.gains), cost: found.cost });
    return found;
  };
  const keep = (selection: Selection) => {
    if (best === null || selection.cost < best.cost) best = selection;
  };
  /** Leaves out the worst loser until there is none, or it costs too much. */
  const withoutLosers = (accepted: readonly boolean[]) => {
    const left = [...accepted];
    for (;;) {
      const tried = unforced((block) => left[block] as boolean);
      if (tried === null || tried.cost >= limit()) return;
      const loser = worstLoser(left, tried.shares, minimum);
      if (loser === null) return keep({ cost: tried.cost, accepted: left });
      left[loser] = false;
    }
  };

  const heap: Node[] = [
    { decided: Uint8Array.from(minimum, (least) => (least === 0 ? into : open)), bound: relaxed.cost },
  ];
  const push = (node: Node) => {
    if (node.bound >= limit()) return;
    let at = heap.length;
    while (at > 0 && (heap[at - 1] as Node).bound < node.bound) at--;
    heap.splice(at, 0, node);
  };
  const done = (bound: number, nodes: number): Searched => {
    near?.close();
    return { best, bound, nodes };
  };

  let lowest = relaxed.cost;
  for (let nodes = 0; ; nodes++) {
    if (isLost) return done(lowest, nodes);
    const node = heap.pop();
    if (node === undefined || node.bound >= limit())
      return done(best?.cost ?? Number.POSITIVE_INFINITY, nodes);
    if (nodes === mostNodes) return done(node.bound, nodes);
    lowest = node.bound;
    const decided = node.decided.slice();
    if (isTooDear(decided, relaxed.gains, limit() - relaxed.cost, minimum)) continue;
    decide(decided, relaxed.gains, limit() - relaxed.cost, minimum);
    if (!leaveOut(ceilings, decided, node.bound - tolerance(node.bound))) continue;
    const found = ask(
      minimum.map((least, block) => (decided[block] === into ? least : 0)),
      minimum.map((_, block) => (decided[block] === out ? 0 : 1)),
    );
    if (found === null || found.cost >= limit()) continue;
    const { cost, shares, gains } = found;
    const isLosing = lossOf(decided, gains, minimum) > noLoss;
    decide(decided, gains, limit() - cost, minimum);
    const floor = cost - tolerance(cost);
    const isIn = (block: number) => decided[block] === into;
    let own: NearSolution | null = null;
    if (isLosing) {
      if (ceilingOver(ceilings, isIn) < floor) continue;
      own = unforced(isIn);
      const ceiling = own?.cost ?? Number.POSITIVE_INFINITY;
      if (ceiling < floor) continue;
      decide(decided, gains, Math.min(limit(), ceiling + tolerance(cost)) - cost, minimum);
    }
    if (!leaveOut(ceilings, decided, floor)) continue;
    if (shares.some((share, block) => share > edge && decided[block] === out)) {
      // What was computed is of a larger node: what it accepts is not all in this one.
      push({ decided, bound: cost });
      continue;
    }

    const parted = partedBlock(decided, shares, minimum);
    if (parted !== null) {
      if (nodes < roundedNodes)
        withoutLosers(Array.from(shares, (share, block) => share >= (minimum[block] as number) / 2));
      for (const way of [out, into]) push({ decided: withOne(decided, parted, way), bound: cost });
      continue;
    }
    const accepted = Array.from(shares, (share, block) => share > edge || minimum[block] === 0);
    const isSupportedWith = (isWith: (block: number) => boolean) =>
      ceilingOver(ceilings, isWith) >= floor && (unforced(isWith)?.cost ?? Number.POSITIVE_INFINITY) >= floor;
    if (!isLosing || isSupportedWith((block) => accepted[block] as boolean)) {
      if (!isLost) keep({ cost, accepted });
      continue;
    }
    if (nodes < roundedNodes) withoutLosers(accepted);
    // First those that gain most beside what is in: they bring w down fastest, so that few are needed.
    const order = own?.gains ?? gains;
    const leaving = [...accepted.keys()]
      .filter((block) => accepted[block] && decided[block] === open)
      .sort((one, other) => (order[other] as number) - (order[one] as number) || one - other);
    const needed = leastPrefix(leaving.length, (length) => {
      const first = new Set(leaving.slice(0, length));
      return !isSupportedWith((block) => isIn(block) || first.has(block));
    });
    for (const block of leaving.slice(0, needed)) {
      push({ decided: withOne(decided, block, out), bound: cost + Math.max(0, gains[block] as number) });
      decided[block] = into;
    }
  }
}

/** What a relaxation in which a block is open says of it, where the other way would cost more than `room`. */
export function wayOf(gain: number, room: number, minimum: number): number {
  if (minimum === 0) return open;
  return gain > room ? into : -gain * minimum > room ? out : open;
}

/** Decides open blocks. */
function decide(decided: Uint8Array, gains: Float64Array, room: number, minimum: Float64Array): void {
  for (const [block, gain] of gains.entries())
    if (decided[block] === open) decided[block] = wayOf(gain, room, minimum[block] as number);
}

/** Whether some block is decided otherwise than `decide` would from a relaxation in which all are open. */
function isTooDear(decided: Uint8Array, gains: Float64Array, room: number, minimum: Float64Array): boolean {
  return gains.some((gain, block) => {
    const way = wayOf(gain, room, minimum[block] as number);
    return way !== open && decided[block] !== open && decided[block] !== way;
  });
}

/** Blocks with a minimum that are accepted to some share; first those of which least is certain. */
function neededIn(shares: Float64Array, minimum: Float64Array, gains: Float64Array): readonly number[] {
  const certainty = (block: number) => Math.abs(gains[block] as number);
  return [...shares.keys()]
    .filter((block) => (shares[block] as number) > 0 && minimum[block] !== 0)
    .sort((one, other) => certainty(one) - certainty(other));
}

/** EUR for an hour each that blocks which are in lose with their minimum. */
function lossOf(decided: Uint8Array, gains: Float64Array, minimum: Float64Array): number {
  let loss = 0;
  for (const [block, gain] of gains.entries())
    if (decided[block] === into && gain < 0) loss -= gain * (minimum[block] as number);
  return loss;
}

/** The open block that is furthest from both being left out and being accepted; null: there is none. */
function partedBlock(decided: Uint8Array, shares: Float64Array, minimum: Float64Array): number | null {
  let [most, found]: [number, number | null] = [edge, null];
  for (const [block, share] of shares.entries()) {
    if (decided[block] !== open) continue;
    const distance = Math.min(share, (minimum[block] as number) - share);
    if (distance > most) [most, found] = [distance, block];
  }
  return found;
}

/** Of those that are left the block that is accepted to the least part of its minimum; null: all are accepted to it. */
export function worstLoser(
  left: readonly boolean[],
  shares: Float64Array,
  minimum: Float64Array,
): number | null {
  let [least, found]: [number, number | null] = [1 - edge, null];
  for (const [block, share] of shares.entries()) {
    const part = share / (minimum[block] as number);
    if (left[block] && part < least) [least, found] = [part, block];
  }
  return found;
}

/** The least length for which `isEnough`, which holds for the whole and, where for one, for all that are longer. */
function leastPrefix(whole: number, isEnough: (length: number) => boolean): number {
  let [low, high] = [0, whole];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function withOne(decided: Uint8Array, block: number, way: number): Uint8Array {
  const one = decided.slice();
  one[block] = way;
  return one;
}
