import { isBefore, lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, textsFrom } from '#platform/actions/action.ts';
import { idAmong } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import { findRecord, type StoredRecord } from '#platform/records/records.ts';
import type { Transition } from '#platform/records/transition.ts';
import { listTransitions } from '#platform/records/transitions.ts';
import { parties } from '../../bodies/model.ts';
import { listMembers } from '../../bodies/store.ts';
import { recordsOf } from '../../choices.ts';
import { knownOf } from '../../named.ts';
import { powerPermission } from '../../powers.ts';
import { stateOn } from '../../steps.ts';
import { instruments } from '../model.ts';
import { implementationsOf } from '../rules/implementation.ts';
import { lawTexts } from '../text/texts.ts';

/** What the actions on an instrument share: who may, what it is, and how a step of one of its lifecycles is taken. */

export const keepInstruments = powerPermission(
  'keep_instruments',
  'draft instruments, note what becomes of them and look at what states say of themselves',
);
export const adoptInstruments = powerPermission(
  'adopt_instruments',
  'adopt, repeal and supersede instruments',
);
export const consentForParty = {
  code: 'instruments.consent',
  audience: 'party',
  summary: 'sign and ratify instruments for a party',
} as const;
export const implementForParty = {
  code: 'instruments.implement',
  audience: 'party',
  summary: 'say what a party has done with an instrument, and look at what another says',
} as const;

/** A body or a group may be obliged, too. */
export const keepObligations = {
  code: 'instruments.keep_obligation',
  audience: 'responsible',
  summary: 'say that what an article obliges to is done, for the party, body or group that it obliges',
} as const;

export const textsOf = textsFrom(lawTexts);

export const partyField = idAmong(recordsOf(parties));

export async function findInstrument(
  tx: Transaction,
  context: ActionContext,
  id: string,
): Promise<Result<StoredRecord>> {
  const found = await findRecord(tx, { ...knownOf(context), kind: instruments.name, id });
  return found === undefined ? fail(problem('record_not_found', 'body.id', { id })) : ok(found);
}

export function done(id: string, changes: readonly Change[]): Result<Done> {
  return ok({ subject: `${instruments.name}/${id}`, path: instruments.href(id), changes });
}

/** Actions on an instrument whose state of today is one of these, or is none of those; not known counts as none. */
export const aboutInstrument = (isOpen: (state: string | null) => boolean) => ({
  kind: instruments,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) =>
    isOpen(await stateOn(tx, context, instruments, id, context.today)),
});

/** The parties that an instrument names; where it names none, the members and whoever it speaks of. */
export async function partiesOf(
  tx: Transaction,
  context: ActionContext,
  { body }: StoredRecord,
): Promise<readonly string[]> {
  if (Array.isArray(body.parties)) return body.parties.map(String);
  const members = (await listMembers(tx, knownOf(context))).map(({ id }) => id);
  return [...new Set([...members, ...Object.keys(implementationsOf(body))])];
}

/**
 * A step of the lifecycle that one party has with an instrument. Problems: `date_in_future`, and `later_step_contradicts` where
 * something later is on record: what is said is said in the order in which it was so.
 */
export async function partyStep(
  tx: Transaction,
  context: ActionContext,
  id: string,
  {
    axis,
    to,
    on,
    details,
  }: Readonly<Record<'axis' | 'to', string>> & {
    readonly on: PartialDate;
    readonly details: Readonly<Record<string, unknown>>;
  },
): Promise<Result<Transition>> {
  if (isBefore(context.today, on) === 'yes') return fail(problem('date_in_future', 'body.on', { on }));
  const steps = await listTransitions(tx, { ...knownOf(context), kind: instruments.name, subject: id });
  const standing = steps.filter((step) => step.axis === axis && !step.withdrawn);
  const later = standing.find((step) => !step.observed && lastDay(step.effectiveOn) > lastDay(on));
  if (later !== undefined)
    return fail(problem('later_step_contradicts', 'body.on', { state: later.to, on: later.effectiveOn }));
  const from = standing.length === 0 ? null : await stateOn(tx, context, instruments, id, on, axis);
  const said = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  return ok({ axis, from, to, effectiveOn: on, observed: false, details: said });
}
