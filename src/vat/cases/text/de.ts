import type { CaseTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const de: CaseTexts = {
  outcomes: {
    missing_trader: 'Missing Trader, bestätigt',
    other_fraud: 'Anderer Betrug, bestätigt',
    honest: 'Ehrlich',
    unknown: 'Nicht bekannt',
  },
  states: {
    open: 'Offen',
    closed: 'Geschlossen',
  },
  kinds: {
    supplies: 'Zeile einer Zusammenfassenden Meldung',
    acquisitions: 'Summe von Erwerben',
    purchases: 'Einkauf bei einem Lieferer',
    invoices: 'Rechnung',
    registrations: 'Registrierung',
    queries: 'Frage an den Unternehmer',
  },
  asked: {
    reveal: 'Wessen Token dies sind',
    bridges: 'Ob Waren im Staat weitergegangen sein können',
    feedback: 'Was aus Unternehmern geworden ist',
  },
  standings: {
    drafted: 'Entworfen',
    released: 'Freigegeben, noch ohne Antwort',
    withdrawn: 'Zurückgezogen',
    told: 'Berichtet, noch ohne Rückmeldung',
    answered: 'Beantwortet',
    refused: 'Vom anderen Staat nicht mitgeteilt',
    denied: 'Abgelehnt',
    unanswered: 'Es kam keine Antwort',
  },
  clock: {
    owed: 'Geschuldet',
    overdue: 'Überfällig',
    given: 'Gegeben',
    late: 'Verspätet gegeben',
  },
  acts: {
    open: {
      title: 'Einen Fall eröffnen',
      explain:
        'Für einen Unternehmer oder mehrere, auf eine Anzeige oder was Sie gesehen haben. Sie entscheiden es und sagen, warum; eine Bewertung eröffnet nichts.',
    },
    open_from_alert: {
      title: 'Einen Fall aus einem Hinweis eröffnen',
      explain:
        'Was der Durchlauf von dem Unternehmer sagt, wird so, wie es jetzt ist, bei dem Fall aufbewahrt. Dass es einen Fall gibt, entscheiden Sie, aus einem eigenen Grund.',
    },
    join: {
      title: 'Dazu einen eigenen Fall eröffnen',
      explain:
        'Ein Fall Ihres Staates, auch unter dem Zeichen des anderen: Solange er offen ist, werden Fragen des anderen in diesem Fall beantwortet, soweit das Recht es zulässt.',
    },
    revise: {
      title: 'Den Fall überarbeiten',
      explain:
        'Um wen es geht, wie viel Handel auf dem Spiel steht, wer daran arbeitet. Was vorher dort stand, bleibt erhalten.',
    },
    note: {
      title: 'Eine Notiz schreiben',
      explain:
        'Ein Text mit Datum für jene, die in diesem Arbeitsbereich für Ihren Staat sitzen. Er steht im Protokoll, ändert nichts am Fall und steht in keiner Datei davon.',
    },
    close: {
      title: 'Den Fall schließen',
      explain:
        'Mit dem, was daraus geworden ist. Niemand wird dadurch abgemeldet: Wer das darf, tut es nach dem Recht des Staates.',
    },
    reopen: {
      title: 'Wieder eröffnen',
      explain: 'Womit er geschlossen war, bleibt in seiner Geschichte.',
    },
    keep_row: {
      title: 'Eine Zeile aufbewahren',
      explain:
        'Eine Zeile einer aufgenommenen Datei, bei dem Fall aufbewahrt. Die Zeile selbst bleibt, wo sie ist.',
    },
    keep_reason: {
      title: 'Die Zeilen hinter einem Grund aufbewahren',
      explain: 'Alle Zeilen, die der Hinweis hinter einem seiner Gründe nennt, höchstens 200.',
    },
    remove_row: {
      title: 'Nicht länger aufbewahren',
      explain: 'Dass sie aufbewahrt war, und warum nicht mehr, bleibt festgehalten.',
    },
    draft_request: {
      title: 'Ein Ersuchen an einen anderen Staat entwerfen',
      explain:
        'Dadurch geht nichts hinaus: Ein anderer Beamter muss es freigeben. Ob es beantwortet wird, entscheidet das geltende Recht: Instrumente, die etwas öffnen, stehen zuerst; nach jedem anderen wird das Ersuchen abgelehnt, weil das Recht keine Bestimmung dafür hat.',
    },
    release_request: {
      title: 'Das Ersuchen freigeben',
      explain:
        'Lesen Sie unten, was von wem und wozu gefragt wird. Freigegeben geht es hinaus, und beide Staaten halten es fest.',
    },
    withdraw_request: {
      title: 'Den Entwurf zurückziehen',
      explain: 'Er geht nicht hinaus. Dass er entworfen war, bleibt festgehalten.',
    },
    give_feedback: {
      title: 'Rückmeldung geben',
      explain:
        'Was aus den Unternehmern geworden ist, von denen der andere Staat berichtet hat. Lassen Sie leer, was Sie nicht wissen.',
    },
  },
  emptyConfirmed: '(nötig, wenn Betrug bestätigt ist; sonst leer lassen)',
  fields: {
    id: 'Fall',
    party: 'Für',
    run: 'Durchlauf',
    trader: 'USt-IdNr. des Unternehmers',
    traders: 'USt-IdNrn., eigene und fremde: eine je Zeile',
    note: 'Notiz',
    reason: 'Grund',
    at_stake:
      'Handel auf dem Spiel in Euro: Wahrscheinlichkeit mal Handel, nicht die Steuer darauf; leer: unbekannt',
    analyst: 'Wer daran arbeitet',
    outcome: 'Was daraus geworden ist',
    confirmed: 'Bei wem Betrug bestätigt ist',
    stopped: 'Aufgehalten oder zurückgeholt, in Euro; leer: unbekannt',
    days: 'Tage vom ersten Umsatz bis zum ersten Eingreifen; leer: unbekannt',
    cost: 'Was der Fall Ihren Staat gekostet hat, Arbeit eingeschlossen, in Euro; leer: unbekannt',
    fraud_from: 'Nahm teil ab',
    fraud_until: 'Nahm teil bis',
    kind: 'Art der Zeile',
    file: 'Aufgenommene Datei',
    row: 'Nummer der Zeile in der Datei, ab 1',
    why: 'Warum sie aufbewahrt wird',
    to: 'Gefragt wird',
    what: 'Was gefragt wird',
    asked: 'Wovon: ein Token, ein Paar mit Monat oder eine Nummer je Zeile',
    epoch: 'Abschnitt der Token',
    instrument: 'Instrument',
    article: 'Artikel',
    purpose: 'Zweck, in einem Wort, das das Instrument kennt',
  },
  page: {
    case: 'Fall',
    cases: 'Hinweise und Fälle',
    open: 'Offen für jene, die in diesem Arbeitsbereich für die Partei sitzen; wer es liest, steht im Protokoll.',
    said: 'Der Fall',
    state: 'Stand',
    reference: 'Zeichen',
    party: 'Partei',
    traders: 'Unternehmer',
    opened: 'Eröffnet',
    origin: 'Eröffnet aus',
    tip: 'Einer Anzeige, oder was jemand sah',
    alert: ({ run, trader }: Params) => `Durchlauf ${run}, ${trader}`,
    joined: ({ reference }: Params) => `Was ein anderer Staat von seinem Fall ${reference} berichtet hat`,
    bundleHash: 'Hash dessen, was der Durchlauf sagte',
    expected: 'Handel auf dem Spiel',
    analyst: 'Arbeitet daran',
    nobody: 'Noch niemand',
    outcome: 'Was daraus geworden ist',
    confirmed: 'Betrug bestätigt bei',
    stopped: 'Aufgehalten oder zurückgeholt',
    days: 'Tage vom ersten Umsatz bis zum ersten Eingreifen',
    cost: 'Kosten für den Staat, Arbeit eingeschlossen',
    fraud: 'Nahm teil',
    unknown: 'nicht bekannt',
    id: 'Id',
    acts: 'Eine Bewertung eröffnet keinen Fall und schließt keinen. Was hier entschieden wird, ändert niemandes Registrierung: Wer das darf, tut es nach dem Recht des Staates.',
    synthetic:
      'Der Hinweis ist von einem erfundenen Modell oder aus erfundenen Erklärungen: Entschieden wird damit nichts.',
    bundle: 'Unterschriebene Datei des Falls',
    notes: 'Notizen',
    noNotes: 'Zu diesem Fall ist nichts notiert.',
    noNotesWhat:
      'Schreiben Sie eine Notiz, solange der Fall offen ist: was am Telefon gesagt wurde, was noch anzusehen ist.',
    history: 'Was getan wurde',
    does: {
      open: 'Eröffnet',
      revise: 'Überarbeitet',
      note: 'Notiz',
      close: 'Geschlossen',
      reopen: 'Wieder eröffnet',
      keep: 'Zeile aufbewahrt',
      remove: 'Zeile nicht länger aufbewahrt',
      draft: 'Ersuchen entworfen',
      release: 'Ersuchen freigegeben',
      withdraw: 'Entwurf zurückgezogen',
      told: 'Dem anderen Staat berichtet',
      give: 'Rückmeldung gegeben',
    },
  },
  list: {
    title: 'Fälle',
    lede: 'Was Ihr Staat untersucht, offene Fälle zuerst nach Handel auf dem Spiel, und die Rückmeldungen, die er zu Fällen anderer schuldet.',
    all: ({ count }: Params) => `Alle Fälle (${count})`,
    owedMore: ({ shown, count }: Params) =>
      `Gezeigt werden ${shown} von ${count}, was zuerst fällig ist; geben Sie diese Rückmeldungen, um die anderen zu sehen.`,
    searched:
      'Wörter werden in Zeichen und USt-IdNrn. gesucht, ganz oder zum Teil. Die Liste hat die Fälle der Partei, für die Sie in diesem Arbeitsbereich sitzen; der Filter wählt ihren Stand.',
    due: 'Nächste Rückmeldung bis',
    none: 'Für Ihren Staat wurde kein Fall eröffnet.',
    noneWhat: 'Eröffnen Sie einen aus einem Hinweis oder nach einer Anzeige.',
    owed: 'Rückmeldungen, die Ihr Staat schuldet',
    noneOwed: 'Ihr Staat schuldet keine Rückmeldung.',
    noneOwedWhat:
      'Er schuldet eine ab dem Tag, an dem ein anderer Staat ihm von einem Fall mit Ihren Unternehmern berichtet, bis er sie gibt.',
  },
  basket: {
    title: 'Aufbewahrte Zeilen',
    kind: 'Art',
    place: 'Zeile',
    why: 'Warum',
    reason: 'Grund des Hinweises',
    since: 'Aufbewahrt seit',
    state: 'Stand',
    kept: 'aufbewahrt',
    removed: 'entfernt',
    values: 'Wie erklärt',
    open: 'Die Zeilen öffnen',
    closed: 'Keine Zeile, die dieser Staat öffnen darf',
    gone: 'Ihre Datei ist nicht auf diesem Knoten',
    bounded: ({ most }: Params) => `Die ersten ${most} werden geöffnet.`,
    none: 'Bei diesem Fall ist keine Zeile aufbewahrt.',
    noneWhat:
      'Bewahren Sie Zeilen mit „Eine Zeile aufbewahren“ bei den Zeilen hinter einem Grund des Hinweises auf, alle hinter einem Grund auf einmal oder nach Datei und Nummer.',
    noneWho: 'Wer in diesem Arbeitsbereich für die Partei sitzt.',
  },
  requests: {
    title: 'Ersuchen an andere Staaten',
    none: 'In diesem Fall wurde kein anderer Staat gefragt.',
    noneWhat: 'Einer von Ihnen entwirft ein Ersuchen, ein anderer gibt es frei.',
    nothingOpen:
      'Kein Instrument dieses Registers öffnet, was in Fällen gefragt wird: Über ein Ersuchen entscheidet das geltende Recht, und es wird aus diesem Grund abgelehnt.',
    to: 'Gefragt',
    what: 'Was gefragt wird',
    asked: 'Wovon',
    instrument: 'Nach',
    purpose: 'Zweck',
    standing: 'Stand',
    own: 'Sie haben es entworfen: Ein anderer Beamter Ihres Staates muss es freigeben. Bitten Sie jemanden, der in diesem Arbeitsbereich sitzt, den Fall zu öffnen; der Entwurf wartet auch auf seinem Schreibtisch.',
    choices: {
      opens: ({ title, what }: Params) => `${title}: öffnet „${what}“`,
      not_in_force: ({ title }: Params) =>
        `${title}: heute für Ihren Staat nicht in Kraft, das Ersuchen würde abgelehnt`,
      nothing: ({ title }: Params) =>
        `${title}: hat nichts von dem, was Fälle fragen, das Ersuchen würde abgelehnt`,
    },
    waiting: 'Es wartet darauf, gestellt oder beantwortet zu werden.',
    lost: 'Dieser Knoten konnte nicht fragen: Er kennt noch kein Recht dieses Registers.',
    deniedHere: 'Von diesem Knoten abgelehnt, bevor es hinausging: Nichts davon wurde mitgeteilt.',
    deniedThere: 'Von dem gefragten Knoten abgelehnt.',
    empty: 'Der andere hat dazu nichts zu sagen.',
    erased: 'Was geantwortet wurde, ist am Ende der Aufbewahrung gelöscht worden.',
    answer: 'Antwort',
    entry: 'Eintrag im Protokoll',
    place: 'Platz im Protokoll',
    noPlace: 'noch ohne Platz',
    receipt: 'Die Frage selbst, für jene, die für die ganze Partei handeln',
    proof: 'Beleg der Entscheidung im Protokoll',
    nobody: 'nicht mitgeteilt',
  },
  feedback: {
    title: 'Rückmeldungen anderer Staaten',
    one: 'Rückmeldung',
    none: 'Von diesem Fall wurde keinem anderen Staat berichtet.',
    noneWhat:
      'Ein Ersuchen, was aus Unternehmern geworden ist, berichtet davon; von da an schuldet er eine Rückmeldung.',
    asker: 'Berichtet von',
    state: 'Geschuldet von',
    reference: 'Fall des anderen',
    traders: 'Unternehmer',
    told: 'Berichtet am',
    due: 'Fällig',
    dueUnknown: 'nicht bekannt: Kein Kalender reicht so weit',
    standing: 'Stand',
    term: 'Die Frist ist unsere, für Übungen: 30 Tage nach dem Kalender des Staates, der sie schuldet. Kein Gesetz, das wir gelesen haben, setzt eine.',
    notGiven: 'Noch nicht gegeben.',
    notGivenOn: ({ day }) =>
      `Nicht gegeben am ${day}, als zuletzt gefragt wurde; fragen Sie erneut, um mehr zu wissen.`,
  },
  desk: {
    title: 'Rückmeldungen zu Ihren Fällen',
    all: 'Alle Fälle',
    none: ({ ahead, since }) =>
      `Zu Fällen Ihres Staates kam in den letzten ${since} Tagen keine Rückmeldung, und binnen ${ahead} Tagen ist keine fällig.`,
    caption: ({ ahead, since, shown, total }) =>
      `In den letzten ${since} Tagen gekommen, überfällig, oder binnen ${ahead} Tagen fällig: ${shown} von ${total}`,
  },
  evidence: {
    title: 'Was aus den Fällen geworden ist',
    tab: 'Ergebnisse',
    what: 'Aufgehaltener Betrag, Tage bis zum Eingreifen, Trefferquote, Kosten und rechtzeitige Rückmeldung, als Zahlen über die Staaten, für den Koordinator',
    lede: 'Zahlen über die Staaten auf diesem Knoten, ohne einen einzigen Fall. Was nicht bekannt ist, wird gesagt und ist nicht nichts.',
    closedWhy: 'Diese Zahlen sind für jene, die den Arbeitsbereich der Fälle koordinieren.',
    closedWhat: 'Melden Sie sich für sein Organ an, und für keine Partei.',
    floor: ({ least }: Params) =>
      `Fälle werden in der Reihenfolge gezählt, in der sie zum ersten Mal geschlossen wurden, in Gruppen: Nach je ${least} zählen jene, die warten, zusammen, wenn keine ihrer Zahlen unter ${least} liegt, jeder so, wie er bis dahin zuletzt geschlossen wurde. Wer einen davon später wieder öffnet oder mit etwas anderem schließt, ändert hier nichts. Was danach kam, wartet auf die nächste Gruppe, damit niemand aus zwei Tagen schließen kann, welcher Fall oder Unternehmer gemeint ist. Rückmeldungen werden ebenso gezählt, in der Reihenfolge, in der sie rechtzeitig kamen oder überfällig wurden. Diese Grenze ist unsere.`,
    onNode: 'Fälle von Staaten, die sie auf eigenen Knoten führen, sind nicht darunter.',
    party: 'Staat',
    all: 'Alle',
    cases: 'Geschlossene Fälle',
    confirmed: 'Betrug bestätigt',
    stopped: 'Aufgehalten oder zurückgeholt',
    days: 'Tage bis zum ersten Eingreifen, Median',
    cost: 'Kosten, soweit bekannt',
    hitRate: 'Bestätigt von entschieden',
    inTime: 'Rechtzeitig zurückgemeldet',
    known: ({ known, of }: Params) => `bekannt von ${known} von ${of}`,
    withheld: 'zurückgehalten',
    unknown: 'nicht bekannt',
    table: 'Fälle nach Staaten',
    feedback: 'Rückmeldungen nach Staaten',
    none: 'Kein Staat nimmt an diesem Arbeitsbereich teil, und keiner hat eine volle Gruppe geschlossener Fälle.',
    noneWhat:
      'Fälle werden von jenen eröffnet und geschlossen, die im Arbeitsbereich für einen Staat sitzen.',
    noFeedback:
      'Kein Staat nimmt an diesem Arbeitsbereich teil, und von keinem gibt es eine volle Gruppe von Rückmeldungen.',
    beside: 'Daneben: was gemeinsame Kontrollen erbrachten',
    besideWhat: 'Von der Quelle dieses Registers festgehalten, und kein Ergebnis von Fällen hier.',
    columns: {
      party: 'Staat; leer: alle auf diesem Knoten',
      figure: 'Was gezählt wird',
      value: 'Der Wert: Anzahl, Cent, Tage oder Anteil; leer: nicht bekannt oder zurückgehalten',
      known: 'Von wie vielen er bekannt ist; leer: zurückgehalten',
      of: 'Von wie vielen er gefragt ist; leer: zurückgehalten',
      withheld: 'Ob er zurückgehalten wird, weil er von zu wenigen oder von keinem ist',
    },
  },
  columns: {
    reference: 'Wie man ihn nennt',
    state: 'open (offen) oder closed (geschlossen)',
    traders: 'Nummern des eigenen Staates der Partei, und jene, nach denen gefragt wurde',
    others: 'Um wie viele Unternehmer anderer Staaten es außerdem geht',
    opened: 'Tag der Eröffnung',
    expected: 'Handel auf dem Spiel in Cent; leer: nicht bekannt',
    outcome: 'Was daraus geworden ist; leer: er ist offen',
    stopped: 'Aufgehalten oder zurückgeholt in Cent; leer: nicht bekannt',
    days: 'Tage vom ersten Umsatz bis zum ersten Eingreifen; leer: nicht bekannt',
    cost: 'Was der Fall den Staat gekostet hat, in Cent; leer: nicht bekannt',
    madeUp: 'Ob er aus einem Hinweis erfundener Erklärungen oder eines erfundenen Modells eröffnet wurde',
  },
  checked: ({ by, reference }: Params) => `Unterschrieben von ${by}: Fall ${reference}, unverändert.`,
  replayed: ({ trader, probability }: Params) =>
    `Die Bewertung von ${trader} ist, neu gemacht, ${probability}, wie geschrieben.`,
  notReplayed: 'Der Fall wurde aus keinem Hinweis eröffnet: Es gibt keine Bewertung, die neu zu machen wäre.',
  problems: {
    vat_case_trader_invalid: ({ given }: Params) =>
      `Das ist keine USt-IdNr., oder ihre Prüfziffer stimmt nicht: ${given}`,
    vat_case_traders_too_many: ({ most, count }: Params) =>
      `In einem Fall geht es um höchstens ${most} Unternehmer, und dies sind ${count}.`,
    vat_case_nobody: () => 'Nennen Sie mindestens einen Unternehmer.',
    vat_case_closed: () => 'Der Fall ist geschlossen: Eröffnen Sie ihn zuerst wieder.',
    vat_case_joined: () => 'Ihr Staat hat dazu schon einen Fall.',
    vat_case_confirmed_nobody: () => 'Sagen Sie, bei welchem Unternehmer Betrug bestätigt ist.',
    vat_case_confirmed_unsaid: () =>
      'Mit diesem Ergebnis ist niemand bestätigt: Lassen Sie die Unternehmer leer.',
    vat_case_trader_foreign: ({ number }: Params) => `Um ${number} geht es nicht.`,
    vat_case_fraud_backwards: ({ until, from }: Params) => `Es endete (${until}), bevor es begann (${from}).`,
    vat_case_without_alert: () => 'Der Fall wurde aus keinem Hinweis eröffnet, also gibt es keine Gründe.',
    vat_case_not_found: () => 'Einen solchen Fall gibt es nicht, oder Sie dürfen ihn nicht sehen.',
    vat_receipt_not_found: () => 'Einen solchen Beleg gibt es noch nicht, oder Sie dürfen ihn nicht sehen.',
    vat_cases_not_allowed: () => 'Es gibt keinen Fall, den Sie sehen dürfen.',
    vat_row_file_unknown: () => 'Hier wurde keine Datei dieses Hashs und dieser Art aufgenommen.',
    vat_row_kind_missing: () =>
      'Sagen Sie, welcher Art die Zeile ist: Die Datei wurde als mehrere aufgenommen.',
    vat_row_closed: () => 'Diese Zeile steht nicht in der Datei, oder dieser Staat darf sie nicht einsehen.',
    vat_row_kept: () => 'Diese Zeile ist schon aufbewahrt.',
    vat_rows_too_many: ({ most }: Params) => `Ein Fall bewahrt höchstens ${most} Zeilen auf.`,
    vat_reason_without_rows: () => 'Hinter diesem Grund steht keine Zeile, die nicht schon aufbewahrt ist.',
    vat_asked_epoch_missing: () => 'Sagen Sie, aus welchem Abschnitt die Token sind.',
    vat_asked_token_invalid: ({ given }: Params) => `Das ist kein Token: ${given}`,
    vat_asked_pair_invalid: ({ given }: Params) =>
      `Schreiben Sie das Token dessen, der erwarb, das dessen, der lieferte, und den Monat (2026-03), statt: ${given}`,
    vat_asked_month_to_come: ({ given }: Params) =>
      `${given} ist noch nicht vorbei, und über einen solchen Monat wird nichts gesagt: Fragen Sie nach einem früheren, oder warten Sie, bis er vorbei ist.`,
    vat_asked_too_many: ({ most, count }: Params) =>
      `Höchstens ${most} werden auf einmal gefragt, und dies sind ${count}.`,
    vat_asked_foreign: ({ number }: Params) => `In dem Fall geht es nicht um ${number}.`,
    vat_asked_elsewhere: ({ number, state }: Params) =>
      `${number} ist keine Nummer von ${state}: Fragen Sie den Staat, der sie vergeben hat.`,
    vat_request_own_draft: () =>
      'Sie haben dieses Ersuchen entworfen: Ein anderer Beamter Ihres Staates muss es freigeben. Bitten Sie jemanden, der in diesem Arbeitsbereich sitzt; der Entwurf wartet auf seinem Schreibtisch.',
    vat_bundle_unsigned: () =>
      'Dieser Knoten hat keinen Schlüssel, der jetzt unterschreibt, und gibt daher keine Datei des Falls heraus.',
    vat_bundle_other_case: () => 'Was der Durchlauf sagte, ist nicht, woraus der Fall eröffnet wurde.',
    vat_bundle_model_missing: () =>
      'Die Datei hat kein Modell: Geben Sie das an, mit dem die Bewertung gemacht wurde (--model).',
    vat_evidence_not_allowed: () =>
      'Diese Zahlen sind für jene, die den Arbeitsbereich der Fälle koordinieren.',
  },
};
