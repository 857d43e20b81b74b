import type { Language } from '#kernel/languages.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import { type Field, idsAmong, line, oneOf, optional } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { knownOf } from '#union';
import { partiesOpen } from '../../fields/store.ts';
import { readVatNumber } from '../../vat-number.ts';
import { keepClaims, readDebts } from '../kinds.ts';
import { writtenCents } from '../model.ts';
import { lastConsent, type RoadOrder } from '../rules/acts.ts';
import { waitingAfter } from '../rules/history.ts';
import {
  hasSomethingLeft,
  openProposals,
  type Proposal,
  partyOn,
  promisedIn,
  proposalsOf,
  toldOf,
  untoldOf,
} from '../rules/kept.ts';
import { debtsFor, type KeptClaim, leftOfDebts } from '../store.ts';
import { refundTexts } from '../text/texts.ts';
import { claimAct, findNow, isHeld, readsDebts, saidLast, wordOf } from './claim-act.ts';
import { dayField, instructionFields, instructionIn, notYet } from './shared.ts';

/** Consent, and the offset from its proposal to its notice. */

/** The applicant's debts that the reader may see: those of his own state. */
const debtOptions: NonNullable<Field['options']> = async (tx, context, { id }) => {
  const found = id === undefined ? null : await findNow(tx, context, id);
  if (found === null) return [];
  const open = await partiesOpen(tx, context, 'refunds', readDebts);
  if (!open.has(found.claim.establishment)) return [];
  const held = await debtsFor(tx, knownOf(context), found.claim);
  readsDebts(
    context,
    held.map(({ debt }) => debt.id),
  );
  return held.map(({ debt, reference }) => ({
    value: debt.id,
    title: `${reference}: ${writtenCents(debt.cents)} ${debt.currency}`,
  }));
};

/** By which a state is asked to recover (Dir. 2010/24): for the roads that rest on a request. */
const roadChoice = oneOf(
  ['consent_transfer', 'recovery_request'] as const,
  (road, language) => refundTexts(language).roads[road],
);

const choiceOf = ({ offset, road }: Proposal, language: Language) => ({
  value: offset,
  title: `${offset}: ${refundTexts(language).roads[road]}`,
});

export const consent = claimAct('consent', {
  fields: {
    consent: line,
    signed_on: dayField,
    signed_by: optional(line),
    debts: optional(idsAmong(debtOptions)),
  },
  order: ({ common, context, found }, input) => {
    const { consent: id, signed_on: signedOn, signed_by: signed } = input;
    const { applicant } = found.claim;
    const signedBy = signed === undefined ? applicant : readVatNumber(signed)?.number;
    const findings = [
      ...notYet(context, 'signed_on', signedOn),
      // Nobody else can consent: nothing would be transferred by what another signed.
      ...(signedBy === applicant
        ? []
        : [problem('vat_claim_signed_by_another', 'body.signed_by', { given: signed ?? '', applicant })]),
    ];
    const named = { consent: id, signedBy: applicant, signedOn, debts: input.debts ?? null };
    return findings.length > 0 ? fail(...findings) : ok({ order: { act: 'consent', ...common, ...named } });
  },
});

export const withdrawConsent = claimAct('withdraw_consent', {
  fields: {},
  isOpen: (found) => lastConsent(found)?.withdrawnOn === null,
  order: ({ common, found }) =>
    ok({ order: { act: 'withdraw_consent', ...common, consent: lastConsent(found)?.id ?? '' } }),
});

/** Of the state that is owed: it alone knows the debts, and tells the other what the road needs of them. */
export const proposeOffset = claimAct('propose_offset', {
  fields: {
    road: roadChoice,
    debts: idsAmong(debtOptions),
    reference: optional(line),
    requested_on: optional(dayField),
    instrument: optional(line),
    ...instructionFields,
  },
  prefill: saidLast,
  isOpen: isHeld,
  order: async ({ tx, context, found, common }, input) => {
    const held = await debtsFor(tx, knownOf(context), found.claim, input.debts);
    const gone = input.debts.filter((id) => !held.some(({ debt }) => debt.id === id));
    if (gone.length > 0)
      return fail(...gone.map((id) => problem('vat_claim_debt_unknown', 'body.debts', { debt: id })));
    const { reference, requested_on: requestedOn = common.on, instrument = null } = input;
    if (input.road === 'recovery_request' && reference === undefined)
      return fail(problem('vat_claim_request_missing', 'body.reference'));
    const request = { reference: reference ?? '', requestedOn, instrument, debts: input.debts };
    const road: RoadOrder =
      input.road === 'recovery_request' ? { kind: input.road, request } : { kind: input.road };
    const referenceOf = (id: string) => held.find(({ debt }) => debt.id === id)?.reference ?? id;
    const debts = held.map(({ debt }) => debt);
    const offset = `o-${proposalsOf(found.kept).length + 1}`;
    return ok({
      order: { act: 'propose_offset', ...common, offset, road, debts, promised: promisedIn(found.kept) },
      tell: (plan) => toldOf(plan, referenceOf, road.kind === 'recovery_request' ? road.request : null),
      instruction: instructionIn(input),
    });
  },
});

