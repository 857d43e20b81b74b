import type { ClearedStep, Clearing, Welfare } from '../clearing/model.ts';
import { endOf, isLinear, takenAt, worthOf } from '../market/linear-order.ts';
import type { Block, DomainRow, MarketStep, Steps } from '../market/model.ts';
import { flowThrough, loadOf, sharesOf } from '../market/row-flow.ts';

/** Conditions of a coupled market (facts, "Invariants"), each recomputed from orders and limits, without the solver. */
export const invariants = [
  'within_orders',
  'within_limits',
  'balance',
  'positions_sum',
  'row_flows',
  'slackness',
  'price_identity',
  'link_prices',
  'border_prices',
  'no_adverse_exchange',
  'order_consistency',
  'block_shares',
  'no_paradox',
  'rent',
  'welfare_split',
  'duality_gap',
  'bound',
] as const;
export type Invariant = (typeof invariants)[number];

/** The worst that was found of an invariant: by how much it is broken at most (0: not at all), what is let pass, and where. */
export type Check = {
  readonly invariant: Invariant;
  readonly worst: number;
  readonly tolerance: number;
  readonly at: string;
  readonly holds: boolean;
};

/** MW, EUR/MWh, and a share of the money that changed hands. */
const [megawatts, price, share] = [1e-6, 1e-6, 1e-7];

/** Holds a result against everything that must be true of it. A number that is none breaks the invariant that needs it. */
export function certify({ steps, blocks, hours, result }: Clearing): readonly Check[] {
  const checks = new Map<Invariant, { worst: number; tolerance: number; at: string }>();
  const say = (invariant: Invariant, excess: number, tolerance: number, at: string) => {
    const by = Number.isNaN(excess) ? Number.POSITIVE_INFINITY : Math.max(0, excess);
    const known = checks.get(invariant);
    if (known === undefined || by / tolerance > known.worst / known.tolerance)
      checks.set(invariant, { worst: by, tolerance, at });
  };
  for (const invariant of invariants) say(invariant, 0, 1, '');
  if (result.steps.length !== steps.length) say('balance', Number.NaN, megawatts, 'steps');

  for (const [index, step] of steps.entries()) {
    const cleared = result.steps[index];
    if (cleared === undefined) continue;
    const injected = injections(step, blocks, result.blocks, index);
    checkOrders(step, cleared, `${index + 1}`, say);
    checkNetwork(step, cleared, injected, `${index + 1}`, say);
  }
  checkBlocks(blocks, result.blocks, result.steps, say);
  checkMoney({ steps, blocks, hours, result }, say);
  return invariants.map((invariant) => {
    const { worst, tolerance, at } = checks.get(invariant) as {
      worst: number;
      tolerance: number;
      at: string;
    };
    return { invariant, worst, tolerance, at, holds: worst <= tolerance };
  });
}

const noRow: DomainRow = { id: '', ptdf: new Float64Array(), ram: Number.NaN };

type Say = (invariant: Invariant, excess: number, tolerance: number, at: string) => void;

/** MW that blocks bring into each zone of a step. */
function injections({ orders }: MarketStep, blocks: readonly Block[], shares: Float64Array, step: number) {
  const injected = new Float64Array(orders.length);
  for (const [index, { zone, side, quantities }] of blocks.entries())
    injected[zone] =
      num(injected, zone) + num(shares, index) * num(quantities, step) * (side === 'supply' ? 1 : -1);
  return injected;
}

function checkOrders({ orders, network }: MarketStep, cleared: ClearedStep, step: string, say: Say): void {
  for (const [zone, { demand, supply }] of orders.entries()) {
    const at = `${step} ${network.zones[zone]}`;
    const zonePrice = num(cleared.prices, zone);
    for (const [steps, accepted, sign] of [
      [demand, cleared.accepted[zone]?.demand, 1],
      [supply, cleared.accepted[zone]?.supply, -1],
    ] as const) {
      for (const [order, quantity] of steps.quantities.entries()) {
        const taken = accepted?.[order] ?? Number.NaN;
        say('within_orders', worseOf(-taken, taken - quantity), megawatts, at);
        // What an order gains for each MWh: in the money it is taken whole, out of it not at all.
        if (isLinear(steps, order)) {
          const rate = quantity / Math.abs(endOf(steps, order) - num(steps.prices, order));
          const off = Math.abs(taken - takenAt(steps, order, zonePrice));
          say('order_consistency', off, megawatts + rate * price, at);
          continue;
        }
        const gain = sign * (num(steps.prices, order) - zonePrice);
        if (gain > price) say('order_consistency', quantity - taken, megawatts, at);
        else if (gain < -price) say('order_consistency', taken, megawatts, at);
        else if (Number.isNaN(gain)) say('order_consistency', Number.NaN, megawatts, at);
      }
    }
  }
}

