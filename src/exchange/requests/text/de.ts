import type { RequestTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const de: RequestTexts = {
  outcomes: {
    content: 'Beantwortet',
    empty: 'Nichts gefunden',
    denied: 'Verweigert',
    failed: 'Fehlgeschlagen',
    late: 'Zu spät',
    waiting: 'Unterwegs',
  },
  directions: { asked: 'Von uns gefragt', received: 'An uns gerichtet' },
  failures: {
    law_unknown: 'Dieser Knoten hat vom Recht dieses Registers noch nichts erfahren.',
    unreachable: 'Der andere Knoten wurde in der verfügbaren Zeit nicht erreicht.',
    cancelled: 'Die Frage wurde abgebrochen.',
    asking_failed: 'Dieser Knoten konnte die Frage nicht weiterverfolgen.',
    no_route: 'Dieser Knoten hat keinen Vertrag mit einem Knoten, der für die Partei spricht.',
    no_service: 'Der andere hat nichts, was solche Fragen beantwortet.',
    service_failed: 'Die Suche beim anderen ist fehlgeschlagen.',
    out_of_time: 'Die Suche beim anderen wurde nicht rechtzeitig fertig.',
    answer_too_large: 'Die Antwort ist größer als die Form, die alle Antworten dieses Artikels haben.',
    refused: 'Der andere Knoten wies sie vor einer Entscheidung zurück: $code.',
    unbelieved:
      'Was zurückkam, ist keine unterschriebene Antwort auf diese Frage und wird nicht geglaubt: $code.',
  },
  page: {
    title: 'Anfragen und Antworten',
    lede: 'Was unsere Partei andere fragte und was andere sie fragten: nach welchem Artikel, mit welchem Ausgang, und wo es im Protokoll steht.',
    closedWhy:
      'Anfragen sieht die Partei, die auf diesem Knoten fragte oder gefragt wurde, und ihre Aufsicht.',
    closedWhat:
      'Diese Anfrage gibt es nicht, oder sie ist nicht für Sie: Melden Sie sich für diese Partei an.',
    none: 'Es wurde noch nichts gefragt.',
    noneWhat:
      'Fragen Sie eine andere Partei, oder sehen Sie zuerst nach, ob ein Artikel zwischen beiden offen ist.',
    noneWho: 'Wer für eine Partei handelt, kann für sie fragen.',
    ask: 'Fragen',
    may: 'Dürfen wir fragen?',
    from: 'Von',
    to: 'An',
    article: 'Artikel',
    operation: 'Wofür',
    purpose: 'Zweck',
    case: 'Fall',
    officer: 'Beamter',
    service: 'Dienststelle',
    decided: 'Entschieden',
    ended: 'Beendet',
    outcome: 'Ausgang',
    direction: 'Richtung',
    other: 'Andere Partei',
    cut: ({ shown, total }: Params) =>
      `Nur die neuesten ${shown} von ${total} stehen in dieser Datei; grenzen Sie die Liste ein, um die übrigen zu erhalten.`,
    stale: 'nach einem älteren Recht als unserem entschieden',
    by: 'Gesagt von',
    notStated: 'nicht angegeben',
    erased: ({ on, days }: Params) =>
      `gelöscht am ${on}: Die Aufbewahrungsfrist von ${days} Tagen war abgelaufen`,
    erasedValue: 'gelöscht',
  },
  one: {
    answer: 'Antwort',
    reasons: 'Warum sie verweigert wurde',
    deniedHere: 'Unser eigener Knoten verweigerte sie, sodass nichts hinausging.',
    deniedThere: 'Der andere Knoten verweigerte sie.',
    empty:
      'Der andere hat gesucht und nichts gefunden. Das hat er unterschrieben, für diese Frage und keine andere.',
    late: 'Der andere hatte die Frage und antwortete nicht in der verfügbaren Zeit.',
    waiting: 'Noch keine Antwort.',
    waitingWhat:
      'Laden Sie die Seite gleich noch einmal. Eine Frage, die warten darf, wird erneut gestellt, bis der andere antwortet.',
    request: 'Anfrage',
    log: 'Im Protokoll',
    entry: 'Eintrag',
    place: 'Platz',
    noPlace: 'noch ohne Platz',
    feed: 'Recht, nach dem entschieden wurde',
    feedItem: ({ item }: Params) => `Teil ${item} des Feeds des Registers`,
    basis: ({ article, instrument }: Params) => `Artikel ${article} von ${instrument}`,
    basisWhole: ({ instrument }: Params) => `${instrument}`,
    purpose: ({ purpose }: Params) => `Zweck: ${purpose}.`,
    retention: ({ day, days }: Params) => `Zu löschen am ${day}, ${days} Tage nach der Entscheidung.`,
    noRetention: 'Der Artikel setzt keine Frist, nach der gelöscht wird.',
    retentionEnded: ({ on, days }: Params) =>
      `Gelöscht am ${on}: Die Aufbewahrungsfrist von ${days} Tagen war abgelaufen.`,
    looked: 'Wer es vorher ansah',
    lookedNone: 'Niemand vor Ihnen.',
    lookedInList: ({ who, when }: Params) => `${who} ${when} (in einer Liste)`,
    reader: ({ party }: Params) => `eine bedienstete Person von ${party}`,
    readerUnknown: 'jemand, den dieser Knoten nicht mit Namen kennt',
    saidErased: 'gelöscht',
    soughtHashed: 'nicht lesbar aufbewahrt: Das Protokoll hat einen Fingerabdruck davon',
    erased: 'Der Inhalt wurde gelöscht; dass es eine Antwort gab, bleibt im Protokoll.',
    erasedWhat:
      'Was gefragt und geantwortet wurde, von wem und in welchem Fall, ist gelöscht. Dass gefragt wurde, zwischen wem, auf welcher Grundlage und mit welchem Ausgang, bleibt im Protokoll.',
    group: 'Alle gefragten Parteien',
  },
  number: {
    label: 'Ihre Nummer als bedienstete Person',
    what: 'Andere Parteien sehen Sie unter dieser Nummer und ohne Namen; wer Bedienstete namentlich berechtigt, führt Sie unter dieser Nummer auf.',
  },
  ledger: {
    what: 'Was gefragt wurde',
    title: 'Eine Frage an mehrere Parteien',
    lede: 'Wer gefragt wurde, wer antwortete und wer nicht: Was fehlt, ist nicht nichts.',
    complete: 'Jede gefragte Partei hat geantwortet.',
    incomplete: ({ count }: Params) => `Unvollständig: Von ${count} gibt es keine Antwort.`,
    asked: 'Gefragt',
    stale: 'Veraltet',
  },
  columns: {
    id: 'Kennung der Anfrage, auf beiden Knoten dieselbe.',
    direction: 'asked: von einer Partei dieses Knotens; received: von einer anderen.',
    outcome: 'content, empty, denied, failed, late; waiting: noch nicht beendet.',
    decided: 'Wann dieser Knoten entschied, ISO 8601.',
    erased: 'Tag, an dem es am Ende der Aufbewahrungsfrist gelöscht wurde; leer: Es wird aufbewahrt.',
  },
  fields: {
    party: 'Für die Partei',
    to: 'Wen fragen',
    provision: 'Wofür, nach welchem Artikel',
    wanted: 'Was gesucht wird, wie der andere es führt',
    purpose: 'Zweck',
    data_set: 'Datenbestand',
    service: 'Dienststelle, die fragt',
    function: 'Funktion der fragenden Person',
    offence: 'Straftat',
    case_reference: 'Aktenzeichen',
    place: 'Ort, von dem gefragt wird',
    stated: 'Was erklärt und verantwortet wird',
    consents: 'Zustimmungen, die vorgelegt werden: ihre Urkunden gehen mit',
    seconds: 'Wie viele Sekunden die Antwort dauern darf',
    wait_hours: 'Stunden, die sie warten darf, wenn der andere nicht antwortet',
  },
  acts: {
    ask: {
      title: 'Eine andere Partei fragen',
      explain:
        'Unser Knoten entscheidet zuerst nach dem Recht, das er kennt; was nicht offen ist, geht nicht hinaus. Beide Knoten halten Frage, Entscheidung und Antwort fest.',
    },
  },
  problems: {
    request_to_oneself: ({ party }: Params) =>
      `${party} braucht sich nicht selbst zu fragen: Wählen Sie eine andere Partei.`,
    request_not_openable: ({ provision }: Params) =>
      `Das Register kennt keinen Artikel, der ${provision} öffnet.`,
    requests_not_allowed: () => 'Anfragen sehen die beteiligten Parteien und ihre Aufsicht.',
  },
};