/** Of whichever state proposed it: what nobody can carry out any longer, or nobody should, stands in the way of another proposal no more. */
export const withdrawOffset = claimAct('withdraw_offset', {
  fields: {
    offset: wordOf(async ({ kept }, _tx, { language }) =>
      openProposals(kept).map((proposal) => choiceOf(proposal, language)),
    ),
  },
  isOpen: ({ kept }) => openProposals(kept).length > 0,
  order: ({ common }, { offset }) => ok({ order: { act: 'withdraw_offset', ...common, offset } }),
});

/** Proposals of claims that can be carried out still: of the others nothing is left to set off. */
async function executable(tx: Transaction, context: ActionContext, held: readonly Pick<KeptClaim, 'kept'>[]) {
  const open = held.flatMap(({ kept }) => openProposals(kept));
  const ids = open.flatMap(({ told }) => told.debts.map(({ debt }) => debt));
  const left = await leftOfDebts(tx, knownOf(context), [...new Set(ids)]);
  return ({ kept }: Pick<KeptClaim, 'kept'>) => {
    const waiting = waitingAfter(kept.map(({ event }) => event)).at(-1)?.waits ?? 0;
    return openProposals(kept).filter((proposal) => hasSomethingLeft(proposal, waiting, left));
  };
}

/** What was proposed, planned anew with what is known of the debts on the day: nothing is set off that is not owed by then. */
export const executeOffset = claimAct('execute_offset', {
  fields: {
    offset: wordOf(async (found, tx, context) =>
      (await executable(tx, context, [found]))(found).map((one) => choiceOf(one, context.language)),
    ),
    provision: optional(line),
    ...instructionFields,
  },
  prefill: saidLast,
  isOpen: async (found, tx, context) => (await executable(tx, context, [found]))(found).length > 0,
  waits: async (held, party, tx, context) => {
    const own = held.filter(({ claim }) => claim.refundState === party);
    const left = await executable(tx, context, own);
    return own.filter((one) => left(one).length > 0);
  },
  order: async ({ tx, context, found, common }, { offset, provision, ...said }) => {
    const proposed = proposalsOf(found.kept).find((one) => one.offset === offset);
    if (proposed === undefined) return fail(problem('vat_claim_offset_unknown', 'body.offset', { offset }));
    if (proposed.state === 'executed')
      return fail(problem('vat_claim_offset_taken', 'body.offset', { offset }));
    if (proposed.state === 'withdrawn')
      return fail(problem('vat_claim_offset_withdrawn', 'body.offset', { offset }));
    const { request } = proposed.told;
    if (request === null && provision !== undefined)
      return fail(problem('vat_claim_provision_without_request', 'body.provision'));
    const ids = proposed.told.debts.map(({ debt }) => debt);
    const held = await debtsFor(tx, knownOf(context), found.claim, ids);
    if (held.length === 0) return fail(problem('vat_offset_debts_closed', 'body.offset'));
    const road: RoadOrder =
      request === null
        ? { kind: 'consent_transfer' }
        : provision === undefined
          ? { kind: 'recovery_request', request }
          : { kind: 'set_off', request, provision };
    // No more than was proposed, though more may be owed by now: what is above is for another proposal.
    const most = new Map(proposed.told.debts.map(({ debt, cents }) => [debt, cents]));
    const debts = held.map(({ debt }) => debt);
    return ok({
      order: { act: 'execute_offset', ...common, offset, road, debts, most },
      instruction: instructionIn(said),
    });
  },
});

export const notify = claimAct('notify', {
  fields: {
    offset: wordOf(async ({ history }) =>
      untoldOf(history).map(({ offset }) => ({ value: offset, title: offset })),
    ),
    ...instructionFields,
  },
  prefill: saidLast,
  isOpen: async ({ claim, history }, tx, context) => {
    const open = await partiesOpen(tx, context, 'refunds', keepClaims);
    return untoldOf(history).some(({ teller }) => open.has(partyOn(claim, teller)));
  },
  order: ({ common }, { offset, ...said }) =>
    ok({ order: { act: 'notify', ...common, offset }, instruction: instructionIn(said) }),
});
