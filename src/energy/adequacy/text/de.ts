import type { AdequacyTexts } from './en.ts';

export const de: AdequacyTexts = {
  copt: ({ hlole, loee, lole }) =>
    `Mangel ist in ${hlole} Stunden im Jahr zu erwarten, im Umfang von ${loee} MWh, und an ${lole} Tagen im Jahr zu deren Spitze.`,
  progress: ({ done, all }) => `${done} von ${all} Jahren`,
  synthetic: () => 'Erfunden: diese Zahlen sagen nichts über irgendeinen Staat.',
  together: () => 'Zusammen',
  area: ({ area, lole, eens }) => `${area}: LOLE ${lole} Stunden im Jahr, EENS ${eens} MWh im Jahr`,
  standard: ({ area, lole }) =>
    `${area}: der Zuverlässigkeitsstandard wäre ${lole} Stunden im Jahr; aus dem Gedächtnis, nicht geprüft.`,
  event: ({ from, hours, energy, down, rows }) =>
    `Ab Stunde ${from}, ${hours} Stunden, ${energy} MWh; ausgefallene Einheiten: ${down}; im Weg: ${rows}`,
  noRow: () => 'keine Zeile des Netzes, es war nicht genug da',
  kept: ({ file }) => `Aufbewahrt: ${file}`,
  same: ({ study, years }) => `${study}: alle ${years} Jahre neu gerechnet, auf dieselben Bytes.`,
  acts: {
    start: {
      title: 'Erfundene Studie beginnen',
      explain:
        'Gebiete, Einheiten, Wetter und Netz werden aus einem Startwert erfunden; dieser Knoten rechnet die Jahre im Hintergrund. Was herauskommt, ist für alle da und sagt nichts über irgendeinen Staat.',
    },
    repeat: {
      title: 'Mit anderen Jahren wiederholen',
      explain:
        'Gebiete, Einheiten, Wetter und Netz bleiben, wie sie in dieser Studie sind; Ausfälle werden neu gezogen. Dieser Knoten rechnet die Jahre im Hintergrund.',
    },
    stop: {
      title: 'Anhalten',
      explain:
        'Die Studie endet, wo sie ist, und nichts von ihr wird aufbewahrt. Sie kann neu begonnen werden und ergibt dann dasselbe.',
    },
    resume: {
      title: 'Neu beginnen',
      explain: 'Die Studie wartet, bis sie an der Reihe ist, und wird von ihrem ersten Jahr an gerechnet.',
    },
  },
  fields: {
    made_up: 'Startwert, aus dem die Studie erfunden wird',
    years: 'Jahre, 10 bis 20.000',
    seed: 'Startwert der Ausfälle; derselbe ergibt dieselben Jahre',
    study: 'Studie',
  },
  page: {
    title: 'Versorgungssicherheit',
    door: 'Studien zur Versorgungssicherheit',
    lede: 'Wie oft Gebieten Strom fehlt, die einander helfen, soweit das Netz es zulässt, neben den Standards der Staaten und bis zu dem Element, das im Weg war.',
    kept: 'Studien, die dieser Knoten aufbewahrt',
    none: 'Dieser Knoten bewahrt noch keine Studie auf.',
    noneWhat:
      'Rechnen Sie eine an der Befehlszeile: `npm run -s tripoint -- energy adequacy run synthetic:3 --years 300 --seed 1 --keep`, oder geben Sie statt `synthetic:3` die Datei Ihrer eigenen Studie an.',
    noneWho:
      'Das kann, wer den Knoten betreibt; auf dieser Seite, wer für das Gremium handelt, bei dem die Energieübungen liegen.',
    asked: 'In Arbeit',
    live: 'Diese Seite lädt sich neu, solange eine Studie gerechnet wird.',
    reload: 'Jetzt neu laden',
    study: 'Studie',
    state: 'Stand',
    progress: 'Gerechnete Jahre',
    of: ({ done, total }) => `${done} von ${total}`,
    what: 'Was möglich ist',
    states: {
      waiting: 'wartet',
      running: 'wird gerechnet',
      stopped: 'angehalten',
      done: 'fertig',
      failed: 'gescheitert',
    },
    years: 'Jahre',
    seed: 'Startwert',
    areas: 'Gebiete',
    area: 'Gebiet',
    source: 'Herkunft',
    madeUp: 'erfunden',
    unreadable: 'nicht lesbar',
    synthetic:
      'Gebiete, Einheiten, Wetter und Netz dieser Studie sind erfunden. Ihre Zahlen sagen nichts über irgendeinen Staat, auch wo ein Gebiet wie einer heißt.',
    expected: 'Erwarteter Mangel neben den Standards',
    expectedNote: ({ years, climates }) =>
      `${years} Jahre von Ausfällen über ${climates} Wetterjahre. In Klammern ein Intervall von 95 %: in 95 von 100 solchen Studien liegen Stunden und Energie eines Gebiets beide in dem ihren.`,
    together: 'Alle Gebiete zusammen',
    lole: 'Stunden im Jahr (LOLE)',
    eens: 'MWh im Jahr (EENS)',
    standard: 'Standard, Stunden im Jahr',
    noStandard: 'keiner bekannt',
    unverified: 'aus dem Gedächtnis, nicht geprüft',
    withShedding: ({ hours }) => `${hours} mit Lastabwurf`,
    verdict: 'Gegen den Standard',
    verdicts: { below: 'darunter', above: 'darüber', untold: 'nicht zu unterscheiden' },
    more: 'Schlechte Jahre und Ereignisse',
    moreNote:
      'Jedes Intervall von 95 % für sich. Ein Ereignis ist eine Folge von Stunden mit Mangel ohne eine Stunde dazwischen.',
    p95Hours: 'Stunden, die 95 von 100 Jahren nicht übertreffen',
    p95Energy: 'MWh, die 95 von 100 Jahren nicht übertreffen',
    events: 'Ereignisse im Jahr',
    longest: 'Längstes Ereignis eines Jahres, Stunden',
    perEvent: 'MWh je Ereignis',
    when: 'Wann es Gebieten fehlt',
    whenNote:
      'Erwartete Stunden mit Mangel in einem Jahr. Stunden zählen ab 1. Januar, die Uhr wird nicht umgestellt.',
    byMonth: 'Gebiete nach Monat',
    byClock: 'Tagesstunden nach Monat',
    clock: 'Stunde des Tages',
    show: 'Zeigen',
    inFigures: 'Dasselbe in Zahlen',
    sum: 'Jahr',
    darkest: ({ hours }) =>
      `Das dunkelste Feld: ${hours} Stunden. Ein leeres Feld: keine in keinem Jahr dieser Studie.`,
    cell: ({ row, column, hours }) => `${row}, ${column}: ${hours}`,
    hardest: 'Schwerste Jahre',
    hardestNote:
      'Die Jahre mit der meisten fehlenden Energie; jedes lässt sich öffnen und darin jede Stunde mit Mangel.',
    year: 'Jahr der Studie',
    yearNumber: ({ year }) => `Jahr ${year}`,
    hours: 'Stunden',
    energy: 'MWh',
    noShortage: 'In keinem Jahr dieser Studie fehlte etwas.',
    noShortageWhat: 'Das gilt für diese Jahre allein: mehr davon können welchen zeigen.',
    eventsOf: ({ year }) => `Ereignisse von Jahr ${year}`,
    noEvents: 'In diesem Jahr fehlte nichts.',
    noEventsWhat: 'Wählen Sie eines der schwersten Jahre.',
    begins: 'Beginnt',
    worst: 'Schlimmste Stunde, und warum',
    hourAt: ({ day, from, until }) => `${day}, ${from} bis ${until}`,
    why: ({ hour }) => `Warum: ${hour}`,
    before: 'Stunde davor',
    after: 'Stunde danach',
    notShort: 'In dieser Stunde dieses Jahres fehlte nichts.',
    notShortWhat: 'Wählen Sie eine Stunde eines der Ereignisse.',
    limited: ({ rows }) => `Im Weg war ${rows}: mit einem MW mehr Platz dort hätte weniger gefehlt.`,
    notLimited: 'Kein Element des Netzes war im Weg: es war nirgends genug da.',
    weather: 'Wetter des Jahres',
    domain: 'Gebiet des Netzes',
    noDomain: 'jedes Gebiet ist allein',
    element: 'Element',
    worth: 'Weniger Mangel für ein MW mehr, MW',
    margin: 'Über seiner Last, MW',
    given: 'Aus Reserven, MW',
    position: 'Nettoposition, MW',
    unserved: 'Nicht gedeckt, MW',
    down: 'Ausgefallene Einheiten',
    planned: 'Planmäßig außer Betrieb',
    noUnits: 'keine',
    unit: ({ unit, area, megawatts }) => `${unit} (${area}, ${megawatts} MW)`,
    again: 'Wie sie zustande kommt',
    againNote:
      'Die Datei enthält alles, woraus die Studie gemacht ist. Dieser Befehl rechnet sie neu und sagt, ob dieselben Bytes herauskommen:',
  },
  columns: {
    area: 'Gebiet; leer: alle zusammen',
    index:
      'lole und p95Hours in Stunden, eens und p95Energy in MWh, lolp als Anteil der Stunden, events, longestEvent in Stunden, energyPerEvent in MWh',
    value: 'eines Jahres, im Mittel über die Jahre der Studie',
    low: 'unteres Ende des Intervalls von 95 %; leer: die Jahre sagen es nicht',
    high: 'oberes Ende davon',
    standard: 'Zuverlässigkeitsstandard des Staates für lole, Stunden im Jahr; leer: keiner bekannt',
    standard_verified: 'ob dieser Standard an seiner Rechtsquelle geprüft ist',
  },
  problems: {
    energy_field_missing: ({ where }) => `${where} fehlt.`,
    energy_field_kind: ({ where, expected }) => `${where} muss von der Art „${expected}“ sein.`,
    energy_field_unknown: ({ where, names }) =>
      `Bei ${where} steht etwas Unbekanntes: ${names}. Nehmen Sie es weg oder berichtigen Sie den Namen.`,
    energy_field_value: ({ where }) => `${where} hat einen Wert oder eine Länge, die nicht sein kann.`,
    energy_rts_units_differ: ({ where, kind }) =>
      `${where}: bei der Art ${kind} unterscheiden sich Größe, Anzahl oder Ausfallrate zwischen den beiden Listen der Einheiten.`,
    energy_unit_kilowatts: ({ where }) => `${where}: die Größe einer Einheit steht in ganzen Kilowatt.`,
    energy_unit_times: ({ where }) =>
      `${where}: eine Einheit, die repariert wird, läuft zwischen zwei Ausfällen; geben Sie Stunden bis zum Ausfall über null an.`,
    energy_maintenance_order: ({ where, from, until }) =>
      `${where}: die Wartung von Stunde ${from} bis ${until} liegt nicht im Jahr oder nicht nach der vorigen.`,
    energy_name_unknown: ({ where, name }) => `${where}: „${name}“ kommt sonst in der Datei nicht vor.`,
    energy_name_twice: ({ where, name }) => `${where}: „${name}“ steht dort zweimal.`,
    energy_hours_differ: ({ where, found, expected }) =>
      `${where} hat ${found} Stunden, und das Jahr der Studie hat ${expected}.`,
    energy_study_ram_negative: ({ where, ram }) =>
      `${where}: die verbleibende Marge von ${ram} MW liegt unter null, so dass nicht einmal erlaubt wäre, nichts auszutauschen.`,
    energy_storage_efficiency: ({ where }) =>
      `${where}: sagen Sie, welchen Teil dessen, was er aufnimmt, dieser Speicher zurückgibt.`,
    energy_copt_too_fine: () =>
      'Die Größen der Einheiten haben keinen nennenswerten gemeinsamen Schritt: runden Sie sie auf größere Teile eines Megawatts.',
    energy_study_not_found: ({ study }) => `Auf diesem Knoten gibt es keine Studie ${study}.`,
    energy_study_unreadable: () => 'Das ist keine aufbewahrte Studie: geben Sie die Datei einer solchen an.',
    energy_study_invalid: ({ message }) => `Die Studie hat hier nicht die richtige Form: ${message}.`,
    energy_study_differs: ({ where }) => `${where} spricht nicht von der Studie in derselben Datei.`,
    energy_study_other: ({ study }) =>
      `${study}, neu gerechnet, ergibt anderes als aufbewahrt: verlassen Sie sich nicht auf das Aufbewahrte.`,
    energy_studies_many: ({ most }) =>
      `${most} Studien warten schon oder werden gerechnet: warten Sie, bis eine fertig ist, oder halten Sie eine an.`,
    energy_study_not_asked: () =>
      'Diese Studie ist hier von niemandem verlangt: nehmen Sie eine, die auf der Seite steht.',
    energy_study_not_running: () =>
      'Diese Studie wartet nicht und wird nicht gerechnet: nichts ist anzuhalten.',
    energy_study_not_stopped: () =>
      'Diese Studie ist weder angehalten noch gescheitert: nur eine solche wird neu begonnen.',
    energy_study_failed: ({ message }) => `Die Studie ist gescheitert: ${message}. Beginnen Sie sie neu.`,
  },
};
