import { z } from 'zod';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { DateField, IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';

/**
 * Officers of one party who may consult a data set of another, listed by name (Benelux agreements on art. 15 and 16 of the police
 * treaty). Both parties can suspend at once, and each lifts only its own suspension: `resume_own` leaves that of the other.
 */
export const authorisationStates = ['listed', 'suspended', 'closed'] as const;
export type AuthorisationState = (typeof authorisationStates)[number];
export type AuthorisationAct = 'suspend' | 'resume' | 'resume_own' | 'close';
export const authorisationLifecycle: Lifecycle<AuthorisationState, AuthorisationAct> = {
  listed: { suspend: 'suspended', close: 'closed' },
  suspended: { suspend: 'suspended', resume: 'listed', resume_own: 'suspended', close: 'closed' },
  closed: {},
};

export const Authorisation = recordSchema(
  {
    id: IdField,
    /** Whose data. */
    supplier: IdField,
    /** Whose officer. */
    party: IdField,
    /** By the name or number by which the officer's own state knows him. */
    officer: z.string(),
    data_set: z.string(),
    from: DateField,
    /** Closed when not used for so long: the host's own period. */
    dormant_after_days: z.int().min(1),
    /** The instrument by which it is given. */
    basis: IdField,
  },
  {
    service: TextField,
    place: TextField,
    /** The first day on which it holds no longer. */
    until: DateField,
    trained_on: DateField,
    screened_on: DateField,
    reviews: z.array(z.looseObject({ on: DateField, note: z.string().nullish() })),
  },
);

/** Not public: they name officers. Open to both parties and to whoever supervises one of them (`../readers.ts`). */
export const authorisations = defineKind({
  name: 'authorisations',
  schema: Authorisation,
  label: {
    nl: { one: 'Machtiging op naam', many: 'Machtigingen op naam' },
    fr: { one: 'Autorisation nominative', many: 'Autorisations nominatives' },
    de: { one: 'Namentliche Berechtigung', many: 'Namentliche Berechtigungen' },
    en: { one: 'Named authorisation', many: 'Named authorisations' },
  },
  visibility: 'participants',
  titleFrom: ['officer'],
  yearFrom: ['from'],
  partyFrom: ['supplier', 'party'],
  href: (id) => `/practice/exchange/authorisations/${id}`,
});

export type ImproperUseState = 'recorded' | 'concluded';
export const improperUseLifecycle: Lifecycle<ImproperUseState, 'conclude'> = {
  recorded: { conclude: 'concluded' },
  concluded: {},
};

/** What was found of an improper consultation, and what was done about it; the agreements ask for a register of them. */
export const ImproperUse = recordSchema(
  {
    id: IdField,
    authorisation: IdField,
    supplier: IdField,
    party: IdField,
    found: z.string(),
    found_on: DateField,
    /** The party that found it. */
    recorded_by: IdField,
  },
  { done: TextField },
);

export const improperUses = defineKind({
  name: 'improper_uses',
  schema: ImproperUse,
  label: {
    nl: { one: 'Onrechtmatig gebruik', many: 'Onrechtmatig gebruik' },
    fr: { one: 'Usage abusif', many: 'Usages abusifs' },
    de: { one: 'Unzulässige Nutzung', many: 'Unzulässige Nutzungen' },
    en: { one: 'Improper use', many: 'Improper uses' },
  },
  visibility: 'participants',
  titleFrom: ['found'],
  yearFrom: ['found_on'],
  partyFrom: ['supplier', 'party'],
  href: (id) => `/practice/exchange/improper-uses/${id}`,
});

export const authorisationKinds = [authorisations, improperUses];
