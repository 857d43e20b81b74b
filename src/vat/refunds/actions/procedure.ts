import { fail, ok, problem } from '#kernel/result.ts';
import { line, optional, text } from '#platform/actions/field.ts';
import { knownOf } from '#union';
import { writtenCents } from '../model.ts';
import { loopsOf, stateOfClaim } from '../rules/history.ts';
import { acceptedOf, ofWhole, verdictsOf } from '../rules/verdicts.ts';
import { checkKept } from '../store.ts';
import { type Common, claimAct, saidLast } from './claim-act.ts';
import { amountField, dayField, instructionFields, instructionIn, notYet } from './shared.ts';

/** The procedure of Directive 2008/9: from the application that goes on to the decision. */

const plain =
  <Act extends 'forward' | 'receive'>(act: Act) =>
  (common: Common) => ({ act, ...common });

export const forward = claimAct('forward', {
  fields: {},
  order: async ({ tx, context, found, common }) => {
    const check = await checkKept(tx, knownOf(context), found.claim);
    const against = (check === null ? [] : ofWhole(check)).filter(({ severity }) => severity === 'error');
    return against.length > 0
      ? fail(problem('vat_claim_check_against', 'body.id', { count: against.length }), ...against)
      : ok({ order: plain('forward')(common) });
  },
});

export const refuseForwarding = claimAct('refuse_forwarding', {
  fields: { reason: line, ...instructionFields },
  prefill: saidLast,
  order: ({ common }, { reason, ...said }) =>
    ok({ order: { act: 'refuse_forwarding', ...common, reason }, instruction: instructionIn(said) }),
});

export const receive = claimAct('receive', {
  fields: {},
  // No term says it, and the term to decide runs from it.
  waits: (held, party) =>
    held.filter(
      ({ claim, kept }) =>
        party === claim.refundState && stateOfClaim(kept.map(({ event }) => event)) === 'forwarded',
    ),
  order: ({ common }) => ok({ order: plain('receive')(common) }),
});

export const ask = claimAct('ask', {
  fields: { question: line, reached_on: optional(dayField) },
  order: ({ common, context }, { question, reached_on: reachedOn }) => {
    const future = reachedOn === undefined ? [] : notYet(context, 'reached_on', reachedOn);
    if (reachedOn !== undefined && reachedOn < common.on)
      return fail(
        problem('vat_claim_reached_before', 'body.reached_on', { on: reachedOn, asked: common.on }),
      );
    return future.length > 0
      ? fail(...future)
      : ok({ order: { act: 'ask', ...common, subject: question, reachedOn: reachedOn ?? null } });
  },
});

export const answer = claimAct('answer', {
  fields: {},
  order: ({ common, found }) =>
    ok({ order: { act: 'answer', ...common, subject: loopsOf(found.history).at(-1)?.subject ?? '' } }),
});

export const approve = claimAct('approve', {
  fields: {
    approved: amountField,
    corrections: optional(amountField),
    reason: optional(text),
    ...instructionFields,
  },
  prefill: async (found, tx, context) => {
    const check = await checkKept(tx, knownOf(context), found.claim);
    const said = await saidLast(found, tx, context);
    return check === null ? said : { ...said, approved: writtenCents(acceptedOf(verdictsOf(check))) };
  },
  order: ({ common, found }, { approved, corrections = 0, reason, ...said }) => {
    const lodged = found.history.find((event) => event.act === 'lodge')?.cents ?? 0;
    // What is not granted is refused, and a refusal says why (Dir. 2008/9, art. 23).
    return approved - corrections < lodged && reason === undefined
      ? fail(problem('vat_claim_reason_missing', 'body.reason'))
      : ok({
          order: { act: 'approve', ...common, approved, corrections },
          ...{ reason, instruction: instructionIn(said) },
        });
  },
});

export const refuse = claimAct('refuse', {
  fields: { reason: line, ...instructionFields },
  prefill: saidLast,
  order: ({ common }, { reason, ...said }) =>
    ok({ order: { act: 'refuse', ...common, reason }, instruction: instructionIn(said) }),
});
