import { z } from 'zod';
import { lastDay } from '#kernel/dates.ts';
import { defineRoute, type Route } from '#platform/module.ts';
import { datesQuery } from '#platform/read-context.ts';
import { getStanding } from '../answers.ts';
import { StandingContract } from '../contract.ts';
import { everyOperation, versionOf } from '../rules/law.ts';
import { loadLaw } from '../store.ts';
import { pairsOf } from './rules/openings.ts';

export const openingRoutes: readonly Route[] = [
  defineRoute({
    path: '/exchange/may',
    summary: 'Whether an article is open between two parties on a day, or which agreement is missing',
    tags: ['exchange'],
    params: {},
    query: {
      from: z.string().meta({ description: 'the party that asks: NL' }),
      to: z.string().meta({ description: 'the party that is asked: BE' }),
      provision: z.string().max(600).meta({
        description:
          'instrument and article: police-2018/13; with what it opens: police-2018/13/anpr.reference_list; by whichever article: police-2018//hitnohit',
      }),
      ...datesQuery,
    },
    response: StandingContract,
    example: (context) =>
      context.read(async (tx) => {
        const law = await loadLaw(tx, context.register, context.knownAt);
        for (const { instrument, article, operation } of law.provision.values()) {
          const [pair] = pairsOf(versionOf(law, instrument)?.parties ?? []);
          if (pair !== undefined && operation !== everyOperation)
            return { from: pair[0], to: pair[1], provision: `${instrument}/${article ?? ''}/${operation}` };
        }
        return null;
      }),
    answer: (context, { from, to, provision }) =>
      getStanding(context, { from, to, provision, at: lastDay(context.asOf) }),
  }),
];
