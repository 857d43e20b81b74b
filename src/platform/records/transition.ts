import type { PartialDate } from '#kernel/dates.ts';

/**
 * A step of a lifecycle with two of its three times: `effectiveOn` (when it was so) and, on the record that brings it,
 * `knownFrom` (since when the source says so). The third, when our system took it in, is not the writer's to give.
 */
export type Transition = {
  /** Which lifecycle of the subject: `state`, or `in_law/NL` where a subject has one for each party. */
  readonly axis: string;
  /** The state before, where the source says it; `null` is not known. `'none'` is before the subject existed. */
  readonly from: string | null;
  readonly to: string;
  readonly effectiveOn: PartialDate;
  /** The source saw the subject in this state at `effectiveOn` and does not say since when. */
  readonly observed: boolean;
  readonly details: Readonly<Record<string, unknown>>;
};

/** The state before a subject exists. */
export const notYet = 'none';
