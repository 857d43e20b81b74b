import type { Tone } from '#platform/page/components.tsx';
import type { LawStatus, PracticeStatus } from '../law/model.ts';
import type { Clock } from '../parliament/rules/clock.ts';

/** How statuses look, beside what they are called: on pages and in documents alike. */

/** The states of a group that are not named here have no tone: they are facts, neither good nor bad. */
export const groupTones: Readonly<Record<string, Tone>> = {
  active: 'good',
  dormant: 'part',
  proposed: 'part',
};

export const lawTones: Readonly<Record<LawStatus, Tone>> = {
  implemented: 'good',
  partial: 'part',
  not_implemented: 'bad',
  declined: 'bad',
  unknown: 'none',
  not_applicable: 'none',
};

export const practiceTones: Readonly<Record<PracticeStatus, Tone>> = {
  applied: 'good',
  partly_applied: 'part',
  not_applied: 'bad',
  unknown: 'none',
  not_applicable: 'none',
};

export const clockTones: Readonly<Record<Clock['state'], Tone>> = {
  answered: 'good',
  perhaps_answered: 'none',
  running: 'part',
  overdue: 'bad',
  due_unknown: 'none',
  withdrawn: 'none',
};

export const instrumentTones: Readonly<Record<string, Tone>> = { in_force: 'good', adopted: 'part' };