function checkNetwork(
  { orders, network }: MarketStep,
  { prices, positions, flows, exchanges, accepted, shadows, share: used }: ClearedStep,
  injected: Float64Array,
  step: string,
  say: Say,
): void {
  const net = orders.map(
    (_, zone) => total(accepted[zone]?.supply) - total(accepted[zone]?.demand) + num(injected, zone),
  );
  /** EUR/MWh that a MW over a link takes of rows that it loads. */
  const taken = (link: number) => {
    let worth = 0;
    for (const { row, price: shadow } of shadows)
      worth += shadow * loadOf(network, network.domain?.[row] ?? noRow, link);
    return worth;
  };
  // Beside long-term rights, a share of the room of rows and the rest of one of each right: so it lies in the hull of both.
  const shares = sharesOf(network, used);
  say('within_limits', worseOf(-shares.rows, -shares.links), megawatts, `${step} share`);
  if ((used === undefined) === (network.linksAre === 'rights'))
    say('within_limits', Number.NaN, megawatts, `${step} share`);
  for (const [index, { id, from, to, ...limits }] of network.links.entries()) {
    const [least, most] = [limits.least * shares.links, limits.most * shares.links];
    const flow = num(flows, index);
    net[from] = (net[from] as number) - flow;
    net[to] = (net[to] as number) + flow;
    say('within_limits', worseOf(least - flow, flow - most), megawatts, `${step} ${id}`);
    const spread = num(prices, to) - num(prices, from);
    say('link_prices', atLimit(spread - taken(index), flow, least, most), megawatts, `${step} ${id}`);
    const isAdverse = network.linksAre === 'exchanges' && spread < -price;
    say('no_adverse_exchange', isAdverse ? flow : 0, megawatts, `${step} ${id}`);
  }
  for (const [index, { id, zone, price: beyond, least, most }] of network.borders.entries()) {
    const flow = num(exchanges, index);
    net[zone] = (net[zone] as number) - flow;
    say('within_limits', worseOf(least - flow, flow - most), megawatts, `${step} ${id}`);
    say('border_prices', atLimit(beyond - num(prices, zone), flow, least, most), megawatts, `${step} ${id}`);
  }
  const domain = network.domain ?? [];
  for (const [zone, own] of net.entries()) {
    const excess = Math.abs(own - num(positions, zone));
    say('balance', excess, megawatts * Math.max(1, orders.length), `${step} ${network.zones[zone]}`);
  }
  if (network.domain !== null) say('positions_sum', Math.abs(total(positions)), megawatts, step);
  // Where all goes over exchanges, nothing is given past them.
  if (network.linksAre === 'exchanges')
    for (const own of positions) say('positions_sum', Math.abs(own), megawatts, step);
  for (const row of domain)
    say(
      'row_flows',
      flowThrough(network, row, positions, flows) - row.ram * shares.rows,
      megawatts,
      `${step} ${row.id}`,
    );

  const own = Float64Array.from(prices);
  for (const { row, price: shadow } of shadows) {
    const held = domain[row];
    if (held === undefined) {
      say('slackness', Number.NaN, megawatts, `${step} ${row}`);
      continue;
    }
    say(
      'slackness',
      worseOf(-shadow, Math.abs(flowThrough(network, held, positions, flows) - held.ram * shares.rows)),
      megawatts,
      `${step} ${held.id}`,
    );
    for (const zone of own.keys()) own[zone] = num(own, zone) + shadow * num(held.ptdf, zone);
  }
  // Less what rows make of it, all zones of a domain have one price; of exchanges each says so by itself (`link_prices`).
  if (network.domain !== null && network.linksAre !== 'exchanges') {
    for (const [zone, rest] of own.entries())
      say('price_identity', Math.abs(rest - num(own, 0)), price, `${step} ${network.zones[zone]}`);
  }
}

