import { numberOf } from '#kernel/observation-value.ts';
import type { Point, Series } from './series.ts';

/** Why two figures may not be held against each other. Parameters are ids, years and reasons, for the text. */
export type Refusal = {
  readonly code:
    | 'year_not_in_series'
    | 'figure_missing'
    | 'not_a_number'
    | 'several_figures'
    | 'merged_cells'
    | 'coverage_differs'
    | 'geography_differs'
    | 'definition_differs'
    | 'method_differs';
  readonly params: Readonly<Record<string, string>>;
};

/** What must be said with a comparison that is allowed. */
export type Caveat = {
  readonly code:
    | 'same_parts_missing'
    | 'parts_inferred'
    | 'geography_not_stated'
    | 'precision_differs'
    | 'same_merged_cells';
  readonly params: Readonly<Record<string, string>>;
};

/** What can be compared instead: one series, or the sum of several, in the same two years. */
export type Alternative = { readonly series: string; readonly from: number; readonly to: number };

export type Comparison =
  | {
      readonly comparable: true;
      readonly from: number;
      readonly to: number;
      readonly caveats: readonly Caveat[];
    }
  | {
      readonly comparable: false;
      readonly reasons: readonly Refusal[];
      readonly alternative: Alternative | null;
    };

/**
 * Whether the figures of two years of a series are figures of the same thing. Refused across merged cells, changed
 * coverage, changed definition, differing geography or method, and where a figure is missing (facts/union.md 1b, 5).
 * `table` holds the series among which a like-for-like alternative is looked for.
 */
export function compareYears(table: readonly Series[], series: Series, from: string, to: string): Comparison {
  const found = [from, to].map((year) => pointsOf(series, year));
  const reasons: Refusal[] = found.flatMap((points, index) =>
    absenceOf(series, points, index === 0 ? from : to),
  );
  const [a, b] = [found[0]?.[0], found[1]?.[0]];
  if (a !== undefined && b !== undefined && reasons.length === 0)
    reasons.push(...differencesOf(series, a, b));
  const first = a && numberOf(a.value);
  const second = b && numberOf(b.value);
  if (reasons.length > 0 || a === undefined || b === undefined || first === undefined || second === undefined)
    return { comparable: false, reasons, alternative: alternativeTo(table, series, from, to) };
  return { comparable: true, from: first, to: second, caveats: caveatsOf(series, a, b) };
}

/** The years of a series whose figure can be held against the one of `year`. */
export function comparableYears(table: readonly Series[], series: Series, year: string): readonly string[] {
  const years = [...new Set(series.points.flatMap((point) => point.year ?? []))];
  return years.filter((other) => other !== year && compareYears(table, series, year, other).comparable);
}

function pointsOf(series: Series, year: string): readonly Point[] {
  return series.points.filter((point) => point.year === year);
}

function absenceOf(series: Series, points: readonly Point[], year: string): readonly Refusal[] {
  const [point, another] = points;
  if (point === undefined) return [{ code: 'year_not_in_series', params: { series: series.id, year } }];
  if (another !== undefined)
    return [{ code: 'several_figures', params: { series: series.id, year, count: String(points.length) } }];
  if (point.value.kind === 'missing')
    return point.value.reason === 'in_other_category'
      ? []
      : [{ code: 'figure_missing', params: { series: series.id, year, reason: point.value.reason } }];
  return numberOf(point.value) === undefined
    ? [{ code: 'not_a_number', params: { series: series.id, year } }]
    : [];
}

