/** A payee is reported from more than so many payments across borders in a quarter on (Dir. 2006/112, art. 243b): of fewer we have a part at most. */
export const reportedAbove = 25;

/** Why what was paid and what was declared are not held against each other; each by itself is enough. */
export const obstacles = [
  'no_return',
  'no_payments',
  'not_identified',
  'below_threshold',
  'other_currency',
  'declared_nothing',
] as const;
export type Obstacle = (typeof obstacles)[number];

/** What one trader declared for consumers in one state in a quarter, of all rates; euro cents. */
export type Declared = {
  readonly person: string;
  readonly consumption: string;
  readonly base: number;
  readonly vat: number;
  readonly lines: number;
};

/** What one payee was paid from one state in a quarter, in one currency: payments and refunds, both above zero, in hundredths of the currency. */
export type Paid = {
  readonly payee: string;
  /** Whether it is a sound VAT number: nothing else is found in a return. */
  readonly isNumber: boolean;
  readonly payerState: string;
  readonly currency: string;
  readonly payments: number;
  readonly paid: number;
  readonly refunds: number;
  readonly refunded: number;
};

export type OtherCurrency = {
  readonly currency: string;
  readonly count: number;
  /** Net of refunds, in hundredths of the currency. */
  readonly amount: number;
};

/** One payee and state of consumption: what came in beside what was declared. It says no more than that. */
export type Entry = {
  readonly payee: string;
  readonly consumption: string;
  /** Net of refunds, euro cents; null: nothing in euros is known. */
  readonly inflow: number | null;
  readonly payments: number;
  readonly refunds: number;
  readonly refunded: number;
  readonly others: readonly OtherCurrency[];
  /** Null: there is no return that we know of, which is not one of nothing. */
  readonly declared: { readonly base: number; readonly vat: number; readonly lines: number } | null;
  /** Inflow less base and VAT; null where a side is not known. */
  readonly difference: number | null;
  /** Inflow over base and VAT; null where something is in the way of saying so. */
  readonly ratio: number | null;
  readonly obstacles: readonly Obstacle[];
};

/** A row of a file that stands behind an entry. */
export type RowBehind = {
  readonly side: 'declared' | 'paid';
  readonly file: string;
  readonly row: number;
  /** Of what was declared the base; a refund is below zero. */
  readonly cents: number;
  readonly vat: number | null;
  readonly currency: string;
  /** Hundredths of a percent, of what was declared. */
  readonly rate: number | null;
  readonly day: string | null;
};

/** Rows that are kept of an entry, the largest. */
export const mostRows = 40;

export type KeptEntry = Entry & {
  readonly rows: readonly RowBehind[];
  /** Of how many those are the largest. */
  readonly rowsInAll: number;
};

export type Summary = {
  /** Made up, and marked so wherever it is shown: there are no files. */
  readonly synthetic?: true;
  readonly files: readonly { readonly kind: string; readonly sha256: string }[];
  /** Of all entries, the kept ones and the others. */
  readonly entries: number;
  readonly compared: number;
  readonly kept: number;
  readonly obstacles: Readonly<Record<Obstacle, number>>;
};

/** A quarter as it is written, and its months since the year 0, as `src/vat/tax-period.ts` counts them. */
export type Quarter = { readonly quarter: string; readonly from: number; readonly to: number };
