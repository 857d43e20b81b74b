import type { PlainDate } from '#kernel/dates.ts';
import { stateAfter } from '#kernel/lifecycle.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { actors, type ClaimEvent, type ClaimState, claimLifecycle } from '../model.ts';
import type { Loop } from './decision-term.ts';

/** What happened to a claim, in the order in which it happened; the first is that it was lodged. */
export type History = readonly ClaimEvent[];

/** What had happened by the end of a day. */
export const historyOn = (history: History, day: PlainDate): History => history.filter(({ on }) => on <= day);

/** Where a claim stands after all of it; null: it has not been lodged. Throws on a history that no claim can have. */
export function stateOfClaim(history: History): ClaimState | null {
  return history.reduce<ClaimState | null>((state, { act }) => {
    const next =
      act === 'lodge' ? (state === null ? 'lodged' : null) : state && stateAfter(claimLifecycle, state, act);
    if (next === null) throw new Error(`${act} cannot follow ${state ?? 'nothing'}`);
    return next;
  }, null);
}

/**
 * The history with one event more. Problems, all at once: `vat_claim_act_closed` (not from this state), `vat_claim_act_not_theirs` (whose act it is not),
 * `vat_claim_day_before_last` (it would have happened before what is already there).
 */
export function takeEvent(history: History, event: ClaimEvent): Result<History> {
  const state = stateOfClaim(history);
  const last = history.at(-1);
  const isOpen =
    event.act === 'lodge'
      ? state === null
      : state !== null && stateAfter(claimLifecycle, state, event.act) !== null;
  const findings: Problem[] = [];
  if (!isOpen) findings.push(problem('vat_claim_act_closed', 'act', { act: event.act, state: state ?? '–' }));
  if (!actors[event.act].includes(event.role))
    findings.push(problem('vat_claim_act_not_theirs', 'role', { act: event.act, role: event.role }));
  if (last !== undefined && event.on < last.on)
    findings.push(problem('vat_claim_day_before_last', 'on', { on: event.on, last: last.on }));
  return findings.length > 0 ? fail(...findings) : ok([...history, event]);
}

/** The questions in their order, each with its answer: an answer is to the last question. */
export function loopsOf(happened: History): readonly (Loop & { readonly subject: string })[] {
  const loops: (Loop & { readonly subject: string })[] = [];
  for (const event of happened) {
    if (event.act === 'ask')
      loops.push({
        askedOn: event.on,
        reachedOn: event.reachedOn ?? event.on,
        answeredOn: null,
        subject: event.subject,
      });
    const last = loops.at(-1);
    if (event.act === 'answer' && last !== undefined)
      loops[loops.length - 1] = { ...last, answeredOn: event.on };
  }
  return loops;
}

/** What waits to be paid or set off, after each event that says something of it. */
export function waitingAfter(
  happened: History,
): readonly { readonly event: ClaimEvent; readonly waits: number }[] {
  let waits = 0;
  return happened.map((event) => {
    if (event.act === 'approve') waits += event.approved - event.corrections;
    if (event.act === 'reverse') waits += event.cents;
    if (event.act === 'execute_offset' || event.act === 'correct' || event.act === 'pay')
      waits -= event.cents;
    return { event, waits };
  });
}
