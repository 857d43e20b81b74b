import { fail, ok, problem } from '#kernel/result.ts';
import { type Field, idsAmong, line, oneOf, optional } from '#platform/actions/field.ts';
import { knownOf } from '#union';
import { partiesOpen } from '../../fields/store.ts';
import { keepClaims, readDebts } from '../kinds.ts';
import { writtenCents } from '../model.ts';
import { lastConsent, type RoadOrder } from '../rules/acts.ts';
import { partyOn, proposalsOf, toldOf, untoldOf } from '../rules/kept.ts';
import { debtsFor } from '../store.ts';
import { refundTexts } from '../text/texts.ts';
import { claimAct, findNow, isHeld, saidLast, wordOf } from './claim-act.ts';
import { dayField, instructionFields, instructionIn, notYet } from './shared.ts';

/** Consent, and the offset from its proposal to its notice. */

/** The applicant's debts that the reader may see: those of his own state. */
const debtOptions: NonNullable<Field['options']> = async (tx, context, { id }) => {
  const found = id === undefined ? null : await findNow(tx, context, id);
  if (found === null) return [];
  const open = await partiesOpen(tx, context, 'refunds', readDebts);
  if (!open.has(found.claim.establishment)) return [];
  const held = await debtsFor(tx, knownOf(context), found.claim);
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

export const consent = claimAct('consent', {
  fields: {
    consent: line,
    signed_on: dayField,
    signed_by: optional(line),
    debts: optional(idsAmong(debtOptions)),
  },
  order: ({ common, context, found }, input) => {
    const { consent: id, signed_on: signedOn, signed_by: signedBy = found.claim.applicant } = input;
    const future = notYet(context, 'signed_on', signedOn);
    const named = { consent: id, signedBy, signedOn, debts: input.debts ?? null };
    return future.length > 0 ? fail(...future) : ok({ order: { act: 'consent', ...common, ...named } });
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
      order: { act: 'propose_offset', ...common, offset, road, debts },
      tell: (plan) => toldOf(plan, referenceOf, road.kind === 'recovery_request' ? road.request : null),
      instruction: instructionIn(input),
    });
  },
});

/** What was proposed, planned anew with what is known of the debts on the day: nothing is set off that is not owed by then. */
export const executeOffset = claimAct('execute_offset', {
  fields: {
    offset: wordOf(async ({ kept }, _tx, { language }) =>
      proposalsOf(kept)
        .filter(({ isExecuted }) => !isExecuted)
        .map(({ offset, road }) => ({
          value: offset,
          title: `${offset}: ${refundTexts(language).roads[road]}`,
        })),
    ),
    provision: optional(line),
    ...instructionFields,
  },
  prefill: saidLast,
  isOpen: (found) => isHeld(found) && proposalsOf(found.kept).some(({ isExecuted }) => !isExecuted),
  order: async ({ tx, context, found, common }, { offset, provision, ...said }) => {
    const proposed = proposalsOf(found.kept).find((one) => one.offset === offset);
    if (proposed === undefined) return fail(problem('vat_claim_offset_unknown', 'body.offset', { offset }));
    if (proposed.isExecuted) return fail(problem('vat_claim_offset_taken', 'body.offset', { offset }));
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
