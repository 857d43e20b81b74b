import { contains, firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, type Problem, problem, type Result } from '#kernel/result.ts';
import { type Action, type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
import {
  date,
  type InputOf,
  idAmong,
  line,
  oneOf,
  optional,
  subject,
  text,
} from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import {
  contacts,
  groups,
  type PartAct,
  participationRoles,
  participations,
  parties,
  partLifecycle,
} from '../../bodies/model.ts';
import { endListed, hasPartFrom, periodOf, roleOn, withoutPapers } from '../../bodies/rules/participation.ts';
import { listMembers, listParts } from '../../bodies/store.ts';
import { recordsOf } from '../../choices.ts';
import { knownOf } from '../../named.ts';
import { byParty, byPower } from '../../powers.ts';
import { forbiddenNow, openFor } from '../../steps.ts';
import { wordFor } from '../../text/words/words.ts';
import { done, establishGroups, findGroupNow, notFound, textsOf } from './shared.ts';

export const takePart = {
  code: 'groups.take_part',
  audience: 'party',
  summary: 'take part in a group for a party, name its contact point and hand over',
} as const;

/** The group's state lets it be done, by the table of what parties do in it. */
const aboutPart = (act: PartAct) => ({ kind: groups, isOpen: openFor(groups, partLifecycle, act) });
const forbids = (tx: Transaction, context: ActionContext, id: string, act: PartAct) =>
  forbiddenNow(tx, context, { kind: groups, id, lifecycle: partLifecycle, act });

const partyField = idAmong(recordsOf(parties));

const partFields = {
  id: subject,
  party: partyField,
  role: oneOf(participationRoles, (role, language) => wordFor(role, language)),
  on: date,
  organisation: optional(line),
};

/** A party takes part from a day on; its contact point is an organisation, or an open vacancy that everybody sees. */
export const joinGroup = defineAction({
  name: 'groups/join',
  permission: takePart,
  fields: partFields,
  texts: textsOf('join'),
  about: aboutPart('join'),
  object: byParty,
  perform: async (tx, context, part) => {
    const members = await listMembers(tx, knownOf(context));
    // Papers are open to those who take part, so that nobody but a member opens them to itself.
    const mayJoin = members.some(({ id }) => id === part.party) || withoutPapers.includes(part.role);
    const refusals = mayJoin ? [] : [problem('admission_needed', 'body.role', { party: part.party })];
    return letIn(tx, context, 'join', part, refusals);
  },
});

/** Regions and other states take part because a body of the union has let them. */
export const admitToGroup = defineAction({
  name: 'groups/admit',
  permission: establishGroups,
  fields: partFields,
  texts: textsOf('admit'),
  about: aboutPart('admit'),
  object: byPower('establish_groups'),
  perform: (tx, context, part) => letIn(tx, context, 'admit', part, []),
});

type Part = InputOf<typeof partFields>;

async function letIn(
  tx: Transaction,
  context: ActionContext,
  act: PartAct,
  { id, party, role, on, organisation }: Part,
  refusals: readonly Problem[],
): Promise<Result<Done>> {
  const { today } = context;
  const known = knownOf(context);
  const group = await findGroupNow(tx, context, id);
  if (group === undefined) return notFound(id);
  const key = `${id}-${party}-${on}`;
  const parts = await listParts(tx, known, group);
  const same = await findRecord(tx, { ...known, kind: participations.name, id: key });
  const wanting = [
    ...refusals,
    ...(lastDay(on) > today ? [problem('date_in_future', 'body.on', { on })] : []),
    ...(hasPartFrom(parts, party, on) || same !== undefined
      ? [problem('part_taken', 'body.party', { party })]
      : []),
    ...(await forbids(tx, context, id, act)),
  ];
  if (wanting.length > 0) return fail(...wanting);
  const participation: Change = {
    kind: participations,
    id: key,
    body: { id: key, body: id, party, role, from: on },
    steps: [],
  };
  return done(id, [participation, contactChange(key, id, party, organisation, { from: on })]);
}

/** A contact point, or the vacancy that stands in its place: who is missing is seen as well as who is there (§9.2.3). */
function contactChange(
  key: string,
  body: string,
  party: string,
  organisation: string | undefined,
  said: Readonly<Record<string, unknown>>,
): Change {
  const who = organisation === undefined ? { vacant: true } : { organisation };
  return { kind: contacts, id: key, body: { id: key, body, party, ...who, ...said }, steps: [] };
}

const endFields = { id: subject, party: partyField, on: date, reason: text };

export const leaveGroup = defineAction({
  name: 'groups/leave',
  permission: takePart,
  fields: endFields,
  texts: textsOf('leave'),
  about: aboutPart('leave'),
  object: byParty,
  perform: (tx, context, part) => letGo(tx, context, 'leave', part),
});

/** Whoever admits a region ends its part: otherwise it would stay for as long as it likes. */
export const endPart = defineAction({
  name: 'groups/end_part',
  permission: establishGroups,
  fields: endFields,
  texts: textsOf('end_part'),
  about: aboutPart('end_part'),
  object: byPower('establish_groups'),
  perform: (tx, context, part) => letGo(tx, context, 'end_part', part),
});

/** Ends what a party has in a group on a day: its parts, its place in the lists, its contact points. */
async function letGo(
  tx: Transaction,
  context: ActionContext,
  act: PartAct,
  { id, party, on, reason }: InputOf<typeof endFields>,
): Promise<Result<Done>> {
  const known = { ...knownOf(context), says: [{ body: id, party }] };
  const held = await allRecords(tx, { ...known, kinds: [participations.name] });
  const running = held.filter(({ body }) => contains(periodOf(body.from, body.to), lastDay(on)) === 'yes');
  const group = await findGroupNow(tx, context, id);
  const unlisted = group === undefined ? null : endListed(group.body, party, on);
  const open = await openContacts(tx, context, id, party);
  const wanting = [
    ...(running.length === 0 && unlisted === null ? [problem('part_missing', 'body.party', { party })] : []),
    ...endFaults(context, open, on),
    ...(await forbids(tx, context, id, act)),
  ];
  if (wanting.length > 0) return fail(...wanting);
  return done(id, [
    ...(unlisted === null ? [] : [{ kind: groups, id, body: unlisted, steps: [] }]),
    ...running.map((one) => ({
      kind: participations,
      id: one.id,
      body: { ...one.body, to: on, reason },
      steps: [],
    })),
    ...endContacts(open, { to: on }),
  ]);
}

/** Contact points of a party, and vacancies, that nothing has ended. */
async function openContacts(
  tx: Transaction,
  context: ActionContext,
  id: string,
  party: string,
): Promise<readonly StoredRecord[]> {
  const says = [{ body: id, party }];
  const named = await allRecords(tx, { ...knownOf(context), kinds: [contacts.name], says });
  return named.filter(({ body }) => (body.to ?? null) === null);
}

function endContacts(
  open: readonly StoredRecord[],
  said: Readonly<Record<string, unknown>>,
): readonly Change[] {
  return open.map(({ id, body }) => ({ kind: contacts, id, body: { ...body, ...said }, steps: [] }));
}

/** What ends has ended by today, and not before it began. */
function endFaults(
  { today }: ActionContext,
  open: readonly StoredRecord[],
  on: PartialDate,
): readonly Problem[] {
  const later = open.map(({ body }) => body.from).find((from) => firstDayOf(from) > lastDay(on));
  return [
    ...(lastDay(on) > today ? [problem('date_in_future', 'body.on', { on })] : []),
    ...(later === undefined ? [] : [problem('contact_began_later', 'body.on', { on: String(later) })]),
  ];
}

const firstDayOf = (from: unknown) => (typeof from === 'string' ? firstDay(from as PartialDate) : '');

/** Staff change, and what they know must not leave with them (§3.4, §15.4). */
export const handOver = defineAction({
  name: 'groups/hand_over',
  permission: takePart,
  fields: { id: subject, party: partyField, on: date, organisation: optional(line), handover: text },
  texts: textsOf('hand_over'),
  about: aboutPart('hand_over'),
  object: byParty,
  perform: async (tx, context, { id, party, on, organisation, handover }) => {
    const known = knownOf(context);
    const group = await findGroupNow(tx, context, id);
    if (group === undefined) return notFound(id);
    // Observers and guests have contact points, too.
    const isThere = roleOn(await listParts(tx, known, group), party, lastDay(on)) !== null;
    const open = await openContacts(tx, context, id, party);
    const wanting = [
      ...(isThere ? [] : [problem('part_missing', 'body.party', { party })]),
      ...endFaults(context, open, on),
      ...(await forbids(tx, context, id, 'hand_over')),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const ended = endContacts(open, { to: on, handover });
    const key = await freeContactId(tx, context, `${id}-${party}-contact-${on}`);
    const next = contactChange(key, id, party, organisation, { from: on, handover });
    const missing = (group.body.contact_points_missing ?? []) as readonly string[];
    if (!missing.includes(party)) return done(id, [...ended, next]);
    // What the source saw missing is told from now on by the record.
    const body = { ...group.body, contact_points_missing: missing.filter((one) => one !== party) };
    return done(id, [...ended, next, { kind: groups, id, body, steps: [] }]);
  },
});

/** Hands can change twice on one day: what came first keeps its record. */
async function freeContactId(tx: Transaction, context: ActionContext, stem: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if ((await findRecord(tx, { ...knownOf(context), kind: contacts.name, id })) === undefined) return id;
  }
}

export const partActions: readonly Action[] = [joinGroup, admitToGroup, leaveGroup, endPart, handOver];
