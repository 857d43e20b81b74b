import type { RegisterId } from '#kernel/references.ts';
import type { Problem } from '#kernel/result.ts';
import type { DatedFile } from '../intake/receipts.ts';
import type { FoundDiscrepancy } from '../matching/store.ts';
import type { DeclarationKind } from '../model.ts';
import type { Bundle } from '../scoring/bundle.ts';
import type { ConfirmedCase } from '../scoring/known.ts';
import type { Input } from '../scoring/score.ts';
import type { VatNumber } from '../vat-number.ts';

/** Parts of a run, one after the other; each is on the disk, whole, before the next begins. */
export const runStages = ['match', 'bridges', 'features', 'scores'] as const;
export type RunStage = (typeof runStages)[number];

/** Waiting for its turn; stopped by somebody, and to be gone on with when asked again. */
export const runStates = ['waiting', 'running', 'stopped', 'done', 'failed'] as const;
export type RunState = (typeof runStates)[number];

/** What a run is made of, and nothing else: the same of these is the same run. */
export type RunPlan = {
  readonly register: RegisterId;
  /** Whose traders are scored, by what it has inside and what is exchanged. */
  readonly state: string;
  /** At whose end, `2026-03`. */
  readonly month: string;
  readonly files: readonly DatedFile[];
  /** Frauds that were confirmed to the state by then: who is near one is more likely one, and of whom it is confirmed nobody is told anew. */
  readonly cases: readonly ConfirmedCase[];
  /** Hash of the model. */
  readonly model: string;
  /** Whether model or a file is made up. */
  readonly synthetic: boolean;
  readonly threshold: number;
  readonly rules: number;
};

/** Raised when what a run makes of the same files changes, so that nothing old is taken for new. */
export const rulesVersion = 3;

/**
 * From which probability on somebody looks at a trader, for saying what would clear him: one of five is worth a look, which is what is
 * reported of alerts in production (facts on VAT, 3: 20 % precision).
 */
export const usualThreshold = 0.2;

/** More than a state's analysts look at in a month; what is below stays in the stages of the run. */
export const mostAlerts = 500;

/** Rows that are named behind one reason: more than anybody opens. */
export const mostRows = 1_000;

export type Run = {
  readonly id: string;
  readonly register: RegisterId;
  readonly party: string;
  readonly month: string;
  readonly state: RunState;
  readonly stage: RunStage | null;
  readonly done: number;
  readonly total: number;
  readonly model: string;
  readonly snapshot: string;
  readonly synthetic: boolean;
  readonly askedBy: string;
  readonly beganAt: Date | null;
  readonly endedAt: Date | null;
  readonly problem: Problem | null;
  /** Traders of the state that were scored, of whom the first are its alerts; null: before it ended, or it ended before this was kept. */
  readonly scored: number | null;
};

/** What is behind a reason: a row of a file that was taken in, or what is told of where there is none. */
export type RowBehind =
  | { readonly kind: DeclarationKind; readonly file: string; readonly row: number }
  /** A return that was due and did not come. */
  | { readonly kind: 'missing_return'; readonly trader: VatNumber; readonly month: string }
  /** What came in at one can have left by the other; its sales are rows beside it. */
  | {
      readonly kind: 'bridge';
      readonly inflow: VatNumber;
      readonly outflow: VatNumber;
      readonly hops: number;
      readonly cents: number;
    }
  | { readonly kind: 'case'; readonly trader: VatNumber };

/** All that a score was made of, to be made again anywhere (`vat replay`), and what can be opened behind it. */
export type AlertBundle = Omit<Bundle, 'rows'> & {
  readonly run: string;
  readonly number: VatNumber;
  readonly state: string;
  /** `2026-03`; `month` is its place among the months that were read. */
  readonly period: string;
  readonly snapshot: string;
  readonly synthetic: boolean;
  /** Of each reason, and of each feature because of which an archetype holds. */
  readonly rows: Readonly<Partial<Record<Input, readonly RowBehind[]>>>;
  /** How many more there are than are named, where there are. */
  readonly leftOut: Readonly<Partial<Record<Input, number>>>;
  /** Between what suppliers and acquirers declared, of this trader; the latest first. */
  readonly discrepancies: readonly FoundDiscrepancy[];
  /** Over all the rest. */
  readonly hash: string;
};

export type Alert = {
  readonly run: string;
  readonly trader: VatNumber;
  readonly place: number;
  readonly probability: number;
  readonly least: number;
  readonly most: number;
  /** Trade at stake; the column of the database is called `expected_cents`. */
  readonly atStakeCents: number;
  readonly archetypes: readonly string[];
  readonly bundle: AlertBundle;
};
