import type { PlainDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, textsFrom } from '#platform/actions/action.ts';
import { day, type Field, line, optional, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Transition } from '#platform/records/transition.ts';
import { amountUpTo } from '../../amount.ts';
import { loadCalendars } from '../calendars.ts';
import { mostCents } from '../model.ts';
import { actOn, type ClaimFile, type ClaimOrder } from '../rules/acts.ts';
import { stateOfClaim } from '../rules/history.ts';
import { detailsOf, type Instruction, type Kept, type Told } from '../rules/kept.ts';
import { legalFacts } from '../rules/legal-facts.ts';
import type { Offset } from '../rules/offset.ts';
import { appendEntries } from '../store.ts';
import { doingTexts } from '../text/doing/doing-texts.ts';

/** What the actions on claims and debts share: how days and amounts are read, and how an act is carried out. */

export const textsOf = textsFrom(doingTexts);

/** A whole day of years in which there is something to claim. */
export const dayField = {
  ...day,
  schema: day.schema.refine((given) => given >= '1900' && given < '3000'),
} as const satisfies Field;

/** Whole cents of an amount in the currency of the claim or debt. */
export const amountField = amountUpTo(mostCents);

/** What the notice of a decision or an offset names, in the words of the party that tells it. */
export const instructionFields = { authority: optional(line), remedy: optional(text) };

export const instructionIn = (said: {
  readonly authority?: string | undefined;
  readonly remedy?: string | undefined;
}): Instruction => ({ authority: said.authority ?? null, remedy: said.remedy ?? null });

/** An act may be taken down later than it happened, not sooner. */
export function notYet({ today }: Pick<ActionContext, 'today'>, field: string, on: PlainDate): Problem[] {
  return on > today ? [problem('date_in_future', `body.${field}`, { on })] : [];
}

export const missing = (id: string) => fail(problem('record_not_found', 'body.id', { id }));

/** An act with all that is written of it besides what the rules count. */
export type Carried = {
  readonly order: ClaimOrder;
  /** What the other state is told of a plan. */
  readonly tell?: (offset: Offset) => Told;
  readonly reason?: string | undefined;
  /** Of the authority and the remedy what was said. */
  readonly instruction?: Instruction;
};

export type Acted = { readonly file: ClaimFile; readonly step: Transition; readonly kept: Kept };

/** Fields that forms and rules call alike; what else the rules find is of the claim. */
const ownFields = ['on', 'approved', 'corrections', 'debt', 'offset', 'consent', 'provision'];
const placed = (found: Problem): Problem => {
  const field = found.path.split('.').at(-1) ?? '';
  return { ...found, path: `body.${ownFields.includes(field) ? field : 'id'}` };
};

/**
 * Carries an act out by the rules: its entries go into the ledger at once, its step is for whoever writes the record, both in the
 * transaction of the action. Problems: those of `actOn`, at the fields of a form.
 */
export async function carryOut(
  tx: Transaction,
  { register, clock }: Pick<ActionContext, 'register' | 'clock'>,
  file: ClaimFile,
  by: string,
  { order, tell, reason, instruction }: Carried,
): Promise<Result<Acted>> {
  const acted = actOn(file, order, await loadCalendars(), legalFacts);
  if (!acted.ok) return fail(...acted.problems.map(placed));
  const { claim, history, ledger, offset } = acted.value;
  const event = history.at(-1);
  if (event === undefined) throw new Error('An act leaves an event');
  await appendEntries(
    tx,
    clock,
    { register: register.id, claim: claim.id },
    { before: file.ledger, after: ledger },
  );
  const kept: Kept = {
    ...{ event, by, entries: ledger.length, reason: reason ?? null },
    told: tell !== undefined && offset !== null ? tell(offset) : null,
    instruction: instruction ?? { authority: null, remedy: null },
  };
  const step: Transition = {
    axis: 'state',
    from: stateOfClaim(file.history) ?? 'none',
    to: stateOfClaim(history) ?? 'none',
    effectiveOn: event.on,
    observed: false,
    details: detailsOf(kept),
  };
  return ok({ file: { claim, history, ledger }, step, kept });
}
