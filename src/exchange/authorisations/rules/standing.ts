import { addDays, addMonths, firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import type { Authorisation } from '../../rules/decide.ts';
import type { AuthorisationState } from '../model.ts';

/** A step of an authorisation's life, as the register has it; `by` is the party that took it. */
export type Step = {
  readonly to: string;
  readonly effectiveOn: PartialDate;
  readonly by: string;
  readonly act: string;
};

/** All that how an authorisation stands is told from. Steps in the order in which they were taken. */
export type Held = {
  readonly id: string;
  readonly body: RecordBody;
  readonly steps: readonly Step[];
  /** The last day on which it is known to have been used; null: on none. */
  readonly lastUse: PlainDate | null;
};

export type Standing = {
  readonly state: AuthorisationState;
  /** The parties whose suspension has not been lifted. */
  readonly suspendedBy: readonly string[];
  /** The day of the oldest suspension that has not been lifted. */
  readonly suspendedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  /** The last day on which somebody looked at it: when it was listed or reviewed. */
  readonly reviewedOn: PlainDate;
  /** The last day on which the review is in time. */
  readonly reviewDue: PlainDate;
  readonly isReviewOverdue: boolean;
  /** The day from which it counts as dormant if it is not used before; null when it is closed. */
  readonly dormantOn: PlainDate | null;
};

/** The agreements on art. 15 and 16 ask for a review at least once a year. */
const reviewMonths = 12;

const latest = (...days: readonly (PlainDate | null)[]) =>
  days.reduce<PlainDate | null>(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  );
const earliest = (one: PlainDate | null, other: PlainDate | null) =>
  one === null || (other !== null && other < one) ? other : one;

type Review = { readonly on: PartialDate };

/** How an authorisation stands on a day; null: it had not been listed. */
export function standingOn({ body, steps, lastUse }: Held, day: PlainDate): Standing | null {
  const taken = steps.filter(({ effectiveOn }) => lastDay(effectiveOn) <= day);
  const [listed] = taken;
  if (listed === undefined) return null;
  const suspensions = new Map<string, PlainDate>();
  let closedOn: PlainDate | null = null;
  for (const { act, by, effectiveOn } of taken) {
    const on = lastDay(effectiveOn);
    if (act === 'suspend' && !suspensions.has(by)) suspensions.set(by, on);
    if (act === 'resume') suspensions.delete(by);
    if (act === 'close') closedOn = earliest(closedOn, on);
  }
  const begins = beginOf(body, listed);
  const reviews = ((body.reviews ?? []) as readonly Review[]).map(({ on }) => lastDay(on));
  const reviewedOn = latest(begins, ...reviews.filter((on) => on <= day)) ?? begins;
  const reviewDue = addMonths(reviewedOn, reviewMonths);
  const state = closedOn !== null ? 'closed' : suspensions.size > 0 ? 'suspended' : 'listed';
  const active = latest(begins, lastUse !== null && lastUse <= day ? lastUse : null) ?? begins;
  return {
    state,
    suspendedBy: [...suspensions.keys()],
    suspendedOn: [...suspensions.values()].reduce<PlainDate | null>(earliest, null),
    closedOn,
    reviewedOn,
    reviewDue,
    isReviewOverdue: state !== 'closed' && reviewDue < day,
    // A suspension stops nothing: who was not let in for so long is listed anew.
    dormantOn: closedOn === null ? addDays(active, Number(body.dormant_after_days)) : null,
  };
}

/**
 * Services that an authorisation shows to be suspended as a whole at the data of a supplier on a day: by that supplier, or by the
 * officers' own party. Such a suspension lives in those of the officers, and ends with the last of them.
 */
export function suspendedServices(
  held: Omit<Held, 'steps'> & { readonly steps: readonly (Step & { readonly details: Details })[] },
  day: PlainDate,
  supplier: string,
): readonly { readonly service: string; readonly by: string }[] {
  const standing = standingOn(held, day);
  if (standing === null || standing.state === 'closed') return [];
  return standing.suspendedBy.flatMap((by) => {
    const isFor = by === held.body.party || (by === supplier && held.body.supplier === supplier);
    const step = held.steps.findLast((one) => one.act === 'suspend' && one.by === by);
    const service = step?.details.service;
    return isFor && typeof service === 'string' ? [{ service, by }] : [];
  });
}

type Details = Readonly<Record<string, unknown>>;

/** Nobody is authorised before he was listed; of a date known to the month or year it is the last day. */
function beginOf(body: RecordBody, listed: Step): PlainDate {
  const [from, on] = [lastDay(body.from as PartialDate), lastDay(listed.effectiveOn)];
  return from > on ? from : on;
}

/** What a decision of that day may take from it; null: nothing, since it had not been listed. */
export function authorisationOn(
  held: Held,
  day: PlainDate,
): (Authorisation & { readonly id: string }) | null {
  const standing = standingOn(held, day);
  const [listed] = held.steps;
  if (standing === null || listed === undefined) return null;
  const { body } = held;
  const textOf = (key: string) => (typeof body[key] === 'string' ? body[key] : null);
  const dayOf = (key: string) => (textOf(key) === null ? null : lastDay(textOf(key) as PartialDate));
  const ends = textOf('until') === null ? null : firstDay(textOf('until') as PartialDate);
  return {
    id: held.id,
    officer: String(body.officer),
    party: String(body.party),
    dataSet: String(body.data_set),
    service: textOf('service'),
    place: textOf('place'),
    basis: String(body.basis),
    from: beginOf(body, listed),
    // What is dormant is shut before anybody has closed it.
    until: earliest(earliest(ends, standing.closedOn), standing.dormantOn),
    suspendedOn: standing.suspendedOn,
    reviewedOn: standing.reviewedOn,
    trainedOn: dayOf('trained_on'),
    screenedOn: dayOf('screened_on'),
  };
}
