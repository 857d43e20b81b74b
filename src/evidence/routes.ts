import { z } from 'zod';
import { defineRoute, type Route } from '#platform/module.ts';
import { knownAtQuery } from '#platform/read-context.ts';
import { getBenefit, getComparison, getSeries, listBenefits, listSeries } from './answers.ts';
import { BenefitAnswer, BenefitList, ComparisonAnswer, SeriesAnswer, SeriesList } from './contract.ts';

const tags = ['evidence'];
const seriesParam = {
  series: z.string().describe('Id of a row of the table of counts, or of an indicator.'),
};
const Year = z.string().describe('a year of the series: 2013');

export const evidenceRoutes: readonly Route[] = [
  defineRoute({
    path: '/evidence/series',
    summary: 'Every series: its id, title and unit',
    tags,
    params: {},
    query: knownAtQuery,
    response: SeriesList,
    answer: listSeries,
  }),
  defineRoute({
    path: '/evidence/series/:series',
    summary: 'Every figure of a series, with what is missing and why, and the years it can be held against',
    tags,
    params: seriesParam,
    query: knownAtQuery,
    response: SeriesAnswer,
    answer: getSeries,
  }),
  defineRoute({
    path: '/evidence/series/:series/comparison',
    summary: 'Whether two years of a series can be held against each other, and if not, what can',
    tags,
    params: seriesParam,
    query: { from: Year, to: Year, ...knownAtQuery },
    response: ComparisonAnswer,
    answer: getComparison,
  }),
  defineRoute({
    path: '/evidence/benefits',
    summary: 'Dossiers with a figure of potential or realised benefit',
    tags,
    params: {},
    query: knownAtQuery,
    response: BenefitList,
    answer: listBenefits,
  }),
  defineRoute({
    path: '/evidence/benefits/:dossier',
    summary: 'What a cooperation could bring beside what it brought, and the share where it may be given',
    tags,
    params: { dossier: z.string().describe('Id of the dossier.') },
    query: knownAtQuery,
    response: BenefitAnswer,
    answer: getBenefit,
  }),
];
