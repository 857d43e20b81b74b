import type { LawStatus } from '../model.ts';

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
      open: known.filter((cell) => cell.inLaw !== 'implemented').length,
      assessed: known.length,
      unknown: counted.filter((cell) => cell.inLaw === 'unknown').length,
      notApplicable: counted.filter((cell) => cell.inLaw === 'not_applicable').length,
    };
  });
}
