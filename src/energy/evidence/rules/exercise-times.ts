import { type Exercise, hasEnded } from '../../exercise/model.ts';
import { type Aftermath, afterAction } from '../../exercise/rules/after-action.ts';

/** Minutes of the exercise from when something happened; of those who were told of it. */
export type Taken = {
  /** Who did it at all, and of how many. Who never did took no time of zero minutes. */
  readonly known: number;
  readonly of: number;
  /** Half took no longer; null: nobody did. */
  readonly median: number | null;
  readonly longest: number | null;
};

export type ExerciseTimes = { readonly detect: Taken; readonly inform: Taken; readonly decide: Taken };

/** How long it took seats to detect, inform and decide; null: the exercise runs, and nobody knows yet who never will. */
export function timesOf(exercise: Exercise): ExerciseTimes | null {
  if (!hasEnded(exercise)) return null;
  const told = afterAction(exercise).filter(({ isTold }) => isTold);
  return {
    detect: takenOf(told, 'detect'),
    inform: takenOf(told, 'inform'),
    decide: takenOf(told, 'decide'),
  };
}

function takenOf(told: readonly Aftermath[], step: 'detect' | 'inform' | 'decide'): Taken {
  const minutes = told.flatMap((one) => one[step] ?? []).toSorted((one, other) => one - other);
  return {
    ...{ known: minutes.length, of: told.length },
    median: minutes[Math.ceil(minutes.length / 2) - 1] ?? null,
    longest: minutes.at(-1) ?? null,
  };
}
