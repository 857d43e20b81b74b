import type { PlainDate } from '#kernel/dates.ts';
import { formatDecimal } from '#kernel/decimal.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';

/**
 * Whole minor units of a claim's currency (euro cents), as a number and not a bigint: an amount is at most `mostCents`, and what is added up
 * without end, the invoices of an application, at most `mostOfInvoice`, so that each sum stays under 2^53 and is exact. The same value goes
 * into JSON, canonical JSON and a `bigint` column without being turned into something else on the way.
 */
export type Cents = number;
/** Ten thousand million euro. */
export const mostCents = 1_000_000_000_000;
/** Five hundred million euro: of 100,000 invoices at the most. */
export const mostOfInvoice = 50_000_000_000;
export const isCents = (value: unknown): value is Cents =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= mostCents;

/** For sentences: `1234.50`. */
export const writtenCents = (cents: Cents): string => formatDecimal(BigInt(cents), 2);

/** The two states of a claim and who claims. The applicant writes nothing here himself: a state takes down what he did. */
export const roles = ['applicant', 'establishment', 'refund'] as const;
export type Role = (typeof roles)[number];

export type ClaimState =
  | 'lodged'
  | 'not_forwarded'
  | 'forwarded'
  | 'received'
  | 'asked'
  | 'approved'
  | 'refused';
export type ClaimAct =
  | 'forward'
  | 'refuse_forwarding'
  | 'receive'
  | 'ask'
  | 'answer'
  | 'approve'
  | 'refuse'
  | 'consent'
  | 'withdraw_consent'
  | 'propose_offset'
  | 'withdraw_offset'
  | 'execute_offset'
  | 'notify'
  | 'collect'
  | 'reverse'
  | 'correct'
  | 'pay'
  | 'add_remedy';

/**
 * The procedure of Directive 2008/9, with the money that follows it. What is asked after a question without an answer is asked from `asked`;
 * whether its month has run is not said here but by the clock. An appeal is outside: the facts say nothing of it.
 */
export const claimLifecycle: Lifecycle<ClaimState, ClaimAct> = {
  lodged: { forward: 'forwarded', refuse_forwarding: 'not_forwarded' },
  not_forwarded: { add_remedy: 'not_forwarded' },
  forwarded: { receive: 'received', consent: 'forwarded', withdraw_consent: 'forwarded' },
  received: {
    ask: 'asked',
    approve: 'approved',
    refuse: 'refused',
    consent: 'received',
    withdraw_consent: 'received',
  },
  asked: {
    ask: 'asked',
    answer: 'received',
    approve: 'approved',
    refuse: 'refused',
    consent: 'asked',
    withdraw_consent: 'asked',
  },
  approved: {
    consent: 'approved',
    withdraw_consent: 'approved',
    propose_offset: 'approved',
    withdraw_offset: 'approved',
    execute_offset: 'approved',
    notify: 'approved',
    collect: 'approved',
    reverse: 'approved',
    correct: 'approved',
    pay: 'approved',
    add_remedy: 'approved',
  },
  refused: { add_remedy: 'refused' },
};

/** Whose act each is: who did it, whoever took it down. */
export const actors: Readonly<Record<ClaimAct | 'lodge', readonly Role[]>> = {
  lodge: ['applicant'],
  forward: ['establishment'],
  refuse_forwarding: ['establishment'],
  receive: ['refund'],
  ask: ['refund'],
  answer: ['applicant'],
  approve: ['refund'],
  refuse: ['refund'],
  consent: ['applicant'],
  withdraw_consent: ['applicant'],
  propose_offset: ['establishment', 'refund'],
  withdraw_offset: ['establishment', 'refund'],
  execute_offset: ['refund'],
  notify: ['establishment', 'refund'],
  collect: ['refund'],
  reverse: ['refund'],
  correct: ['refund'],
  pay: ['refund'],
  add_remedy: ['establishment', 'refund'],
};

/** The refund period (art. 16): within one calendar year. */
export type RefundPeriod = { readonly from: PlainDate; readonly to: PlainDate };

/** What of a claim does not change with what happens to it. */
export type Claim = {
  readonly id: string;
  /** The applicant's VAT number in the state of establishment. */
  readonly applicant: string;
  /** Codes of parties: `NL`, `BE`. */
  readonly establishment: string;
  readonly refundState: string;
  readonly period: RefundPeriod;
  readonly currency: string;
};

type Happened<Act extends string, About extends object = object> = {
  readonly act: Act;
  readonly role: Role;
  /** Who did it, by a name that his state gave: no name of a person. */
  readonly actor: string;
  /** The day on which it happened, not that on which it was taken down. */
  readonly on: PlainDate;
} & About;

