/** What cycles tell of those in them: of each trader the most suspicious one that he stands in, and all of it of that same one. */
import type { Loop } from './loops.ts';
import type { Trade } from './trade.ts';

export type LoopEvidence = {
  /** Cents of the largest cycle of supplies alone. */
  readonly cycle: Float64Array;
  /** Of the most suspicious cycle through a state; 0 where there is none. */
  readonly cents: Float64Array;
  readonly gap: Float64Array;
  readonly young: Float64Array;
  readonly hops: Float64Array;
  readonly states: Float64Array;
  readonly signs: Float64Array;
  /** Who stands on a bridge of a cycle. */
  readonly isBetween: Uint8Array;
};

/** What else must be known of traders: the share of what he acquired that he did not declare, and who is newly registered. */
export type Facts = {
  readonly gapOf: (trader: number) => number;
  readonly isYoung: (trader: number) => boolean;
  readonly state: Uint8Array;
};

/** Two who supply each other is what returns, toll processing and pools look like: a cycle of statements alone has three or more. */
const leastCycle = 3;
const [leastGap, leastFresh, leastHops] = [0.3, 0.5, 2];

/**
 * Signs of a cycle: somebody does not declare, somebody is new, its supplies are between new partners, it runs through one state only,
 * and there over more than one sale. Of as many the larger.
 */
export function loopEvidence(
  loops: readonly Loop[],
  { pairs }: Trade,
  { gapOf, isYoung, state }: Facts,
): LoopEvidence {
  const count = state.length;
  const zeros = () => new Float64Array(count);
  const evidence = {
    ...{ cycle: zeros(), cents: zeros(), gap: zeros(), young: zeros() },
    ...{ hops: zeros(), states: zeros(), signs: zeros(), isBetween: new Uint8Array(count) },
  };
  const isFresh = new Set<number>();
  for (const [pair, fresh] of pairs.fresh.entries())
    if (fresh) isFresh.add((pairs.supplier[pair] as number) * count + (pairs.acquirer[pair] as number));
  for (const { traders, between, bridges, cents } of loops) {
    if (bridges.length === 0) {
      if (traders.length < leastCycle) continue;
      for (const trader of traders)
        evidence.cycle[trader] = Math.max(evidence.cycle[trader] as number, cents);
      continue;
    }
    const members = [...traders, ...between];
    const gap = Math.max(...members.map(gapOf));
    const young = members.some(isYoung) ? 1 : 0;
    const hops = bridges.reduce((sum, bridge) => sum + bridge.hops, 0);
    const fresh = traders.filter((trader, place) =>
      isFresh.has(trader * count + (traders[(place + 1) % traders.length] as number)),
    ).length;
    const isNew = fresh >= leastFresh * (traders.length - bridges.length);
    const signs = [gap >= leastGap, young === 1, isNew, bridges.length === 1, hops >= leastHops].filter(
      (sign) => sign,
    ).length;
    const states = new Set(traders.map((trader) => state[trader])).size;
    for (const trader of between) evidence.isBetween[trader] = 1;
    for (const trader of members) {
      const before = evidence.signs[trader] as number;
      if (signs < before || (signs === before && cents <= (evidence.cents[trader] as number))) continue;
      evidence.cents[trader] = cents;
      evidence.gap[trader] = gap;
      evidence.young[trader] = young;
      evidence.hops[trader] = hops;
      evidence.states[trader] = states;
      evidence.signs[trader] = signs;
    }
  }
  return evidence;
}
