import type { Permission } from '#platform/access/access.ts';

/** Who exercises: the body in whose hands the register puts it, and those who sit there for a party that takes part. Nobody else sees anything. */
export const leadExercises: Permission = {
  code: 'energy_exercises.lead',
  audience: 'body',
  summary:
    'open energy exercises, let them go on and end, read all of them, and act in them as the secretariat',
};
export const takePartInExercises: Permission = {
  code: 'energy_exercises.take_part',
  audience: 'delegate',
  summary:
    'take part in energy exercises in which one’s own party has a seat: read what is addressed to it, write, acknowledge, state, decide',
};

export const exercisePermissions: readonly Permission[] = [leadExercises, takePartInExercises];
