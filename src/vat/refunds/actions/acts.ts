import { stateAfter } from '#kernel/lifecycle.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type Action, type ActionContext, defineAction } from '#platform/actions/action.ts';
import {
  type Field,
  type Fields,
  type InputOf,
  idsAmong,
  line,
  oneOf,
  optional,
  subject,
  text,
} from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { readingOf } from '#platform/journal/journal.ts';
import { knownOf } from '#union';
import { inField, partiesOpen, takingPartIn } from '../../fields/store.ts';
import { claims, debts as debtKind, keepClaims, readDebts } from '../kinds.ts';
import { actors, type ClaimAct, claimLifecycle, type Role, writtenCents } from '../model.ts';
import { lastConsent, type RoadOrder } from '../rules/acts.ts';
import { loopsOf, stateOfClaim } from '../rules/history.ts';
import { partyOn, proposalsOf, sideOf, takers, toldOf, untoldOf } from '../rules/kept.ts';
import { balanceOf, takenFor } from '../rules/ledger.ts';
import { acceptedOf, ofWhole, verdictsOf } from '../rules/verdicts.ts';
import { checkKept, debtsFor, type FoundClaim, findClaim, listDebts, takenElsewhere } from '../store.ts';
import { refundTexts } from '../text/texts.ts';
import { amountField, type Carried, carryOut, dayField, missing, notYet, textsOf } from './shared.ts';

type Here = Pick<ActionContext, 'register' | 'today'>;

/** The claim with all that is known to have happened to it: an act follows the last that there is. */
export const findNow = (tx: Transaction, context: Here, id: string) =>
  findClaim(tx, knownOf(context), id, context.today);

/** Who did it, by a name of the procedure: the applicant by his number, a state by its code. */
const actorOf = ({ claim }: FoundClaim, role: Role, by: string): string =>
  role === 'applicant' ? claim.applicant : by;

/** What of an order is the same for every act. */
type Common = { readonly role: Role; readonly actor: string; readonly on: ActionContext['today'] };

type Doing = {
  readonly tx: Transaction;
  readonly context: ActionContext;
  readonly found: FoundClaim;
  readonly common: Common;
};

type Described<F extends Fields> = {
  readonly fields: F;
  /** What there must be for it besides the state of the claim. */
  readonly isOpen?: (
    found: FoundClaim,
    tx: Transaction,
    context: ActionContext,
  ) => boolean | Promise<boolean>;
  readonly order: (doing: Doing, input: InputOf<F>) => Result<Carried> | Promise<Result<Carried>>;
  readonly prefill?: (
    found: FoundClaim,
    tx: Transaction,
    context: ActionContext,
  ) => Promise<Readonly<Record<string, string>>>;
};

/** The parties that can take an act down now; of a notice it is the one that has to give it. */
function partiesFor(act: ClaimAct, { claim, history }: FoundClaim, offset: unknown): readonly string[] {
  const sides =
    act === 'notify'
      ? untoldOf(history).flatMap((one) =>
          offset === undefined || one.offset === offset ? [one.teller] : [],
        )
      : takers[act];
  return [...new Set(sides.map((side) => partyOn(claim, side)))];
}

