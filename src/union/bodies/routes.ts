import { z } from 'zod';
import { defineRoute, type Route } from '#platform/module.ts';
import { datesQuery } from '#platform/read-context.ts';
import { getGroupDossier, listGroupAnswers } from './answers.ts';
import { GroupDossier, GroupList } from './contract.ts';

const tags = ['groups'];

export const bodyRoutes: readonly Route[] = [
  defineRoute({
    path: '/groups',
    summary: 'Every group with its state on a date, as it was known on a date',
    tags,
    params: {},
    query: datesQuery,
    response: GroupList,
    answer: listGroupAnswers,
  }),
  defineRoute({
    path: '/groups/:id',
    summary: 'One group: its state, the steps of its lifecycle and who takes part',
    tags,
    params: { id: z.string().describe('Id of the group.') },
    query: datesQuery,
    response: GroupDossier,
    example: async (context) => {
      const listed = await listGroupAnswers(context);
      const [first] = listed.ok ? listed.value.groups : [];
      return first === undefined ? null : { id: first.id };
    },
    answer: getGroupDossier,
  }),
];
