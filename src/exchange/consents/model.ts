import { z } from 'zod';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { DateField, IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';
import { consentPurposes } from '../model.ts';

export type ConsentState = 'given' | 'withdrawn';
/** A withdrawal counts from then on: what was done before it was done with consent. */
export const consentLifecycle: Lifecycle<ConsentState, 'withdraw'> = {
  given: { withdraw: 'withdrawn' },
  withdrawn: {},
};

/** What a supplier agrees to beforehand in writing (police treaty 2018, art. 9 to 11), for one case of one receiver and what it had by one instrument. */
export const Consent = recordSchema(
  {
    id: IdField,
    supplier: IdField,
    receiver: IdField,
    /** By which the data were had: what was had by another is not covered. */
    instrument: IdField,
    /** By the reference under which the request was made. */
    case_reference: z.string(),
    purpose: z.enum(consentPurposes),
    from: DateField,
  },
  {
    /** In the word that requests use; absent: all that was had by the instrument. */
    data_set: TextField,
    conditions: TextField,
    /** The first day on which it holds no longer. */
    until: DateField,
  },
);

/** Not public: a case can be that of a person. */
export const consents = defineKind({
  name: 'consents',
  schema: Consent,
  label: {
    nl: { one: 'Toestemming', many: 'Toestemmingen' },
    fr: { one: 'Consentement', many: 'Consentements' },
    de: { one: 'Zustimmung', many: 'Zustimmungen' },
    en: { one: 'Consent', many: 'Consents' },
  },
  visibility: 'participants',
  titleFrom: ['case_reference'],
  yearFrom: ['from'],
  partyFrom: ['supplier', 'receiver'],
  href: (id) => `/practice/exchange/consents/${id}`,
});

export const consentKinds = [consents];