/** One act of the procedure, by the state that takes it down: history, ledger and journal in one transaction. */
function claimAct<F extends Fields>(act: ClaimAct, { fields, isOpen, order, prefill }: Described<F>): Action {
  const all = { id: subject, ...fields, on: optional(dayField) };
  return defineAction<Fields>({
    name: `refunds/${act}`,
    permission: keepClaims,
    fields: all,
    texts: textsOf(act),
    about: {
      kind: claims,
      isOpen: async (tx, context, id) => {
        const found = await findNow(tx, context, id);
        const state = found === null ? null : stateOfClaim(found.history);
        if (found === null || state === null || stateAfter(claimLifecycle, state, act) === null) return false;
        return isOpen === undefined || (await isOpen(found, tx, context));
      },
    },
    object: async (tx, context, { id, offset }) => {
      const found = id === undefined ? null : await findNow(tx, context, String(id));
      return found === null ? [] : inField(tx, context, 'refunds', ...partiesFor(act, found, offset));
    },
    participation: takingPartIn('refunds'),
    ...(prefill === undefined
      ? {}
      : {
          prefill: async (tx, context, { id }) => {
            const found = id === undefined ? null : await findNow(tx, context, String(id));
            return found === null ? {} : prefill(found, tx, context);
          },
        }),
    perform: async (tx, context, input) => {
      const id = String(input.id);
      const on = (input.on ?? context.today) as ActionContext['today'];
      const found = await findNow(tx, context, id);
      const by = context.grant?.party ?? null;
      const side = found === null || by === null ? null : sideOf(found.claim, by);
      if (found === null || by === null || side === null) return missing(id);
      const future = notYet(context, 'on', on);
      if (future.length > 0) return fail(...future);
      const role: Role = actors[act].includes('applicant') ? 'applicant' : side;
      const common = { role, actor: actorOf(found, role, by), on };
      const carried = await order({ tx, context, found, common }, input as unknown as InputOf<F>);
      if (!carried.ok) return carried;
      const acted = await carryOut(tx, context, found, by, carried.value);
      if (!acted.ok) return act === 'execute_offset' ? fail(...withoutDebts(acted.problems)) : acted;
      return ok({
        subject: `${claims.name}/${id}`,
        path: claims.href(id),
        changes: [{ kind: claims, id, steps: [acted.value.step] }],
      });
    },
  });
}

/** What stands against a debt is for the state that is owed: the other hears that something does. */
function withoutDebts(problems: readonly Problem[]): readonly Problem[] {
  const isOfDebt = ({ code }: Problem) => code.startsWith('vat_debt_');
  const others = problems.filter((one) => !isOfDebt(one));
  return problems.some(isOfDebt) ? [...others, problem('vat_offset_debts_closed', 'body.offset')] : others;
}

/** Ids to choose from, for a form; `word` is a line where there is none. */
function wordOf(
  choices: (
    found: FoundClaim,
    tx: Transaction,
    context: ActionContext,
  ) => Promise<readonly { readonly value: string; readonly title: string }[]>,
) {
  return {
    ...line,
    control: 'word',
    options: async (tx, context, { id }) => {
      // A form is opened by whoever may do it; options are asked for by whoever opens it, so what is private is asked again.
      const found = id === undefined ? null : await findNow(tx, context, id);
      if (found === null) return [];
      const open = await partiesOpen(tx, context, 'refunds', keepClaims);
      const { establishment, refundState } = found.claim;
      return open.has(establishment) || open.has(refundState) ? choices(found, tx, context) : [];
    },
  } as const satisfies Field;
}

/** Debts are records of their own: a form that offers some reads them. */
function showsDebts(context: ActionContext, ids: readonly string[]): void {
  if (ids.length > 0) context.shows?.(readingOf(debtKind.name, ids));
}

const isHeld = ({ ledger }: FoundClaim) => balanceOf(ledger).waiting > 0;

/** The applicant's debts that the reader may see: those of his own state. */
const debtOptions: NonNullable<Field['options']> = async (tx, context, { id }) => {
  const found = id === undefined ? null : await findNow(tx, context, id);
  if (found === null) return [];
  const open = await partiesOpen(tx, context, 'refunds', readDebts);
  if (!open.has(found.claim.establishment)) return [];
  const held = await debtsFor(tx, knownOf(context), found.claim);
  showsDebts(
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

/** Debts of the ledger whose dispute is over or whose assessment fell, by what their state knows now. */
async function movable(tx: Transaction, context: Here, { claim, ledger }: FoundClaim) {
  const ids = [...new Set(ledger.flatMap(({ taking }) => taking?.debt ?? []))];
  const key = { register: context.register.id, claim: claim.id };
  const elsewhere = await takenElsewhere(tx, key, ids);
  const held = await listDebts(tx, knownOf(context), { ids });
  return held.map(({ debt, reference }) => {
    const { setOff, disputed } = takenFor(ledger, debt.id);
    const owed = Math.max(0, debt.cents - (elsewhere.get(debt.id) ?? 0));
    const isOver = debt.disputedSince === null;
    const fell = setOff + disputed > owed;
    return { id: debt.id, reference, owed, isOver, canCollect: isOver && disputed > 0 && !fell, fell };
  });
}

const debtWord = (wants: 'canCollect' | 'fell') =>
  wordOf(async (found, tx, context) => {
    const offered = (await movable(tx, context, found)).filter((one) => one[wants]);
    showsDebts(
      context,
      offered.map(({ id }) => id),
    );
    return offered.map(({ id, reference }) => ({ value: id, title: reference }));
  });

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
  fields: { reason: line },
  order: ({ common }, { reason }) => ok({ order: { act: 'refuse_forwarding', ...common, reason } }),
});

