/**
 * One step of a market: what is offered and asked in every zone, and what the grid between them lets through. Everything is in MW and
 * EUR/MWh; hours come in only where money is counted.
 */

/**
 * A curve as it was ordered: EUR/MWh, and the MW that are asked or offered at that price. Of a linear order `prices` is that of its first MW
 * and `ends` that of its last: above it for supply, below it for demand. Without `ends` all orders are steps.
 */
export type Steps = {
  readonly prices: Float64Array;
  readonly quantities: Float64Array;
  readonly ends?: Float64Array | undefined;
};

/** What one zone asks and offers; several orders of one price may stand beside each other. */
export type ZoneOrders = { readonly demand: Steps; readonly supply: Steps };

/** A line or a border of which the flow is chosen between two limits. */
export type Link = {
  readonly id: string;
  /** Places in the list of zones; flow counts from here … */
  readonly from: number;
  /** … to there. */
  readonly to: number;
  readonly least: number;
  readonly most: number;
};

/** A border beyond which somebody takes and gives at one price, as much as goes through. */
export type Border = {
  readonly id: string;
  readonly zone: number;
  readonly price: number;
  /** Export positive. */
  readonly least: number;
  readonly most: number;
};

/** What holds for net positions: Σ ptdf · net position ≤ ram. */
export type DomainRow = {
  readonly id: string;
  /** One for each zone. */
  readonly ptdf: Float64Array;
  readonly ram: number;
  /** Exchanges that would relieve it count for nothing, those that load it in full (intuitive mode: `linksAre: 'exchanges'`). */
  readonly takesNoRelief?: true | undefined;
  /** What people call it, and what is out when it counts; not there where who drew the domain says nothing of it. */
  readonly element?: string | null | undefined;
  readonly contingency?: string | null | undefined;
};

export type Network = {
  readonly zones: readonly string[];
  readonly links: readonly Link[];
  readonly borders: readonly Border[];
  /**
   * Where there are rows, net positions of zones that are coupled by them sum to zero, beside what links carry; null: only links and
   * borders connect.
   */
  readonly domain: readonly DomainRow[] | null;
  /**
   * What links are beside a domain. Absent: lines of their own. `exchanges`: all that zones exchange goes over them and loads the rows, and net
   * positions are theirs alone. `rights`: long-term rights, of which a share of one may be used and of the room of each row the rest.
   */
  readonly linksAre?: 'exchanges' | 'rights' | undefined;
};

export type MarketStep = {
  /** Of each zone of the network. */
  readonly orders: readonly ZoneOrders[];
  readonly network: Network;
};

/** A block: all or nothing (or at least its minimum) over its steps, at one price for the mean of what it delivers. */
export type Block = {
  readonly id: string;
  readonly zone: number;
  readonly side: 'supply' | 'demand';
  readonly price: number;
  /** MW of each step of the day; 0 where it has no part in it. */
  readonly quantities: Float64Array;
  /** Of the whole, where it is accepted at all; 1: all or nothing; 0: as far as it gains, like an order of a curve. */
  readonly minimum: number;
  /**
   * Block without which this one is not accepted, at no larger a share than it: what the children gain may pay for what the parent loses, not
   * the other way; null: none.
   */
  readonly parent: string | null;
  /** Blocks of one group are accepted to shares of 1 together at the most: one of several starts, for a flexible order; null: none. */
  readonly group: string | null;
};
