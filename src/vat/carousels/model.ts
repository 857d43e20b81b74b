/**
 * Carousels that an official looks for in an open case of his state: chosen states are asked for statements and bridges as `vat carousels`
 * asks them, and what came back is kept with the case. One drafts it, and another one releases it: nothing leaves on one person's word. Tokens
 * only: whose a token is stays a request of its own.
 */
import type { Reason } from '#exchange';
import type { Problem } from '#kernel/result.ts';
import type { Refusal } from '../bridges/model.ts';
import type { Carousel } from '../bridges/rules/join.ts';

export type SearchState = 'drafted' | 'withdrawn' | 'waiting' | 'running' | 'stopped' | 'done' | 'failed';

/** Of a case there is one at a time that is none of the ended ones. */
export const isUnderWay = ({ state }: { readonly state: SearchState }): boolean =>
  state === 'waiting' || state === 'running';

/** What an official wants to have asked. */
export type DraftedSearch = {
  readonly id: string;
  readonly register: string;
  readonly party: string;
  readonly case: string;
  readonly reference: string;
  readonly instrument: string;
  readonly purpose: string;
  readonly epoch: number;
  readonly states: readonly string[];
  /** Months: the first and the last. */
  readonly from: string;
  readonly until: string;
  /** The person, by the name that this node has for him. */
  readonly draftedBy: string;
};

/** Who released it: by the name that this node has for him, and by which the exchange knows him. */
export type Releaser = { readonly releasedBy: string; readonly officer: string };

/** A question that was not answered with what was asked for. */
export type Untold = {
  readonly state: string;
  readonly operation: string;
  /** As `exchange` says it; `content`: the other answered, and refused or said what is not its to tell. */
  readonly outcome: string;
  /** Whether this node itself denied it: then nothing left. */
  readonly isHere: boolean;
  readonly failure: string | null;
  readonly reasons: readonly Reason[];
  readonly refused: Refusal | null;
};

export type Counts = {
  /** Rows of statements. */
  readonly rows: number;
  /** Cycles on statements alone. */
  readonly alone: number;
  readonly pairs: number;
  readonly bridges: number;
  /** Cycles over statements and bridges, and how many of these are kept. */
  readonly joined: number;
  readonly kept: number;
  /** The search ended at its budget. */
  readonly truncated: boolean;
};

export type Search = DraftedSearch & {
  readonly releasedBy: string | null;
  readonly officer: string | null;
  readonly state: SearchState;
  readonly askingState: string | null;
  readonly askingOperation: string | null;
  readonly done: number;
  readonly total: number;
  /** Null: it has not come to an end. */
  readonly counts: Counts | null;
  readonly untold: readonly Untold[];
  readonly problems: readonly Problem[];
  readonly draftedAt: Date;
  readonly releasedAt: Date | null;
  readonly endedAt: Date | null;
};

/** With the last day on which it may be used: that of its bridges, or of statements alone that of a bridge which is told on the same day. */
export type FoundCarousel = Carousel & { readonly until: string };
export type KeptCarousel = FoundCarousel & { readonly place: number };

/** Those of the largest amounts: more than anybody looks through. */
export const mostKept = 100;

/** How it is looked for, as `vat carousels` does where nothing else is said. */
export const usualJoin = { window: 2, maxLength: 8, margin: 0.15, budget: 10_000_000 } as const;

/** Months of one question at the most: a gateway answers from as many. */
export const mostMonths = 36;

/** Name of the job that makes searches. */
export const searchTask = 'make-vat-carousel-searches';
