import { lastDay } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { EmptyState, Section, Stack } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import { countRecords, listRecords } from '#platform/records/records.ts';
import { remember } from '#platform/records/remember.ts';
import { texts } from '#platform/text/texts.ts';
import { countsFeed, evidenceFeed, laterNote } from '../feeds/cubes.ts';
import { resultsFeed } from '../feeds/results.ts';
import { indicators } from '../model.ts';
import { laterIn } from '../rules/as-of.ts';
import type { Series } from '../rules/series.ts';
import { dossierTexts, loadBenefits, loadCatalogue, loadIndicators, loadTable } from '../store.ts';
import { evidenceTexts } from '../text/texts.ts';
import { evidenceWordFor } from '../text/words.ts';
import { BenefitSection } from './benefits.tsx';
import { CountsByYear } from './counts.tsx';
import { FigureValue, LaterFigures } from './figures.tsx';

const pageSize = 50;

const momentOf = ({ register, asOf, knownAt }: PageContext) => ({ register: register.id, asOf, knownAt });

/** The table of counts, the benefits, and one page of the indicators. */
async function load(context: PageContext) {
  const moment = momentOf(context);
  const { register } = context;
  const query = { ...moment, kinds: [indicators.name] };
  const number = pageOf(context.query);
  return context.read(async (tx) => {
    const measured = await listRecords(tx, query, { limit: pageSize, offset: (number - 1) * pageSize });
    const total = () => countRecords(tx, query).then((counted) => counted.total);
    return {
      number,
      titleOf: await dossierTexts(tx, context.register, context.knownAt),
      table: await loadTable(tx, moment),
      measured: await loadIndicators(tx, moment, measured),
      about: new Map(measured.map(({ id, body }) => [id, body])),
      total: await remember(register, ['indicators', lastDay(context.knownAt)], total),
      benefits: await loadBenefits(tx, register, moment),
    };
  });
}

export const evidencePage: Page = {
  path: '/evidence',
  navigation: 'evidence',
  key: 'e',
  render: async (context) => {
    const words = evidenceTexts(context.language).page;
    const { table, measured, about, number, total, benefits, titleOf } = await load(context);
    const empty = table.length === 0 && total === 0;
    return ok({
      title: words.title,
      lede: words.lede,
      exports: ['csv', 'xlsx', 'json'],
      feeds: [
        { feed: evidenceFeed },
        ...(table.length > 0 ? [{ feed: countsFeed }] : []),
        { feed: resultsFeed },
      ],
      body: (
        <Stack>
          {empty && <NothingHere context={context} />}
          {benefits.map(({ dossier, benefit, later }) => (
            <BenefitSection
              dossier={titleOf(dossier)}
              id={`benefit-${dossier}`}
              benefit={benefit}
              later={later}
              context={context}
            />
          ))}
          {table.length > 0 && (
            <Section title={words.table} id="table">
              <CountsByYear table={table} context={context} />
              <LaterFigures count={laterIn(table)} />
            </Section>
          )}
          {total > 0 && (
            <Section title={words.indicators} id="indicators">
              <DataTable<Series>
                caption={words.indicators}
                rows={measured}
                rowHref={(series) => context.href(`/evidence/${series.id}`)}
                columns={[
                  { title: words.indicator, cell: (series) => <Lang text={series.title} /> },
                  {
                    title: words.dossier,
                    cell: (series) => {
                      const dossier = about.get(series.id)?.case;
                      return typeof dossier === 'string' && <Lang text={titleOf(dossier)} />;
                    },
                  },
                  {
                    title: words.level,
                    cell: (series) =>
                      evidenceWordFor(String(about.get(series.id)?.level ?? ''), context.language),
                  },
                  { title: words.latest, figure: true, cell: (series) => <Latest series={series} /> },
                ]}
              />
              <LaterFigures count={laterIn(measured)} />
              <Pagination
                number={number}
                size={pageSize}
                total={total}
                hrefOf={(page) => `${context.href('/evidence', { page: String(page) })}#indicators`}
              />
            </Section>
          )}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const catalogue = await context.read((tx) => loadCatalogue(tx, momentOf(context)));
    return ok(figuresTable(context, [...catalogue.table, ...catalogue.indicators]));
  },
};

/** Nothing was known yet on the date that the reader chose, or the register has no indicators at all. */
function NothingHere({ context }: { context: PageContext }) {
  const words = evidenceTexts(context.language).page;
  const { empty } = texts(context.language).list;
  return lastDay(context.knownAt) < lastDay(context.register.knownFrom) ? (
    <EmptyState why={empty.unknownThen(context.knownAt)} what={empty.unknownThenWhat} />
  ) : (
    <EmptyState why={words.empty} what={words.emptyWhat} />
  );
}

/**
 * The newest figure that is one; a series of gaps shows its newest gap. Figures of one year for several flows or areas stand
 * below one another: none of them is the figure.
 */
function Latest({ series }: { series: Series }) {
  const stated = series.points.filter((point) => point.value.kind !== 'missing');
  const newest = stated.at(-1) ?? series.points.at(-1);
  if (newest === undefined) return null;
  const points =
    newest.value.kind === 'missing' ? [newest] : stated.filter(({ year }) => year === newest.year);
  return (
    <>
      {points.map((point) => {
        const about = [point.dimension, points.length > 1 ? point.geography : null, point.year];
        const said = about.filter((one) => one !== null).join(', ');
        return (
          <div>
            <FigureValue value={point.value} unit={series.unit} />
            {said !== '' && <small>{said}</small>}
          </div>
        );
      })}
    </>
  );
}

/** Figures as rows: the number where there is one, the ends of a range, words, or the reason. Never zero for a gap. */
export function figuresTable(context: PageContext, all: readonly Series[]): ExportTable {
  const notes = evidenceTexts(context.language).columns;
  const words = texts(context.language).exports;
  const keys = [
    'series',
    'year',
    'value',
    'low',
    'high',
    'text',
    'missing',
    'unit',
    'flags',
    'reported',
    'expected',
    'geography',
    'method',
    'source',
  ] as const;
  const shared = { missing: words.missing, source: words.source };
  return {
    name: `${context.register.id}-evidence`,
    title: evidenceTexts(context.language).page.title,
    columns: keys.map((key) => ({
      key,
      title: key,
      note: key in shared ? shared[key as 'missing'] : notes[key as keyof typeof notes],
    })),
    rows: all.flatMap((series) =>
      series.points.map((point) => {
        const { value } = point;
        return {
          series: series.id,
          year: point.year,
          value: value.kind === 'value' ? value.value : null,
          low:
            value.kind === 'range'
              ? value.min
              : value.kind === 'bound' && value.bound === 'lower'
                ? value.value
                : null,
          high:
            value.kind === 'range'
              ? value.max
              : value.kind === 'bound' && value.bound === 'upper'
                ? value.value
                : null,
          text: value.kind === 'text' ? value.text : null,
          missing: value.kind === 'missing' ? value.reason : null,
          unit: series.unit,
          flags: point.flags.join(' '),
          reported: series.parts.length > 0 ? point.parts.reported.length : null,
          expected: series.parts.length > 0 ? series.parts.length : null,
          geography: point.geography,
          method: point.method,
          source: point.source.join(', '),
        };
      }),
    ),
    notes: [...exportNotes(context), ...laterNote(all, context.language)],
  };
}
