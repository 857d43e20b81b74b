import { countingIn } from '#platform/text/counting.ts';
import { wordFor } from '../../text/words/words.ts';
import type { MeetingState } from '../model.ts';
import type { MeetingTexts } from './en.ts';

const { counted } = countingIn('nl');
type Params = Readonly<Record<string, string | number>>;

const states: Record<MeetingState, string> = {
  planned: 'Gepland',
  convened: 'Bijeengeroepen',
  held: 'Gehouden',
  minutes_adopted: 'Verslag vastgesteld',
  cancelled: 'Afgezegd',
};
const stateOf = ({ state }: Params) => states[state as MeetingState] ?? state;

export const nl: MeetingTexts = {
  page: {
    title: 'Vergaderingen',
    lede: 'Wanneer elk orgaan vergadert, wat op de agenda staat en wat eruit kwam. Zonder punten is er geen vergadering.',
    none: 'Er is geen vergadering gepland.',
    noneWhat: 'Een vergadering begint met een datum en een oproep voor punten.',
    noneWho: 'Het orgaan dat bijeenroept, plant vergaderingen.',
    meeting: 'Vergadering',
    body: 'Orgaan',
    date: 'Datum',
    state: 'Stand',
    points: 'Punten',
    feed: 'Vergaderingen',
    feedOf: (name) => `Vergaderingen: ${name}`,
    feedWhat:
      'Vergaderingen zoals zij gepland, verplaatst, gehouden en afgezegd worden; agenda’s staan er niet in.',
    length: (minutes) => `${counted(minutes, 'minuut', 'minuten')} gepland.`,
    agenda: 'Agenda',
    agendaEmpty: 'Er zijn nog geen punten.',
    agendaEmptyWhat:
      'Elke partij die deelneemt, kan er een indienen. Zonder punten wordt niet bijeengeroepen:',
    cancelIt: 'zeg af omdat er geen agenda is',
    agendaEmptyWho: 'Wie aan het orgaan deelneemt, en het orgaan dat bijeenroept.',
    number: 'Nr.',
    point: 'Punt',
    asks: 'Vraagt om',
    minutes: 'Minuten',
    carried: (times) => `${counted(times, 'keer', 'keer')} uitgesteld`,
    cut: 'paste niet in de tijd',
    tooLate: 'past niet: zou worden uitgesteld',
    outcome: 'Uitkomst',
    closedPoints: (n) =>
      n === 1
        ? '1 punt van deze vergadering is voor u niet open.'
        : `${n} punten van deze vergadering zijn voor u niet open.`,
    closedWho: 'Ze zijn open voor de partijen die aan het orgaan deelnemen, zolang zij dat doen.',
    time: 'Tijd',
    timeFits: (asked, available) => `Er worden ${asked} van ${available} minuten gevraagd.`,
    timeOver: (asked, available, cut) =>
      `Er worden ${asked} minuten gevraagd en er zijn er ${available}: ${counted(cut, 'punt zou worden uitgesteld', 'punten zouden worden uitgesteld')}, presentaties eerst.`,
    timeOpen: 'Van de punten die voor u open zijn.',
    positions: 'Standpunten',
    noPosition: 'nog niets gezegd',
    positionsClosed: 'Standpunten worden getoond aan de partijen die aan het orgaan deelnemen.',
    hints: 'Elders ook aan de orde',
    hintsNone:
      'Niets anders in dit register gaat over hetzelfde record of heeft er genoeg woorden mee gemeen.',
    same_reference: 'zelfde record',
    same_words: 'zelfde woorden',
    origin: 'Komt voort uit',
    putBy: 'Ingediend door',
    openTo: 'Open voor',
    text: 'Toelichting',
    attendance: 'Aanwezigheid',
    attendanceNone: 'Er is niets vastgelegd.',
    party: 'Partij',
    level: 'Niveau',
    series: 'Andere vergaderingen van dit orgaan',
    waiting: 'Wacht op de volgende vergadering',
    waitingWhat: 'Uitgesteld of doorverwezen, en sindsdien op geen agenda.',
    callUntil: 'Punten tot en met',
    startsAt: 'Begint om (tijd van Brussel)',
    place: 'Plaats',
    held: 'Gehouden op',
    because: 'Afgezegd omdat',
    followedFrom: 'Was eerder',
    commitment: 'Toezegging',
    history: 'Wat er gedaan is',
    procedures: 'Schriftelijke procedures',
    proceduresNone: 'Er zijn geen schriftelijke procedures.',
    proceduresNoneWho:
      'Het orgaan dat bijeenroept, opent er een als de gegevens van het orgaan zeggen hoelang het zwijgen duurt.',
    proceduresClosed: (n) =>
      n === 1
        ? '1 schriftelijke procedure is voor u niet open.'
        : `${n} schriftelijke procedures zijn voor u niet open.`,
    deadline: 'Het zwijgen eindigt na',
    objections: 'Bezwaren',
    objectionsNone: 'Niemand heeft bezwaar gemaakt.',
    proposal: 'Voorstel',
    rule: 'Hoe het orgaan beslist',
    ruleSays: (abstention) =>
      abstention === 'allows'
        ? 'Eenparig, elk één standpunt; een onthouding wordt vastgelegd en staat niet in de weg.'
        : 'Eenparig, elk één standpunt; een onthouding wordt vastgelegd en staat in de weg.',
    verdicts: {
      carried: 'Bij deze standpunten is het besloten',
      not_carried: 'Bij deze standpunten is het niet besloten',
      open: 'Nog niet elke staat heeft zijn standpunt gezegd',
    },
  },
  columns: {
    body: 'Id van het orgaan of de groep die vergadert.',
    date: 'Dag van de vergadering; een maand of jaar waar niet meer bekend is.',
    minutes: 'Minuten die ervoor gepland zijn.',
    state: 'planned, convened, held, minutes_adopted of cancelled; leeg: op de datum niet zeker.',
    points: 'Agendapunten die open zijn voor wie deze tabel maakte.',
    closed: 'Agendapunten die dat niet zijn.',
    number: 'Nummer op de agenda.',
    point: 'decision, discussion, information of presentation.',
    pointMinutes: 'Minuten die het punt vraagt.',
    openTo: 'all of members.',
    outcome: 'decided, noted, deferred of escalated; leeg: nog niet.',
    conclusion: 'Wat het verslag zegt.',
    carried: 'Hoe vaak het punt eerder is uitgesteld.',
  },
  states,
  procedureStates: {
    open: 'Het zwijgen loopt',
    adopted: 'Stilzwijgend aangenomen',
    blocked: 'Tegengehouden door een bezwaar',
  },
  points: {
    decision: 'Besluit',
    discussion: 'Bespreking',
    information: 'Mededeling',
    presentation: 'Presentatie',
  },
  audiences: {
    all: 'Iedereen',
    members: 'Wie deelneemt',
  },
  positions: {
    in_favour: 'Voor',
    against: 'Tegen',
    reservation: 'Voorbehoud',
    abstention: 'Onthouding',
    none: 'Geen standpunt',
  },
  outcomes: {
    decided: 'Besloten',
    noted: 'Ter kennis genomen',
    deferred: 'Uitgesteld',
    escalated: 'Doorverwezen naar boven',
  },
  levels: {
    minister: 'Minister',
    director_general: 'Directeur-generaal',
    official: 'Ambtenaar',
    expert: 'Deskundige',
    not_represented: 'Niet vertegenwoordigd',
  },
  rhythms: {
    week: 'Elke week',
    two_weeks: 'Om de twee weken',
    month: 'Elke maand',
    quarter: 'Elk kwartaal',
    half_year: 'Elk half jaar',
    year: 'Elk jaar',
  },
  cancelReasons: {
    no_agenda: 'Geen punten voor de agenda',
    other: 'Een andere reden, hieronder verteld',
  },
  fields: {
    id: 'Id, zoals het in adressen komt te staan (kleine letters, cijfers, koppeltekens)',
    name: 'Naam',
    body: 'Orgaan of groep',
    date: 'Datum van de vergadering',
    first: 'Datum van de eerste vergadering',
    every: 'Hoe vaak',
    count: 'Hoeveel vergaderingen',
    starts_at: 'Begint om, in de tijd van Brussel (09:30)',
    minutes: 'Minuten',
    place: 'Plaats',
    points_until: 'Punten kunnen worden ingediend tot en met',
    on: 'Op',
    reason: 'Reden',
    note: 'De reden in woorden',
    attending: 'Staat of regio',
    level: 'Niveau',
    title: 'Titel',
    point: 'Wat van de vergadering gevraagd wordt',
    open_to: 'Open voor',
    origin: 'Toezegging, instrument, stuk van het parlement of initiatief waaruit het voortkomt',
    text: 'Toelichting',
    party: 'Staat of regio',
    position: 'Standpunt',
    outcome: 'Uitkomst',
    conclusion: 'Wat het verslag zegt',
    escalated_to: 'Doorverwezen naar',
    what: 'Toezegging: wat wordt toegezegd (iedereen kan het lezen)',
    owner: 'Toezegging: wie het doet',
    watcher: 'Toezegging: wie erop toeziet',
    due: 'Toezegging: wanneer het klaar is',
  },
  acts: {
    plan: {
      title: 'Vergadering plannen',
      explain: 'De oproep voor punten begint. Punten die op dit orgaan wachten, komen eerst.',
    },
    plan_series: {
      title: 'Een reeks vergaderingen plannen',
      explain: 'Elk is daarna een vergadering op zich. Punten die op dit orgaan wachten, komen op de eerste.',
    },
    move: {
      title: 'Verplaatsen',
      explain: 'Een andere datum, duur of plaats; agenda’s die haar volgen, krijgen het te horen.',
    },
    convene: {
      title: 'Bijeenroepen',
      explain:
        'Vraagt minstens één punt, en van een groep dat zij actief is. Punten die niet in de tijd passen, worden uitgesteld naar de volgende vergadering, presentaties eerst.',
    },
    cancel: {
      title: 'Afzeggen',
      explain: 'Zij blijft als afgezegd in agenda’s staan; haar punten wachten op de volgende.',
    },
    hold: { title: 'Vastleggen dat zij gehouden is', explain: 'Nu kan verslag van de punten worden gedaan.' },
    attend: {
      title: 'Aanwezigheid vastleggen',
      explain: 'Op welk niveau een partij er was, of dat zij er niet was.',
    },
    adopt_minutes: {
      title: 'Verslag vaststellen',
      explain:
        'Vraagt van elk punt een uitkomst en van allen die deelnemen de aanwezigheid. Daarna wijzigt niets meer.',
    },
    propose: {
      title: 'Punt indienen',
      explain: 'Een partij die deelneemt, beantwoordt de oproep voor punten.',
    },
    add: { title: 'Punt toevoegen', explain: 'Een punt van het orgaan dat bijeenroept.' },
    position: {
      title: 'Standpunt opgeven',
      explain: 'Een partij zegt het voor zichzelf, voor of op de vergadering; het nieuwste telt.',
    },
    minute: {
      title: 'Verslag doen',
      explain:
        'Wat uit het punt kwam. Wat besloten is, wordt een toezegging met één eigenaar, één toezichthouder en een datum.',
    },
    open_procedure: {
      title: 'Schriftelijke procedure openen',
      explain: 'Aangenomen als niemand die beslist bezwaar maakt voor het zwijgen eindigt.',
    },
    object: { title: 'Bezwaar maken', explain: 'Een bezwaar van wie mee beslist, houdt het tegen.' },
    close_procedure: {
      title: 'Afsluiten',
      explain:
        'Stilzwijgend aangenomen na de termijn, tegengehouden door een bezwaar: welk van de twee wordt niet gekozen.',
    },
  },
  problems: {
    group_dormant: ({ group, state }: Params) =>
      `${group} is niet actief (${wordFor(String(state), 'nl')}). Alleen een actieve groep roept bijeen; laat haar eerst weer activeren.`,
    meeting_of_dormant: ({ group, state, on }: Params) =>
      `Op ${on} was ${group} niet actief (${wordFor(String(state), 'nl')}) en vergaderde dus niet. Zeg de vergadering af, of geef de dag waarop ze is gehouden.`,
    series_day_needed: ({ on }) =>
      `${on} is geen dag. Een reeks wordt geteld vanaf de dag van de eerste vergadering.`,
    agenda_empty: ({ points }: Params) =>
      `Punten op de agenda: ${points}, waarvan er geen behandeld kan worden. Zonder punten is er geen vergadering: zeg af omdat er geen agenda is, of dien een punt in.`,
    agenda_not_empty: ({ points }: Params) =>
      `Er is een agenda; punten erop: ${points}. Geef een andere reden.`,
    cancel_reason_missing: () => 'Zeg in woorden waarom wordt afgezegd.',
    meeting_closed: (params: Params) =>
      `De stand van de vergadering is nu: ${stateOf(params)}. In die stand kan dit niet.`,
    call_closed: ({ until }: Params) =>
      `Punten konden worden ingediend tot en met ${until}. Vraag het orgaan dat bijeenroept.`,
    call_after_meeting: ({ until, day }: Params) =>
      `Punten zouden tot ${until} worden gevraagd, na de vergadering op ${day}.`,
    point_too_long: ({ minutes, available }: Params) =>
      `${minutes} minuten is meer dan de ${available} van de hele vergadering.`,
    point_minuted: () => 'Het verslag zegt al wat uit dit punt kwam.',
    commitment_field_missing: () => 'Een besluit wordt een toezegging: dit ontbreekt.',
    commitment_without_decision: () => 'Alleen wat besloten is, wordt een toezegging.',
    decision_owner_watches: ({ owner }: Params) =>
      `${owner} zou op zichzelf toezien. Noem een ander die toeziet.`,
    escalation_target_missing: () => 'Zeg naar welk orgaan wordt doorverwezen.',
    decision_rule_missing: ({ body }: Params) =>
      `De gegevens zeggen niet hoe ${body} beslist, en ook van geen orgaan erboven.`,
    decision_not_carried: ({ parties }: Params) =>
      `Bij deze standpunten is het niet besloten. In de weg staan: ${parties}.`,
    positions_missing: ({ parties }: Params) => `Hun standpunt hebben nog niet gezegd: ${parties}.`,
    points_unminuted: ({ numbers }: Params) => `Punten zonder uitkomst: ${numbers}.`,
    attendance_missing: ({ parties }: Params) => `Hun aanwezigheid is niet vastgelegd: ${parties}.`,
    agenda_item_not_allowed: () =>
      'Dit punt is open voor de partijen die aan het orgaan deelnemen, zolang zij dat doen.',
    written_procedure_not_allowed: () =>
      'Deze schriftelijke procedure is open voor de partijen die aan het orgaan deelnemen, zolang zij dat doen.',
    written_procedure_unknown: ({ body }: Params) =>
      `De gegevens zeggen niet dat ${body} schriftelijk beslist, en hoelang het zwijgen duurt.`,
    procedure_closed: () => 'Deze schriftelijke procedure is voorbij.',
    silence_over: ({ deadline }: Params) => `Het zwijgen eindigde na ${deadline}.`,
    silence_running: ({ deadline }: Params) => `Het zwijgen duurt tot het einde van ${deadline}.`,
    objection_before_opening: ({ opened }: Params) =>
      `Ze is geopend op ${opened}; daarvoor maakte niemand bezwaar.`,
    objection_without_vote: ({ party }: Params) => `${party} beslist in dit orgaan niet mee.`,
  },
};
