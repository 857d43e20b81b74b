import type { Action } from '#platform/actions/action.ts';
import { addPoint, minutePoint, proposePoint, statePosition } from './actions/agenda.ts';
import {
  adoptMinutes,
  cancelMeeting,
  conveneMeeting,
  holdMeeting,
  moveMeeting,
  planMeeting,
  recordAttendance,
} from './actions/meeting.ts';
import { closeProcedure, objectInWriting, openProcedure } from './actions/procedures.ts';
import { planSeries } from './actions/series.ts';
import { convene } from './actions/shared.ts';
import { readAgendaItems, readWrittenProcedures, takePartInMeetings } from './permissions.ts';

/** What people do to meetings: plan them, bring points, say what they think of them, minute, and decide in writing. */
export const meetingActions: readonly Action[] = [
  planMeeting,
  planSeries,
  moveMeeting,
  conveneMeeting,
  cancelMeeting,
  holdMeeting,
  recordAttendance,
  adoptMinutes,
  proposePoint,
  addPoint,
  statePosition,
  minutePoint,
  openProcedure,
  objectInWriting,
  closeProcedure,
];
export const meetingPermissions = [convene, takePartInMeetings, readAgendaItems, readWrittenProcedures];
