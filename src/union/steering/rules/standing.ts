import { isOnOrBefore, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { Uptake } from '../model.ts';

/** The parts of the view of steering, in the order of the page. */
export const steeringSections = [
  'strategic',
  'contacts',
  'signals',
  'rhythm',
  'bureau',
  'account',
  'pilots',
  'arrears',
] as const;
export type SteeringSection = (typeof steeringSections)[number];

/** How it can stand with a row of each part, what asks for attention first. `unknown` is not a no, and never zero. */
export const standings = {
  strategic: ['absent', 'unknown', 'present'],
  contacts: ['vacant', 'unknown', 'named'],
  signals: ['waiting', 'unknown', 'stopped', 'begun', 'told'],
  rhythm: ['fewer', 'not_agreed', 'unknown', 'running', 'kept'],
  bureau: ['asked', 'unknown', 'held'],
  account: ['unknown', 'told'],
  pilots: ['still_weighed', 'unknown', 'not_taken_over', 'taken_over'],
  arrears: ['overdue', 'unknown', 'due', 'presented'],
} as const satisfies Readonly<Record<SteeringSection, readonly string[]>>;
export type Standing = (typeof standings)[SteeringSection][number];

/** How many rows of a part stand how; every standing is there, so that the counts add up to the rows. */
export function countStandings(
  section: SteeringSection,
  rows: readonly { readonly standing: Standing }[],
): readonly { readonly standing: Standing; readonly count: number }[] {
  return standings[section].map((standing) => ({
    standing,
    count: rows.filter((row) => row.standing === standing).length,
  }));
}

/** What asks for attention first; within that the given order. */
export function inStandingOrder<Row extends { readonly standing: Standing }>(
  section: SteeringSection,
  rows: readonly Row[],
): readonly Row[] {
  const order: readonly Standing[] = standings[section];
  return rows.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
}

/** A group of a dossier, or one above it, as far as it says something of strategic consultation. */
export type SteeringGroup = {
  /** Is one itself. */
  readonly isStrategic: boolean;
  /** Says of itself that it has none; null: says nothing, or the date is before that was seen. */
  readonly saysAbsent: boolean | null;
  /** On the date; `unknown` where the source does not say. */
  readonly state: string;
};

/**
 * Whether a dossier has a strategic consultation (§9.2.3): one that works; none, where a group of it says so; else it is not known,
 * which holds too for one of which nobody knows whether it works on that date.
 */
export function strategicStanding(groups: readonly SteeringGroup[]): (typeof standings)['strategic'][number] {
  const strategic = groups.filter(({ isStrategic }) => isStrategic);
  if (strategic.some(({ state }) => state === 'active')) return 'present';
  if (strategic.some(({ state }) => state === 'unknown')) return 'unknown';
  return groups.some(({ saysAbsent }) => saysAbsent === true) ? 'absent' : 'unknown';
}

export type AgreedRhythm = { readonly perYear: number; readonly from: PartialDate };

/** The rhythm that was in force when a year began; one that is agreed in the course of a year counts from the next. */
export function rhythmOf(year: string, agreed: readonly AgreedRhythm[]): AgreedRhythm | null {
  const before = agreed.filter(({ from }) => isOnOrBefore(from, `${year}-01-01` as PlainDate) === 'yes');
  return before.toSorted((a, b) => (lastDay(a.from) < lastDay(b.from) ? -1 : 1)).at(-1) ?? null;
}

/**
 * Meetings of a year against what was agreed (§3.4). Of a year in which none is on record it is not known how many there were.
 * `count` is null then. While a year runs, it is too early to miss anything.
 */
export function rhythmStanding(said: {
  readonly year: string;
  readonly count: number | null;
  readonly agreed: AgreedRhythm | null;
  readonly day: PlainDate;
}): (typeof standings)['rhythm'][number] {
  const { year, count, agreed, day } = said;
  if (agreed === null) return count === null ? 'unknown' : 'not_agreed';
  if (count !== null && count >= agreed.perYear) return 'kept';
  if (day < lastDay(year as PartialDate)) return 'running';
  return count === null ? 'unknown' : 'fewer';
}

/** The accounts of a year (§8.1): what was not presented after its day is in arrears; without a day nobody can say. */
export function accountStanding(
  { due, presented }: { readonly due: PartialDate | null; readonly presented: PartialDate | null },
  day: PlainDate,
): (typeof standings)['arrears'][number] {
  if (presented !== null && lastDay(presented) <= day) return 'presented';
  if (due === null) return 'unknown';
  return lastDay(due) < day ? 'overdue' : 'due';
}

/** The newest that is known of a pilot by a day; null: nothing is. */
export function uptakeOn<Said extends { readonly uptake: Uptake; readonly date: PartialDate }>(
  said: readonly Said[],
  day: PlainDate,
): Said | null {
  const known = said.filter(({ date }) => lastDay(date) <= day);
  return known.toSorted((a, b) => (lastDay(a.date) < lastDay(b.date) ? -1 : 1)).at(-1) ?? null;
}
