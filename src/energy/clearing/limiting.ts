import type { Network } from '../market/model.ts';
import { sharesOf } from '../market/row-flow.ts';
import type { ClearedStep } from './model.ts';

/** A row or a line that is full: MW that it lets through, and EUR/MWh that one more of them is worth. */
export type Limiting = { readonly id: string; readonly room: number; readonly worth: number };

/** EUR/MWh by which prices at the ends of a line differ where it is full; less is the same price. */
const samePrice = 1e-6;

/** What limits trade in a step: rows that have a price, and lines between zones of different prices. Dearest first. */
export function limitingOf(
  { domain, links, linksAre }: Network,
  { prices, shadows, share }: Pick<ClearedStep, 'prices' | 'shadows' | 'share'>,
): readonly Limiting[] {
  const used = sharesOf({ linksAre }, share);
  const rows = shadows.map(({ row, price }) => ({
    ...{
      id: domain?.[row]?.id ?? '',
      room: (domain?.[row]?.ram ?? Number.NaN) * used.rows,
      worth: price * used.rows,
    },
  }));
  // Exchanges between zones are limited by rows alone.
  const lines = (linksAre === 'exchanges' ? [] : links).flatMap(
    ({ id, from, to, least, most }): readonly Limiting[] => {
      const spread = (prices[to] as number) - (prices[from] as number);
      if (Math.abs(spread) <= samePrice) return [];
      return [{ id, room: (spread > 0 ? most : -least) * used.links, worth: Math.abs(spread) * used.links }];
    },
  );
  return [...rows, ...lines].filter(({ worth }) => worth > 0).sort((one, other) => other.worth - one.worth);
}
