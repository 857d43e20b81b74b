import { sql } from 'kysely';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { hashOf } from '#platform/hash.ts';
import { newId } from '#platform/id.ts';
import { batchSize } from '#platform/journal/journal.ts';
import { notYet, type Transition } from '#platform/records/transition.ts';

/** What is known of one lifecycle of one subject at a day. `unknown` carries why, and the next thing that is known. */
export type StateAt = { readonly subject: string; readonly axis: string } & (
  | {
      readonly state: string;
      /** Since when: the date of the step that led here; `observed` as in the transition. */
      readonly since: PartialDate | null;
      readonly observed: boolean;
      readonly details: Readonly<Record<string, unknown>>;
    }
  | {
      readonly state: 'unknown';
      readonly why: 'no_earlier_fact' | 'changed_within_period' | 'changed_at_unknown_time';
      readonly next: {
        readonly state: string;
        readonly on: PartialDate;
        readonly details: Readonly<Record<string, unknown>>;
      } | null;
    }
);

type StateRow = {
  subject: string;
  axis: string;
  last_to: string | null;
  last_on: PartialDate | null;
  last_observed: boolean | null;
  last_details: Record<string, unknown> | null;
  next_from: string | null;
  next_to: string | null;
  next_on: PartialDate | null;
  next_first: string | null;
  next_observed: boolean | null;
  next_details: Record<string, unknown> | null;
};

/**
 * The state of every lifecycle of a kind on the last day of `asOf`, from the transitions known on the last day of
 * `knownAt`. Certain only: a step dated `2012` leaves the state within 2012 unknown, and a state seen in 2020 whose
 * beginning is not dated leaves the years before it unknown.
 */
export async function listStates(
  tx: Transaction,
  query: {
    readonly register: string;
    readonly kind: string;
    readonly asOf: PartialDate;
    readonly knownAt: PartialDate;
    /** Only of these; absent, of every subject of the kind. */
    readonly subjects?: readonly string[];
  },
): Promise<readonly StateAt[]> {
  const day: PlainDate = lastDay(query.asOf);
  const known: PlainDate = lastDay(query.knownAt);
  const rows = await sql<StateRow>`
    with known as (
      select step.* from platform.transition step
      where step.register = ${query.register} and step.kind = ${query.kind}
        and ${query.subjects === undefined ? sql`true` : sql`step.subject = any(${query.subjects})`}
        and step.known_from_day <= ${known} and step.withdraws is null
        and not exists (select 1 from platform.transition correction
          where correction.withdraws = step.id and correction.known_from_day <= ${known})
    ), steps as (
      -- A later sight of the same state does not make it begin anew.
      select known.*, lag(to_state) over (partition by subject, axis
        order by effective_last, effective_first, observed, recorded_at, id) as previous from known
    ), last as (
      select distinct on (subject, axis) * from steps
      where effective_last <= ${day} and previous is distinct from to_state
      order by subject, axis, effective_last desc, effective_first desc, observed desc, recorded_at desc, id desc
    ), next as (
      -- What may already have come: a change that is dated goes before a sight, a sight of the same state says nothing new.
      select distinct on (known.subject, known.axis) known.*
      from known left join last on last.subject = known.subject and last.axis = known.axis
      where known.effective_last > ${day}
        and (known.effective_first > ${day} or known.to_state is distinct from last.to_state)
      order by known.subject, known.axis, known.effective_first <= ${day} and not known.observed desc,
        known.effective_first, known.effective_last, known.observed, known.recorded_at, known.id
    )
    select coalesce(last.subject, next.subject) as subject, coalesce(last.axis, next.axis) as axis,
      last.to_state as last_to, last.effective_on as last_on, last.observed as last_observed, last.details as last_details,
      next.from_state as next_from, next.to_state as next_to, next.effective_on as next_on,
      next.effective_first::text as next_first, next.observed as next_observed, next.details as next_details
    from last full join next on next.subject = last.subject and next.axis = last.axis
    order by 1, 2`.execute(tx);
  return rows.rows.map((row) => stateOf(row, day));
}

