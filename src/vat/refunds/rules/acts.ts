import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Cents, Claim, ClaimEvent, Consent, Debt, RecoveryRequest, Road } from '../model.ts';
import { writtenCents } from '../model.ts';
import { type CalendarOf, clockOf, isAnswerAwaited } from './clock.ts';
import { type History, takeEvent } from './history.ts';
import { book, type EntryDraft, type Ledger } from './ledger.ts';
import type { LegalFacts } from './legal-facts.ts';
import {
  endOfDispute,
  executeOffset,
  fallOfAssessment,
  type Offset,
  type Promised,
  planOffset,
} from './offset.ts';

/** All that there is of a claim: what it is, what happened to it, and where its money is. */
export type ClaimFile = { readonly claim: Claim; readonly history: History; readonly ledger: Ledger };

/** The road of an offset as it is asked for: a consent is not brought along but taken from what happened to the claim. */
export type RoadOrder =
  | { readonly kind: 'consent_transfer' }
  | { readonly kind: 'recovery_request'; readonly request: RecoveryRequest }
  | { readonly kind: 'set_off'; readonly request: RecoveryRequest; readonly provision: string };

type EventOf<Act extends ClaimEvent['act']> = Extract<ClaimEvent, { readonly act: Act }>;
type Counted = 'propose_offset' | 'execute_offset' | 'collect' | 'reverse';
type OffsetAsked = {
  readonly road: RoadOrder;
  readonly debts: readonly Debt[];
  /** Of each debt no more than was proposed. */
  readonly most?: ReadonlyMap<string, Cents>;
  /** Of a proposal: what others take that were not carried out. */
  readonly promised?: Promised;
};

/** What somebody does to a claim: an event, but for what the rules count themselves. */
export type ClaimOrder =
  | EventOf<Exclude<ClaimEvent['act'], Counted>>
  | (Omit<EventOf<'propose_offset'>, 'road'> & OffsetAsked)
  | (Omit<EventOf<'execute_offset'>, 'road' | 'cents'> & OffsetAsked)
  | Omit<EventOf<'collect'>, 'cents'>
  /** `owed`: what is still owed in all, now that the assessment fell. */
  | (Omit<EventOf<'reverse'>, 'cents'> & { readonly owed: Cents });

export type Acted = ClaimFile & {
  /** What an offset came to, or would come to. */
  readonly offset: Offset | null;
};

/**
 * The claim after something was done to it: what happened and what the ledger has of it go together, or neither does. Problems, all that can be told at once:
 * those of `takeEvent`; `vat_claim_approved_over`, `vat_claim_corrected_over`, `vat_claim_answer_awaited` (the applicant's month runs, and it would go against him),
 * `vat_claim_offset_taken`, `vat_claim_offset_withdrawn`, `vat_claim_offset_unknown`, `vat_claim_offset_told`, `vat_claim_consent_unknown`, `vat_claim_nothing_fell`; those of the ledger and of offsets.
 */
export function actOn(
  file: ClaimFile,
  order: ClaimOrder,
  calendarOf: CalendarOf,
  facts: LegalFacts,
): Result<Acted> {
  const acted = carryOut(file, order, facts);
  // The order has the event's act, role and day, which is all that its place among others is judged by.
  const event = acted.ok ? acted.value.event : (order as unknown as ClaimEvent);
  const taken = takeEvent(file.history, event);
  const findings = [
    ...(taken.ok ? [] : taken.problems),
    ...againstHistory(file, order, calendarOf, facts),
    // What an act that is not open would have come to is no news.
    ...(taken.ok && !acted.ok ? acted.problems : []),
  ];
  if (findings.length > 0 || !taken.ok || !acted.ok) return fail(...findings);
  const { ledger, offset } = acted.value;
  return ok({ claim: file.claim, history: taken.value, ledger, offset });
}

/** What was consented to, as it stands after all that happened: the consent that was given last. Null: none was. */
export function lastConsent({ claim, history }: Pick<ClaimFile, 'claim' | 'history'>): Consent | null {
  const given = history.findLast((event) => event.act === 'consent');
  if (given === undefined) return null;
  const { consent: id, signedBy, signedOn, debts } = given;
  const withdrawn = history.find((event) => event.act === 'withdraw_consent' && event.consent === id);
  return { id, claim: claim.id, signedBy, signedOn, debts, withdrawnOn: withdrawn?.on ?? null };
}

const roadOf = (order: RoadOrder, file: ClaimFile): Road =>
  order.kind === 'consent_transfer' ? { ...order, consent: lastConsent(file) } : order;

type CarriedOut = { readonly event: ClaimEvent; readonly ledger: Ledger; readonly offset: Offset | null };

