import { firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import type { ConsentPurpose } from '../../model.ts';
import type { Consent } from '../../rules/decide.ts';
import type { ConsentState } from '../model.ts';

export type HeldConsent = {
  readonly id: string;
  readonly body: RecordBody;
  /** In the order in which they were taken: that it was given, and that it was withdrawn. */
  readonly steps: readonly { readonly to: string; readonly effectiveOn: PartialDate }[];
};

/** How a consent stands on a day, and since when; null: it had not been given. */
export function consentStateOn(
  { steps }: Pick<HeldConsent, 'steps'>,
  day: PlainDate,
): { readonly state: ConsentState; readonly since: PlainDate } | null {
  const taken = steps.filter(({ effectiveOn }) => lastDay(effectiveOn) <= day);
  const withdrawn = taken.find(({ to }) => to === 'withdrawn');
  if (withdrawn !== undefined) return { state: 'withdrawn', since: lastDay(withdrawn.effectiveOn) };
  const [given] = taken;
  return given === undefined ? null : { state: 'given', since: lastDay(given.effectiveOn) };
}

/** What a decision of that day may take from it; null: nothing, since it had not been given. */
export function consentOn(held: HeldConsent, day: PlainDate): Consent | null {
  const { id, body, steps } = held;
  const standing = consentStateOn(held, day);
  const [given] = steps;
  // One that names no instrument, from before it had to, opens nothing.
  if (standing === null || given === undefined || typeof body.instrument !== 'string') return null;
  const [from, on] = [lastDay(body.from as PartialDate), lastDay(given.effectiveOn)];
  const ends = typeof body.until === 'string' ? firstDay(body.until as PartialDate) : null;
  const withdrawn = standing.state === 'withdrawn' ? standing.since : null;
  return {
    id,
    supplier: String(body.supplier),
    receiver: String(body.receiver),
    to: body.purpose as ConsentPurpose,
    instrument: body.instrument,
    dataSet: typeof body.data_set === 'string' ? body.data_set : null,
    case: String(body.case_reference),
    // Consent is given beforehand: it covers nothing that was done before it was given.
    from: from > on ? from : on,
    until: ends === null || (withdrawn !== null && withdrawn < ends) ? withdrawn : ends,
  };
}
