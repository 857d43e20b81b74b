import { z } from 'zod';
import { languages } from '#kernel/languages.ts';
import { DateField, IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind, type RecordBody } from '#platform/records/kind.ts';

/** What a document may be, by what its bytes are and not by what anybody calls it. */
export const mediaTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/html',
  'text/plain',
] as const;
export type MediaType = (typeof mediaTypes)[number];

/** What a language version is to the others: the text as it was written, or a translation and whose it is. */
export const translationStates = [
  'original',
  'translation_official',
  'translation_working',
  'machine',
] as const;
export type TranslationState = (typeof translationStates)[number];

/** Whether the words of a file were found: `cut` where only the first of very many were. */
export const textStates = ['found', 'cut', 'none'] as const;
export type TextState = (typeof textStates)[number];

/** Characters of a file's text that are kept and searched; a document of 400 pages has about as many. */
export const longestDocumentText = 1_000_000;

const Version = z.strictObject({
  number: z.int().min(1),
  language: z.enum(languages),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  media_type: z.enum(mediaTypes),
  size: z.int().min(1),
  /** Of the file as it was brought, without a folder; for people only. */
  name: z.string().min(1).max(200),
  added: DateField,
  /** The body or party for whom it was brought. */
  added_by: IdField.nullish(),
  translation: z.enum(translationStates),
  authentic: z.boolean(),
  supersedes: z.int().min(1).nullish(),
  text: z.enum(textStates),
  /** Its bytes are handed out no longer; that it was here, and why it is not, stays. */
  withdrawn: z.strictObject({ on: DateField, reason: z.string() }).nullish(),
});
export type Version = z.output<typeof Version>;

/**
 * A document that hangs on one record of any kind. Its title in English is `title`, in another language under that
 * language's key.
 */
export const Attachment = recordSchema(
  { id: IdField, attached_kind: TextField, attached_to: IdField, versions: z.array(Version).min(1) },
  { title: TextField },
);

/** Not for everybody: who may see the record that it hangs on may see it, and nobody else. */
export const attachments = defineKind({
  name: 'attachments',
  schema: Attachment,
  visibility: 'participants',
  label: {
    nl: { one: 'Bijgevoegd document', many: 'Bijgevoegde documenten' },
    fr: { one: 'Document joint', many: 'Documents joints' },
    de: { one: 'Beigefügtes Dokument', many: 'Beigefügte Dokumente' },
    en: { one: 'Attached document', many: 'Attached documents' },
  },
  titleFrom: ['title'],
  href: (id) => `/documents/${id}`,
});

export const documentKinds = [attachments];

export function versionsOf(body: RecordBody): readonly Version[] {
  return body.versions as readonly Version[];
}

/** The record that it hangs on, as `kind/id`. */
export function subjectOf(body: RecordBody): string {
  return `${String(body.attached_kind)}/${String(body.attached_to)}`;
}
