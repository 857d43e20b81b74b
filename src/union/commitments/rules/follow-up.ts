import type { CommitmentState } from '../model.ts';

/** How it stands with a recommendation by what was promised because of it. */
export const followUps = ['open', 'done', 'declined', 'unknown'] as const;
export type FollowUp = (typeof followUps)[number];

/**
 * As long as one promise is open the recommendation is. When all have ended it is done if one was kept, and declined if none was. One
 * that nobody took over is not refused by that: what became of it is not known (§15.4), and neither where a promise's state is not.
 */
export function followUpOf(taken: readonly (CommitmentState | 'unknown')[]): FollowUp {
  if (taken.includes('open')) return 'open';
  if (taken.length === 0 || taken.includes('unknown')) return 'unknown';
  return taken.includes('done') ? 'done' : 'declined';
}

/** Which evaluation says it: the year that is stated, else that of the source that the register comes from. */
export function evaluationOf(stated: unknown, sourceYear: number): number {
  return typeof stated === 'number' ? stated : sourceYear;
}

/** One evaluation beside another: what it recommended, and what became of that. */
export type EvaluationCounts = {
  readonly evaluation: number;
  readonly recommendations: number;
  readonly findings: number;
} & Readonly<Record<FollowUp, number>>;

/** Each evaluation of which something is on record, the oldest first; the follow-ups add up to the recommendations. */
export function sideBySide(
  recommended: readonly { readonly evaluation: number; readonly followUp: FollowUp }[],
  found: readonly { readonly evaluation: number }[],
): readonly EvaluationCounts[] {
  const years = new Set([...recommended, ...found].map(({ evaluation }) => evaluation));
  return [...years]
    .toSorted((a, b) => a - b)
    .map((evaluation) => {
      const own = recommended.filter((one) => one.evaluation === evaluation);
      const count = (followUp: FollowUp) => own.filter((one) => one.followUp === followUp).length;
      return {
        evaluation,
        recommendations: own.length,
        findings: found.filter((one) => one.evaluation === evaluation).length,
        open: count('open'),
        done: count('done'),
        declined: count('declined'),
        unknown: count('unknown'),
      };
    });
}
