import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { bodies, contacts, groupNotes, groups } from '../../bodies/model.ts';
import { readContacts, readGroupNotes } from '../../bodies/permissions.ts';
import { bodiesOpenTo } from '../../groups/actions/open-bodies.ts';
import { isShown, papersOpenTo } from '../../meetings/actions/papers.ts';
import { agendaItems, meetings, writtenProcedures } from '../../meetings/model.ts';
import { knownOf } from '../../named.ts';
import { draftsOpenTo } from '../../parliament/actions/open-drafts.ts';
import { answerDrafts, parliamentItems } from '../../parliament/model.ts';

/** Who may see a closed record, and so the documents that hang on it: whoever its own page shows it to. */
export const readAttachments = {
  code: 'attachments.read',
  audience: 'participant',
  summary: 'read documents that hang on records which are open to those who take part',
} as const;

type Closed = {
  readonly kind: Kind;
  /** Those of its records that somebody sees, by the rule of the page that shows them, by what is known today. */
  readonly shown: (
    tx: Transaction,
    acting: ActionContext,
    records: readonly StoredRecord[],
  ) => Promise<readonly StoredRecord[]>;
  /** The record on whose page it stands, where it has none of its own: of the first of these kinds that has one of this id. */
  readonly standsOn?: { readonly kinds: readonly Kind[]; readonly id: (record: StoredRecord) => string };
};

/** What a body keeps to those who take part in it: shown by the body that it names. */
const ofBody = { kinds: [groups, bodies], id: ({ body }: StoredRecord) => String(body.body) };
const bodyKeys = (records: readonly StoredRecord[]) => [
  ...new Set(records.flatMap((one) => ofBody.kinds.map(({ name }) => `${name}/${ofBody.id(one)}`))),
];
const toThoseWhoTakePart =
  (permission: typeof readContacts): Closed['shown'] =>
  async (tx, acting, records) => {
    const opened = await bodiesOpenTo(tx, acting, bodyKeys(records), permission);
    // As the pages have it: where a group and a body share an id, it is the group's.
    const decisionOn = (id: string) =>
      ofBody.kinds.map(({ name }) => opened.get(`${name}/${id}`)).find((one) => one !== undefined);
    return records.filter((record) => decisionOn(ofBody.id(record))?.allowed === true);
  };

/** Kinds whose records are shown one by one. Of all others that are not public nobody sees documents, and nobody can attach one. */
const closed: readonly Closed[] = [
  {
    kind: agendaItems,
    shown: async (tx, acting, points) => {
      const known = knownOf(acting);
      const ids = points.map(({ body }) => String(body.meeting));
      const held = await allRecords(tx, { ...known, kinds: [meetings.name], ids });
      const bodyOf = new Map(held.map(({ id, body }) => [id, String(body.body)]));
      const papers = await papersOpenTo(tx, acting, [...bodyOf.values()], readAttachments);
      return points.filter((point) => {
        const body = bodyOf.get(String(point.body.meeting));
        return body !== undefined && isShown(point, papers.has(body));
      });
    },
  },
  {
    kind: writtenProcedures,
    shown: async (tx, acting, procedures) => {
      const ids = procedures.map(({ body }) => String(body.body));
      const papers = await papersOpenTo(tx, acting, ids, readAttachments);
      return procedures.filter(({ body }) => papers.has(String(body.body)));
    },
  },
  { kind: contacts, shown: toThoseWhoTakePart(readContacts), standsOn: ofBody },
  { kind: groupNotes, shown: toThoseWhoTakePart(readGroupNotes), standsOn: ofBody },
  {
    kind: answerDrafts,
    shown: async (tx, acting, drafts) => {
      const ids = drafts.map(({ body }) => String(body.item));
      const open = await draftsOpenTo(tx, acting, ids);
      return drafts.filter(({ body }) => open.has(String(body.item)));
    },
    standsOn: { kinds: [parliamentItems], id: ({ body }) => String(body.item) },
  },
];

export const closedKinds: ReadonlyMap<string, Closed> = new Map(closed.map((one) => [one.kind.name, one]));
