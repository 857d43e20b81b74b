import type { ConsentSaid, WithdrawalSaid } from '../../nodes/model.ts';
import type { HeldConsent } from './standing.ts';

/** A consent as the notes of its supplier's node say it, so that it is judged by the rule by which its record is. */
export function consentFrom(said: ConsentSaid, withdrawal: Pick<WithdrawalSaid, 'on'> | null): HeldConsent {
  const { id, supplier, receiver, instrument, case_reference, purpose, from, given } = said;
  const { data_set, conditions, until } = said;
  return {
    id,
    body: {
      id,
      supplier,
      receiver,
      instrument,
      ...(data_set === null ? {} : { data_set }),
      case_reference,
      purpose,
      ...(conditions === null ? {} : { conditions }),
      from,
      ...(until === null ? {} : { until }),
    },
    steps: [
      { to: 'given', effectiveOn: given },
      ...(withdrawal === null ? [] : [{ to: 'withdrawn', effectiveOn: withdrawal.on }]),
    ],
  };
}

/** What the supplier's node says of a consent on record; null: it had not been given. */
export function saidOf(
  { id, body, steps }: HeldConsent,
  register: string,
  at: string,
): Readonly<Record<keyof ConsentSaid, unknown>> | null {
  const [given] = steps;
  if (given === undefined) return null;
  return {
    register,
    id,
    supplier: body.supplier,
    receiver: body.receiver,
    instrument: body.instrument,
    data_set: body.data_set ?? null,
    case_reference: body.case_reference,
    purpose: body.purpose,
    conditions: body.conditions ?? null,
    from: body.from,
    until: body.until ?? null,
    given: given.effectiveOn,
    at,
  };
}
