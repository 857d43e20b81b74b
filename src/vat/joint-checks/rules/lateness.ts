import { lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { CheckState } from '../model.ts';

/** `start`: it has not begun and the days on which it was planned to are over. `end`: it runs, and its last planned day is over. */
export type Lateness = 'start' | 'end';

/**
 * Whether a planned day of a check has passed without what was planned for it; null: none has. A month or year has passed with its last day, and
 * of a check without an end nothing is late but its beginning.
 */
export function latenessOf(
  { from, until }: { readonly from: PartialDate | null; readonly until: PartialDate | null },
  state: CheckState,
  today: PlainDate,
): Lateness | null {
  const isOver = (day: PartialDate | null) => day !== null && lastDay(day) < today;
  if (state === 'planned' || state === 'agreed') return isOver(from) ? 'start' : null;
  return state === 'running' && isOver(until) ? 'end' : null;
}
