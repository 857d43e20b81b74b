/**
 * Whose goods go to a state and come from the same one: what a conduit of a carousel looks like from outside of that state (facts on VAT,
 * 2.6), also where the state does not join and nothing is known of its inside.
 */
import type { Prepared } from './prepare.ts';
import type { Trade } from './trade.ts';

/** Of what each trader acquired or supplied in three months, whichever is more, the most that went to one state and came from it. */
export function returningAsOf({ known }: Prepared, { pairs, in3, out3 }: Trade): Float64Array {
  const { count, state } = known.traders;
  const states = known.joins.length;
  const [from, to] = [new Float64Array(count * states), new Float64Array(count * states)];
  const add = (column: Float64Array, trader: number, partner: number, cents: number) => {
    const cell = trader * states + (state[partner] as number);
    column[cell] = (column[cell] as number) + cents;
  };
  for (const [pair, supplier] of pairs.supplier.entries()) {
    const [acquirer, cents] = [pairs.acquirer[pair] as number, pairs.cents[pair] as number];
    if (cents <= 0) continue;
    add(to, supplier, acquirer, cents);
    add(from, acquirer, supplier, cents);
  }
  return Float64Array.from({ length: count }, (_, trader) => {
    let most = 0;
    for (let cell = trader * states; cell < (trader + 1) * states; cell++)
      most = Math.max(most, Math.min(from[cell] as number, to[cell] as number));
    const size = Math.max(in3[trader] as number, out3[trader] as number);
    return size > 0 ? Math.min(1, most / size) : 0;
  });
}