/** The event with what the rules count, and the ledger after it. */
function carryOut(file: ClaimFile, order: ClaimOrder, facts: LegalFacts): Result<CarriedOut> {
  const { claim, ledger } = file;
  const plain = (move: EntryDraft['move'], cents: Cents): EntryDraft => ({
    ...{ move, cents, on: order.on },
    taking: null,
    ofEntry: null,
  });
  const booked = (event: ClaimEvent, ...drafts: readonly EntryDraft[]): Result<CarriedOut> => {
    const after = book(ledger, drafts);
    return after.ok ? ok({ event, ledger: after.value, offset: null }) : after;
  };
  switch (order.act) {
    case 'approve': {
      const refund = order.approved - order.corrections;
      return refund > 0 ? booked(order, plain('grant', refund)) : booked(order);
    }
    case 'correct':
      return booked(order, plain('correct', order.cents));
    case 'pay':
      return booked(order, plain('pay', order.cents));
    case 'propose_offset':
    case 'execute_offset': {
      const { road: asked, debts, most, promised, ...event } = order;
      const road = roadOf(asked, file);
      const { on, offset: id } = order;
      if (event.act === 'propose_offset') {
        const offset = planOffset(
          claim,
          ledger,
          { id, road, on, debts, ...(promised === undefined ? {} : { promised }) },
          facts,
        );
        return offset.ok
          ? ok({ event: { ...event, road: road.kind }, ledger, offset: offset.value })
          : offset;
      }
      const done = executeOffset(
        claim,
        ledger,
        { id, road, on, debts, ...(most === undefined ? {} : { most }) },
        facts,
      );
      if (!done.ok) return done;
      const { offset } = done.value;
      const cents = offset.allocations.reduce((sum, one) => sum + one.cents, 0);
      return ok({ event: { ...event, road: road.kind, cents }, ledger: done.value.ledger, offset });
    }
    case 'collect': {
      const ended = endOfDispute(ledger, order.debt, order.on);
      if (!ended.ok) return ended;
      return ok({
        event: { ...order, cents: ended.value.collected },
        ledger: ended.value.ledger,
        offset: null,
      });
    }
    case 'reverse': {
      const { owed, ...event } = order;
      const fallen = fallOfAssessment(ledger, order.debt, owed, order.on);
      if (!fallen.ok) return fallen;
      const { back: cents } = fallen.value;
      if (cents === 0) return fail(problem('vat_claim_nothing_fell', 'owed', { debt: order.debt }));
      return ok({ event: { ...event, cents }, ledger: fallen.value.ledger, offset: null });
    }
    default:
      return booked(order);
  }
}

/** What stands against it in what happened before, besides the state of the claim. */
function againstHistory(
  { claim, history }: ClaimFile,
  order: ClaimOrder,
  calendarOf: CalendarOf,
  facts: LegalFacts,
): readonly Problem[] {
  const lodged = history.find((event) => event.act === 'lodge')?.cents ?? 0;
  const clock = clockOf(claim, history, order.on, calendarOf, facts);
  const awaited = (isAgainst: boolean) =>
    isAgainst && clock?.state === 'asked' && isAnswerAwaited(clock, order.on)
      ? [problem('vat_claim_answer_awaited', 'on')]
      : [];
  const was = (act: 'propose_offset' | 'execute_offset' | 'withdraw_offset' | 'notify', id: string) =>
    history.some((event) => event.act === act && event.offset === id);
  const closed = (offset: string) => [
    ...(was('execute_offset', offset) ? [problem('vat_claim_offset_taken', 'offset', { offset })] : []),
    ...(was('withdraw_offset', offset) ? [problem('vat_claim_offset_withdrawn', 'offset', { offset })] : []),
  ];
  switch (order.act) {
    case 'approve': {
      const { approved, corrections } = order;
      const [amount, most] = [writtenCents(approved), writtenCents(lodged)];
      return [
        ...(approved > lodged ? [problem('vat_claim_approved_over', 'approved', { amount, most })] : []),
        ...(corrections > approved
          ? [problem('vat_claim_corrected_over', 'corrections', { most: amount })]
          : []),
        // What is corrected of it goes against him as what is not approved does.
        ...awaited(approved - corrections < lodged),
      ];
    }
    case 'refuse':
      return awaited(true);
    case 'ask':
      return awaited(true);
    case 'execute_offset':
      return closed(order.offset);
    case 'withdraw_offset':
      return was('propose_offset', order.offset)
        ? closed(order.offset)
        : [problem('vat_claim_offset_unknown', 'offset', { offset: order.offset })];
    case 'notify': {
      if (was('notify', order.offset))
        return [problem('vat_claim_offset_told', 'offset', { offset: order.offset })];
      return was('execute_offset', order.offset)
        ? []
        : [problem('vat_claim_offset_unknown', 'offset', { offset: order.offset })];
    }
    case 'withdraw_consent': {
      const last = lastConsent({ claim, history });
      return last?.id === order.consent && last.withdrawnOn === null
        ? []
        : [problem('vat_claim_consent_unknown', 'consent', { consent: order.consent })];
    }
    default:
      return [];
  }
}
