import type { Certainty } from '#kernel/dates.ts';

/**
 * Whether an observation reaches the target, in the direction that the indicator is to go. What is no plain number, or has no
 * direction, is not judged: unknown is not no.
 */
export function reachesTarget(direction: unknown, target: unknown, value: unknown): Certainty {
  if (typeof target !== 'number' || typeof value !== 'number') return 'unknown';
  if (direction === 'up') return value >= target ? 'yes' : 'no';
  if (direction === 'down') return value <= target ? 'yes' : 'no';
  return 'unknown';
}
