import type { AlertTexts } from './en.ts';

export const de: AlertTexts = {
  list: {
    title: 'Hinweise',
    door: 'Unternehmer, die jemand Ihres Staates ansehen sollte, nach Handel auf dem Spiel, je mit Gründen und den Zeilen dahinter',
    lede: 'Wer in dem auffällt, was erklärt wurde, nach Handel auf dem Spiel. Eine Bewertung sagt, wohin zu sehen ist; sie entscheidet nichts, und niemand ist durch sie schuldig.',
    run: ({ month, count, above, threshold }) =>
      `Durchlauf über ${month}: ${count} in der Liste, davon ${above} bei ${threshold} oder mehr`,
    runEmpty: ({ month }) => `Durchlauf über ${month}: niemand in der Liste`,
    made: 'Der Durchlauf ist aus erfundenen Erklärungen gemacht, und sein Modell hat aus erfundenen Welten gelernt: niemanden darin gibt es.',
    madeShort: 'erfunden',
    older: 'Andere Durchläufe',
    trader: 'USt-IdNr.',
    probability: 'Wahrscheinlichkeit',
    interval: ({ least, most }) => `${least} bis ${most}`,
    expected: 'Handel auf dem Spiel',
    archetypes: 'Sieht aus wie',
    reason: 'Stärkster Grund',
    why: 'Sieht aus wie, und stärkster Grund',
    case: 'Fall',
    cases: { none: 'Kein Fall', open: 'Fall offen', closed: 'Fall geschlossen' },
    least: 'Wahrscheinlichkeit mindestens',
    openTo:
      'Hinweise und Durchläufe stehen jenen offen, die für Ihren Staat im Organ dieses Arbeitsbereichs sitzen; jede Einsicht steht im Protokoll.',
    noRun: 'Für Ihren Staat wurde noch kein Durchlauf gemacht.',
    noRunWhat:
      'Ein Durchlauf liest alle aufgenommenen Erklärungen, bewertet jeden Unternehmer und hinterlässt hier Hinweise.',
    noRunDo: 'Zu den Durchläufen',
    noRunWho: 'Wer für Ihren Staat im Organ dieses Arbeitsbereichs sitzt, kann einen starten.',
    running: 'Ein Durchlauf ist im Gang. Bis er fertig ist, stehen hier die Hinweise des vorigen.',
    noneHigh: 'Der Durchlauf hinterließ für Ihren Staat keinen Hinweis.',
    noneHighWhat: ({ month }) =>
      `Kein Unternehmer Ihres Staates hat am Ende von ${month} Handel auf dem Spiel. Starten Sie einen Durchlauf über einen anderen Monat, oder nehmen Sie Erklärungen auf, die fehlen.`,
    shown: ({ count, scored, most }) =>
      `Hier stehen ${count} der ${scored} Unternehmer Ihres Staates, die der Durchlauf bewertete, der meiste Handel auf dem Spiel zuerst; eine Liste enthält höchstens ${most}. Bewertet wird, wer in den letzten sechs Monaten über eine Grenze handelte oder im Inland zwischen diesen steht, außer wenn Betrug schon bestätigt ist.`,
    shownOld: ({ count, most }) =>
      `Hier stehen die ${count} Unternehmer Ihres Staates mit dem meisten Handel auf dem Spiel: Eine Liste enthält höchstens ${most}.`,
    reach: ({ above, threshold }) =>
      `${above} von ihnen haben eine Wahrscheinlichkeit von ${threshold} oder mehr. Die anderen sind nicht verborgen: Ab ${threshold} sagt die Seite eines Hinweises auch, was den Unternehmer entlasten würde.`,
    search: 'USt-IdNr. oder ein Teil davon',
    toLookAt: ({ count }) => `Anzusehen: ${count}`,
    aside: ({ count }) => `Beiseitegelegt: ${count}`,
    asideTitle: 'Beiseitegelegte Hinweise',
    asideWhy: 'Beiseitegelegt, weil',
    asideOn: ({ day }) => `am ${day}`,
    by: ({ who }) => `von ${who}`,
    asideNone: 'Von diesem Durchlauf ist kein Hinweis beiseitegelegt.',
    asideNoneWhat:
      'Wer einen Hinweis öffnet und sieht, dass er harmlos ist, kann ihn dort mit dem Grund beiseitelegen.',
    allAside: 'Alle Hinweise dieses Durchlaufs sind beiseitegelegt.',
    allAsideWhat:
      'Sie stehen unter „Beiseitegelegt“, jeder mit seinem Grund, und können wieder aufgenommen werden.',
  },
  alert: {
    title: ({ trader }) => `Hinweis auf ${trader}`,
    score: 'Bewertung',
    scoreLine: ({ probability, least, most }) => `${probability}, zwischen ${least} und ${most}`,
    bar: 'Wahrscheinlichkeit',
    lower: 'Untere Grenze',
    upper: 'Obere Grenze',
    expected: 'Handel auf dem Spiel',
    expectedWhat:
      'Wahrscheinlichkeit mal dem Handel von drei Monaten, der über ihn läuft: Handel und nicht dessen Steuer, und keine Schätzung eines Schadens.',
    month: 'Am Ende von',
    decides: 'Dies entscheidet nichts.',
    decidesWhat:
      'Eine Bewertung eröffnet keinen Fall, beendet keine Registrierung und hält keine Erstattung auf. Wer danach handelt, sagt unter eigenem Namen, warum.',
    reasons: 'Gründe, der stärkste zuerst',
    reason: 'Grund',
    value: 'Wert',
    weight: 'Gewicht',
    weightWhat:
      'Um wie viel mehr es für Betrug spricht als bei den meisten; Gewichte werden addiert, bevor daraus eine Wahrscheinlichkeit wird.',
    rows: 'Zeilen dahinter',
    rowCount: ({ count }) => (count === 1 ? '1 Zeile' : `${count} Zeilen`),
    noRows: 'keine eigenen',
    unknown: 'nicht bekannt',
    archetypes: 'Bekannte Betrugsarten, wie die es aussieht',
    because: 'Wegen',
    version: ({ version }) => `Fassung ${version}`,
    noArchetypes:
      'Es sieht aus wie keine der acht bekannten Arten; die Bewertung ruht allein auf den Gründen.',
    clearing: 'Was ihn entlasten würde',
    clearings: {
      returns_filed: ({ threshold }) =>
        `Käme jede Erklärung und erklärte alles, was andere melden, läge die Bewertung unter ${threshold}.`,
      features: ({ threshold, features }) =>
        `Die Bewertung läge unter ${threshold}, wenn dies harmlos wäre: ${features}.`,
      none: 'Nichts, was er allein tun könnte, brächte die Bewertung unter die Schwelle.',
    },
    differs: 'Was Lieferer und er anders erklärten',
    period: 'Zeitraum',
    partner: 'Mit',
    supplied: 'Betrag',
    made: 'Woraus die Bewertung gemacht ist, um sie anderswo wieder zu machen',
    model: 'Modell',
    snapshot: 'Erklärungen',
    run: 'Durchlauf',
    threshold: 'Schwelle, ab der gesagt wird, was den Unternehmer entlasten würde',
    hash: 'Gleiche Hashwerte bedeuten auf jeder Maschine die gleiche Bewertung.',
    closedWhy: 'Diesen Hinweis gibt es nicht, oder er ist nicht für Sie.',
    asideNow: ({ day }) =>
      `Beiseitegelegt am ${day}. Er steht getrennt von der Liste; nehmen Sie ihn wieder auf, um ihn zurückzuholen.`,
    asideBefore: ({ day, month }) =>
      `Ein Hinweis auf diesen Unternehmer von ${month} wurde am ${day} beiseitegelegt. Dieser Durchlauf wurde später gemacht oder sieht einen späteren Monat an, darum steht er wieder in der Liste.`,
    asideReason: 'Der Grund damals',
    toCase: 'Zum Fall',
  },
  picture: {
    asTable: ({ count }) => `Als Tabelle (${count})`,
    graph: 'Wer mit wem handelt',
    graphSaid: ({ trader, traders, flows, from, to }) =>
      `${traders} Unternehmer um ${trader} und ${flows} Ströme zwischen ihnen, ${from} bis ${to}; die Tabelle darunter sagt dasselbe`,
    graphWhat: ({ from, to }) =>
      `Meldungen aller Staaten, und Verkäufe im eigenen Inland, ${from} bis ${to}. Gezeichnet sind die größten Partner, und wer einen Kreis schließt.`,
    ring: ({ ring }) => `Waren können im Kreis gehen: ${ring}.`,
    centre: 'Folgen Sie einem Unternehmer, um zu sehen, was um ihn ist.',
    back: ({ trader }) => `Zurück zu ${trader}`,
    from: 'Von',
    to: 'An',
    what: 'Was',
    amount: 'Betrag',
    kinds: {
      supply: 'über eine Grenze, wie gemeldet',
      sale: 'im Inland, wie in Rechnung gestellt',
      bridge: 'innerhalb eines anderen Staates, wie er antwortete',
    },
    legend: {
      supply: 'Lieferung über eine Grenze',
      sale: 'Verkauf im Inland',
      bridge: 'Brücke in einem anderen Staat',
    },
    looksLike: 'Sieht aus wie eine bekannte Betrugsart',
    places: {
      enters: 'holt herein, verkauft hier',
      leaves: 'kauft hier, liefert hinaus',
      passes: 'holt herein und hinaus',
      sends: 'liefert in andere Staaten',
      gets: 'erwirbt von anderen',
      between: 'dazwischen, im Inland',
      apart: '',
    },
    roles: {
      missing: 'erklärt davon wenig',
      shell: 'erwacht nach Stille',
      invoicer: 'geht im Kreis, ohne Marge',
      importer: 'führt ein, liefert weiter',
      contra: 'verrechnet saubere Kette',
    },
    noFlows: 'Nichts von seinem Handel dieser Monate steht Ihnen offen.',
    noFlowsWhat:
      'Meldungen aller Staaten stehen offen; Verkäufe im Inland nur, wo sie für Ihren eigenen Staat aufgenommen wurden.',
    timeline: 'Monat für Monat',
    timelineSaid: ({ trader }) => `Handel von ${trader} Monat für Monat; die Tabelle darunter sagt dasselbe`,
    month: 'Monat',
    inflow: 'Erworben, wie andere melden',
    outflow: 'In andere Staaten geliefert',
    declared: 'Erwerbe, die er erklärte',
    noReturn: 'keine Erklärung',
    notDue: 'noch nicht fällig',
    events: 'Was geschah',
    event: {
      registered: 'Nummer gültig ab diesem Tag',
      first_inflow: 'Erster Erwerb aus einem anderen Staat in diesen Monaten',
      peak: 'Monat mit dem meisten Handel',
      return_missing: 'Für diesen Monat kam keine Erklärung',
      ended: 'Nummer nicht mehr gültig',
    },
    elsewhere: 'Erklärungen und Registrierungen seines Staates stehen Ihnen nicht offen.',
  },
  rows: {
    title: ({ reason }) => `Zeilen hinter: ${reason}`,
    lede: ({ trader }) =>
      `Woraus der Grund über ${trader} gemacht ist, wie es erklärt wurde. Jede Einsicht steht im Protokoll.`,
    kinds: {
      supplies: 'Zusammenfassende Meldungen',
      acquisitions: 'Erwerbe in Steuererklärungen',
      purchases: 'Einkäufe nach Lieferer',
      invoices: 'Verkäufe im Inland',
      registrations: 'Registrierungen',
      queries: 'Fragen an Erwerber',
      one_stop_shop: 'Erklärungen der einzigen Anlaufstelle',
      payments: 'Zahlungen an Empfänger',
    },
    columns: {
      row: 'Zeile',
      list: 'Liste',
      corrected: 'Bei Aufnahme berichtigt',
      supplier: 'Lieferer',
      acquirer: 'Erwerber',
      sound: 'Nummer richtig',
      kind: 'Art',
      period_from: 'Von Monat',
      period_to: 'Bis Monat',
      cents: 'Betrag, EUR',
      received: 'Eingegangen',
      correction: 'Berichtigung',
      seller: 'Verkäufer',
      buyer: 'Käufer',
      number: 'Nummer',
      day: 'Tag',
      vat_cents: 'Steuer, EUR',
      valid_from: 'Gültig ab',
      valid_until: 'Gültig bis',
      reason: 'Grund',
      owner: 'Gruppe',
      asked: 'Gefragt',
    },
    file: 'Datei',
    yes: 'ja',
    no: 'nein',
    missing: 'Erklärungen, die nicht kamen',
    missingLine: ({ months }) => `Es kam keine für ${months}.`,
    bridges: 'Antworten von Staaten über ihr Inneres',
    bridgeLine: ({ from, to, amount }) =>
      `Waren, die zu ${from} kamen, können über ${to} hinausgegangen sein: höchstens ${amount}.`,
    others: ({ count }) => `${count} bestätigte Fälle, die keine Zeile haben.`,
    leftOut: ({ count }) => `Dahinter stehen ${count} Zeilen mehr, als ein Hinweis nennt.`,
    what: 'Art der Erklärung.',
    closed: ({ count }) =>
      `${count} Zeilen sind eigene Erklärungen eines anderen Staates; sie werden nur dort geöffnet.`,
    none: 'Dieser Grund hat keine eigenen Zeilen.',
    noneWhat: 'Er folgt aus dem, was fehlt, oder aus dem, was ein anderer Staat antwortete.',
    export: 'Beträge in Euro, aus ganzen Cent. Leer: nicht angegeben.',
  },
  runs: {
    title: 'Durchläufe',
    door: 'Was wann bewertet wurde, wie weit ein Durchlauf ist, und wie man einen startet',
    lede: 'Ein Durchlauf liest, was am Ende eines Monats erklärt war, bewertet jeden Unternehmer und hinterlässt Hinweise. Er kann angehalten werden, und geht weiter, wo er war.',
    list: 'Durchläufe Ihres Staates',
    month: 'Monat',
    state: 'Stand',
    states: {
      waiting: 'Wartet',
      running: 'Läuft',
      stopped: 'Angehalten',
      done: 'Fertig',
      failed: 'Fehlgeschlagen',
    },
    progress: 'Fortschritt',
    runStages: {
      match: 'Abgleich',
      bridges: 'Brücken',
      features: 'Merkmale',
      scores: 'Bewertungen',
    },
    of: ({ done, total }) => `${done} von ${total}`,
    alerts: 'Hinweise',
    toAlerts: ({ count, above, threshold }) =>
      `${count} in der Liste, davon ${above} bei ${threshold} oder mehr`,
    ofScored: ({ scored }) => `von ${scored}, die bewertet wurden`,
    began: 'Begonnen',
    askedBy: ({ who }) => `gestartet von ${who}`,
    askedByNode: 'gestartet vom Betreiber des Knotens',
    ended: 'Beendet',
    what: 'Was möglich ist',
    faults: {
      nothing_declared:
        'Am Ende dieses Monats war nichts erklärt. Wählen Sie einen Monat, aus dem Erklärungen aufgenommen wurden.',
      other_rules:
        'Der Durchlauf begann nach den Regeln einer anderen Version dieses Produkts und kann nicht weitergehen. Starten Sie einen neuen Durchlauf über denselben Monat.',
      no_room:
        'Die Platte des Knotens war voll. Bitten Sie den Betreiber um Platz und setzen Sie den Durchlauf dann fort: Er geht nach dem letzten fertigen Schritt weiter.',
      no_memory:
        'Der Knoten hatte zu wenig Arbeitsspeicher dafür. Setzen Sie den Durchlauf fort, wenn kein anderer läuft; endet er wieder so, bitten Sie den Betreiber um mehr.',
      file_gone:
        'Eine Datei, die der Durchlauf braucht, ist nicht mehr da. Bitten Sie den Betreiber, sie aus einer Sicherung zurückzuholen, und setzen Sie den Durchlauf dann fort.',
      unknown:
        'Eine Störung dieses Knotens brach ihn ab. Setzen Sie den Durchlauf fort; schlägt er wieder fehl, nennen Sie dem Betreiber die Nummer: Das Protokoll des Knotens sagt, was geschah.',
    },
    makingFaults: {
      nothing_declared: 'Es wurde nichts erfunden. Fordern Sie sie mit einem anderen Startwert neu an.',
      no_room:
        'Die Platte des Knotens war voll. Bitten Sie den Betreiber um Platz und fordern Sie sie dann neu an; was aufgenommen wurde, bleibt.',
      no_memory:
        'Der Knoten hatte zu wenig Arbeitsspeicher dafür. Fordern Sie sie neu an, wenn kein Durchlauf läuft, oder nehmen Sie die kleine Größe.',
      file_gone:
        'Eine Datei verschwand während der Aufnahme. Fordern Sie sie neu an; was aufgenommen wurde, bleibt.',
      unknown:
        'Eine Störung dieses Knotens brach es ab. Fordern Sie sie neu an; endet es wieder so, nennen Sie dem Betreiber die Nummer: Das Protokoll des Knotens sagt, was geschah.',
    },
    faultNumber: ({ id }) => `Nummer ${id}`,
    live: 'Diese Seite lädt sich neu, solange Arbeit im Gang ist, außer wenn etwas auf ihr den Fokus hat.',
    reload: 'Neu laden',
    none: 'Für Ihren Staat wurde noch kein Durchlauf gemacht.',
    noneWhat: 'Starten Sie einen: wählen Sie einen Monat, aus dem Erklärungen aufgenommen wurden.',
    noneMade:
      'Nehmen Sie zuerst erfundene Erklärungen auf, und starten Sie dann einen Durchlauf über deren letzten Monat: zusammen dauert das ein bis zwei Minuten.',
    noneWho: 'Wer für Ihren Staat im Organ dieses Arbeitsbereichs sitzt, kann es tun.',
    makings: 'Erfundene Erklärungen',
    makingsWhat:
      'Dieses Register ist erfunden, also können es auch Erklärungen dafür sein: eine kleine Welt von Unternehmern mit Kreisen darunter, dieselbe bei demselben Startwert.',
    seed: 'Startwert',
    size: 'Größe',
    sizeLine: ({ traders, months }) => `${traders} Unternehmer, ${months} Monate`,
    last: 'Letzter Monat',
    stages: { making: 'Erfinden', taking: 'Aufnehmen' },
  },
  desk: {
    title: 'Betrug über Grenzen',
    highest: 'Höchste Hinweise ohne Fall',
    all: 'Alle Hinweise',
    none: 'Kein Hinweis ohne Fall.',
    noRun: 'Es wurde noch kein Durchlauf gemacht.',
    running: ({ count }) => (count === 1 ? '1 Durchlauf ist im Gang.' : `${count} Durchläufe sind im Gang.`),
    failed: ({ count }) =>
      count === 1
        ? '1 Durchlauf schlug fehl oder wurde angehalten.'
        : `${count} Durchläufe schlugen fehl oder wurden angehalten.`,
  },
  columns: {
    trader: 'USt-IdNr. des Unternehmers.',
    probability:
      'Wahrscheinlichkeit, dass er an Betrug teilnimmt, 0 bis 1, wie das Modell des Durchlaufs sagt.',
    least: 'Untere Grenze des Intervalls, 0 bis 1.',
    most: 'Obere Grenze des Intervalls, 0 bis 1.',
    at_stake:
      'Handel auf dem Spiel in Euro: Wahrscheinlichkeit mal Handel, um den es bei Betrug ginge, nach dem, worauf drei Monate deuten.',
    archetypes: 'Ids der bekannten Betrugsarten, wie die es aussieht, mit Kommas; leer: keine.',
    reason: 'Id des stärksten Grundes; leer: keiner.',
    case: 'none: niemand hat einen Fall zu ihm; open: offen; closed: geschlossen.',
    aside: 'Ob er in diesem Durchlauf beiseitegelegt ist.',
    aside_reason: 'Warum er beiseitegelegt wurde; leer: er ist es nicht.',
    month: 'Monat, an dessen Ende er bewertet wurde.',
    run: 'Id des Durchlaufs.',
    synthetic: 'Ob der Durchlauf aus erfundenen Erklärungen gemacht ist.',
  },
  fields: {
    party: 'Für die Partei',
    month: 'Monat, an dessen Ende hingesehen wird, als 2019-05',
    run: 'Durchlauf',
    seed: 'Startwert: dieselbe Zahl macht dieselbe Welt',
    size: 'Größe',
    trader: 'USt-IdNr.',
    reason: 'Warum niemand hinsehen muss',
  },
  sizes: {
    small: 'Klein: 1.200 Unternehmer, 16 Monate, einige Sekunden',
    larger: 'Größer: 6.000 Unternehmer, 24 Monate, ein bis zwei Minuten',
  },
  acts: {
    setAside: {
      title: 'Den Hinweis beiseitelegen',
      explain:
        'Er verlässt die Liste und steht getrennt mit Ihrem Grund, im Protokoll unter Ihrem Namen. Es gilt für diesen Durchlauf und für die davor gemachten, die keinen späteren Monat ansehen; ein später gemachter Durchlauf, auch über diesen Monat, setzt den Unternehmer wieder auf die Liste. Er kann wieder aufgenommen werden.',
    },
    takeUp: {
      title: 'Den Hinweis wieder aufnehmen',
      explain: 'Er steht wieder in der Liste. Dass er beiseitegelegt war, bleibt im Protokoll.',
    },
    start: {
      title: 'Einen Durchlauf starten',
      explain:
        'Alle am Ende des Monats bekannten Erklärungen werden gelesen, und jeder Unternehmer wird bewertet. Es entscheidet nichts.',
    },
    stop: {
      title: 'Den Durchlauf anhalten',
      explain: 'Er endet nach dem Schritt, bei dem er ist, und kann von dort fortgesetzt werden.',
    },
    resume: {
      title: 'Den Durchlauf fortsetzen',
      explain: 'Er geht nach dem letzten Schritt weiter, der fertig war.',
    },
    makeUp: {
      title: 'Erfundene Erklärungen aufnehmen',
      explain:
        'Eine erfundene Welt wird in Dateien geschrieben, so gekennzeichnet, und aufgenommen wie alle anderen. Nur in einem erfundenen Register.',
    },
  },
  problems: {
    vat_alert_has_case: ({ trader }) =>
      `Zu ${trader} ist ein Fall offen. Schließen Sie den Fall; dann kann der Hinweis beiseitegelegt werden.`,
    vat_alert_set_aside: ({ trader }) =>
      `Der Hinweis auf ${trader} ist schon beiseitegelegt. Nehmen Sie ihn wieder auf, um den Grund zu ändern.`,
    vat_alert_not_set_aside: ({ trader }) =>
      `Der Hinweis auf ${trader} ist nicht beiseitegelegt: Er steht in der Liste.`,
    vat_register_not_made_up: ({ register }) =>
      `${register} ist kein erfundenes Register: erfundene Erklärungen stünden unter wahren.`,
    vat_month_unreadable: ({ given }) => `${given} ist kein Monat; schreiben Sie ihn als 2019-05.`,
    vat_month_to_come: ({ given }) =>
      `${given} ist noch nicht vorbei: ein Durchlauf sieht vom Ende eines Monats aus.`,
    vat_run_not_found: () => 'Diesen Durchlauf der Partei gibt es nicht.',
    vat_run_not_running: () => 'Er wartet nicht und läuft nicht, also ist nichts anzuhalten.',
    vat_run_not_stopped: () => 'Nur was angehalten wurde oder fehlschlug, wird fortgesetzt.',
    vat_making_under_way: () =>
      'Es werden schon erfundene Erklärungen aufgenommen; warten Sie, bis sie da sind.',
    vat_making_failed: () =>
      'Erfundene Erklärungen konnten nicht aufgenommen werden; das Protokoll des Knotens sagt, warum. Was aufgenommen wurde, bleibt. Fordern Sie sie neu an, mit einem anderen Startwert oder einer anderen Größe, wenn es wieder so endet.',
    vat_alerts_not_allowed: () => 'Hinweise nimmt nur mit, wem sie gezeigt werden.',
  },
};