export const receive = claimAct('receive', {
  fields: {},
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
  fields: { approved: amountField, corrections: optional(amountField), reason: optional(text) },
  prefill: async ({ claim }, tx, context) => {
    const check = await checkKept(tx, knownOf(context), claim);
    return check === null ? {} : { approved: writtenCents(acceptedOf(verdictsOf(check))) };
  },
  order: ({ common, found }, { approved, corrections = 0, reason }) => {
    const lodged = found.history.find((event) => event.act === 'lodge')?.cents ?? 0;
    // What is not granted is refused, and a refusal says why (Dir. 2008/9, art. 23).
    return approved - corrections < lodged && reason === undefined
      ? fail(problem('vat_claim_reason_missing', 'body.reason'))
      : ok({ order: { act: 'approve', ...common, approved, corrections }, reason });
  },
});

export const refuse = claimAct('refuse', {
  fields: { reason: line },
  order: ({ common }, { reason }) => ok({ order: { act: 'refuse', ...common, reason } }),
});

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
  },
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
  },
  isOpen: (found) => isHeld(found) && proposalsOf(found.kept).some(({ isExecuted }) => !isExecuted),
  order: async ({ tx, context, found, common }, { offset, provision }) => {
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
    return ok({ order: { act: 'execute_offset', ...common, offset, road, debts, most } });
  },
});

export const notify = claimAct('notify', {
  fields: {
    offset: wordOf(async ({ history }) =>
      untoldOf(history).map(({ offset }) => ({ value: offset, title: offset })),
    ),
  },
  isOpen: async ({ claim, history }, tx, context) => {
    const open = await partiesOpen(tx, context, 'refunds', keepClaims);
    return untoldOf(history).some(({ teller }) => open.has(partyOn(claim, teller)));
  },
  order: ({ common }, { offset }) => ok({ order: { act: 'notify', ...common, offset } }),
});

/** Amounts of what moves on are not typed but follow from what is owed now. */
export const collect = claimAct('collect', {
  fields: { debt: debtWord('canCollect') },
  isOpen: async (found, tx, context) =>
    (await movable(tx, context, found)).some(({ canCollect }) => canCollect),
  order: async ({ tx, context, found, common }, { debt }) => {
    const one = (await movable(tx, context, found)).find(({ id }) => id === debt);
    if (one === undefined) return fail(problem('vat_claim_debt_unknown', 'body.debt', { debt }));
    if (!one.isOver) return fail(problem('vat_claim_dispute_goes_on', 'body.debt', { debt: one.reference }));
    if (one.fell) return fail(problem('vat_claim_debt_fell', 'body.debt', { debt: one.reference }));
    return ok({ order: { act: 'collect', ...common, debt } });
  },
});

export const reverse = claimAct('reverse', {
  fields: { debt: debtWord('fell') },
  isOpen: async (found, tx, context) => (await movable(tx, context, found)).some(({ fell }) => fell),
  order: async ({ tx, context, found, common }, { debt }) => {
    const one = (await movable(tx, context, found)).find(({ id }) => id === debt);
    return one === undefined
      ? fail(problem('vat_claim_debt_unknown', 'body.debt', { debt }))
      : ok({ order: { act: 'reverse', ...common, debt, owed: one.owed } });
  },
});

export const correct = claimAct('correct', {
  fields: { amount: amountField, reason: line },
  isOpen: isHeld,
  order: ({ common }, { amount: cents, reason }) =>
    ok({ order: { act: 'correct', ...common, cents, reason } }),
});

export const pay = claimAct('pay', {
  fields: { amount: amountField },
  isOpen: isHeld,
  prefill: async ({ ledger }) => ({ amount: writtenCents(balanceOf(ledger).waiting) }),
  order: ({ common }, { amount: cents }) => ok({ order: { act: 'pay', ...common, cents } }),
});

export const claimActs: readonly Action[] = [
  ...[forward, refuseForwarding, receive, ask, answer, approve, refuse, consent, withdrawConsent],
  ...[proposeOffset, executeOffset, notify, collect, reverse, correct, pay],
];
