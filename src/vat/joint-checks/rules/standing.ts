import { lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { CheckState } from '../model.ts';

/** A step of a check's life, in the order in which they were taken. */
export type CheckStep = {
  readonly act: string;
  /** The party for which it was taken; empty: by the body itself. */
  readonly by: string;
  readonly effectiveOn: PartialDate;
  /** When this node took it down. */
  readonly recordedAt?: string;
  readonly details: Readonly<Record<string, unknown>>;
};

/** What a state says came of a check; null: it does not know. Cents. */
export type Result = {
  readonly on: PlainDate;
  readonly corrections: number | null;
  readonly fines: number | null;
  readonly note: string | null;
};

export type CheckStanding = {
  readonly state: CheckState;
  /** Who has agreed to the plan as it is, and since when: an agreement to an earlier one, with other states, holds for none of it. */
  readonly agreed: ReadonlyMap<string, PlainDate>;
  /** States that still have to agree: those that are in the plan and take part in the field. */
  readonly waiting: readonly string[];
  readonly results: ReadonlyMap<string, Result>;
  readonly closedOn: PlainDate | null;
  /** Of a plan that was taken back before it ran: by which party, by nobody's where the body itself did, and why. */
  readonly withdrawn: { readonly on: PlainDate; readonly by: string; readonly reason: string } | null;
};

/**
 * How a check stands: `isInField` says who takes part in the field now, so that a state that has left holds nobody up. Nothing that was done before
 * is undone by leaving.
 */
export function checkStandingOf(
  states: readonly string[],
  steps: readonly CheckStep[],
  isInField: (party: string) => boolean,
): CheckStanding {
  const agreed = new Map<string, PlainDate>();
  const results = new Map<string, Result>();
  let hasBegun = false;
  let closedOn: PlainDate | null = null;
  let withdrawn: CheckStanding['withdrawn'] = null;
  for (const { act, by, effectiveOn, details } of steps) {
    const on = lastDay(effectiveOn);
    if (act === 'amend') agreed.clear();
    if (act === 'agree') agreed.set(by, on);
    if (act === 'begin') hasBegun = true;
    if (act === 'record_result')
      results.set(by, {
        on,
        corrections: numberOf(details.corrections),
        fines: numberOf(details.fines),
        note: typeof details.note === 'string' ? details.note : null,
      });
    if (act === 'close') closedOn = on;
    if (act === 'withdraw') withdrawn = { on, by, reason: String(details.reason ?? '') };
  }
  const isOver = hasBegun || withdrawn !== null;
  const waiting = isOver ? [] : states.filter((party) => !agreed.has(party) && isInField(party));
  const isAgreed = waiting.length === 0 && states.some((party) => agreed.has(party));
  const stateBefore = hasBegun ? 'running' : isAgreed ? 'agreed' : 'planned';
  const state = closedOn !== null ? 'closed' : withdrawn !== null ? 'withdrawn' : stateBefore;
  return { state, agreed, waiting, results, closedOn, withdrawn };
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);

/** What those states recorded, summed; what one does not know, or has not said yet, makes the sum a least. */
export function sumOf(
  states: readonly string[],
  results: ReadonlyMap<string, Result>,
  key: 'corrections' | 'fines',
): { readonly cents: number | null; readonly isWhole: boolean } {
  const known = [...results.values()].flatMap((result) => result[key] ?? []);
  const cents = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
  return {
    cents,
    isWhole: cents !== null && states.every((party) => (results.get(party)?.[key] ?? null) !== null),
  };
}
