import { z } from 'zod';
import { defineRoute, type Route } from '#platform/module.ts';
import { datesQuery } from '#platform/read-context.ts';
import { getScoreboard } from './answers.ts';
import { ScoreboardAnswer } from './contract.ts';

export const lawRoutes: readonly Route[] = [
  defineRoute({
    path: '/scoreboard',
    summary: 'What each state did with each instrument, in law and in practice, and the deficit',
    tags: ['law'],
    params: {},
    query: {
      ...datesQuery,
      since: z
        .string()
        .optional()
        .meta({ description: 'cut-off to compare the deficit with (default: a year before)' }),
    },
    response: ScoreboardAnswer,
    answer: getScoreboard,
  }),
];
