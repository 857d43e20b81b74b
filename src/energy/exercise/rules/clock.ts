import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type Entry, type Exercise, entriesOf, type Inject, type Scenario } from '../model.ts';

/**
 * The clock of an exercise goes where whoever leads it puts it and never by itself: the same log is the same exercise, however long people took
 * over it.
 */

/** The longest exercise, in its own minutes: three days. */
export const longest = 3 * 24 * 60;

export const minuteOf = (exercise: { readonly entries: readonly Entry[] }): number =>
  entriesOf(exercise, 'advance').at(-1)?.to ?? 0;

/** What has happened by a minute, in the order in which it did. */
export const injectsBy = ({ injects }: Pick<Scenario, 'injects'>, minute: number): readonly Inject[] =>
  injects.filter((inject) => inject.minute <= minute);

/** What happens next; null: nothing more. */
export const nextInject = ({ injects }: Pick<Scenario, 'injects'>, minute: number): Inject | null =>
  injects.find((inject) => inject.minute > minute) ?? null;

/**
 * To which minute the clock goes: so many on, or to the next thing that happens where none are named. Problems:
 * `energy_exercise_over` (nothing more happens, so minutes must be named), `energy_exercise_too_long`.
 */
export function advanceTo(
  { scenario, entries }: Pick<Exercise, 'scenario' | 'entries'>,
  minutes: number | undefined,
): Result<number> {
  const now = minuteOf({ entries });
  const to = minutes === undefined ? (nextInject(scenario, now)?.minute ?? null) : now + minutes;
  if (to === null) return fail(problem('energy_exercise_over', 'body.minutes'));
  return to > longest ? fail(problem('energy_exercise_too_long', 'body.minutes', { longest })) : ok(to);
}
