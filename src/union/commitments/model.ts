import { z } from 'zod';
import { languages } from '#kernel/languages.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { DateField, IdField, recordSchema } from '#platform/records/fields.ts';
import { defineKind, type Kind } from '#platform/records/kind.ts';

/**
 * A promise that was written down as such: in minutes, a declaration, a plan or an evaluation. It has one owner, one watcher and
 * a date (rule 4 of the house). What instruments and parliament's items oblige to is read from these (rules/commitment.ts);
 * both are `Commitment` to whoever lists what is owed.
 */
export const commitmentStates = ['open', 'done', 'declined', 'unsolvable'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** Each end but `done` needs a reason, which stays on record (the Nordic Freedom of Movement Council's "cannot be solved"). */
export const commitmentActs = ['keep', 'decline', 'give_up', 'reopen'] as const;
export type CommitmentAct = (typeof commitmentActs)[number];
export const commitmentLifecycle: Lifecycle<CommitmentState, CommitmentAct> = {
  open: { keep: 'done', decline: 'declined', give_up: 'unsolvable' },
  done: { reopen: 'open' },
  declined: { reopen: 'open' },
  unsolvable: { reopen: 'open' },
};

/** Where a promise was made. */
export const commitmentOrigins = [
  'minutes',
  'declaration',
  'plan_item',
  'evaluation',
  'instrument',
  'exercise',
  'other',
] as const;
export type CommitmentOrigin = (typeof commitmentOrigins)[number];

const Offer = z.looseObject({ to: IdField, on: DateField, reason: z.string() });

/** What was agreed of a promise after it was made, one entry a change, the newest last. */
const Handover = z.looseObject({ on: DateField, from: IdField, to: IdField, reason: z.string() });
const DueChange = z.looseObject({ on: DateField, from: DateField, to: DateField, reason: z.string() });

export const PromiseRecord = recordSchema(
  { id: IdField, what: z.string(), owner: IdField, watcher: IdField, due: DateField },
  {
    /** Of `what`, ISO 639-1. */
    language: z.string().regex(/^[a-z]{2}$/),
    origin: z.enum(commitmentOrigins),
    /** Id of the record in which it was made. */
    made_in: IdField,
    made: DateField,
    case: IdField,
    /** Of it to another owner, who has not taken it on. */
    offered: Offer,
    handovers: z.array(Handover),
    due_changes: z.array(DueChange),
  },
);

const declaredPromises = defineKind({
  name: 'promises',
  schema: PromiseRecord,
  label: {
    nl: { one: 'Toezegging', many: 'Toezeggingen' },
    fr: { one: 'Engagement', many: 'Engagements' },
    de: { one: 'Zusage', many: 'Zusagen' },
    en: { one: 'Commitment', many: 'Commitments' },
  },
  titleFrom: ['what'],
  yearFrom: ['due'],
  href: (id) => `/commitments/${id}`,
});

/** A promise is called by its own words, in the language in which it was made. */
export const promises: Kind = {
  ...declaredPromises,
  title: (body) => {
    const { language, what } = body;
    if (typeof language !== 'string' || language === 'en') return declaredPromises.title(body);
    return { texts: { [language]: String(what) }, authentic: [language] };
  },
};

/** Where reminders of a party, body or group go, and in which language; the id is theirs. Without an address none are sent. */
export const ReminderAddress = recordSchema(
  { id: IdField, language: z.enum(languages) },
  { address: z.string().regex(/^[^\s@]+@[^\s@]+$/) },
);

export const reminderAddresses = defineKind({
  name: 'reminder_addresses',
  schema: ReminderAddress,
  visibility: 'participants',
  label: {
    nl: { one: 'Adres voor herinneringen', many: 'Adressen voor herinneringen' },
    fr: { one: 'Adresse de rappel', many: 'Adresses de rappel' },
    de: { one: 'Adresse für Erinnerungen', many: 'Adressen für Erinnerungen' },
    en: { one: 'Address for reminders', many: 'Addresses for reminders' },
  },
  titleFrom: ['id'],
});

export const commitmentKinds = [promises, reminderAddresses];