/** MW by which a flow is not where its spread wants it: at the most where there is something to earn, at the least where to lose. */
function atLimit(spread: number, flow: number, least: number, most: number): number {
  if (Number.isNaN(spread)) return Number.NaN;
  return spread > price ? most - flow : spread < -price ? flow - least : 0;
}

/**
 * Shares of blocks within their limits, no child above its parent, no group above one; and none that loses: a block by itself together with
 * all that are accepted below it, so that children pay for a parent and a parent for none. What is accepted in part, or could be to any
 * part, and is held back by no other block, gains nothing with its next MW.
 */
function checkBlocks(
  blocks: readonly Block[],
  shares: Float64Array,
  steps: readonly ClearedStep[],
  say: Say,
): void {
  const placeOf = new Map(blocks.map(({ id }, place) => [id, place]));
  const groups = new Map<string, number>();
  const families = familyGains(blocks, shares, steps, placeOf);
  for (const [index, block] of blocks.entries()) {
    const { id, minimum, parent, group, quantities } = block;
    const taken = num(shares, index);
    const isAccepted = taken > share;
    say('block_shares', isAccepted ? worseOf(minimum - taken, taken - 1) : Math.abs(taken), share, id);
    if (group !== null) groups.set(group, (groups.get(group) ?? 0) + taken);
    if (parent !== null) say('block_shares', taken - (shares[placeOf.get(parent) ?? -1] ?? 0), share, id);
    const size = Math.max(1, total(quantities));
    if (isAccepted) say('no_paradox', -num(families, index) / (size * taken), price, id);
    const isFree = parent === null && group === null && (isAccepted || minimum === 0) && taken < 1 - share;
    if (isFree && gainOf(block, steps) / size > price)
      say('order_consistency', (1 - taken) * Math.max(...quantities), megawatts, id);
  }
  for (const [group, sum] of groups) say('block_shares', sum - 1, share, group);
}

/** EUR for an hour each that each block gains at the prices with what is accepted of it and of all below it. */
function familyGains(
  blocks: readonly Block[],
  shares: Float64Array,
  steps: readonly ClearedStep[],
  placeOf: ReadonlyMap<string, number>,
): Float64Array {
  const gains = new Float64Array(blocks.length);
  for (const [index, block] of blocks.entries()) {
    const taken = num(shares, index);
    if (taken === 0) continue;
    const gain = gainOf(block, steps) * taken;
    // Up to the root of its family; one that comes back to itself ends where it was.
    const above = new Set<number>();
    for (let place: number | undefined = index; place !== undefined && !above.has(place); ) {
      above.add(place);
      gains[place] = num(gains, place) + gain;
      const parent: string | null | undefined = blocks[place]?.parent;
      place = typeof parent === 'string' ? placeOf.get(parent) : undefined;
    }
  }
  return gains;
}

/** EUR for an hour each that a block gains at the prices, accepted whole. */
function gainOf({ zone, side, price: limit, quantities }: Block, steps: readonly ClearedStep[]): number {
  let gain = 0;
  for (const [step, quantity] of quantities.entries())
    if (quantity !== 0) gain += quantity * (num(steps[step]?.prices ?? new Float64Array(), zone) - limit);
  return side === 'supply' ? gain : -gain;
}

function checkMoney({ steps, blocks, hours, result }: Clearing, say: Say): void {
  const split = welfareOf({ steps, blocks, hours, result });
  const { welfare } = result;
  const scale = split.turnover * share + price;
  // What is stated is counted by the same sums from the same numbers: only its last digits may differ.
  const counted = split.turnover * 1e-12 + 1e-6;
  for (const party of ['consumers', 'producers', 'rent'] as const)
    say('welfare_split', Math.abs(welfare[party] - split[party]), counted, party);
  say('rent', Math.abs(split.rent - split.limits), scale, '');
  const all = split.consumers + split.producers + split.rent;
  say('duality_gap', Math.abs(split.worth - split.dual), scale, '');
  say('welfare_split', Math.abs(split.worth - all), scale, 'sum');
  say('bound', split.worth - result.bound, counted, '');
  if (result.status === 'proven') say('bound', result.bound - split.worth, counted, 'proven');
}

