import { isOnOrBefore, lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { type LocalizedText, localize } from '#kernel/localized-text.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { listRegisters, type Register } from '#platform/records/registers.ts';
import { remember } from '#platform/records/remember.ts';
import { listStates, type StateAt } from '#platform/records/transitions.ts';
import { bodies, contacts, groups, participations, parties, roles } from './model.ts';
import { type ContactStanding, contactStandings, type DatedContact, standingOf } from './rules/contacts.ts';
import { listedParticipants, type PartyInBody, periodOf } from './rules/participation.ts';
import { type TreeNode, treeOf } from './rules/tree.ts';

export type Moment = { readonly register: string; readonly asOf: PartialDate; readonly knownAt: PartialDate };

export type Group = {
  readonly id: string;
  readonly title: LocalizedText;
  readonly state: StateAt;
  readonly record: StoredRecord;
};

/** Whether anything of the register's source was known at a date; before it there is nothing to say. */
export function isKnownAt(register: Register, knownAt: PartialDate): boolean {
  return isOnOrBefore(lastDay(register.knownFrom), lastDay(knownAt)) === 'yes';
}

/** Every group that is known at the moment, or those of `ids`, with its state then; in the order of the source. */
export async function listGroups(
  tx: Transaction,
  moment: Moment,
  ids?: readonly string[],
): Promise<readonly Group[]> {
  const records = await allRecords(tx, {
    ...moment,
    kinds: [groups.name],
    ...(ids === undefined ? {} : { ids }),
  });
  return withStates(tx, moment, records, ids);
}

export async function findGroup(tx: Transaction, moment: Moment, id: string): Promise<Group | undefined> {
  return (await listGroups(tx, moment, [id]))[0];
}

/** The groups that this one stands under, came from or became, and those under it. */
export async function listRelatives(
  tx: Transaction,
  moment: Moment,
  { id, record }: Group,
): Promise<readonly Group[]> {
  const kinds = [groups.name];
  const above = [record.body.parent, record.body.successor].filter((one) => typeof one === 'string');
  const records = [
    ...(await allRecords(tx, { ...moment, kinds, ids: above })),
    ...(await allRecords(tx, { ...moment, kinds, says: [{ parent: id }, { successor: id }] })),
  ];
  const related = [...new Map(records.map((one) => [one.id, one])).values()];
  return withStates(
    tx,
    moment,
    related,
    related.map((one) => one.id),
  );
}

async function withStates(
  tx: Transaction,
  moment: Moment,
  records: readonly StoredRecord[],
  subjects?: readonly string[],
): Promise<readonly Group[]> {
  const states = await listStates(tx, {
    ...moment,
    kind: groups.name,
    ...(subjects === undefined ? {} : { subjects }),
  });
  const byId = new Map(states.map((state) => [state.subject, state]));
  return records.map((record) => ({
    id: record.id,
    title: groups.title(record.body),
    // A group whose status the source does not state has no step at all.
    state: byId.get(record.id) ?? {
      subject: record.id,
      axis: 'state',
      state: 'unknown',
      why: 'no_earlier_fact',
      next: null,
    },
    record,
  }));
}

/** What lists of groups sort and filter by. */
export type GroupEntry = {
  readonly id: string;
  readonly state: StateAt['state'];
  readonly dossier: string | null;
  /** Group or body above it, as the source names it. */
  readonly parent: string | null;
};

/** An entry for every group that is known at the moment, in the order of the source. */
export function listGroupEntries(
  tx: Transaction,
  register: Register,
  moment: Moment,
): Promise<readonly GroupEntry[]> {
  const question = ['group-entries', lastDay(moment.asOf), lastDay(moment.knownAt)];
  return remember(register, question, async () =>
    (await listGroups(tx, moment)).map(({ id, state, record }) => ({
      id,
      state: state.state,
      dossier: textOrNull(record.body.case),
      parent: textOrNull(record.body.parent),
    })),
  );
}

/** Every body that the source describes, in its order; a union has some dozens at most. */
export function listBodies(tx: Transaction, moment: Omit<Moment, 'asOf'>): Promise<readonly StoredRecord[]> {
  return allRecords(tx, { ...moment, kinds: [bodies.name] });
}

/** Keys of a tree's entries: groups and bodies may share an id. */
export const bodyKey = (id: string) => `${bodies.name}/${id}`;
export const groupKey = (id: string) => `${groups.name}/${id}`;

/**
 * The tree of bodies with the groups under them. What a source names above a group is looked for among its groups first,
 * as when its file is checked.
 */
export function bodyTree(
  described: readonly StoredRecord[],
  entries: readonly GroupEntry[],
): readonly TreeNode[] {
  const groupIds = new Set(entries.map(({ id }) => id));
  const above = (parent: unknown) =>
    typeof parent !== 'string' ? null : groupIds.has(parent) ? groupKey(parent) : bodyKey(parent);
  return treeOf([
    ...described.map(({ id, body }) => ({
      key: bodyKey(id),
      parent: typeof body.parent === 'string' ? bodyKey(body.parent) : null,
    })),
    ...entries.map(({ id, parent }) => ({ key: groupKey(id), parent: above(parent) })),
  ]);
}

/** What a record is called, and the page below the register that shows it. */
export type Name = { readonly title: LocalizedText; readonly path: string };

/** Kinds of those who act: an id in a text or list of the layout that names one is looked for in this order. */
export const actors: readonly Kind[] = [parties, bodies, groups];

/**
 * Names by `kind/id` of those who act, and of the further kinds asked for, as far as what is `shown` names them: any
 * JSON, each text and key of which may be an id.
 */
export async function loadNames(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  shown: unknown,
  further: readonly Kind[] = [],
): Promise<ReadonlyMap<string, Name>> {
  const named = new Map([...actors, ...further].map((kind) => [kind.name, kind]));
  const ids = new Set<string>();
  collectIds(shown, ids);
  const records = await allRecords(tx, { ...moment, kinds: [...named.keys()], ids: [...ids] });
  return new Map(
    records.flatMap(({ kind: name, id, body }) => {
      const kind = named.get(name);
      return kind === undefined
        ? []
        : [[`${name}/${id}`, { title: kind.title(body), path: kind.href(id) }] as const];
    }),
  );
}

/** A text with a space in it is words, not an id. */
function collectIds(value: unknown, ids: Set<string>): void {
  if (typeof value === 'string') {
    if (!value.includes(' ')) ids.add(value);
  } else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) collectIds(key, ids);
      collectIds(inner, ids);
    }
}

