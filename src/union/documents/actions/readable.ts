import { evidenceKinds } from '#evidence';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { unionKinds } from '../../files/layout.ts';
import { isShown, papersOpenTo } from '../../meetings/actions/papers.ts';
import { agendaItems, meetings, writtenProcedures } from '../../meetings/model.ts';
import { attachments, subjectOf } from '../model.ts';

/** Who may see a closed record, and so the documents that hang on it: whoever its own page shows it to. */
export const readAttachments = {
  code: 'attachments.read',
  audience: 'participant',
  summary: 'read documents that hang on records which are open to those who take part',
} as const;

/** Kinds whose records everybody sees, so that documents on them are for everybody. */
export const openKinds: ReadonlyMap<string, Kind> = new Map(
  [...unionKinds, ...evidenceKinds]
    .filter((kind) => kind.visibility === 'public')
    .map((kind) => [kind.name, kind]),
);
/** Kinds whose records are shown one by one. Of all others nobody sees documents, and nobody can attach one. */
const closedKinds: ReadonlyMap<string, Kind> = new Map(
  [agendaItems, writtenProcedures].map((kind) => [kind.name, kind]),
);

export const closedKindNames: readonly string[] = [...closedKinds.keys()];

export function attachableKind(name: string): Kind | undefined {
  return openKinds.get(name) ?? closedKinds.get(name);
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
  const known = { register: acting.register.id, knownAt: knownNow(acting.register, acting.today) };
  const kindOf = (subject: string) => subject.slice(0, subject.indexOf('/'));
  const idsOf = (kind: Kind) =>
    subjects.flatMap((one) => (kindOf(one) === kind.name ? [one.slice(kind.name.length + 1)] : []));
  const open = new Set(subjects.filter((one) => openKinds.has(kindOf(one))));

  const [items, procedures] = [idsOf(agendaItems), idsOf(writtenProcedures)];
  if (items.length === 0 && procedures.length === 0) return open;
  const load = (kind: Kind, ids: readonly string[]) => allRecords(tx, { ...known, kinds: [kind.name], ids });
  const points = await load(agendaItems, items);
  const held = await load(
    meetings,
    points.map(({ body }) => String(body.meeting)),
  );
  const bodyOf = new Map(held.map(({ id, body }) => [id, String(body.body)]));
  const silent = await load(writtenProcedures, procedures);
  const bodyIds = [...bodyOf.values(), ...silent.map(({ body }) => String(body.body))];
  const papers = await papersOpenTo(tx, acting, bodyIds, readAttachments);
  for (const point of points) {
    const body = bodyOf.get(String(point.body.meeting));
    if (body !== undefined && isShown(point, papers.has(body))) open.add(`${agendaItems.name}/${point.id}`);
  }
  for (const { id, body } of silent)
    if (papers.has(String(body.body))) open.add(`${writtenProcedures.name}/${id}`);
  return open;
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
