import { diceOf } from '#kernel/dice.ts';
import type { Steps, ZoneOrders } from './model.ts';

/** EUR/MWh between which orders are priced in Europe; both occur in the Italian days. */
const [lowestPrice, highestPrice] = [-500, 4000];
const stepsOfSupply = 80;
const stepsOfDemand = 40;

/**
 * Made-up orders of one zone in one step, the same for the same seed and names. No order book of this region is public, so that these are
 * drawn: a zone has a size and a price level of its own, so that zones want to trade; a step has its load and its wind. MW to a tenth,
 * EUR/MWh to a cent. With the hour of the day, from 0 to 24, load and sun follow the day; without it each step stands by itself.
 */
export function madeUpOrders(
  seed: number,
  zone: string,
  step: string,
  hour: number | null = null,
): ZoneOrders {
  const own = diceOf(seed, `zone ${zone}`);
  const size = own.between(8_000, 40_000);
  const level = own.between(15, 55);
  const steepness = own.between(40, 120);
  const now = diceOf(seed, `orders ${zone} ${step}`);
  const load = size * (hour === null ? now.between(0.65, 1.05) : loadAt(hour) * now.between(0.98, 1.02));
  const wind =
    size *
    (hour === null ? now.between(0, 0.35) : own.between(0.02, 0.2) + sunAt(hour) * own.between(0.1, 0.3));

  const supply: [price: number, quantity: number][] = Array.from({ length: stepsOfSupply }, (_, place) => {
    const share = place / stepsOfSupply;
    return [
      level + steepness * share * share + now.between(-4, 4),
      (size / stepsOfSupply) * now.between(0.6, 1.6),
    ];
  });
  for (let part = 0; part < 6; part++) supply.push([now.between(-60, 5), wind / 6]);
  // What is left when all else is sold.
  supply.push([now.between(300, 900), size * 0.1]);

  const demand: [price: number, quantity: number][] = [[highestPrice, load * 0.85]];
  for (let place = 0; place < stepsOfDemand; place++)
    demand.push([now.between(0, 180), ((load * 0.25) / stepsOfDemand) * now.between(0.5, 1.5)]);
  return { demand: stepsOf(demand), supply: stepsOf(supply) };
}

/** Share of a zone's size that it asks in an hour: least before dawn, most in the morning and the evening. */
const loadAt = (hour: number) =>
  0.68 +
  0.2 * Math.max(0, Math.sin((Math.PI * (hour - 5)) / 18)) +
  0.1 * bump(hour, 9) +
  0.14 * bump(hour, 19);

const bump = (hour: number, peak: number) => Math.max(0, 1 - Math.abs(hour - peak) / 3);

const sunAt = (hour: number) => Math.max(0, 1 - ((hour - 13) / 6) ** 2);

function stepsOf(orders: readonly (readonly [price: number, quantity: number])[]): Steps {
  const within = (price: number) => Math.min(highestPrice, Math.max(lowestPrice, price));
  return {
    prices: Float64Array.from(orders, ([price]) => Math.round(within(price) * 100) / 100),
    quantities: Float64Array.from(orders, ([, quantity]) => Math.round(quantity * 10) / 10),
  };
}
