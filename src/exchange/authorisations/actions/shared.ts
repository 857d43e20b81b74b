import { stateAfter } from '#kernel/lifecycle.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Permission } from '#platform/access/access.ts';
import { type ActionContext, type Done, textsFrom } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import type { Transition } from '#platform/records/transition.ts';
import { knownOf } from '#union';
import { ofParties, ownAmong, partiesOf } from '../../readers.ts';
import { type Lived, listAuthorisations } from '../../situation/store.ts';
import { type AuthorisationAct, authorisationLifecycle, authorisations } from '../model.ts';
import { type Held, type Standing, standingOn } from '../rules/standing.ts';
import { authorisationTexts } from '../text/texts.ts';

/** What the actions on named authorisations share: who may, how one stands today, and the step that an act takes. */

export const keepAuthorisations: Permission = {
  code: 'authorisations.keep',
  audience: 'party',
  summary:
    'list officers at a party’s own data by name, review, suspend and close, and suspend a party’s own officers',
};
/** Names of officers: open to both parties and to whoever supervises one of them, and journalled. */
export const readAuthorisations: Permission = {
  code: 'authorisations.read',
  audience: 'responsible',
  summary: 'read who is listed by name at the data of another party',
};

export const textsOf = textsFrom(authorisationTexts);

export type Found = Held & Lived & { readonly standing: Standing };

export async function findNow(
  tx: Transaction,
  context: Pick<ActionContext, 'register' | 'today'>,
  id: string,
): Promise<Found | null> {
  const [held] = await listAuthorisations(tx, knownOf(context), { ids: [id] });
  const standing = held === undefined ? null : standingOn(held, context.today);
  return held === undefined || standing === null ? null : { ...held, standing };
}

/** One of these acts, as it is on a day for a party: a party lifts its own suspension and no other. */
export function actOf(
  { suspendedBy }: Standing,
  act: 'suspend' | 'resume' | 'close',
  by: string,
): AuthorisationAct {
  return act === 'resume' && suspendedBy.some((party) => party !== by) ? 'resume_own' : act;
}

/** What keeps a party from an act on an authorisation as it stands. */
export function faultsOf(
  standing: Standing,
  act: 'suspend' | 'resume' | 'close',
  by: string,
): readonly Problem[] {
  const { state, suspendedBy, closedOn } = standing;
  if (state === 'closed') return [problem('authorisation_closed', 'body.id', { on: closedOn ?? '' })];
  if (act === 'suspend' && suspendedBy.includes(by))
    return [problem('authorisation_suspended', 'body.id', { party: by })];
  if (act === 'resume' && suspendedBy.length === 0)
    return [problem('authorisation_not_suspended', 'body.id')];
  if (act === 'resume' && !suspendedBy.includes(by))
    return [problem('suspension_of_another', 'body.id', { party: suspendedBy.join(', ') })];
  return [];
}

/** The step of an act that nothing is against; it takes effect on the day on which it is taken. */
export function stepOf(
  { state, ...standing }: Standing,
  act: 'suspend' | 'resume' | 'close',
  by: string,
  { today }: Pick<ActionContext, 'today'>,
  details: Transition['details'],
): Transition {
  const to = stateAfter(authorisationLifecycle, state, actOf({ state, ...standing }, act, by));
  if (to === null) throw new Error(`${act} was checked before`);
  return {
    axis: 'state',
    from: state,
    to,
    effectiveOn: today,
    observed: false,
    details: { act, by, ...details },
  };
}

/** Open on the page of an authorisation to those whose party can do it now. */
export const about = (
  act: 'suspend' | 'resume' | 'close',
  sides: (body: RecordBody) => readonly string[],
) => ({
  kind: authorisations,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const found = await findNow(tx, context, id);
    return (
      found !== null &&
      ownAmong(context, sides(found.body)).some((party) => faultsOf(found.standing, act, party).length === 0)
    );
  },
});

/** Both parties of an authorisation: whose data and whose officer. */
export const bothSides = (body: RecordBody) => partiesOf({ body });
export const supplierSide = ({ supplier }: RecordBody) => [String(supplier)];

/** What an action touches: an authorisation, for one of some of its parties. Of what is not on record nobody is in charge. */
export const ofAuthorisation =
  (sides: (body: RecordBody) => readonly string[]) =>
  async (tx: Transaction, context: ActionContext, { id }: { readonly id?: string | undefined }) => {
    const found = id === undefined ? null : await findNow(tx, context, id);
    return found === null ? [] : ofParties(context, sides(found.body));
  };

export const done = (id: string, changes: readonly Change[]): Result<Done> =>
  ok({ subject: `${authorisations.name}/${id}`, path: authorisations.href(id), changes });

export const missing = (id: string) => fail(problem('record_not_found', 'body.id', { id }));
