/** What traders are ranked by: how likely fraud is, and how much trade it would be of. */
import type { FeatureName } from './feature-names.ts';

/**
 * Cents: probability by what goes through him, or round by him where he trades at home alone, in three months. Trade, not the VAT of it,
 * and no estimate of a damage.
 */
export function expectedLossOf(
  probability: number,
  columns: Readonly<Record<FeatureName, Float64Array>>,
  trader: number,
): number {
  const through = [columns.inflow, columns.outflow, columns.loop_cents].map((own) => own[trader] as number);
  return probability * Math.max(...through);
}
