import { endOf, isLinear, takenAt } from '../market/linear-order.ts';
import type { DomainRow, MarketStep, Network, Steps } from '../market/model.ts';
import { loadOf, sharesOf } from '../market/row-flow.ts';
import { type Column, programOf, type RowBounds } from './columns.ts';
import { bindingFrom, type StepPrices } from './relaxed-day.ts';
import type { Solver } from './solver.ts';

/** Who trades: MW of every order, in the order in which they came. */
export type Accepted = { readonly demand: Float64Array; readonly supply: Float64Array };

export type SharedStep = {
  /** Of each zone. */
  readonly accepted: readonly Accepted[];
  readonly flows: Float64Array;
  readonly exchanges: Float64Array;
  readonly positions: Float64Array;
};

/** EUR/MWh by which a price and an order may differ and be the same. */
export const samePrice = 1e-6;
/** MWh by which the volume may fall short of the most that can be traded, and a flow of its limit. */
const [volumeTolerance, limitTolerance] = [1e-6, 1e-3];

/** All orders of one zone and side at the zone's price. */
type Tie = { readonly zone: number; readonly side: 'demand' | 'supply'; readonly quantity: number };

/**
 * Prices leave open who trades at them. First as much as possible is traded of what stands exactly at the price; then every side of zones that
 * nothing separates gets the same share of it. That this is the rule of the Italian market follows from its published flows (facts, section 2,
 * "Tie-break order"); it is written down nowhere. Prices, and what binds, are given and stay. Null: the solver found none.
 */
export function shareTies(
  solver: Solver,
  { orders, network }: MarketStep,
  injected: Float64Array,
  { prices, flows, exchanges, shadows, share }: StepPrices,
): SharedStep | null {
  const zones = orders.length;
  const areExchanges = network.linksAre === 'exchanges';
  const columns: Column[] = [];
  const bounds: [number, number][] = [];
  const ties: Tie[] = [];
  for (const [zone, { demand, supply }] of orders.entries()) {
    const price = prices[zone] as number;
    const [asked, offered] = [volumes(demand, price), volumes(supply, price)];
    // Of demand all above the price is served, of supply all below.
    const settled = (injected[zone] ?? 0) + offered.below - asked.above;
    bounds.push([-settled, -settled]);
    if (asked.at > 0) ties.push({ zone, side: 'demand', quantity: asked.at });
    if (offered.at > 0) ties.push({ zone, side: 'supply', quantity: offered.at });
  }
  for (const { zone, side, quantity } of ties)
    columns.push({ cost: -1, least: 0, most: quantity, entries: [[zone, side === 'supply' ? 1 : -1]] });
  const linkAt = columns.length;
  const spreads = linkSpreads(network, prices, shadows);
  // Which share is used follows from prices, and stays.
  const used = sharesOf(network, share);
  for (const [link, { from, to, ...limits }] of network.links.entries()) {
    const [least, most] = [limits.least * used.links, limits.most * used.links];
    const spread = spreads[link] as number;
    columns.push({
      ...{ cost: 0, least: spread > samePrice ? most : least, most: spread < -samePrice ? least : most },
      entries: [
        [from, -1],
        [to, 1],
      ],
    });
  }
  // Borders stay as they are: what they give and take at the price is not shared out among orders.
  const borderAt = columns.length;
  for (const [border, { zone }] of network.borders.entries()) {
    const flow = exchanges[border] as number;
    columns.push({ cost: 0, least: flow, most: flow, entries: [[zone, -1]] });
  }
  const positionAt = columns.length;
  if (network.domain !== null) {
    const sum = bounds.length;
    bounds.push([0, 0]);
    // Where all goes over exchanges, what a zone gives is what they come to: rows are told by that, which takes far fewer numbers.
    const nets = bounds.length;
    if (areExchanges) for (let zone = 0; zone < zones; zone++) bounds.push([0, 0]);
    for (let zone = 0; zone < zones; zone++) {
      columns.push({
        ...{ cost: 0, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY },
        entries: areExchanges
          ? [[nets + zone, -1]]
          : [
              [zone, -1],
              [sum, 1],
            ],
      });
    }
    if (areExchanges)
      for (const [link, { from, to }] of network.links.entries())
        columns[linkAt + link]?.entries.push([nets + from, 1], [nets + to, -1]);
    for (const [place, row] of network.domain.entries()) {
      const isByExchange = areExchanges && row.takesNoRelief === true;
      if (isByExchange)
        for (const link of network.links.keys()) {
          const load = loadOf(network, row, link);
          if (load !== 0) columns[linkAt + link]?.entries.push([bounds.length, load]);
        }
      const ptdf = isByExchange ? new Float64Array() : row.ptdf;
      const ram = row.ram * used.rows;
      addRow(
        columns,
        positionAt,
        bounds,
        ptdf,
        shadows.has(place) ? [ram, ram] : [Number.NEGATIVE_INFINITY, ram],
      );
    }
  }
  const isFound = holdAdverse(solver, columns, bounds, linkAt, network, prices);
  if (!isFound) return null;

  const most = solver.solve(programOf(columns, bounds));
  if (most.status !== 'optimal') return null;
  let values = most.values;
  if (ties.length > 1) {
    const volume = ties.reduce((all, _, tie) => all + (values[tie] as number), 0);
    const kept = bounds.length;
    const keeping: RowBounds = [...bounds, [volume - volumeTolerance, Number.POSITIVE_INFINITY]];
    for (let tie = 0; tie < ties.length; tie++) columns[tie]?.entries.push([kept, 1]);
    for (const column of columns) column.cost = 0;
    // What exchanges and rights are held by, rows and prices say.
    const apart =
      network.linksAre === undefined
        ? isApart(solver, columns, keeping, linkAt, network.links.length, values)
        : network.links.map(() => true);
    if (apart === null) return null;
    const together = clusters(zones, prices, network, apart);
    const shared = solver.solve(evenly(columns, keeping, ties, together));
    if (shared.status !== 'optimal') return null;
    values = shared.values;
  }
  return {
    accepted: orders.map(({ demand, supply }, zone) => ({
      demand: acceptedOf(demand, prices[zone] as number, 'demand', shareOf(ties, values, zone, 'demand')),
      supply: acceptedOf(supply, prices[zone] as number, 'supply', shareOf(ties, values, zone, 'supply')),
    })),
    flows: flows.length === 0 ? flows : values.slice(linkAt, linkAt + network.links.length),
    exchanges: values.slice(borderAt, borderAt + network.borders.length),
    positions:
      network.domain === null || areExchanges
        ? new Float64Array(zones)
        : values.slice(positionAt, positionAt + zones),
  };
}

