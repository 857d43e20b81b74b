import { z } from 'zod';
import type { DeadlineRule } from '#kernel/deadlines.ts';
import { supplyKinds } from '../model.ts';
import type { VatNumber } from '../vat-number.ts';

/** What states ask each other's gateways for, as a provision of an instrument names it. */
export const bridgeOperations = {
  /** A gateway has the token key of an epoch handed over. */
  key: 'vat.token_key',
  /** Statements of the state's own suppliers, with tokens instead of numbers. */
  statements: 'vat.statements',
  /** Whether, and how much at the most, goods can have gone between two traders within the state. */
  bridges: 'vat.bridges',
  /** Whose tokens they are. */
  reveal: 'vat.reveal',
} as const;

/** An exchange epoch: its tokens say nothing of those of another. */
const Epoch = z.int().min(1).max(1_000_000);
export const TokenText = z
  .string()
  .regex(/^[A-Z]{2}\.[A-Za-z0-9_-]{22}$/)
  .brand<'Token'>();
/** Stands for a trader in one epoch of one instrument: the prefix of his number, and what only a key makes of the rest. */
export type Token = z.infer<typeof TokenText>;
const Month = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/);
const Period = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2]|Q[1-4])$/);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Cents = z.int();
const X25519Key = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** Tells whether two gateways have the same key, and nothing of it. */
const KeyId = z.string().regex(/^[A-Za-z0-9_-]{11}$/);

/** Pairs of one question at the most, and tokens of one request to reveal. */
export const pairsAtMost = 1_000;
export const revealedAtMost = 20;

export const KeyQuery = z.strictObject({ epoch: Epoch, key: X25519Key });
export const KeyAnswer = z.strictObject({
  epoch: Epoch,
  from: Day,
  until: Day,
  key: X25519Key,
  sealed: z.string().regex(/^[A-Za-z0-9_-]{1,200}$/),
});

export const StatementsQuery = z.strictObject({
  epoch: Epoch,
  from: Month,
  until: Month,
  /** Rows that were told before: pages of an answer come one after the other. */
  after: z.int().min(0).default(0),
});
export const StatementRow = z.strictObject({
  supplier: TokenText,
  acquirer: TokenText,
  kind: z.enum(supplyKinds),
  period: Period,
  cents: Cents,
  /** Whether the amount is as it was declared: so it is in an open case alone. */
  exact: z.boolean(),
});
export type StatementRow = z.infer<typeof StatementRow>;
export const StatementsAnswer = z.strictObject({
  key: KeyId,
  rows: z.array(StatementRow),
  /** Some stand in cells of too few traders. How many is not told. */
  withheld: z.boolean(),
  next: z.int().nullable(),
});

/**
 * Nobody chooses days, depth or whom to leave out: of two answers that differ by one trader the difference would tell of him. What can be
 * asked is a pair and the month of its inflow.
 */
export const BridgePair = z.strictObject({
  acquirer: TokenText,
  supplier: TokenText,
  month: Month,
  /** How suspicious who asks finds it, 0 to 1; he answers for it, and the log keeps it. */
  score: z.number().min(0).max(1).optional(),
});
export type BridgePair = z.infer<typeof BridgePair>;
export const BridgesQuery = z.strictObject({
  epoch: Epoch,
  pairs: z.array(BridgePair).min(1).max(pairsAtMost),
});
export const ToldBridge = z.strictObject({
  hops: z.int().min(1).max(4),
  arrives: Month,
  leaves: Month,
  /** Rounded up: a ceiling it stays. */
  ceiling: Cents,
  /** The last day on which it may be used. */
  until: Day,
});
export type ToldBridge = z.infer<typeof ToldBridge>;
export const BridgesAnswer = z.strictObject({
  key: KeyId,
  /** Of each pair in its place. Null: there is none, or it may not be told; which of them is not told. */
  bridges: z.array(ToldBridge.nullable()),
});

export const RevealQuery = z.strictObject({
  epoch: Epoch,
  tokens: z.array(TokenText).min(1).max(revealedAtMost),
});
export const RevealAnswer = z.strictObject({
  /** Null: no trader of this state, or none that the case is about. */
  traders: z.array(z.strictObject({ token: TokenText, number: z.string().nullable() })),
});

/** Why a gateway does not answer a question as a whole. */
export const refusals = ['query_invalid', 'token_key_unknown', 'no_basis', 'purpose_missing'] as const;
export type Refusal = (typeof refusals)[number];
export const Refused = z.strictObject({ refused: z.enum(refusals) });
export type Refused = z.infer<typeof Refused>;
export const refuse = (refused: Refusal): Refused => ({ refused });

/** By what a bridge is told: a case that is open at the state which is asked, or a score above its threshold. */
export const bases = ['case', 'score'] as const;
export type Basis = (typeof bases)[number];

/** What a state sets for its own answers. */
export const Terms = z.strictObject({
  /** Sales of a way at the most. */
  depth: z.int().min(1).max(4),
  /** Months from that of the inflow on in which ways are looked for. */
  months: z.int().min(1).max(12),
  threshold: z.number().min(0).max(1),
  /** Days for which a bridge may be used. */
  days: z.int().min(1).max(366),
  /** Traders on the ways of a bridge at the least; outside of a case also those for whom a statement or a token may stand. */
  leastTraders: z.strictObject({ case: z.int().min(2).max(1_000), score: z.int().min(2).max(1_000) }),
  /** Digits that are told of an amount. */
  digits: z.strictObject({ case: z.int().min(1).max(6), score: z.int().min(1).max(6) }),
});
export type Terms = z.infer<typeof Terms>;

/**
 * Ours, for exercises: no law that we know sets them. In a case its two ends are what it is about, and nobody between them is told of but
 * by how many sales there are; so the floor there is those two. Outside of one it is five.
 */
export const exerciseTerms: Terms = {
  depth: 4,
  months: 3,
  threshold: 0.8,
  days: 30,
  leastTraders: { case: 2, score: 5 },
  digits: { case: 3, score: 2 },
};

/**
 * By when a state that was told of a case says what came of it. Ours, for exercises, as the terms above: Regulation 904/2010 knows a duty
 * of feedback (chapter X), and no term of it was found. Counted on the calendar of the state that owes it.
 */
export const feedbackTerm: {
  readonly value: DeadlineRule;
  readonly source: string | null;
  readonly verified: boolean;
} = {
  value: { amount: 30, unit: 'days', direction: 'after', runsOn: true },
  source: null,
  verified: false,
};

/** A line of a recapitulative statement, after corrections. */
export type Supply = {
  readonly supplier: VatNumber;
  readonly acquirer: VatNumber;
  readonly kind: (typeof supplyKinds)[number];
  readonly period: string;
  readonly cents: number;
};

/** A case that a state has opened, or joined: whom it is about, and on which days it is open. */
export type OpenCase = {
  readonly reference: string;
  readonly traders: readonly VatNumber[];
  readonly opened: string;
  /** The first day on which it is open no longer; null: none is set. */
  readonly until: string | null;
};
