import type { Block, MarketStep } from '../market/model.ts';

/** What one step came to. Everything by the places of zones, links, borders and rows of its network. */
export type ClearedStep = {
  /** EUR/MWh. */
  readonly prices: Float64Array;
  /** MW that each zone gives to the domain, export positive. */
  readonly positions: Float64Array;
  /** MW over links and borders. */
  readonly flows: Float64Array;
  readonly exchanges: Float64Array;
  /** MW of each order, in the order in which they came. */
  readonly accepted: readonly { readonly demand: Float64Array; readonly supply: Float64Array }[];
  /** EUR/MWh that one more MW of a row is worth, of rows that bind. */
  readonly shadows: readonly { readonly row: number; readonly price: number }[];
  /** Where links are long-term rights: which share of the room of rows is used; of rights it is the rest of one. */
  readonly share?: number | undefined;
};

/** EUR: what buyers would have paid more, sellers would have taken less, and the grid between them earns. */
export type Welfare = {
  readonly consumers: number;
  readonly producers: number;
  readonly rent: number;
};

export type Clearing = {
  readonly steps: readonly MarketStep[];
  readonly blocks: readonly Block[];
  /** Length of a step in hours: 1 or 0.25. */
  readonly hours: number;
  readonly result: {
    readonly steps: readonly ClearedStep[];
    /** Share of each block that is accepted. */
    readonly blocks: Float64Array;
    readonly welfare: Welfare;
    /** EUR: no decision on blocks comes to more welfare than this. */
    readonly bound: number;
    readonly status: 'proven' | 'limit';
  };
};
