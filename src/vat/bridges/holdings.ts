import { daysBetween, type PlainDate } from '#kernel/dates.ts';
import { readTaxPeriod } from '../tax-period.ts';
import { stateOf, type VatNumber } from '../vat-number.ts';
import { bridgesOf, type FindBridge } from './engine/find-bridge.ts';
import { buildSalesGraph } from './engine/sales-graph.ts';
import type { OpenCase, Supply } from './model.ts';

/** A sale within a state, as an invoice says it. */
export type DomesticSale = {
  readonly seller: VatNumber;
  readonly buyer: VatNumber;
  readonly date: PlainDate;
  readonly cents: number;
};

/** What a state has of trade, in whichever way it came: ready to be asked. Nothing of it but what rules of this room tell leaves it. */
export type Holdings = {
  /** Prefixes of the numbers that this state gave. */
  readonly states: readonly string[];
  /** Statements that it may see: of its own suppliers, and of those of others to its own acquirers. */
  readonly supplies: readonly Supply[];
  readonly cases: readonly OpenCase[];
  /** Its own score of a trader; null: it has none. */
  readonly scoreOf: (trader: VatNumber) => number | null;
  /** Everybody who is in any of it. */
  readonly traders: readonly VatNumber[];
  /** By places in `traders`; days as `dayNumber` counts them. */
  readonly find: FindBridge;
  readonly placeOf: (trader: VatNumber) => number | null;
};

export function holdingsOf(
  states: readonly string[],
  supplies: readonly Supply[],
  sales: readonly DomesticSale[],
  cases: readonly OpenCase[],
  scores: ReadonlyMap<VatNumber, number>,
): Holdings {
  const gathered = gatherSales();
  for (const { seller, buyer, date, cents } of sales) gathered.add(seller, buyer, dayNumber(date), cents);
  return gathered.holdings(states, supplies, cases, scores);
}

export type GatheredSales = {
  /** `day` as `dayNumber` counts it. */
  readonly add: (seller: VatNumber, buyer: VatNumber, day: number, cents: number) => void;
  readonly holdings: (
    states: readonly string[],
    supplies: readonly Supply[],
    cases: readonly OpenCase[],
    scores: ReadonlyMap<VatNumber, number>,
  ) => Holdings;
};

/** Takes sales one by one, in columns: a state has millions of them. */
export function gatherSales(): GatheredSales {
  const places = new Map<VatNumber, number>();
  const place = (trader: VatNumber) => {
    const known = places.get(trader) ?? places.size;
    places.set(trader, known);
    return known;
  };
  const columns: Record<'src' | 'dst' | 'days' | 'cents', number[]> = {
    src: [],
    dst: [],
    days: [],
    cents: [],
  };
  return {
    add: (seller, buyer, day, cents) => {
      columns.src.push(place(seller));
      columns.dst.push(place(buyer));
      columns.days.push(day);
      columns.cents.push(cents);
    },
    holdings: (states, supplies, cases, scores) => {
      for (const { supplier, acquirer } of supplies) for (const one of [supplier, acquirer]) place(one);
      for (const one of cases) for (const trader of one.traders) place(trader);
      const [src, dst, days] = [columns.src, columns.dst, columns.days].map((column) =>
        Int32Array.from(column),
      ) as [Int32Array, Int32Array, Int32Array];
      const cents = Float64Array.from(columns.cents);
      const graph = buildSalesGraph({ src, dst, lo: days, hi: days, cents }, places.size);
      return {
        states,
        supplies,
        cases,
        scoreOf: (trader) => scores.get(trader) ?? null,
        traders: [...places.keys()],
        find: bridgesOf(graph),
        placeOf: (trader) => places.get(trader) ?? null,
      };
    },
  };
}

/** Whether this state gave the number. */
export const isOwn = ({ states }: Pick<Holdings, 'states'>, trader: VatNumber): boolean =>
  states.includes(stateOf(trader));

const origin = '2000-01-01' as PlainDate;
/** Days since the first of January 2000. */
export const dayNumber = (day: PlainDate): number => daysBetween(origin, day);

/** Months since the year 0 of a period that was read as one. Throws where it is none. */
export function monthsOf(period: string): { readonly from: number; readonly to: number } {
  const read = readTaxPeriod(period);
  if (read === null) throw new RangeError(`${period} is no period`);
  return read;
}

/** `2026-03` of months since the year 0. */
export const monthText = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
