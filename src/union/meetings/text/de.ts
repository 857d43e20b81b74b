import { countingIn } from '#platform/text/counting.ts';
import { wordFor } from '../../text/words/words.ts';
import type { MeetingState } from '../model.ts';
import type { MeetingTexts } from './en.ts';

const { counted } = countingIn('de');
type Params = Readonly<Record<string, string | number>>;

const states: Record<MeetingState, string> = {
  planned: 'Geplant',
  convened: 'Einberufen',
  held: 'Abgehalten',
  minutes_adopted: 'Protokoll angenommen',
  cancelled: 'Abgesagt',
};
const stateOf = ({ state }: Params) => states[state as MeetingState] ?? state;

export const de: MeetingTexts = {
  page: {
    title: 'Sitzungen',
    lede: 'Wann jedes Organ tagt, was auf der Tagesordnung steht und was daraus wurde. Ohne Punkte keine Sitzung.',
    none: 'Es ist keine Sitzung geplant.',
    noneWhat: 'Eine Sitzung beginnt mit einem Datum und einem Aufruf zu Punkten.',
    noneWho: 'Das Organ, das einberuft, plant Sitzungen.',
    meeting: 'Sitzung',
    body: 'Organ',
    date: 'Datum',
    state: 'Stand',
    points: 'Punkte',
    feed: 'Sitzungen',
    feedOf: (name) => `Sitzungen: ${name}`,
    feedWhat:
      'Sitzungen, wie sie geplant, verlegt, abgehalten und abgesagt werden; Tagesordnungen stehen nicht darin.',
    length: (minutes) => `${counted(minutes, 'Minute', 'Minuten')} geplant.`,
    agenda: 'Tagesordnung',
    agendaEmpty: 'Es gibt noch keine Punkte.',
    agendaEmptyWhat: 'Jede Partei, die teilnimmt, kann einen einbringen. Ohne Punkte wird nicht einberufen:',
    cancelIt: 'mangels Tagesordnung absagen',
    agendaEmptyWho: 'Wer am Organ teilnimmt, und das Organ, das einberuft.',
    number: 'Nr.',
    point: 'Punkt',
    asks: 'Verlangt',
    minutes: 'Minuten',
    carried: (times) => `${counted(times, 'Mal', 'Mal')} vertagt`,
    cut: 'passte nicht in die Zeit',
    tooLate: 'passt nicht: würde vertagt',
    outcome: 'Ergebnis',
    closedPoints: (n) =>
      n === 1
        ? '1 Punkt dieser Sitzung ist für Sie nicht offen.'
        : `${n} Punkte dieser Sitzung sind für Sie nicht offen.`,
    closedWho: 'Sie sind für die Parteien offen, die am Organ teilnehmen, solange sie es tun.',
    time: 'Zeit',
    timeFits: (asked, available) => `${asked} von ${available} Minuten werden verlangt.`,
    timeOver: (asked, available, cut) =>
      `${asked} Minuten werden verlangt, ${available} sind da: ${counted(cut, 'Punkt würde vertagt', 'Punkte würden vertagt')}, Präsentationen zuerst.`,
    timeOpen: 'Von den Punkten, die für Sie offen sind.',
    positions: 'Haltungen',
    noPosition: 'hat noch nichts gesagt',
    positionsClosed: 'Haltungen werden den Parteien gezeigt, die am Organ teilnehmen.',
    hints: 'Auch anderswo Thema',
    hintsNone:
      'Nichts anderes in diesem Register betrifft denselben Eintrag oder hat genug Wörter mit ihm gemeinsam.',
    same_reference: 'gleicher Eintrag',
    same_words: 'gleiche Wörter',
    origin: 'Kommt von',
    putBy: 'Eingebracht von',
    openTo: 'Offen für',
    text: 'Erläuterung',
    attendance: 'Anwesenheit',
    attendanceNone: 'Es ist nichts festgehalten.',
    party: 'Partei',
    level: 'Ebene',
    series: 'Andere Sitzungen dieses Organs',
    waiting: 'Wartet auf die nächste Sitzung',
    waitingWhat: 'Vertagt oder nach oben gegeben, und seither auf keiner Tagesordnung.',
    callUntil: 'Punkte bis',
    startsAt: 'Beginnt um (Zeit von Brüssel)',
    place: 'Ort',
    held: 'Abgehalten am',
    because: 'Abgesagt, weil',
    followedFrom: 'War zuvor',
    commitment: 'Zusage',
    history: 'Was getan wurde',
    procedures: 'Schriftliche Verfahren',
    proceduresNone: 'Es gibt keine schriftlichen Verfahren.',
    proceduresNoneWho:
      'Das Organ, das einberuft, eröffnet eines, wo die Daten des Organs sagen, wie lange geschwiegen wird.',
    proceduresClosed: (n) =>
      n === 1
        ? '1 schriftliches Verfahren ist für Sie nicht offen.'
        : `${n} schriftliche Verfahren sind für Sie nicht offen.`,
    deadline: 'Das Schweigen endet nach',
    objections: 'Einwände',
    objectionsNone: 'Niemand hat Einwände erhoben.',
    proposal: 'Vorschlag',
    rule: 'Wie das Organ beschließt',
    ruleSays: (abstention) =>
      abstention === 'allows'
        ? 'Einstimmig, jede eine Haltung; eine Enthaltung wird festgehalten und steht nicht im Weg.'
        : 'Einstimmig, jede eine Haltung; eine Enthaltung wird festgehalten und steht im Weg.',
    verdicts: {
      carried: 'Bei diesen Haltungen ist es beschlossen',
      not_carried: 'Bei diesen Haltungen ist es nicht beschlossen',
      open: 'Noch nicht jeder Staat hat seine Haltung gesagt',
    },
  },
  columns: {
    body: 'Id des Organs oder der Gruppe, die tagt.',
    date: 'Tag der Sitzung; ein Monat oder Jahr, wo nicht mehr bekannt ist.',
    minutes: 'Minuten, die dafür geplant sind.',
    state: 'planned, convened, held, minutes_adopted oder cancelled; leer: am Datum nicht sicher.',
    points: 'Punkte der Tagesordnung, die für den offen sind, der diese Tabelle machte.',
    closed: 'Punkte der Tagesordnung, die es nicht sind.',
    number: 'Nummer auf der Tagesordnung.',
    point: 'decision, discussion, information oder presentation.',
    pointMinutes: 'Minuten, die der Punkt verlangt.',
    openTo: 'all oder members.',
    outcome: 'decided, noted, deferred oder escalated; leer: noch nicht.',
    conclusion: 'Was das Protokoll sagt.',
    carried: 'Wie oft der Punkt zuvor vertagt wurde.',
  },
  states,
  procedureStates: {
    open: 'Das Schweigen läuft',
    adopted: 'Stillschweigend angenommen',
    blocked: 'Durch einen Einwand aufgehalten',
  },
  points: {
    decision: 'Beschluss',
    discussion: 'Aussprache',
    information: 'Mitteilung',
    presentation: 'Präsentation',
  },
  audiences: {
    all: 'Alle',
    members: 'Wer teilnimmt',
  },
  positions: {
    in_favour: 'Dafür',
    against: 'Dagegen',
    reservation: 'Vorbehalt',
    abstention: 'Enthaltung',
    none: 'Keine Haltung',
  },
  outcomes: {
    decided: 'Beschlossen',
    noted: 'Zur Kenntnis genommen',
    deferred: 'Vertagt',
    escalated: 'Nach oben gegeben',
  },
  levels: {
    minister: 'Ministerin oder Minister',
    director_general: 'Generaldirektion',
    official: 'Amtlich vertreten',
    expert: 'Fachlich vertreten',
    not_represented: 'Nicht vertreten',
  },
  rhythms: {
    week: 'Jede Woche',
    two_weeks: 'Alle zwei Wochen',
    month: 'Jeden Monat',
    quarter: 'Jedes Quartal',
    half_year: 'Jedes Halbjahr',
    year: 'Jedes Jahr',
  },
  cancelReasons: {
    no_agenda: 'Keine Punkte für die Tagesordnung',
    other: 'Ein anderer Grund, unten gesagt',
  },
  fields: {
    id: 'Id, wie sie in Adressen stehen wird (Kleinbuchstaben, Ziffern, Bindestriche)',
    name: 'Bezeichnung',
    body: 'Organ oder Gruppe',
    date: 'Datum der Sitzung',
    first: 'Tag der ersten Sitzung',
    every: 'Wie oft',
    count: 'Wie viele Sitzungen',
    starts_at: 'Beginnt um, Zeit von Brüssel (09:30)',
    minutes: 'Minuten',
    place: 'Ort',
    points_until: 'Punkte können eingebracht werden bis',
    on: 'Am',
    reason: 'Grund',
    note: 'Der Grund in Worten',
    attending: 'Staat oder Region',
    level: 'Ebene',
    title: 'Titel',
    point: 'Was von der Sitzung verlangt wird',
    open_to: 'Offen für',
    origin: 'Zusage, Instrument, Vorgang des Parlaments oder Initiative, von der er kommt',
    text: 'Erläuterung',
    party: 'Staat oder Region',
    position: 'Haltung',
    outcome: 'Ergebnis',
    conclusion: 'Was das Protokoll sagt',
    escalated_to: 'Nach oben gegeben an',
    what: 'Zusage: was zugesagt wird (alle können es lesen)',
    owner: 'Zusage: wer es tut',
    watcher: 'Zusage: wer darüber wacht',
    due: 'Zusage: bis wann',
  },
  acts: {
    plan: {
      title: 'Sitzung planen',
      explain: 'Der Aufruf zu Punkten beginnt. Punkte, die auf dieses Organ warten, kommen zuerst.',
    },
    plan_series: {
      title: 'Eine Reihe von Sitzungen planen',
      explain:
        'Jede ist danach eine Sitzung für sich. Punkte, die auf dieses Organ warten, kommen in die erste.',
    },
    move: {
      title: 'Verlegen',
      explain:
        'Ein anderes Datum, eine andere Dauer oder ein anderer Ort; Kalender, die ihr folgen, erfahren es.',
    },
    convene: {
      title: 'Einberufen',
      explain:
        'Braucht mindestens einen Punkt, und von einer Gruppe, dass sie aktiv ist. Was nicht in die Zeit passt, wird auf die nächste Sitzung vertagt, Präsentationen zuerst.',
    },
    cancel: {
      title: 'Absagen',
      explain: 'Sie bleibt als abgesagt in Kalendern stehen; ihre Punkte warten auf die nächste.',
    },
    hold: {
      title: 'Festhalten, dass sie stattfand',
      explain: 'Ihre Punkte können jetzt ins Protokoll.',
    },
    attend: {
      title: 'Anwesenheit festhalten',
      explain: 'Auf welcher Ebene eine Partei da war, oder dass sie es nicht war.',
    },
    adopt_minutes: {
      title: 'Protokoll annehmen',
      explain:
        'Braucht von jedem Punkt ein Ergebnis und die Anwesenheit aller, die teilnehmen. Danach ändert sich nichts mehr.',
    },
    propose: {
      title: 'Punkt einbringen',
      explain: 'Eine Partei, die teilnimmt, antwortet auf den Aufruf zu Punkten.',
    },
    add: { title: 'Punkt hinzufügen', explain: 'Ein Punkt des Organs, das einberuft.' },
    position: {
      title: 'Haltung angeben',
      explain: 'Eine Partei sagt sie für sich, vor der Sitzung oder in ihr; die neueste zählt.',
    },
    minute: {
      title: 'Ergebnis festhalten',
      explain:
        'Was aus dem Punkt wurde. Was beschlossen ist, wird eine Zusage mit einem Verantwortlichen, einem Wächter und einem Datum.',
    },
    open_procedure: {
      title: 'Schriftliches Verfahren eröffnen',
      explain: 'Angenommen, wenn niemand mit Stimme Einwand erhebt, bevor das Schweigen endet.',
    },
    object: { title: 'Einwand erheben', explain: 'Ein Einwand mit Stimme hält es auf.' },
    close_procedure: {
      title: 'Abschließen',
      explain:
        'Stillschweigend angenommen nach der Frist, durch einen Einwand aufgehalten: gewählt wird nicht.',
    },
  },
  problems: {
    group_dormant: ({ group, state }: Params) =>
      `${group} ist nicht aktiv (${wordFor(String(state), 'de')}). Nur eine aktive Gruppe tagt; lassen Sie sie zuerst wieder aktivieren.`,
    meeting_of_dormant: ({ group, state, on }: Params) =>
      `Am ${on} war ${group} nicht aktiv (${wordFor(String(state), 'de')}) und tagte also nicht. Sagen Sie die Sitzung ab, oder nennen Sie den Tag, an dem sie stattfand.`,
    series_day_needed: ({ on }) => `${on} ist kein Tag. Eine Reihe zählt vom Tag ihrer ersten Sitzung an.`,
    agenda_empty: ({ points }: Params) =>
      `Punkte auf der Tagesordnung: ${points}, von denen keiner behandelt werden kann. Ohne Punkte keine Sitzung: sagen Sie mangels Tagesordnung ab oder bringen Sie einen Punkt ein.`,
    agenda_not_empty: ({ points }: Params) =>
      `Es gibt eine Tagesordnung; Punkte darauf: ${points}. Geben Sie einen anderen Grund.`,
    cancel_reason_missing: () => 'Sagen Sie in Worten, warum abgesagt wird.',
    meeting_closed: (params: Params) =>
      `Der Stand der Sitzung ist jetzt: ${stateOf(params)}. In diesem Stand geht das nicht.`,
    call_closed: ({ until }: Params) =>
      `Punkte konnten bis ${until} eingebracht werden. Fragen Sie das Organ, das einberuft.`,
    call_after_meeting: ({ until, day }: Params) =>
      `Punkte würden bis ${until} erbeten, nach der Sitzung am ${day}.`,
    point_too_long: ({ minutes, available }: Params) =>
      `${minutes} Minuten sind mehr als die ${available} der ganzen Sitzung.`,
    point_minuted: () => 'Das Protokoll sagt schon, was aus diesem Punkt wurde.',
    commitment_field_missing: () => 'Ein Beschluss wird eine Zusage: dies fehlt.',
    commitment_without_decision: () => 'Nur was beschlossen ist, wird eine Zusage.',
    decision_owner_watches: ({ owner }: Params) =>
      `${owner} würde über sich selbst wachen. Nennen Sie jemand anderen.`,
    escalation_target_missing: () => 'Sagen Sie, an welches Organ es gegeben wird.',
    decision_rule_missing: ({ body }: Params) =>
      `Die Daten sagen nicht, wie ${body} beschließt, auch von keinem Organ darüber.`,
    decision_not_carried: ({ parties }: Params) =>
      `Bei diesen Haltungen ist es nicht beschlossen. Im Weg stehen: ${parties}.`,
    positions_missing: ({ parties }: Params) => `Ihre Haltung haben nicht gesagt: ${parties}.`,
    points_unminuted: ({ numbers }: Params) => `Punkte ohne Ergebnis: ${numbers}.`,
    attendance_missing: ({ parties }: Params) => `Ihre Anwesenheit ist nicht festgehalten: ${parties}.`,
    agenda_item_not_allowed: () =>
      'Dieser Punkt ist für die Parteien offen, die am Organ teilnehmen, solange sie es tun.',
    written_procedure_not_allowed: () =>
      'Dieses schriftliche Verfahren ist für die Parteien offen, die am Organ teilnehmen, solange sie es tun.',
    written_procedure_unknown: ({ body }: Params) =>
      `Die Daten sagen nicht, dass ${body} schriftlich beschließt und wie lange geschwiegen wird.`,
    procedure_closed: () => 'Dieses schriftliche Verfahren ist vorbei.',
    silence_over: ({ deadline }: Params) => `Das Schweigen endete nach ${deadline}.`,
    silence_running: ({ deadline }: Params) => `Das Schweigen dauert bis zum Ende von ${deadline}.`,
    objection_before_opening: ({ opened }: Params) =>
      `Es wurde am ${opened} eröffnet; vorher hat niemand widersprochen.`,
    objection_without_vote: ({ party }: Params) => `${party} hat in diesem Organ keine Stimme.`,
  },
};
