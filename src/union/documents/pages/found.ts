import { actionContextOf } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import { loadTexts } from '#platform/files/stored-files.ts';
import type { PageContext } from '#platform/module.ts';
import { allRecords, listRecords, type RecordQuery, type StoredRecord } from '#platform/records/records.ts';
import { closedKindNames, openKinds, readableDocuments } from '../actions/readable.ts';
import { attachments } from '../model.ts';
import { findDocuments, type Known } from '../store.ts';

/** Characters of a file in which a passage is looked for. */
const longestQuoted = 100_000;

type FoundIn = { readonly hash: string; readonly language: string };

export type DocumentsFound = {
  /** What lets a list of records hold documents too: those that the reader may see, also where the words stand in their files. */
  readonly query: Pick<RecordQuery, 'also' | 'inFiles'>;
  /** Of a document in whose file the words stand: in which. */
  readonly hits: ReadonlyMap<string, FoundIn>;
};

/**
 * Documents for a list of everything. What hangs on a closed record is looked at one by one, so that nobody finds a word of
 * another's papers.
 */
export async function documentsFor(
  tx: Transaction,
  context: PageContext,
  words: string,
): Promise<DocumentsFound> {
  const known: Known = { register: context.register.id, knownAt: context.knownAt };
  const kinds = [attachments.name];
  const [any] = await listRecords(tx, { ...known, kinds }, { limit: 1, offset: 0 });
  if (any === undefined) return { query: {}, hits: new Map() };
  const onClosed = closedKindNames.map((kind) => ({ attached_kind: kind }));
  const asked = words.trim() === '' ? null : await findDocuments(tx, known, words);
  const closed =
    asked === null
      ? await allRecords(tx, { ...known, kinds, says: onClosed })
      : asked.documents.filter(({ body }) => closedKindNames.includes(String(body.attached_kind)));
  const open = await readableDocuments(tx, actionContextOf(context), closed);
  return {
    query: {
      also: {
        kind: attachments.name,
        ids: open.map(({ id }) => id),
        says: [...openKinds.keys()].map((kind) => ({ attached_kind: kind })),
      },
      ...(asked === null ? {} : { inFiles: { kind: attachments.name, ids: [...asked.hits.keys()] } }),
    },
    hits: asked?.hits ?? new Map(),
  };
}

/** What may be quoted of the files of documents that were found, for a list that shows these rows. */
export async function quotedFiles(
  tx: Transaction,
  hits: DocumentsFound['hits'],
  rows: readonly StoredRecord[],
): Promise<(row: StoredRecord) => readonly { field: string; language: string; text: string }[]> {
  const hitOf = (row: StoredRecord) => (row.kind === attachments.name ? hits.get(row.id) : undefined);
  const hashes = rows.flatMap((row) => hitOf(row)?.hash ?? []);
  const texts = hashes.length === 0 ? new Map() : await loadTexts(tx, hashes, longestQuoted);
  return (row) => {
    const hit = hitOf(row);
    const text = hit === undefined ? undefined : texts.get(hit.hash);
    return hit === undefined || text === undefined
      ? []
      : [{ field: 'document_text', language: hit.language, text }];
  };
}
