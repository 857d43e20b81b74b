import type { Clearing } from '../../clearing/model.ts';
import { onePrice } from '../../comparison/account.ts';
import type { Apart, Convergence } from '../model.ts';

/** How near to one price a clearing came, over all zones and between each two of them, whether a line joins them or not. */
export function convergenceOf({ steps, result }: Clearing): Convergence {
  const zones = steps[0]?.network.zones ?? [];
  const pairs = zones.flatMap((one, place) =>
    zones.slice(place + 1).map((other, more) => ({
      ...{ one, other, first: place, second: place + 1 + more },
      ...{ equal: 0, spread: 0 },
    })),
  );
  let [equal, spread] = [0, 0];
  for (const { prices } of result.steps) {
    const apart = Math.max(...prices) - Math.min(...prices);
    if (apart <= onePrice) equal++;
    spread += apart;
    for (const pair of pairs) {
      const between = Math.abs((prices[pair.first] as number) - (prices[pair.second] as number));
      if (between <= onePrice) pair.equal++;
      pair.spread += between;
    }
  }
  return {
    ...{ steps: result.steps.length, equal, spread },
    pairs: pairs.map(({ first: _, second: __, ...pair }) => pair),
  };
}

/** Of the same zones, one after the other in time. */
export function addConvergence(one: Convergence, other: Convergence): Convergence {
  return {
    steps: one.steps + other.steps,
    equal: one.equal + other.equal,
    spread: one.spread + other.spread,
    pairs: one.pairs.map((pair, place) => {
      const more = other.pairs[place] as Apart;
      return { ...pair, equal: pair.equal + more.equal, spread: pair.spread + more.spread };
    }),
  };
}
