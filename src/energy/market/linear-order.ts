import type { Steps } from './model.ts';

/** EUR/MWh of the last MW of an order. */
export const endOf = ({ prices, ends }: Steps, order: number): number =>
  (ends?.[order] ?? prices[order]) as number;

export const isLinear = (steps: Steps, order: number): boolean => endOf(steps, order) !== steps.prices[order];

/** EUR that the first `taken` MW of an order are worth to who buys, or cost who sells, in an hour. */
export function worthOf(steps: Steps, order: number, taken: number): number {
  const price = steps.prices[order] as number;
  const end = endOf(steps, order);
  // A step of no MW has no slope either.
  return end === price
    ? price * taken
    : taken * (price + ((end - price) * taken) / (2 * (steps.quantities[order] as number)));
}

/** MW of a linear order that trade at a price: from none at its first price to all at its last. */
export function takenAt(steps: Steps, order: number, price: number): number {
  const first = steps.prices[order] as number;
  const share = (price - first) / (endOf(steps, order) - first);
  return (steps.quantities[order] as number) * Math.min(1, Math.max(0, share));
}
