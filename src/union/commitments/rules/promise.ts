import { firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { notYet, type Transition } from '#platform/records/transition.ts';
import { type CommitmentOrigin, commitmentOrigins, commitmentStates, promises } from '../model.ts';
import type { Commitment } from './commitment.ts';

/** A change of what a promise says of itself: from one owner to another, from one date to another. */
export type PromiseChange<Value extends string = string> = {
  readonly on: PartialDate;
  readonly from: Value;
  readonly to: Value;
  readonly reason: string;
};

export function handoversOf(body: RecordBody): readonly PromiseChange[] {
  return (body.handovers ?? []) as readonly PromiseChange[];
}

export function dueChangesOf(body: RecordBody): readonly PromiseChange<PartialDate>[] {
  return (body.due_changes ?? []) as readonly PromiseChange<PartialDate>[];
}

/** What held on a day: a change counts from the last day of its date on, so that there is always one and only one value. */
function heldOn<Value extends string>(
  now: Value,
  changes: readonly PromiseChange<Value>[],
  day: PlainDate,
): Value {
  const next = changes.find(({ on }) => lastDay(on) > day);
  return next === undefined ? now : next.from;
}

/** Whose promise it was on a day. One owner, always (§3.8: an agreement without one is followed by nobody). */
export function ownerOn(body: RecordBody, day: PlainDate): string {
  return heldOn(String(body.owner), handoversOf(body), day);
}

/** When it was to be kept, as agreed on a day. */
export function dueOn(body: RecordBody, day: PlainDate): PartialDate {
  return heldOn(body.due as PartialDate, dueChangesOf(body), day);
}

/** Whether it had been made by a day; of one without a date that is so since its source is known. */
export function madeBy({ made }: RecordBody, day: PlainDate): boolean {
  return typeof made !== 'string' || firstDay(made as PartialDate) <= day;
}

/** Where its lifecycle stands, as far as it is known, and why. */
export type PromiseState = {
  readonly state: string;
  readonly since: PartialDate | null;
  readonly reason: string | null;
};

/** A promise as it stood on a day. One of which no step is known then was made, and nothing is known to have ended it. */
export function promiseOf(
  record: { readonly id: string; readonly body: RecordBody },
  known: PromiseState | null,
  day: PlainDate,
): Commitment {
  const { id, body } = record;
  const due = dueOn(body, day);
  const state = commitmentStates.find((one) => one === known?.state) ?? 'open';
  return {
    id,
    text: String(body.what),
    language: typeof body.language === 'string' ? body.language : 'en',
    origin: { kind: promises.name, id },
    owner: ownerOn(body, day),
    watcher: String(body.watcher),
    // A date of reduced precision is over only when its last day is.
    dueEarliest: lastDay(due),
    dueLatest: lastDay(due),
    words: null,
    stated: due,
    doneOn: state === 'done' ? (known?.since ?? null) : null,
    madeIn: commitmentOrigins.find((one): one is CommitmentOrigin => one === body.origin) ?? 'other',
    state: known?.state === 'unknown' ? 'unknown' : state,
    reason: state === 'declined' || state === 'unsolvable' ? (known?.reason ?? null) : null,
  };
}

/** The steps that the source of a promise tells: it was made, on a day or at the latest when the source says so. */
export function promiseTransitions({ made }: RecordBody, knownFrom: PartialDate): readonly Transition[] {
  const step = { axis: 'state', to: 'open', details: {} };
  return [
    typeof made === 'string'
      ? { ...step, from: notYet, effectiveOn: made as PartialDate, observed: false }
      : { ...step, from: null, effectiveOn: knownFrom, observed: true },
  ];
}

/** All that is wrong with who promises what to whom by when; paths are those of the form. */
export function promiseFaults(said: {
  readonly owner: string;
  readonly watcher: string;
  readonly due: PartialDate;
  readonly on: PartialDate;
  readonly today: PlainDate;
}): readonly Problem[] {
  const { owner, watcher, due, on, today } = said;
  return [
    ...(lastDay(on) > today ? [problem('date_in_future', 'body.on', { on })] : []),
    ...(owner === watcher ? [problem('watcher_is_owner', 'body.watcher')] : []),
    ...(lastDay(due) < firstDay(on) ? [problem('due_before_made', 'body.due', { due, on })] : []),
  ];
}

/** A later day than the newest change of the same thing, and not before the promise was made. */
function orderFaults(
  body: RecordBody,
  changes: readonly PromiseChange[],
  on: PartialDate,
  today: PlainDate,
): readonly Problem[] {
  if (lastDay(on) > today) return [problem('date_in_future', 'body.on', { on })];
  const before = changes.at(-1)?.on ?? (body.made as PartialDate | undefined);
  if (before == null || lastDay(before) <= lastDay(on)) return [];
  return [problem('change_out_of_order', 'body.on', { on: before })];
}

/** What an owner has asked of another, who has not said yes. */
export type PromiseOffer = { readonly to: string; readonly on: PartialDate; readonly reason: string };

export function offerOf(body: RecordBody): PromiseOffer | null {
  return (body.offered ?? null) as PromiseOffer | null;
}

/** Asks another to take the promise over; until then it is its owner's, and a newer offer stands in the place of an older. */
export function offer(body: RecordBody, asked: PromiseOffer, today: PlainDate): Result<RecordBody> {
  const { to, on } = asked;
  const faults = [
    ...orderFaults(body, handoversOf(body), on, today),
    ...(to === body.owner ? [problem('owner_unchanged', 'body.to')] : []),
    ...(to === body.watcher ? [problem('watcher_is_owner', 'body.to')] : []),
  ];
  return faults.length > 0 ? fail(...faults) : ok({ ...body, offered: asked });
}

/** It is the other's from a day on, not before it was offered; what it says else stays. Problem: `nothing_offered`. */
export function takeOn(body: RecordBody, on: PartialDate, today: PlainDate): Result<RecordBody> {
  const { offered: _offered, ...kept } = body;
  const offered = offerOf(body);
  if (offered === null) return fail(problem('nothing_offered', 'body.id'));
  const handovers = handoversOf(body);
  const faults =
    lastDay(on) < firstDay(offered.on)
      ? [problem('change_out_of_order', 'body.on', { on: offered.on })]
      : orderFaults(body, handovers, on, today);
  if (faults.length > 0) return fail(...faults);
  const { to, reason } = offered;
  const entry = { on, from: String(body.owner), to, reason };
  return ok({ ...kept, owner: to, handovers: [...handovers, entry] });
}

/** Sets another date, with its reason: a date that slips in silence is a promise that nobody keeps. */
export function changeDue(
  body: RecordBody,
  change: { readonly due: PartialDate; readonly on: PartialDate; readonly reason: string },
  today: PlainDate,
): Result<RecordBody> {
  const { due, on, reason } = change;
  const changes = dueChangesOf(body);
  const made = (body.made ?? on) as PartialDate;
  const faults = [
    ...orderFaults(body, changes, on, today),
    ...(due === body.due ? [problem('due_unchanged', 'body.due')] : []),
    ...(lastDay(due) < firstDay(made) ? [problem('due_before_made', 'body.due', { due, on: made })] : []),
  ];
  if (faults.length > 0) return fail(...faults);
  const entry = { on, from: body.due as PartialDate, to: due, reason };
  return ok({ ...body, due, due_changes: [...changes, entry] });
}
