import type { Tone } from '#platform/page/components.tsx';
import type { MeetingState, PointOutcome, PositionWord, ProcedureState } from '../model.ts';

export const meetingTones: Readonly<Record<MeetingState, Tone>> = {
  planned: 'none',
  convened: 'part',
  held: 'part',
  minutes_adopted: 'good',
  cancelled: 'bad',
};
export const positionTones: Readonly<Record<PositionWord, Tone>> = {
  in_favour: 'good',
  against: 'bad',
  reservation: 'bad',
  abstention: 'part',
  none: 'none',
};
export const outcomeTones: Readonly<Record<PointOutcome, Tone>> = {
  decided: 'good',
  noted: 'good',
  deferred: 'part',
  escalated: 'part',
};
export const procedureTones: Readonly<Record<ProcedureState, Tone>> = {
  open: 'none',
  adopted: 'good',
  blocked: 'bad',
};
export const verdictTones = { carried: 'good', not_carried: 'bad', open: 'none' } as const;
