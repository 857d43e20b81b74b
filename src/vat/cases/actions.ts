import type { Action } from '#platform/actions/action.ts';
import { giveFeedback } from './actions/feedback.ts';
import { close, join, note, open, openFromAlert, reopen, revise } from './actions/life.ts';
import { draftRequest, releaseRequest, withdrawRequest } from './actions/requests.ts';
import { keepReason, keepRow, removeRow } from './actions/rows.ts';

export const caseActions: readonly Action[] = [
  ...[open, openFromAlert, join, revise, note, close, reopen],
  ...[keepRow, keepReason, removeRow],
  ...[draftRequest, releaseRequest, withdrawRequest, giveFeedback],
];
