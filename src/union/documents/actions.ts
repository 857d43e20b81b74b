import { z } from 'zod';
import { type Language, languages } from '#kernel/languages.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Grant } from '#platform/access/access.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import { count, type Field, file, line, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { onceForEach } from '#platform/files/read-apart.ts';
import { fileHashOf, saveFile } from '#platform/files/stored-files.ts';
import { IdField } from '#platform/records/fields.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { findRecord, type StoredRecord } from '#platform/records/records.ts';
import { languageNames } from '#platform/text/texts.ts';
import { knownOf } from '../named.ts';
import { byPower, powerPermission } from '../powers.ts';
import { readAttachments } from './actions/closed.ts';
import { ownersOf } from './actions/owners.ts';
import { attachableKind, openKinds, readableDocuments, readableSubjects } from './actions/readable.ts';
import { attachments, translationStates, type Version, versionsOf } from './model.ts';
import { readBounded } from './reading/bounded.ts';
import { currentIn, currentVersions, nameOf } from './rules/versions.ts';
import { findDocument, indexDocument, listDocuments } from './store.ts';
import { documentTexts } from './text/texts.ts';

/** Whoever acts for the one whose record it is, and the body that keeps documents. */
export const attachDocuments = {
  code: 'documents.attach',
  audience: 'responsible',
  summary: 'attach documents to a record of one’s own, add language versions, supersede and withdraw them',
} as const;
export const keepDocuments = powerPermission(
  'keep_documents',
  'say which language versions of a document are authentic',
);

const textsOf = textsFrom(documentTexts);

const readOnce = onceForEach(readBounded);

const language = oneOf(languages, (one) => languageNames[one]);
const translation = oneOf(translationStates, (state, inLanguage) => documentTexts(inLanguage).states[state]);

/** The number of a version that stands, of the document that the form is about. */
const version = {
  ...count(1, 100_000),
  control: 'choice',
  options: async (tx, context, { id = '' }) => {
    const found = await findDocument(tx, knownOf(context), id);
    if (found === undefined) return [];
    return currentVersions(versionsOf(found.body)).map(({ number, language: of, name }) => ({
      value: String(number),
      title: `${number}. ${languageNames[of]}: ${name}`,
    }));
  },
} as const satisfies Field;

type Brought = {
  readonly file: Uint8Array;
  readonly name?: string | undefined;
  readonly language: Language;
  readonly translation: Version['translation'];
};

/** Reads a file, keeps it, and says what a version of a document says of it. */
async function keep(
  tx: Transaction,
  context: ActionContext & { readonly grant: Grant | null },
  brought: Brought,
): Promise<Result<Omit<Version, 'number'>>> {
  const read = await readOnce(brought.file);
  if (!read.ok) return read;
  const { mediaType, text: words, cut } = read.value;
  const hash = fileHashOf(brought.file);
  const found = words === '' ? null : words;
  await saveFile(tx, context.clock, { hash, mediaType, bytes: brought.file, text: found, textCut: cut });
  return ok({
    language: brought.language,
    hash,
    media_type: mediaType,
    size: brought.file.length,
    name: nameOf(brought.name, hash.slice(0, 16)),
    added: context.today,
    added_by: context.grant?.party ?? context.grant?.body ?? null,
    translation: brought.translation,
    authentic: false,
    text: found === null ? 'none' : cut ? 'cut' : 'found',
  });
}

/** A title stands under its language's key; the English one under `title`. */
const titled = (title: string | undefined, of: Language): RecordBody =>
  title === undefined ? {} : { [of === 'en' ? 'title' : of]: title };

async function write(
  tx: Transaction,
  { register }: ActionContext,
  id: string,
  body: RecordBody,
): Promise<Result<Done>> {
  await indexDocument(tx, register.id, id, body);
  return ok({
    subject: `${attachments.name}/${id}`,
    path: attachments.href(id),
    changes: [{ kind: attachments, id, body, steps: [] }],
  });
}

const notFound = (id: string) => fail(problem('record_not_found', 'body.id', { id }));

/** The document, where the actor may see it. */
async function found(tx: Transaction, context: ActionContext, id: string): Promise<StoredRecord | undefined> {
  const document = await findDocument(tx, knownOf(context), id);
  return document === undefined ? undefined : (await readableDocuments(tx, context, [document]))[0];
}

