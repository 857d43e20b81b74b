import type { Language } from '#kernel/languages.ts';
import { type LocalizedText, localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { SeriesChart } from '#platform/page/chart.tsx';
import { FieldList, Section, Sources, Stack, Verdict } from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import { DataTable } from '#platform/page/table.tsx';
import { findRecord } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { caveatText, refusalText } from '../answers.ts';
import { seriesFeed } from '../feeds/cubes.ts';
import { numberText } from '../figure-text.ts';
import { cases, counts, indicators, observations } from '../model.ts';
import { laterIn } from '../rules/as-of.ts';
import { comparableYears, compareYears } from '../rules/comparability.ts';
import type { Point, Series } from '../rules/series.ts';
import { type Discrepancy, dossierTexts, listDiscrepancies, loadSeries, sectionsOf } from '../store.ts';
import { evidenceTexts } from '../text/texts.ts';
import { evidenceWordFor, unitName } from '../text/words.ts';
import { drawnPoints } from './drawn-points.ts';
import { figuresTable } from './evidence.tsx';
import { FigureValue, LaterFigures } from './figures.tsx';

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  const id = context.params.id ?? '';
  return context.read(async (tx) => {
    const { table, series } = await loadSeries(tx, moment, id);
    const record =
      (await findRecord(tx, { ...moment, kind: indicators.name, id })) ??
      (await findRecord(tx, { ...moment, kind: counts.name, id }));
    const cited = [
      ...(series?.points.flatMap((point) => point.source) ?? []),
      ...((record?.body.source ?? []) as readonly string[]),
    ];
    return {
      table,
      series,
      record,
      contradictions: await listDiscrepancies(
        tx,
        moment,
        [id, ...(series?.points.map(({ record }) => record.id) ?? [])],
        cited,
      ),
      titleOf: await dossierTexts(tx, context.register, context.knownAt),
    };
  });
}

