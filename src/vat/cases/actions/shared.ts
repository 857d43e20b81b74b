import type { Lived } from '#exchange';
import { firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { stateAfter } from '#kernel/lifecycle.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { AccessObject } from '#platform/access/access.ts';
import { type ActionContext, type Done, textsFrom } from '#platform/actions/action.ts';
import { count, idsAmong, oneOf, optional } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { Kind } from '#platform/records/kind.ts';
import type { Transition } from '#platform/records/transition.ts';
import { knownOf } from '#union';
import { amountUpTo } from '../../amount.ts';
import { inField } from '../../fields/store.ts';
import { type CaseState, isConfirmed, type Outcome, outcomes, outlived, vatCases } from '../model.ts';
import { stateAfterSteps } from '../rules/standing.ts';
import { foreignTo } from '../rules/traders.ts';
import { findOne } from '../store.ts';
import { caseTexts } from '../text/texts.ts';

/** What the actions on cases share: whose they are, how an amount is read, and the step that an act takes. */

export const textsOf = textsFrom(caseTexts);

/** In euro; out come cents. */
export const euros = amountUpTo(1e14);

/** As a form holds it again. */
export const eurosText = (cents: unknown): string =>
  typeof cents === 'number' ? `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}` : '';

export const outcomeField = oneOf(outcomes, (outcome, language) => caseTexts(language).outcomes[outcome]);

/** Longer than anybody lives. */
const mostDays = 36_500;
export const endingFields = {
  outcome: outcomeField,
  stopped: optional(euros),
  days: optional(count(0, mostDays)),
} as const;

/** Those of the traders of a record of a kind of whom fraud was confirmed. */
export const confirmedAmong = (kind: Kind) => ({
  ...optional(
    idsAmong(async (tx, context, { id }) => {
      const found = id === undefined ? null : await findOne(tx, knownOf(context), kind, id);
      // A form asks before it is decided who may see it: whoever may not is not offered it.
      return found === null ? [] : tradersOf(found).map((value) => ({ value, title: value }));
    }),
  ),
  mayBeEmpty: (language: Language) => caseTexts(language).emptyConfirmed,
});

export const tradersOf = ({ record }: Lived): readonly string[] =>
  Array.isArray(record.body.traders) ? record.body.traders.map(String) : [];

export const caseStateOf = ({ steps }: Lived) => stateAfterSteps<CaseState>(steps, 'open');

/** What was confirmed, of whom. Problems: `vat_case_confirmed_nobody`, `vat_case_confirmed_unsaid`, `vat_case_trader_foreign`. */
export function confirmedFaults(
  outcome: Outcome,
  confirmed: readonly string[] | undefined,
  traders: readonly string[],
): readonly Problem[] {
  const some = confirmed ?? [];
  return [
    ...(isConfirmed(outcome) && some.length === 0
      ? [problem('vat_case_confirmed_nobody', 'body.confirmed')]
      : []),
    ...(!isConfirmed(outcome) && some.length > 0
      ? [problem('vat_case_confirmed_unsaid', 'body.confirmed')]
      : []),
    ...foreignTo(some, traders).map((number) =>
      problem('vat_case_trader_foreign', 'body.confirmed', { number }),
    ),
  ];
}

/** Problems: `date_in_future`, `vat_case_fraud_backwards`. */
export function spanFaults(
  { today }: Pick<ActionContext, 'today'>,
  from: PartialDate | undefined,
  until: PartialDate | undefined,
): readonly Problem[] {
  const days = { fraud_from: from, fraud_until: until };
  return [
    ...Object.entries(days).flatMap(([name, on]) =>
      on !== undefined && firstDay(on) > today ? [problem('date_in_future', `body.${name}`, { on })] : [],
    ),
    ...(from !== undefined && until !== undefined && lastDay(until) < firstDay(from)
      ? [problem('vat_case_fraud_backwards', 'body.fraud_until', { from, until })]
      : []),
  ];
}

/** The step of an act, taken today; `by` is the party for which it is taken. */
export function stepOf(
  from: string,
  to: string,
  {
    today,
    grant,
  }: Pick<ActionContext, 'today'> & { readonly grant: { readonly party: string | null } | null },
  details: Transition['details'],
): Transition {
  return {
    axis: 'state',
    from,
    to,
    effectiveOn: today,
    observed: false,
    details: { by: grant?.party ?? '', ...details },
  };
}

/** Where an act leads, or the problem of a state that does not let it be done: `state_forbids`. */
export function after<State extends string, Act extends string>(
  lifecycle: Readonly<Record<State, Readonly<Partial<Record<Act, State>>>>>,
  state: State,
  act: Act,
): Result<State> {
  const to = stateAfter(lifecycle, state, act);
  return to === null ? fail(problem('state_forbids', 'body.id', { state, act })) : ok(to);
}

/** What belongs to a party within the field of cases; of what is not on record nobody is in charge. */
export const ofRecord =
  (kind: Kind, key: 'party' | 'state') =>
  async (
    tx: Transaction,
    context: ActionContext,
    { id }: { readonly id?: string | undefined },
  ): Promise<readonly AccessObject[]> => {
    const found = id === undefined ? null : await findOne(tx, knownOf(context), kind, id);
    return found === null ? [] : inField(tx, context, 'cases', String(found.record.body[key]));
  };

/** Open on the page of a case that is open. */
export const aboutOpenCase = {
  kind: vatCases,
  outlives: outlived,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const found = await findOne(tx, knownOf(context), vatCases, id);
    return found !== null && caseStateOf(found) === 'open';
  },
};

/** A case on which something is done. Problems: `record_not_found`, `vat_case_closed`. */
export async function findOpen(tx: Transaction, context: ActionContext, id: string): Promise<Result<Lived>> {
  const found = await findOne(tx, knownOf(context), vatCases, id);
  if (found === null) return missing(id);
  return caseStateOf(found) === 'open' ? ok(found) : fail(problem('vat_case_closed', 'body.id'));
}

export const missing = (id: string) => fail(problem('record_not_found', 'body.id', { id }));

export const done = (kind: Kind, id: string, path: string, changes: readonly Change[]): Result<Done> =>
  ok({ subject: `${kind.name}/${id}`, path, changes });

/** Without what was left empty: absent is unknown. */
export const known = <Given extends object>(given: Given): Partial<Given> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Given>;
