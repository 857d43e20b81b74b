import type { Tone } from '#platform/page/components.tsx';
import type { Commitment } from '../rules/commitment.ts';
import type { FollowUp } from '../rules/follow-up.ts';

/** What was declined or cannot be solved is an end on record, neither good nor bad. */
export const commitmentTones: Readonly<Record<Commitment['state'], Tone>> = {
  open: 'part',
  done: 'good',
  declined: 'none',
  unsolvable: 'none',
  unknown: 'none',
};

export const followUpTones: Readonly<Record<FollowUp, Tone>> = {
  open: 'part',
  done: 'good',
  declined: 'none',
  unknown: 'none',
};
