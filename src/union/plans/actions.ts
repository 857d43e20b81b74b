import type { Action } from '#platform/actions/action.ts';
import { answerConsultation, recordConsultation } from './actions/consultations.ts';
import {
  beginItem,
  deferItem,
  dropItem,
  failItem,
  realiseItem,
  realiseItemPartly,
} from './actions/item-life.ts';
import { addItem, assignItem, reviseItem, tieItem } from './actions/items.ts';
import {
  adoptYearPlan,
  agreeToPlan,
  closePlan,
  consultMinistries,
  coordinatePlan,
  draftYearPlan,
  presentPlan,
  returnPlan,
  startPlan,
  writeProgramme,
} from './actions/plan.ts';
import { putForward } from './actions/priorities.ts';
import { adoptPlan, agreePlan, closeYear, draftPlan } from './actions/shared.ts';

/** What people do to the plan of a year: draft it, hear others on it, agree, carry out and close it. */
export const planActions: readonly Action[] = [
  writeProgramme,
  draftYearPlan,
  putForward,
  addItem,
  reviseItem,
  tieItem,
  assignItem,
  recordConsultation,
  answerConsultation,
  coordinatePlan,
  consultMinistries,
  presentPlan,
  agreeToPlan,
  returnPlan,
  adoptYearPlan,
  startPlan,
  beginItem,
  realiseItem,
  realiseItemPartly,
  failItem,
  deferItem,
  dropItem,
  closePlan,
];
export const planPermissions = [draftPlan, agreePlan, adoptPlan, closeYear];