/**
 * The parties that are members of the union itself: those that implement what it adopts. Kinds of party are each source's
 * own words: those that begin with `member` are members, and where none does every party that is no part of another.
 */
export async function listMembers(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
): Promise<readonly StoredRecord[]> {
  const records = await allRecords(tx, { ...moment, kinds: [parties.name] });
  const members = records.filter(({ body }) => String(body.kind).startsWith('member'));
  return members.length > 0 ? members : records.filter(({ body }) => (body.parent ?? null) === null);
}

/** Who takes part in a group or body: the lists of its description and the participations on record. */
export async function listParts(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  group: StoredRecord,
): Promise<readonly PartyInBody[]> {
  const says = [{ body: group.id }];
  const recorded = await allRecords(tx, { ...moment, kinds: [participations.name], says });
  return [
    ...listedParticipants(group.body),
    ...recorded.map(({ body }) => ({
      party: String(body.party),
      role: body.role as PartyInBody['role'],
      period: periodOf(body.from, body.to),
      seenOn: null,
    })),
  ];
}

/** A party's contact point in a body; without a record, the source says that none is named. */
export type ContactRow = {
  readonly party: string;
  readonly standing: ContactStanding;
  readonly contact: StoredRecord | null;
};

/**
 * Contact points of a group or body: those on record, and a vacancy for each party of which the source says that none is
 * named.
 */
export async function listContacts(
  tx: Transaction,
  moment: Moment,
  body: StoredRecord,
): Promise<readonly ContactRow[]> {
  const named = await allRecords(tx, { ...moment, kinds: [contacts.name], says: [{ body: body.id }] });
  const day = lastDay(moment.asOf);
  return [
    ...named.map((contact) => ({
      party: String(contact.body.party),
      standing: standingOf(datesOfContact(contact), day),
      contact,
    })),
    ...vacanciesOf(body).map(({ party, seenOn }) => ({
      party,
      standing: standingOf({ isVacancy: true, period: null, seenOn }, day),
      contact: null,
    })),
  ];
}

function datesOfContact({ body, knownFrom }: StoredRecord): DatedContact {
  const isDated = typeof body.from === 'string' || typeof body.to === 'string';
  return {
    isVacancy: body.vacant === true,
    period: isDated ? periodOf(body.from, body.to) : null,
    seenOn: knownFrom,
  };
}

