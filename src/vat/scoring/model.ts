/**
 * What is known of traders, in columns: no object for a row. Days are counted from the first day of the first month, months from the
 * first one, 0. Traders, states and rows are numbers, so that a score needs nobody's name.
 */

/** A day that does not come. */
export const never = 2 ** 31 - 1;
/** A day that nobody says, and a sector: features made of them are not known. */
export const unknownDay = -(2 ** 31);
export const unknownSector = 255;

export type Traders = {
  readonly count: number;
  /** Place in `World.states`. */
  readonly state: Uint8Array;
  /** Place in `sectors`, or `unknownSector`. */
  readonly sector: Uint8Array;
  /**
   * First day of the number, below zero before the first month, `unknownDay` where its state tells of none; and the first day on which it
   * is no longer valid, or never.
   */
  readonly registered: Int32Array;
  readonly ended: Int32Array;
  /** Day on which the trader told of another branch of trade; never; `unknownDay`. */
  readonly resectored: Int32Array;
  /** Traders with the same director, address or account have the same number; −1: with nobody. */
  readonly group: Int32Array;
};

/** Lines of recapitulative statements. In no order that says how they came about. */
export type Supplies = {
  readonly supplier: Int32Array;
  /** −1: the number on the line is nobody's. */
  readonly acquirer: Int32Array;
  readonly month: Int32Array;
  readonly cents: Float64Array;
  readonly received: Int32Array;
  /** 0 a first declaration, 1 in the place of the earlier of the same two and month, 2 added to them. */
  readonly correction: Uint8Array;
  /** Day on which a line in its place was received; never. */
  readonly superseded: Int32Array;
};

/** Sales within a state, net, with their VAT: they never leave it. */
export type Sales = {
  readonly seller: Int32Array;
  readonly buyer: Int32Array;
  readonly day: Int32Array;
  readonly cents: Float64Array;
  readonly vat: Float64Array;
};

/** VAT returns of a month; all cents, NaN where it is not known. `filed` is never where none came. */
export type Returns = {
  readonly trader: Int32Array;
  readonly month: Int32Array;
  readonly filed: Int32Array;
  /** From other states. */
  readonly acquisitions: Float64Array;
  /** Within the state. */
  readonly purchases: Float64Array;
  readonly sales: Float64Array;
  /** To other states, exempt. */
  readonly exempt: Float64Array;
  /** To be paid; below zero it is asked back. */
  readonly due: Float64Array;
};

/** Frauds that a state confirmed and told the others: who, when it was told, and from and until when he took part, or `unknownDay`. */
export type Cases = {
  readonly trader: Int32Array;
  readonly confirmed: Int32Array;
  readonly from: Int32Array;
  readonly until: Int32Array;
};

/** What a score is made of; every row has the day on which it was known, and no earlier score sees it. */
export type Known = {
  readonly months: number;
  /** First day of each month, and of four more. */
  readonly monthStart: Int32Array;
  /** How many states there are, and whether each gives returns, registrations, sales and bridges to the work; statements all give. */
  readonly joins: readonly boolean[];
  /** Whether goods of a sector are of those that go round. */
  readonly riskySectors: readonly boolean[];
  readonly traders: Traders;
  /** By month. */
  readonly supplies: Supplies;
  /** By day; each state has its own alone. */
  readonly sales: Sales;
  readonly returns: Returns;
  /**
   * At `state * months + month`: 1 where the state gave returns of that month, so that one which is not there did not come. Absent: those
   * that join gave all.
   */
  readonly covered?: Uint8Array;
  readonly cases: Cases;
};

/**
 * What a state says of its inside: what came in at one trader can have left by another. Days: the earliest on which it can have been
 * there, and the latest on which it can have left the first; the second is not before the first. `cents` is the most there can be.
 */
export type BridgeEdge = {
  readonly state: number;
  readonly inflow: number;
  readonly outflow: number;
  readonly hops: number;
  readonly lo: number;
  readonly hi: number;
  readonly cents: number;
};