function stateOf(row: StateRow, day: PlainDate): StateAt {
  const { subject, axis } = row;
  const next =
    row.next_to === null || row.next_on === null
      ? null
      : { state: row.next_to, on: row.next_on, details: row.next_details ?? {} };
  const unknown = (
    why: 'no_earlier_fact' | 'changed_within_period' | 'changed_at_unknown_time',
  ): StateAt => ({
    subject,
    axis,
    state: 'unknown',
    why,
    next,
  });
  const stays = row.next_to === row.last_to;
  if (row.next_first !== null && row.next_first <= day && !row.next_observed && !stays)
    return unknown('changed_within_period');
  if (row.last_to !== null) {
    if (row.next_observed === true && !stays) return unknown('changed_at_unknown_time');
    return {
      subject,
      axis,
      state: row.last_to,
      since: row.last_on,
      observed: row.last_observed === true,
      details: row.last_details ?? {},
    };
  }
  if (row.next_from !== null && row.next_observed === false)
    return { subject, axis, state: row.next_from, since: null, observed: false, details: {} };
  return unknown('no_earlier_fact');
}

/** Of records of a kind those of which it is not certain that they had not begun by the day. */
export async function begunOnly<One extends { readonly id: string }>(
  tx: Transaction,
  moment: Omit<Parameters<typeof listStates>[1], 'kind' | 'subjects'>,
  kind: string,
  records: readonly One[],
): Promise<readonly One[]> {
  const { register, asOf, knownAt } = moment;
  const subjects = records.map(({ id }) => id);
  const states = await listStates(tx, { register, asOf, knownAt, kind, subjects });
  const later = states.filter(({ axis, state }) => axis === 'state' && state === notYet);
  const gone = new Set(later.map(({ subject }) => subject));
  return records.filter(({ id }) => !gone.has(id));
}

/** Every step of one subject's lifecycles that is known at a date, oldest first, with when it was recorded. */
export async function listTransitions(
  tx: Transaction,
  query: {
    readonly register: string;
    readonly kind: string;
    readonly subject: string;
    readonly knownAt: PartialDate;
  },
): Promise<
  readonly (Transition & {
    readonly knownFrom: PartialDate;
    readonly recordedAt: string;
    readonly withdrawn: boolean;
  })[]
> {
  const known = lastDay(query.knownAt);
  const rows = await sql<{
    axis: string;
    from_state: string | null;
    to_state: string;
    effective_on: PartialDate;
    observed: boolean;
    details: Record<string, unknown>;
    known_from: PartialDate;
    recorded_at: Date;
    withdrawn: boolean;
  }>`
    select step.axis, step.from_state, step.to_state, step.effective_on, step.observed, step.details, step.known_from,
      step.recorded_at, exists (select 1 from platform.transition correction
        where correction.withdraws = step.id and correction.known_from_day <= ${known}) as withdrawn
    from platform.transition step
    where step.register = ${query.register} and step.kind = ${query.kind} and step.subject = ${query.subject}
      and step.withdraws is null and step.known_from_day <= ${known}
    order by step.effective_last, step.effective_first, step.observed, step.recorded_at`.execute(tx);
  return rows.rows.map((row) => ({
    axis: row.axis,
    from: row.from_state,
    to: row.to_state,
    effectiveOn: row.effective_on,
    observed: row.observed,
    details: row.details,
    knownFrom: row.known_from,
    recordedAt: row.recorded_at.toISOString(),
    withdrawn: row.withdrawn,
  }));
}

/** A row of `platform.transition` but for the time and journal entry of its writing. */
export type Step = {
  readonly id: string;
  readonly register: string;
  readonly kind: string;
  readonly subject: string;
  readonly axis: string;
  readonly from_state: string | null;
  readonly to_state: string;
  readonly effective_on: string;
  readonly effective_first: string;
  readonly effective_last: string;
  readonly observed: boolean;
  readonly known_from: string;
  readonly known_from_day: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly content_hash: string;
  readonly withdraws: string | null;
};
export type StepRow = Step & { readonly recorded_at: string; readonly entry: string };

type Subject = {
  readonly register: string;
  readonly kind: string;
  readonly subject: string;
  readonly knownFrom: PartialDate;
};
/** A step that was written before, and the days from which it is known and, if it was withdrawn, no longer counts. */
export type KnownStep = Transition & {
  readonly id: string;
  readonly knownDay: PlainDate;
  readonly withdrawnDay: PlainDate | null;
};

/** The same, with when this node took it down: an instant, ISO 8601. */
export type RecordedStep = KnownStep & { readonly recordedAt: string };

