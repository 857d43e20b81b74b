import { type Problem, problem } from '#kernel/result.ts';
import type { PlanState } from '../model.ts';
import { openPlanStates } from '../model.ts';

/** While what a plan promises is still written; a state that is not known is not one of these. */
export function isWritten(state: string | null | undefined): state is PlanState {
  return openPlanStates.some((open) => open === state);
}

/** What an item promises, as far as its parts must fit one another. */
export type Parts = {
  readonly theme?: unknown;
  readonly dossier?: unknown;
  readonly presidency?: unknown;
  readonly priority?: unknown;
  readonly indicator?: unknown;
  readonly target?: unknown;
};

const isSaid = (value: unknown) => value !== undefined && value !== null;

/** An item belongs to a theme or a dossier (§3.5). The path is the field. */
export function themeFaults({ theme, dossier }: Parts): readonly Problem[] {
  return isSaid(theme) || isSaid(dossier) ? [] : [problem('item_without_theme', 'theme')];
}

/**
 * A priority with its presidency and one that it named (§15.2.1), a target with its indicator; `priorities` are those of the
 * presidency, null where there is none of that name.
 */
export function pairFaults(
  { presidency, priority, indicator, target }: Parts,
  priorities: readonly string[] | null,
): readonly Problem[] {
  const paired = (one: unknown, other: unknown) => isSaid(one) === isSaid(other);
  return [
    ...(paired(presidency, priority)
      ? []
      : [problem('priority_and_presidency', isSaid(priority) ? 'presidency' : 'priority')]),
    ...(priorities === null || !isSaid(priority) || priorities.includes(String(priority))
      ? []
      : [problem('priority_unknown', 'priority', { known: priorities.join('; ') || '–' })]),
    ...(paired(indicator, target)
      ? []
      : [problem('target_and_indicator', isSaid(target) ? 'indicator' : 'target')]),
  ];
}

const endedStates = ['abolished', 'merged', 'converted', 'rejected'];

/** A group that has ended carries nothing out. */
export function endedFaults(id: string, state: string | null | undefined): readonly Problem[] {
  return typeof state === 'string' && endedStates.includes(state)
    ? [problem('responsible_ended', 'responsible', { id, state })]
    : [];
}
