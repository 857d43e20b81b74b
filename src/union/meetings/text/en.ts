import { countingIn } from '#platform/text/counting.ts';
import { wordFor } from '../../text/words/words.ts';
import type {
  AttendanceLevel,
  cancelReasons,
  MeetingState,
  PointAudience,
  PointKind,
  PointOutcome,
  PositionWord,
  ProcedureState,
} from '../model.ts';
import type { Rhythm } from '../rules/series.ts';

const { counted } = countingIn('en');
type Params = Readonly<Record<string, string | number>>;
type Act = { readonly title: string; readonly explain: string };

const states: Record<MeetingState, string> = {
  planned: 'Planned',
  convened: 'Convened',
  held: 'Held',
  minutes_adopted: 'Minutes adopted',
  cancelled: 'Cancelled',
};
const stateOf = ({ state }: Params) => states[state as MeetingState] ?? state;

/** Words of meetings, agendas and written procedures; the shape of the other languages. */
export const en = {
  page: {
    title: 'Meetings',
    lede: 'When each body meets, what is on the agenda and what came of it. Without points there is no meeting.',
    none: 'No meeting has been planned.',
    noneWhat: 'A meeting begins with a date and a call for points.',
    noneWho: 'The body that convenes plans meetings.',
    meeting: 'Meeting',
    body: 'Body',
    date: 'Date',
    state: 'State',
    points: 'Points',
    feed: 'Meetings',
    feedOf: (name: string) => `Meetings: ${name}`,
    feedWhat: 'Meetings as they are planned, moved, held and cancelled; agendas are not in it.',
    length: (minutes: number) => `${counted(minutes, 'minute', 'minutes')} planned.`,
    agenda: 'Agenda',
    agendaEmpty: 'There are no points yet.',
    agendaEmptyWhat: 'Any party that takes part may put one. Without points the meeting is not convened:',
    cancelIt: 'cancel it for want of an agenda',
    agendaEmptyWho: 'Whoever takes part in the body, and the body that convenes.',
    number: 'No.',
    point: 'Point',
    asks: 'Asks for',
    minutes: 'Minutes',
    carried: (times: number) => `put off ${counted(times, 'time', 'times')}`,
    cut: 'did not fit into the time',
    tooLate: 'does not fit: would be put off',
    outcome: 'Outcome',
    closedPoints: (n: number) =>
      n === 1
        ? '1 point of this meeting is not open to you.'
        : `${n} points of this meeting are not open to you.`,
    closedWho: 'They are open to the parties that take part in the body, for as long as they do.',
    time: 'Time',
    timeFits: (asked: number, available: number) => `${asked} of ${available} minutes are asked for.`,
    timeOver: (asked: number, available: number, cut: number) =>
      `${asked} minutes are asked for and ${available} are there: ${counted(cut, 'point', 'points')} would be put off, presentations first.`,
    timeOpen: 'Of the points that are open to you.',
    positions: 'Positions',
    noPosition: 'said nothing yet',
    positionsClosed: 'Positions are shown to the parties that take part in the body.',
    hints: 'Also talked about elsewhere',
    hintsNone: 'Nothing else in this register is about the same record, or shares enough words with it.',
    same_reference: 'same record',
    same_words: 'same words',
    origin: 'Comes from',
    putBy: 'Put by',
    openTo: 'Open to',
    text: 'Explanation',
    attendance: 'Attendance',
    attendanceNone: 'Nothing has been recorded.',
    party: 'Party',
    level: 'Level',
    series: 'Other meetings of this body',
    waiting: 'Waiting for the next meeting',
    waitingWhat: 'Put off or escalated, and on no agenda since.',
    callUntil: 'Points until',
    startsAt: 'Starts at (Brussels time)',
    place: 'Place',
    held: 'Held on',
    because: 'Cancelled because',
    followedFrom: 'Was before',
    commitment: 'Commitment',
    history: 'What was done',
    procedures: 'Written procedures',
    proceduresNone: 'There are no written procedures.',
    proceduresNoneWho:
      'The body that convenes opens one, where the data of the body say how long silence lasts.',
    proceduresClosed: (n: number) =>
      n === 1 ? '1 written procedure is not open to you.' : `${n} written procedures are not open to you.`,
    deadline: 'Silence ends after',
    objections: 'Objections',
    objectionsNone: 'Nobody has objected.',
    proposal: 'Proposal',
    rule: 'How the body decides',
    ruleSays: (abstention: 'allows' | 'blocks'): string =>
      abstention === 'allows'
        ? 'Unanimity, one position each; an abstention is recorded and does not stand in the way.'
        : 'Unanimity, one position each; an abstention is recorded and stands in the way.',
    verdicts: {
      carried: 'By these positions it is decided',
      not_carried: 'By these positions it is not decided',
      open: 'Not every state has said its position',
    },
  },
  columns: {
    body: 'Id of the body or group that meets.',
    date: 'Day of the meeting; a month or year where no more is known.',
    minutes: 'Minutes that are planned for it.',
    state: 'planned, convened, held, minutes_adopted or cancelled; empty: not certain on the date.',
    points: 'Points on the agenda that are open to whoever made this table.',
    closed: 'Points on the agenda that are not.',
    number: 'Number on the agenda.',
    point: 'decision, discussion, information or presentation.',
    pointMinutes: 'Minutes that the point asks for.',
    openTo: 'all or members.',
    outcome: 'decided, noted, deferred or escalated; empty: not yet.',
    conclusion: 'What the minutes say.',
    carried: 'How often the point was put off before.',
  },
  states,
  procedureStates: {
    open: 'Silence is running',
    adopted: 'Adopted in silence',
    blocked: 'Blocked by an objection',
  } satisfies Record<ProcedureState, string>,
  points: {
    decision: 'Decision',
    discussion: 'Discussion',
    information: 'Information',
    presentation: 'Presentation',
  } satisfies Record<PointKind, string>,
  audiences: {
    all: 'Everybody',
    members: 'Those who take part',
  } satisfies Record<PointAudience, string>,
  positions: {
    in_favour: 'In favour',
    against: 'Against',
    reservation: 'Reservation',
    abstention: 'Abstention',
    none: 'No position',
  } satisfies Record<PositionWord, string>,
  outcomes: {
    decided: 'Decided',
    noted: 'Noted',
    deferred: 'Put off',
    escalated: 'Escalated',
  } satisfies Record<PointOutcome, string>,
  levels: {
    minister: 'Minister',
    director_general: 'Director-general',
    official: 'Official',
    expert: 'Expert',
    not_represented: 'Not represented',
  } satisfies Record<AttendanceLevel, string>,
  rhythms: {
    week: 'Every week',
    two_weeks: 'Every two weeks',
    month: 'Every month',
    quarter: 'Every quarter',
    half_year: 'Every half year',
    year: 'Every year',
  } satisfies Record<Rhythm, string>,
  cancelReasons: {
    no_agenda: 'No points for the agenda',
    other: 'Another reason, told below',
  } satisfies Record<(typeof cancelReasons)[number], string>,
  fields: {
    id: 'Id, as it will stand in addresses (small letters, digits, hyphens)',
    name: 'Name',
    body: 'Body or group',
    date: 'Date of the meeting',
    first: 'Date of the first meeting',
    every: 'How often',
    count: 'How many meetings',
    starts_at: 'Starts at, in Brussels time (09:30)',
    minutes: 'Minutes',
    place: 'Place',
    points_until: 'Points can be put until',
    on: 'On',
    reason: 'Reason',
    note: 'The reason in words',
    attending: 'State or region',
    level: 'Level',
    title: 'Title',
    point: 'What is asked of the meeting',
    open_to: 'Open to',
    origin: 'Commitment, instrument, item of parliament or initiative that it comes from',
    text: 'Explanation',
    party: 'State or region',
    position: 'Position',
    outcome: 'Outcome',
    conclusion: 'What the minutes say',
    escalated_to: 'Escalated to',
    what: 'Commitment: what is promised (everybody can read it)',
    owner: 'Commitment: who does it',
    watcher: 'Commitment: who watches that it is done',
    due: 'Commitment: by when',
  },
  acts: {
    plan: {
      title: 'Plan a meeting',
      explain: 'The call for points begins. Points that wait for this body come first.',
    },
    plan_series: {
      title: 'Plan a series of meetings',
      explain: 'Each is a meeting of its own from then on. Points that wait for this body come to the first.',
    },
    move: { title: 'Move', explain: 'Another date, length or place; calendars that follow it are told.' },
    convene: {
      title: 'Convene',
      explain:
        'Needs at least one point, and of a group that it is active. Points that do not fit into the time are put off to the next meeting, presentations first.',
    },
    cancel: { title: 'Cancel', explain: 'It stays in calendars as cancelled; its points wait for the next.' },
    hold: { title: 'Record that it was held', explain: 'Its points can be minuted now.' },
    attend: { title: 'Record attendance', explain: 'At which level a party was there, or that it was not.' },
    adopt_minutes: {
      title: 'Adopt the minutes',
      explain:
        'Needs an outcome of every point and the attendance of all who take part. Nothing changes after.',
    },
    propose: { title: 'Put a point', explain: 'A party that takes part answers the call for points.' },
    add: { title: 'Add a point', explain: 'A point of the body that convenes.' },
    position: {
      title: 'State a position',
      explain: 'A party says it for itself, before the meeting or at it; the newest counts.',
    },
    minute: {
      title: 'Minute',
      explain:
        'What came of the point. What is decided becomes a commitment with one owner, one watcher and a date.',
    },
    open_procedure: {
      title: 'Open a written procedure',
      explain: 'Adopted if nobody who votes objects before the silence ends.',
    },
    object: { title: 'Object', explain: 'An objection of one who votes blocks it.' },
    close_procedure: {
      title: 'Close',
      explain:
        'Adopted in silence after the deadline, blocked by an objection: which of the two is not chosen.',
    },
  } satisfies Record<string, Act>,
  problems: {
    group_dormant: ({ group, state }: Params) =>
      `${group} is not active (${wordFor(String(state), 'en')}). Only an active group convenes; have it revived first.`,
    meeting_of_dormant: ({ group, state, on }: Params) =>
      `On ${on} ${group} was not active (${wordFor(String(state), 'en')}), and did not meet. Cancel the meeting, or give the day on which it met.`,
    series_day_needed: ({ on }: Params) =>
      `${on} is no day. A series is counted from the day of its first meeting.`,
    agenda_empty: ({ points }: Params) =>
      `Points on the agenda: ${points}, of which none can be dealt with. Without points there is no meeting: cancel it for want of an agenda, or put a point.`,
    agenda_not_empty: ({ points }: Params) =>
      `There is an agenda; points on it: ${points}. Give another reason.`,
    cancel_reason_missing: () => 'Say in words why it is cancelled.',
    meeting_closed: (params: Params) =>
      `The meeting is now: ${stateOf(params)}. In that state this cannot be done.`,
    call_closed: ({ until }: Params) => `Points could be put until ${until}. Ask the body that convenes.`,
    call_after_meeting: ({ until, day }: Params) =>
      `Points would be called for until ${until}, after the meeting on ${day}.`,
    point_too_long: ({ minutes, available }: Params) =>
      `${minutes} minutes are more than the ${available} of the whole meeting.`,
    point_minuted: () => 'The minutes say already what came of this point.',
    commitment_field_missing: () => 'A decision becomes a commitment: this is missing.',
    commitment_without_decision: () => 'Only what is decided becomes a commitment.',
    decision_owner_watches: ({ owner }: Params) =>
      `${owner} would watch over itself. Name another that watches.`,
    escalation_target_missing: () => 'Say to which body it is escalated.',
    decision_rule_missing: ({ body }: Params) =>
      `The data do not say how ${body} decides, nor of any body above it.`,
    decision_not_carried: ({ parties }: Params) =>
      `By these positions it is not decided. In the way: ${parties}.`,
    positions_missing: ({ parties }: Params) => `These have not said their position: ${parties}.`,
    points_unminuted: ({ numbers }: Params) => `Points without an outcome: ${numbers}.`,
    attendance_missing: ({ parties }: Params) => `Of these the attendance is not recorded: ${parties}.`,
    agenda_item_not_allowed: () =>
      'This point is open to the parties that take part in the body, for as long as they do.',
    written_procedure_not_allowed: () =>
      'This written procedure is open to the parties that take part in the body, for as long as they do.',
    written_procedure_unknown: ({ body }: Params) =>
      `The data do not say that ${body} decides in writing, and how long silence lasts.`,
    procedure_closed: () => 'This written procedure is over.',
    silence_over: ({ deadline }: Params) => `The silence ended after ${deadline}.`,
    silence_running: ({ deadline }: Params) => `The silence lasts until the end of ${deadline}.`,
    objection_before_opening: ({ opened }: Params) => `It was opened on ${opened}; nobody objected before.`,
    objection_without_vote: ({ party }: Params) => `${party} has no vote in this body.`,
  },
};

export type MeetingTexts = typeof en;
