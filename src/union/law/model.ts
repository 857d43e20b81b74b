import { z } from 'zod';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import {
  DateField,
  FreeField,
  IdField,
  recordSchema,
  TextField,
  TextList,
} from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';

/** First axis: what a state's law says. `declined` is a state's choice on record, not a failure to answer. */
export const lawStatuses = [
  'implemented',
  'partial',
  'not_implemented',
  'declined',
  'unknown',
  'not_applicable',
] as const;
export type LawStatus = (typeof lawStatuses)[number];

/** Second axis: whether it is applied. Notified is not applied. */
export const practiceStatuses = [
  'applied',
  'partly_applied',
  'not_applied',
  'unknown',
  'not_applicable',
] as const;
export type PracticeStatus = (typeof practiceStatuses)[number];

/** The life of an instrument (facts of the field, section 4); what has ended stays so, and another may take its place. */
export const instrumentStates = [
  'draft',
  'adopted',
  'in_force',
  'expired',
  'repealed',
  'superseded',
] as const;
export type InstrumentState = (typeof instrumentStates)[number];
export const instrumentActs = ['adopt', 'enter_into_force', 'end', 'repeal', 'supersede'] as const;
export type InstrumentAct = (typeof instrumentActs)[number];
export const instrumentLifecycle: Lifecycle<InstrumentState, InstrumentAct> = {
  draft: { adopt: 'adopted' },
  adopted: { enter_into_force: 'in_force', repeal: 'repealed', supersede: 'superseded' },
  in_force: { end: 'expired', repeal: 'repealed', supersede: 'superseded' },
  expired: {},
  repealed: {},
  superseded: {},
};
/** States after which it binds nobody. */
export const endedStates = ['expired', 'repealed', 'superseded'] as const;

/** Axis `consent/NL`: what a party did to be bound. A party may ratify what it has not signed (accession). */
export const consentStates = ['none', 'signed', 'ratified'] as const;
export type ConsentState = (typeof consentStates)[number];
export type ConsentAct = 'sign' | 'ratify';
export const consentLifecycle: Lifecycle<ConsentState, ConsentAct> = {
  none: { sign: 'signed', ratify: 'ratified' },
  signed: { ratify: 'ratified' },
  ratified: {},
};

/** What makes it bind a party: that the body adopted it, or that the party itself signed or ratified it. */
export const bindingWays = ['adoption', 'signature', 'ratification'] as const;
export type BindingWay = (typeof bindingWays)[number];

/**
 * Axis `check/NL`: what a state says of itself is asserted until another has looked at it. Notified is not conform (the model of
 * the EU Single Market Scoreboard).
 */
export const checkStates = ['none', 'asserted', 'confirmed', 'contradicted'] as const;
export type CheckState = (typeof checkStates)[number];
export type CheckAct = 'assert' | 'confirm' | 'contradict';
export const checkLifecycle: Lifecycle<CheckState, CheckAct> = {
  none: { assert: 'asserted' },
  asserted: { assert: 'asserted', confirm: 'confirmed', contradict: 'contradicted' },
  confirmed: { assert: 'asserted', contradict: 'contradicted' },
  contradicted: { assert: 'asserted', confirm: 'confirmed' },
};

/** Kinds that people draft here; a source may name others. */
export const draftedKinds = [
  'treaty',
  'protocol',
  'agreement',
  'executive_agreement',
  'decision',
  'recommendation',
  'directive',
  'declaration',
  'mou',
  'implementation_plan',
] as const;

export const Implementation = z.looseObject({
  in_law: z.enum(lawStatuses),
  in_practice: z.enum(practiceStatuses),
  as_of: DateField.nullish(),
  detail: z.string().nullish(),
  reason: z.string().nullish(),
  /** Of detail and reason, ISO 639-1; absent: English. */
  language: z.string().nullish(),
});
export type Implementation = z.infer<typeof Implementation>;

export const Obligation = z.looseObject({
  who: z.string().nullish(),
  watcher: z.string().nullish(),
  what: z.string(),
  deadline: DateField.nullish(),
  /** Number of the article that says so. */
  article: z.string().nullish(),
  /** Of `what`, ISO 639-1; absent: English. */
  language: z.string().nullish(),
  /** When whom it obliges did it, and what shows that. */
  done: DateField.nullish(),
  evidence: z.string().nullish(),
});
export type Obligation = z.infer<typeof Obligation>;

