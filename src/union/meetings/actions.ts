import { addDays, isBefore, isOnOrBefore, lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { actsFrom } from '#kernel/lifecycle.ts';
import type { RecordId } from '#kernel/references.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { AccessObject } from '#platform/access/access.ts';
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
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { bodies, groups, parties } from '../bodies/model.ts';
import { takesPart } from '../bodies/rules/participation.ts';
import { recordsOf } from '../choices.ts';
import { promises } from '../commitments/model.ts';
import { initiatives } from '../initiatives/model.ts';
import { instruments } from '../law/model.ts';
import { parliamentItems } from '../parliament/model.ts';
import { byParty, byPower, powerPermission } from '../powers.ts';
import { firstStep, idsIn, stateOn, stepOf } from '../steps.ts';
import {
  agendaItems,
  attendanceLevels,
  audiences,
  cancelReasons,
  longestMeeting,
  type MeetingAct,
  type MeetingState,
  meetingLifecycle,
  meetings,
  outcomes,
  type PointAudience,
  type PointKind,
  pointKinds,
  positionWords,
  procedureLifecycle,
  TimeOfDay,
  writtenProcedures,
} from './model.ts';
import { readAgendaItems, readWrittenProcedures, takePartInMeetings } from './permissions.ts';
import { fitAgenda } from './rules/agenda.ts';
import { decideOn, silenceOn } from './rules/decision.ts';
import {
  dateOf,
  expectedAt,
  findBody,
  findMeeting,
  findNextPlanned,
  findRule,
  type Known,
  listItems,
  listSeats,
  listVoters,
  listWaiting,
  positionsOf,
  timedPoint,
} from './store.ts';
import { meetingTexts } from './text/texts.ts';

export const convene = powerPermission('convene', 'plan, convene and minute meetings, and open procedures');

const textsOf = textsFrom(meetingTexts);

const byConvener = byPower('convene');

const knownBy = ({ register, today }: ActionContext): Known => ({
  register: register.id,
  knownAt: knownNow(register, today),
});

const done = (kind: Kind, id: string, changes: readonly Change[]): Result<Done> =>
  ok({ subject: `${kind.name}/${id}`, path: kind.href(id), changes });

const notFound = (id: string) => fail(problem('record_not_found', 'body.id', { id }));

const notYet = ({ today }: ActionContext, on: PartialDate): readonly Problem[] =>
  isBefore(today, on) === 'yes' ? [problem('date_in_future', 'body.on', { on })] : [];

/** What stands under an id that a field names, if anything of these kinds does. */
async function dangling(
  tx: Transaction,
  context: ActionContext,
  field: string,
  id: string | undefined,
  kinds: readonly Kind[],
): Promise<readonly Problem[]> {
  if (id === undefined) return [];
  const names = kinds.map(({ name }) => name);
  const found = await allRecords(tx, { ...knownBy(context), kinds: names, ids: [id] });
  return found.length > 0
    ? []
    : [problem('reference_dangling', `body.${field}`, { id, kinds: names.join(', ') })];
}

const stateNow = async (tx: Transaction, context: ActionContext, id: string) =>
  (await stateOn(tx, context, meetings, id, context.today)) as MeetingState | null;

const openIn =
  (...states: readonly MeetingState[]) =>
  async (tx: Transaction, context: ActionContext, id: string) => {
    const now = await stateNow(tx, context, id);
    return now !== null && states.includes(now);
  };

const aboutMeeting = (act: MeetingAct) => ({
  kind: meetings,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const now = await stateNow(tx, context, id);
    return now !== null && actsFrom(meetingLifecycle, now).includes(act);
  },
});

const meetingStep = (
  tx: Transaction,
  context: ActionContext,
  act: MeetingAct,
  { id, on }: { readonly id: string; readonly on: PartialDate },
  details: Readonly<Record<string, unknown>> = {},
) => stepOf(tx, context, { kind: meetings, id, lifecycle: meetingLifecycle, act, on, details });

/** Problem: `meeting_closed`, with the state that does not let it be done. */
async function refusalByState(
  tx: Transaction,
  context: ActionContext,
  id: string,
  ...states: readonly MeetingState[]
): Promise<readonly Problem[]> {
  const now = await stateNow(tx, context, id);
  return now !== null && states.includes(now)
    ? []
    : [problem('meeting_closed', 'body.id', { state: now ?? 'unknown' })];
}

