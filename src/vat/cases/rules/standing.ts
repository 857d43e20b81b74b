import type { PlainDate } from '#kernel/dates.ts';
import type { CaseState, FeedbackState, RequestState, RowState } from '../model.ts';

/** A step of a record's life, in the order in which they were taken. */
type Step = { readonly to: string; readonly effectiveOn: string };

/** The state after all steps. */
export const stateAfterSteps = <State extends CaseState | RowState | RequestState | FeedbackState>(
  steps: readonly Step[],
  first: State,
): State => (steps.at(-1)?.to as State | undefined) ?? first;

/** On which days a case was open, each time from and until (the first day on which it was not); null: it is open still. */
export function openTimes(
  steps: readonly Step[],
): readonly { readonly from: string; readonly until: string | null }[] {
  const times: { from: string; until: string | null }[] = [];
  for (const { to, effectiveOn } of steps) {
    const last = times.at(-1);
    if (to === 'open' && (last === undefined || last.until !== null))
      times.push({ from: effectiveOn, until: null });
    if (to === 'closed' && last !== undefined && last.until === null) last.until = effectiveOn;
  }
  return times;
}

/**
 * How a request stands: by its own steps until it was released, and from then on by how its question ended, which the exchange knows.
 * `told`: the other took notice and owes the feedback that was asked for; `refused`: it answered that it does not say; `unanswered`: it was
 * asked, and no answer came.
 */
export type RequestStanding = RequestState | 'told' | 'answered' | 'refused' | 'denied' | 'unanswered';
/** `said`: what an answer says short of what was asked for; null: it says that. */
export function requestStanding(
  steps: readonly Step[],
  outcome: 'content' | 'empty' | 'denied' | 'failed' | 'late' | 'waiting' | null,
  said: 'told' | 'refused' | null = null,
): RequestStanding {
  const state = stateAfterSteps<RequestState>(steps, 'drafted');
  if (state !== 'released' || outcome === null || outcome === 'waiting') return state;
  if (outcome === 'denied') return 'denied';
  if (outcome === 'failed' || outcome === 'late') return 'unanswered';
  return said ?? 'answered';
}

/** How feedback stands on a day. `late`: it came after its day; of a day that is not known nothing is late. */
export type FeedbackStanding = 'owed' | 'overdue' | 'given' | 'late';
export function feedbackStanding(
  steps: readonly Step[],
  due: string | null,
  today: PlainDate,
): FeedbackStanding {
  const given = steps.find(({ to }) => to === 'given');
  if (given !== undefined) return due !== null && given.effectiveOn > due ? 'late' : 'given';
  return due !== null && today > due ? 'overdue' : 'owed';
}
