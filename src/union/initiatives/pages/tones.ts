import type { Tone } from '#platform/page/components.tsx';
import type { InitiativeState } from '../model.ts';

export const initiativeTones: Readonly<Record<InitiativeState, Tone>> = {
  idea: 'none',
  seminar: 'part',
  proposal: 'part',
  begun: 'good',
  running: 'part',
  finished: 'good',
  stopped: 'none',
};
