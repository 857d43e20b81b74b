import type { Network } from '../market/model.ts';
import type { ClearedStep } from './model.ts';

/** A row or a line that is full: MW that it lets through, and EUR/MWh that one more of them is worth. */
export type Limiting = { readonly id: string; readonly room: number; readonly worth: number };

/** EUR/MWh by which prices at the ends of a line differ where it is full; less is the same price. */
const samePrice = 1e-6;

/** What limits trade in a step: rows that have a price, and lines between zones of different prices. Dearest first. */
export function limitingOf(
  { domain, links, linksAre }: Network,
  { prices, shadows }: Pick<ClearedStep, 'prices' | 'shadows'>,
): readonly Limiting[] {
  const rows = shadows.map(({ row, price }) => ({
    ...{ id: domain?.[row]?.id ?? '', room: domain?.[row]?.ram ?? Number.NaN, worth: price },
  }));
  // Exchanges between zones are limited by rows alone.
  const lines = (linksAre === undefined ? links : []).flatMap(
    ({ id, from, to, least, most }): readonly Limiting[] => {
      const spread = (prices[to] as number) - (prices[from] as number);
      if (Math.abs(spread) <= samePrice) return [];
      return [{ id, room: spread > 0 ? most : -least, worth: Math.abs(spread) }];
    },
  );
  return [...rows, ...lines].sort((one, other) => other.worth - one.worth);
}
