import { localize } from '#kernel/localized-text.ts';
import type { Dataset, ReadContext } from '#platform/module.ts';
import type { Series } from '../rules/series.ts';
import { loadCatalogue } from '../store.ts';
import { evidenceTexts } from '../text/texts.ts';
import { countsFeed, evidenceFeed, seriesFeed } from './cubes.ts';
import { resultsFeed } from './results.ts';

/** All figures together, the table of counts, and every series by itself. */
export async function evidenceDatasets({
  language,
  register,
  asOf,
  knownAt,
  read,
}: ReadContext): Promise<readonly Dataset[]> {
  const words = evidenceTexts(language);
  const { table, indicators } = await read((tx) =>
    loadCatalogue(tx, { register: register.id, asOf, knownAt }),
  );
  const exports = ['csv', 'xlsx', 'json'] as const;
  return [
    {
      id: 'evidence',
      title: words.feeds.all,
      description: words.page.lede,
      page: '/evidence',
      exports,
      feeds: [{ feed: evidenceFeed }, { feed: resultsFeed }],
      years: yearsOf([...table, ...indicators]),
    },
    ...(table.length === 0
      ? []
      : [
          {
            id: 'counts',
            title: words.page.table,
            description: words.feeds.countsWhat,
            page: '/evidence',
            exports: [],
            feeds: [{ feed: countsFeed }],
            years: yearsOf(table),
          },
        ]),
    ...[...table, ...indicators].map(
      (series): Dataset => ({
        id: `evidence/${series.id}`,
        title: localize(series.title, language, ['en']).text,
        description: [
          words.feeds.series(series.id),
          ...(series.unit === null ? [] : [words.feeds.unit(series.unit)]),
          ...(series.points.length === 0 ? [words.page.noFigures] : []),
        ].join(' '),
        page: `/evidence/${series.id}`,
        exports,
        feeds: [{ feed: seriesFeed, params: { id: series.id } }],
        years: yearsOf([series]),
      }),
    ),
  ];
}

function yearsOf(all: readonly Series[]): Dataset['years'] {
  const years = all
    .flatMap(({ points }) => points.flatMap(({ year }) => (year === null ? [] : [year.slice(0, 4)])))
    .sort();
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}
