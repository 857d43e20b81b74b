import { isConfirmed, type Outcome } from '../model.ts';
import type { FeedbackStanding } from './standing.ts';

/** What a case was closed with, one time; null: unknown. */
export type Ended = {
  /** Of the case. */
  readonly id: string;
  readonly party: string;
  readonly outcome: Outcome | null;
  /** Cents. */
  readonly stopped: number | null;
  readonly days: number | null;
  /** Cents. */
  readonly cost: number | null;
};
/** What is not due yet says nothing, and is none of these. */
export type Owed = {
  readonly id: string;
  readonly state: string;
  readonly standing: Exclude<FeedbackStanding, 'owed'>;
};

/** A figure with what it rests on: `known` of `of`. Null: of none it is known, which is not nothing. */
export type Known = { readonly value: number | null; readonly known: number; readonly of: number };

export type CaseFigures = {
  /** Cases that were closed. */
  readonly cases: number;
  /** Those with an outcome that says something: fraud or honest. */
  readonly decided: number;
  readonly confirmed: number;
  /** Cents, the sum of what is known, of those in which fraud was confirmed. */
  readonly stopped: Known;
  /** The median, of those in which fraud was confirmed. */
  readonly days: Known;
  /** Confirmed of decided. */
  readonly hitRate: Known;
  /** Cents, the sum of what is known, of all that were closed: who was honest was looked into, too. */
  readonly cost: Known;
};

export function caseFigures(ended: readonly Ended[]): CaseFigures {
  const decided = ended.filter(({ outcome }) => outcome !== null && outcome !== 'unknown');
  const confirmed = ended.filter(({ outcome }) => isConfirmed(outcome));
  const stopped = confirmed.flatMap((one) => one.stopped ?? []);
  const days = confirmed.flatMap((one) => one.days ?? []);
  const cost = ended.flatMap((one) => one.cost ?? []);
  return {
    cases: ended.length,
    decided: decided.length,
    confirmed: confirmed.length,
    stopped: { value: sumOf(stopped), known: stopped.length, of: confirmed.length },
    days: { value: medianOf(days), known: days.length, of: confirmed.length },
    hitRate: {
      value: decided.length === 0 ? null : confirmed.length / decided.length,
      known: decided.length,
      of: ended.length,
    },
    cost: { value: sumOf(cost), known: cost.length, of: ended.length },
  };
}

/** Null of none: what is not known is not nothing. */
const sumOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0);

/** Given in time, of what was given or is overdue. */
export function inTimeOf(decided: readonly Owed[]): Known {
  const inTime = decided.filter(({ standing }) => standing === 'given').length;
  const known = decided.length;
  return { value: known === 0 ? null : inTime / known, known, of: known };
}

/** Of an even number the mean of both in the middle; null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Cells of fewer are not told: ours, as the floor of statements outside of a case is. */
export const leastCases = 5;

/** A figure over all that are told of and for each party; null: withheld. */
export type Told<Figure> = {
  readonly all: Figure | null;
  readonly byParty: readonly (readonly [party: string, Figure | null])[];
};

/**
 * `closings`: each closing of each case, the later ones of the same case, too, in the order in which they were made. `parties` are spoken of
 * in any case, so that no first case shows by its line.
 */
export const tellCases = (
  closings: readonly Ended[],
  parties: readonly string[] = [],
  least = leastCases,
): Told<CaseFigures> =>
  tell(
    Map.groupBy(closings, ({ party }) => party),
    { figure: caseFigures, cellsOf: cellsOfCase, parties, least },
  );

/** `owed` in the order in which it was decided whether they were in time, each once. */
export const tellInTime = (
  owed: readonly Owed[],
  parties: readonly string[] = [],
  least = leastCases,
): Told<Known> =>
  tell(
    Map.groupBy(owed, ({ state }) => state),
    {
      figure: inTimeOf,
      cellsOf: ({ standing }) => [standing === 'given' ? 'in time' : 'late'],
      ...{ parties, least },
    },
  );

type Rule<Row, Figure> = {
  readonly figure: (rows: readonly Row[]) => Figure;
  /** What numbers of the figure, or what follows from two of them, count a row in. */
  readonly cellsOf: (row: Row) => readonly string[];
  readonly parties: readonly string[];
  readonly least: number;
};

/**
 * Each party's rows come in groups that are told of as one: a group ends when each of its cells has as many as the floor, or none. So what
 * is told on one day and on another, of one party and of all, never differs by fewer than the floor; what came since waits.
 *
 * All figures share these groups, though one that is rarely unknown then holds the others back. With groups of its own, a figure would be
 * of other cases than its neighbour, and the two could be subtracted: of fifteen confirmed beside amounts of fourteen confirmed follows
 * what became of the newest one. Nor do groups of its own help that end only where those of the outcomes end. Let twenty be confirmed and
 * then five, whose outcomes are told at once, and amounts only with the latter, as known of 16 of 25: of the nine unknown at most five are
 * of the latter, and had more than four been of the twenty, they had been told before; so it is four of the twenty, exactly.
 */
function tell<Row extends { readonly id: string }, Figure>(
  rowsOf: ReadonlyMap<string, readonly Row[]>,
  { figure, cellsOf, parties, least }: Rule<Row, Figure>,
): Told<Figure> {
  const told = [...rowsOf].map(([party, rows]) => [party, wholeGroups(rows, cellsOf, least)] as const);
  const some = new Map(told.filter(([, rows]) => rows.length > 0));
  const figureOf = (rows: readonly Row[]) => (rows.length === 0 ? null : figure(rows));
  return {
    all: figureOf([...some.values()].flat()),
    byParty: [...new Set([...parties, ...some.keys()])]
      .toSorted()
      .map((party) => [party, figureOf(some.get(party) ?? [])]),
  };
}

/**
 * What came only adds: a later row of an id replaces the earlier one while that waits, and is passed over once that was told. So what
 * was told stays as it was told, whatever becomes of the case; else one that is opened again and closed with more would be the difference of
 * two days, or would let another one into its place.
 *
 * A group ends at full lots of the floor only. Ended by any one row, that row would be known for what filled up a cell: were five honest
 * and nine confirmed, the one that moved the table would be the fifth honest one.
 */
function wholeGroups<Row extends { readonly id: string }>(
  rows: readonly Row[],
  cellsOf: (row: Row) => readonly string[],
  least: number,
): readonly Row[] {
  const told = new Map<string, Row>();
  const waiting = new Map<string, Row>();
  const counts = new Map<string, number>();
  const count = (row: Row, by: 1 | -1) => {
    for (const cell of ['all', ...cellsOf(row)]) counts.set(cell, (counts.get(cell) ?? 0) + by);
  };
  for (const row of rows) {
    if (told.has(row.id)) continue;
    const before = waiting.get(row.id);
    if (before !== undefined) count(before, -1);
    count(row, 1);
    waiting.set(row.id, row);
    const isFullLot = before === undefined && waiting.size % least === 0;
    if (!isFullLot || [...counts.values()].some((some) => some > 0 && some < least)) continue;
    for (const [id, one] of waiting) told.set(id, one);
    waiting.clear();
    counts.clear();
  }
  return [...told.values()];
}

function cellsOfCase({ outcome, stopped, days, cost }: Ended): readonly string[] {
  const of = (name: string, value: number | null) => `${name} ${value === null ? 'unknown' : 'known'}`;
  const looked = of('cost', cost);
  if (outcome === null || outcome === 'unknown') return ['undecided', looked];
  if (!isConfirmed(outcome)) return ['decided', 'honest', looked];
  return ['decided', 'confirmed', of('stopped', stopped), of('days', days), looked];
}
