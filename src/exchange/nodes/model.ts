import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { PartialDate, PlainDate } from '#kernel/dates.ts';
import { parsePartialDate, parsePlainDate } from '#kernel/dates.ts';
import { IdField } from '#platform/records/fields.ts';
import { consentPurposes } from '../model.ts';
import { defineStatement } from './statement.ts';

/** Name of a node: that of its party where it has one. It stands in the first line of its log's checkpoints. */
export const NodeName = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);
/** An instant as ISO 8601 in UTC, to the millisecond. */
export const Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const PublicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const Fingerprint = PublicKey;
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a node does for all others: publish the register, or put its name to what their logs were. */
export const duties = ['secretariat', 'witness'] as const;
export type Duty = (typeof duties)[number];

/**
 * Where a node is reached: `https://nl.example`. Paths are put behind it as it stands, so that nothing may stand in it that takes
 * a request elsewhere or says who asks.
 */
export const NodeAddress = z
  .url({ protocol: /^https?$/ })
  .max(200)
  .regex(/^https?:\/\/[^/?#@\\\s]+(\/[^?#@\\\s]*[^?#@\\\s/])?$/);

export const Side = z.strictObject({
  node: NodeName,
  key: PublicKey,
  epoch: z.int().min(1).max(1_000_000),
  url: NodeAddress,
  parties: z.array(IdField).max(50),
  duties: z.array(z.enum(duties)).max(2),
});
export type Side = z.infer<typeof Side>;

/** Two nodes accept each other's keys. Both sign the same text. */
export const contractForm = defineStatement(
  'contract/1',
  z.strictObject({ between: z.tuple([Side, Side]), from: Instant }),
);
export type Contract = z.output<typeof contractForm.said>;

/** The key of a node's next epoch; signed with the key before, which ends with it, and with itself. */
export const keyForm = defineStatement(
  'key/1',
  z.strictObject({
    node: NodeName,
    epoch: z.int().min(2).max(1_000_000),
    key: PublicKey,
    follows: Fingerprint,
    from: Instant,
  }),
);

/** A key that signs no longer from a moment on; signed with another key of the same node. */
export const keyEndForm = defineStatement(
  'key-end/1',
  z.strictObject({ node: NodeName, fingerprint: Fingerprint, from: Instant }),
);

/** Moves the clocks of nodes that were started for an exercise. */
export const clockForm = defineStatement(
  'clock/1',
  z.strictObject({ node: NodeName, at: Instant, to: Instant }),
);

const Day = z.custom<PlainDate>((text) => typeof text === 'string' && parsePlainDate(text).ok);
const SomeDate = z.custom<PartialDate>((text) => typeof text === 'string' && parsePartialDate(text).ok);
/** As long as whoever keeps the register made it; how much an item may hold, `feed.ts` says. */
const Text = z.string();

/** That of a consent which both of its statements repeat: each is believed by itself. */
const ofConsent = { register: IdField, id: IdField, supplier: IdField, receiver: IdField, at: Instant };

/** What a supplier consents to, signed by its node for the receiver, who shows it with what he asks by it. */
export const consentForm = defineStatement(
  'consent/2',
  z.strictObject({
    ...ofConsent,
    /** By which the data were had. */
    instrument: IdField,
    /** Null: all that was had by it. */
    data_set: z.string().min(1).max(80).nullable(),
    case_reference: z.string().min(1).max(200),
    purpose: z.enum(consentPurposes),
    conditions: z.string().nullable(),
    from: SomeDate,
    /** The first day on which it holds no longer; null: none is set. */
    until: SomeDate.nullable(),
    given: SomeDate,
  }),
);
export type ConsentSaid = z.output<typeof consentForm.said>;

/** That a consent opens nothing from a day on. Why is the supplier's to know. */
export const withdrawalForm = defineStatement(
  'consent-withdrawal/1',
  z.strictObject({ ...ofConsent, on: Day }),
);
export type WithdrawalSaid = z.output<typeof withdrawalForm.said>;

/** Bytes of a note of either: as many as one request may name fit beside it. */
export const longestConsentNote = 4 * 1024;

const InstrumentHistory = z.strictObject({
  versions: z.array(
    z.strictObject({
      knownOn: Day,
      parties: z.array(Text).nullable(),
      boundBy: z.enum(['adoption', 'signature', 'ratification']).nullable(),
      basedOn: z.array(Text),
      implements: z.strictObject({ instrument: Text, articles: z.array(Text) }).nullable(),
    }),
  ),
  steps: z.array(
    z.strictObject({
      axis: Text,
      to: Text,
      effectiveOn: SomeDate,
      observed: z.boolean(),
      knownOn: Day,
      withdrawnOn: Day.nullable(),
    }),
  ),
});
const ProvisionVersion = z.strictObject({
  knownOn: Day,
  instrument: Text,
  article: Text.nullable(),
  operation: Text,
  edition: z.int().nullable(),
  conditions: z.record(z.string(), z.unknown()).nullable(),
  from: SomeDate.nullable(),
  until: SomeDate.nullable(),
});

/** What changed in the law of a register since the item before; null: it is not in it any more. */
export const feedItemForm = defineStatement(
  'feed-item/1',
  z.strictObject({
    register: IdField,
    sequence: z.int().min(1),
    /** SHA-256 of the text of the item before; null: it is the first. */
    previous: Hash.nullable(),
    at: Instant,
    instruments: z.record(z.string(), InstrumentHistory.nullable()),
    provisions: z.record(z.string(), z.array(ProvisionVersion).nullable()),
  }),
);
export type FeedItem = z.output<typeof feedItemForm.said>;

/** How far the feed goes at a moment: what a node needs to know that it missed nothing. */
export const feedHeadForm = defineStatement(
  'feed-head/1',
  z.strictObject({ register: IdField, sequence: z.int().min(0), item: Hash.nullable(), at: Instant }),
);
export type FeedHead = z.output<typeof feedHeadForm.said>;

export function instantOf(epochMilliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMilliseconds)).toString({
    fractionalSecondDigits: 3,
  });
}

/** The name of a node's log, which stands in its checkpoints. */
export const originOf = (node: string): string => `tripoint/${node}`;
