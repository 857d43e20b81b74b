import { localize } from '#kernel/localized-text.ts';
import { numberOf } from '#kernel/observation-value.ts';
import type { PageContext } from '#platform/module.ts';
import { StatusMark } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { type Column, DataTable } from '#platform/page/table.tsx';
import { numberText } from '../figure-text.ts';
import { type Comparison, compareYears } from '../rules/comparability.ts';
import type { Series } from '../rules/series.ts';
import { evidenceTexts } from '../text/texts.ts';
import { FigureValue } from './figures.tsx';

/** The verdict on a series' first and last figure; null where it has no two years to hold against each other. */
export type EndsVerdict = {
  readonly years: readonly [first: string, last: string];
  readonly verdict: Comparison;
};

export function verdictOnEnds(table: readonly Series[], series: Series): EndsVerdict | null {
  const years = series.points.flatMap((point) =>
    point.year !== null && numberOf(point.value) !== undefined ? [point.year] : [],
  );
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  return { years: [first, last], verdict: compareYears(table, series, first, last) };
}

/**
 * The table of counts as the source has it, year by year, each row leading to its series. Gaps keep their reason, merged
 * cells their star, and with `judged` each row says whether its first and last figure may be held against each other.
 */
export function CountsByYear({
  table,
  judged = false,
  context,
}: {
  table: readonly Series[];
  judged?: boolean;
  context: PageContext;
}) {
  const words = evidenceTexts(context.language).page;
  const years = [
    ...new Set(table.flatMap((series) => series.points.flatMap((point) => point.year ?? []))),
  ].sort();
  const verdict: Column<Series> = {
    title: words.comparableEnds,
    cell: (series) => <EndsCell table={table} series={series} context={context} />,
  };
  return (
    <DataTable<Series>
      caption={words.table}
      rows={table}
      rowHref={(series) => context.href(`/evidence/${series.id}`)}
      columns={[
        { title: words.series, cell: (series) => <Lang text={series.title} /> },
        ...years.map((year) => ({
          title: year,
          figure: true,
          cell: (series: Series) => {
            const point = series.points.find((one) => one.year === year);
            return point === undefined ? '' : <PointCell point={point} />;
          },
        })),
        ...(judged ? [verdict] : []),
      ]}
    />
  );
}

function PointCell({ point }: { point: Series['points'][number] }) {
  const merged = point.flags.includes('includes_other_category');
  return (
    <>
      <FigureValue value={point.value} />
      {merged && <sup title={point.covers.join(' + ')}>*</sup>}
    </>
  );
}

function EndsCell({
  table,
  series,
  context,
}: {
  table: readonly Series[];
  series: Series;
  context: PageContext;
}) {
  const words = evidenceTexts(context.language).page;
  const number = (value: number) => numberText(value, context.language);
  const ends = verdictOnEnds(table, series);
  if (ends === null) return null;
  const { years, verdict } = ends;
  const [from, to] = years;
  const instead = verdict.comparable ? null : verdict.alternative;
  const other = table.find(({ id }) => id === instead?.series);
  return (
    <>
      <a href={`${context.href(`/evidence/${series.id}`, { from, to })}#compare`}>
        <StatusMark
          tone={verdict.comparable ? 'good' : 'part'}
          text={verdict.comparable ? words.comparable : words.notComparable}
        />
      </a>
      <small>
        {from}–{to}
        {verdict.comparable && `: ${number(verdict.from)} → ${number(verdict.to)}`}
        {instead !== null &&
          other !== undefined &&
          `. ${words.instead(localize(other.title, context.language, ['en']).text, number(instead.from), number(instead.to))}`}
      </small>
    </>
  );
}
