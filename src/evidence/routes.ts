import { z } from 'zod';
import { defineRoute, type ReadContext, type Route } from '#platform/module.ts';
import { knownAtQuery } from '#platform/read-context.ts';
import { getBenefit, getComparison, getSeries, listBenefits, listSeries } from './answers.ts';
import { BenefitAnswer, BenefitList, ComparisonAnswer, SeriesAnswer, SeriesList } from './contract.ts';

const tags = ['evidence'];
const seriesParam = {
  series: z.string().describe('Id of a row of the table of counts, or of an indicator.'),
};
/** The first series that has figures of two years. */
async function twoYears(context: ReadContext) {
  const listed = await listSeries(context);
  for (const { series, figures } of listed.ok ? listed.value.series : []) {
    const found = figures < 2 ? null : await getSeries(context, { series });
    const years = found?.ok === true ? found.value.points.flatMap(({ year }) => year ?? []) : [];
    const [from, to] = [years[0], years.at(-1)];
    if (from !== undefined && to !== undefined && from !== to) return { series, from, to };
  }
  return null;
}

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
    example: async (context) => {
      const listed = await listSeries(context);
      const [first] = listed.ok ? listed.value.series : [];
      return first === undefined ? null : { series: first.series };
    },
    answer: getSeries,
  }),
  defineRoute({
    path: '/evidence/series/:series/comparison',
    summary: 'Whether two years of a series can be held against each other, and if not, what can',
    tags,
    params: seriesParam,
    query: { from: Year, to: Year, ...knownAtQuery },
    response: ComparisonAnswer,
    example: twoYears,
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
    example: async (context) => {
      const listed = await listBenefits(context);
      const [first] = listed.ok ? listed.value.dossiers : [];
      return first === undefined ? null : { dossier: first.dossier };
    },
    answer: getBenefit,
  }),
];