/**
 * The steps that bring a subject's record from what is known to what its source now says: those that are new, and a
 * withdrawal for each that is no longer said. What sources say that are known from a `later` date stands as before.
 */
export function stepsToWrite(
  clock: Clock,
  subject: Subject,
  wanted: readonly Transition[],
  known: readonly KnownStep[],
  later: readonly PartialDate[],
): readonly Step[] {
  const key = ({ axis, from, to, effectiveOn, observed, details }: Transition) =>
    canonicalJson({ axis, from, to, effectiveOn, observed, details });
  const sources = [
    { knownFrom: subject.knownFrom, says: wanted },
    ...later.map((knownFrom) => ({ knownFrom, says: standingOn(known, lastDay(knownFrom)) })),
  ];
  let steps = known;
  return sources.flatMap(({ knownFrom, says }) => {
    const day = lastDay(knownFrom);
    const standing = standingOn(steps, day);
    const stands = new Set(standing.map(key));
    const stays = new Set(says.map(key));
    const source = { ...subject, knownFrom };
    const added = says
      .filter((step) => !stands.has(key(step)))
      .map((step): KnownStep => ({ ...step, id: newId(clock), knownDay: day, withdrawnDay: null }));
    const gone = standing.filter((step) => !stays.has(key(step)));
    steps = [...steps.map((step) => (gone.includes(step) ? { ...step, withdrawnDay: day } : step)), ...added];
    return [
      ...added.map((step) => stepRow(step.id, source, step, null)),
      ...gone.map((step) => stepRow(newId(clock), source, step, step.id)),
    ];
  });
}

/** The steps that were known by the end of a day and not withdrawn by then. */
export function standingOn<One extends KnownStep>(steps: readonly One[], day: PlainDate): readonly One[] {
  return steps.filter(
    (step) => step.knownDay <= day && (step.withdrawnDay === null || step.withdrawnDay > day),
  );
}

/** What a step's hash is taken over: all that it says. */
export function stepHash(step: Transition & Subject & { readonly withdraws: string | null }): string {
  const { register, kind, subject, axis, from, to, effectiveOn, observed, knownFrom, details, withdraws } =
    step;
  return hashOf({
    register,
    kind,
    subject,
    axis,
    from,
    to,
    effectiveOn,
    observed,
    knownFrom,
    details,
    withdraws,
  });
}

/** The table row of a step of `subject`; with `withdraws`, of the correction that takes that step back. */
export function stepRow(
  id: string,
  subject: Subject,
  transition: Transition,
  withdraws: string | null,
): Step {
  return {
    id,
    register: subject.register,
    kind: subject.kind,
    subject: subject.subject,
    axis: transition.axis,
    from_state: transition.from,
    to_state: transition.to,
    effective_on: transition.effectiveOn,
    effective_first: firstDay(transition.effectiveOn),
    effective_last: lastDay(transition.effectiveOn),
    observed: transition.observed,
    known_from: subject.knownFrom,
    known_from_day: lastDay(subject.knownFrom),
    details: transition.details,
    content_hash: stepHash({ ...transition, ...subject, withdraws }),
    withdraws,
  };
}

/**
 * Every step of the named subjects (`kind/id`), withdrawn or not, in the order in which they take effect; those of one day in that
 * of recording.
 */
export async function listKnownSteps(
  tx: Transaction,
  register: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedStep[]>> {
  if (subjects.length === 0) return new Map();
  const { rows } = await sql<KnownStep & { subject: string; recordedAt: Date }>`
    select id, kind || '/' || subject as subject, axis, from_state as "from", to_state as "to",
      effective_on as "effectiveOn", observed, details, known_from_day as "knownDay",
      recorded_at as "recordedAt",
      (select min(correction.known_from_day) from platform.transition correction
        where correction.withdraws = step.id) as "withdrawnDay"
    from platform.transition step
    where register = ${register} and kind || '/' || subject = any(${subjects}) and withdraws is null
    order by effective_last, effective_first, observed, recorded_at, id`.execute(tx);
  const steps = rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
  return Map.groupBy(steps, (step) => step.subject);
}

export async function insertTransitions(tx: Transaction, rows: readonly StepRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize)
    await sql`
      insert into platform.transition
      select * from jsonb_populate_recordset(null::platform.transition, ${JSON.stringify(rows.slice(start, start + batchSize))}::jsonb)`.execute(
      tx,
    );
}
