import type { Permission } from '#platform/access/access.ts';
import type { Action } from '#platform/actions/action.ts';
import { answerForItself, giveAnswer } from './actions/answers.ts';
import { draftAnswer, reviseDraft, signOffDraft } from './actions/drafts.ts';
import {
  assignItem,
  closeItem,
  recordAttendance,
  retableItem,
  tableItem,
  withdrawItem,
} from './actions/items.ts';
import { answerParliament, assignItems, readDrafts, tableItems } from './actions/shared.ts';

/** What people do to items of parliament: table, assign, draft together, sign off, answer, and take back. */
export const parliamentActions: readonly Action[] = [
  tableItem,
  assignItem,
  draftAnswer,
  reviseDraft,
  signOffDraft,
  answerForItself,
  giveAnswer,
  retableItem,
  closeItem,
  withdrawItem,
  recordAttendance,
];
export const parliamentPermissions: readonly Permission[] = [
  tableItems,
  assignItems,
  answerParliament,
  readDrafts,
];
