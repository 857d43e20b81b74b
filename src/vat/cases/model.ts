import { z } from 'zod';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { DateField, IdField, recordSchema, TextField, TextList } from '#platform/records/fields.ts';
import { defineKind, type RecordBody } from '#platform/records/kind.ts';
import { coordinatorPermission, delegatePermission } from '../fields/model.ts';
import { tradeKinds } from '../model.ts';
import { readVatNumber } from '../vat-number.ts';

/**
 * Cases of a state: whom it looks into, what it keeps with that, what it asked others, and what came of it. Only people act. A score
 * opens no case, a case closes by a decision that somebody gives a reason for, and none of it touches anybody's registration.
 */

export const readCases = delegatePermission(
  'vat_cases.read',
  'read the cases of a party, and what is owed on them',
);
export const readRows = delegatePermission(
  'vat_case_rows.read',
  'read which rows are kept with the cases of a party',
);
export const readRequests = delegatePermission(
  'vat_case_requests.read',
  'read what was asked of other states in the cases of a party, and what they said',
);
export const readFeedback = delegatePermission(
  'vat_feedback.read',
  'read what a party owes on the cases of others, and what others owe on its own',
);
export const keepCases = delegatePermission(
  'vat_cases.keep',
  'open and close the cases of a party, keep rows with them, draft and release requests, and give feedback',
);
export const readEvidence = coordinatorPermission(
  'vat_evidence.read',
  'read counts over the cases of all parties that are on this node, without any case',
);

/** As many as one case is about: more are a list, and no case. */
export const mostTraders = 50;

/** What came of a case, or of a trader of whom a state was told. */
export const outcomes = ['missing_trader', 'other_fraud', 'honest', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];
/** Those by which fraud is confirmed. */
export const isConfirmed = (outcome: unknown): boolean =>
  outcome === 'missing_trader' || outcome === 'other_fraud';

export type CaseState = 'open' | 'closed';
export const caseLifecycle: Lifecycle<CaseState, 'close' | 'reopen'> = {
  open: { close: 'closed' },
  closed: { reopen: 'open' },
};

/** The act of a step that is a note, and moves nothing. */
export const noteAct = 'note';

/** Of what is journalled on a case that which changes nothing of it: notes, and that its file was taken. */
export const noteEvent = 'vat-cases/note';
export const fileEvent = 'vat_cases.file';
export const outlived: readonly string[] = [noteEvent, fileEvent];

/** What is known of how it ended; absent is unknown, which is not nothing. */
const ending = {
  /** What was stopped, recovered or not paid out, in cents. */
  stopped: z.int().min(0),
  /** From the first transaction to the first act against it. */
  days: z.int().min(0),
};
/** What a case cost the state that kept it, work included, in cents, by the one who closed it. */
const cost = z.int().min(0);

export const VatCase = recordSchema(
  {
    id: IdField,
    party: IdField,
    /** As people say it: `BE-2026-001`. */
    reference: z.string(),
    /** VAT numbers of whom it is about, own and foreign. */
    traders: TextList,
    opened_on: DateField,
  },
  {
    /** From which it was opened: a run, its trader, and the hash of the bundle that is kept with the case. Absent: from a tip. */
    alert: z.looseObject({
      ...{ run: z.string(), trader: z.string(), bundle: z.string() },
      /** Of a made-up model or made-up declarations. */
      synthetic: z.boolean(),
    }),
    /** The strongest reason of that alert, by the name of its input, so that a list need not open bundles. */
    alert_reason: TextField,
    /** Of another state, where it was opened because that one told of its case. */
    joins: z.looseObject({ party: z.string(), reference: z.string() }),
    /** Cents: probability by the trade that it would be of, and not the VAT of that; absent: unknown. */
    at_stake: z.int().min(0),
    analyst: TextField,
    outcome: z.enum(outcomes),
    /** Of its traders those of whom fraud was confirmed. */
    confirmed: TextList,
    /** From and until when they took part, as far as it is known. */
    fraud_from: DateField,
    fraud_until: DateField,
    ...{ ...ending, cost },
  },
);

/** Keys that say how much trade is at stake: the one of today, and that of cases of before, whose words stay as they were written. */
export const atStakeKeys = ['at_stake', 'expected_loss'] as const;

/** Cents of trade that are at stake in a case; null: unknown. */
export function atStakeOf(body: RecordBody): number | null {
  const [cents] = atStakeKeys.map((key) => body[key]).filter((one) => typeof one === 'number');
  return cents ?? null;
}

/** Not public: whoever is in a case is under suspicion, and nothing more. */
export const vatCases = defineKind({
  name: 'vat_cases',
  schema: VatCase,
  label: {
    nl: { one: 'Btw-dossier', many: 'Btw-dossiers' },
    fr: { one: 'Dossier TVA', many: 'Dossiers TVA' },
    de: { one: 'Mehrwertsteuerfall', many: 'Mehrwertsteuerfälle' },
    en: { one: 'VAT case', many: 'VAT cases' },
  },
  visibility: 'participants',
  titleFrom: ['reference'],
  yearFrom: ['opened_on'],
  partyFrom: ['party'],
  href: (id) => `/practice/vat/cases/${id}`,
});

/** What belongs to a case has the case's id before its own, so that it is shown on the case's page. */
export const partId = (caseId: string, own: string): string => `${caseId}.${own}`;
const caseOfPart = (id: string) => vatCases.href(id.split('.')[0] ?? id);