/** A party that takes part today in the body that it is about; of any other it is nobody's own. */
function byTakingPart(bodyOf: (tx: Transaction, known: Known, id: string) => Promise<unknown>) {
  return async (
    tx: Transaction,
    context: ActionContext,
    input: { readonly id?: string | undefined; readonly party?: string | undefined },
  ): Promise<AccessObject> => {
    const own = await byParty(tx, context, input);
    const nobody = { ...own, party: null } as const;
    if (input.id === undefined || input.party === undefined) return nobody;
    const known = knownBy(context);
    const bodyId = await bodyOf(tx, known, input.id);
    const body = typeof bodyId === 'string' ? await findBody(tx, known, bodyId) : undefined;
    if (body === undefined) return nobody;
    const seats = await listSeats(tx, known, body);
    // With its body, so that a grant that is limited to one acts in it.
    const at = { ...own, body: body.id as RecordId };
    return takesPart(seats, input.party, context.today) === 'yes' ? at : nobody;
  };
}

const bodyOfMeeting = async (tx: Transaction, known: Known, id: string) =>
  (await findMeeting(tx, known, id))?.body.body;

async function findItem(tx: Transaction, known: Known, id: string): Promise<StoredRecord | undefined> {
  return findRecord(tx, { ...known, kind: agendaItems.name, id });
}

const bodyOfItem = async (tx: Transaction, known: Known, id: string) => {
  const item = await findItem(tx, known, id);
  return item === undefined ? undefined : bodyOfMeeting(tx, known, String(item.body.meeting));
};

const findProcedure = (tx: Transaction, known: Known, id: string) =>
  findRecord(tx, { ...known, kind: writtenProcedures.name, id });
const bodyOfProcedure = async (tx: Transaction, known: Known, id: string) =>
  (await findProcedure(tx, known, id))?.body.body;

/** A point on the agenda of another meeting: as it was, with what parties have said of it, and once more put off. */
function carry(items: readonly StoredRecord[], meeting: string, first: number): readonly Change[] {
  return items.map((item, index): Change => {
    const {
      outcome: _outcome,
      conclusion: _conclusion,
      cut: _cut,
      escalated_to: _escalated,
      ...kept
    } = item.body;
    const number = first + index;
    const id = `${meeting}-${number}`;
    const carried = Number(item.body.carried ?? 0) + 1;
    const body = { ...kept, id, meeting, number, carried, carried_from: item.id };
    return { kind: agendaItems, id, body, steps: [] };
  });
}

/** Where points go that are put off: to the next planned meeting of their body; without one they wait for it. */
async function carryOn(
  tx: Transaction,
  context: ActionContext,
  items: readonly StoredRecord[],
  body: string,
  after: { readonly id: string; readonly date: PartialDate } | null,
): Promise<readonly Change[]> {
  if (items.length === 0) return [];
  const known = knownBy(context);
  const next = await findNextPlanned(tx, known, body, after, context.today);
  if (next === undefined) return [];
  const there = await listItems(tx, known, [next.id]);
  return carry(items, next.id, Number(there.at(-1)?.body.number ?? 0) + 1);
}

const putOff = (item: StoredRecord): Change => ({
  kind: agendaItems,
  id: item.id,
  body: { ...item.body, outcome: 'deferred', cut: true },
  steps: [],
});

const minutesField = count(1, longestMeeting);
const timeField = { schema: TimeOfDay, control: 'line' } as const;

