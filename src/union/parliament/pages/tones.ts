import type { Tone } from '#platform/page/components.tsx';
import type { ItemState, Presence } from '../model.ts';

export const itemTones: Readonly<Record<ItemState, Tone>> = {
  tabled: 'none',
  assigned: 'part',
  partly_answered: 'part',
  answered: 'good',
  retabled: 'part',
  closed: 'good',
  withdrawn: 'none',
};

export const presenceTones: Readonly<Record<Presence, Tone>> = { yes: 'good', no: 'bad', unknown: 'none' };
