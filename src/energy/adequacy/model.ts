/**
 * What a study of security of supply looks at: areas with load and units over the hours of a year, and what the grid between them lets
 * through. Everything is in MW, MWh and hours. Tables of areas and hours are one array: `area * hours + hour`.
 */
import type { DomainRow } from '../market/model.ts';

/** MW below which nothing is said to be short: a kilowatt, far above what arithmetic loses and far below what a state calls shortage. */
export const leastShortage = 1e-3;

/** Sizes of units are whole kilowatts, so that sums of them are exact. */
export const isWholeKilowatts = (megawatts: number) =>
  Math.abs(megawatts * 1000 - Math.round(megawatts * 1000)) < 1e-6;

/** A unit that is up or down, and nothing between; out by plan, too. */
export type Unit = {
  readonly id: string;
  /** Place in the list of areas. */
  readonly area: number;
  readonly megawatts: number;
  /** Mean hours to failure and to repair; both times are exponential. No failures where `mttr` is 0. */
  readonly mttf: number;
  readonly mttr: number;
  /** Hours `[from, until)` of the year in which it is out by plan; in order, and apart. */
  readonly maintenance: readonly (readonly [from: number, until: number])[];
};

/** Share of time in which a unit is down by chance: the forced outage rate. */
export const outageRate = ({ mttf, mttr }: Pick<Unit, 'mttf' | 'mttr'>) =>
  mttr === 0 ? 0 : mttr / (mttf + mttr);

/** Weather of one year, the same year in every area, by area and hour. */
export type ClimateYear = {
  readonly id: string;
  readonly load: Float64Array;
  /** Wind, sun, run of river: what comes whether it is wanted or not. */
  readonly mustRun: Float64Array;
  /** MWh that flow into the reserves of an area in the hour; shared among them by how much each can hold. */
  readonly inflow: Float64Array;
};

/** What holds for net positions in the hours that are assigned to it: Σ ptdf · position ≤ ram, export positive, ram ≥ 0. */
export type ExchangeDomain = { readonly id: string; readonly rows: readonly DomainRow[] };

export type Exchange = {
  readonly domains: readonly ExchangeDomain[];
  /** Of each hour, its place in `domains`. */
  readonly domainOf: Uint16Array;
  /**
   * No area goes shorter than it would be alone (Antares had this, and took it out in 9.2); else it may, where that leaves less
   * unserved in all or shares it better.
   */
  readonly localMatching: boolean;
};

/** Storage, filled again from what an area has left over; or demand that can do without for some hours of each day. */
export type Reserve = {
  readonly id: string;
  readonly kind: 'storage' | 'demand_response';
  readonly area: number;
  /** Most that it gives (and, of storage, takes) in an hour. */
  readonly megawatts: number;
  /** MWh that it gives when full; of demand response: in a day. */
  readonly megawatthours: number;
  /** MWh given for each MWh taken; 1 of demand response. */
  readonly efficiency: number;
};

export type Study = {
  readonly name: string;
  /** Made up, and to be shown as such. */
  readonly synthetic: boolean;
  /** Where it comes from, in words. */
  readonly source: string;
  readonly areas: readonly string[];
  /** In a year. */
  readonly hours: number;
  readonly units: readonly Unit[];
  readonly climateYears: readonly ClimateYear[];
  /** Null: every area is alone. */
  readonly exchange: Exchange | null;
  readonly reserves: readonly Reserve[];
};
