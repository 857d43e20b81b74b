import {
  caveatText,
  comparableYears,
  compareYears,
  evidenceTexts,
  type Figure,
  indicators,
  type Point,
  refusalText,
  type Series,
} from '#evidence';
import { localeOf } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import type { Block, Cell, DocumentSection, Phrase } from '#platform/document/content.ts';
import { figuresFor } from '../rules/nearest.ts';
import { figureCell, missingCell, nameCell, type Pen, sourceCell, titleCell } from './cells.ts';

/** Every indicator with its figure of the year or of the nearest one, and what that may be held against. */
export function resultsSection(pen: Pen): DocumentSection {
  const { rows, words } = pen;
  return {
    id: 'results',
    title: words.results.title,
    blocks: [
      { kind: 'paragraph', text: words.results.intro(rows.year) },
      ...indicatorBlocks(pen),
      ...countBlocks(pen),
      ...benefitBlocks(pen),
    ],
  };
}

function indicatorBlocks(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const series = rows.catalogue.indicators;
  if (series.length === 0) return [{ kind: 'paragraph', text: words.results.noIndicators }];
  return [
    { kind: 'heading', text: words.results.indicators },
    {
      kind: 'table',
      caption: words.results.indicators,
      columns: [
        { title: words.results.indicator, kind: 'name' },
        { title: words.inYear(rows.year), kind: 'figure' },
        { title: words.results.nearest, kind: 'figure' },
        { title: words.results.against, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
      rows: series.map((one) => indicatorRow(one, pen)),
    },
  ];
}

function indicatorRow(series: Series, pen: Pen): readonly Cell[] {
  const { rows, words } = pen;
  const { own, nearest } = figuresFor(series.points, rows.year);
  const shown = own.some(({ value }) => value.kind !== 'missing') ? own : nearest;
  const cited = [...new Set([...own, ...nearest].flatMap(({ source }) => source))];
  const sections = cited.length > 0 ? cited : (rows.indicatorSources.get(series.id) ?? []);
  return [
    titleCell(series.title, pen, indicators.href(series.id)),
    own.length === 0 ? { text: words.results.noEntry } : pointsCell(own, series, pen),
    nearestCell(own, nearest, series, pen),
    againstCell(series, shown, pen),
    sourceCell(sections, pen),
  ];
}

/** Nothing beside a figure of the year itself. */
function nearestCell(own: readonly Point[], nearest: readonly Point[], series: Series, pen: Pen): Cell {
  if (nearest.length > 0) return pointsCell(nearest, series, pen, true);
  return { text: own.some(({ value }) => value.kind !== 'missing') ? '' : pen.words.none };
}

/** Several figures of one year, for different flows or places, stand below one another. */
function pointsCell(points: readonly Point[], series: Series, pen: Pen, dated = false): Cell {
  const [first, ...more] = points;
  if (first === undefined) return { text: '' };
  const cell = figureCell(first.value, series.unit, pen);
  const about = (point: Point): readonly string[] => {
    const { page } = evidenceTexts(pen.language);
    return [
      ...(dated ? [point.year ?? page.periodNotStated] : []),
      ...(point.dimension === null ? [] : [point.dimension]),
      ...(point.geography === null ? [] : [nameCell(point.geography, pen).text]),
      ...(point.flags.includes('estimated') ? [evidenceTexts(pen.language).flags.estimated] : []),
    ];
  };
  const details: readonly Phrase[] = [
    ...(cell.details ?? []),
    ...(about(first).length === 0 ? [] : [{ text: about(first).join(', ') }]),
    ...more.map((point) => ({
      text: [figureCell(point.value, series.unit, pen).text, ...about(point)].join(', '),
    })),
  ];
  return details.length === 0 ? cell : { ...cell, details };
}

/** The years whose figure may be held against the one shown; where there is none, why not against the one before. */
function againstCell(series: Series, shown: readonly Point[], pen: Pen): Cell {
  const { rows, words, language } = pen;
  const year = shown[0]?.year ?? null;
  if (year === null) return { text: words.results.againstNothing };
  const years = comparableYears(rows.catalogue.table, series, year);
  if (years.length > 0) return { text: years.join(', ') };
  const before = series.points.flatMap((point) =>
    point.year !== null && point.year < year ? [point.year] : [],
  );
  const other = before.at(-1);
  if (other === undefined) return { text: words.results.againstNothing };
  const verdict = compareYears(rows.catalogue.table, series, other, year);
  return {
    text: words.results.againstNothing,
    details: verdict.comparable
      ? []
      : verdict.reasons.map((reason) => ({ text: refusalText(reason, language, rows.catalogue.table) })),
  };
}

/** The rows of the source's table of counts, this year beside the year before. */
function countBlocks(pen: Pen): readonly Block[] {
  const { rows, words, language } = pen;
  const { table } = rows.catalogue;
  if (table.length === 0) return [];
  const before = String(Number(rows.year) - 1);
  const pointOf = (series: Series, year: string) => series.points.find((point) => point.year === year);
  const cellOf = (series: Series, year: string): Cell => {
    const point = pointOf(series, year);
    if (point === undefined) return { text: words.results.noEntry };
    const cell = figureCell(point.value, null, pen);
    const merged = point.covers.filter((id) => id !== series.id);
    return merged.length === 0 || point.value.kind === 'missing'
      ? cell
      : { ...cell, details: [{ text: words.results.alsoHolds(titlesOf(merged, pen)) }] };
  };
  const verdictOf = (series: Series): Cell => {
    if (pointOf(series, before) === undefined || pointOf(series, rows.year) === undefined)
      return { text: '' };
    const verdict = compareYears(table, series, before, rows.year);
    return verdict.comparable
      ? {
          text: words.results.comparable,
          tone: 'good',
          details: verdict.caveats.map((caveat) => ({ text: caveatText(caveat, language, table) })),
        }
      : {
          text: words.results.notComparable,
          tone: 'part',
          details: verdict.reasons.map((reason) => ({ text: refusalText(reason, language, table) })),
        };
  };
  return [
    { kind: 'heading', text: words.results.counts },
    {
      kind: 'table',
      caption: words.results.counts,
      columns: [
        { title: words.results.count, kind: 'name' },
        { title: before, kind: 'figure' },
        { title: rows.year, kind: 'figure' },
        { title: words.results.verdict, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
      rows: table.map((series) => [
        titleCell(series.title, pen, indicators.href(series.id)),
        cellOf(series, before),
        cellOf(series, rows.year),
        verdictOf(series),
        sourceCell(pointOf(series, rows.year)?.source ?? series.points[0]?.source ?? [], pen),
      ]),
    },
  ];
}

export function titlesOf(ids: readonly string[], { rows, language }: Pen): string {
  const titles = new Map(
    rows.catalogue.table.map(({ id, title }) => [id, localize(title, language, ['en']).text]),
  );
  return ids.map((id) => titles.get(id) ?? id).join(', ');
}

/** What each cooperation could bring beside what it brought, with a share only where one may be given. */
function benefitBlocks(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  if (rows.benefits.length === 0) return [];
  return [
    { kind: 'heading', text: words.results.benefits },
    { kind: 'paragraph', text: words.results.benefitsIntro },
    {
      kind: 'table',
      caption: words.results.benefits,
      columns: [
        { title: words.results.dossier, kind: 'name' },
        { title: words.results.couldBring, kind: 'text' },
        { title: words.results.brought, kind: 'text' },
        { title: words.results.share, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
      rows: rows.benefits.map(({ dossier, benefit }) => {
        const figures = [...benefit.potential, ...benefit.realised, ...benefit.shares];
        return [
          nameCell(dossier, pen, [{ name: 'cases' }]),
          figuresCell(benefit.potential, pen),
          figuresCell(benefit.realised, pen),
          shareCell(benefit, pen),
          sourceCell([...new Set(figures.flatMap(({ source }) => source))], pen),
        ];
      }),
    },
  ];
}

type Benefit = Pen['rows']['benefits'][number]['benefit'];

function figuresCell(figures: readonly Figure[], pen: Pen): Cell {
  const { page } = evidenceTexts(pen.language);
  const about = (figure: Figure): string => {
    const where = figure.geography === null ? page.geographyNotStated : nameCell(figure.geography, pen).text;
    return [where, figure.period ?? page.periodNotStated].join(', ');
  };
  const text = (figure: Figure) => `${figureCell(figure.value, figure.unit, pen).text} (${about(figure)})`;
  const [first, ...more] = figures;
  if (first === undefined) return missingCell('not_stated', pen);
  const others = more.map((figure) => ({ text: text(figure) }));
  if (first.value.kind === 'missing') {
    const cell = missingCell(first.value.reason, pen, first.value.note);
    return { ...cell, details: [{ text: about(first) }, ...(cell.details ?? []), ...others] };
  }
  const stated = first.value.kind === 'value' ? { value: first.value.value } : {};
  return { text: text(first), ...stated, details: others };
}

function shareCell(benefit: Benefit, pen: Pen): Cell {
  const { language } = pen;
  const { page, ratioRefusals } = evidenceTexts(language);
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 });
  const placeOf = (observation: string) => {
    const geography = benefit.potential.find((one) => one.observation === observation)?.geography;
    return geography == null ? page.geographyNotStated : nameCell(geography, pen).text;
  };
  const lines: readonly Phrase[] = [
    ...benefit.shares.map((figure) => ({
      text: `${page.share}: ${figureCell(figure.value, figure.unit, pen).text} (${figure.period ?? page.periodNotStated})`,
    })),
    ...benefit.ratios.map((ratio) => ({
      text: ratio.given
        ? page.ratioGiven(percent.format(ratio.ratio), placeOf(ratio.potential))
        : page.ratioRefused(placeOf(ratio.potential), ratioRefusals[ratio.reason]),
    })),
    ...benefit.inferredRatios.flatMap((ratio) =>
      ratio.given
        ? [
            {
              text: page.ratioUncertain(
                percent.format(ratio.ratio),
                placeOf(ratio.potential),
                ratio.basis ?? '',
              ),
            },
          ]
        : [],
    ),
  ];
  const [first, ...more] = lines;
  return first === undefined ? { text: pen.words.none } : { ...first, details: more };
}