export const planMeeting = defineAction({
  name: 'meetings/plan',
  permission: convene,
  fields: {
    id: newId,
    name: line,
    body: idAmong(recordsOf(groups, bodies)),
    date,
    starts_at: optional(timeField),
    minutes: minutesField,
    place: optional(line),
    points_until: optional(date),
    on: date,
  },
  texts: textsOf('plan'),
  about: null,
  object: byConvener,
  perform: async (tx, context, { id, name, body: bodyId, minutes, on, ...said }) => {
    const known = knownBy(context);
    const wanting = [
      ...notYet(context, on),
      ...((await findMeeting(tx, known, id)) === undefined ? [] : [problem('id_taken', 'body.id', { id })]),
      ...(await dangling(tx, context, 'body', bodyId, [groups, bodies])),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const body: RecordBody = {
      id,
      [context.language === 'en' ? 'name' : context.language]: name,
      body: bodyId,
      duration_minutes: minutes,
      ...given(said),
    };
    const waiting = await listWaiting(tx, known, bodyId);
    return done(meetings, id, [
      { kind: meetings, id, body, steps: [firstStep('planned', on, {})] },
      ...carry(waiting, id, 1),
    ]);
  },
});

/** Without what was left empty. */
function given(said: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

export const moveMeeting = defineAction({
  name: 'meetings/move',
  permission: convene,
  fields: {
    id: subject,
    date,
    starts_at: optional(timeField),
    minutes: minutesField,
    place: optional(line),
    points_until: optional(date),
  },
  texts: textsOf('move'),
  about: { kind: meetings, isOpen: openIn('planned', 'convened') },
  object: byConvener,
  prefill: async (tx, context, { id }) => {
    const meeting = id === undefined ? undefined : await findMeeting(tx, knownBy(context), id);
    const { date: on, duration_minutes: minutes, starts_at, place, points_until } = meeting?.body ?? {};
    const said = Object.entries({ date: on, starts_at, minutes, place, points_until });
    return Object.fromEntries(
      said.flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]])),
    );
  },
  perform: async (tx, context, { id, minutes, ...said }) => {
    const meeting = await findMeeting(tx, knownBy(context), id);
    if (meeting === undefined) return notFound(id);
    const closed = await refusalByState(tx, context, id, 'planned', 'convened');
    if (closed.length > 0) return fail(...closed);
    const { starts_at: _starts, place: _place, points_until: _until, ...kept } = meeting.body;
    const body = { ...kept, duration_minutes: minutes, ...given(said) };
    return done(meetings, id, [{ kind: meetings, id, body, steps: [] }]);
  },
});

/** Only an active group convenes (facts/union.md, invariants); of bodies that are no groups nothing is asked. */
async function asleep(
  tx: Transaction,
  context: ActionContext,
  body: StoredRecord | undefined,
  on: PartialDate,
  place: string,
): Promise<readonly Problem[]> {
  if (body?.kind !== groups.name) return [];
  const state = await stateOn(tx, context, groups, body.id, on);
  return state === 'active'
    ? []
    : [problem('group_dormant', place, { group: body.id, state: state ?? 'unknown' })];
}

