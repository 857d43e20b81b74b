import { cases } from '#evidence';
import { contains, lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import {
  count,
  date,
  type InputOf,
  idAmong,
  line,
  newId,
  oneOf,
  optional,
  subject,
  text,
} from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { findFavourable } from '../assessments/store.ts';
import {
  bodies,
  contacts,
  type GroupAct,
  groupLifecycle,
  groups,
  participationRoles,
  participations,
  parties,
} from '../bodies/model.ts';
import { endListed, periodOf, takesPart, withoutPapers } from '../bodies/rules/participation.ts';
import { listContacts, listMembers, listParts } from '../bodies/store.ts';
import { recordsOf } from '../choices.ts';
import { initiatives } from '../initiatives/model.ts';
import { dangling } from '../named.ts';
import { byParty, byPower, powerPermission } from '../powers.ts';
import { stopReasons } from '../programme/model.ts';
import { correctionOf, firstStep, idsIn, openFor, stateOn, stepOf } from '../steps.ts';
import { wordFor } from '../text/words/words.ts';
import { groupTexts } from './text/texts.ts';

/** Whoever establishes groups abolishes them, and nobody else (§3.3); which body that is, the union's data say. */
export const establishGroups = powerPermission(
  'establish_groups',
  'establish, put to sleep and abolish groups',
);
export const takePart = {
  code: 'groups.take_part',
  audience: 'party',
  summary: 'take part in a group for a party, name its contact point and hand over',
} as const;

const textsOf = textsFrom(groupTexts);

const pathOf = (id: string) => groups.href(id);

async function findGroupNow(
  tx: Transaction,
  { register, today }: ActionContext,
  id: string,
): Promise<StoredRecord | undefined> {
  return findRecord(tx, { register: register.id, knownAt: knownNow(register, today), kind: groups.name, id });
}

const notFound = (id: string) => fail(problem('record_not_found', 'body.id', { id }));

export const proposeGroup = defineAction({
  name: 'groups/propose',
  permission: establishGroups,
  fields: {
    id: newId,
    name: line,
    mandate: text,
    parent: idAmong(recordsOf(bodies, groups)),
    dossier: optional(idAmong(recordsOf(cases))),
    initiative: optional(idAmong(recordsOf(initiatives))),
    on: date,
  },
  texts: textsOf('propose'),
  about: null,
  object: byPower('establish_groups'),
  perform: async (tx, context, { id, name, mandate, parent, dossier, initiative, on }) => {
    const { register, today, language } = context;
    const known = { register: register.id, knownAt: knownNow(register, today) };
    if (lastDay(on) > today) return fail(problem('date_in_future', 'body.on', { on }));
    const taken = await allRecords(tx, {
      ...known,
      kinds: [groups.name, bodies.name, parties.name],
      ids: [id],
    });
    if (taken.length > 0) return fail(problem('id_taken', 'body.id', { id }));
    const named = [
      ...(await dangling(tx, context, 'parent', parent, [bodies, groups])),
      ...(await dangling(tx, context, 'dossier', dossier, [cases])),
      ...(await dangling(tx, context, 'initiative', initiative, [initiatives])),
    ];
    if (named.length > 0) return fail(...named);
    const body: RecordBody = {
      id,
      [language === 'en' ? 'name' : language]: name,
      mandate,
      parent,
      ...(dossier === undefined ? {} : { case: dossier }),
      ...(initiative === undefined ? {} : { initiative }),
    };
    const steps = [firstStep('proposed', on, {})];
    return done(id, [{ kind: groups, id, body, steps }]);
  },
});

function done(id: string, changes: readonly Change[]): Result<Done> {
  return ok({ subject: `${groups.name}/${id}`, path: pathOf(id), changes });
}

const stateNow = (tx: Transaction, context: ActionContext, id: string) =>
  stateOn(tx, context, groups, id, context.today);

const aboutGroup = (act: GroupAct) => ({ kind: groups, isOpen: openFor(groups, groupLifecycle, act) });

/** A step of the group's lifecycle with what it says besides; `change` is what it changes in the group's description. */
async function take(
  tx: Transaction,
  context: ActionContext,
  act: GroupAct,
  asked: { readonly id: string; readonly on: PartialDate },
  details: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>> | null = null,
): Promise<Result<Done>> {
  const { id, on } = asked;
  const group = await findGroupNow(tx, context, id);
  if (group === undefined) return notFound(id);
  const step = await stepOf(tx, context, { kind: groups, id, lifecycle: groupLifecycle, act, on, details });
  if (!step.ok) return step;
  const body = change === null ? {} : { body: { ...group.body, ...change } };
  return done(id, [{ kind: groups, id, steps: [step.value], ...body }]);
}

export const activateGroup = defineAction({
  name: 'groups/activate',
  permission: establishGroups,
  fields: { id: subject, on: date, waiver: optional(text) },
  texts: textsOf('activate'),
  about: aboutGroup('activate'),
  waits: (tx, context) => idsIn(tx, context, groups, 'proposed'),
  object: byPower('establish_groups'),
  perform: async (tx, context, { id, on, waiver }) => {
    const group = await findGroupNow(tx, context, id);
    if (group === undefined) return notFound(id);
    const wanting = await whatIsWanting(tx, context, group, on, waiver);
    if (wanting.length > 0) return fail(...wanting);
    const change = waiver === undefined ? null : { steering_waiver: waiver };
    return take(tx, context, 'activate', { id, on }, {}, change);
  },
});

/** Everything that keeps a group from being active, at once (facts/union.md, invariants). */
async function whatIsWanting(
  tx: Transaction,
  context: ActionContext,
  group: StoredRecord,
  on: PartialDate,
  waiver: string | undefined,
): Promise<readonly Problem[]> {
  const { register, today } = context;
  const known = { register: register.id, knownAt: knownNow(register, today) };
  const subjects = [group.id, group.body.initiative].filter((id): id is string => typeof id === 'string');
  const favourable = await findFavourable(tx, context, subjects, on);
  const parentId = typeof group.body.parent === 'string' ? group.body.parent : '';
  const parents = await allRecords(tx, { ...known, kinds: [bodies.name, groups.name], ids: [parentId] });
  const steers = parents.some(
    ({ kind, body }) =>
      kind === bodies.name || body.kind === 'strategic' || body.strategic_consultation === true,
  );
  const told = await listContacts(tx, { ...known, asOf: on }, group);
  const present = new Set(
    told.filter(({ standing }) => standing === 'named' || standing === 'vacant').map(({ party }) => party),
  );
  const absent = (await listMembers(tx, known)).filter(({ id }) => !present.has(id));
  return [
    ...(favourable === undefined ? [problem('assessment_undecided', 'body.id')] : []),
    ...(steers || waiver !== undefined ? [] : [problem('steering_missing', 'body.waiver')]),
    ...(absent.length === 0
      ? []
      : [problem('contacts_missing', 'body.id', { parties: absent.map(({ id }) => id).join(', ') })]),
  ];
}

const reasonOptions = recordsOf(stopReasons);

export const rejectGroup = defineAction({
  name: 'groups/reject',
  permission: establishGroups,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('reject'),
  about: aboutGroup('reject'),
  object: byPower('establish_groups'),
  perform: (tx, context, { reason, ...asked }) => take(tx, context, 'reject', asked, { reason }),
});

export const putGroupToSleep = defineAction({
  name: 'groups/put_to_sleep',
  permission: establishGroups,
  fields: { id: subject, on: date, reason: text, months: count(1, 120) },
  texts: textsOf('put_to_sleep'),
  about: aboutGroup('put_to_sleep'),
  object: byPower('establish_groups'),
  perform: (tx, context, { reason, months, ...asked }) =>
    take(tx, context, 'put_to_sleep', asked, { reason, months }, { dormant_months: months }),
});

export const reviveGroup = defineAction({
  name: 'groups/revive',
  permission: establishGroups,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('revive'),
  about: aboutGroup('revive'),
  object: byPower('establish_groups'),
  perform: (tx, context, { reason, ...asked }) => take(tx, context, 'revive', asked, { reason }),
});

export const abolishGroup = defineAction({
  name: 'groups/abolish',
  permission: establishGroups,
  fields: { id: subject, on: date, reason: idAmong(reasonOptions), lives_on: optional(text) },
  texts: textsOf('abolish'),
  about: aboutGroup('abolish'),
  object: byPower('establish_groups'),
  perform: async (tx, context, { reason, lives_on: livesOn, ...asked }) => {
    const unknown = await dangling(tx, context, 'reason', reason, [stopReasons]);
    if (unknown.length > 0) return fail(...unknown);
    const details = { reason, ...(livesOn === undefined ? {} : { lives_on: livesOn }) };
    return take(tx, context, 'abolish', asked, details);
  },
});

/** Merged or converted: its mandate goes on in another, which a count of groups would hide (§4.2, §15.2.3). */
const handOn = (act: 'merge' | 'convert') =>
  defineAction({
    name: `groups/${act}`,
    permission: establishGroups,
    fields: { id: subject, on: date, into: idAmong(recordsOf(groups, bodies)), reason: text },
    texts: textsOf(act),
    about: aboutGroup(act),
    object: byPower('establish_groups'),
    perform: async (tx, context, { into, reason, ...asked }) => {
      if (into === asked.id) return fail(problem('merged_into_itself', 'body.into'));
      const unknown = await dangling(tx, context, 'into', into, [groups, bodies]);
      if (unknown.length > 0) return fail(...unknown);
      return take(tx, context, act, asked, { reason, successor: into }, { successor: into });
    },
  });
export const mergeGroup = handOn('merge');
export const convertGroup = handOn('convert');

const isTakingPart = async (tx: Transaction, context: ActionContext, id: string) => {
  const state = await stateNow(tx, context, id);
  return state === 'proposed' || state === 'active' || state === 'dormant';
};
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
  about: { kind: groups, isOpen: isTakingPart },
  object: byParty,
  perform: async (tx, context, part) => {
    const { register, today } = context;
    const members = await listMembers(tx, { register: register.id, knownAt: knownNow(register, today) });
    // Papers are open to those who take part, so that nobody but a member opens them to itself.
    const mayJoin = members.some(({ id }) => id === part.party) || withoutPapers.includes(part.role);
    const refusals = mayJoin ? [] : [problem('admission_needed', 'body.role', { party: part.party })];
    return letIn(tx, context, part, refusals);
  },
});

