import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { combine, fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Block, Border, Link, MarketStep, Steps, ZoneOrders } from '../market/model.ts';
import { type ColumnKind, readTable, type TableRow } from './table.ts';

/** The seven zones that GME clears; every other name in its files is a border or an average. */
export const gmeZones = ['CALA', 'CNOR', 'CSUD', 'NORD', 'SARD', 'SICI', 'SUD'] as const;

/** What GME published of a day, to hold a clearing against; it is no part of what is cleared but for borders. */
export type GmePublished = {
  /** EUR/MWh of each step and zone. */
  readonly prices: readonly Float64Array[];
  /** MWh over each link, in the order of the network's links; NaN: not published. */
  readonly flows: readonly Float64Array[];
  /** MWh over each border, export positive, in the order of the network's borders; NaN: not published. */
  readonly exchanges: readonly Float64Array[];
  /** Of each block. */
  readonly statuses: readonly string[];
};

export type GmeDay = {
  readonly day: string;
  /** Orders without blocks: what a clearing that decides on blocks works on. */
  readonly steps: readonly MarketStep[];
  readonly blocks: readonly Block[];
  /** Orders with the blocks that were accepted put in at the extreme prices. */
  readonly decided: readonly MarketStep[];
  readonly published: GmePublished;
};

const columns = {
  bids: {
    delivery_day: 'text',
    period: 'number',
    zone: 'text',
    side: 'text',
    price_eur_per_mwh: 'number',
    quantity_mwh: 'number',
  },
  blocks: {
    ...{ delivery_day: 'text', block_id: 'text', period: 'number', zone: 'text', side: 'text' },
    ...{ quantity_mwh: 'number', price_eur_per_mwh: 'number', published_status: 'text' },
  },
  capacities: {
    ...{ delivery_day: 'text', period: 'number', id: 'text', from_zone: 'text', to_zone: 'text' },
    ...{ min_flow_mwh: 'number', max_flow_mwh: 'number' },
  },
  prices: { delivery_day: 'text', period: 'number', zone: 'text', price_eur_per_mwh: 'number' },
  flows: { delivery_day: 'text', period: 'number', from_zone: 'text', to_zone: 'text', flow_mwh: 'number' },
  exchanges: {
    delivery_day: 'text',
    period: 'number',
    zone: 'text',
    external_zone: 'text',
    exchange_mwh: 'number',
  },
} as const satisfies Record<string, Readonly<Record<string, ColumnKind>>>;

/** What came of the orders of one zone in one step. */
type Sides = { readonly demand: [number[], number[]]; readonly supply: [number[], number[]] };

/** What the files say of one step, before it is put together. */
type StepRows = {
  readonly bids: Map<string, Sides>;
  readonly decided: Map<string, Sides>;
  readonly limits: { id: string; from: string; to: string; least: number; most: number }[];
  readonly prices: Map<string, number>;
  readonly flows: Map<string, number>;
};

type BlockRows = {
  zone: string;
  side: 'supply' | 'demand';
  price: number;
  status: string;
  readonly quantities: Map<number, number>;
};

type DayRows = { readonly steps: Map<number, StepRows>; readonly blocks: Map<string, BlockRows> };

/**
 * Reads a folder in the layout of `italy-2025-04`: gzip CSV, MWh of an hour (which is MW here), one file for each kind of row. Every day of
 * it in order. Problems, all of them with file and line: those of `readTable`, `energy_file_missing`, `energy_gme_period`,
 * `energy_gme_side`, `energy_quantity_negative`, `energy_limits_crossed`, `energy_block_differs`, and of days that are not whole
 * `energy_gme_hours`, `energy_gme_border_price`.
 */
