import { defineRoute, type Route } from '#platform/module.ts';
import { datesQuery } from '#platform/read-context.ts';
import { listParliamentItems } from './answers.ts';
import { ParliamentList } from './contract.ts';

export const parliamentRoutes: readonly Route[] = [
  defineRoute({
    path: '/parliament',
    summary: 'Questions and recommendations of parliament, with a clock for each addressee',
    tags: ['parliament'],
    params: {},
    query: datesQuery,
    response: ParliamentList,
    answer: listParliamentItems,
  }),
];