function differencesOf(series: Series, a: Point, b: Point): readonly Refusal[] {
  const reasons: Refusal[] = [];
  for (const point of [a, b]) {
    const year = point.year ?? '';
    const others = point.covers.filter((id) => id !== series.id).join(', ');
    if (point.flags.includes('in_other_category'))
      reasons.push({ code: 'merged_cells', params: { series: series.id, year, others: '' } });
    else if (a.covers.join() !== b.covers.join() && others !== '')
      reasons.push({ code: 'merged_cells', params: { series: series.id, year, others } });
  }
  if (a.parts.missing.join() !== b.parts.missing.join())
    for (const point of [a, b])
      if (point.parts.missing.length > 0)
        reasons.push({
          code: 'coverage_differs',
          params: { series: series.id, year: point.year ?? '', missing: point.parts.missing.join(', ') },
        });
  const differs = (
    code: 'geography_differs' | 'definition_differs' | 'method_differs',
    one: string | null,
    other: string | null,
  ) => {
    if (one !== other) reasons.push({ code, params: { from: one ?? '', to: other ?? '' } });
  };
  differs('geography_differs', a.geography, b.geography);
  differs('geography_differs', a.dimension, b.dimension);
  differs('definition_differs', a.definition, b.definition);
  differs('method_differs', methodOf(a), methodOf(b));
  return reasons;
}

/** Expected beforehand and measured afterwards are different things; exact and rounded are not. */
function methodOf(point: Point): string | null {
  if (point.method?.startsWith('ex_ante') === true) return 'ex_ante';
  return point.method?.startsWith('ex_post') === true ? 'ex_post' : null;
}

function caveatsOf(series: Series, a: Point, b: Point): readonly Caveat[] {
  const caveats: Caveat[] = [];
  if (a.parts.missing.length > 0)
    caveats.push({ code: 'same_parts_missing', params: { missing: a.parts.missing.join(', ') } });
  if (a.covers.length > 1)
    caveats.push({ code: 'same_merged_cells', params: { covers: a.covers.join(', ') } });
  if (series.partsInferred)
    caveats.push({ code: 'parts_inferred', params: { parts: series.parts.join(' + ') } });
  if (a.record.kind === 'observations' && a.geography === null)
    caveats.push({ code: 'geography_not_stated', params: {} });
  if (a.method !== b.method)
    caveats.push({ code: 'precision_differs', params: { from: a.method ?? '', to: b.method ?? '' } });
  return caveats;
}

/**
 * The like-for-like figure: the parts of a total that both years report, or the rows that a merged cell holds taken
 * together in both years. Null when nothing is left, or when it would be the same series again.
 */
function alternativeTo(
  table: readonly Series[],
  series: Series,
  from: string,
  to: string,
): Alternative | null {
  const atoms = series.parts.length > 0 ? series.parts : [series.id];
  const wanted = new Set(atoms);
  for (const id of wanted)
    for (const other of table)
      for (const point of other.points)
        if ((point.year === from || point.year === to) && point.covers.includes(id))
          for (const covered of point.covers) wanted.add(covered);
  const known = [...wanted].filter((id) => isKnown(table, id, from) && isKnown(table, id, to));
  const rows = closedRows(table, known, [from, to]);
  if (rows.length === 0 || (rows.length === 1 && rows[0] === series.id)) return null;
  const sums = [from, to].map((year) => sumOf(table, rows, year));
  const [first, second] = sums;
  return first === undefined || second === undefined
    ? null
    : { series: rows.join(' + '), from: first, to: second };
}

/** Rows whose figures stand for no row outside them: one merged with a row that is unknown in the other year falls out. */
function closedRows(
  table: readonly Series[],
  rows: readonly string[],
  years: readonly string[],
): readonly string[] {
  const kept = rows.filter((id) =>
    years.every((year) =>
      figuresFor(table, id, year).every(({ covers }) => covers.every((covered) => rows.includes(covered))),
    ),
  );
  return kept.length === rows.length ? rows : closedRows(table, kept, years);
}

function figuresFor(table: readonly Series[], id: string, year: string): readonly Point[] {
  return table.flatMap((series) =>
    series.points.filter(
      (point) =>
        point.year === year &&
        point.covers.includes(id) &&
        series.parts.length === 0 &&
        numberOf(point.value) !== undefined,
    ),
  );
}

function isKnown(table: readonly Series[], id: string, year: string): boolean {
  return figuresFor(table, id, year).length === 1;
}

function sumOf(table: readonly Series[], rows: readonly string[], year: string): number {
  const figures = new Map(
    rows.flatMap((id) => figuresFor(table, id, year).map((point) => [point.record.id, point])),
  );
  return [...figures.values()].reduce((sum, point) => sum + (numberOf(point.value) ?? 0), 0);
}