/** Regions and other states take part because a body of the union has let them. */
export const admitToGroup = defineAction({
  name: 'groups/admit',
  permission: establishGroups,
  fields: partFields,
  texts: textsOf('admit'),
  about: { kind: groups, isOpen: isTakingPart },
  object: byPower('establish_groups'),
  perform: (tx, context, part) => letIn(tx, context, part, []),
});

type Part = InputOf<typeof partFields>;

async function letIn(
  tx: Transaction,
  context: ActionContext,
  { id, party, role, on, organisation }: Part,
  refusals: readonly Problem[],
): Promise<Result<Done>> {
  const { register, today } = context;
  const known = { register: register.id, knownAt: knownNow(register, today) };
  const group = await findGroupNow(tx, context, id);
  if (group === undefined) return notFound(id);
  const key = `${id}-${party}-${on}`;
  const parts = await listParts(tx, known, group);
  const same = await findRecord(tx, { ...known, kind: participations.name, id: key });
  const state = await stateNow(tx, context, id);
  const wanting = [
    ...refusals,
    ...(lastDay(on) > today ? [problem('date_in_future', 'body.on', { on })] : []),
    ...(takesPart(parts, party, lastDay(on)) === 'yes' || same !== undefined
      ? [problem('part_taken', 'body.party', { party })]
      : []),
    // What has ended opens its papers to nobody new.
    ...((await isTakingPart(tx, context, id))
      ? []
      : [problem('state_forbids', 'body.id', { state: state ?? 'unknown', act: 'join' })]),
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

export const leaveGroup = defineAction({
  name: 'groups/leave',
  permission: takePart,
  fields: { id: subject, party: partyField, on: date, reason: text },
  texts: textsOf('leave'),
  about: { kind: groups, isOpen: isTakingPart },
  object: byParty,
  perform: async (tx, context, { id, party, on, reason }) => {
    const { register, today } = context;
    const known = { register: register.id, knownAt: knownNow(register, today) };
    const says = [{ body: id, party }];
    const held = await allRecords(tx, { ...known, kinds: [participations.name], says });
    const running = held.filter(({ body }) => contains(periodOf(body.from, body.to), lastDay(on)) === 'yes');
    const group = await findGroupNow(tx, context, id);
    const unlisted = group === undefined ? null : endListed(group.body, party, on);
    if (running.length === 0 && unlisted === null)
      return fail(problem('part_missing', 'body.party', { party }));
    const named = await allRecords(tx, { ...known, kinds: [contacts.name], says });
    const changes: readonly Change[] = [
      ...(unlisted === null ? [] : [{ kind: groups, id, body: unlisted, steps: [] }]),
      ...running.map((one) => ({
        kind: participations,
        id: one.id,
        body: { ...one.body, to: on, reason },
        steps: [],
      })),
      ...named
        .filter(({ body }) => body.to === undefined || body.to === null)
        .map((contact) => ({
          kind: contacts,
          id: contact.id,
          body: { ...contact.body, to: on },
          steps: [],
        })),
    ];
    return done(id, changes);
  },
});

/** Staff change, and what they know must not leave with them (§3.4, §15.4). */
export const handOver = defineAction({
  name: 'groups/hand_over',
  permission: takePart,
  fields: { id: subject, party: partyField, on: date, organisation: optional(line), handover: text },
  texts: textsOf('hand_over'),
  about: { kind: groups, isOpen: isTakingPart },
  object: byParty,
  perform: async (tx, context, { id, party, on, organisation, handover }) => {
    const { register, today } = context;
    const known = { register: register.id, knownAt: knownNow(register, today) };
    const group = await findGroupNow(tx, context, id);
    if (group === undefined) return notFound(id);
    const parts = await listParts(tx, known, group);
    if (takesPart(parts, party, lastDay(on)) === 'no')
      return fail(problem('part_missing', 'body.party', { party }));
    const before = await allRecords(tx, { ...known, kinds: [contacts.name], says: [{ body: id, party }] });
    const ended = before
      .filter(({ body }) => body.to === undefined || body.to === null)
      .map((contact) => ({
        kind: contacts,
        id: contact.id,
        body: { ...contact.body, to: on, handover },
        steps: [],
      }));
    const next = contactChange(`${id}-${party}-contact-${on}`, id, party, organisation, {
      from: on,
      handover,
    });
    const missing = (group.body.contact_points_missing ?? []) as readonly string[];
    if (!missing.includes(party)) return done(id, [...ended, next]);
    // What the source saw missing is told from now on by the record.
    const body = { ...group.body, contact_points_missing: missing.filter((one) => one !== party) };
    return done(id, [...ended, next, { kind: groups, id, body, steps: [] }]);
  },
});

/** The newest step happened on another day than was written down. */
export const correctGroup = defineAction({
  name: 'groups/correct',
  permission: establishGroups,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('correct'),
  about: { kind: groups, isOpen: async (tx, context, id) => (await stateNow(tx, context, id)) !== null },
  object: byPower('establish_groups'),
  perform: async (tx, context, { id, on, reason }) => {
    if ((await findGroupNow(tx, context, id)) === undefined) return notFound(id);
    const correction = await correctionOf(tx, context, groups, id, on, reason);
    if (!correction.ok) return correction;
    const { step, withdrawn } = correction.value;
    return done(id, [{ kind: groups, id, steps: [step], withdraws: [withdrawn] }]);
  },
});

export const groupActions: readonly Action[] = [
  proposeGroup,
  activateGroup,
  rejectGroup,
  putGroupToSleep,
  reviveGroup,
  abolishGroup,
  mergeGroup,
  convertGroup,
  correctGroup,
  joinGroup,
  admitToGroup,
  leaveGroup,
  handOver,
];
export const groupPermissions = [establishGroups, takePart];
