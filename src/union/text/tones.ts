import type { Tone } from '#platform/page/components.tsx';
import type { CheckState, LawStatus, PracticeStatus } from '../law/model.ts';
import type { Clock } from '../parliament/rules/clock.ts';
import type { PlanItemState, PlanState } from '../plans/model.ts';

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

export const checkTones: Readonly<Record<CheckState, Tone>> = {
  none: 'none',
  asserted: 'part',
  confirmed: 'good',
  contradicted: 'bad',
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

export const planTones: Readonly<Record<PlanState, Tone>> = {
  drafted: 'none',
  coordinated: 'none',
  ministries_consulted: 'none',
  presented: 'none',
  agreed: 'part',
  adopted: 'part',
  running: 'part',
  closed: 'good',
};

export const planItemTones: Readonly<Record<PlanItemState, Tone>> = {
  planned: 'none',
  in_progress: 'part',
  realised: 'good',
  partly_realised: 'part',
  not_realised: 'bad',
  deferred: 'bad',
  dropped: 'bad',
};
