import { type Certainty, isOnOrBefore, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { LocalizedText } from '#kernel/localized-text.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import type { Register } from '#platform/records/registers.ts';
import { listStates, type StateAt } from '#platform/records/transitions.ts';
import { bodies, contacts, groups, participations, parties } from './model.ts';
import { heldOn, listedParticipants, type PartyInBody, periodOf } from './rules/participation.ts';

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

/** Names of parties, bodies and groups by id, for whatever refers to them. */
export async function loadNames(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
): Promise<ReadonlyMap<string, LocalizedText>> {
  const records = await allRecords(tx, { ...moment, kinds: [parties.name, bodies.name, groups.name] });
  const kinds = new Map([parties, bodies, groups].map((kind) => [kind.name, kind]));
  return new Map(
    records.flatMap((record) => {
      const kind = kinds.get(record.kind);
      return kind === undefined ? [] : [[record.id, kind.title(record.body)] as const];
    }),
  );
}

/** The parties that are members of the union itself: those that implement what it adopts. */
export async function listMembers(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
): Promise<readonly StoredRecord[]> {
  const records = await allRecords(tx, { ...moment, kinds: [parties.name] });
  return records.filter((record) => record.body.kind === 'member_state');
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

/** Whether a party took part in a body on a day, observers and guests aside: what opens a body's papers (rule 3). */
export async function takesPart(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  party: string,
  body: string,
  day: PlainDate,
): Promise<Certainty> {
  const parts = (await listParts(tx, moment, body)).filter(
    (part) => part.party === party && part.role !== 'observer' && part.role !== 'guest',
  );
  const answers = parts.map((part) => heldOn(part, day));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
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
