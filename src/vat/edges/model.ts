import { supplyKinds } from '../model.ts';

/** An invoice that an earlier search has seen, or of which that is not asked, and one that none has seen. */
export const invoiceKinds = ['I', 'N'] as const;
export const edgeKinds = [...supplyKinds, ...invoiceKinds] as const;
export type EdgeKind = (typeof edgeKinds)[number];

/**
 * Of totals months since the year 0, of invoices days since 1970, both included; a supply is within where its period has one of them. The
 * period of an invoice is its day: when on that day, nobody says.
 */
export type EdgeWindow = {
  readonly from: number;
  readonly until: number;
  readonly kinds: readonly EdgeKind[];
};

/**
 * Supplies as they stand after all corrections, in columns of one length: one of each pair, kind and period, or invoice by invoice, of
 * which there may be several of the same two and day.
 */
export type EdgeBatch = {
  /** Numbers of traders: places in the order of all VAT numbers of the source. */
  readonly src: Int32Array;
  readonly dst: Int32Array;
  /** First and last month of the period, or twice its day. */
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  /** Whole cents, of either sign. */
  readonly cents: Float64Array;
  /** Place in `edgeKinds`. */
  readonly kind: Uint8Array;
};

/** Supplies of one pair in one period. */
export type Hop = Readonly<Record<'src' | 'dst' | 'lo' | 'hi', number>>;

/** A row as it was declared: `row` of the file whose bytes have this hash. */
export type HopRow = Hop & {
  readonly kind: EdgeKind;
  readonly cents: number;
  readonly file: string;
  readonly row: number;
};

/**
 * Where supplies are that are searched for cycles. Whoever has more than one machine holds keeps them elsewhere and answers the same
 * five questions; the search itself stays here. One question is asked at a time.
 */
export type EdgeSource = {
  /** The same for the same rows, another for others. */
  readonly snapshot: () => Promise<string>;
  /** VAT numbers in the order of their signs, which is that of their numbers here: the first is 0. */
  readonly traders: () => AsyncIterable<readonly string[]>;
  /** Supplies by `lo`, `hi`, `src`, `dst`, kind and amount. */
  readonly scan: (window: EdgeWindow) => AsyncIterable<EdgeBatch>;
  /**
   * Those of them, in the same order, that can be in a cycle: who sells to nobody, or buys from nobody, who is left, is left out, again
   * and again. Some of the rest are in none. With `among` only those between these traders.
   */
  readonly candidates: (window: EdgeWindow, among?: readonly number[]) => AsyncIterable<EdgeBatch>;
  /** The rows behind supplies of this window, by hop, kind, file and row. */
  readonly rows: (window: EdgeWindow, hops: readonly Hop[]) => AsyncIterable<readonly HopRow[]>;
};

export const kindNumber = (kind: string): number => edgeKinds.indexOf(kind as EdgeKind);
