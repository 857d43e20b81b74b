import { contains, type PartialDate, type Period } from '#kernel/dates.ts';
import type { Clock } from './clock.ts';

export type Attended = {
  readonly plenary: PartialDate;
  readonly party: string;
  readonly present: 'yes' | 'no' | 'unknown';
};

/** One plenary, and of each party whether a minister was there; null: nothing is recorded, which is not absent. */
export type PlenaryRow = {
  readonly plenary: PartialDate;
  readonly byParty: Readonly<Record<string, Attended['present'] | null>>;
};

/** Who was where: a row for each plenary on record, the newest first. */
export function plenaryRows(
  attended: readonly Attended[],
  parties: readonly string[],
): readonly PlenaryRow[] {
  const plenaries = [...new Set(attended.map(({ plenary }) => plenary))].toSorted().toReversed();
  return plenaries.map((plenary) => ({
    plenary,
    byParty: Object.fromEntries(
      parties.map((party) => [
        party,
        attended.find((one) => one.plenary === plenary && one.party === party)?.present ?? null,
      ]),
    ),
  }));
}

export type DatedItem = {
  readonly tabled: PartialDate | null;
  readonly clocks: readonly Pick<Clock, 'state' | 'answeredOn'>[];
};

/** The years of one presidency of parliament in figures, and what is missing from them. */
export type PresidencyFigures = {
  readonly tabled: number;
  /** Answers that certainly came in these years, to whatever was tabled before or in them. */
  readonly answers: number;
  readonly overdue: number;
  readonly plenaries: readonly PlenaryRow[];
  readonly unknown: {
    /** Items that may or may not have been tabled in these years. */
    readonly items: number;
    /** Parties at plenaries of which nothing is recorded, or that it is unknown. */
    readonly attendance: number;
  };
};

export function presidencyFigures(
  items: readonly DatedItem[],
  attended: readonly Attended[],
  parties: readonly string[],
  period: Period,
): PresidencyFigures {
  const clocks = items.flatMap((item) => item.clocks);
  const plenaries = plenaryRows(
    attended.filter(({ plenary }) => contains(period, plenary) === 'yes'),
    parties,
  );
  return {
    tabled: items.filter((item) => isTabledIn(item, period) === 'yes').length,
    answers: clocks.filter(({ answeredOn }) => answeredOn !== null && contains(period, answeredOn) === 'yes')
      .length,
    overdue: clocks.filter(({ state }) => state === 'overdue').length,
    plenaries,
    unknown: {
      items: items.filter((item) => isTabledIn(item, period) === 'unknown').length,
      attendance: plenaries
        .flatMap(({ byParty }) => Object.values(byParty))
        .filter((present) => present === null || present === 'unknown').length,
    },
  };
}

export function isTabledIn({ tabled }: Pick<DatedItem, 'tabled'>, period: Period) {
  return tabled === null ? 'unknown' : contains(period, tabled);
}
