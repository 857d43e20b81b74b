import { z } from 'zod';
import { firstDay, type PlainDate } from '#kernel/dates.ts';
import { stateAfter } from '#kernel/lifecycle.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
import { optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Transition } from '#platform/records/transition.ts';
import { findField, takesPartIn, takingPartIn } from '../../fields/store.ts';
import { listCheckIds, mostOpenChecks } from '../lists/store.ts';
import { type CheckAct, type CheckState, checkLifecycle } from '../model.ts';
import { takePartInChecks } from '../permissions.ts';
import { type Check, findCheck, listChecks, listSeenChecks, shortPlan } from '../store.ts';
import { jointCheckTexts } from '../text/texts.ts';
import {
  about,
  centsOf,
  closedNow,
  doneOn,
  field,
  missing,
  ofParty,
  ownOf,
  partyField,
  shortLine,
  stepOf,
  textsOf,
} from './shared.ts';

/** What a state does with a check of which it is part: it agrees, begins, says what came of it, closes. */

type Ruled = Result<{ readonly to: CheckState; readonly details: Transition['details'] }>;

/** An act of one state on a check of which it is part, in one of some states; `rule` says what else is against it. */
async function actOfState(
  tx: Transaction,
  context: ActionContext,
  act: Exclude<CheckAct, 'plan' | 'amend' | 'withdraw'>,
  { id, party }: { readonly id: string; readonly party: string },
  rule: (check: Check) => Ruled | Promise<Ruled>,
): Promise<Result<Done>> {
  const check = await findCheck(tx, context, id);
  if (check === undefined) return missing(id);
  const { state } = check.standing;
  if (stateAfter(checkLifecycle, state, act) === null) return closedNow(state);
  if (!check.states.includes(party)) return fail(problem('vat_check_without_party', 'body.party', { party }));
  const ruled = await rule(check);
  if (!ruled.ok) return ruled;
  const { to, details } = ruled.value;
  return doneOn(id, stepOf(check, to, context, { act, by: party, ...details }));
}

const ownStates = ({ states }: Check, context: ActionContext) =>
  ownOf(context).some((party) => states.includes(party));

/** For the desk of a party: its checks on which it is now for it. */
const waitsWhere =
  (isItsTurn: (check: Check, party: string, today: PlainDate) => boolean) =>
  async (tx: Transaction, context: ActionContext, party: string | null): Promise<readonly string[]> => {
    if (party === null) return [];
    const { ids } = await listCheckIds(tx, context, { closed: false, limit: mostOpenChecks, offset: 0 });
    const checks = ids.length === 0 ? [] : await listChecks(tx, context, ids);
    return checks
      .filter((check) => check.states.includes(party) && isItsTurn(check, party, context.today))
      .map(({ id }) => id);
  };

/** Which plan is agreed to: of a form the one that stands when it is opened, with what it says in short. */
const planField = {
  schema: z.string().regex(/^[0-9a-f]{64}$/),
  control: 'word' as const,
  options: async (tx: Transaction, context: ActionContext, { id }: Readonly<Record<string, string>>) => {
    // Options are asked for by whoever opens a form: a plan is shown to those alone who see it on its page.
    const { checks } = id === undefined ? { checks: [] } : await listSeenChecks(tx, context, [id]);
    const { planLine } = jointCheckTexts(context.language).page;
    return checks.map(({ plan, states, items }) => ({
      value: plan,
      title: planLine({ plan: shortPlan(plan), states: states.join(', '), items: items.length }),
    }));
  },
};

const ofStates = { object: ofParty, participation: takingPartIn(field), permission: takePartInChecks };

export const agreeToCheck = defineAction({
  ...ofStates,
  name: 'joint-checks/agree',
  fields: { id: subject, party: partyField, plan: planField },
  texts: textsOf('agree'),
  about: about(['planned'], ({ standing }, context) =>
    ownOf(context).some((party) => standing.waiting.includes(party)),
  ),
  waits: waitsWhere(
    ({ standing }, party) => standing.state === 'planned' && standing.waiting.includes(party),
  ),
  prefill: async (tx, context, { id }) => {
    const { checks } = id === undefined ? { checks: [] } : await listSeenChecks(tx, context, [id]);
    const [check] = checks;
    return check === undefined ? {} : { plan: check.plan };
  },
  perform: (tx, context, said) =>
    actOfState(tx, context, 'agree', said, ({ plan, standing: { agreed, waiting } }) => {
      const { party } = said;
      if (said.plan !== plan)
        return fail(
          problem('vat_check_plan_changed', 'body.plan', {
            seen: shortPlan(said.plan),
            now: shortPlan(plan),
          }),
        );
      if (agreed.has(party)) return fail(problem('vat_check_agreed', 'body.party', { party }));
      const others = waiting.filter((one) => one !== party);
      return ok({ to: others.length === 0 ? 'agreed' : 'planned', details: { plan } });
    }),
});

export const beginCheck = defineAction({
  ...ofStates,
  name: 'joint-checks/begin',
  fields: { id: subject, party: partyField },
  texts: textsOf('begin'),
  about: about(['agreed'], ownStates),
  waits: waitsWhere(
    ({ standing, from }, _party, today) =>
      standing.state === 'agreed' && from !== null && firstDay(from) <= today,
  ),
  perform: (tx, context, said) =>
    actOfState(tx, context, 'begin', said, () => ok({ to: 'running', details: {} })),
});

/** Corrections and fines, each unknown where it is left empty; said again, the later word counts. */
export const recordResult = defineAction({
  ...ofStates,
  name: 'joint-checks/record_result',
  fields: {
    id: subject,
    party: partyField,
    corrections: optional(shortLine),
    fines: optional(shortLine),
    note: optional(text),
  },
  texts: textsOf('record_result'),
  about: about(['running'], ownStates),
  // While it runs nobody has to say yet what came of it.
  waits: waitsWhere(({ standing, late }, party) => late === 'end' && !standing.results.has(party)),
  perform: (tx, context, { note, ...said }) =>
    actOfState(tx, context, 'record_result', said, () => {
      const corrections = centsOf(said.corrections, 'body.corrections');
      const fines = centsOf(said.fines, 'body.fines');
      if (!corrections.ok || !fines.ok)
        return fail(...[corrections, fines].flatMap((one) => (one.ok ? [] : one.problems)));
      const read = { corrections: corrections.value, fines: fines.value };
      const below = Object.entries(read).filter(([, cents]) => cents !== null && cents < 0);
      if (below.length > 0)
        return fail(...below.map(([name]) => problem('vat_check_result_below_zero', `body.${name}`)));
      const known = Object.fromEntries(Object.entries(read).filter(([, cents]) => cents !== null));
      return ok({ to: 'running', details: { ...known, ...(note === undefined ? {} : { note }) } });
    }),
});

/** Once every state that still takes part has said what came of it, were it that it does not know. */
export const closeCheck = defineAction({
  ...ofStates,
  name: 'joint-checks/close',
  fields: { id: subject, party: partyField, note: optional(text) },
  texts: textsOf('close'),
  about: about(['running'], ownStates),
  perform: (tx, context, { note, ...said }) =>
    actOfState(tx, context, 'close', said, async ({ states, standing: { results } }) => {
      const found = await findField(tx, context, field);
      const silent = states.filter(
        (one) => !results.has(one) && found !== undefined && takesPartIn(found, one, context.today),
      );
      if (silent.length > 0)
        return fail(...silent.map((one) => problem('vat_check_result_missing', 'body.id', { party: one })));
      return ok({ to: 'closed', details: note === undefined ? {} : { note } });
    }),
});
