import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { type PlainDate, parsePlainDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Block, Border, Link, MarketStep, Steps, ZoneOrders } from '../market/model.ts';
import { marketDay } from '../time/market-day.ts';
import { dayProblem, isHour } from './domain-row.ts';
import {
  faultsOfDaysBeside,
  faultsOfHours,
  type GmeFile,
  type HoursOfDay,
  hoursOf,
  seeSeries,
} from './gme-hours.ts';
import { type ColumnKind, faultsIn, readTable, type TableRow } from './table.ts';

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

type Layout = Readonly<Record<string, ColumnKind>>;

/** What came of the orders of one zone in one step. */
type Sides = { readonly demand: [number[], number[]]; readonly supply: [number[], number[]] };

/** What the files say of one step, before it is put together. */
type StepRows = {
  readonly bids: Map<string, Sides>;
  readonly decided: Map<string, Sides>;
  readonly limits: { id: string; from: string; to: string; least: number; most: number; line: number }[];
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

/** Where a row stands: its hour in what is read, and in what its file speaks of. */
type RowPlace = {
  readonly day: DayRows;
  readonly step: StepRows;
  readonly hours: HoursOfDay;
  readonly period: number;
  readonly at: string;
  /** What is wrong with a name, at the first line of the file that has it. */
  readonly once: (name: string, fault: Problem) => Problem | null;
};

type Take = (row: TableRow, place: RowPlace) => Problem | null;

/** A file, what is wrong with its rows, and whether the hours of all of them are known. */
type ReadFile = { readonly file: GmeFile; readonly faults: readonly Problem[]; readonly isKnown: boolean };

/**
 * Reads a folder in the layout of `italy-2025-04`: gzip CSV, MWh of an hour (which is MW here), one file for each kind of row. Every day of
 * it in order. Orders and limits have every hour of a day, and so has each zone with bids and each link; what was published may be there in
 * part, but for the prices of borders. Problems, all of them with file and line: those of `readTable`, `faultsOfHours`,
 * `faultsOfDaysBeside`, `energy_file_missing`, `energy_day_invalid`, `energy_gme_period`, `energy_gme_zone`, `energy_gme_side`,
 * `energy_quantity_negative`, `energy_limits_crossed`, `energy_block_differs`, `energy_gme_border_price`, `energy_domain_empty`.
 */
export async function readGme(folder: string): Promise<Result<readonly GmeDay[]>> {
  const days = new Map<PlainDate, DayRows>();
  const read = (name: string, extent: GmeFile['extent'], layout: Layout, take: Take) =>
    readFile(folder, name, extent, layout, days, take);
  const bids = await read('simple-bid-curves', 'every hour', columns.bids, bidOf('bids'));
  const decided = await read('bid-curves', 'every hour', columns.bids, bidOf('decided'));
  const blocks = await read('block-orders', 'any hours', columns.blocks, takeBlock);
  const limits = await read('transfer-capacities', 'every hour', columns.capacities, takeLimit);
  const prices = await read('published-prices', 'any hours', columns.prices, (row, { step }) => {
    step.prices.set(row.text.zone as string, row.number.price_eur_per_mwh as number);
    return null;
  });
  const flows = await read('published-flows', 'any hours', columns.flows, (row, { step }) => {
    step.flows.set(`${row.text.from_zone} ${row.text.to_zone}`, row.number.flow_mwh as number);
    return null;
  });
  const exchanges = await read('published-exchanges', 'any hours', columns.exchanges, (row, { step }) => {
    step.flows.set(`${row.text.zone} ${row.text.external_zone}`, row.number.exchange_mwh as number);
    return null;
  });
  const files = [bids, decided, blocks, limits, prices, flows, exchanges];
  const known = files.flatMap(({ file, isKnown }) => (isKnown ? [file] : []));
  const sorted = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  const found = [
    ...files.flatMap(({ faults }) => faults),
    ...known.flatMap((file) => toldOf(file.path, faultsOfHours(file))),
    ...faultsOfDaysBeside(known),
    ...(limits.isKnown && prices.isKnown
      ? toldOf(limits.file.path, unpricedIn(sorted, limits.file.path))
      : []),
    ...(known.length === files.length && days.size === 0
      ? [problem('energy_domain_empty', bids.file.path)]
      : []),
  ];
  return found.length > 0 ? fail(...found) : ok(sorted.map(([day, rows]) => dayFrom(day, rows)));
}

async function readFile(
  folder: string,
  name: string,
  extent: GmeFile['extent'],
  layout: Layout,
  days: Map<PlainDate, DayRows>,
  take: Take,
): Promise<ReadFile> {
  const path = `${name}.csv.gz`;
  const file: GmeFile = { path, extent, days: new Map() };
  if (!existsSync(join(folder, path)))
    return { file, faults: [problem('energy_file_missing', path, { file: path })], isKnown: false };
  const told = new Set<string>();
  const once = (of: string, fault: Problem) => {
    if (told.has(of)) return null;
    told.add(of);
    return fault;
  };
  const named = new Map<string, Result<PlainDate>>();
  const taken = (row: TableRow): Problem | null => {
    const at = `${path}:${row.line}`;
    const text = row.text.delivery_day as string;
    const day = entry(named, text, () => parsePlainDate(text));
    if (!day.ok) return once(`day ${text}`, dayProblem(at, row.line, text));
    const period = row.number.period as number;
    if (!isHour(period)) return problem('energy_gme_period', at, { line: row.line, received: period });
    const hours = hoursOf(file, day.value);
    if (!hours.lines.has(period)) hours.lines.set(period, row.line);
    const rows = entry(days, day.value, (): DayRows => ({ steps: new Map(), blocks: new Map() }));
    const step = entry(
      rows.steps,
      period,
      (): StepRows => ({
        ...{ bids: new Map(), decided: new Map(), limits: [], prices: new Map(), flows: new Map() },
      }),
    );
    return take(row, { day: rows, step, hours, period, at, once });
  };
  let refused = 0;
  const bytes = createReadStream(join(folder, path)).pipe(createGunzip());
  const read = await readTable(bytes, { path, separator: ',', columns: layout }, (row) => {
    const fault = taken(row);
    if (fault !== null) refused++;
    return fault;
  });
  const faults = read.ok ? [] : read.problems;
  // A row that cannot be read at all is of an hour that nobody knows: hours may seem to be missing for it.
  return { file, faults, isKnown: faults.length === refused };
}

const bidOf =
  (of: 'bids' | 'decided'): Take =>
  (row, { step, hours, period, at, once }) => {
    const { side, zone } = row.text as { side: string; zone: string };
    const { price_eur_per_mwh: price, quantity_mwh: quantity } = row.number as Record<string, number>;
    if (!isZone(zone)) return once(`zone ${zone}`, zoneProblem(row, zone, at));
    if (side !== 'demand' && side !== 'supply') return problem('energy_gme_side', at, { received: side });
    seeSeries(hours, `${zone} ${side}`, period, row.line);
    if ((quantity as number) < 0) return problem('energy_quantity_negative', at, { line: row.line });
    const sides = entry(step[of], zone, (): Sides => ({ demand: [[], []], supply: [[], []] }));
    sides[side][0].push(price as number);
    sides[side][1].push(quantity as number);
    return null;
  };

const takeBlock: Take = (row, { day, period, at, once }) => {
  const { block_id: id, zone, side, published_status: status } = row.text as Record<BlockText, string>;
  const { quantity_mwh: quantity, price_eur_per_mwh: price } = row.number as Record<BlockNumber, number>;
  if (!isZone(zone)) return once(`zone ${zone}`, zoneProblem(row, zone, at));
  if (side !== 'demand' && side !== 'supply') return problem('energy_gme_side', at, { received: side });
  if (quantity < 0) return problem('energy_quantity_negative', at, { line: row.line });
  const block = entry(
    day.blocks,
    id,
    (): BlockRows => ({
      ...{ zone, side, price, status, quantities: new Map() },
    }),
  );
  if (block.zone !== zone || block.side !== side || block.price !== price)
    return problem('energy_block_differs', at, { block: id.slice(0, 60) });
  const step = period - 1;
  block.quantities.set(step, (block.quantities.get(step) ?? 0) + quantity);
  return null;
};

type BlockText = 'block_id' | 'zone' | 'side' | 'published_status';
type BlockNumber = 'quantity_mwh' | 'price_eur_per_mwh';

const takeLimit: Take = (row, { step, hours, period, at }) => {
  const { id, from_zone: from, to_zone: to } = row.text as Record<'id' | 'from_zone' | 'to_zone', string>;
  const { min_flow_mwh: least, max_flow_mwh: most } = row.number as Record<LimitNumber, number>;
  seeSeries(hours, `${from}–${to}`, period, row.line);
  if (least > most) return problem('energy_limits_crossed', at, { line: row.line });
  step.limits.push({ id, from, to, least, most, line: row.line });
  return null;
};

type LimitNumber = 'min_flow_mwh' | 'max_flow_mwh';

const zoneProblem = ({ line }: TableRow, zone: string, at: string) =>
  problem('energy_gme_zone', at, { line, zone: zone.slice(0, 40), zones: gmeZones.join(', ') });

/** Borders that take any flow at a price which is not there. */
function unpricedIn(days: readonly (readonly [string, DayRows])[], path: string): readonly Problem[] {
  return days.flatMap(([day, { steps }]) =>
    [...steps].flatMap(([step, { limits, prices }]) =>
      bordersOf(limits).flatMap(({ beyond, line }) =>
        prices.has(beyond)
          ? []
          : [problem('energy_gme_border_price', `${path}:${line}`, { day, step, border: beyond, line })],
      ),
    ),
  );
}

/** Findings of one file, as many as are told. */
function toldOf(path: string, problems: readonly Problem[]): readonly Problem[] {
  const faults = faultsIn(path);
  for (const one of problems) faults.add(one);
  return faults.all();
}

/** A day that has every hour. */
function dayFrom(day: PlainDate, { steps, blocks }: DayRows): GmeDay {
  const hours = marketDay(day, 60).steps;
  const rows = Array.from({ length: hours }, (_, index) => steps.get(index + 1) as StepRows);
  const listed = [...blocks].sort(([one], [other]) => (one < other ? -1 : 1));
  const networks = rows.map((row) => networkOf(row));
  return {
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
  };
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
    .map(({ id, from, to, least, most, line }) =>
      isZone(from)
        ? { id, zone: from, beyond: to, least, most, line }
        : { id, zone: to, beyond: from, least: -most, most: -least, line },
    );

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