/** Parties of which the source says that they named no contact point, and when it saw that. */
function vacanciesOf({ body, knownFrom }: StoredRecord) {
  const seenOn = (body.status_as_of ?? knownFrom) as PartialDate;
  return ((body.contact_points_missing ?? []) as readonly string[]).map((party) => ({ party, seenOn }));
}

/** One row of the directory: a contact point by the id of its record, or a vacancy. */
export type ContactEntry = {
  /** Id of the body or group, and of which of the two it is. */
  readonly body: string;
  readonly bodyKind: string;
  readonly party: string;
  readonly standing: ContactStanding;
  readonly contact: string | null;
  /** When a vacancy was seen. */
  readonly seenOn: PartialDate | null;
  readonly source: readonly string[];
};

export type ContactDirectory = {
  /** Vacancies first, then what is named, unknown and over; within each in the order of the source. */
  readonly entries: readonly ContactEntry[];
  readonly groups: number;
  /** Groups of whose contact points the source says something. */
  readonly told: number;
};

/** All contact points and vacancies of the register on a date, without persons and organisations. */
export function listContactDirectory(
  tx: Transaction,
  register: Register,
  moment: Moment,
): Promise<ContactDirectory> {
  const question = ['contact-directory', lastDay(moment.asOf), lastDay(moment.knownAt)];
  return remember(register, question, async () => {
    const day = lastDay(moment.asOf);
    const described = await allRecords(tx, { ...moment, kinds: [groups.name] });
    const named = await allRecords(tx, { ...moment, kinds: [contacts.name] });
    const groupIds = new Set(described.map(({ id }) => id));
    const entries = [
      ...described.flatMap((group) =>
        vacanciesOf(group).map(
          ({ party, seenOn }): ContactEntry => ({
            body: group.id,
            bodyKind: groups.name,
            party,
            standing: standingOf({ isVacancy: true, period: null, seenOn }, day),
            contact: null,
            seenOn,
            source: sourceOf(group),
          }),
        ),
      ),
      ...named.map((contact): ContactEntry => {
        const body = String(contact.body.body);
        return {
          body,
          bodyKind: groupIds.has(body) ? groups.name : bodies.name,
          party: String(contact.body.party),
          standing: standingOf(datesOfContact(contact), day),
          contact: contact.id,
          seenOn: null,
          source: sourceOf(contact),
        };
      }),
    ];
    const told = new Set(entries.flatMap(({ body }) => (groupIds.has(body) ? [body] : [])));
    return {
      entries: entries.sort(
        (a, b) => contactStandings.indexOf(a.standing) - contactStandings.indexOf(b.standing),
      ),
      groups: described.length,
      told: told.size,
    };
  });
}

/** The records of some contact points by their id; they hold names of persons. */
export async function findContacts(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const found = await allRecords(tx, { ...moment, kinds: [contacts.name], ids });
  return new Map(found.map((contact) => [contact.id, contact]));
}

/** Who takes part in each of some bodies and groups, by `kind/id`. */
export async function listPartsOf(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly PartyInBody[]>> {
  const ids = keys.map((key) => key.slice(key.indexOf('/') + 1));
  const described = await allRecords(tx, { ...moment, kinds: [bodies.name, groups.name], ids });
  const parts = new Map<string, readonly PartyInBody[]>();
  for (const body of described) {
    const key = `${body.kind}/${body.id}`;
    if (keys.includes(key)) parts.set(key, await listParts(tx, moment, body));
  }
  return parts;
}

function sourceOf({ body }: StoredRecord): readonly string[] {
  return Array.isArray(body.source) ? body.source.map(String) : [];
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The register's own roles and parties, to choose from at the demonstration sign-in. */
export async function listRoleChoices(tx: Transaction, register: RegisterId, language: Language) {
  return listChoices(tx, register, language, roles);
}

export async function listPartyChoices(tx: Transaction, register: RegisterId, language: Language) {
  return listChoices(tx, register, language, parties);
}

/** Bodies and groups: what a grant can be limited to. */
export async function listBodyChoices(tx: Transaction, register: RegisterId, language: Language) {
  return [
    ...(await listChoices(tx, register, language, bodies)),
    ...(await listChoices(tx, register, language, groups)),
  ];
}

async function listChoices(tx: Transaction, register: RegisterId, language: Language, kind: Kind) {
  const newest = (await listRegisters(tx)).find(({ id }) => id === register);
  if (newest === undefined) return [];
  const records = await allRecords(tx, { register, knownAt: newest.knownFrom, kinds: [kind.name] });
  return records.map(({ id, body }) => ({
    id: id as RecordId,
    title: localize(kind.title(body), language, ['en']).text,
  }));
}
