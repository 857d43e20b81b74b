/** What traders are ranked by: how likely fraud is, and how much trade it would be of. */
import type { FeatureName } from './feature-names.ts';

/** Of trade that nothing points at, the part that is thought of: fraud hides in honest trade, and most of it is honest. */
const unmarked = 0.1;
/** Who trades at home alone has no trade across borders: as much as the least of a cycle that is looked at. */
const leastCents = 500_000;

/** What somebody in a fraud trades of it in three months, about: the middle in made-up worlds (seeds 112, 114, 116), and of nobody real. */
const usualCents = 30_000_000;

/**
 * Cents: probability by what the trade would be, if it is fraud. That is half of the way, in proportions, from what frauds usually trade to
 * the trade of three months at which something points: of much trade a smaller part is fraud, of little a larger one than points at him.
 * What points: what goes round with him, what he acquired and did not declare, what he supplied to those who do not, what he supplied of
 * that, what he bought of it at home, and what only passed through. Trade, not the VAT of it, and no estimate of a damage.
 */
export function tradeAtStakeOf(
  probability: number,
  columns: Readonly<Record<FeatureName, Float64Array>>,
  trader: number,
): number {
  return probability * Math.sqrt(usualCents * pointedAt(columns, trader));
}

/** Cents of three months. */
export function pointedAt(columns: Readonly<Record<FeatureName, Float64Array>>, trader: number): number {
  const read = (name: FeatureName) => {
    const value = columns[name][trader] as number;
    return Number.isNaN(value) ? 0 : value;
  };
  const [into, out] = [read('inflow'), read('outflow')];
  return Math.max(
    ...[read('loop_cents'), read('cycle_cents'), into * read('gap')],
    ...[read('sources_cents'), read('passing_cents')],
    out * Math.max(read('buyers_gap'), read('young_buyers'), read('fed_by_gap')),
    unmarked * Math.max(into, out),
    leastCents,
  );
}
