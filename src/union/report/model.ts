import type { Catalogue, Discrepancy, DossierBenefit } from '#evidence';
import type { PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import type { LocalizedText } from '#kernel/localized-text.ts';
import type { DocumentContent } from '#platform/document/content.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import type { StoredRecord } from '#platform/records/records.ts';
import type { StateAt } from '#platform/records/transitions.ts';
import type { Name } from '../bodies/store.ts';
import type { Commitment } from '../commitments/rules/commitment.ts';
import type { Board } from '../law/store.ts';
import type { BudgetYear, YearMoney } from '../money/store.ts';
import type { ItemWithClocks } from '../parliament/store.ts';
import type { YearPlan } from '../plans/store.ts';
import type { LedgerStep } from './rules/ledger.ts';
import type { ReportPeriod } from './rules/years.ts';

/** A group at both ends of the year, with what happened to it in between. */
export type ReportGroup = {
  readonly id: string;
  readonly title: LocalizedText;
  readonly record: StoredRecord;
  readonly opening: StateAt;
  readonly closing: StateAt;
  /** On the date asked about, where that is later than the year. */
  readonly later: StateAt | null;
  readonly steps: readonly LedgerStep[];
};

/** Something that is said twice: of the end of the year, and of the later date asked about where there is one. */
export type AtEnds<T> = { readonly closing: T; readonly later: T | null };

/** Everything that a report is made from, as the register has it. Language and looks come after. */
export type ReportRows = {
  readonly register: { readonly id: string; readonly knownFrom: PartialDate; readonly meta: RecordBody };
  readonly year: string;
  /** Every year that can be reported on. */
  readonly years: readonly string[];
  readonly period: ReportPeriod;
  /** Date of the newest source that any of it rests on: the state of knowledge, on whichever day it is asked for. */
  readonly knowledge: PartialDate;
  readonly catalogue: Catalogue;
  /** Where the source speaks of an indicator, also of one without figures. */
  readonly indicatorSources: ReadonlyMap<string, readonly string[]>;
  /** What the source says of its table of counts as a whole. */
  readonly countsNotes: { readonly caveats: readonly string[]; readonly dash: string | null };
  readonly benefits: readonly DossierBenefit[];
  readonly groups: readonly ReportGroup[];
  readonly board: AtEnds<Board>;
  readonly items: AtEnds<readonly ItemWithClocks[]>;
  readonly targetMonths: number | null;
  readonly commitments: readonly (Commitment & { readonly source: readonly string[] })[];
  readonly budgets: readonly BudgetYear[];
  /** What went to activities and what was left of the year; null: nothing is known of its money. */
  readonly money: YearMoney | null;
  readonly contradictions: readonly Discrepancy[];
  readonly names: ReadonlyMap<string, Name>;
  readonly otherCounts: readonly StoredRecord[];
  readonly signals: readonly StoredRecord[];
  readonly events: readonly StoredRecord[];
  /** Instruments adopted, signed or come into force in the year. */
  readonly instruments: readonly StoredRecord[];
  readonly presidencies: readonly StoredRecord[];
  readonly themes: readonly StoredRecord[];
  /** The plan of the year with its items on the date asked about; null where the register has none. */
  readonly plan: YearPlan | null;
  /** What the source says is missing from it as a whole, in its own words. */
  readonly gap: string | null;
};

/** A report as it was frozen: the wording in every language, and the fingerprints by which it is known to be that. */
export type FrozenReport = {
  readonly year: string;
  /** The day that it speaks of: on which the year was closed. */
  readonly asOf: PartialDate;
  /** The day on which it was frozen. */
  readonly frozen: PartialDate;
  readonly hash: string;
  readonly hashes: Readonly<Record<Language, string>>;
  readonly documents: Readonly<Record<Language, DocumentContent>>;
};