/** What happened to a claim, and what each was about. */
export type ClaimEvent =
  | Happened<'lodge', { readonly cents: Cents }>
  | Happened<'forward'>
  | Happened<'refuse_forwarding', { readonly reason: string }>
  | Happened<'receive'>
  /** `reachedOn`: when it reached who has to answer, from which his month runs (art. 20(2)); null: on the day itself. */
  | Happened<'ask', { readonly subject: string; readonly reachedOn: PlainDate | null }>
  | Happened<'answer', { readonly subject: string }>
  /** The refund is what was approved less the corrections, of which the least is nothing. */
  | Happened<'approve', { readonly approved: Cents; readonly corrections: Cents }>
  | Happened<'refuse', { readonly reason: string }>
  | Happened<'consent', Pick<Consent, 'signedBy' | 'signedOn' | 'debts'> & { readonly consent: string }>
  | Happened<'withdraw_consent', { readonly consent: string }>
  | Happened<'propose_offset', { readonly offset: string; readonly road: RoadKind }>
  /** Of a proposal that was not carried out: it takes nothing any longer. */
  | Happened<'withdraw_offset', { readonly offset: string }>
  /** `cents`: what it took of what waited, for debts that are owed and for those in dispute. */
  | Happened<'execute_offset', { readonly offset: string; readonly road: RoadKind; readonly cents: Cents }>
  | Happened<'notify', { readonly offset: string }>
  /** Kept for a disputed debt, and given to it now that the dispute is over: nothing that waited. */
  | Happened<'collect', { readonly debt: string; readonly cents: Cents }>
  /** Back to what waits: the assessment fell, in whole or in part. */
  | Happened<'reverse', { readonly debt: string; readonly cents: Cents }>
  /** Of what waits, no longer granted. */
  | Happened<'correct', { readonly reason: string; readonly cents: Cents }>
  | Happened<'pay', { readonly cents: Cents }>
  /** Named after the decision, or the offset, of whose notice it is (null: of the decision): what was decided stays as it was. */
  | Happened<'add_remedy', { readonly offset: string | null }>;

/** The three legal roads on which a debt elsewhere can be met out of a refund (facts 2.4). */
export const roadKinds = ['consent_transfer', 'recovery_request', 'set_off'] as const;
export type RoadKind = (typeof roadKinds)[number];

/** The applicant's word that his refund may go to what he owes in his own state. */
export type Consent = {
  readonly id: string;
  readonly claim: string;
  /** VAT number of who signed. */
  readonly signedBy: string;
  readonly signedOn: PlainDate;
  /** The first day on which it holds no longer. */
  readonly withdrawnOn: PlainDate | null;
  /** Ids of debts; null: all that had been assessed when it was signed. */
  readonly debts: readonly string[] | null;
};

/** A request for recovery (Dir. 2010/24) by the state that is owed. */
export type RecoveryRequest = {
  readonly reference: string;
  readonly requestedOn: PlainDate;
  /** Reference of the uniform instrument that permits enforcement; null: none came with it. */
  readonly instrument: string | null;
  readonly debts: readonly string[];
};

export type Road =
  | { readonly kind: 'consent_transfer'; readonly consent: Consent | null }
  | { readonly kind: 'recovery_request'; readonly request: RecoveryRequest }
  /** Of a claim under such a request; `provision`: what in the refund state's law lets it set off. */
  | { readonly kind: 'set_off'; readonly request: RecoveryRequest; readonly provision: string };

/** What the applicant owes a state, as that state says it. */
export type Debt = {
  readonly id: string;
  readonly debtor: string;
  readonly creditor: string;
  readonly tax: 'vat' | 'other';
  readonly currency: string;
  /** All that is owed, before anything out of this claim. */
  readonly cents: Cents;
  /** By the law of who is owed: the lower first; null: an ordinary debt, after all that have one. */
  readonly rank: number | null;
  readonly assessedOn: PlainDate;
  /** The first day on which it can be asked for. */
  readonly dueOn: PlainDate;
  /** The first day on which it can be enforced; null: it cannot. */
  readonly enforceableFrom: PlainDate | null;
  readonly disputedSince: PlainDate | null;
  /** The first day on which it is time-barred; null: its time does not run. */
  readonly barredFrom: PlainDate | null;
  /** In which insolvency stays recovery; `until`, the first day on which it does no longer, null: it goes on. */
  readonly stays: readonly { readonly from: PlainDate; readonly until: PlainDate | null }[];
};
