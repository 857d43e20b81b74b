import type { LocalizedText } from '#kernel/localized-text.ts';
import type { MissingReason, ObservationValue } from '#kernel/observation-value.ts';
import type { Cell, CellStatus } from '../model.ts';

/** SDMX CL_OBS_STATUS letters for what a figure of a merged cell is: it includes another category, or is in one. */
export type Flag = 'includes_other_category' | 'in_other_category' | 'estimated' | 'definition_differs';

/** One figure of a series, with what must be equal for it to be held against another. */
export type Point = {
  /** The year as the source dates the figure; null where the source gives no period. */
  readonly year: string | null;
  readonly value: ObservationValue;
  readonly flags: readonly Flag[];
  /** Rows that this one figure stands for; just the row itself unless cells are merged. */
  readonly covers: readonly string[];
  /** For a total: which of its parts the figure holds, and which it silently leaves out. */
  readonly parts: { readonly reported: readonly string[]; readonly missing: readonly string[] };
  readonly geography: string | null;
  readonly definition: string | null;
  readonly method: string | null;
  /** What else tells figures of one year apart: direction of a flow, for example. */
  readonly dimension: string | null;
  /** The record that holds the figure. */
  readonly record: { readonly kind: string; readonly id: string };
  readonly source: readonly string[];
};

export type Series = {
  readonly id: string;
  readonly title: LocalizedText;
  readonly unit: string | null;
  /** Parts of a total, in the order of its formula; empty for a series that is no total. */
  readonly parts: readonly string[];
  /** The source does not print the formula; the printed figures re-add only so. */
  readonly partsInferred: boolean;
  readonly points: readonly Point[];
  /** How many figures of periods after the date asked about are left out of `points`; absent: no date was asked about. */
  readonly later?: number;
  /** What the source itself says against comparing. */
  readonly caveats: readonly string[];
};

const emptyCellReasons: Readonly<Partial<Record<CellStatus, MissingReason>>> = {
  covered_by_merged_cell: 'in_other_category',
  not_available: 'not_available',
  blank: 'blank',
};

export type CountRow = {
  readonly id: string;
  readonly title: LocalizedText;
  readonly unit: string | null;
  readonly isTotal: boolean;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly source: readonly string[];
};

/** The series of a table of counts by year, with the parts of its totals. `checks` are the table's own formulas. */
export function seriesOfCounts(
  rows: readonly CountRow[],
  checks: readonly string[],
  caveats: readonly string[],
): readonly Series[] {
  const formulas = new Map(checks.flatMap((check) => formulaOf(check, rows)));
  return rows.map((row) => {
    const stated = formulas.get(row.id);
    const parts = stated ?? (row.isTotal ? inferParts(row, rows) : []);
    return {
      id: row.id,
      title: row.title,
      unit: row.unit,
      parts,
      partsInferred: stated === undefined && parts.length > 0,
      caveats,
      points: Object.keys(row.cells)
        .sort()
        .map((year) => pointOf(row, rows, parts, year)),
    };
  });
}

function pointOf(row: CountRow, rows: readonly CountRow[], parts: readonly string[], year: string): Point {
  const cell = row.cells[year];
  const status = cell?.status ?? 'blank';
  const reason = emptyCellReasons[status];
  const value: ObservationValue =
    cell === undefined || cell.value === null || reason !== undefined
      ? { kind: 'missing', reason: reason ?? 'blank', note: null }
      : { kind: 'value', value: cell.value };
  const flags: Flag[] = [];
  if (status === 'reported_merged') flags.push('includes_other_category');
  if (status === 'covered_by_merged_cell') flags.push('in_other_category');
  if (status === 'derived') flags.push('estimated');
  const reported = parts.filter((part) => isAccounted(rows, part, year));
  return {
    year,
    value,
    flags,
    covers: status === 'reported_merged' && cell?.covers ? [...cell.covers].sort() : [row.id],
    parts: { reported, missing: parts.filter((part) => !reported.includes(part)) },
    geography: null,
    definition: typeof cell?.definition === 'string' ? cell.definition : null,
    method: null,
    dimension: null,
    record: { kind: 'counts', id: row.id },
    source: row.source,
  };
}

/** A row's figure of a year is known, by itself or inside a merged cell. */
function isAccounted(rows: readonly CountRow[], id: string, year: string): boolean {
  return rows.some((row) => {
    const cell = row.cells[year];
    if (cell === undefined || cell.value === null) return false;
    return cell.status === 'reported_merged' ? cell.covers?.includes(id) === true : row.id === id;
  });
}

/** `total = part + part …`, where every name is a row of the table; words after the last part are the source's comment. */
function formulaOf(
  check: string,
  rows: readonly CountRow[],
): readonly (readonly [string, readonly string[]])[] {
  const [total, sum] = check.split(' = ');
  if (total === undefined || sum === undefined) return [];
  const isRow = (name: string) => rows.some((row) => row.id === name);
  const parts = sum.split(' + ').map((part) => part.trim().split(/\s/)[0] ?? '');
  return isRow(total.trim()) && parts.every(isRow) ? [[total.trim(), parts]] : [];
}

/** Larger tables would make the search for a formula guesswork. */
const mostPartCandidates = 12;

/**
 * The parts of a total that the source marks as computed without saying how: the one smallest set of rows that re-adds
 * to it in every year in which all of them are known. None when no set, or more than one, does.
 */
function inferParts(total: CountRow, rows: readonly CountRow[]): readonly string[] {
  const candidates = rows.filter((row) => !row.isTotal).slice(0, mostPartCandidates);
  for (let size = 2; size <= candidates.length; size += 1) {
    const fitting = subsetsOf(candidates, size).filter((parts) => readds(total, parts));
    const [only, another] = fitting;
    if (only !== undefined) return another === undefined ? only.map((row) => row.id) : [];
  }
  return [];
}

function readds(total: CountRow, parts: readonly CountRow[]): boolean {
  const ids = parts.map((part) => part.id);
  const complete = Object.keys(total.cells).filter(
    (year) => total.cells[year]?.value != null && ids.every((id) => isAccounted(parts, id, year)),
  );
  return complete.length > 0 && complete.every((year) => sumOf(parts, year) === total.cells[year]?.value);
}

function sumOf(parts: readonly CountRow[], year: string): number {
  return parts.reduce((sum, part) => sum + (part.cells[year]?.value ?? 0), 0);
}

function subsetsOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    subsetsOf(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  );
}
