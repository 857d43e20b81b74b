import type { ClearedStep } from '../clearing/model.ts';
import type { Network } from '../market/model.ts';

/** A full row, and what it makes of the difference between two prices. */
export type PricePart = {
  readonly id: string;
  readonly ram: number;
  /** EUR/MWh that one more MW of it is worth. */
  readonly shadow: number;
  /** EUR/MWh by which it makes the one zone dearer than the other. */
  readonly part: number;
};

/** Why a zone has its price, from the mean of all zones on. */
export type PriceFromMean = {
  /** EUR/MWh, of all zones, each counted once. */
  readonly mean: number;
  /** What each full row makes the zone dearer than the mean, largest first. */
  readonly parts: readonly PricePart[];
  /** EUR/MWh that no row explains: what links and borders between zones make. */
  readonly rest: number;
};

/**
 * Splits a zone's price. From p = p₀ − Σ μ · ptdf follows p − mean(p) = Σ μ · (mean(ptdf) − ptdf): unlike p₀ this is the same whichever hub the
 * factors are counted from, since a number added to all factors of a row falls out.
 */
export function splitFromMean(
  { prices, shadows }: Pick<ClearedStep, 'prices' | 'shadows'>,
  { domain, linksAre }: Network,
  zone: number,
): PriceFromMean {
  // A row that takes no relief makes prices differ by who exchanges with whom, and so none by its factors alone.
  const isByExchange = linksAre === 'exchanges' && domain?.some(({ takesNoRelief }) => takesNoRelief);
  const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const parts = (isByExchange ? [] : shadows)
    .flatMap(({ row, price: shadow }): readonly PricePart[] => {
      const held = domain?.[row];
      if (held === undefined) return [];
      const part = shadow * (meanOf(held.ptdf) - (held.ptdf[zone] as number));
      return [{ id: held.id, ram: held.ram, shadow, part }];
    })
    .sort((one, other) => Math.abs(other.part) - Math.abs(one.part));
  const mean = meanOf(prices);
  const explained = parts.reduce((sum, { part }) => sum + part, 0);
  return { mean, parts, rest: (prices[zone] as number) - mean - explained };
}