export async function readGme(folder: string): Promise<Result<readonly GmeDay[]>> {
  const days = new Map<string, DayRows>();
  const stepOf = (row: TableRow): StepRows | null => {
    const period = row.number.period as number;
    if (!Number.isInteger(period) || period < 1 || period > 25) return null;
    return entry(dayOf(days, row).steps, period, () => ({
      ...{ bids: new Map(), decided: new Map(), limits: [], prices: new Map(), flows: new Map() },
    }));
  };
  const read = async (
    name: string,
    layout: Readonly<Record<string, ColumnKind>>,
    take: (row: TableRow, step: StepRows, at: string) => Problem | null,
  ): Promise<Result<number>> => {
    const path = `${name}.csv.gz`;
    const file = join(folder, path);
    if (!existsSync(file)) return fail(problem('energy_file_missing', path, { file: path }));
    const bytes = createReadStream(file).pipe(createGunzip());
    return readTable(bytes, { path, separator: ',', columns: layout }, (row) => {
      const at = `${path}:${row.line}`;
      const step = stepOf(row);
      if (step === null)
        return problem('energy_gme_period', at, { line: row.line, received: row.number.period as number });
      return take(row, step, at);
    });
  };
  const bid = (of: 'bids' | 'decided') => (row: TableRow, step: StepRows, at: string) => {
    const { side, zone } = row.text as { side: string; zone: string };
    const { price_eur_per_mwh: price, quantity_mwh: quantity } = row.number as Record<string, number>;
    if (side !== 'demand' && side !== 'supply') return problem('energy_gme_side', at, { received: side });
    if ((quantity as number) < 0) return problem('energy_quantity_negative', at, { line: row.line });
    const sides = entry(step[of], zone, (): Sides => ({ demand: [[], []], supply: [[], []] }));
    sides[side][0].push(price as number);
    sides[side][1].push(quantity as number);
    return null;
  };

  const counts = [
    await read('simple-bid-curves', columns.bids, bid('bids')),
    await read('bid-curves', columns.bids, bid('decided')),
    await read('block-orders', columns.blocks, (row, _, at) => {
      const { block_id: id, zone, side, published_status: status } = row.text as Record<string, string>;
      const {
        period,
        quantity_mwh: quantity,
        price_eur_per_mwh: price,
      } = row.number as Record<string, number>;
      if (side !== 'demand' && side !== 'supply')
        return problem('energy_gme_side', at, { received: side as string });
      if ((quantity as number) < 0) return problem('energy_quantity_negative', at, { line: row.line });
      const block = entry(
        dayOf(days, row).blocks,
        id as string,
        (): BlockRows => ({
          ...{
            zone: zone as string,
            side,
            price: price as number,
            status: status as string,
            quantities: new Map(),
          },
        }),
      );
      if (block.zone !== zone || block.side !== side || block.price !== price)
        return problem('energy_block_differs', at, { block: (id as string).slice(0, 60) });
      const step = (period as number) - 1;
      block.quantities.set(step, (block.quantities.get(step) ?? 0) + (quantity as number));
      return null;
    }),
    await read('transfer-capacities', columns.capacities, (row, step, at) => {
      const { id, from_zone: from, to_zone: to } = row.text as Record<string, string>;
      const { min_flow_mwh: least, max_flow_mwh: most } = row.number as Record<string, number>;
      if ((least as number) > (most as number))
        return problem('energy_limits_crossed', at, { line: row.line });
      step.limits.push({ id, from, to, least, most } as StepRows['limits'][number]);
      return null;
    }),
    await read('published-prices', columns.prices, (row, step) => {
      step.prices.set(row.text.zone as string, row.number.price_eur_per_mwh as number);
      return null;
    }),
    await read('published-flows', columns.flows, (row, step) => {
      step.flows.set(`${row.text.from_zone} ${row.text.to_zone}`, row.number.flow_mwh as number);
      return null;
    }),
    await read('published-exchanges', columns.exchanges, (row, step) => {
      step.flows.set(`${row.text.zone} ${row.text.external_zone}`, row.number.exchange_mwh as number);
      return null;
    }),
  ];
  const whole = combine(counts);
  if (!whole.ok) return whole;
  const sorted = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  return combine(sorted.map(([day, rows]) => dayFrom(day, rows))) as Result<readonly GmeDay[]>;
}

