import { z } from 'zod';
import { defineRoute, type ReadContext, type Route } from '#platform/module.ts';
import { datesQuery } from '#platform/read-context.ts';
import { getMeetingDossier, getPoint, listMeetingAnswers } from './answers.ts';
import { MeetingDossier, MeetingList, PointAnswer } from './contract.ts';

const tags = ['meetings'];

async function exampleMeeting(context: ReadContext) {
  const listed = await listMeetingAnswers(context);
  const [first] = listed.ok ? listed.value.meetings : [];
  return first === undefined ? null : { id: first.id };
}

export const meetingRoutes: readonly Route[] = [
  defineRoute({
    path: '/meetings',
    summary: 'Every meeting with its state on a date, as it was known on a date',
    tags,
    params: {},
    query: { ...datesQuery, body: z.string().optional().describe('Only of this body or group.') },
    response: MeetingList,
    answer: listMeetingAnswers,
  }),
  defineRoute({
    path: '/meetings/:id',
    summary: 'One meeting: the points of its agenda that are open to everybody, and who was there',
    tags,
    params: { id: z.string().describe('Id of the meeting.') },
    query: datesQuery,
    response: MeetingDossier,
    example: exampleMeeting,
    answer: getMeetingDossier,
  }),
  defineRoute({
    path: '/agenda/:id',
    summary: 'One point of an agenda, if it is open to everybody',
    tags,
    params: { id: z.string().describe('Id of the point.') },
    query: datesQuery,
    response: PointAnswer,
    example: async (context) => {
      const listed = await listMeetingAnswers(context);
      const open = listed.ok ? listed.value.meetings.find(({ points }) => points > 0) : undefined;
      const dossier = open === undefined ? null : await getMeetingDossier(context, { id: open.id });
      const [point] = dossier?.ok === true ? dossier.value.agenda : [];
      return point === undefined ? null : { id: point.id };
    },
    answer: getPoint,
  }),
];
