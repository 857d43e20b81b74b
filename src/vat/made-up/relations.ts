/** Who buys from whom, month after month: ordinary trade, and that of honest look-alikes. */

import { type Dice, diceOf } from '#kernel/dice.ts';
import { never } from '../scoring/model.ts';
import { type Draft, roleOf, sectors, setRole, tiers } from './population.ts';

export type Relations = {
  readonly seller: number[];
  readonly buyer: number[];
  /** Of a month, net. */
  readonly cents: number[];
  /** Share of months with trade. */
  readonly regularity: number[];
  readonly from: number[];
  readonly until: number[];
};

/** Relations of less are not worth a row. */
const leastCents = 10_000;

/** Call it after the rings are drawn: pairs that trade in one have no other trade. */
export function relate(draft: Draft, taken: ReadonlySet<number>): Relations {
  const { preset, seed } = draft;
  const count = preset.traders;
  const dice = diceOf(seed, 'relations');
  const relations: Relations = { seller: [], buyer: [], cents: [], regularity: [], from: [], until: [] };
  const months = monthsOf(draft);
  const join = (seller: number, buyer: number, cents: number, regularity: number, whole = false) => {
    if (seller === buyer || cents < leastCents || taken.has(seller * count + buyer)) return;
    let from = Math.max(months.from[seller] as number, months.from[buyer] as number, 0);
    let until = Math.min(months.until[seller] as number, months.until[buyer] as number, preset.months);
    if (!whole && dice.chance(0.6)) {
      from += Math.floor(Math.max(0, until - from) * dice.draw() * 0.8);
      until = Math.min(until, from + dice.whole(3, 30));
    }
    if (from >= until) return;
    relations.seller.push(seller);
    relations.buyer.push(buyer);
    relations.cents.push(cents);
    relations.regularity.push(regularity);
    relations.from.push(from);
    relations.until.push(until);
  };
  const places = placesOf(draft);
  const supplierOf = (buyer: number, abroad: boolean): number | null => {
    const own = draft.state[buyer] as number;
    const tier = draft.tier[buyer] as number;
    const sector = dice.chance(0.85) ? (draft.sector[buyer] as number) : dice.whole(0, sectors.length - 1);
    const down = tier > 0 && dice.chance(preset.downward);
    const level = down ? dice.whole(0, tier - 1) : dice.whole(tier, tiers - 1);
    const state = abroad
      ? dice.weighted(preset.states.map(({ share }, place) => (place === own ? 0 : share)))
      : own;
    const list = places[(sector * tiers + level) * preset.states.length + state] as number[];
    if (list.length === 0) return null;
    // The larger of two: a few sell to many.
    const [one, other] = [dice.pick(list), dice.pick(list)];
    return (draft.size[one] as number) >= (draft.size[other] as number) ? one : other;
  };
  for (let buyer = 0; buyer < count; buyer++) {
    const startUp = roleOf(draft, buyer) === 'start_up';
    const trades = startUp || dice.chance(preset.abroad.traders);
    const number = startUp ? dice.whole(1, 2) : dice.whole(...preset.suppliers);
    const weights = Array.from({ length: number }, () => dice.between(0.2, 1));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const budget = (draft.size[buyer] as number) * (1 - (draft.margin[buyer] as number));
    for (const [place, weight] of weights.entries()) {
      const abroad = (startUp && place === 0) || (trades && dice.chance(preset.abroad.purchases));
      const seller = supplierOf(buyer, abroad);
      const regularity = dice.between(...preset.regularity);
      if (seller !== null) join(seller, buyer, (budget * weight) / sum / regularity, regularity);
    }
  }
  lookAlike(draft, dice, join, relations);
  return relations;
}

type Join = (seller: number, buyer: number, cents: number, regularity: number, whole?: boolean) => void;

