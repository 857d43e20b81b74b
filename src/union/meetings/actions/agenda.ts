import { isBefore, lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { fail, type Problem, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
import { date, idAmong, line, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { bodies, groups, parties } from '../../bodies/model.ts';
import { recordsOf } from '../../choices.ts';
import { promises } from '../../commitments/model.ts';
import { initiatives } from '../../initiatives/model.ts';
import { instruments } from '../../law/model.ts';
import { dangling, knownOf } from '../../named.ts';
import { parliamentItems } from '../../parliament/model.ts';
import { firstStep, idsIn } from '../../steps.ts';
import {
  agendaItems,
  audiences,
  type MeetingState,
  meetings,
  outcomes,
  type PointAudience,
  type PointKind,
  pointKinds,
  positionWords,
} from '../model.ts';
import { takePartInMeetings } from '../permissions.ts';
import { decideOn } from '../rules/decision.ts';
import { dateOf, findBody, findMeeting, findRule, listItems, listVoters, positionsOf } from '../store.ts';
import { meetingTexts } from '../text/texts.ts';
import {
  bodyOfItem,
  bodyOfMeeting,
  byConvener,
  byTakingPart,
  carryOn,
  convene,
  done,
  findItem,
  given,
  heldOn,
  isTakingPart,
  minutesField,
  notFound,
  notYet,
  openIn,
  refusalByState,
  textsOf,
} from './shared.ts';

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
  const known = knownOf(context);
  const meeting = await findMeeting(tx, known, meetingId);
  if (meeting === undefined) return notFound(meetingId);
  const until = meeting.body.points_until as PartialDate | null | undefined;
  // Until the meeting a call is over when it is over; of a meeting that was, what is written down afterwards was said on its day.
  const isPast = isBefore(dateOf(meeting), context.today) === 'yes';
  const available = Number(meeting.body.duration_minutes);
  const wanting = [
    ...notYet(context, on),
    ...(await refusalByState(tx, context, meetingId, 'planned')),
    ...(isBound && until != null && isBefore(until, isPast ? on : context.today) === 'yes'
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
    const item = await findItem(tx, knownOf(context), id);
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
  // Before a decision each party that takes part in the body is waited for.
  waits: async (tx, context, party) => {
    if (party === null) return [];
    const known = knownOf(context);
    const ids = await Promise.all(beforeMinutes.map((state) => idsIn(tx, context, meetings, state)));
    const items = (await listItems(tx, known, ids.flat()))
      .filter(({ body }) => body.point === 'decision' && body.outcome == null)
      .filter((item) => positionsOf(item)[party] === undefined);
    const theirs = [...new Set(items.map(({ body }) => String(body.meeting)))];
    const found = await allRecords(tx, { ...known, kinds: [meetings.name], ids: theirs });
    const own = new Set<string>();
    for (const { id, body } of found)
      if (await isTakingPart(tx, context, String(body.body), party)) own.add(id);
    return items.filter(({ body }) => own.has(String(body.meeting))).map(({ id }) => id);
  },
  object: byTakingPart(bodyOfItem),
  prefill: async (tx, context, { id, party }) => {
    const item = id === undefined ? undefined : await findItem(tx, knownOf(context), id);
    const said = item === undefined ? undefined : positionsOf(item)[party ?? ''];
    if (said === undefined) return {};
    return { position: said.position, ...(said.text == null ? {} : { text: said.text }) };
  },
  perform: async (tx, context, { id, party, position, text: why }) => {
    const item = await findItem(tx, knownOf(context), id);
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
          ...(due !== undefined && lastDay(due) < heldOn(meeting)
            ? [problem('due_before_made', 'body.due', { due, on: heldOn(meeting) })]
            : []),
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
  const known = knownOf(context);
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
    const items = await listItems(tx, knownOf(context), held);
    return items.filter(({ body }) => body.outcome == null).map(({ id }) => id);
  },
  object: byConvener,
  perform: async (tx, context, { id, conclusion, ...minute }) => {
    const known = knownOf(context);
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
      ...(outcome === 'escalated' ? await carryOn(tx, context, [{ ...item, body }], String(to), null) : []),
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
