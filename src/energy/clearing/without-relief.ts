import type { MarketStep } from '../market/model.ts';
import type { ClearedStep } from './model.ts';
import { samePrice } from './share-ties.ts';

/**
 * Where the intuitive mode is from. The facts mark it as known from memory: whoever shows its figures shows that with them.
 */
export const patch = {
  source: 'facts/energy.md, section 2, "Plain vs intuitive"',
  isVerified: false,
} as const;

/** MW from a dear to a cheap zone that are none. */
const noFlow = 1e-6;

/**
 * A step in which something is exchanged from a dear to a cheap zone, because that relieves a full row, with such rows taking no relief from now
 * on; the same step where there is no such exchange.
 */
export function withoutRelief(step: MarketStep, { prices, flows, shadows }: ClearedStep): MarketStep {
  const { network } = step;
  if (network.linksAre !== 'exchanges' || network.domain === null) return step;
  const adverse = network.links.filter(
    ({ from, to }, link) =>
      (flows[link] as number) > noFlow && (prices[from] as number) > (prices[to] as number) + samePrice,
  );
  const full = new Set(shadows.map(({ row }) => row));
  let isChanged = false;
  const domain = network.domain.map((row, place) => {
    const relieves = ({ from, to }: (typeof adverse)[number]) =>
      (row.ptdf[from] as number) < (row.ptdf[to] as number);
    if (!full.has(place) || row.takesNoRelief === true || !adverse.some(relieves)) return row;
    isChanged = true;
    return { ...row, takesNoRelief: true as const };
  });
  return isChanged ? { ...step, network: { ...network, domain } } : step;
}
