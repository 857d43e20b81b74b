import type { Months } from '../tax-period.ts';

/**
 * What is told apart where what suppliers declared and what acquirers declared do not agree. Of a total only totals can be said: who of
 * its suppliers is meant is known where an acquirer declares by supplier, and nowhere else.
 */
export const discrepancyTypes = [
  'supply_only',
  'acquisition_only',
  'amount_over',
  'amount_under',
  'period_shift',
  'kind_mismatch',
  'invalid_acquirer',
  'inactive_acquirer',
  'non_filer',
  'nil_filer_with_inflow',
  'triangulation_broken',
  'duplicate_listing',
  'correction_after_query',
  'currency_or_rounding',
  'self_supply',
] as const;
export type DiscrepancyType = (typeof discrepancyTypes)[number];

/** Goods, with those of triangulation, or services: what acquirers declare apart. */
export type MatchKind = 'L' | 'S';

/** What was declared on both sides of one acquirer, or of one pair, in one period and kind; whole cents. */
export type Sides = {
  readonly kind: MatchKind;
  readonly months: Months;
  /** Null: no supplier declared anything. */
  readonly supplied: number | null;
  /** Null: the acquirer declared nothing of this kind. */
  readonly declared: number | null;
  /** Whether the acquirer declared anything at all in this period, were it nothing. */
  readonly hasFiled: boolean;
};

export type Discrepancy = {
  readonly type: DiscrepancyType;
  readonly kind: MatchKind;
  readonly months: Months;
  /** Supplied less declared, of this entry; all entries of an acquirer sum up to what is open between both sides. */
  readonly cents: number;
  /** The other period or kind that explains it. */
  readonly counterpart: { readonly kind: MatchKind; readonly months: Months } | null;
};

/** What differs by no more than the larger of these is told as `currency_or_rounding`, whatever else it may be. */
export type Tolerance = { readonly cents: number; readonly share: number };

/** Facts of the field: the larger of 100 euros and 1 in 100. */
export const usualTolerance: Tolerance = { cents: 100_00, share: 0.01 };