/** Of the record's id, so that the document's is one, too. */
const longestStem = 100;

export const attachDocument = defineAction({
  name: 'documents/attach',
  permission: attachDocuments,
  fields: {
    kind: { schema: z.string().regex(/^[a-z_]{1,64}$/), control: 'hidden' } as const,
    record: { schema: IdField, control: 'hidden' } as const,
    file,
    title: line,
    language,
    translation,
    name: optional(line),
  },
  texts: textsOf('attach'),
  about: null,
  back: () => '/documents',
  toAny: {
    given: (kind, id) => (attachableKind(kind) === undefined ? null : { kind, record: id }),
    record: ({ kind = '', record = '' }) => {
      const open = openKinds.get(kind);
      return open === undefined ? null : { kind: open, id: record };
    },
  },
  object: (tx, context, { kind, record }) => ownersOf(tx, context, kind, record),
  before: ({ file: bytes }) => readOnce(bytes),
  perform: async (tx, context, { kind, record, title, ...brought }) => {
    if (attachableKind(kind) === undefined)
      return fail(problem('document_kind_refused', 'body.kind', { kind }));
    const there = await findRecord(tx, { ...knownOf(context), kind, id: record });
    const open = await readableSubjects(tx, context, [`${kind}/${record}`]);
    if (there === undefined || open.size === 0)
      return fail(problem('record_not_found', 'body.record', { id: `${kind}/${record}` }));
    const hash = fileHashOf(brought.file);
    const before = await listDocuments(tx, knownOf(context), { ids: [record] });
    const same = before.find(
      ({ body }) =>
        body.attached_kind === kind &&
        versionsOf(body).some((one) => one.hash === hash && one.withdrawn == null),
    );
    if (same !== undefined) return fail(problem('document_attached_already', 'body.file', { id: same.id }));
    const id = `${record.slice(0, longestStem)}-doc-${before.length + 1}`;
    const kept = await keep(tx, context, brought);
    if (!kept.ok) return kept;
    return write(tx, context, id, {
      id,
      attached_kind: kind,
      attached_to: record,
      ...titled(title, brought.language),
      versions: [{ number: 1, ...kept.value }],
    });
  },
});

type Ofs = { readonly id?: string | undefined };

/** Whose it is: those whose record it hangs on. */
const byOwners = async (tx: Transaction, context: ActionContext, { id = '' }: Ofs) => {
  const document = await findDocument(tx, knownOf(context), id);
  const { attached_kind: kind, attached_to: record } = document?.body ?? {};
  return ownersOf(tx, context, kind as string | undefined, record as string | undefined);
};

/** About a document of which a version stands, or one that is like this. */
const aboutStanding = (like: (one: Version) => boolean = () => true) => ({
  kind: attachments,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const document = await found(tx, context, id);
    return document !== undefined && currentVersions(versionsOf(document.body)).some(like);
  },
});

/** The next version after all that there were: a number is given once. */
const appended = (versions: readonly Version[], next: Omit<Version, 'number'>): readonly Version[] => [
  ...versions,
  { number: Math.max(...versions.map(({ number }) => number)) + 1, ...next },
];

export const addLanguage = defineAction({
  name: 'documents/add_language',
  permission: attachDocuments,
  fields: { id: subject, file, language, translation, title: optional(line), name: optional(line) },
  texts: textsOf('add_language'),
  // Also where all have been withdrawn: it is how the right file comes after the wrong one.
  about: {
    kind: attachments,
    isOpen: async (tx, context, id) => (await found(tx, context, id)) !== undefined,
  },
  object: byOwners,
  before: ({ file: bytes }) => readOnce(bytes),
  perform: async (tx, context, { id, title, ...brought }) => {
    const document = await found(tx, context, id);
    if (document === undefined) return notFound(id);
    const versions = versionsOf(document.body);
    const there = currentIn(versions, brought.language);
    if (there !== undefined)
      return fail(problem('document_language_there', 'body.language', { number: there.number }));
    const kept = await keep(tx, context, brought);
    if (!kept.ok) return kept;
    return write(tx, context, id, {
      ...document.body,
      ...titled(title, brought.language),
      versions: appended(versions, kept.value),
    });
  },
});

