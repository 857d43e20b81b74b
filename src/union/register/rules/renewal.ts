import { addDays, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { RecordBody } from '#platform/records/kind.ts';

/** Until when the assessment holds on which a group works: it is to be renewed by then, or to end. */
export type Renewal = { readonly assessment: string; readonly until: PartialDate; readonly lapsed: boolean };

/** How long beforehand somebody is told. */
export const noticeDays = 90;

type Assessed = { readonly id: string; readonly body: RecordBody };

/**
 * What is to be renewed or ended: the newest assessment in favour that was decided by the day, at the start or at a review, where
 * it has lapsed or does so soon. Null where it holds longer, where it does not say until when, and where there is none. That an
 * exit is favoured says that the group ends, and renews nothing.
 */
export function renewalOf(assessed: readonly Assessed[], day: PlainDate): Renewal | null {
  const [newest] = assessed
    .flatMap(({ id, body: { moment, outcome, decided, valid_until: until } }) =>
      outcome === 'in_favour' &&
      moment !== 'exit' &&
      typeof decided === 'string' &&
      lastDay(decided as PartialDate) <= day
        ? [{ id, decided: lastDay(decided as PartialDate), until }]
        : [],
    )
    .toSorted((a, b) => (a.decided < b.decided ? 1 : -1));
  if (newest === undefined || typeof newest.until !== 'string') return null;
  const until = newest.until as PartialDate;
  return lastDay(until) <= addDays(day, noticeDays)
    ? { assessment: newest.id, until, lapsed: lastDay(until) < day }
    : null;
}
