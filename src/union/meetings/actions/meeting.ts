import { firstDay, isBefore, lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, type Problem, problem } from '#kernel/result.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import { date, idAmong, line, newId, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { bodies, groups, parties } from '../../bodies/model.ts';
import { recordsOf } from '../../choices.ts';
import { dangling, knownOf } from '../../named.ts';
import { firstStep, idsIn, stateOn } from '../../steps.ts';
import { attendanceLevels, cancelReasons, meetings } from '../model.ts';
import { fitAgenda } from '../rules/agenda.ts';
import {
  dateOf,
  expectedAt,
  findBody,
  findMeeting,
  listItems,
  listSeats,
  listWaiting,
  timedPoint,
} from '../store.ts';
import { meetingTexts } from '../text/texts.ts';
import {
  aboutMeeting,
  byConvener,
  carry,
  carryOn,
  convene,
  done,
  given,
  heldOn,
  meetingStep,
  minutesField,
  notFound,
  notYet,
  openIn,
  putOff,
  refusalByState,
  textsOf,
  timeField,
} from './shared.ts';

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
  back: () => '/meetings',
  object: byConvener,
  perform: async (tx, context, { id, name, body: bodyId, minutes, on, ...said }) => {
    const known = knownOf(context);
    const wanting = [
      ...notYet(context, on),
      ...((await findMeeting(tx, known, id)) === undefined ? [] : [problem('id_taken', 'body.id', { id })]),
      ...(await dangling(tx, context, 'body', bodyId, [groups, bodies])),
      ...calledTooLong(said),
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

/** Points are called for until the day of the meeting at the latest. */
function calledTooLong(said: {
  readonly date: PartialDate;
  readonly points_until?: PartialDate | undefined;
}): readonly Problem[] {
  const { date: day, points_until: until } = said;
  return until !== undefined && firstDay(until) > lastDay(day)
    ? [problem('call_after_meeting', 'body.points_until', { until, day })]
    : [];
}

/** Minutes that the points of a convened meeting take; before, it is not settled which of them fit. */
async function askedOf(tx: Transaction, context: ActionContext, id: string): Promise<number> {
  if (!(await openIn('convened')(tx, context, id))) return 0;
  const items = (await listItems(tx, knownOf(context), [id])).filter(({ body }) => body.outcome == null);
  return items.reduce((sum, { body }) => sum + Number(body.duration_minutes), 0);
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
    const meeting = id === undefined ? undefined : await findMeeting(tx, knownOf(context), id);
    const { date: on, duration_minutes: minutes, starts_at, place, points_until } = meeting?.body ?? {};
    const said = Object.entries({ date: on, starts_at, minutes, place, points_until });
    return Object.fromEntries(
      said.flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]])),
    );
  },
  perform: async (tx, context, { id, minutes, ...said }) => {
    const meeting = await findMeeting(tx, knownOf(context), id);
    if (meeting === undefined) return notFound(id);
    const closed = await refusalByState(tx, context, id, 'planned', 'convened');
    if (closed.length > 0) return fail(...closed);
    const asked = await askedOf(tx, context, id);
    const wanting = [
      ...(asked > minutes
        ? [problem('point_too_long', 'body.minutes', { minutes: asked, available: minutes })]
        : []),
      ...calledTooLong(said),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const { starts_at: _starts, place: _place, points_until: _until, ...kept } = meeting.body;
    const body = { ...kept, duration_minutes: minutes, ...given(said) };
    return done(meetings, id, [{ kind: meetings, id, body, steps: [] }]);
  },
});