export const supersedeVersion = defineAction({
  name: 'documents/supersede',
  permission: attachDocuments,
  fields: { id: subject, version, file, translation, name: optional(line) },
  texts: textsOf('supersede'),
  about: aboutStanding(),
  object: byOwners,
  before: ({ file: bytes }) => readOnce(bytes),
  perform: async (tx, context, { id, version: number, ...brought }) => {
    const document = await found(tx, context, id);
    if (document === undefined) return notFound(id);
    const versions = versionsOf(document.body);
    const before = standing(versions, number);
    if (!before.ok) return before;
    const others = await ofAnother(tx, context, [before.value]);
    if (others.length > 0) return fail(...others);
    if (fileHashOf(brought.file) === before.value.hash)
      return fail(problem('document_same_bytes', 'body.file', { number }));
    const kept = await keep(tx, context, { ...brought, language: before.value.language });
    if (!kept.ok) return kept;
    return write(tx, context, id, {
      ...document.body,
      versions: appended(versions, { ...kept.value, supersedes: number }),
    });
  },
});

/**
 * Several can act on one record, each government on a question that was put to all of them: what one has brought is superseded and
 * withdrawn by itself, or by the body that keeps documents. Problem: `document_of_another_not_allowed`.
 */
async function ofAnother(
  tx: Transaction,
  context: ActionContext & { readonly grant: Grant | null },
  meant: readonly Version[],
): Promise<readonly Problem[]> {
  const acting = context.grant?.party ?? context.grant?.body ?? null;
  const keeper = await byPower('keep_documents')(tx, context);
  if (acting !== null && acting === keeper.body) return [];
  const other = meant.find(({ added_by: by }) => by != null && by !== acting);
  return other === undefined
    ? []
    : [
        problem('document_of_another_not_allowed', 'body.version', {
          number: other.number,
          by: String(other.added_by),
        }),
      ];
}

function standing(versions: readonly Version[], number: number): Result<Version> {
  const one = currentVersions(versions).find((current) => current.number === number);
  return one === undefined ? fail(problem('document_version_gone', 'body.version', { number })) : ok(one);
}

export const markAuthentic = defineAction({
  name: 'documents/mark_authentic',
  permission: keepDocuments,
  fields: { id: subject, version },
  texts: textsOf('mark_authentic'),
  about: aboutStanding(({ authentic, translation: state }) => !authentic && state !== 'machine'),
  object: byPower('keep_documents'),
  perform: async (tx, context, { id, version: number }) => {
    const document = await found(tx, context, id);
    if (document === undefined) return notFound(id);
    const versions = versionsOf(document.body);
    const one = standing(versions, number);
    if (!one.ok) return one;
    const faults: readonly Problem[] = [
      ...(one.value.authentic ? [problem('document_authentic_already', 'body.version', { number })] : []),
      ...(one.value.translation === 'machine'
        ? [problem('document_machine_made', 'body.version', { number })]
        : []),
    ];
    if (faults.length > 0) return fail(...faults);
    return write(tx, context, id, {
      ...document.body,
      versions: versions.map((each) => (each.number === number ? { ...each, authentic: true } : each)),
    });
  },
});

export const withdrawDocument = defineAction({
  name: 'documents/withdraw',
  permission: attachDocuments,
  fields: { id: subject, version: optional(version), reason: text },
  texts: textsOf('withdraw'),
  about: aboutStanding(),
  object: byOwners,
  perform: async (tx, context, { id, version: number, reason }) => {
    const document = await found(tx, context, id);
    if (document === undefined) return notFound(id);
    const versions = versionsOf(document.body);
    const isMeant = (one: Version) =>
      one.withdrawn == null && (number === undefined || one.number === number);
    if (!versions.some(isMeant))
      return fail(problem('document_version_gone', 'body.version', { number: number ?? 0 }));
    const others = await ofAnother(tx, context, versions.filter(isMeant));
    if (others.length > 0) return fail(...others);
    const withdrawn = { on: context.today, reason };
    return write(tx, context, id, {
      ...document.body,
      versions: versions.map((one) => (isMeant(one) ? { ...one, withdrawn } : one)),
    });
  },
});

export const documentActions: readonly Action[] = [
  attachDocument,
  addLanguage,
  supersedeVersion,
  markAuthentic,
  withdrawDocument,
];
export const documentPermissions = [attachDocuments, keepDocuments, readAttachments];
