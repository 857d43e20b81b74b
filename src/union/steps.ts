import { isBefore, lastDay, type PartialDate } from '#kernel/dates.ts';
import { actsFrom, type Lifecycle, stateAfter } from '#kernel/lifecycle.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind } from '#platform/records/kind.ts';
import { knownNow } from '#platform/records/registers.ts';
import type { Transition } from '#platform/records/transition.ts';
import {
  type KnownStep,
  listKnownSteps,
  listStates,
  listTransitions,
} from '#platform/records/transitions.ts';

export type Act<State extends string, Name extends string> = {
  readonly kind: Kind;
  readonly id: string;
  readonly lifecycle: Lifecycle<State, Name>;
  readonly act: Name;
  /** When it takes effect; that may be before today. */
  readonly on: PartialDate;
  readonly details: Readonly<Record<string, unknown>>;
};

const axis = 'state';

/**
 * The state of one record's lifecycle on a date by what is known now; null where it is not certain or it has none yet. `ofAxis`
 * where a record has a lifecycle for each party besides.
 */
export async function stateOn(
  tx: Transaction,
  { register, today }: Pick<ActionContext, 'register' | 'today'>,
  kind: Kind,
  id: string,
  on: PartialDate,
  ofAxis = axis,
): Promise<string | null> {
  const moment = { register: register.id, asOf: on, knownAt: knownNow(register, today) };
  const states = await listStates(tx, { ...moment, kind: kind.name, subjects: [id] });
  const found = states.find((one) => one.axis === ofAxis);
  return found === undefined || found.state === 'unknown' ? null : found.state;
}

/** Whether an act is open to a record in the state that it is certainly in today. */
export const openFor =
  <State extends string, Name extends string>(kind: Kind, lifecycle: Lifecycle<State, Name>, act: Name) =>
  async (tx: Transaction, context: ActionContext, id: string): Promise<boolean> => {
    const state = await stateOn(tx, context, kind, id, context.today);
    return (
      state !== null && Object.hasOwn(lifecycle, state) && actsFrom(lifecycle, state as State).includes(act)
    );
  };

/** Problem `state_forbids`, with the state of today, where it does not let an act be done; `unknown` where it is not certain. */
export async function forbiddenNow<State extends string, Name extends string>(
  tx: Transaction,
  context: ActionContext,
  { kind, id, lifecycle, act }: Pick<Act<State, Name>, 'kind' | 'id' | 'lifecycle' | 'act'>,
): Promise<readonly Problem[]> {
  if (await openFor(kind, lifecycle, act)(tx, context, id)) return [];
  const state = await stateOn(tx, context, kind, id, context.today);
  return [problem('state_forbids', 'body.id', { state: state ?? 'unknown', act })];
}

/** Ids of the records of a kind that are certainly in a state today. */
export async function idsIn(
  tx: Transaction,
  { register, today }: Pick<ActionContext, 'register' | 'today'>,
  kind: Kind,
  state: string,
): Promise<readonly string[]> {
  const moment = { register: register.id, asOf: today, knownAt: knownNow(register, today) };
  const states = await listStates(tx, { ...moment, kind: kind.name });
  return states.filter((one) => one.axis === axis && one.state === state).map(({ subject }) => subject);
}

function isStateOf<State extends string, Name extends string>(
  lifecycle: Lifecycle<State, Name>,
  state: string | null,
): state is State {
  return state !== null && Object.hasOwn(lifecycle, state);
}

/**
 * The step that an act takes from the state of its date. Problems: `state_unknown`, `state_forbids` with the state, `date_too_early`
 * where it has only since come into a state in which that can be done, and
 * `later_step_contradicts` where what is known to have followed could not have followed this; `date_in_future`.
 */
export async function stepOf<State extends string, Name extends string>(
  tx: Transaction,
  context: ActionContext,
  { kind, id, lifecycle, act, on, details }: Act<State, Name>,
): Promise<Result<Transition>> {
  if (isBefore(context.today, on) === 'yes') return fail(problem('date_in_future', 'body.on', { on }));
  const from = await stateOn(tx, context, kind, id, on);
  const to = isStateOf(lifecycle, from) ? stateAfter(lifecycle, from, act) : null;
  const known = { register: context.register.id, knownAt: knownNow(context.register, context.today) };
  const steps = (await listTransitions(tx, { ...known, kind: kind.name, subject: id })).filter(
    (step) => step.axis === axis && !step.withdrawn,
  );
  if (to === null) {
    // What could be done to it as it is now, and only not yet then.
    const last = steps.at(-1);
    const isEarly = last !== undefined && lastDay(last.effectiveOn) > lastDay(on);
    if (isEarly && isStateOf(lifecycle, last.to) && stateAfter(lifecycle, last.to, act) !== null)
      return fail(problem('date_too_early', 'body.on', { on, state: last.to, since: last.effectiveOn }));
    return isStateOf(lifecycle, from)
      ? fail(problem('state_forbids', 'body.id', { state: from, act }))
      : fail(problem('state_unknown', 'body.on', { on }));
  }
  const next = steps.find((step) => lastDay(step.effectiveOn) > lastDay(on));
  if (next !== undefined && (next.from ?? to) !== to)
    return fail(problem('later_step_contradicts', 'body.on', { state: next.to, on: next.effectiveOn }));
  return ok({ axis, from, to, effectiveOn: on, observed: false, details });
}

/**
 * The newest step of a lifecycle with its right date, and the step that it takes back: what was known before stays known as it
 * was known then. Problems: `state_unknown` where there is no step of ours, `date_in_future`, `earlier_step_contradicts`.
 */
export async function correctionOf(
  tx: Transaction,
  { register, today }: ActionContext,
  kind: Kind,
  id: string,
  on: PartialDate,
  reason: string,
): Promise<Result<{ readonly step: Transition; readonly withdrawn: KnownStep }>> {
  if (isBefore(today, on) === 'yes') return fail(problem('date_in_future', 'body.on', { on }));
  const subject = `${kind.name}/${id}`;
  const known = (await listKnownSteps(tx, register.id, [subject])).get(subject) ?? [];
  const standing = known
    .filter((step) => step.axis === axis && !step.observed && step.withdrawnDay === null)
    .sort((a, b) => (lastDay(a.effectiveOn) < lastDay(b.effectiveOn) ? -1 : 1));
  const last = standing.at(-1);
  if (last === undefined) return fail(problem('state_unknown', 'body.on', { on }));
  const before = standing.at(-2);
  if (before !== undefined && lastDay(before.effectiveOn) > lastDay(on)) {
    const params = { state: before.to, on: before.effectiveOn };
    return fail(problem('earlier_step_contradicts', 'body.on', params));
  }
  const { from, to, details } = last;
  const step = {
    axis,
    from,
    to,
    effectiveOn: on,
    observed: false,
    details: { ...details, correction: reason },
  };
  return ok({ step, withdrawn: last });
}

/** The first step of what is made by an action. */
export function firstStep(to: string, on: PartialDate, details: Transition['details']): Transition {
  return { axis, from: 'none', to, effectiveOn: on, observed: false, details };
}
