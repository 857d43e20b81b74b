import { z } from 'zod';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, textsFrom } from '#platform/actions/action.ts';
import { idAmong, line } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Transition } from '#platform/records/transition.ts';
import { centsIn } from '../../amount.ts';
import { inField, partiesIn } from '../../fields/store.ts';
import { type CheckState, jointChecks } from '../model.ts';
import { type Check, findCheck } from '../store.ts';
import { jointCheckTexts } from '../text/texts.ts';

/** What the actions on joint checks share: whose they are, where a check stands, how an amount is read, and the step that an act takes. */

export const textsOf = textsFrom(jointCheckTexts);
export const field = 'joint_checks';
export const partyField = idAmong(partiesIn('joint_checks'));
export const shortLine = { ...line, schema: line.schema.pipe(z.string().max(120)) };

/** For the field's body itself. */
export const ofBody = (tx: Transaction, context: ActionContext) => inField(tx, context, field, undefined);
/** For a delegate of the party that a form names. */
export const ofParty = (
  tx: Transaction,
  context: ActionContext,
  { party }: { readonly party?: string | undefined },
) => (party === undefined ? Promise.resolve([]) : inField(tx, context, field, party));

export const stepOf = (
  { standing }: Pick<Check, 'standing'>,
  to: CheckState,
  { today }: Pick<ActionContext, 'today'>,
  details: Transition['details'],
): Transition => ({ axis: 'state', from: standing.state, to, effectiveOn: today, observed: false, details });

export const doneOn = (
  id: string,
  step: Transition,
  body?: Readonly<Record<string, unknown>>,
): Result<Done> =>
  ok({
    subject: `${jointChecks.name}/${id}`,
    path: jointChecks.href(id),
    changes: [{ kind: jointChecks, id, ...(body === undefined ? {} : { body }), steps: [step] }],
  });

export const missing = (id: string) => fail(problem('record_not_found', 'body.id', { id }));
export const closedNow = (state: CheckState) =>
  fail(problem('vat_check_state_forbids', 'body.id', { state }));

/** Where a check is now, for what its state lets be done. */
export const about = (
  states: readonly CheckState[],
  isWanted: (check: Check, context: ActionContext) => boolean = () => true,
) => ({
  kind: jointChecks,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const check = await findCheck(tx, context, id);
    return check !== undefined && states.includes(check.standing.state) && isWanted(check, context);
  },
});

/** Parties for which the actor has a grant, whatever the day: what is offered, not what is let. */
export const ownOf = ({ actor, register }: ActionContext): readonly string[] =>
  actor.kind === 'person'
    ? actor.grants.flatMap(({ register: where, party }) =>
        where === register.id && party !== null ? [party] : [],
      )
    : [];

/** Euros as people write them, to cents. Problem: `vat_check_amount`, with what was written. */
export function centsOf(written: unknown, path: string): Result<number | null> {
  if (typeof written !== 'string' || written.trim() === '') return ok(null);
  const cents = centsIn(written);
  return cents === null
    ? fail(problem('vat_check_amount', path, { given: written.slice(0, 40) }))
    : ok(cents);
}