/** Only an active group convenes (facts/union.md, invariants); of bodies that are no groups nothing is asked. */
export async function asleep(
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
    const items = await listItems(tx, knownOf(context), planned);
    return planned.filter((id) => items.some(({ body }) => body.meeting === id));
  },
  object: byConvener,
  lacking: async (tx, context, { id, on }) => {
    const known = knownOf(context);
    const meeting = await findMeeting(tx, known, id);
    if (meeting === undefined) return [];
    const body = await findBody(tx, known, String(meeting.body.body));
    const items = await listItems(tx, known, [id]);
    const { fits } = fitAgenda(items.map(timedPoint), Number(meeting.body.duration_minutes));
    const dormant = await asleep(tx, context, body, on, 'body.id');
    return [
      ...dormant.map((one) => ({
        problem: one,
        by: { action: 'groups/revive', given: { id: String(meeting.body.body) } },
      })),
      ...(fits.length > 0
        ? []
        : [
            {
              problem: problem('agenda_empty', 'body.id', { points: items.length }),
              by: { action: 'agenda/add', given: { id } },
            },
          ]),
    ];
  },
  perform: async (tx, context, { id, on }) => {
    const known = knownOf(context);
    const meeting = await findMeeting(tx, known, id);
    if (meeting === undefined) return notFound(id);
    const step = await meetingStep(tx, context, 'convene', { id, on });
    if (!step.ok) return step;
    const bodyId = String(meeting.body.body);
    const items = await listItems(tx, known, [id]);
    const { cut } = fitAgenda(items.map(timedPoint), Number(meeting.body.duration_minutes));
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
    const known = knownOf(context);
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
    const found = await allRecords(tx, { ...knownOf(context), kinds: [meetings.name], ids: convened });
    return found.filter((one) => isBefore(dateOf(one), context.today) === 'yes').map(({ id }) => id);
  },
  object: byConvener,
  perform: async (tx, context, { id, on }) => {
    const meeting = await findMeeting(tx, knownOf(context), id);
    if (meeting === undefined) return notFound(id);
    const step = await meetingStep(tx, context, 'hold', { id, on });
    if (!step.ok) return step;
    // It may have been put to sleep or have ended since it was convened.
    const group = await findBody(tx, knownOf(context), String(meeting.body.body));
    const dormant = await asleep(tx, context, group, on, 'body.on');
    if (dormant.length > 0)
      return fail(
        ...dormant.map(({ params }) => problem('meeting_of_dormant', 'body.on', { ...params, on })),
      );
    const body = { ...meeting.body, held: on };
    return done(meetings, id, [{ kind: meetings, id, body, steps: [step.value] }]);
  },
});

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
    const known = knownOf(context);
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
    const items = await listItems(tx, knownOf(context), held);
    return held.filter((id) => items.every(({ body }) => body.meeting !== id || body.outcome != null));
  },
  object: byConvener,
  lacking: async (tx, context, { id }) => {
    const known = knownOf(context);
    const meeting = await findMeeting(tx, known, id);
    if (meeting === undefined) return [];
    const open = (await listItems(tx, known, [id])).filter(({ body }) => body.outcome == null);
    const body = await findBody(tx, known, String(meeting.body.body));
    const expected = body === undefined ? [] : expectedAt(await listSeats(tx, known, body), heldOn(meeting));
    const attendance = (meeting.body.attendance ?? {}) as RecordBody;
    const silent = expected.filter((party) => !Object.hasOwn(attendance, party));
    const numbers = open.map(({ body: { number } }) => number).join(', ');
    return [
      ...(open.length === 0
        ? []
        : [
            {
              problem: problem('points_unminuted', 'body.id', { numbers }),
              by: { action: 'agenda/minute', given: { id: open[0]?.id ?? '' } },
            },
          ]),
      ...(silent.length === 0
        ? []
        : [
            {
              problem: problem('attendance_missing', 'body.id', { parties: silent.join(', ') }),
              by: { action: 'meetings/attend', given: { id, attending: silent[0] ?? '' } },
            },
          ]),
    ];
  },
  perform: async (tx, context, { id, on }) => {
    if ((await findMeeting(tx, knownOf(context), id)) === undefined) return notFound(id);
    const step = await meetingStep(tx, context, 'adopt_minutes', { id, on });
    return step.ok ? done(meetings, id, [{ kind: meetings, id, steps: [step.value] }]) : step;
  },
});
