import { z } from 'zod';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { DateField, IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';

/** From its date to its minutes (facts/union.md, section 4). What is in adopted minutes stands. */
export const meetingStates = ['planned', 'convened', 'held', 'minutes_adopted', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];
export type MeetingAct = 'convene' | 'cancel' | 'hold' | 'adopt_minutes';
export const meetingLifecycle: Lifecycle<MeetingState, MeetingAct> = {
  planned: { convene: 'convened', cancel: 'cancelled' },
  convened: { hold: 'held', cancel: 'cancelled' },
  held: { adopt_minutes: 'minutes_adopted' },
  minutes_adopted: {},
  cancelled: {},
};

/** Without points there is no meeting (§10.4); whatever else keeps it from being held is told in words. */
export const cancelReasons = ['no_agenda', 'other'] as const;

/** What a point asks of a meeting, in the order in which points get its time: presentations last (§12.2.3, §12.4). */
export const pointKinds = ['decision', 'discussion', 'information', 'presentation'] as const;
export type PointKind = (typeof pointKinds)[number];

/** For whom a point is open: for everybody, or for those who take part; an observer sits at the table without papers. */
export const audiences = ['all', 'members'] as const;
export type PointAudience = (typeof audiences)[number];

/** What a party says of a point. `none` is said, too: that it takes no position; a party that is not there said nothing. */
export const positionWords = ['in_favour', 'against', 'reservation', 'abstention', 'none'] as const;
export type PositionWord = (typeof positionWords)[number];

export const outcomes = ['decided', 'noted', 'deferred', 'escalated'] as const;
export type PointOutcome = (typeof outcomes)[number];

/** At which level a party was there; that it was not is written down as well. */
export const attendanceLevels = [
  'minister',
  'director_general',
  'official',
  'expert',
  'not_represented',
] as const;
export type AttendanceLevel = (typeof attendanceLevels)[number];

/** By the clock of the union's time zone. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const longestMeeting = 24 * 60;
const Minutes = z.int().min(1).max(longestMeeting);

export const Meeting = recordSchema(
  { id: IdField, body: IdField, date: DateField, duration_minutes: Minutes },
  {
    name: TextField,
    place: TextField,
    starts_at: TimeOfDay,
    points_until: DateField,
    /** Of meetings that were planned together, one name for all of them. */
    series: IdField,
    convened: DateField,
    held: DateField,
    cancelled_because: z.enum(cancelReasons),
    reason: TextField,
    attendance: z.record(z.string(), z.enum(attendanceLevels)),
  },
);

const Position = z.strictObject({ position: z.enum(positionWords), text: z.string().nullish() });
export type Position = z.output<typeof Position>;

/**
 * A point of an agenda. `carried` is how often it was put off; `carried_from` the point that it was then, so that what minutes
 * said of that one stands.
 */
export const AgendaItem = recordSchema(
  {
    id: IdField,
    meeting: IdField,
    number: z.int().min(1),
    point: z.enum(pointKinds),
    duration_minutes: Minutes,
    open_to: z.enum(audiences),
  },
  {
    title: TextField,
    text: TextField,
    put_by: IdField,
    origin: IdField,
    positions: z.record(z.string(), Position),
    outcome: z.enum(outcomes),
    conclusion: TextField,
    cut: z.boolean(),
    escalated_to: IdField,
    promise: IdField,
    carried: z.int().min(0),
    carried_from: IdField,
  },
);

/**
 * How a body decides, as its own data say. By unanimity each state that votes has one position; an abstention is recorded, and
 * whether it stands in the way is said here. `silence_days`: how long the silence of a written procedure lasts; absent: the
 * body has none.
 */
export const DecisionRule = recordSchema(
  {
    id: IdField,
    body: IdField,
    form: z.enum(['unanimity']),
    voters: z.enum(['members', 'participants']),
    abstention: z.enum(['allows', 'blocks']),
  },
  { silence_days: z.int().min(1).max(365) },
);

/** A decision without a meeting: adopted if nobody objects before the silence ends. */
export const procedureStates = ['open', 'adopted', 'blocked'] as const;
export type ProcedureState = (typeof procedureStates)[number];
export type ProcedureAct = 'adopt' | 'block';
export const procedureLifecycle: Lifecycle<ProcedureState, ProcedureAct> = {
  open: { adopt: 'adopted', block: 'blocked' },
  adopted: {},
  blocked: {},
};

const Objection = z.strictObject({ on: DateField, reason: z.string() });

export const WrittenProcedure = recordSchema(
  { id: IdField, body: IdField, opened: DateField, deadline: DateField, rule: IdField },
  { title: TextField, text: TextField, objections: z.record(z.string(), Objection) },
);

export const meetings = defineKind({
  name: 'meetings',
  schema: Meeting,
  label: {
    nl: { one: 'Vergadering', many: 'Vergaderingen' },
    fr: { one: 'Réunion', many: 'Réunions' },
    de: { one: 'Sitzung', many: 'Sitzungen' },
    en: { one: 'Meeting', many: 'Meetings' },
  },
  titleFrom: ['name'],
  yearFrom: ['date'],
  href: (id) => `/meetings/${id}`,
});

/** Not for everybody: which points are, the pages of the room decide one by one. */
export const agendaItems = defineKind({
  name: 'agenda_items',
  schema: AgendaItem,
  visibility: 'participants',
  label: {
    nl: { one: 'Agendapunt', many: 'Agendapunten' },
    fr: { one: 'Point de l’ordre du jour', many: 'Points de l’ordre du jour' },
    de: { one: 'Tagesordnungspunkt', many: 'Tagesordnungspunkte' },
    en: { one: 'Agenda item', many: 'Agenda items' },
  },
  titleFrom: ['title'],
  href: (id) => `/agenda/${id}`,
});

export const decisionRules = defineKind({
  name: 'decision_rules',
  schema: DecisionRule,
  label: {
    nl: { one: 'Beslisregel', many: 'Beslisregels' },
    fr: { one: 'Règle de décision', many: 'Règles de décision' },
    de: { one: 'Beschlussregel', many: 'Beschlussregeln' },
    en: { one: 'Decision rule', many: 'Decision rules' },
  },
  titleFrom: ['body'],
});

export const writtenProcedures = defineKind({
  name: 'written_procedures',
  schema: WrittenProcedure,
  visibility: 'participants',
  label: {
    nl: { one: 'Schriftelijke procedure', many: 'Schriftelijke procedures' },
    fr: { one: 'Procédure écrite', many: 'Procédures écrites' },
    de: { one: 'Schriftliches Verfahren', many: 'Schriftliche Verfahren' },
    en: { one: 'Written procedure', many: 'Written procedures' },
  },
  titleFrom: ['title'],
  yearFrom: ['opened'],
  href: (id) => `/procedures/${id}`,
});

export const meetingKinds = [meetings, agendaItems, decisionRules, writtenProcedures];
