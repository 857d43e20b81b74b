import { evidenceKinds } from '#evidence';
import type { PlainDate } from '#kernel/dates.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords, listRecords, type RecordQuery, type StoredRecord } from '#platform/records/records.ts';
import { unionKinds } from '../../files/layout.ts';
import { agendaItems } from '../../meetings/model.ts';
import { knownOf } from '../../named.ts';
import { attachments, subjectOf } from '../model.ts';
import { closedKinds } from './closed.ts';

/** Kinds whose records everybody sees, so that documents on them are for everybody. */
export const openKinds: ReadonlyMap<string, Kind> = new Map(
  [...unionKinds, ...evidenceKinds]
    .filter((kind) => kind.visibility === 'public')
    .map((kind) => [kind.name, kind]),
);
export const closedKindNames: readonly string[] = [...closedKinds.keys()];

export function attachableKind(name: string): Kind | undefined {
  return openKinds.get(name) ?? closedKinds.get(name)?.kind;
}

/** Whether everybody sees what hangs on a record of its kind, so that nothing is said in the journal of who has it. */
export function isForEverybody({ body }: StoredRecord): boolean {
  return openKinds.has(String(body.attached_kind));
}

/**
 * Which of some records, as `kind/id`, somebody sees today, by what is known today: the dates that a page shows open
 * nothing. What is not on record, and what is of another kind, nobody.
 */
export async function readableSubjects(
  tx: Transaction,
  acting: ActionContext,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  const placeOf = (subject: string) => subject.indexOf('/');
  const open = new Set(subjects.filter((one) => openKinds.has(one.slice(0, placeOf(one)))));
  for (const [name, { shown }] of closedKinds) {
    const ids = subjects.flatMap((one) => (one.startsWith(`${name}/`) ? [one.slice(placeOf(one) + 1)] : []));
    if (ids.length === 0) continue;
    const records = await allRecords(tx, { ...knownOf(acting), kinds: [name], ids });
    for (const { id } of await shown(tx, acting, records)) open.add(`${name}/${id}`);
  }
  return open;
}

/** Newer than all that is known. */
const endOfTime = '9999-12-31' as PlainDate;

/** Ids of the points of agendas that are open to all, by the newest that is known. */
async function pointsForAll(tx: Transaction, register: string): Promise<readonly string[]> {
  const kinds = [agendaItems.name];
  const points = await allRecords(tx, { register, knownAt: endOfTime, kinds, says: [{ open_to: 'all' }] });
  return points.map(({ id }) => id);
}

/** What lets a question that is not of one person find the documents that everybody may see: on public kinds, on points open to all. */
export async function documentsForAll(tx: Transaction, register: string): Promise<Pick<RecordQuery, 'also'>> {
  const asked = { register, knownAt: endOfTime, kinds: [attachments.name] };
  const [any] = await listRecords(tx, asked, { limit: 1, offset: 0 });
  if (any === undefined) return {};
  const points = await pointsForAll(tx, register);
  const says = [
    ...[...openKinds.keys()].map((kind) => ({ attached_kind: kind })),
    ...points.map((id) => ({ attached_kind: agendaItems.name, attached_to: id })),
  ];
  return { also: { kind: attachments.name, ids: [], says } };
}

/** Whether a document is one of those. */
export async function isDocumentForAll(
  tx: Transaction,
  register: string,
  document: StoredRecord,
): Promise<boolean> {
  const { attached_kind: kind, attached_to: id } = document.body;
  if (isForEverybody(document)) return true;
  return kind === agendaItems.name && (await pointsForAll(tx, register)).includes(String(id));
}

/** Those of some documents that somebody may see. */
export async function readableDocuments(
  tx: Transaction,
  acting: ActionContext,
  documents: readonly StoredRecord[],
): Promise<readonly StoredRecord[]> {
  const subjects = [...new Set(documents.map(({ body }) => subjectOf(body)))];
  const open = await readableSubjects(tx, acting, subjects);
  return documents.filter(({ kind, body }) => kind === attachments.name && open.has(subjectOf(body)));
}
