import type { PartialDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import { findInFiles, indexFiles } from '#platform/files/stored-files.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { attachments, versionsOf } from './model.ts';
import { usesOf } from './rules/versions.ts';

/** What is asked of, by what was known on a date. */
export type Known = { readonly register: string; readonly knownAt: PartialDate };

export function findDocument(tx: Transaction, known: Known, id: string): Promise<StoredRecord | undefined> {
  return findRecord(tx, { ...known, kind: attachments.name, id });
}

/** All documents, or those that hang on records of these ids and this kind, whoever may see them. */
export function listDocuments(
  tx: Transaction,
  known: Known,
  on?: { readonly kind?: string; readonly ids: readonly string[] },
): Promise<readonly StoredRecord[]> {
  const ofKind = on?.kind === undefined ? {} : { attached_kind: on.kind };
  const says =
    on === undefined ? {} : { says: on.ids.map((id): RecordBody => ({ attached_to: id, ...ofKind })) };
  return allRecords(tx, { ...known, kinds: [attachments.name], ...says });
}

/** Documents that hold words, in their files or in what is said of them, whoever may see them. */
export async function findDocuments(
  tx: Transaction,
  known: Known,
  words: string,
): Promise<{
  readonly documents: readonly StoredRecord[];
  /** For a document whose file holds the words: its hash and language, the best match first. */
  readonly hits: ReadonlyMap<string, { readonly hash: string; readonly language: string }>;
}> {
  const found = await findInFiles(tx, { ...known, kind: attachments.name, words });
  const inFiles = { kind: attachments.name, ids: [...new Set(found.map(({ id }) => id))] };
  const documents = await allRecords(tx, { ...known, kinds: [attachments.name], words, inFiles });
  return { documents, hits: new Map(found.toReversed().map((hit) => [hit.id, hit])) };
}

/** Makes a document found by the words of its files as they stand now. */
export async function indexDocument(
  tx: Transaction,
  register: string,
  id: string,
  body: RecordBody,
): Promise<void> {
  const title = Object.values(attachments.title(body).texts).join('\n');
  await indexFiles(tx, { register, kind: attachments.name, id }, title, usesOf(versionsOf(body)));
}
