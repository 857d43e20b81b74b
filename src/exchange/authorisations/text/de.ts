import type { AuthorisationTexts } from './en.ts';

export const de: AuthorisationTexts = {
  states: { listed: 'Auf der Liste', suspended: 'Ausgesetzt', closed: 'Geschlossen' },
  useStates: { recorded: 'Wird untersucht', concluded: 'Abgeschlossen' },
  tabs: {
    label: 'Wer was einsehen darf',
    practice: 'Praxis',
    authorisations: 'Namentliche Berechtigungen',
    uses: 'Unzulässige Nutzung',
    consents: 'Zustimmungen',
  },
  page: {
    title: 'Namentliche Berechtigungen',
    lede: 'Bedienstete, die einen Datenbestand eines anderen Staates abfragen dürfen, namentlich aufgeführt. Stand heute, welches Datum die Seite auch zeigt.',
    closedWhy:
      'Wer aufgeführt ist, sehen die beiden beteiligten Parteien und wer eine von ihnen beaufsichtigt.',
    closedWhat: 'Melden Sie sich für eine dieser Parteien oder ihre Aufsichtsbehörde an.',
    closedWho: 'Welches Organ die Aufsicht führt, sagen die Daten der Union.',
    none: 'Auf diesem Knoten ist niemand aufgeführt. Wen der Knoten eines anderen Staates von Ihren Bediensteten aufführt, steht nur dort.',
    noneWhat: 'Wer Ihre Daten führt, nimmt Bedienstete einer anderen Partei namentlich auf.',
    noneWho:
      'Solange niemand aufgeführt ist, wird jedes Ersuchen abgelehnt, das eine namentliche Berechtigung verlangt.',
    open: 'Sie sehen, was Ihre Partei betrifft oder die Partei, die Sie beaufsichtigen. Dass Sie es gesehen haben, steht im Journal.',
    officer: 'Bedienstete Person',
    party: 'Partei der bediensteten Person',
    supplier: 'Wessen Daten',
    dataSet: 'Datenbestand',
    service: 'Dienststelle',
    place: 'Ort',
    anywhere: 'nicht beschränkt',
    state: 'Status',
    review: 'Zu prüfen bis',
    overdue: 'überfällig',
    lastUse: 'Zuletzt genutzt',
    neverUsed: 'nie',
    useDays: 'Tage der Nutzung',
    useDaysWhat:
      'An welchen Tagen jede dieser Berechtigungen genutzt wurde, für die, die sie prüfen. Was damals gefragt wurde, steht im Protokoll.',
    side: 'Seite',
    sides: {
      at_us: 'Andere bei unseren Daten',
      ours: 'Unsere Bediensteten anderswo',
      supervised: 'Unter unserer Aufsicht',
    },
    said: 'Wozu sie berechtigt',
    history: 'Was daraus wurde',
    basis: 'Aufgrund von',
    from: 'Ab',
    until: 'Bis (an diesem Tag nicht mehr)',
    trained: 'Geschult am',
    screened: 'Überprüft am',
    dormant: 'Geschlossen, wenn sie vorher nicht genutzt wird',
    suspendedBy: 'Ausgesetzt durch',
    acts: {
      list: 'Aufgeführt',
      suspend: 'Ausgesetzt',
      resume: 'Aussetzung aufgehoben',
      close: 'Geschlossen',
      record: 'Festgehalten',
      conclude: 'Abgeschlossen',
      review: 'Geprüft',
      dormant: 'Geschlossen, weil sie länger ungenutzt blieb, als der Datengeber zulässt',
    },
    uses: 'Unzulässige Nutzung',
    usesNone: 'Über eine unzulässige Nutzung dieser Berechtigung ist nichts festgehalten.',
  },
  uses: {
    title: 'Verzeichnis unzulässiger Nutzungen',
    lede: 'Was über Berechtigungen festgestellt wurde, die für anderes genutzt wurden als wofür sie da sind, und was daraufhin geschah.',
    closedWhy: 'Das Verzeichnis sehen die beiden beteiligten Parteien und wer eine von ihnen beaufsichtigt.',
    none: 'Bei Berechtigungen Ihrer Partei oder an ihren Daten ist keine unzulässige Nutzung festgehalten.',
    noneWhat: 'Was festgestellt wird, wird auf der Seite der genutzten Berechtigung festgehalten.',
    noneWho: 'Das können beide Parteien: die der Daten und die der bediensteten Person.',
    found: 'Was festgestellt wurde',
    foundOn: 'Festgestellt am',
    authorisation: 'Berechtigung',
    done: 'Was geschah',
    notYet: 'noch nicht gesagt',
    recordedBy: 'Festgehalten von',
  },
  columns: {
    from: 'Erster Tag, an dem sie gilt.',
    until: 'Erster Tag, an dem sie nicht mehr gilt; leer: keiner ist gesetzt.',
    review: 'Letzter Tag, an dem die Prüfung rechtzeitig ist.',
    lastUse: 'Letzter Tag, an dem sie genutzt wurde; leer: eine Nutzung ist nicht bekannt.',
    usedOn: 'Tag, an dem sie genutzt wurde.',
    authorisation: 'Kennung der Berechtigung.',
  },
  fields: {
    id: 'Kennung',
    party: 'Für die Partei',
    officer_party: 'Partei der bediensteten Person',
    officer:
      'Bedienstete Person: Nummer, wie der eigene Knoten sie am Arbeitsplatz und bei einer Anfrage zeigt',
    data_set: 'Datenbestand, mit dem Wort, das Ersuchen verwenden',
    service: 'Dienststelle der Person; die Berechtigung gilt dann nur für diese',
    place: 'Ort, von dem aus allein sie gilt',
    basis: 'Instrument, aufgrund dessen sie erteilt wird',
    trained_on: 'Geschult am',
    screened_on: 'Überprüft am',
    from: 'Ab',
    until: 'Bis: der erste Tag, an dem sie nicht mehr gilt',
    dormant_after_days: 'Geschlossen nach so vielen Tagen ohne Nutzung',
    note: 'Anmerkung',
    reason: 'Grund',
    found: 'Was festgestellt wurde',
    on: 'Festgestellt am',
    done: 'Was daraufhin geschah',
  },
  acts: {
    list: {
      title: 'Bedienstete Person namentlich aufführen',
      explain:
        'Sie gehört einer anderen Partei an und darf einen Ihrer Datenbestände abfragen, aufgrund eines Instruments, das zwischen beiden gilt.',
    },
    review: {
      title: 'Berechtigung prüfen',
      explain:
        'Sie haben geprüft, ob sie noch nötig und richtig ist; die Vereinbarungen verlangen das mindestens einmal im Jahr.',
    },
    suspend: {
      title: 'Sofort aussetzen',
      explain: 'Von jetzt an öffnet sie nichts mehr, bis die Partei, die sie ausgesetzt hat, das aufhebt.',
    },
    suspend_service: {
      title: 'Eine ganze Dienststelle sofort aussetzen',
      explain:
        'Alle Bediensteten der Dienststelle, die bei Ihren Daten aufgeführt sind, oder die Ihrer eigenen, wo immer sie aufgeführt sind. Wer ohne Dienststelle aufgeführt ist, könnte als diese fragen und wird mit ausgesetzt.',
    },
    resume: { title: 'Aussetzung aufheben', explain: 'Nur Ihre eigene; die der anderen Partei bleibt.' },
    close: {
      title: 'Berechtigung schließen',
      explain: 'Sie endet endgültig; wer wieder Zugang braucht, wird neu aufgeführt.',
    },
    record_use: {
      title: 'Unzulässige Nutzung festhalten',
      explain:
        'Was festgestellt wurde, für beide Parteien und ihre Aufsicht. Nennen Sie niemanden, dessen Daten abgefragt wurden.',
    },
    conclude_use: {
      title: 'Sagen, was geschah',
      explain: 'Damit endet die Untersuchung, und es bleibt festgehalten.',
    },
  },
  problems: {
    authorisation_closed: ({ on }) =>
      `Sie wurde am ${on} geschlossen; wer wieder Zugang braucht, wird neu aufgeführt.`,
    authorisation_suspended: ({ party }) => `${party} hat sie bereits ausgesetzt.`,
    authorisation_not_suspended: () => 'Sie ist nicht ausgesetzt; es gibt nichts aufzuheben.',
    suspension_of_another: ({ party }) =>
      `Sie wurde von ${party} ausgesetzt; nur dort kann das aufgehoben werden.`,
    officer_of_supplier: ({ party }) =>
      `Bedienstete von ${party} brauchen bei den Daten von ${party} keine Berechtigung; führen Sie Bedienstete einer anderen Partei auf.`,
    authorisation_never_holds: ({ from, until }) =>
      `Von ${from} bis ${until} gibt es keinen Tag, an dem sie gilt.`,
    authorisation_listed: () =>
      'Diese Person ist aufgrund desselben Instruments für denselben Datenbestand, dieselbe Dienststelle und denselben Ort aufgeführt; prüfen Sie das oder schließen Sie es zuerst.',
    service_suspended: ({ service, party }) =>
      `${party} hat ${service} ausgesetzt: Bis das aufgehoben ist, wird niemand dafür aufgeführt und niemand ohne Dienststelle.`,
    service_has_no_officer: ({ service, party }) =>
      `Es ist niemand von ${service} von ${party} aufgeführt, den Sie aussetzen könnten.`,
    improper_use_concluded: () => 'Was geschah, ist bereits gesagt und bleibt festgehalten.',
    authorisations_not_allowed: () =>
      'Listen, die Bedienstete nennen, nimmt nur heraus, wem sie gezeigt werden.',
  },
};
