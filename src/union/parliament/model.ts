import { z } from 'zod';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { DateField, IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';

export const itemKinds = ['recommendation', 'written_question'] as const;

/**
 * From tabling to the answer and what parliament makes of it; answers are put back on the agendas of its committees (§6.2.3).
 * Whether an answer is late is reckoned from its dates and stands in no state.
 */
export const itemStates = [
  'tabled',
  'assigned',
  'partly_answered',
  'answered',
  'retabled',
  'closed',
  'withdrawn',
] as const;
export type ItemState = (typeof itemStates)[number];
export type ItemAct = 'assign' | 'answer_partly' | 'answer' | 'retable' | 'close' | 'withdraw';
export const itemLifecycle: Lifecycle<ItemState, ItemAct> = {
  tabled: { assign: 'assigned', withdraw: 'withdrawn' },
  assigned: {
    assign: 'assigned',
    answer_partly: 'partly_answered',
    answer: 'answered',
    withdraw: 'withdrawn',
  },
  partly_answered: {
    assign: 'partly_answered',
    answer_partly: 'partly_answered',
    answer: 'answered',
    withdraw: 'withdrawn',
  },
  answered: { retable: 'retabled', close: 'closed' },
  retabled: { answer_partly: 'partly_answered', answer: 'answered', close: 'closed' },
  closed: {},
  withdrawn: {},
};

/** `partial`: one government for itself. `joint`: all that were asked, each of which signed it off. */
export const answerForms = ['partial', 'joint'] as const;
export type AnswerForm = (typeof answerForms)[number];

export const Answer = z.looseObject({
  addressee: IdField,
  date: DateField,
  document: z.string().nullish(),
  text: z.string().nullish(),
  form: z.enum(answerForms).nullish(),
  /** Which time around: one more after each time that it was tabled again. */
  round: z.int().positive().nullish(),
});

/** Where the answer of an addressee is prepared. */
const Assignment = z.looseObject({
  addressee: IdField,
  group: IdField.nullish(),
  office: z.string().nullish(),
  date: DateField,
});

export const ParliamentItem = recordSchema(
  { id: IdField },
  {
    kind: TextField,
    year: z.int(),
    tabled: DateField,
    subject: TextField,
    status: TextField,
    case: IdField,
    /** What it asks about: items of yearly plans, and acts. */
    plan_items: z.array(IdField),
    instruments: z.array(IdField),
    addressee: IdField,
    addressees: z.array(IdField),
    answers: z.array(Answer),
    text: TextField,
    number: TextField,
    assignments: z.array(Assignment),
    round: z.int().positive(),
    /** Each time that it was tabled again. */
    retabled: z.array(DateField),
    closed: DateField,
    withdrawn: DateField,
  },
);

const SignOff = z.strictObject({ party: IdField, date: DateField });

/** The text on which the governments of an answer work together, until each of them has signed it off and it is given. */
/**
 * A joint answer on its way: written anew it has no signature, and once the last of the governments that were asked has signed it
 * off it can be given (§6.2.3). In which of these it is, its own record says.
 */
export type DraftState = 'drafted' | 'signed_off' | 'given';
export type DraftAct = 'revise' | 'sign_off' | 'sign_off_last' | 'give';
export const draftLifecycle: Lifecycle<DraftState, DraftAct> = {
  drafted: { revise: 'drafted', sign_off: 'drafted', sign_off_last: 'signed_off' },
  signed_off: { revise: 'drafted', give: 'given' },
  given: {},
};

export const AnswerDraft = recordSchema(
  { id: IdField, item: IdField, round: z.int().positive() },
  {
    text: TextField,
    drafted_by: IdField,
    drafted: DateField,
    sign_offs: z.array(SignOff),
    given: DateField,
  },
);

export const presences = ['yes', 'no', 'unknown'] as const;
export type Presence = (typeof presences)[number];

/** Whether a minister of a state was at a plenary (§6.2); nothing recorded is not the same as absent. */
export const PlenaryAttendance = recordSchema(
  { id: IdField, party: IdField, plenary: DateField, present: z.enum(presences) },
  {},
);

/** The part of the parliament's cycle that clocks are reckoned by. */
export const ParliamentCycle = z.looseObject({
  answer_target_months: z.int().positive().nullish(),
  presidency_years: z.int().positive().nullish(),
});

export const parliamentItems = defineKind({
  name: 'parliament_items',
  schema: ParliamentItem,
  label: {
    nl: { one: 'Vraag of aanbeveling van het parlement', many: 'Vragen en aanbevelingen van het parlement' },
    fr: { one: 'Question ou recommandation du parlement', many: 'Questions et recommandations du parlement' },
    de: { one: 'Frage oder Empfehlung des Parlaments', many: 'Fragen und Empfehlungen des Parlaments' },
    en: {
      one: 'Question or recommendation of parliament',
      many: 'Questions and recommendations of parliament',
    },
  },
  titleFrom: ['subject'],
  yearFrom: ['tabled', 'year'],
  partyFrom: [],
  href: (id) => `/parliament/${id}`,
});

/** Drafts are the governments' own until they are answers. */
export const answerDrafts = defineKind({
  name: 'answer_drafts',
  schema: AnswerDraft,
  visibility: 'participants',
  label: {
    nl: { one: 'Ontwerpantwoord', many: 'Ontwerpantwoorden' },
    fr: { one: 'Projet de réponse', many: 'Projets de réponse' },
    de: { one: 'Antwortentwurf', many: 'Antwortentwürfe' },
    en: { one: 'Draft answer', many: 'Draft answers' },
  },
  titleFrom: ['item'],
  calledAfter: { key: 'item', kind: parliamentItems.name },
  yearFrom: ['drafted'],
  partyFrom: ['drafted_by'],
  href: (id) => parliamentItems.href(id.replace(/-answer-\d+$/, '')),
});

/** One draft each time around. */
export const draftIdOf = (item: string, round: number) => `${item}-answer-${round}`;

export const plenaryAttendance = defineKind({
  name: 'plenary_attendance',
  schema: PlenaryAttendance,
  label: {
    nl: { one: 'Aanwezigheid in de plenaire', many: 'Aanwezigheid in plenaires' },
    fr: { one: 'Présence en séance plénière', many: 'Présences en séances plénières' },
    de: { one: 'Anwesenheit im Plenum', many: 'Anwesenheit in Plenarsitzungen' },
    en: { one: 'Attendance at a plenary', many: 'Attendance at plenaries' },
  },
  titleFrom: ['id'],
  yearFrom: ['plenary'],
  partyFrom: ['party'],
});

export const parliamentKinds = [parliamentItems, answerDrafts, plenaryAttendance];