export const Instrument = recordSchema(
  { id: IdField },
  {
    kind: TextField,
    number: TextField,
    title: TextField,
    case: IdField,
    status: TextField,
    issuer: TextField,
    party: IdField,
    parties: z.array(IdField),
    parties_count: z.int(),
    signatories: FreeField,
    working_group: IdField,
    binding: z.boolean(),
    adopted: DateField,
    decided: DateField,
    signed: DateField,
    in_force: DateField,
    in_force_until: DateField,
    applied_since: DateField,
    operationalised: DateField,
    evaluated: DateField,
    pilot_launched: DateField,
    first_notes_issued: DateField,
    political_agreement: DateField,
    obligation_from: DateField,
    approved_by_parliaments: DateField,
    negotiation: z.union([
      TextField,
      z.looseObject({ start: DateField.nullish(), end: DateField.nullish() }),
    ]),
    date_note: TextField,
    validity: TextField,
    term_years: z.number(),
    effect: TextField,
    requires: TextField,
    content: TextList,
    objectives: TextList,
    objectives_count: z.int(),
    priorities: TextList,
    key_articles: z.record(z.string(), z.string()),
    /** By article, ISO 639-1, where its text is not English. */
    article_languages: z.record(z.string(), z.string()),
    obligations: z.array(Obligation),
    implementation: z.record(z.string(), Implementation),
    yearly_reminder_to: z.array(IdField),
    reasons: TextList,
    implements: IdField,
    /** Articles of that instrument which give nothing to who did not agree to this one. */
    implements_articles: z.array(TextField),
    amends: IdField,
    renews: IdField,
    repeals: IdField,
    to_become_part_of: IdField,
    bound_by: z.enum(bindingWays),
    /** It is in force only while these are. */
    based_on: z.array(IdField),
    superseded_by: IdField,
    /** Months after a party's notice that it leaves, from which on it is bound no longer. */
    notice_months: z.int().min(0).max(120),
    /** Notices that parties gave. */
    denunciations: z.array(z.looseObject({ party: IdField, notice: DateField })),
    /** By when the states must have carried it out. */
    implement_by: DateField,
    end_reason: TextField,
  },
);

/** Which kinds of instrument count for the deficit, and what is left out, in the source's words. */
export const ImplementationNote = z.looseObject({
  in_law: z.array(z.string()).nullish(),
  in_practice: z.array(z.string()).nullish(),
  deficit_counts_kinds: z.array(z.string()).nullish(),
  deficit_excludes: z.string().nullish(),
});

export const instruments = defineKind({
  name: 'instruments',
  schema: Instrument,
  label: {
    nl: { one: 'Rechtsinstrument', many: 'Rechtsinstrumenten' },
    fr: { one: 'Instrument juridique', many: 'Instruments juridiques' },
    de: { one: 'Rechtsinstrument', many: 'Rechtsinstrumente' },
    en: { one: 'Legal instrument', many: 'Legal instruments' },
  },
  titleFrom: ['title', 'number'],
  yearFrom: ['adopted', 'decided', 'in_force'],
  partyFrom: ['party', 'parties', 'implementation'],
  href: (id) => `/law/${id}`,
});

/**
 * What an article lets somebody do. Its conditions are JSON of an edition, which this module keeps and does not read: whoever
 * exchanges data types and weighs them.
 */
export const Provision = recordSchema(
  { id: IdField, instrument: IdField, operation: z.string() },
  {
    article: TextField,
    conditions: z.record(z.string(), z.unknown()),
    conditions_edition: z.int().min(1),
    from: DateField,
    until: DateField,
  },
);

export const provisions = defineKind({
  name: 'provisions',
  schema: Provision,
  label: {
    nl: { one: 'Bepaling', many: 'Bepalingen' },
    fr: { one: 'Disposition', many: 'Dispositions' },
    de: { one: 'Bestimmung', many: 'Bestimmungen' },
    en: { one: 'Provision', many: 'Provisions' },
  },
  titleFrom: ['operation'],
  yearFrom: ['from'],
});

export const lawKinds = [instruments, provisions];
