/** What can be said of a row that was not taken as it was written. */
export const rowCodes = [
  'written_otherwise',
  'row_empty',
  'line_too_long',
  'quotes_broken',
  'columns_missing',
  'columns_too_many',
  'number_unreadable',
  'number_unsound',
  'not_of_state',
  'kind_unknown',
  'period_unreadable',
  'amount_unreadable',
  'amount_ambiguous',
  'amount_too_large',
  'date_unreadable',
  'received_missing',
  'received_before_period',
  'ends_before_it_begins',
  'correction_unknown',
  'text_unreadable',
  'currency_not_euro',
  'currency_unknown',
  'rate_unreadable',
  'state_unknown',
  'time_unreadable',
  'refund_unclear',
  'payee_unreadable',
  'control_total_differs',
] as const;
export type RowCode = (typeof rowCodes)[number];

/** One thing that was found in one row: what was corrected, or why the row is kept apart. */
export type RowFinding = {
  /** Rows are counted from 1: lines of a CSV below its head, clients of a statement, an invoice. */
  readonly row: number;
  /** The column, or the path in an XML file; empty: the whole row. */
  readonly place: string;
  readonly code: RowCode;
  /** As it was written, cut to what people read. */
  readonly was: string;
  /** As it stands now; null where the row is kept apart. */
  readonly became: string | null;
};

/** What a row came to: each is exactly one of these. */
export type Verdict = 'accepted' | 'corrected' | 'quarantined';

export type Counts = Readonly<Record<Verdict, number>> & {
  /** All rows that came in: the sum of the three. */
  readonly in: number;
};

/** As much of what was written as a finding shows. */
export const shown = (text: string): string => text.slice(0, 200);
