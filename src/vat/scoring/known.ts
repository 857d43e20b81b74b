/**
 * What a node has taken in, as what a score is made of: lines of statements, returns, registrations and sales at home, with where each
 * stands. What the canonical kinds do not carry (VAT due, purchases and sales of returns, branches of trade) is not known, and not nothing.
 */
import { addMonths, daysBetween, lastDay, type PlainDate, parsePartialDate } from '#kernel/dates.ts';
import type { Analytics } from '#platform/analytics.ts';
import { hashOf } from '#platform/hash.ts';
import { type DatedFile, dated, type TakenFile } from '../intake/receipts.ts';
import { taxPeriodOf } from '../tax-period.ts';
import { stateOf, type VatNumber } from '../vat-number.ts';
import { type Cases, type Known, never, unknownDay, unknownSector } from './model.ts';
import {
  firstMonth,
  type KnownSpan,
  listRegistrations,
  listReturns,
  listSales,
  listSupplies,
  openKnown,
} from './store.ts';

/** Where rows stand: place of the file, and row within it; −1 where there is none. */
export type Places = { readonly file: Int32Array; readonly row: Int32Array };

/** Whose numbers stand for traders, and the rows of files that stand for rows of `Known`. */
export type Sources = {
  /** By place of the trader. */
  readonly numbers: readonly VatNumber[];
  readonly states: readonly string[];
  /** Hashes of files. */
  readonly files: readonly string[];
  /** Hash over those of all files that were read, and over the days that hold where their rows say none. */
  readonly snapshot: string;
  /** Of `Known`'s month 0, months since the year 0. */
  readonly firstMonth: number;
  readonly supplies: Places;
  readonly sales: Places;
  /** By trader. */
  readonly registrations: Places;
  /** Rows of return `r` are `returnStart[r]` up to, not with, `returnStart[r + 1]`. */
  readonly returnStart: Uint32Array;
  readonly returns: Places;
};

export type TakenIn = { readonly known: Known; readonly sources: Sources };

export type WantedKnown = {
  /** At whose end, months since the year 0. */
  readonly month: number;
  /** Whose returns, registrations and sales are looked at; absent: all that are there. Statements are exchanged, and always are. */
  readonly inside?: readonly string[];
  /** Frauds that were confirmed, by number; days as dates. */
  readonly cases?: readonly ConfirmedCase[];
};

/** Since when it is known that fraud was confirmed of a trader; from and until when he took part, null: unknown. */
export type ConfirmedCase = {
  readonly number: VatNumber;
  readonly confirmed: PlainDate;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
};

/** Those that were told by a day, each once, in an order that does not tell in which they came. */
export function confirmedBy(cases: readonly ConfirmedCase[], day: PlainDate): readonly ConfirmedCase[] {
  const told = cases
    .filter(({ confirmed }) => confirmed <= day)
    .map(
      ({ number, confirmed, from, until }) =>
        [`${confirmed} ${number} ${from} ${until}`, { number, confirmed, from, until }] as const,
    );
  return [...new Map(told.toSorted(([one], [other]) => (one < other ? -1 : 1))).values()];
}

/** Months that are looked back: a score looks at thirteen, and whether two traded before a little further. */
const monthsBack = 36;

/** Files of which a score for a state is made. */
export const usedBy = <File extends TakenFile>(
  receipts: readonly File[],
  inside?: readonly string[],
): readonly File[] =>
  receipts.filter(({ kind, state }) => kind === 'supplies' || inside?.includes(state) !== false);

/** Changes with any of the files, and with the day that holds where rows say none; not with the order in which they came. */
export const snapshotOf = (receipts: readonly DatedFile[]): string => hashOf(receipts.map(dated).toSorted());

/**
 * What was known at the end of a month. Statements keep what was corrected, with the days of it; returns are as they stood that day. Null:
 * nothing was declared by then.
 */
