import type { ExerciseTexts } from './en.ts';

export const de: ExerciseTexts = {
  templates: {
    'pentex-2018': {
      title: 'Große Knappheit',
      frame:
        'Im Rahmen von Pentex, 19. und 20. Juni 2018: Eine große Knappheit wurde nachgestellt; Pläne und Verständigung wurden erprobt.',
    },
    'black-out-22': {
      title: 'Lange Kälte',
      frame:
        'Im Rahmen von Black-out 22, Paris, 24. Mai 2022: eine lange Kälteperiode bis zum kontrollierten Lastabwurf.',
    },
    'pentex-2023': {
      title: 'Cyberangriff',
      frame: 'Im Rahmen von PENTEX 2023, Den Haag, 24. bis 26. Oktober: ein Cyberangriff.',
    },
  },
  kinds: {
    unit_loss: 'Ausfall eines Kraftwerks',
    cold_wave: 'Kältewelle',
    ram_cut: 'Spielraum einer Verbindung gekürzt',
    export_stop_request: 'Bitte, die Ausfuhr einzustellen',
    channel_loss: 'Kanal ausgefallen',
    media_report: 'Meldung in den Medien',
  },
  happenings: {
    unit_loss: ({ zone, mw }) => `Kraftwerke mit ${mw} MW fallen aus: ${zone}.`,
    cold_wave: ({ zones, degrees }) => `Es wird um ${degrees} Grad kälter: ${zones}.`,
    ram_cut: ({ one, other, share }) => `${share} des Spielraums zwischen ${one} und ${other} fallen weg.`,
    export_stop_request: ({ zone }) =>
      `Es wird gebeten, die Ausfuhr einzustellen: ${zone}. Damit wird nichts eingestellt: Dieser Staat entscheidet.`,
    channel_loss: ({ seat, until }) =>
      `Der Kanal ist bis Minute ${until} ausgefallen: ${seat}. Was von dort kommt und dorthin geht, wartet.`,
    media_report: ({ zone, claim }) => `In den Medien heißt es zu ${zone}: ${claim}.`,
  },
  topics: { supply: 'Versorgung', exports: 'Ausfuhr', shedding: 'Lastabwurf', cause: 'Ursache' },
  claims: {
    'supply.enough': 'Versorgung: ausreichend',
    'supply.tight': 'Versorgung: knapp',
    'supply.short': 'Versorgung: zu wenig',
    'exports.kept': 'Ausfuhr: läuft weiter',
    'exports.reduced': 'Ausfuhr: verringert',
    'exports.stopped': 'Ausfuhr: eingestellt',
    'shedding.none': 'Lastabwurf: keiner',
    'shedding.prepared': 'Lastabwurf: vorbereitet',
    'shedding.under_way': 'Lastabwurf: im Gang',
    'cause.technical': 'Ursache: technisch',
    'cause.weather': 'Ursache: das Wetter',
    'cause.attack': 'Ursache: ein Angriff',
  },
  decisions: {
    call_reserve: 'Die Reserve abrufen',
    ask_to_save: 'Die Bevölkerung um Sparen bitten',
    stop_exports: 'Die Ausfuhr einstellen',
    allow_exports: 'Die Ausfuhr zulassen',
    shed_load: 'Last kontrolliert abwerfen',
    inform_public: 'Die Öffentlichkeit unterrichten',
    no_action: 'Vorerst nichts tun',
  },
  deeds: {
    advance: 'Uhr vorgestellt',
    message: 'Nachricht',
    acknowledge: 'Bestätigt',
    state: 'Erklärung',
    decide: 'Entscheidung',
    end: 'Beendet',
  },
  secretariat: 'Sekretariat',
  page: {
    energy: 'Energie',
    practice: 'Praktische Zusammenarbeit',
    energyLede:
      'Gekoppelte Strommärkte, Versorgungssicherheit und Krisen: was Staaten gemeinsam tun, wenn Strom knapp ist.',
    rooms: 'Was hier ist',
    door: 'Übungen',
    doorWhat:
      'Eine erfundene Krise, gespielt von Staaten, der Kommission und dem Sekretariat, alle an ihrem Platz.',
    clearing: 'Märkte räumen, vergleichen und bescheinigen',
    clearingWhat: 'An der Befehlszeile des Knotens: energy clear, energy compare, energy certify.',
    title: 'Übungen einer Energiekrise',
    lede: 'Die Leitung lässt eine erfundene Lage geschehen; jeder Platz sieht, was an ihn gerichtet ist, schreibt, bestätigt und entscheidet.',
    list: 'Übungen',
    none: 'Es gibt keine Übung, in der Sie einen Platz haben.',
    noneWhat:
      'Wer für das Gremium handelt, eröffnet eine aus einer Vorlage und gibt den Parteien einen Platz.',
    noneWho: 'Wer im Gremium Übungen leitet, und die Parteien, die daran teilnehmen.',
    closed: 'Übungen sind für die, die darin einen Platz haben.',
    closedWhat:
      'Einen Platz hat, wer für eine Partei im Gremium sitzt, das Übungen hält, oder für dieses Gremium selbst handelt.',
    closedMadeUp: 'Dieses Register ist erfunden: Melden Sie sich neu an und wählen Sie einen solchen Platz.',
    closedWho:
      'Bitten Sie Ihre Partei um einen Platz: Wer diesen Knoten betreibt, gibt ihn durch eine Entscheidung (access give).',
    closedNowhere: 'Das Register sagt nicht, welches Gremium Übungen hält.',
    exercise: 'Übung',
    opened: 'Eröffnet',
    state: 'Stand',
    running: 'Läuft',
    ended: 'Beendet',
    seats: 'Plätze',
    seat: 'Ihr Platz',
    clock: 'Uhr',
    minute: ({ minute }) => `Minute ${minute}`,
    made: ({ seed }) =>
      `Erfunden aus dem Startwert ${seed}: jedes MW, jede Minute und alles, was geschieht. Keine Zone hat die Größe einer wirklichen.`,
    live: 'Diese Seite folgt der Übung von selbst, solange niemand auf ihr schreibt.',
    reload: 'Jetzt laden',
    cut: 'Das Netz ist weg. Nichts geht verloren: Sobald es wieder da ist, zeigt diese Seite alles, was Sie versäumt haben.',
    open: 'Für Sie offen durch Ihren Platz. Die Leitung liest alles; Sie lesen, was an Ihren Platz oder an alle gerichtet ist.',
    within: ({ minutes }) => `zu bestätigen innerhalb von ${minutes} Minuten der Übung`,
    next: 'Danach',
    nextAt: ({ minute, what }) => `Minute ${minute}: ${what}`,
    nothingNext: 'von selbst geschieht nichts mehr',
    situation: 'Lage je Zone',
    situationLead: 'Wie sie ist, nach allem, was geschehen ist und entschieden wurde.',
    situationSeat:
      'Wie sie von Ihrem Platz aussieht: aus dem, was Ihnen gesagt wurde und was Sie selbst entschieden haben.',
    model:
      'Zonen, denen etwas fehlt, teilen sich, was andere über die Verbindungen entbehren können: insgesamt der geringste Mangel, und davon jede denselben Anteil, soweit Verbindungen es zulassen. Ein einfaches Netz aus Verbindungen, keine lastflussbasierte Domäne.',
    zone: 'Zone',
    load: 'Last, MW',
    available: 'Verfügbar, MW',
    margin: 'Spielraum, MW',
    exported: 'Austausch, MW (Ausfuhr über null)',
    short: 'Abgeworfen, MW',
    coverage: 'Verfügbar von Last',
    stops: 'Ausfuhr eingestellt',
    happened: 'Was geschehen ist',
    happenedNone: 'Nichts ist geschehen, wovon Ihr Platz weiß.',
    happenedWhat: 'Die Leitung stellt die Uhr vor; was dann geschieht und für Sie ist, steht hier.',
    at: 'Minute',
    what: 'Was',
    to: 'An',
    all: 'alle Plätze',
    leadOnly: 'nur die Leitung',
    inbox: 'Zu bestätigen',
    inboxNone: 'Nichts hat Ihren Platz erreicht.',
    inboxWhat: 'Was geschieht und für Sie ist, und was andere Ihnen schreiben, steht hier.',
    from: 'Von',
    sent: 'Gesandt',
    reached: 'Angekommen',
    left: 'Minuten übrig',
    lateBy: ({ minutes }) => `${minutes} Minuten zu spät`,
    acknowledged: ({ minute }) => `bestätigt, Minute ${minute}`,
    acknowledge: 'Bestätigen',
    decide: 'Darüber entscheiden',
    messages: 'Nachrichten',
    messagesNone: 'Niemand hat Ihrem Platz geschrieben, und Sie haben niemandem geschrieben.',
    statements: 'Was Staaten sagen',
    statementsNone: 'Noch kein Staat hat etwas gesagt.',
    by: 'Von wem',
    says: 'Sagt',
    words: 'In Worten',
    about: 'Worüber',
    contradictions: 'Widersprüche',
    contradictionsNone: 'Keine zwei Staaten haben über dasselbe Verschiedenes gesagt.',
    since: 'Ab Minute',
    until: 'Bis Minute',
    never: 'nie',
    decisions: 'Entscheidungen',
    decisionsNone: 'Nichts wurde entschieden, wovon Ihr Platz weiß.',
    decision: 'Entscheidung',
    report: 'Auswertung der Übung',
    toReport: 'Auswertung der Übung',
    reportLater: 'Die Auswertung öffnet sich allen Plätzen, sobald die Übung beendet ist.',
    reportNow: 'Die Übung läuft noch: So steht es jetzt, nur für die Leitung.',
    matrix: 'Wer wann bemerkt, unterrichtet und entschieden hat',
    matrixWhat:
      'Minuten der Übung von dem, was geschah, bis zu dem, was ein Platz zuerst tat: es oder eine Nachricht darüber bestätigen; einem anderen Platz darüber schreiben; darüber entscheiden. Nie ist nicht null.',
    matrixNone: 'Nichts ist geschehen.',
    detect: 'Bemerkt',
    inform: 'Unterrichtet',
    decided: 'Entschieden',
    told: 'Von der Leitung gesagt',
    yes: 'ja',
    no: 'nein',
    unacknowledged: 'Nicht rechtzeitig bestätigt',
    unacknowledgedNone: 'Alles wurde rechtzeitig bestätigt.',
    due: 'Spätestens',
    acknowledgedAt: 'Bestätigt',
    log: 'Protokoll',
    logWhat:
      'Jede Zeile mit der Minute der Übung und der Zeit der Maschine. Keine Zeile kann geändert werden.',
    time: 'Zeit',
    noUndo:
      'Dies wird in das Protokoll der Übung geschrieben und kann nicht zurückgenommen oder geändert werden.',
  },
  notes: {
    inject: 'Was geschah, mit seiner Kennung im Szenario',
    kind: 'Art dessen, was geschah',
    minute: 'Minute der Übung, in der es geschah',
    seat: 'Partei an ihrem Platz, oder secretariat',
    told: 'Ob die Leitung es diesem Platz gesagt hat',
    detect: 'Minuten, bis der Platz es oder eine Nachricht darüber zuerst bestätigte; leer: nie',
    inform: 'Minuten, bis der Platz zuerst einem anderen Platz darüber schrieb; leer: nie',
    decide: 'Minuten, bis der Platz zuerst darüber entschied; leer: nie',
  },
  acts: {
    open: {
      title: 'Eine Übung eröffnen',
      explain:
        'Aus einer Vorlage, mit Zahlen, die aus einem Startwert erfunden sind. Wer für eine Partei mit einem Platz sitzt, sieht sie von da an. Eine Übung kann nicht wieder weggenommen werden.',
    },
    advance: {
      title: 'Die Uhr vorstellen',
      explain:
        'Bis zu dem, was als Nächstes geschieht, oder um so viele Minuten; alles dazwischen geschieht. Die Uhr kann nicht zurück.',
    },
    message: {
      title: 'Anderen Plätzen schreiben',
      explain:
        'Sie sollen es rechtzeitig bestätigen. Eine gesandte Nachricht kann nicht zurückgenommen werden.',
    },
    acknowledge: {
      title: 'Bestätigen',
      explain: 'Dass Ihr Platz es gelesen hat, in dieser Minute. Es kann nicht zurückgenommen werden.',
    },
    state: {
      title: 'Eine Erklärung abgeben',
      explain:
        'Was Ihr Staat über eine Zone sagt, an alle Plätze. Es kann nicht zurückgenommen werden; Ihr letztes Wort zu einem Gegenstand zählt.',
    },
    decide: {
      title: 'Entscheiden',
      explain:
        'Was Ihr Platz über etwas entscheidet, das geschah. Die Lage wird damit neu berechnet. Es kann nicht zurückgenommen werden; eine andere Entscheidung kann folgen.',
    },
    end: {
      title: 'Die Übung beenden',
      explain:
        'Danach kann nichts mehr in ihr getan werden; ihre Auswertung öffnet sich allen Plätzen. Es kann nicht zurückgenommen werden.',
    },
    lead_message: {
      title: 'Als Sekretariat schreiben',
      explain:
        'Diese Plätze sollen es rechtzeitig bestätigen. Eine gesandte Nachricht kann nicht zurückgenommen werden.',
    },
    lead_acknowledge: {
      title: 'Als Sekretariat bestätigen',
      explain: 'Dass das Sekretariat es gelesen hat, in dieser Minute. Es kann nicht zurückgenommen werden.',
    },
    lead_decide: {
      title: 'Als Sekretariat entscheiden',
      explain:
        'Was das Sekretariat über etwas entscheidet, das geschah. Es kann nicht zurückgenommen werden.',
    },
  },
  fields: {
    exercise: 'Übung',
    party: 'Für',
    template: 'Vorlage',
    seed: 'Startwert: derselbe ergibt dieselben Zahlen',
    parties: 'Parteien, die einen Platz bekommen',
    acknowledge_within: 'Minuten, in denen Nachrichten zu bestätigen sind',
    minutes: 'Minuten (leer gelassen: bis zu dem, was als Nächstes geschieht)',
    to: 'An',
    inject: 'Worüber, von dem, was geschehen ist',
    text: 'Text',
    of: 'Was bestätigt wird',
    zone: 'Zone',
    claim: 'Was darüber gesagt wird',
    decision: 'Entscheidung',
  },
  problems: {
    energy_exercise_not_found: () => 'Es gibt keine solche Übung, in der Sie einen Platz haben.',
    energy_exercise_ended: () =>
      'Die Übung ist beendet: In ihr kann nichts mehr getan werden. Lesen Sie ihre Auswertung.',
    energy_exercise_over: () =>
      'Von selbst geschieht nichts mehr: Sagen Sie, um wie viele Minuten die Uhr vorgeht, oder beenden Sie die Übung.',
    energy_exercise_too_long: ({ longest }) =>
      `Eine Übung dauert höchstens ${longest} Minuten: Nennen Sie weniger, oder beenden Sie sie.`,
    energy_exercise_party_outside: ({ party }) =>
      `${party} nimmt heute nicht am Gremium teil: Wählen Sie unter denen, die es tun.`,
    energy_exercise_seat_unknown: ({ seat }) => `${seat} hat keinen Platz in dieser Übung.`,
    energy_exercise_to_oneself: ({ seat }) =>
      `${seat} schreibt nicht an sich selbst: Wählen Sie andere Plätze.`,
    energy_exercise_inject_unknown: ({ inject }) =>
      `Von „${inject}“ hat Ihr Platz nicht gehört: Wählen Sie aus der Liste.`,
    energy_exercise_item_unknown: ({ of }) =>
      `„${of}“ hat Ihren Platz nicht erreicht: Bestätigen Sie, was auf Ihrer Seite steht.`,
    energy_exercise_acknowledged: ({ minute }) => `Ihr Platz hat dies schon bestätigt, in Minute ${minute}.`,
    energy_exercise_no_state: ({ seat }) =>
      `${seat} hat keine Zone in dieser Übung: Erklärungen geben Staaten ab, die eine haben. Schreiben Sie eine Nachricht.`,
    energy_exercise_zone_unknown: ({ zone }) => `„${zone}“ ist keine Zone dieser Übung.`,
    energy_exercise_of_zones: ({ seat }) =>
      `${seat} hat keine Zone in dieser Übung und kann dies nicht entscheiden: Unterrichten Sie die Öffentlichkeit, oder tun Sie vorerst nichts.`,
    energy_exercise_report_closed: () =>
      'Die Auswertung öffnet sich allen Plätzen, sobald die Übung beendet ist.',
  },
};
