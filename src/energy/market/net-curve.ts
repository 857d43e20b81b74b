import type { ZoneOrders } from './model.ts';

/**
 * All orders of one zone put together: how much more it exports as its price rises. At a price below all `prices` its net position
 * (MW, export positive) is `least`; at `prices[k]`, EUR/MWh, it grows by anything up to `quantities[k]`. Demand that is given up and
 * supply that is taken are the same to it.
 */
export type NetCurve = {
  readonly least: number;
  /** Rising; each once. */
  readonly prices: Float64Array;
  readonly quantities: Float64Array;
};

/** Puts what is asked and what is offered in one zone into one curve. */
export function netCurve({ demand, supply }: ZoneOrders): NetCurve {
  const size = demand.prices.length + supply.prices.length;
  const all = new Float64Array(size);
  const amounts = new Float64Array(size);
  all.set(demand.prices);
  all.set(supply.prices, demand.prices.length);
  amounts.set(demand.quantities);
  amounts.set(supply.quantities, demand.prices.length);
  const order = Uint32Array.from(all.keys()).sort((one, other) => at(all, one) - at(all, other));
  const prices = new Float64Array(size);
  const quantities = new Float64Array(size);
  let count = 0;
  for (const place of order) {
    const quantity = at(amounts, place);
    if (quantity === 0) continue;
    if (count > 0 && at(prices, count - 1) === at(all, place)) {
      quantities[count - 1] = at(quantities, count - 1) + quantity;
    } else {
      prices[count] = at(all, place);
      quantities[count++] = quantity;
    }
  }
  let asked = 0;
  for (const quantity of demand.quantities) asked += quantity;
  return { least: -asked, prices: prices.slice(0, count), quantities: quantities.slice(0, count) };
}

const at = (values: Float64Array, place: number) => values[place] as number;
