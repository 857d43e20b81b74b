import { z } from 'zod';
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

export const Implementation = z.looseObject({
  in_law: z.enum(lawStatuses),
  in_practice: z.enum(practiceStatuses),
  as_of: DateField.nullish(),
  detail: z.string().nullish(),
  reason: z.string().nullish(),
});
export type Implementation = z.infer<typeof Implementation>;

export const Obligation = z.looseObject({
  who: z.string().nullish(),
  watcher: z.string().nullish(),
  what: z.string(),
  deadline: DateField.nullish(),
});

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
    obligations: z.array(Obligation),
    implementation: z.record(z.string(), Implementation),
    yearly_reminder_to: z.array(IdField),
    reasons: TextList,
    implements: IdField,
    amends: IdField,
    renews: IdField,
    repeals: IdField,
    to_become_part_of: IdField,
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

export const lawKinds = [instruments];
