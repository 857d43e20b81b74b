import type { PartialDate, PlainDate } from '#kernel/dates.ts';
import type { RecordId } from '#kernel/references.ts';
import { decide, type Grant, type ParticipationPort } from '#platform/access/access.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import {
  bodies,
  groups,
  knownOf,
  listPartsOf,
  meetingStatesOn,
  meetings,
  type PartyInBody,
  parties,
  powers,
  roleOn,
  takesPart,
} from '#union';
import { forumMatters, keepMatters, powerOf, readMatters } from './model.ts';
import { isAdmitted, type Subject, subjects } from './rules/admission.ts';
import { gapsIn, type Presence, presenceOf } from './rules/attendance.ts';
import { type Kept, keptIn, levelOf, type Rhythm, rhythmsOf } from './rules/cadence.ts';

type Acting = Pick<ActionContext, 'register' | 'actor' | 'today'>;
type Known = Parameters<typeof listPartsOf>[1];

/** A group in which a subject of the forum is worked, with who is in it. */
export type ForumGroup = {
  readonly subject: Subject;
  readonly body: RecordId;
  readonly parts: readonly PartyInBody[];
};

/** Those of which the register says a body, in the order of the subjects. */
export async function listForumGroups(tx: Transaction, known: Known): Promise<readonly ForumGroup[]> {
  const held = await allRecords(tx, { ...known, kinds: [powers.name], ids: subjects.map(powerOf) });
  const bodyOf = new Map(held.map(({ id, body }) => [id, String(body.body)]));
  const keys = [...bodyOf.values()].flatMap((body) => [`${groups.name}/${body}`, `${bodies.name}/${body}`]);
  const parts = await listPartsOf(tx, known, keys);
  return subjects.flatMap((subject) => {
    const body = bodyOf.get(powerOf(subject));
    if (body === undefined) return [];
    const own = parts.get(`${groups.name}/${body}`) ?? parts.get(`${bodies.name}/${body}`) ?? [];
    return [{ subject, body: body as RecordId, parts: own }];
  });
}

export const findForumGroup = async (
  tx: Transaction,
  context: Pick<Acting, 'register' | 'today'>,
  body: string | undefined,
): Promise<ForumGroup | undefined> =>
  (await listForumGroups(tx, knownOf(context))).find((group) => group.body === body);

const takingIn =
  ({ parts }: ForumGroup): ParticipationPort =>
  (_register, party, _body, day) =>
    takesPart(parts, party, day);

/** Kinds of parties, by id: by these the rule of admission knows whom it speaks of. */
export async function kindsOfParties(
  tx: Transaction,
  known: Known,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = ids === undefined ? {} : { ids };
  const found = await allRecords(tx, { ...known, kinds: [parties.name], ...wanted });
  return new Map(found.map(({ id, body }) => [id, String(body.kind)]));
}

export type ForumMatter = {
  readonly id: string;
  readonly body: string;
  readonly subject: Subject;
  readonly title: string;
  readonly paper: string | null;
  readonly meeting: string | null;
  readonly isSensitive: boolean;
  readonly invited: readonly string[];
  readonly record: StoredRecord;
};

export async function listMatters(
  tx: Transaction,
  context: Pick<Acting, 'register' | 'today'>,
  ids?: readonly string[],
): Promise<readonly ForumMatter[]> {
  const known = knownOf(context);
  const subjectOf = new Map((await listForumGroups(tx, known)).map(({ body, subject }) => [body, subject]));
  const records = await allRecords(tx, {
    ...known,
    kinds: [forumMatters.name],
    ...(ids === undefined ? {} : { ids }),
  });
  return records.flatMap((record) => {
    const { id, body: said } = record;
    const subject = subjectOf.get(String(said.body) as RecordId);
    if (subject === undefined) return [];
    return [
      {
        ...{ id, body: String(said.body), subject, title: String(said.title), record },
        paper: typeof said.paper === 'string' ? said.paper : null,
        meeting: typeof said.meeting === 'string' ? said.meeting : null,
        isSensitive: said.sensitive === true,
        invited: Array.isArray(said.invited) ? said.invited.map(String) : [],
      },
    ];
  });
}

/** A matter that the reader sees, with the grant that opens it and who is invited to it. */
export type SeenMatter = ForumMatter & { readonly grant: Grant | null; readonly comes: readonly string[] };

