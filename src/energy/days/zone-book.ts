import { endOf } from '../market/linear-order.ts';
import type { Steps, ZoneOrders } from '../market/model.ts';

export type Side = 'supply' | 'demand';

/** One order of a curve: EUR/MWh of its first and its last MW, MW, and MW that were accepted. */
export type BookOrder = {
  readonly side: Side;
  readonly price: number;
  readonly end: number;
  readonly quantity: number;
  readonly accepted: number;
};

/** Orders of one side of a zone as a curve takes them: who sells cheapest first, who buys dearest first. */
export function bookSide(
  side: Side,
  orders: ZoneOrders,
  accepted: { readonly demand: Float64Array; readonly supply: Float64Array },
): readonly BookOrder[] {
  const steps: Steps = orders[side];
  const sign = side === 'supply' ? 1 : -1;
  return [...steps.prices.keys()]
    .map((order) => ({
      ...{ side, price: steps.prices[order] as number, end: endOf(steps, order) },
      ...{ quantity: steps.quantities[order] as number, accepted: accepted[side][order] as number },
    }))
    .sort((one, other) => sign * (one.price - other.price) || sign * (one.end - other.end));
}

/** A side as a line: MW from the first order on, and EUR/MWh. An order of one price is level, a linear one a slope. */
export function curveOf(
  side: readonly BookOrder[],
): readonly (readonly [megawatts: number, price: number])[] {
  let megawatts = 0;
  return side.flatMap(({ price, end, quantity }) => {
    const from = megawatts;
    megawatts += quantity;
    return [[from, price] as const, [megawatts, end] as const];
  });
}

/** EUR/MWh between which most orders lie, and the price: a few at the ends of what is allowed would flatten all else. */
export function priceWindow(orders: readonly BookOrder[], price: number): readonly [number, number] {
  const prices = orders.map((order) => order.price).sort((one, other) => one - other);
  const at = (share: number) => prices[Math.round(share * (prices.length - 1))] ?? price;
  const [low, high] = [Math.min(at(0.03), price), Math.max(at(0.97), price)];
  // What one order asks for its last MW, or asks at all, beyond three times as far is cut.
  const reach = 3 * Math.max(1, at(0.75) - at(0.25));
  return [Math.max(low, price - reach), Math.min(high, price + reach)];
}
