import { z } from 'zod';
import { defineRoute, type Route } from '#platform/module.ts';
import { datesQuery, knownAtQuery } from '#platform/read-context.ts';
import { dayAsked, getStanding } from '../answers.ts';
import { StandingContract } from '../contract.ts';
import { everyOperation, isRule, versionOf } from '../rules/law.ts';
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
      'as-of': datesQuery['as-of'].meta({
        description: 'the day on which it must be valid: 2026-01-15 (default: the day of known-at, so today)',
      }),
      ...knownAtQuery,
    },
    response: StandingContract,
    example: (context) =>
      context.read(async (tx) => {
        const law = await loadLaw(tx, context.register, context.knownAt);
        for (const one of law.provision.values()) {
          const { instrument, article, operation } = one;
          const [pair] = pairsOf(versionOf(law, instrument)?.parties ?? []);
          if (pair !== undefined && operation !== everyOperation && !isRule(one))
            return { from: pair[0], to: pair[1], provision: `${instrument}/${article ?? ''}/${operation}` };
        }
        return null;
      }),
    answer: (context, { from, to, provision, 'as-of': asOf }) =>
      getStanding(context, { from, to, provision, at: dayAsked(context, (asOf ?? '') !== '') }),
  }),
];
