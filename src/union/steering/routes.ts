import { defineRoute, type Route } from '#platform/module.ts';
import { datesQuery } from '#platform/read-context.ts';
import { getSteering } from './answers.ts';
import { SteeringAnswer } from './contract.ts';

export const steeringRoutes: readonly Route[] = [
  defineRoute({
    path: '/steering',
    summary: 'Gaps in steering, signals, rhythms, accounts and pilots, with how each stands on a date',
    tags: ['steering'],
    params: {},
    query: datesQuery,
    response: SteeringAnswer,
    answer: getSteering,
  }),
];