/**
 * Counts the money of a clearing twice: as what was traded is worth to those who trade (`worth`), which consumers, producers and the grid
 * share, and as what orders, limits and accepted blocks are worth at the prices (`dual`). At an optimum both are the same.
 */
export function welfareOf({ steps, blocks, hours, result }: Clearing): Welfare & {
  readonly worth: number;
  readonly dual: number;
  readonly limits: number;
  readonly turnover: number;
} {
  const sum = { consumers: 0, producers: 0, rent: 0, worth: 0, dual: 0, limits: 0, turnover: 0 };
  for (const [index, { orders, network }] of steps.entries()) {
    const cleared = result.steps[index] as ClearedStep;
    // What rows and links are worth: together, or beside long-term rights the one that is worth more, since a share of one moves between them.
    const worthOfLimits = { rows: 0, links: 0 };
    for (const [zone, { demand, supply }] of orders.entries()) {
      const zonePrice = num(cleared.prices, zone);
      addOrders(sum, 'consumers', demand, cleared.accepted[zone]?.demand, zonePrice, 1, hours);
      addOrders(sum, 'producers', supply, cleared.accepted[zone]?.supply, zonePrice, -1, hours);
      sum.rent -= zonePrice * num(cleared.positions, zone) * hours;
    }
    for (const [link, { from, to, least, most }] of network.links.entries()) {
      const spread = num(cleared.prices, to) - num(cleared.prices, from);
      sum.rent += spread * num(cleared.flows, link) * hours;
      // Exchanges end where rows do: they have no limit that is worth anything by itself.
      if (network.linksAre === 'exchanges') continue;
      worthOfLimits.links += spread * (spread > 0 ? most : least) * hours;
    }
    for (const [border, { zone, price: beyond, least, most }] of network.borders.entries()) {
      const spread = beyond - num(cleared.prices, zone);
      const flow = num(cleared.exchanges, border);
      sum.rent += spread * flow * hours;
      sum.worth += beyond * flow * hours;
      const limits = spread * (spread > 0 ? most : least) * hours;
      sum.limits += limits;
      sum.dual += limits;
    }
    for (const { row, price: shadow } of cleared.shadows)
      worthOfLimits.rows += shadow * (network.domain?.[row]?.ram ?? Number.NaN) * hours;
    const { rows, links } = worthOfLimits;
    const limits = network.linksAre === 'rights' ? Math.max(rows, links) : rows + links;
    sum.limits += limits;
    sum.dual += limits;
  }
  for (const [index, block] of blocks.entries()) {
    const taken = num(result.blocks, index);
    if (taken === 0) continue;
    const gain = gainOf(block, result.steps) * taken * hours;
    sum[block.side === 'supply' ? 'producers' : 'consumers'] += gain;
    sum.dual += gain;
    const worth = block.price * total(block.quantities) * taken * hours;
    sum.worth += block.side === 'supply' ? -worth : worth;
    sum.turnover += Math.abs(worth);
  }
  return sum;
}

function addOrders(
  sum: { consumers: number; producers: number; worth: number; dual: number; turnover: number },
  party: 'consumers' | 'producers',
  steps: Steps,
  accepted: Float64Array | undefined,
  zonePrice: number,
  sign: 1 | -1,
  hours: number,
): void {
  for (const [order, quantity] of steps.quantities.entries()) {
    const taken = accepted?.[order] ?? Number.NaN;
    const gainOfFirst = (megawatts: number) =>
      sign * (worthOf(steps, order, megawatts) - zonePrice * megawatts) * hours;
    // At the price an order wants all of what gains, and no more.
    const wanted = isLinear(steps, order) ? takenAt(steps, order, zonePrice) : quantity;
    sum[party] += gainOfFirst(taken);
    sum.worth += sign * worthOf(steps, order, taken) * hours;
    sum.dual += Math.max(0, gainOfFirst(wanted));
    sum.turnover += Math.abs(worthOf(steps, order, taken) * hours);
  }
}

function total(values: Float64Array | undefined): number {
  if (values === undefined) return Number.NaN;
  let all = 0;
  for (const value of values) all += value;
  return all;
}

const num = (values: Float64Array, place: number) => values[place] ?? Number.NaN;

/** The larger of two; none where one is none. */
const worseOf = (one: number, other: number) =>
  Number.isNaN(one) || Number.isNaN(other) ? Number.NaN : Math.max(one, other);
