import type { DomainRow } from '../market/model.ts';

/**
 * What a row of a domain stands for: a critical network element with its contingency, a limit that a state sets to its own import or export,
 * a sum that has to come out exactly, or room kept for long-term rights.
 */
export type RowKind = 'element' | 'external' | 'equality' | 'long_term';

export type TypedRow = DomainRow & {
  readonly kind: RowKind;
  /** What people call it; null: the file gives no name. */
  readonly element: string | null;
  readonly contingency: string | null;
  /** Who answers for it; null: the file does not say. */
  readonly operator: string | null;
  /** Where it stands in the file. */
  readonly line: number;
};

/** All rows of one hour (or quarter) of one day. */
export type StepDomain = {
  /** Business day in Brussels, `2020-02-29`; null where the file speaks of a typical day alone. */
  readonly day: string | null;
  /** How the file clusters days, as it stands there; null: not at all. */
  readonly typicalDay: string | null;
  /** 1 for the first step of the business day. */
  readonly period: number;
  readonly hubs: readonly string[];
  readonly rows: readonly TypedRow[];
};
