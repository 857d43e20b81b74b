/** What traders are ranked by: how likely fraud is, and how much trade it would be of. */
import type { FeatureName } from './feature-names.ts';

/** Of trade that nothing points at, the part that is thought of: fraud hides in honest trade, and most of it is honest. */
const unmarked = 0.1;
/** Who trades at home alone has no trade across borders: as much as the least of a cycle that is looked at. */
const leastCents = 500_000;

/**
 * Cents: probability by the trade of three months at which something points: what goes round with him, what he acquired and did not
 * declare, what he supplied to those who do not, and what he supplied of that. Trade, not the VAT of it, and no estimate of a damage.
 */
export function tradeAtStakeOf(
  probability: number,
  columns: Readonly<Record<FeatureName, Float64Array>>,
  trader: number,
): number {
  const read = (name: FeatureName) => {
    const value = columns[name][trader] as number;
    return Number.isNaN(value) ? 0 : value;
  };
  const [into, out] = [read('inflow'), read('outflow')];
  return (
    probability *
    Math.max(
      ...[read('loop_cents'), read('cycle_cents'), into * read('gap')],
      out * Math.max(read('buyers_gap'), read('young_buyers'), read('fed_by_gap')),
      unmarked * Math.max(into, out),
      leastCents,
    )
  );
}
