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
} from './actions/plan.ts';
import { putForward } from './actions/priorities.ts';
import { adoptAProgramme, consultOnProgramme, returnProgramme, writeProgramme } from './actions/programme.ts';
import { adoptPlan, adoptProgramme, agreePlan, closeYear, draftPlan } from './actions/shared.ts';

/** What people do to a programme and to the plan of a year: draft it, hear others on it, agree, carry out and close it. */
export const planActions: readonly Action[] = [
  writeProgramme,
  consultOnProgramme,
  returnProgramme,
  adoptAProgramme,
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
export const planPermissions = [draftPlan, agreePlan, adoptPlan, adoptProgramme, closeYear];
