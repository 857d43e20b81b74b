import { isOnOrBefore, lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { type LocalizedText, localize } from '#kernel/localized-text.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { listRegisters, type Register } from '#platform/records/registers.ts';
import { listStates, type StateAt } from '#platform/records/transitions.ts';
import { bodies, contacts, groups, participations, parties, roles } from './model.ts';
import { listedParticipants, type PartyInBody, periodOf } from './rules/participation.ts';

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

/** Every group that is known at the moment, with its state then. */
export async function listGroups(tx: Transaction, moment: Moment): Promise<readonly Group[]> {
  const records = await allRecords(tx, { ...moment, kinds: [groups.name] });
  const states = await listStates(tx, { ...moment, kind: groups.name });
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

/** What a record is called, and the page below the register that shows it. */
export type Name = { readonly title: LocalizedText; readonly path: string };

/** Kinds of those who act: an id in a text or list of the layout that names one is looked for in this order. */
export const actors: readonly Kind[] = [parties, bodies, groups];

/** Names by `kind/id`, of those who act and of the further kinds asked for. */
export async function loadNames(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  further: readonly Kind[] = [],
): Promise<ReadonlyMap<string, Name>> {
  const named = [...actors, ...further];
  const records = await allRecords(tx, { ...moment, kinds: named.map((kind) => kind.name) });
  return new Map(
    records.flatMap((record) =>
      named
        .filter((kind) => kind.name === record.kind)
        .map(
          (kind) =>
            [
              `${kind.name}/${record.id}`,
              { title: kind.title(record.body), path: kind.href(record.id) },
            ] as const,
        ),
    ),
  );
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

/** Who takes part in a group or body: participations on record and, for a group, the lists of its description. */
export async function listParts(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  body: string,
): Promise<readonly PartyInBody[]> {
  const records = await allRecords(tx, { ...moment, kinds: [participations.name, groups.name] });
  return records.flatMap((record): readonly PartyInBody[] => {
    if (record.kind === groups.name) return record.id === body ? listedParticipants(record.body) : [];
    if (record.body.body !== body) return [];
    return [
      {
        party: String(record.body.party),
        role: record.body.role as PartyInBody['role'],
        period: periodOf(record.body.from, record.body.to),
        seenOn: null,
      },
    ];
  });
}

export type ContactRow = { readonly party: string; readonly contact: StoredRecord | null };

/** Contact points of a group: those on record, and a vacancy for each party of which the source says that none is named. */
export async function listContacts(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  group: StoredRecord,
): Promise<readonly ContactRow[]> {
  const records = await allRecords(tx, { ...moment, kinds: [contacts.name] });
  const named = records.filter((record) => record.body.body === group.id);
  const vacant = (group.body.contact_points_missing ?? []) as readonly string[];
  return [
    ...named.map((contact) => ({ party: String(contact.body.party), contact })),
    ...vacant.map((party) => ({ party, contact: null })),
  ];
}

/** The register's own roles and parties, to choose from at the demonstration sign-in. */
export async function listRoleChoices(tx: Transaction, register: RegisterId, language: Language) {
  return listChoices(tx, register, language, roles);
}

export async function listPartyChoices(tx: Transaction, register: RegisterId, language: Language) {
  return listChoices(tx, register, language, parties);
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
