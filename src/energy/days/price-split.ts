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

/**
 * Why one zone is dearer than another: from the identity of prices, p = p₀ − Σ μ · ptdf, each full row makes μ times the difference of its factors
 * (facts, section 2). Together the parts are the difference. Largest first.
 */
export function splitPrices(
  { shadows }: Pick<ClearedStep, 'shadows'>,
  { domain, linksAre }: Network,
  dear: number,
  cheap: number,
): readonly PricePart[] {
  // A row that takes no relief makes prices differ by who exchanges with whom.
  if (linksAre === 'exchanges' && domain?.some(({ takesNoRelief }) => takesNoRelief === true)) return [];
  return shadows
    .flatMap(({ row, price: shadow }): readonly PricePart[] => {
      const held = domain?.[row];
      if (held === undefined) return [];
      const part = shadow * ((held.ptdf[cheap] as number) - (held.ptdf[dear] as number));
      return [{ id: held.id, ram: held.ram, shadow, part }];
    })
    .sort((one, other) => Math.abs(other.part) - Math.abs(one.part));
}