export type RowState = 'kept' | 'removed';
/** A row of a file that was taken in, kept with a case. The row itself stays where the declarations are. */
export const CaseRow = recordSchema(
  {
    id: IdField,
    case: IdField,
    party: IdField,
    kind: z.enum(tradeKinds),
    /** SHA-256 of the file as it came. */
    file: z.string(),
    row: z.int().min(0),
    why: z.string(),
  },
  {
    /** The reason of the alert that it is behind. */
    reason: TextField,
  },
);

export const vatCaseRows = defineKind({
  name: 'vat_case_rows',
  schema: CaseRow,
  label: {
    nl: { one: 'Regel bij een btw-dossier', many: 'Regels bij btw-dossiers' },
    fr: { one: 'Ligne d’un dossier TVA', many: 'Lignes de dossiers TVA' },
    de: { one: 'Zeile eines Mehrwertsteuerfalls', many: 'Zeilen von Mehrwertsteuerfällen' },
    en: { one: 'Row kept with a VAT case', many: 'Rows kept with VAT cases' },
  },
  visibility: 'participants',
  titleFrom: ['why'],
  partyFrom: ['party'],
  href: caseOfPart,
});

/** What another state is asked for: whose tokens they are, whether goods can have gone on, what came of traders. */
export const askedKinds = ['reveal', 'bridges', 'feedback'] as const;
export type AskedKind = (typeof askedKinds)[number];
/** As the exchange knows who asks: by the task, as commands of analysts do. */
export const asFunction = 'analyst';
/** Tells a state of a case with traders of its own, and asks what came of them. */
export const feedbackOperation = 'vat.feedback';

export type RequestState = 'drafted' | 'released' | 'withdrawn';
export const requestLifecycle: Lifecycle<RequestState, 'release' | 'withdraw'> = {
  drafted: { release: 'released', withdraw: 'withdrawn' },
  released: {},
  withdrawn: {},
};

export const CaseRequest = recordSchema(
  {
    id: IdField,
    case: IdField,
    party: IdField,
    to: IdField,
    what: z.enum(askedKinds),
    instrument: IdField,
    purpose: z.string(),
    /** As it was written: a line for each token, pair or trader. */
    asked: z.string(),
    /** The person, by the name that this node has for him. */
    drafted_by: z.string(),
  },
  {
    article: TextField,
    /** Of tokens. */
    epoch: z.int().min(1),
    released_by: TextField,
    /** By which the exchange knows the question. */
    question: TextField,
  },
);

export const vatCaseRequests = defineKind({
  name: 'vat_case_requests',
  schema: CaseRequest,
  label: {
    nl: { one: 'Verzoek in een btw-dossier', many: 'Verzoeken in btw-dossiers' },
    fr: { one: 'Demande dans un dossier TVA', many: 'Demandes dans des dossiers TVA' },
    de: { one: 'Ersuchen in einem Mehrwertsteuerfall', many: 'Ersuchen in Mehrwertsteuerfällen' },
    en: { one: 'Request in a VAT case', many: 'Requests in VAT cases' },
  },
  visibility: 'participants',
  // By the case that it is drafted in: its own words are codes of an instrument.
  calledAfter: { key: 'case', kind: vatCases.name },
  titleFrom: ['purpose'],
  partyFrom: ['party'],
  href: caseOfPart,
});

export type FeedbackState = 'owed' | 'given';
export const feedbackLifecycle: Lifecycle<FeedbackState, 'give'> = {
  owed: { give: 'given' },
  // What was said can be said anew, when more is known: the earlier words stay on record.
  given: { give: 'given' },
};

/** Visible to both: who told of a case, and who owes what came of its traders. */
export const Feedback = recordSchema(
  {
    id: IdField,
    /** Who told of the case. */
    asker: IdField,
    /** Who owes the feedback. */
    state: IdField,
    reference: z.string(),
    traders: TextList,
    told_on: DateField,
  },
  {
    /** Absent: the state's calendar does not reach so far, or there is none. */
    due: DateField,
    outcome: z.enum(outcomes),
    /** Of the traders those of whom fraud was confirmed. */
    confirmed: TextList,
    ...ending,
  },
);

export const vatFeedback = defineKind({
  name: 'vat_feedback',
  schema: Feedback,
  label: {
    nl: { one: 'Terugmelding', many: 'Terugmeldingen' },
    fr: { one: 'Retour d’information', many: 'Retours d’information' },
    de: { one: 'Rückmeldung', many: 'Rückmeldungen' },
    en: { one: 'Feedback', many: 'Feedback' },
  },
  visibility: 'participants',
  titleFrom: ['reference'],
  yearFrom: ['told_on'],
  partyFrom: ['asker', 'state'],
  href: (id) => `/practice/vat/cases/feedback/${id}`,
});

const SoundNumber = z.string().refine((text) => {
  const read = readVatNumber(text);
  return read?.isSound === true && read.number === text;
});
export const FeedbackQuery = z.strictObject({
  reference: z.string().min(1).max(80),
  traders: z.array(SoundNumber).min(1).max(mostTraders),
});
/** What a state says of the traders of whom it was told: by when it owes it, and what it has said by now. */
export const FeedbackAnswer = z.strictObject({
  told_on: z.string(),
  /** Null: its calendar does not reach so far. */
  due: z.string().nullable(),
  feedback: z
    .strictObject({
      given_on: z.string(),
      outcome: z.enum(outcomes),
      confirmed: z.array(z.string()),
      /** Cents; null: unknown. */
      stopped: z.number().nullable(),
      days: z.number().nullable(),
    })
    .nullable(),
});
export type FeedbackAnswer = z.infer<typeof FeedbackAnswer>;

export const caseKinds = [vatCases, vatCaseRows, vatCaseRequests, vatFeedback];
export const casePermissions = [readCases, readRows, readRequests, readFeedback, keepCases, readEvidence];