/** EUR/MWh that the next MW over each link gains: the difference of prices, less what it takes of full rows. */
export function linkSpreads(
  network: Network,
  prices: Float64Array,
  shadows: StepPrices['shadows'],
): readonly number[] {
  return network.links.map(({ from, to }, link) => {
    let spread = (prices[to] as number) - (prices[from] as number);
    for (const [row, shadow] of shadows)
      spread -= shadow * loadOf(network, network.domain?.[row] as DomainRow, link);
    return spread;
  });
}

/**
 * Of all exchanges that come to the same net positions those with least from a dear to a cheap zone: these are held to what they are then, for
 * all that is asked further. False: the solver found none.
 */
function holdAdverse(
  solver: Solver,
  columns: Column[],
  bounds: RowBounds,
  linkAt: number,
  network: Network,
  prices: Float64Array,
): boolean {
  if (network.linksAre !== 'exchanges') return true;
  const adverse = network.links.flatMap(({ from, to }, link) =>
    (prices[from] as number) > (prices[to] as number) + samePrice ? [linkAt + link] : [],
  );
  const costs = columns.map(({ cost }) => cost);
  for (const column of columns) column.cost = 0;
  for (const place of adverse) (columns[place] as Column).cost = 1;
  const least = solver.solve(programOf(columns, bounds));
  for (const [place, column] of columns.entries()) column.cost = costs[place] as number;
  if (least.status !== 'optimal') return false;
  for (const place of adverse) {
    const flow = least.values[place] as number;
    columns[place] = { ...(columns[place] as Column), most: flow > volumeTolerance ? flow : 0 };
  }
  return true;
}

/**
 * Links that separate: of which the flow is at a limit however all else is chosen. One that stands at a limit by chance, or between two zones
 * of one price that can exchange no more, is told by asking how far it can go either way.
 */
