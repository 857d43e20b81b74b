import { addMonths, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { CheckState, LawStatus, PracticeStatus } from '../model.ts';

/** One cell of the board: what a state's law says of one instrument. */
export type BoardCell = {
  readonly instrument: string;
  readonly kind: string;
  readonly party: string;
  readonly inLaw: LawStatus;
};

/** A state's implementation deficit: how many of the instruments whose state is known are open. */
export type Deficit = {
  readonly party: string;
  /** Not implemented, partly, or declined. */
  readonly open: number;
  /** Instruments that count and whose state is known: the denominator. */
  readonly assessed: number;
  /** Instruments that would count but of which nothing is known; in neither figure. */
  readonly unknown: number;
  readonly notApplicable: number;
};

/**
 * Counts as the register's implementation note says: only the kinds it names; unknown and not applicable are left out;
 * a declined instrument is open. Without such a note nothing is counted.
 */
export function deficitOf(
  cells: readonly BoardCell[],
  kinds: readonly string[],
  parties: readonly string[],
): readonly Deficit[] {
  return parties.map((party) => {
    const counted = cells.filter((cell) => cell.party === party && kinds.includes(cell.kind));
    const known = counted.filter((cell) => cell.inLaw !== 'unknown' && cell.inLaw !== 'not_applicable');
    return {
      party,
      open: known.filter((cell) => isOpen(cell.inLaw)).length,
      assessed: known.length,
      unknown: counted.filter((cell) => cell.inLaw === 'unknown').length,
      notApplicable: counted.filter((cell) => cell.inLaw === 'not_applicable').length,
    };
  });
}

/** A cell with what the figures of a cut-off date need besides. */
export type ScoredCell = BoardCell & {
  readonly inPractice: PracticeStatus;
  readonly check: CheckState;
  /** By when it must have been carried out; null: nobody has said. */
  readonly implementBy: PartialDate | null;
};

/** The figures of the EU Single Market Scoreboard at a cut-off date, for a union whose instruments often have no deadline. */
export type Figures = Deficit & {
  /** Open of assessed, in percent with one decimal; null: nothing is assessed, and 0 of 0 is no figure. */
  readonly percent: number | null;
  /** Instruments whose deadline had not passed at the cut-off; in none of the figures. */
  readonly notYetDue: number;
  /** Open ones whose deadline passed two years ago or more; null: open ones there are, but none with a deadline. */
  readonly overdueTwoYears: number | null;
  /** Whole months by which open ones are late, added up; null as above. A deadline of a month or year counts from its last day. */
  readonly delayMonths: number | null;
  /** Open ones without a deadline: in neither of the two. */
  readonly undated: number;
  readonly conformity: {
    /** Implemented in law, but found not to be so by another, or not or only partly applied. */
    readonly against: number;
    /** Implemented in law, and looked at by another or of known practice: the denominator. */
    readonly judged: number;
    /** Implemented in law by the word of the state alone. */
    readonly unjudged: number;
    readonly percent: number | null;
  };
};

/** The figures of each party at a cut-off date. What is not due by then counts nowhere; the rest as `deficitOf` counts it. */
export function figuresOf(
  cells: readonly ScoredCell[],
  kinds: readonly string[],
  parties: readonly string[],
  cutOff: PlainDate,
): readonly Figures[] {
  const counted = cells.filter(({ kind }) => kinds.includes(kind));
  const due = counted.filter(({ implementBy }) => implementBy === null || lastDay(implementBy) < cutOff);
  return deficitOf(due, kinds, parties).map((deficit) => {
    const own = due.filter(({ party }) => party === deficit.party);
    const delays = own.flatMap((cell) =>
      isOpen(cell.inLaw) && cell.implementBy !== null ? [wholeMonths(lastDay(cell.implementBy), cutOff)] : [],
    );
    const undated = deficit.open - delays.length;
    const computable = delays.length > 0 || deficit.open === 0;
    return {
      ...deficit,
      percent: shareOf(deficit.open, deficit.assessed),
      notYetDue: counted.filter(({ party }) => party === deficit.party).length - own.length,
      overdueTwoYears: computable ? delays.filter((months) => months >= 24).length : null,
      delayMonths: computable ? delays.reduce((sum, months) => sum + months, 0) : null,
      undated,
      conformity: conformityOf(own),
    };
  });
}

/** In percentage points with one decimal; null where one of the two is no figure. */
export function changeOf(
  now: Pick<Figures, 'open' | 'assessed'>,
  before: Pick<Figures, 'open' | 'assessed'> | undefined,
): number | null {
  if (before === undefined || now.assessed === 0 || before.assessed === 0) return null;
  const change = now.open / now.assessed - before.open / before.assessed;
  // Minus nothing is nothing.
  return Math.round(change * 1000) / 10 + 0;
}

function conformityOf(cells: readonly ScoredCell[]): Figures['conformity'] {
  const implemented = cells.filter(({ inLaw }) => inLaw === 'implemented');
  const against = implemented.filter(
    ({ check, inPractice }) =>
      check === 'contradicted' || inPractice === 'not_applied' || inPractice === 'partly_applied',
  ).length;
  const judged = implemented.filter(
    ({ check, inPractice }) =>
      check === 'contradicted' ||
      check === 'confirmed' ||
      (inPractice !== 'unknown' && inPractice !== 'not_applicable'),
  ).length;
  return { against, judged, unjudged: implemented.length - judged, percent: shareOf(against, judged) };
}

function isOpen(status: LawStatus): boolean {
  return status === 'partial' || status === 'not_implemented' || status === 'declined';
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** Calendar months that have passed in full; `from` is not after `to`. */
function wholeMonths(from: PlainDate, to: PlainDate): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  return addMonths(from, months) > to ? months - 1 : months;
}