export async function readKnown(
  analytics: Analytics,
  folder: string,
  all: readonly DatedFile[],
  { month: to, inside, cases = [] }: WantedKnown,
): Promise<TakenIn | null> {
  const receipts = usedBy(all, inside);
  const day = lastDayOfMonth(to);
  const { numbers: texts, files } = await openKnown(analytics, folder, receipts, day);
  const first = await firstMonth(analytics);
  if (first === null || first > to) return null;
  const from = Math.max(first, to - monthsBack + 1);
  const span: KnownSpan = { from, to, day };
  const months = to - from + 1;
  const firstDay = firstDayOf(from);
  const numbers = texts as readonly VatNumber[];
  const states = [...new Set(numbers.map(stateOf))].toSorted();
  const state = Uint8Array.from(numbers, (number) => states.indexOf(stateOf(number)));
  const gives = (kinds: readonly TakenFile['kind'][]) =>
    states.map((one) => receipts.some(({ kind, state: whose }) => whose === one && kinds.includes(kind)));
  const supplies = await readSupplies(analytics, span);
  const returns = await readReturns(analytics, span);
  const sales = await readSales(analytics, span);
  const registrations = await readRegistrations(analytics, span, state, gives(['registrations']));
  const covered = new Uint8Array(states.length * months);
  for (const [row, trader] of returns.columns.trader.entries())
    covered[(state[trader] as number) * months + (returns.columns.month[row] as number)] = 1;
  const unknown = <Column extends Uint8Array | Int32Array>(column: Column, value: number) =>
    column.fill(value) as Column;
  const count = numbers.length;
  const known: Known = {
    months,
    monthStart: Int32Array.from({ length: months + 5 }, (_, month) =>
      daysBetween(firstDay, addMonths(firstDay, month)),
    ),
    joins: gives(['acquisitions', 'invoices', 'registrations']),
    riskySectors: [],
    traders: {
      ...{ count, state, sector: unknown(new Uint8Array(count), unknownSector) },
      ...{ registered: registrations.registered, ended: registrations.ended },
      resectored: unknown(new Int32Array(count), unknownDay),
      group: registrations.group,
    },
    supplies: supplies.columns,
    sales: sales.columns,
    returns: returns.columns,
    covered,
    cases: casesOf(cases, numbers, firstDay, day),
  };
  return {
    known,
    sources: {
      ...{ numbers, states, files, snapshot: snapshotOf(receipts), firstMonth: from },
      ...{ supplies: supplies.places, sales: sales.places, registrations: registrations.places },
      ...{ returnStart: returns.start, returns: returns.places },
    },
  };
}

/** The same as far as the canonical kinds carry it: what a node would know if all of it were declared. */
export function asDeclared(known: Known): Known {
  const { traders, returns } = known;
  const unknown = returns.acquisitions.map(() => Number.NaN);
  return {
    ...known,
    traders: {
      ...traders,
      sector: traders.sector.map(() => unknownSector),
      resectored: traders.resectored.map(() => unknownDay),
    },
    returns: { ...returns, purchases: unknown, sales: unknown, exempt: unknown, due: unknown },
  };
}

/** Throws for a month before the year 1900. */
export function firstDayOf(month: number): PlainDate {
  return `${taxPeriodOf({ from: month, to: month })}-01` as PlainDate;
}

export function lastDayOfMonth(month: number): PlainDate {
  const parsed = parsePartialDate(taxPeriodOf({ from: month, to: month }), '');
  if (!parsed.ok) throw new RangeError(`${month} is no month`);
  return lastDay(parsed.value);
}

const placesOf = (count: number): Places => ({
  file: new Int32Array(count).fill(-1),
  row: new Int32Array(count).fill(-1),
});

async function readSupplies(analytics: Analytics, span: KnownSpan) {
  const { count, rows } = await listSupplies(analytics, span);
  const columns = {
    supplier: new Int32Array(count),
    acquirer: new Int32Array(count),
    month: new Int32Array(count),
    cents: new Float64Array(count),
    received: new Int32Array(count),
    correction: new Uint8Array(count),
    superseded: new Int32Array(count),
  };
  const places = placesOf(count);
  let at = 0;
  for await (const batch of rows)
    for (const row of batch) {
      columns.supplier[at] = row.supplier;
      columns.acquirer[at] = row.acquirer;
      columns.month[at] = row.month;
      columns.cents[at] = row.cents;
      columns.received[at] = row.received;
      columns.correction[at] = row.correction;
      columns.superseded[at] = row.superseded ?? never;
      places.file[at] = row.file;
      places.row[at++] = row.row;
    }
  return { columns, places };
}

