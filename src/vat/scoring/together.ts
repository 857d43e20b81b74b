/** Who is looked at together, so that of them one place on a work list is enough: the file of the one is that of the others. */
import type { FeatureTable } from './features.ts';

/** Of the trade of each of two, the part that must be with the other. */
const leastPart = 0.3;

/**
 * Of each trader those who go round with him, and those who trade mostly with him across a border as he with them. `bridged`: whether
 * cycles through states are known.
 */
export function togetherOf(
  { trade, loops }: Pick<FeatureTable, 'trade' | 'loops'>,
  bridged: boolean,
): ReadonlyMap<number, ReadonlySet<number>> {
  const together = new Map<number, Set<number>>();
  const join = (one: number, other: number) => {
    if (one !== other) together.set(one, (together.get(one) ?? new Set()).add(other));
  };
  const { pairs, in3, out3 } = trade;
  for (const [pair, supplier] of pairs.supplier.entries()) {
    const [acquirer, cents] = [pairs.acquirer[pair] as number, pairs.cents[pair] as number];
    const least = leastPart * Math.max(out3[supplier] as number, in3[acquirer] as number);
    if (cents <= 0 || cents < least) continue;
    join(supplier, acquirer);
    join(acquirer, supplier);
  }
  for (const { traders, between, bridges } of loops) {
    if (bridges.length > 0 && !bridged) continue;
    const all = [...traders, ...between];
    for (const one of all) for (const other of all) join(one, other);
  }
  return together;
}