function dayFrom(day: string, { steps, blocks }: DayRows): Result<GmeDay> {
  const hours = steps.size;
  // A day of Italian time has an hour less or more where clocks are changed.
  if (![23, 24, 25].includes(hours) || !steps.has(hours))
    return fail(problem('energy_gme_hours', day, { day, found: hours }));
  const rows = Array.from({ length: hours }, (_, index) => steps.get(index + 1) as StepRows);
  const unpriced = rows.flatMap(({ limits, prices }, index) =>
    bordersOf(limits).flatMap(({ beyond }) =>
      prices.has(beyond)
        ? []
        : [problem('energy_gme_border_price', `${day} ${index + 1}`, { border: beyond, step: index + 1 })],
    ),
  );
  if (unpriced.length > 0) return fail(...unpriced);
  const listed = [...blocks].sort(([one], [other]) => (one < other ? -1 : 1));
  const networks = rows.map((row) => networkOf(row));
  return ok({
    day,
    steps: rows.map(({ bids }, step) => stepFrom(bids, networks[step] as MarketStep['network'])),
    decided: rows.map(({ decided }, step) => stepFrom(decided, networks[step] as MarketStep['network'])),
    blocks: listed.map(([id, block]) => ({
      ...{ id, zone: zoneAt(block.zone), side: block.side, price: block.price, minimum: 1 },
      ...{ parent: null, group: null },
      quantities: Float64Array.from({ length: hours }, (_, step) => block.quantities.get(step) ?? 0),
    })),
    published: {
      prices: rows.map(({ prices }) => Float64Array.from(gmeZones, (zone) => prices.get(zone) ?? Number.NaN)),
      flows: rows.map(({ flows, limits }) =>
        Float64Array.from(linksOf(limits), ({ from, to }) => flows.get(`${from} ${to}`) ?? Number.NaN),
      ),
      exchanges: rows.map(({ flows, limits }) =>
        Float64Array.from(
          bordersOf(limits),
          ({ zone, beyond }) => flows.get(`${zone} ${beyond}`) ?? Number.NaN,
        ),
      ),
      statuses: listed.map(([, { status }]) => status),
    },
  });
}

function stepFrom(orders: ReadonlyMap<string, Sides>, network: MarketStep['network']): MarketStep {
  const ofZone = (zone: string): ZoneOrders => {
    const { demand, supply } = orders.get(zone) ?? { demand: [[], []], supply: [[], []] };
    return { demand: stepsOf(demand), supply: stepsOf(supply) };
  };
  return { orders: gmeZones.map(ofZone), network };
}

const stepsOf = ([prices, quantities]: readonly [number[], number[]]): Steps => ({
  prices: Float64Array.from(prices),
  quantities: Float64Array.from(quantities),
});

function networkOf({ limits, prices }: StepRows): MarketStep['network'] {
  const links = linksOf(limits).map(
    ({ id, from, to, least, most }): Link => ({ id, from: zoneAt(from), to: zoneAt(to), least, most }),
  );
  const borders = bordersOf(limits).map(
    ({ id, zone, beyond, least, most }): Border => ({
      ...{ id, zone: zoneAt(zone), price: prices.get(beyond) as number, least, most },
    }),
  );
  return { zones: gmeZones, links, borders, domain: null };
}

const isZone = (name: string) => (gmeZones as readonly string[]).includes(name);
const zoneAt = (name: string) => (gmeZones as readonly string[]).indexOf(name);

const linksOf = (limits: StepRows['limits']) => limits.filter(({ from, to }) => isZone(from) && isZone(to));

/** Links of which one end is cleared, seen from there: export positive. */
const bordersOf = (limits: StepRows['limits']) =>
  limits
    .filter(({ from, to }) => isZone(from) !== isZone(to))
    .map(({ id, from, to, least, most }) =>
      isZone(from)
        ? { id, zone: from, beyond: to, least, most }
        : { id, zone: to, beyond: from, least: -most, most: -least },
    );

const dayOf = (days: Map<string, DayRows>, row: TableRow) =>
  entry(days, row.text.delivery_day as string, (): DayRows => ({ steps: new Map(), blocks: new Map() }));

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
