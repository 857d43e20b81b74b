import { compareForOrder, firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { RecordBody } from '#platform/records/kind.ts';

/** Fields that date what happened to an instrument; `adopted` to `in_force_until` are its lifecycle. */
export const datedFields = [
  'decided',
  'political_agreement',
  'signed',
  'adopted',
  'approved_by_parliaments',
  'in_force',
  'applied_since',
  'operationalised',
  'pilot_launched',
  'first_notes_issued',
  'evaluated',
  'obligation_from',
  'implement_by',
  'in_force_until',
] as const;

/** Whether an instrument can have been there on a day: what was certainly adopted later binds nobody yet. */
export function mayExistOn({ adopted, status }: RecordBody, day: PlainDate): boolean {
  if (status === 'draft') return false;
  return typeof adopted !== 'string' || firstDay(adopted as PartialDate) <= day;
}

/** Whether it has certainly ended by a day: nobody owes anything under it any more. */
export function hasEndedBy({ in_force_until: until }: RecordBody, day: PlainDate): boolean {
  return typeof until === 'string' && lastDay(until as PartialDate) <= day;
}

export type DatedFact = { readonly field: (typeof datedFields)[number]; readonly on: PartialDate };

/** What the source dates of an instrument, in time; of one day in the order in which such things happen. */
export function datedFacts(instrument: RecordBody): readonly DatedFact[] {
  return datedFields
    .flatMap((field): readonly DatedFact[] => {
      const on = instrument[field];
      return typeof on === 'string' ? [{ field, on: on as PartialDate }] : [];
    })
    .sort((a, b) => compareForOrder(a.on, b.on));
}
