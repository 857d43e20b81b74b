import { endOf } from './linear-order.ts';
import type { Steps, ZoneOrders } from './model.ts';

/**
 * All orders of one zone put together: how much more it exports as its price rises. At a price below all `prices` its net position
 * (MW, export positive) is `least`; from `prices[k]` to `ends[k]`, EUR/MWh, it grows by `quantities[k]`: at once where the two are one
 * price, in a straight line where they are not. Demand that is given up and supply that is taken are the same to it.
 */
export type NetCurve = {
  readonly least: number;
  /** Rising, and no part reaches into the next. */
  readonly prices: Float64Array;
  readonly ends: Float64Array;
  readonly quantities: Float64Array;
};

/** Prices at which a curve turns: MW that come at once, MW for each EUR/MWh from there on, and linear orders that begin less those that end. */
type Turns = {
  readonly prices: Float64Array;
  readonly jumps: Float64Array;
  readonly rates: Float64Array;
  readonly begun: Int8Array;
};

/** Puts what is asked and what is offered in one zone into one curve. */
export function netCurve({ demand, supply }: ZoneOrders): NetCurve {
  const turns = turnsOf([demand, supply]);
  const order = Uint32Array.from(turns.prices.keys()).sort(
    (one, other) => at(turns.prices, one) - at(turns.prices, other),
  );
  // Each turn makes a jump at the most, and a line to the next.
  const size = demand.ends === undefined && supply.ends === undefined ? order.length : 2 * order.length;
  const [prices, ends, quantities] = [size, size, size].map((length) => new Float64Array(length)) as [
    ...[Float64Array, Float64Array, Float64Array],
  ];
  let [count, rate, open] = [0, 0, 0];
  for (let place = 0; place < order.length; ) {
    const price = at(turns.prices, order[place] as number);
    let jump = 0;
    for (; place < order.length && at(turns.prices, order[place] as number) === price; place++) {
      const turn = order[place] as number;
      jump += at(turns.jumps, turn);
      rate += at(turns.rates, turn);
      open += turns.begun[turn] as number;
    }
    if (jump > 0) {
      prices[count] = price;
      ends[count] = price;
      quantities[count++] = jump;
    }
    // Where none is open any more nothing is left of their rates but what rounding leaves.
    if (open === 0) rate = 0;
    else if (rate > 0 && place < order.length) {
      const next = at(turns.prices, order[place] as number);
      prices[count] = price;
      ends[count] = next;
      quantities[count++] = rate * (next - price);
    }
  }
  let asked = 0;
  for (const quantity of demand.quantities) asked += quantity;
  return {
    least: -asked,
    prices: prices.slice(0, count),
    ends: ends.slice(0, count),
    quantities: quantities.slice(0, count),
  };
}

function turnsOf(sides: readonly [Steps, Steps]): Turns {
  const size = sides.reduce((all, { prices, ends }) => all + prices.length * (ends === undefined ? 1 : 2), 0);
  const turns = {
    ...{ prices: new Float64Array(size), jumps: new Float64Array(size), rates: new Float64Array(size) },
    begun: new Int8Array(size),
  };
  let turn = 0;
  for (const steps of sides) {
    for (let order = 0; order < steps.prices.length; order++) {
      const [first, last] = [at(steps.prices, order), endOf(steps, order)];
      const quantity = at(steps.quantities, order);
      if (first === last) {
        turns.prices[turn] = first;
        turns.jumps[turn++] = quantity;
        continue;
      }
      const [low, high] = first < last ? [first, last] : [last, first];
      for (const [price, sign] of [
        [low, 1],
        [high, -1],
      ] as const) {
        turns.prices[turn] = price;
        turns.rates[turn] = (sign * quantity) / (high - low);
        turns.begun[turn++] = sign;
      }
    }
  }
  return {
    ...{ prices: turns.prices.subarray(0, turn), jumps: turns.jumps.subarray(0, turn) },
    ...{ rates: turns.rates.subarray(0, turn), begun: turns.begun.subarray(0, turn) },
  };
}

const at = (values: Float64Array, place: number) => values[place] as number;
