import { z } from 'zod';
import { momentFields } from '#platform/read-context.ts';
import { attendanceLevels, audiences, meetingStates, outcomes, pointKinds } from './model.ts';

/** What the API answers about meetings, to everybody: never a point that is open to members, nor a position. */

export const MeetingAnswer = z
  .strictObject({
    id: z.string(),
    title: z.string().describe('In the language asked for, else in one that it has.'),
    body: z.string().describe('Body or group that meets.'),
    date: z.string().describe('Day of the meeting; a month or year where no more is known.'),
    minutes: z.int().describe('Minutes planned for it.'),
    state: z.enum(meetingStates).nullable().describe('On the date asked about; null: not certain.'),
    points: z.int().describe('Points that are open to everybody.'),
    closedPoints: z.int().describe('Points that are open to those who take part, and not in this answer.'),
  })
  .meta({ id: 'MeetingAnswer' });
export type MeetingAnswer = z.infer<typeof MeetingAnswer>;

export const PointAnswer = z
  .strictObject({
    id: z.string(),
    meeting: z.string(),
    number: z.int().describe('On the agenda.'),
    title: z.string(),
    point: z.enum(pointKinds).describe('What it asks of the meeting.'),
    minutes: z.int().describe('Minutes that it asks for.'),
    openTo: z.enum(audiences),
    origin: z.string().nullable().describe('Record that it comes from; null: none is named.'),
    carried: z.int().describe('How often it was put off before.'),
    outcome: z.enum(outcomes).nullable().describe('What came of it; null: nothing yet.'),
    conclusion: z.string().nullable().describe('What the minutes say; null: nothing yet.'),
    commitment: z.string().nullable().describe('Commitment that was decided; null: none.'),
  })
  .meta({ id: 'PointAnswer' });
export type PointAnswer = z.infer<typeof PointAnswer>;

export const MeetingList = z
  .strictObject({ ...momentFields, meetings: z.array(MeetingAnswer) })
  .meta({ id: 'MeetingList' });
export type MeetingList = z.infer<typeof MeetingList>;

export const MeetingDossier = z
  .strictObject({
    ...momentFields,
    meeting: MeetingAnswer,
    agenda: z.array(PointAnswer).describe('Points that are open to everybody, in order.'),
    attendance: z
      .record(z.string(), z.enum(attendanceLevels))
      .describe('Level at which each party was there, as far as it is recorded.'),
  })
  .meta({ id: 'MeetingDossier' });
export type MeetingDossier = z.infer<typeof MeetingDossier>;