function lookAlike(draft: Draft, dice: Dice, join: Join, relations: Relations): void {
  const { preset, role, state } = draft;
  const count = preset.traders;
  const { tollProcessors, returners, poolMembers, commodityBrokers } = preset.lookAlikes;
  const ordinary = Array.from(role.keys()).filter((trader) => role[trader] === 0);
  const take = (wanted: (trader: number) => boolean): number | null => {
    for (let tried = 0; tried < 200; tried++) {
      const trader = dice.pick(ordinary);
      if (role[trader] === 0 && wanted(trader)) return trader;
    }
    return null;
  };
  const anybody = () => true;

  // What is worked on abroad comes back, worth a little more.
  for (let left = count * tollProcessors; left > 0; left -= 2) {
    const owner = take(anybody);
    const processor = owner === null ? null : take((trader) => state[trader] !== state[owner]);
    if (owner === null || processor === null) continue;
    for (const trader of [owner, processor]) setRole(draft, trader, 'toll_processor');
    const cents = dice.lognormal(8_000_000, 0.8);
    join(owner, processor, cents, 0.9);
    join(processor, owner, cents * dice.between(1.03, 1.15), 0.9);
  }

  // Pools of one owner, whose goods go round its companies, through some at home: a carousel in all but the tax that is paid.
  for (let left = count * poolMembers; left > 0; ) {
    const first = take(anybody);
    if (first === null) break;
    const pool = [first];
    setRole(draft, first, 'pool_member');
    for (let more = dice.whole(2, 4); more > 0; more--) {
      const previous = pool.at(-1) as number;
      const same = dice.chance(0.5);
      const next = take((trader) => (state[trader] === state[previous]) === same);
      if (next === null) break;
      setRole(draft, next, 'pool_member');
      pool.push(next);
    }
    const group = draft.groups++;
    const cents = dice.lognormal(10_000_000, 0.8);
    const whole = dice.chance(0.6);
    for (const [place, trader] of pool.entries()) {
      draft.group[trader] = group;
      draft.sector[trader] = draft.sector[first] as number;
      join(trader, pool[(place + 1) % pool.length] as number, cents * dice.between(0.9, 1.1), 0.9, whole);
    }
    left -= pool.length;
  }

  // Brokers of goods in bulk sell to one another, at home and abroad, for little more than they paid.
  const brokers: number[] = [];
  while (brokers.length < count * commodityBrokers) {
    const broker = take(anybody);
    if (broker === null) break;
    setRole(draft, broker, 'commodity_broker');
    draft.sector[broker] = dice.whole(0, sectors.filter((sector) => sector.risky).length - 1);
    draft.margin[broker] = dice.between(0.004, 0.02);
    draft.size[broker] = dice.lognormal(25_000_000, 0.8);
    brokers.push(broker);
  }
  for (const broker of brokers)
    for (let deal = dice.whole(1, 4); deal > 0; deal--)
      join(broker, dice.pick(brokers), (draft.size[broker] as number) * dice.between(0.15, 0.4), 0.5);

  // Goods that are sent back are supplied back.
  const sold = relations.seller.length;
  for (let left = count * returners; left > 0 && sold > 0; left--) {
    const place = dice.whole(0, sold - 1);
    const [seller, buyer] = [relations.seller[place] as number, relations.buyer[place] as number];
    if (role[buyer] === 0) setRole(draft, buyer, 'returner');
    join(buyer, seller, (relations.cents[place] as number) * dice.between(0.1, 0.9), 0.5);
  }
}

/** Of each sector, tier and state, who is there. */
function placesOf({ preset, sector, tier, state }: Draft): number[][] {
  const places: number[][] = Array.from({ length: sectors.length * tiers * preset.states.length }, () => []);
  for (let trader = 0; trader < sector.length; trader++) {
    const level = (sector[trader] as number) * tiers + (tier[trader] as number);
    places[level * preset.states.length + (state[trader] as number)]?.push(trader);
  }
  return places;
}

/** The first month in which a number is valid, and the first in which it no longer is. */
export function monthsOf({ registered, ended, monthStart }: Draft): { from: Int32Array; until: Int32Array } {
  const monthOf = (day: number) => {
    if (day < 0) return -1;
    const place = monthStart.findIndex((start) => start > day);
    return place < 0 ? monthStart.length : place - 1;
  };
  return {
    from: registered.map((day) => Math.max(0, monthOf(day))),
    until: ended.map((day) => (day === never ? monthStart.length : Math.max(0, monthOf(day)))),
  };
}