function isApart(
  solver: Solver,
  columns: readonly Column[],
  bounds: RowBounds,
  linkAt: number,
  links: number,
  values: Float64Array,
): readonly boolean[] | null {
  const furthest = (column: Column, sign: number): number | null => {
    column.cost = sign;
    const end = solver.solve(programOf(columns, bounds));
    column.cost = 0;
    return end.status === 'optimal' ? (end.values[columns.indexOf(column)] as number) : null;
  };
  const found: boolean[] = [];
  for (let link = 0; link < links; link++) {
    const column = columns[linkAt + link] as Column;
    const flow = values[linkAt + link] as number;
    const [low, high] = [column.least + limitTolerance, column.most - limitTolerance];
    if (low >= high) found.push(true);
    else if (flow > low && flow < high) found.push(false);
    else {
      const [most, least] = [furthest(column, -1), furthest(column, 1)];
      if (most === null || least === null) return null;
      found.push(most <= low || least >= high);
    }
  }
  return found;
}

/** Of each zone the least zone of those that nothing separates from it: open links, or one price within a domain. */
function clusters(
  zones: number,
  prices: Float64Array,
  { links, domain }: MarketStep['network'],
  apart: readonly boolean[],
): readonly number[] {
  const root = Array.from({ length: zones }, (_, zone) => zone);
  const join = (one: number, other: number) => {
    const [low, high] = [root[one] as number, root[other] as number].sort((a, b) => a - b);
    for (let zone = 0; zone < zones; zone++) if (root[zone] === high) root[zone] = low as number;
  };
  for (const [link, { from, to }] of links.entries()) if (apart[link] === false) join(from, to);
  if (domain !== null) {
    for (let one = 0; one < zones; one++)
      for (let other = one + 1; other < zones; other++)
        if (Math.abs((prices[one] as number) - (prices[other] as number)) < bindingFrom) join(one, other);
  }
  return root;
}

/** The program of least deviation: every tie of a cluster and side has the same share but for what limits make different. */
function evenly(
  columns: readonly Column[],
  bounds: RowBounds,
  ties: readonly Tie[],
  together: readonly number[],
) {
  const all = columns.map((column): Column => ({ ...column, entries: [...column.entries] }));
  const rows = [...bounds];
  const groups = Map.groupBy(ties.keys(), (tie) => `${together[ties[tie]?.zone ?? 0]} ${ties[tie]?.side}`);
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const share: Column = { cost: 0, least: 0, most: 1, entries: [] };
    for (const tie of group) {
      const row = rows.length;
      rows.push([0, 0]);
      all[tie]?.entries.push([row, 1]);
      share.entries.push([row, -(ties[tie] as Tie).quantity]);
      for (const sign of [-1, 1])
        all.push({ cost: 1, least: 0, most: Number.POSITIVE_INFINITY, entries: [[row, sign]] });
    }
    all.push(share);
  }
  return programOf(all, rows);
}

function addRow(
  columns: readonly Column[],
  positionAt: number,
  bounds: [number, number][],
  ptdf: DomainRow['ptdf'],
  bound: [number, number],
): void {
  const row = bounds.length;
  bounds.push(bound);
  for (const [zone, factor] of ptdf.entries())
    if (factor !== 0) columns[positionAt + zone]?.entries.push([row, factor]);
}

/** MW of a curve below, at and above a price. */
function volumes(steps: Steps, price: number) {
  const found = { below: 0, at: 0, above: 0 };
  for (const [order, quantity] of steps.quantities.entries()) {
    // What of a linear order trades at the price is not open.
    if (isLinear(steps, order))
      found[isRising(steps, order) ? 'below' : 'above'] += takenAt(steps, order, price);
    else found[sideOf(steps.prices[order] as number, price)] += quantity;
  }
  return found;
}

const isRising = (steps: Steps, order: number) => endOf(steps, order) > (steps.prices[order] as number);

const sideOf = (order: number, price: number) =>
  order < price - samePrice ? 'below' : order > price + samePrice ? 'above' : 'at';

function acceptedOf(steps: Steps, price: number, side: Tie['side'], share: number) {
  const full = side === 'demand' ? 'above' : 'below';
  return steps.quantities.map((quantity, order) => {
    if (isLinear(steps, order)) return takenAt(steps, order, price);
    const place = sideOf(steps.prices[order] as number, price);
    return place === full ? quantity : place === 'at' ? quantity * share : 0;
  });
}

function shareOf(ties: readonly Tie[], values: Float64Array, zone: number, side: Tie['side']): number {
  const tie = ties.findIndex((one) => one.zone === zone && one.side === side);
  return tie < 0 ? 0 : Math.min(1, Math.max(0, (values[tie] as number) / (ties[tie] as Tie).quantity));
}