/** Matters to which a party is invited for which the reader sits in the group; for who acts for the group itself, all of it. */
export async function listSeenMatters(
  tx: Transaction,
  { register, actor, today }: Acting,
): Promise<readonly SeenMatter[]> {
  if (actor.kind !== 'person') return [];
  const known = knownOf({ register, today });
  const found = await listForumGroups(tx, known);
  const kinds = await kindsOfParties(tx, known);
  const own = [...new Set(actor.grants.flatMap(({ party }) => party ?? []))];
  const seen: SeenMatter[] = [];
  for (const matter of await listMatters(tx, { register, today })) {
    const group = found.find(({ body }) => body === matter.body);
    if (group === undefined) continue;
    const { body, parts } = group;
    const isInvited = (party: string) => isAdmitted(matter, { id: party, kind: kinds.get(party) ?? '' });
    const decided = [
      decide(keepMatters, actor, { register: register.id, party: null, body }, today, takingIn(group)),
      ...own
        .filter(isInvited)
        .map((party) =>
          decide(readMatters, actor, { register: register.id, party, body }, today, takingIn(group)),
        ),
    ];
    const opening = decided.find(({ allowed }) => allowed);
    if (opening?.allowed !== true) continue;
    const present = [...new Set(parts.map(({ party }) => party))].filter(
      (party) => takesPart(parts, party, today) === 'yes',
    );
    seen.push({ ...matter, grant: opening.grant, comes: present.filter(isInvited) });
  }
  return seen;
}

/** A group that works on energy: how it meets, and who was missing, in a year. */
export type GroupYear = {
  readonly id: string;
  readonly parent: string | null;
  readonly chairOfGroups: string | null;
  /** States and others of its lists; of one that has no list, those of the group above it. */
  readonly expected: readonly string[];
  readonly isOwnList: boolean;
  readonly rhythms: readonly { readonly rhythm: Rhythm; readonly held: number; readonly kept: Kept }[];
  readonly held: number;
  readonly gaps: readonly Presence[];
  readonly record: StoredRecord;
};

/** Of which case the register says that it is energy. */
const energyCase = 'energy';

export async function listGroupYears(
  tx: Transaction,
  known: Known,
  { day, year }: { readonly day: PlainDate; readonly year: string },
): Promise<readonly GroupYear[]> {
  const all = await allRecords(tx, { ...known, kinds: [groups.name] });
  const own = all.filter(({ body }) => body.case === energyCase);
  if (own.length === 0) return [];
  const parts = await listPartsOf(
    tx,
    known,
    own.map(({ id }) => `${groups.name}/${id}`),
  );
  const says = own.map(({ id }) => ({ body: id }));
  const planned = await allRecords(tx, { ...known, kinds: [meetings.name], says });
  const states = await meetingStatesOn(
    tx,
    { ...known, asOf: day as PartialDate },
    planned.map(({ id }) => id),
  );
  const held = planned.filter(
    ({ id, body }) =>
      String(body.date).startsWith(year) && ['held', 'minutes_adopted'].includes(states.get(id) ?? ''),
  );
  const partsOf = (id: unknown) => parts.get(`${groups.name}/${id}`) ?? [];
  return own.map((record): GroupYear => {
    const { id, body } = record;
    const isOwnList = partsOf(id).length > 0;
    const listed = isOwnList ? partsOf(id) : partsOf(body.parent);
    const expected = [...new Set(listed.map(({ party }) => party))].filter((party) =>
      ['member', 'participant'].includes(roleOn(listed, party, day) ?? ''),
    );
    const attendance = held
      .filter((meeting) => meeting.body.body === id)
      .map((meeting) => (meeting.body.attendance ?? {}) as Readonly<Record<string, string>>);
    const heldAt = attendance.map(levelOf);
    return {
      ...{ id, record, expected, isOwnList, held: attendance.length },
      parent: typeof body.parent === 'string' ? body.parent : null,
      chairOfGroups: typeof body.chair_of_working_groups === 'string' ? body.chair_of_working_groups : null,
      rhythms: rhythmsOf(body.frequency).map((rhythm) => ({
        rhythm,
        held: heldAt.filter((level) => level === rhythm.level).length,
        kept: keptIn(rhythm, heldAt, day === `${year}-12-31`),
      })),
      gaps: gapsIn(presenceOf(expected, attendance)),
    };
  });
}