async function readReturns(analytics: Analytics, span: KnownSpan) {
  const { count, rows } = await listReturns(analytics, span);
  const [trader, month, filed] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const acquisitions = new Float64Array(count);
  const start = new Uint32Array(count + 1);
  const places = placesOf(count);
  let [at, line] = [-1, 0];
  for await (const batch of rows)
    for (const row of batch) {
      if (at < 0 || trader[at] !== row.trader || month[at] !== row.month) {
        at++;
        trader[at] = row.trader;
        month[at] = row.month;
        // The first that came: he filed then, whatever he corrected later.
        filed[at] = row.received;
        start[at] = line;
      }
      acquisitions[at] = (acquisitions[at] as number) + row.cents;
      places.file[line] = row.file;
      places.row[line++] = row.row;
    }
  const size = at + 1;
  start[size] = line;
  const unknown = new Float64Array(size).fill(Number.NaN);
  return {
    columns: {
      ...{ trader: trader.slice(0, size), month: month.slice(0, size), filed: filed.slice(0, size) },
      acquisitions: acquisitions.slice(0, size),
      ...{ purchases: unknown, sales: unknown, exempt: unknown, due: unknown },
    },
    start: start.slice(0, size + 1),
    places,
  };
}

async function readSales(analytics: Analytics, span: KnownSpan) {
  const { count, rows } = await listSales(analytics, span);
  const columns = {
    seller: new Int32Array(count),
    buyer: new Int32Array(count),
    day: new Int32Array(count),
    cents: new Float64Array(count),
    vat: new Float64Array(count),
  };
  const places = placesOf(count);
  let at = 0;
  for await (const batch of rows)
    for (const row of batch) {
      columns.seller[at] = row.seller;
      columns.buyer[at] = row.buyer;
      columns.day[at] = row.day;
      columns.cents[at] = row.cents;
      columns.vat[at] = row.vat;
      places.file[at] = row.file;
      places.row[at++] = row.row;
    }
  return { columns, places };
}

async function readRegistrations(
  analytics: Analytics,
  span: KnownSpan,
  state: Uint8Array,
  told: readonly boolean[],
) {
  const { rows } = await listRegistrations(analytics, span);
  // Where a state tells of registrations and not of this one, there is none.
  const registered = Int32Array.from(state, (one) => (told[one] === true ? never : unknownDay));
  const ended = new Int32Array(state.length).fill(never);
  const group = new Int32Array(state.length).fill(-1);
  const places = placesOf(state.length);
  for await (const batch of rows)
    for (const row of batch) {
      registered[row.trader] = row.since;
      ended[row.trader] = row.until ?? never;
      group[row.trader] = row.owner;
      places.file[row.trader] = row.file;
      places.row[row.trader] = row.row;
    }
  return { registered, ended, group, places };
}

/** Those that were told by the day, of numbers that are known, by day. */
function casesOf(
  cases: readonly ConfirmedCase[],
  numbers: readonly VatNumber[],
  firstDay: PlainDate,
  day: PlainDate,
): Cases {
  const places = new Map(numbers.map((number, place) => [number, place]));
  const told = cases
    .filter(({ number, confirmed }) => places.has(number) && confirmed <= day)
    .map(({ number, confirmed, from, until }) => ({
      trader: places.get(number) as number,
      confirmed: daysBetween(firstDay, confirmed),
      from: from === null ? unknownDay : daysBetween(firstDay, from),
      until: until === null ? unknownDay : daysBetween(firstDay, until),
    }))
    .toSorted((one, other) => one.confirmed - other.confirmed || one.trader - other.trader);
  return {
    trader: Int32Array.from(told, ({ trader }) => trader),
    confirmed: Int32Array.from(told, ({ confirmed }) => confirmed),
    from: Int32Array.from(told, ({ from }) => from),
    until: Int32Array.from(told, ({ until }) => until),
  };
}
