import { isConfirmed, type Outcome } from '../model.ts';
import type { FeedbackStanding } from './standing.ts';

/** What of a case or of feedback counts; null: unknown. */
export type Ended = {
  readonly party: string;
  readonly outcome: Outcome | null;
  /** Cents. */
  readonly stopped: number | null;
  readonly days: number | null;
  /** Cents. */
  readonly cost: number | null;
};
export type Owed = { readonly state: string; readonly standing: FeedbackStanding };

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

/** Given in time, of what was given or is overdue; what is not due yet says nothing. */
export function inTimeOf(owed: readonly Owed[]): Known {
  const due = owed.filter(({ standing }) => standing !== 'owed');
  const inTime = due.filter(({ standing }) => standing === 'given').length;
  return { value: due.length === 0 ? null : inTime / due.length, known: due.length, of: owed.length };
}

/** Of an even number the mean of both in the middle; null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Cells of fewer are not told: ours, as the floor of statements outside of a case is. */
export const leastCases = 5;

/** A figure over all and for each party, as far as they may be told; null: withheld. */
export type Told<Figure> = {
  readonly all: Figure | null;
  readonly byParty: readonly (readonly [party: string, Figure | null])[];
};

export const tellCases = (ended: readonly Ended[], least = leastCases): Told<CaseFigures> =>
  tell(
    Map.groupBy(ended, ({ party }) => party),
    { figure: caseFigures, smallest: smallestOfCases, least },
  );

export const tellInTime = (owed: readonly Owed[], least = leastCases): Told<Known> =>
  tell(
    Map.groupBy(owed, ({ state }) => state),
    { figure: inTimeOf, smallest: smallestOfOwed, least },
  );

type Rule<Row, Figure> = {
  readonly figure: (rows: readonly Row[]) => Figure;
  /** The fewest that any number of the figure is of, or that follows from two of them. */
  readonly smallest: (rows: readonly Row[]) => number;
  readonly least: number;
};

/**
 * Withholds the figure of who has fewer than the floor, and so many more, the smallest first, until what all figures leave together of
 * those withheld is of two parties at the least and not below the floor itself.
 */
function tell<Row, Figure>(
  rowsOf: ReadonlyMap<string, readonly Row[]>,
  { figure, smallest, least }: Rule<Row, Figure>,
): Told<Figure> {
  const cells = [...rowsOf].map(([party, rows]) => ({ party, rows, count: smallest(rows) }));
  const inOrder = cells.toSorted((a, b) => a.count - b.count || (a.party < b.party ? -1 : 1));
  let hidden = inOrder.filter(({ count }) => count < least).length;
  const together = () => inOrder.slice(0, hidden).flatMap(({ rows }) => rows);
  while (hidden > 0 && hidden < inOrder.length && (hidden === 1 || smallest(together()) < least)) hidden++;
  const withheld = new Set(inOrder.slice(0, hidden).map(({ party }) => party));
  const all = cells.flatMap(({ rows }) => rows);
  const byParty = cells.toSorted((a, b) => (a.party < b.party ? -1 : 1));
  return {
    all: smallest(all) < least ? null : figure(all),
    byParty: byParty.map(({ party, rows }) => [party, withheld.has(party) ? null : figure(rows)]),
  };
}

function smallestOfCases(ended: readonly Ended[]): number {
  const { cases, decided, confirmed, stopped, days, cost } = caseFigures(ended);
  const counts = [
    ...[cases - decided, decided, confirmed, decided - confirmed],
    ...[stopped.known, stopped.of - stopped.known, days.known, days.of - days.known],
    ...[cost.known, cost.of - cost.known],
  ];
  return leastOf(cases, counts);
}

function smallestOfOwed(owed: readonly Owed[]): number {
  const { known, of } = inTimeOf(owed);
  const inTime = owed.filter(({ standing }) => standing === 'given').length;
  return leastOf(of, [known, of - known, inTime, known - inTime]);
}

/** None at all is about nobody. */
const leastOf = (all: number, counts: readonly number[]): number =>
  Math.min(all, ...counts.filter((count) => count > 0));