export const conveneMeeting = defineAction({
  name: 'meetings/convene',
  permission: convene,
  fields: { id: subject, on: date },
  texts: textsOf('convene'),
  about: aboutMeeting('convene'),
  waits: async (tx, context) => {
    const planned = await idsIn(tx, context, meetings, 'planned');
    const items = await listItems(tx, knownBy(context), planned);
    return planned.filter((id) => items.some(({ body }) => body.meeting === id));
  },
  object: byConvener,
  perform: async (tx, context, { id, on }) => {
    const known = knownBy(context);
    const meeting = await findMeeting(tx, known, id);
    if (meeting === undefined) return notFound(id);
    const step = await meetingStep(tx, context, 'convene', { id, on });
    if (!step.ok) return step;
    const bodyId = String(meeting.body.body);
    const items = await listItems(tx, known, [id]);
    const { fits, cut } = fitAgenda(items.map(timedPoint), Number(meeting.body.duration_minutes));
    const wanting = [
      ...(await asleep(tx, context, await findBody(tx, known, bodyId), on, 'body.id')),
      ...(fits.length > 0 ? [] : [problem('agenda_empty', 'body.id', { points: items.length })]),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const late = items.filter((item) => cut.some((point) => point.id === item.id));
    return done(meetings, id, [
      {
        kind: meetings,
        id,
        body: { ...meeting.body, convened: on },
        steps: [step.value],
      },
      ...late.map(putOff),
      ...(await carryOn(tx, context, late, bodyId, { id, date: dateOf(meeting) })),
    ]);
  },
});

export const cancelMeeting = defineAction({
  name: 'meetings/cancel',
  permission: convene,
  fields: {
    id: subject,
    on: date,
    reason: oneOf(cancelReasons, (reason, language) => meetingTexts(language).cancelReasons[reason]),
    note: optional(text),
  },
  texts: textsOf('cancel'),
  about: aboutMeeting('cancel'),
  object: byConvener,
  perform: async (tx, context, { id, on, reason, note }) => {
    const known = knownBy(context);
    const meeting = await findMeeting(tx, known, id);
    if (meeting === undefined) return notFound(id);
    const details = { reason, ...given({ note }) };
    const step = await meetingStep(tx, context, 'cancel', { id, on }, details);
    if (!step.ok) return step;
    const items = (await listItems(tx, known, [id])).filter(({ body }) => body.outcome == null);
    if (reason === 'no_agenda' && items.length > 0)
      return fail(problem('agenda_not_empty', 'body.reason', { points: items.length }));
    if (reason === 'other' && note === undefined) return fail(problem('cancel_reason_missing', 'body.note'));
    const body = { ...meeting.body, cancelled_because: reason, ...given({ reason: note }) };
    return done(meetings, id, [
      { kind: meetings, id, body, steps: [step.value] },
      ...items.map(putOff),
      ...(await carryOn(tx, context, items, String(meeting.body.body), { id, date: dateOf(meeting) })),
    ]);
  },
});

export const holdMeeting = defineAction({
  name: 'meetings/hold',
  permission: convene,
  fields: { id: subject, on: date },
  texts: textsOf('hold'),
  about: aboutMeeting('hold'),
  waits: async (tx, context) => {
    const convened = await idsIn(tx, context, meetings, 'convened');
    const found = await allRecords(tx, { ...knownBy(context), kinds: [meetings.name], ids: convened });
    return found.filter((one) => isBefore(dateOf(one), context.today) === 'yes').map(({ id }) => id);
  },
  object: byConvener,
  perform: async (tx, context, { id, on }) => {
    const meeting = await findMeeting(tx, knownBy(context), id);
    if (meeting === undefined) return notFound(id);
    const step = await meetingStep(tx, context, 'hold', { id, on });
    if (!step.ok) return step;
    const body = { ...meeting.body, held: on };
    return done(meetings, id, [{ kind: meetings, id, body, steps: [step.value] }]);
  },
});

const heldOn = ({ body }: StoredRecord) => lastDay((body.held ?? body.date) as PartialDate);

export const recordAttendance = defineAction({
  name: 'meetings/attend',
  permission: convene,
  fields: {
    id: subject,
    attending: idAmong(recordsOf(parties)),
    level: oneOf(attendanceLevels, (level, language) => meetingTexts(language).levels[level]),
  },
  texts: textsOf('attend'),
  about: { kind: meetings, isOpen: openIn('held') },
  object: byConvener,
  perform: async (tx, context, { id, attending, level }) => {
    const known = knownBy(context);
    const meeting = await findMeeting(tx, known, id);
    if (meeting === undefined) return notFound(id);
    const wanting = [
      ...(await refusalByState(tx, context, id, 'held')),
      ...(await dangling(tx, context, 'attending', attending, [parties])),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const attendance = { ...(meeting.body.attendance as RecordBody | undefined), [attending]: level };
    return done(meetings, id, [
      {
        kind: meetings,
        id,
        body: { ...meeting.body, attendance },
        steps: [],
      },
    ]);
  },
});

export const adoptMinutes = defineAction({
  name: 'meetings/adopt_minutes',
  permission: convene,
  fields: { id: subject, on: date },
  texts: textsOf('adopt_minutes'),
  about: aboutMeeting('adopt_minutes'),
  waits: async (tx, context) => {
    const held = await idsIn(tx, context, meetings, 'held');
    const items = await listItems(tx, knownBy(context), held);
    return held.filter((id) => items.every(({ body }) => body.meeting !== id || body.outcome != null));
  },
  object: byConvener,
  perform: async (tx, context, { id, on }) => {
    const known = knownBy(context);
    const meeting = await findMeeting(tx, known, id);
    if (meeting === undefined) return notFound(id);
    const step = await meetingStep(tx, context, 'adopt_minutes', { id, on });
    if (!step.ok) return step;
    const open = (await listItems(tx, known, [id])).filter(({ body }) => body.outcome == null);
    const body = await findBody(tx, known, String(meeting.body.body));
    const expected = body === undefined ? [] : expectedAt(await listSeats(tx, known, body), heldOn(meeting));
    const attendance = (meeting.body.attendance ?? {}) as RecordBody;
    const silent = expected.filter((party) => !Object.hasOwn(attendance, party));
    const wanting = [
      ...(open.length === 0
        ? []
        : [
            problem('points_unminuted', 'body.id', {
              numbers: open.map(({ body: { number } }) => number).join(', '),
            }),
          ]),
      ...(silent.length === 0
        ? []
        : [problem('attendance_missing', 'body.id', { parties: silent.join(', ') })]),
    ];
    if (wanting.length > 0) return fail(...wanting);
    return done(meetings, id, [{ kind: meetings, id, steps: [step.value] }]);
  },
});

const origins = [promises, instruments, parliamentItems, initiatives];

const pointFields = {
  id: subject,
  title: line,
  point: oneOf(pointKinds, (kind, language) => meetingTexts(language).points[kind]),
  minutes: minutesField,
  open_to: oneOf(audiences, (audience, language) => meetingTexts(language).audiences[audience]),
  origin: optional(idAmong(recordsOf(...origins))),
  text: optional(text),
  on: date,
};

type Point = {
  readonly id: string;
  readonly title: string;
  readonly point: PointKind;
  readonly minutes: number;
  readonly open_to: PointAudience;
  readonly origin?: string | undefined;
  readonly text?: string | undefined;
  readonly on: PartialDate;
};

/** Points come from a call for them: without any there is no meeting (§10.4). The number on the agenda gives the id. */
async function put(
  tx: Transaction,
  context: ActionContext,
  { id: meetingId, title, minutes, on, ...said }: Point,
  putBy: string | null,
  isBound: boolean,
): Promise<Result<Done>> {
  const known = knownBy(context);
  const meeting = await findMeeting(tx, known, meetingId);
  if (meeting === undefined) return notFound(meetingId);
  const until = meeting.body.points_until as PartialDate | null | undefined;
  const available = Number(meeting.body.duration_minutes);
  const wanting = [
    ...notYet(context, on),
    ...(await refusalByState(tx, context, meetingId, 'planned')),
    ...(isBound && until != null && isBefore(until, on) === 'yes'
      ? [problem('call_closed', 'body.on', { until })]
      : []),
    ...(minutes > available ? [problem('point_too_long', 'body.minutes', { minutes, available })] : []),
    ...(await dangling(tx, context, 'origin', said.origin, origins)),
  ];
  if (wanting.length > 0) return fail(...wanting);
  const number = Number((await listItems(tx, known, [meetingId])).at(-1)?.body.number ?? 0) + 1;
  const id = `${meetingId}-${number}`;
  const body: RecordBody = {
    id,
    meeting: meetingId,
    number,
    [context.language === 'en' ? 'title' : context.language]: title,
    duration_minutes: minutes,
    ...given(said),
    ...given({ put_by: putBy ?? undefined }),
  };
  return done(meetings, meetingId, [{ kind: agendaItems, id, body, steps: [] }]);
}

export const proposePoint = defineAction({
  name: 'agenda/propose',
  permission: takePartInMeetings,
  fields: { ...pointFields, party: idAmong(recordsOf(parties)) },
  texts: textsOf('propose'),
  about: { kind: meetings, isOpen: openIn('planned') },
  object: byTakingPart(bodyOfMeeting),
  perform: (tx, context, { party, ...point }) => put(tx, context, point, party, true),
});

/** Whoever convenes is not bound by its own call. */
export const addPoint = defineAction({
  name: 'agenda/add',
  permission: convene,
  fields: pointFields,
  texts: textsOf('add'),
  about: { kind: meetings, isOpen: openIn('planned') },
  object: byConvener,
  perform: async (tx, context, point) => {
    const { body } = await byConvener(tx, context);
    return put(tx, context, point, body ?? null, false);
  },
});

const isUnminuted =
  (...states: readonly MeetingState[]) =>
  async (tx: Transaction, context: ActionContext, id: string) => {
    const item = await findItem(tx, knownBy(context), id);
    if (item === undefined || item.body.outcome != null) return false;
    return openIn(...states)(tx, context, String(item.body.meeting));
  };

const beforeMinutes = ['planned', 'convened', 'held'] as const;

/** What a party thinks is said by the party alone, before the meeting or at it; the newest is its one position. */
export const statePosition = defineAction({
  name: 'agenda/position',
  permission: takePartInMeetings,
  fields: {
    id: subject,
    party: idAmong(recordsOf(parties)),
    position: oneOf(positionWords, (word, language) => meetingTexts(language).positions[word]),
    text: optional(text),
  },
  texts: textsOf('position'),
  about: { kind: agendaItems, isOpen: isUnminuted(...beforeMinutes) },
  // Before a decision each party is waited for; whether it takes part in the body, the object says.
  waits: async (tx, context, party) => {
    if (party === null) return [];
    const ids = await Promise.all(beforeMinutes.map((state) => idsIn(tx, context, meetings, state)));
    const items = await listItems(tx, knownBy(context), ids.flat());
    return items
      .filter(({ body }) => body.point === 'decision' && body.outcome == null)
      .filter((item) => positionsOf(item)[party] === undefined)
      .map(({ id }) => id);
  },
  object: byTakingPart(bodyOfItem),
  prefill: async (tx, context, { id, party }) => {
    const item = id === undefined ? undefined : await findItem(tx, knownBy(context), id);
    const said = item === undefined ? undefined : positionsOf(item)[party ?? ''];
    if (said === undefined) return {};
    return { position: said.position, ...(said.text == null ? {} : { text: said.text }) };
  },
  perform: async (tx, context, { id, party, position, text: why }) => {
    const item = await findItem(tx, knownBy(context), id);
    if (item === undefined) return notFound(id);
    const wanting = [
      ...(await refusalByState(tx, context, String(item.body.meeting), ...beforeMinutes)),
      ...(item.body.outcome == null ? [] : [problem('point_minuted', 'body.id')]),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const positions = { ...positionsOf(item), [party]: { position, ...given({ text: why }) } };
    return done(agendaItems, id, [
      {
        kind: agendaItems,
        id,
        body: { ...item.body, positions },
        steps: [],
      },
    ]);
  },
});

type Minute = {
  readonly outcome: (typeof outcomes)[number];
  readonly escalated_to?: string | undefined;
  readonly what?: string | undefined;
  readonly owner?: string | undefined;
  readonly watcher?: string | undefined;
  readonly due?: PartialDate | undefined;
};

/** Everything that keeps an outcome from being written down, at once. */
async function faultsOf(
  tx: Transaction,
  context: ActionContext,
  item: StoredRecord,
  meeting: StoredRecord,
  minute: Minute,
): Promise<readonly Problem[]> {
  const { outcome, escalated_to: to, what, owner, watcher, due } = minute;
  const promised = { what, owner, watcher, due };
  const actors = [bodies, groups, parties];
  const decided = outcome === 'decided';
  const told = Object.entries(promised).filter(([, value]) => value !== undefined);
  return [
    ...(await refusalByState(tx, context, meeting.id, 'held')),
    ...(item.body.outcome == null ? [] : [problem('point_minuted', 'body.id')]),
    ...(decided
      ? [
          ...(await undecided(tx, context, item, meeting)),
          ...Object.entries(promised)
            .filter(([, value]) => value === undefined)
            .map(([name]) => problem('commitment_field_missing', `body.${name}`)),
          ...(owner !== undefined && owner === watcher
            ? [problem('decision_owner_watches', 'body.watcher', { owner })]
            : []),
          ...(await dangling(tx, context, 'owner', owner, actors)),
          ...(await dangling(tx, context, 'watcher', watcher, actors)),
        ]
      : told.slice(0, 1).map(([name]) => problem('commitment_without_decision', `body.${name}`))),
    ...(outcome === 'escalated' && to === undefined
      ? [problem('escalation_target_missing', 'body.escalated_to')]
      : []),
    ...(await dangling(tx, context, 'escalated_to', outcome === 'escalated' ? to : undefined, [
      groups,
      bodies,
    ])),
  ];
}

/** Whether the positions amount to a decision by the rule of the body; what the data do not say is nobody's to decide. */
async function undecided(
  tx: Transaction,
  context: ActionContext,
  item: StoredRecord,
  meeting: StoredRecord,
): Promise<readonly Problem[]> {
  const known = knownBy(context);
  const bodyId = String(meeting.body.body);
  const body = await findBody(tx, known, bodyId);
  const rule = await findRule(tx, known, bodyId);
  if (rule === null || body === undefined)
    return [problem('decision_rule_missing', 'body.outcome', { body: bodyId })];
  const voters = await listVoters(tx, known, rule, body, heldOn(meeting));
  const { verdict, against, reserved, abstained, silent } = decideOn(positionsOf(item), rule, voters);
  if (verdict === 'carried') return [];
  const inTheWay = [...against, ...reserved, ...(rule.abstention === 'blocks' ? abstained : [])];
  return verdict === 'open'
    ? [problem('positions_missing', 'body.outcome', { parties: silent.join(', ') })]
    : [problem('decision_not_carried', 'body.outcome', { parties: inTheWay.join(', ') || '—' })];
}

export const minutePoint = defineAction({
  name: 'agenda/minute',
  permission: convene,
  fields: {
    id: subject,
    outcome: oneOf(outcomes, (outcome, language) => meetingTexts(language).outcomes[outcome]),
    conclusion: text,
    escalated_to: optional(idAmong(recordsOf(groups, bodies))),
    what: optional(line),
    owner: optional(idAmong(recordsOf(bodies, groups, parties))),
    watcher: optional(idAmong(recordsOf(bodies, groups, parties))),
    due: optional(date),
  },
  texts: textsOf('minute'),
  about: { kind: agendaItems, isOpen: isUnminuted('held') },
  waits: async (tx, context) => {
    const held = await idsIn(tx, context, meetings, 'held');
    const items = await listItems(tx, knownBy(context), held);
    return items.filter(({ body }) => body.outcome == null).map(({ id }) => id);
  },
  object: byConvener,
  perform: async (tx, context, { id, conclusion, ...minute }) => {
    const known = knownBy(context);
    const item = await findItem(tx, known, id);
    const meeting = item === undefined ? undefined : await findMeeting(tx, known, String(item.body.meeting));
    if (item === undefined || meeting === undefined) return notFound(id);
    const faults = await faultsOf(tx, context, item, meeting, minute);
    if (faults.length > 0) return fail(...faults);
    // Somebody may have given a promise of theirs this id: that one is not written over.
    if (
      minute.outcome === 'decided' &&
      (await findRecord(tx, { ...known, kind: promises.name, id })) !== undefined
    )
      return fail(problem('id_taken', 'body.id', { id }));
    const { outcome, escalated_to: to } = minute;
    const own = given({ escalated_to: outcome === 'escalated' ? to : undefined });
    const promise = outcome === 'decided' ? promiseOf(item, meeting, minute, context.language) : null;
    const made = promise === null ? {} : { promise: promise.id };
    const body = { ...item.body, outcome, conclusion, ...own, ...made };
    return done(meetings, meeting.id, [
      { kind: agendaItems, id, body, steps: [] },
      ...(promise === null ? [] : [promise]),
      ...(outcome === 'deferred'
        ? await carryOn(tx, context, [item], String(meeting.body.body), {
            id: meeting.id,
            date: dateOf(meeting),
          })
        : []),
      ...(outcome === 'escalated' ? await carryOn(tx, context, [item], String(to), null) : []),
    ]);
  },
});

/** What was decided is owed by one, watched by another, from the day of the meeting on (§3.8); its id is that of the point. */
function promiseOf(
  item: StoredRecord,
  meeting: StoredRecord,
  { what, owner, watcher, due }: Minute,
  language: Language,
): Change {
  const made = (meeting.body.held ?? meeting.body.date) as PartialDate;
  const body: RecordBody = {
    id: item.id,
    what,
    language,
    owner,
    watcher,
    due,
    origin: 'minutes',
    made_in: meeting.id,
    made,
  };
  const steps = [firstStep('open', made, {})];
  return { kind: promises, id: item.id, body, steps };
}

/**
 * The silence lasts as many days as the body's rule says, the day of opening not counted. It counts from the day on which it is
 * written down here, if that is later: before, nobody could have seen it.
 */
export const openProcedure = defineAction({
  name: 'procedures/open',
  permission: convene,
  fields: { id: newId, body: idAmong(recordsOf(groups, bodies)), title: line, text, on: date },
  texts: textsOf('open_procedure'),
  about: null,
  object: byConvener,
  perform: async (tx, context, { id, body: bodyId, title, text: proposal, on }) => {
    const { today } = context;
    const known = knownBy(context);
    const body = await findBody(tx, known, bodyId);
    const rule = await findRule(tx, known, bodyId);
    const days = rule?.silenceDays ?? null;
    const wanting = [
      ...notYet(context, on),
      ...((await findProcedure(tx, known, id)) === undefined ? [] : [problem('id_taken', 'body.id', { id })]),
      ...(await dangling(tx, context, 'body', bodyId, [groups, bodies])),
      ...(body !== undefined && days === null
        ? [problem('written_procedure_unknown', 'body.body', { body: bodyId })]
        : []),
      ...(await asleep(tx, context, body, on, 'body.body')),
    ];
    if (wanting.length > 0 || rule === null || days === null) return fail(...wanting);
    const record: RecordBody = {
      id,
      body: bodyId,
      [context.language === 'en' ? 'title' : context.language]: title,
      text: proposal,
      opened: on,
      deadline: addDays(isBefore(on, today) === 'yes' ? today : lastDay(on), days),
      rule: rule.id,
    };
    const steps = [firstStep('open', on, {})];
    return done(writtenProcedures, id, [{ kind: writtenProcedures, id, body: record, steps }]);
  },
});

const isRunning = async (tx: Transaction, context: ActionContext, id: string) =>
  (await stateOn(tx, context, writtenProcedures, id, context.today)) === 'open';

export const objectInWriting = defineAction({
  name: 'procedures/object',
  permission: takePartInMeetings,
  fields: { id: subject, party: idAmong(recordsOf(parties)), reason: text, on: date },
  texts: textsOf('object'),
  about: { kind: writtenProcedures, isOpen: isRunning },
  object: byTakingPart(bodyOfProcedure),
  perform: async (tx, context, { id, party, reason, on }) => {
    const known = knownBy(context);
    const procedure = await findProcedure(tx, known, id);
    if (procedure === undefined) return notFound(id);
    const bodyId = String(procedure.body.body);
    const body = await findBody(tx, known, bodyId);
    const rule = await findRule(tx, known, bodyId);
    const voters =
      body === undefined || rule === null ? [] : await listVoters(tx, known, rule, body, lastDay(on));
    const deadline = procedure.body.deadline as PartialDate;
    const wanting = [
      ...notYet(context, on),
      ...((await isRunning(tx, context, id)) ? [] : [problem('procedure_closed', 'body.id')]),
      ...(isOnOrBefore(context.today, deadline) === 'yes'
        ? []
        : [problem('silence_over', 'body.on', { deadline })]),
      ...(voters.includes(party) ? [] : [problem('objection_without_vote', 'body.party', { party })]),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const objections = { ...(procedure.body.objections as RecordBody | undefined), [party]: { on, reason } };
    return done(writtenProcedures, id, [
      {
        kind: writtenProcedures,
        id,
        body: { ...procedure.body, objections },
        steps: [],
      },
    ]);
  },
});

/** Whether it is adopted or blocked is not chosen: it follows from the deadline and the objections. */
export const closeProcedure = defineAction({
  name: 'procedures/close',
  permission: convene,
  fields: { id: subject, on: date },
  texts: textsOf('close_procedure'),
  about: { kind: writtenProcedures, isOpen: isRunning },
  waits: async (tx, context) => {
    const running = await idsIn(tx, context, writtenProcedures, 'open');
    const known = knownBy(context);
    const found = await allRecords(tx, { ...known, kinds: [writtenProcedures.name], ids: running });
    return found
      .filter(({ body }) => {
        const deadline = body.deadline as PartialDate;
        const objections = (body.objections ?? {}) as RecordBody;
        return silenceOn({ deadline, objections }, context.today) !== 'running';
      })
      .map(({ id }) => id);
  },
  object: byConvener,
  perform: async (tx, context, { id, on }) => {
    const procedure = await findProcedure(tx, knownBy(context), id);
    if (procedure === undefined) return notFound(id);
    const deadline = procedure.body.deadline as PartialDate;
    const objections = (procedure.body.objections ?? {}) as RecordBody;
    const verdict = silenceOn({ deadline, objections }, on);
    if (verdict === 'running') return fail(problem('silence_running', 'body.on', { deadline }));
    const lifecycle = procedureLifecycle;
    const act = verdict === 'adopted' ? 'adopt' : 'block';
    const details = verdict === 'adopted' ? {} : { objections: Object.keys(objections) };
    const step = await stepOf(tx, context, { kind: writtenProcedures, id, lifecycle, act, on, details });
    if (!step.ok) return step;
    return done(writtenProcedures, id, [{ kind: writtenProcedures, id, steps: [step.value] }]);
  },
});

/** Whether somebody acts for the body that convenes, whose task it is to know the papers of all. */
export async function convenerOf(tx: Transaction, context: ActionContext): Promise<RecordId | null> {
  return (await byConvener(tx, context)).body ?? null;
}

export const meetingActions: readonly Action[] = [
  planMeeting,
  moveMeeting,
  conveneMeeting,
  cancelMeeting,
  holdMeeting,
  recordAttendance,
  adoptMinutes,
  proposePoint,
  addPoint,
  statePosition,
  minutePoint,
  openProcedure,
  objectInWriting,
  closeProcedure,
];
export const meetingPermissions = [convene, takePartInMeetings, readAgendaItems, readWrittenProcedures];