/** One series: its figures as picture and table, what it is made of, and whether two years can be compared. */
export const indicatorPage: Page = {
  path: '/evidence/:id',
  navigation: 'evidence',
  render: async (context) => {
    const words = evidenceTexts(context.language).page;
    const { table, series, record, contradictions, titleOf } = await load(context);
    if (series === undefined) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const title = localize(series.title, context.language, ['en']);
    return ok({
      title,
      crumbs: [{ text: words.title, href: context.href('/evidence') }],
      exports: ['csv', 'xlsx', 'json'],
      feeds: [{ feed: seriesFeed, params: { id: series.id } }],
      body: (
        <Stack>
          <FieldList
            fields={[
              { label: words.series, value: series.id },
              ...(series.unit === null
                ? []
                : [{ label: words.unit, value: unitName(series.unit, context.language) }]),
              ...fieldsOf(record?.body ?? {}, titleOf, context),
              ...(series.parts.length === 0
                ? []
                : [
                    { label: words.madeOf, value: <Parts series={series} table={table} context={context} /> },
                  ]),
            ]}
          />
          <ChartSection series={series} title={title.text} />
          <Compare table={table} series={series} context={context} />
          <FiguresSection table={table} series={series} context={context} />
          <LaterFigures count={laterIn([series])} />
          {contradictions.length > 0 && <Contradictions items={contradictions} context={context} />}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { series } = await load(context);
    return series === undefined
      ? fail(problem('record_not_found', '', { id: context.params.id ?? '' }))
      : ok({ ...figuresTable(context, [series]), name: `${context.register.id}-${series.id}` });
  },
};

/** What the indicator says of itself; where the source defines nothing, that it does not. */
function fieldsOf(
  body: Readonly<Record<string, unknown>>,
  titleOf: (dossier: string) => LocalizedText,
  context: PageContext,
) {
  const { page: words, feeds } = evidenceTexts(context.language);
  const { level, direction, definition, case: dossier } = body;
  const sections = sectionsOf(body);
  const named = (id: string) => (
    <a href={context.href(cases.href(id))}>
      <Lang text={titleOf(id)} />
    </a>
  );
  return [
    {
      label: feeds.axes.definition,
      value:
        typeof definition === 'string' ? (
          <span lang="en">{definition}</span>
        ) : (
          <MissingMark reason="not_stated" />
        ),
    },
    ...(typeof level === 'string'
      ? [{ label: words.level, value: evidenceWordFor(level, context.language) }]
      : []),
    ...(typeof direction === 'string'
      ? [{ label: words.direction, value: evidenceWordFor(direction, context.language) }]
      : []),
    ...(typeof dossier === 'string' ? [{ label: words.dossier, value: named(dossier) }] : []),
    ...(sections.length === 0
      ? []
      : [{ label: words.source, value: <Sources register={context.register} sections={sections} /> }]),
  ];
}

/** What a total adds up, each a series of its own. */
function Parts({
  series,
  table,
  context,
}: {
  series: Series;
  table: readonly Series[];
  context: PageContext;
}) {
  const parts = series.parts.flatMap((id) => table.find((other) => other.id === id) ?? []);
  return (
    <>
      {parts.map((part, index) => (
        <>
          {index > 0 && ' + '}
          <a href={context.href(`/evidence/${part.id}`)}>
            <Lang text={part.title} />
          </a>
        </>
      ))}
    </>
  );
}

/** A picture only where there are years to draw; several figures of one year are no line. */
function ChartSection({ series, title }: { series: Series; title: string }) {
  const dated = series.points.filter((point) => point.year !== null && /^\d{4}$/.test(point.year));
  const years = new Set(dated.map((point) => point.year));
  const language = useLanguage();
  if (years.size < 2 || years.size < dated.length) return null;
  return (
    <Section title={title} id="chart">
      <SeriesChart
        title={title}
        unit={unitName(series.unit ?? '', language)}
        points={drawnPoints(dated, language)}
      />
    </Section>
  );
}

/** The form to hold two years against each other, and the verdict on those that the address names. */
function Compare({
  table,
  series,
  context,
}: {
  table: readonly Series[];
  series: Series;
  context: PageContext;
}) {
  const words = evidenceTexts(context.language);
  const number = (value: number) => numberText(value, context.language);
  const years = [...new Set(series.points.flatMap((point) => point.year ?? []))];
  const stated = series.points.flatMap((point) =>
    point.year !== null && point.value.kind !== 'missing' ? [point.year] : [],
  );
  const [first, last] = [stated[0], stated.at(-1)];
  if (first === undefined || last === undefined || years.length < 2) return null;
  const chosen = { from: context.query.get('from') ?? first, to: context.query.get('to') ?? last };
  const verdict = compareYears(table, series, chosen.from, chosen.to);
  const select = (name: 'from' | 'to') => (
    <label>
      {words.page[name]}{' '}
      <select name={name}>
        {years.map((year) => (
          <option selected={year === chosen[name]}>{year}</option>
        ))}
      </select>
    </label>
  );
  const kept = ['as-of', 'known-at'].flatMap((name) => {
    const value = context.query.get(name);
    return value === null ? [] : [<input type="hidden" name={name} value={value} />];
  });
  return (
    <Section title={words.page.compare} id="compare">
      <form
        method="get"
        action={`${context.href(`/evidence/${series.id}`).split('?')[0]}#compare`}
        class="inline"
      >
        {select('from')} {select('to')} {kept} <button type="submit">{words.page.compareSubmit}</button>
      </form>
      {verdict.comparable ? (
        <Verdict tone="good" title={words.page.comparable}>
          {words.page.change(number(verdict.from), number(verdict.to))}
          {verdict.caveats.map((caveat) => (
            <p>{caveatText(caveat, context.language, table)}</p>
          ))}
        </Verdict>
      ) : (
        <Verdict tone="part" title={words.page.notComparable}>
          {verdict.reasons.map((reason) => (
            <p>{refusalText(reason, context.language, table)}</p>
          ))}
          {verdict.alternative !== null && (
            <p>
              {words.page.instead(
                titleIn(table, verdict.alternative.series, context.language),
                number(verdict.alternative.from),
                number(verdict.alternative.to),
              )}
            </p>
          )}
        </Verdict>
      )}
      {series.caveats.length > 0 && (
        <>
          <h3>{words.page.caveatsOfSource}</h3>
          <ul>
            {series.caveats.map((caveat) => (
              <li lang="en">{caveat}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function titleIn(table: readonly Series[], id: string, language: Language): string {
  const found = table.find((series) => series.id === id);
  return found === undefined ? id : localize(found.title, language, ['en']).text;
}

function FiguresSection({
  table,
  series,
  context,
}: {
  table: readonly Series[];
  series: Series;
  context: PageContext;
}) {
  const words = evidenceTexts(context.language);
  const missing = texts(context.language).missing;
  const dimensions = series.points.some((point) => point.dimension !== null || point.geography !== null);
  if (series.points.length === 0)
    return (
      <Section title={words.page.observations}>
        <p>
          <strong>{words.page.noFigures}</strong> {words.page.noFiguresWhat}
        </p>
      </Section>
    );
  return (
    <Section title={words.page.observations} id="figures">
      <DataTable<Point>
        caption={words.page.observations}
        rows={series.points}
        columns={[
          { title: words.page.year, cell: (point) => point.year ?? words.page.periodNotStated },
          {
            title: words.page.value,
            figure: true,
            cell: (point) => (
              <a href={context.href(`/record/${point.record.kind}/${point.record.id}`)}>
                <FigureValue value={point.value} unit={series.unit} />
              </a>
            ),
          },
          ...(dimensions
            ? [
                {
                  title: words.page.area,
                  cell: (point: Point) =>
                    [point.dimension, point.geography].filter((one) => one !== null).join(', ') ||
                    missing.not_stated,
                },
              ]
            : []),
          ...(series.points.some(({ record }) => record.kind === observations.name)
            ? [
                {
                  title: words.page.method,
                  cell: (point: Point) =>
                    point.method === null
                      ? missing.not_stated
                      : evidenceWordFor(point.method, context.language),
                },
              ]
            : []),
          ...(series.parts.length > 0
            ? [
                {
                  title: words.page.of,
                  cell: (point: Point) =>
                    words.page.partsReported(point.parts.reported.length, series.parts.length),
                },
              ]
            : []),
          {
            title: words.page.flagsTitle,
            cell: (point) => point.flags.map((flag) => words.flags[flag]).join('; '),
          },
          {
            title: words.page.comparableWith,
            cell: (point) =>
              (point.year === null ? [] : comparableYears(table, series, point.year)).join(', ') ||
              words.page.comparableWithNone,
          },
          {
            title: words.page.source,
            cell: (point) => <Sources register={context.register} sections={point.source} />,
          },
        ]}
      />
    </Section>
  );
}

export function Contradictions({ items, context }: { items: readonly Discrepancy[]; context: PageContext }) {
  const words = evidenceTexts(context.language).page;
  return (
    <Verdict tone="part" title={words.contradictions}>
      {items.map((item) => (
        <p>
          <a href={context.href(`/record/discrepancies/${item.id}`)}>{item.id}</a> <Lang text={item.title} />{' '}
          <Sources register={context.register} sections={item.source} />
        </p>
      ))}
    </Verdict>
  );
}
