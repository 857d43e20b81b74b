import { z } from 'zod';
import { isStorable } from '#platform/database/storable.ts';
import { IdField } from '#platform/records/fields.ts';

/** Words of the register's own, as `investigate` or `plates`: short, and the same on every node. */
const Word = z.string().min(1).max(80).refine(isStorable);
const Words = z.array(Word).min(1).max(100);
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What a consent of the supplier may be for (police treaty 2018, art. 9 to 11). */
export const consentPurposes = ['onward_transfer', 'other_purpose', 'evidence', 'disclosure'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Whose questions a quota counts. */
export const quotaHolders = ['officer', 'case', 'service'] as const;
export type QuotaHolder = (typeof quotaHolders)[number];

/** An implementing agreement between the two must be in force; `article` is the one that says so, as `14(5)`. No other way stands for it. */
const AgreementCondition = z.strictObject({ type: z.literal('agreement'), article: Word });

const SimpleCondition = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('purpose'), among: Words }),
  z.strictObject({
    type: z.literal('data_set'),
    among: Words.nullable().describe('Null: those that the agreement names in a provision of its own.'),
  }),
  z.strictObject({ type: z.literal('service'), among: Words }),
  z.strictObject({ type: z.literal('function'), among: Words }),
  z.strictObject({ type: z.literal('offence'), among: Words }),
  z.strictObject({ type: z.literal('case_reference') }),
  /** What only the asker can know, so that he says it and answers for it: the log keeps that he did. */
  z.strictObject({ type: z.literal('stated'), what: Word }),
  /** The officer is listed by name for the data set; where it says so, somebody looked at the listing in the last months. */
  z.strictObject({
    type: z.literal('authorisation'),
    reviewed_within_months: z.int().min(1).max(120).optional(),
  }),
  z.strictObject({ type: z.literal('training') }),
  z.strictObject({ type: z.literal('screening') }),
  z.strictObject({
    type: z.literal('place'),
    among: Words.nullable().describe(
      'Null: a place that the agreement names, in an annex that the register does not have.',
    ),
  }),
  /** By the clock of the union's time zone; from 22:00 until 06:00 is the night. */
  z.strictObject({ type: z.literal('hours'), from: ClockTime, until: ClockTime }),
  z.strictObject({
    type: z.literal('quota'),
    per: z.enum(quotaHolders),
    days: z.int().min(1).max(366),
    at_most: z.int().min(1),
  }),
  z.strictObject({ type: z.literal('consent'), to: z.enum(consentPurposes) }),
]);

/** What a request must meet before it is answered. */
export const Condition = z.discriminatedUnion('type', [
  AgreementCondition,
  SimpleCondition,
  z.strictObject({ type: z.literal('any_of'), of: z.array(SimpleCondition).min(2).max(20) }),
]);
export type Condition = z.infer<typeof Condition>;
export type ConditionType = Condition['type'];

/** The edition of conditions that this node reads. Of another it understands nothing, so nothing is open. */
export const conditionsEdition = 1;

/** The conditions of a provision, which the register keeps unread (`src/union/law/model.ts`). */
export const Conditions = z.strictObject({
  /** Every one of them must be met. */
  all: z.array(Condition).max(50),
  /** It binds whoever acts by other articles and is no question that one party puts to another, as the limits of powers (art. 35). */
  rule: z.literal(true).optional(),
  /** The source's words, for people. */
  prose: z.array(z.string()).default([]),
  duties: z.array(z.string()).default([]),
  timers: z.array(z.strictObject({ what: Word, hours: z.number().positive() })).default([]),
  retention_days: z.int().min(1).optional(),
  /** Every answer, whatever it says, has this many bytes and leaves at the end of such a slot of time after the question came. */
  answer: z
    .strictObject({ bytes: z.int().min(1024).max(65_536), slot_ms: z.int().min(1).max(10_000) })
    .optional(),
});
export type AnswerShape = NonNullable<Conditions['answer']>;
export type Conditions = z.infer<typeof Conditions>;

const Id = z.string().min(1).max(200).refine(isStorable);

/** One question of one party to another. Absent is not stated: a condition on it is then not met. */
export const AccessRequest = z.strictObject({
  id: Id,
  from: z.strictObject({
    party: IdField,
    service: Word.optional(),
    function: Word.optional(),
    /** Known to the asker's own state by this name and to nobody else by another. */
    officer: Id.optional(),
  }),
  to: IdField,
  instrument: IdField,
  /** Absent: whichever article of the instrument opens the operation. */
  article: Word.optional(),
  operation: Word,
  purpose: Word.optional(),
  data_set: Word.optional(),
  offence: Word.optional(),
  case: Id.optional(),
  place: Word.optional(),
  stated: z.array(Word).max(50).default([]),
  /** What the answer is wanted for beyond reading it; each needs its consent. */
  consents: z.array(Id).max(20).default([]),
});
export type AccessRequest = z.infer<typeof AccessRequest>;
