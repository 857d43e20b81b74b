import { firstDay, type PartialDate, type Period, type PlainDate } from '#kernel/dates.ts';
import { heldOn } from './participation.ts';

/** How it stands with a contact point on a day. `unknown`: the source's dates do not reach that day for certain. */
export const contactStandings = ['vacant', 'named', 'unknown', 'not_yet', 'ended'] as const;
export type ContactStanding = (typeof contactStandings)[number];

/** A contact point, or a vacancy, which is dated by when the source saw it. */
export type DatedContact = {
  readonly isVacancy: boolean;
  readonly period: Period | null;
  readonly seenOn: PartialDate | null;
};

/**
 * A vacancy that was seen in 2020 says nothing of 2016, and neither does a contact point without dates: both are then
 * unknown, which is neither named nor vacant.
 */
export function standingOf({ isVacancy, period, seenOn }: DatedContact, day: PlainDate): ContactStanding {
  const held = heldOn({ party: '', role: 'member', period, seenOn }, day);
  if (held === 'yes') return isVacancy ? 'vacant' : 'named';
  if (held === 'unknown') return 'unknown';
  const from = period?.from ?? null;
  return from !== null && firstDay(from) > day ? 'not_yet' : 'ended';
}
