import type { CheckState } from '../model.ts';
import type { JointCheckTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

const states: Readonly<Record<CheckState, string>> = {
  planned: 'Geplant',
  agreed: 'Von allen angenommen',
  running: 'Läuft',
  closed: 'Abgeschlossen',
  withdrawn: 'Zurückgezogen',
};
/** In the words of the pages. */
const stateWord = (state: string | number | undefined): string =>
  Object.entries(states).find(([one]) => one === state)?.[1] ?? String(state);

export const de: JointCheckTexts = {
  states,
  services: { tax: 'Steuerverwaltung', customs: 'Zoll', veterinary: 'Veterinärdienste' },
  goods: { horse: 'Pferde', other: 'Andere Waren' },
  sorts: { sale: 'Verkauf', purchase: 'Kauf', movement: 'Ortswechsel', ownership: 'Eigentümer' },
  treatments: {
    intra_community: 'Lieferung innerhalb der Union',
    margin_scheme: 'Differenzbesteuerung',
    domestic: 'Inländisch',
    third_country: 'In ein oder aus einem Drittland',
    private: 'Privater Verkauf',
    not_declared: 'Nicht erklärt',
  },
  findings: {
    supply_only: 'verkauft, kein Kauf auf der anderen Seite',
    acquisition_only: 'gekauft, kein Verkauf auf der anderen Seite',
    amount_over: 'für mehr gekauft als verkauft',
    amount_under: 'für weniger gekauft als verkauft',
    period_shift: 'im Monat daneben',
    kind_mismatch: 'als etwas anderes erklärt',
    parties_differ: 'ein anderer Name auf der anderen Seite',
  },
  unknowns: {
    amount: 'ein Betrag ist nicht bekannt',
    silent: 'der andere Staat hat noch nichts gesagt',
    private: 'eine Privatperson auf der anderen Seite',
    outside: 'der andere Staat nimmt nicht teil',
    domestic: 'innerhalb eines Staates',
  },
  verdicts: {
    agrees: 'Beide Seiten stimmen überein',
    differs: 'Beide Seiten unterscheiden sich',
    one_side: 'Nur eine Seite',
    unknown: 'Nicht zu sagen',
  },
  codes: {
    item_unreadable: 'keine Nummer eines Tiers oder Stücks',
    item_not_in_plan: 'steht nicht im Plan',
    word_unknown: 'keines der Wörter, die hier stehen',
    fact_known: 'schon gesagt',
  },
  page: {
    door: 'Gemeinsame Prüfungen',
    doorWhat: 'Pläne, die Staaten zusammen ausführen, und was jeder von denselben Tieren oder Stücken weiß.',
    title: 'Gemeinsame Prüfungen',
    lede: 'Staaten prüfen zusammen dieselben Tiere oder Stücke und halten einen Verkauf im einen gegen einen Kauf im anderen. Wie es heute steht, welches Datum die Seite auch zeigt.',
    list: 'Prüfungen',
    check: 'Prüfung',
    goods: 'Waren',
    state: 'Stand',
    waitingFor: 'Wartet auf',
    dates: 'Wann',
    facts: 'Sichtbare Tatsachen',
    next: 'Als Nächstes',
    nexts: {
      agree: 'Ihr Staat muss den Plan annehmen',
      others: 'andere Staaten müssen den Plan noch annehmen',
      begin: 'kann beginnen',
      result: 'Ihr Staat muss sagen, was daraus wurde',
      close: 'kann abgeschlossen werden',
      none: '–',
    },
    none: 'In diesem Arbeitsbereich ist keine gemeinsame Prüfung geplant.',
    noneWhat: 'Ein Delegierter schlägt eine mit zwei oder mehr Staaten vor, oder der Koordinator plant sie.',
    noneWho: 'Der Koordinator des Arbeitsbereichs und die Delegierten der teilnehmenden Staaten.',
    planOnly:
      'Sie sehen Pläne. Was Staaten von den Tieren oder Stücken wissen, ist für die Delegierten der prüfenden Staaten.',
    open: 'Für Sie offen durch Ihren Sitz in diesem Arbeitsbereich. Jede Einsicht steht im Protokoll.',
    made: 'Erfunden, zum Ausprobieren: ein solches Pferd, einen solchen Unternehmer oder Preis gibt es nicht.',
    recorded: 'Was solche Prüfungen brachten, wie es festgehalten ist',
    recordedWhat:
      'Zahlen aus den eigenen Daten der Union, von einem Staat und von früher; sie stammen nicht aus den Prüfungen dieser Seite.',
    plan: 'Plan',
    about: 'Worum es geht',
    states: 'Staaten, die prüfen',
    invited: 'Kennen den Plan',
    services: 'Dienste',
    contacts: 'Ansprechstellen',
    contactsLink: 'auf der Seite des Organs',
    items: 'Tiere oder Stücke',
    itemForm: ({ name, like }: Params) =>
      `Nummer: ${name}, wie ${like} (Form nicht geprüft). Eine Nummer anderer Form wird genommen und gekennzeichnet.`,
    itemOdd: 'nicht in der Form, die wir kennen',
    noItems: 'Es sind noch keine Tiere oder Stücke genannt.',
    noItemsWhat: 'Der Koordinator nennt sie im Plan; bis dahin passt keine Tatsache.',
    match: 'Verkäufe gegen Käufe',
    matchWhat:
      'Jeder Verkauf, den ein Staat kennt, gegen einen Kauf gehalten, den ein anderer von demselben Tier oder Stück kennt, im selben Monat oder im nächsten. Unterschiede bis 100 Euro oder 1 % werden nicht genannt.',
    noMatch: 'Es gibt noch keinen Verkauf oder Kauf, der gegen einen anderen zu halten wäre.',
    noMatchWhat: 'Staaten fügen hinzu, was sie wissen, sobald sie den Plan angenommen haben.',
    verdict: 'Ergebnis',
    item: 'Tier oder Stück',
    sold: 'Verkauft',
    bought: 'Gekauft',
    difference: 'Verkauft weniger gekauft',
    factsOf: 'Was Staaten sagen',
    factsHidden: ({ parties }: Params) =>
      `Nicht gezeigt: Tatsachen von ${parties}, bis dieser Staat und Ihrer den Plan beide angenommen haben.`,
    sort: 'Tatsache',
    on: 'Am',
    by: 'Gesagt von',
    seller: 'Verkäufer',
    buyer: 'Käufer',
    private: 'Privatperson',
    amount: 'Betrag',
    unknown: 'nicht bekannt',
    treatment: 'Erklärt als',
    detail: 'Näheres',
    noFacts: 'Niemand, dessen Tatsachen Sie sehen, hat schon etwas gesagt.',
    noFactsWhat: 'Fügen Sie eine Tatsache in einem Formular hinzu oder bringen Sie ein Blatt (CSV).',
    noFactsWho: 'Delegierte der Staaten, die den Plan angenommen haben.',
    sheets: 'Blätter Ihres Staates',
    sheet: 'Blatt',
    rows: 'Zeilen',
    rowsLine: ({ in: all, accepted, corrected, quarantined }: Params) =>
      `${all}: ${accepted} angenommen, ${corrected} berichtigt, ${quarantined} zurückgehalten`,
    row: 'Zeile',
    place: 'Spalte',
    found: 'Gefunden',
    was: 'Geschrieben',
    became: 'Geworden',
    results: 'Was daraus wurde',
    corrections: 'Nachforderungen',
    fines: 'Bußgelder',
    noResult: 'Noch kein Staat hat gesagt, was daraus wurde.',
    noResultWhat: 'Jeder Staat hält es fest, während die Prüfung läuft; was er nicht weiß, lässt er leer.',
    sum: 'Zusammen',
    atLeast: ({ amount }: Params) => `mindestens ${amount}`,
    note: 'Anmerkung',
    history: 'Was daraus wurde, Schritt für Schritt',
    acts: {
      plan: 'Geplant',
      amend: 'Plan geändert: alle nehmen neu an',
      withdraw: 'Plan zurückgezogen',
      agree: 'Plan angenommen',
      begin: 'Begonnen',
      record_result: 'Ergebnis festgehalten',
      close: 'Abgeschlossen',
    },
    late: { start: 'Verspätet: noch nicht begonnen', end: 'Verspätet: der letzte geplante Tag ist vorbei' },
    notAgreed: 'hat noch nicht angenommen',
    withdrawn: ({ on }: Params) => `Der Plan wurde am ${on} zurückgezogen: Es ist nichts mehr daran zu tun.`,
    closedList: 'Prüfungen, die abgeschlossen oder zurückgezogen sind',
    openList: 'Prüfungen, die geplant oder angenommen sind oder laufen',
    noneClosed: 'In diesem Arbeitsbereich ist keine gemeinsame Prüfung abgeschlossen oder zurückgezogen.',
    capped: ({ most, total }: Params) =>
      `Hier stehen die neuesten ${most} von ${total}; die Exporte haben alle.`,
    planVersion: 'Fassung des Plans',
    planOf: ({ plan }: Params) => `Fassung ${plan}`,
    planLine: ({ plan, states, items }: Params) => `Plan ${plan}: ${states}; Tiere oder Stücke: ${items}`,
    picture: 'Ergebnisse',
    back: 'Gemeinsame Prüfungen',
    factTitle: 'Tatsache einer gemeinsamen Prüfung',
  },
  columns: {
    late: 'start: hätte beginnen sollen; end: läuft über den letzten geplanten Tag; leer: rechtzeitig.',
    plan: 'Hash des Plans, mit dem eine Annahme ihn nennt.',
    state: 'planned, agreed, running, closed oder withdrawn.',
    states: 'Ids von Parteien, durch Leerzeichen getrennt.',
    waiting: 'Parteien, die den Plan noch nicht angenommen haben.',
    facts: 'Tatsachen, die Sie sehen; leer: Sie sehen nur den Plan.',
    from: 'Erster Tag; kann ein Monat oder Jahr sein.',
    until: 'Letzter Tag; leer: keiner ist gesetzt.',
    verdict: 'agrees, differs, one_side oder unknown.',
    findings: 'Was gefunden wurde, durch Leerzeichen getrennt; leer: nichts.',
    unknown: 'Warum nichts zu sagen ist, durch Leerzeichen getrennt; leer: nichts ist unbekannt.',
    cents: 'Verkauft weniger gekauft, Eurocent; leer: ein Betrag oder eine Seite ist nicht bekannt.',
    saleCents: 'Eurocent; leer: nicht bekannt, oder es gibt keinen Verkauf.',
    purchaseCents: 'Eurocent; leer: nicht bekannt, oder es gibt keinen Kauf.',
    day: 'Tag, ISO 8601; leer: diese Seite fehlt.',
    number: 'USt-IdNr., oder private; leer: nicht bekannt.',
    centsOfFact: 'Eurocent; leer: nicht bekannt.',
    detail: 'Wie es gesagt wurde; leer: nichts.',
  },
  fields: {
    plan: 'Plan, der angenommen wird',
    id: 'Id',
    party: 'Für den Staat',
    title: 'Titel',
    goods: 'Art der Ware',
    about: 'Worum es geht',
    states: 'Staaten, die prüfen',
    invited: 'Andere, die den Plan kennen',
    services: 'Dienste, die teilnehmen',
    items: 'Nummern der Tiere oder Stücke, eine je Zeile (bei Pferden die UELN)',
    from: 'Von',
    until: 'Bis',
    reason: 'Grund',
    corrections: 'Nachforderungen in Euro; leer gelassen: nicht bekannt',
    fines: 'Bußgelder in Euro; leer gelassen: nicht bekannt',
    note: 'Anmerkung',
    item: 'Tier oder Stück',
    fact: 'Tatsache',
    on: 'Tag',
    seller: 'Verkäufer: USt-IdNr., oder private; leer gelassen: nicht bekannt',
    buyer: 'Käufer: USt-IdNr., oder private; leer gelassen: nicht bekannt',
    amount: 'Betrag in Euro; leer gelassen: nicht bekannt',
    declared_as: 'Erklärt als',
    detail: 'Näheres: von wo nach wo, oder was sonst bekannt ist',
    file: 'Blatt (CSV): item, fact, date, seller, buyer, amount, declared_as, detail',
    name: 'Name des Blatts',
  },
  acts: {
    plan: {
      title: 'Gemeinsame Prüfung planen',
      explain:
        'Jeder Staat, der prüft, muss annehmen, bevor sie beginnen kann. Ein Plan nennt keinen Unternehmer.',
    },
    propose: {
      title: 'Gemeinsame Prüfung vorschlagen',
      explain: 'Ihr Staat und mindestens ein anderer. Jeder von ihnen, auch Ihrer, muss sie annehmen.',
    },
    amend: {
      title: 'Plan ändern',
      explain: 'Alle Staaten nehmen neu an; bis dahin sieht keiner die Tatsachen eines anderen.',
    },
    withdraw_plan: {
      title: 'Plan zurückziehen',
      explain:
        'Sie läuft nicht, und es ist nichts mehr daran zu tun; alle ihre Staaten sehen, warum. Nur bevor sie begonnen hat.',
    },
    withdraw: {
      title: 'Vorschlag zurückziehen',
      explain:
        'Einer Prüfung, die Ihr Staat vorgeschlagen hat: Sie läuft nicht, und es ist nichts mehr daran zu tun; alle ihre Staaten sehen, warum. Nur bevor sie begonnen hat.',
    },
    agree: {
      title: 'Plan annehmen',
      explain:
        'Von da an sehen die, die angenommen haben, was Ihr Staat dazu sagt, und Sie sehen, was sie sagen.',
    },
    begin: { title: 'Beginnen', explain: 'Der Plan bleibt von da an, wie er angenommen wurde.' },
    record_result: {
      title: 'Festhalten, was daraus wurde',
      explain: 'Durch Ihren Staat, in Euro. Was leer bleibt, ist nicht bekannt und zählt nie als nichts.',
    },
    close: {
      title: 'Prüfung abschließen',
      explain:
        'Sobald jeder teilnehmende Staat sein Ergebnis festgehalten hat. Danach kommt keine Tatsache hinzu.',
    },
    add_fact: {
      title: 'Tatsache hinzufügen',
      explain: 'Zu einem Tier oder Stück des Plans. Staaten, die angenommen haben, sehen sie; sonst niemand.',
    },
    import_facts: {
      title: 'Blatt mit Tatsachen bringen',
      explain:
        'Jede Zeile wird angenommen, berichtigt oder zurückgehalten; was gefunden wurde, steht da mit seinem Ort.',
    },
    withdraw_fact: {
      title: 'Tatsache zurückziehen',
      explain: 'Sie zählt nicht mehr; dass sie gesagt wurde, bleibt festgehalten.',
    },
  },
  problems: {
    vat_check_state_not_in_field: ({ party }: Params) =>
      `${party} nimmt heute an diesem Arbeitsbereich nicht teil.`,
    vat_check_needs_two: () => 'Eine gemeinsame Prüfung braucht zwei Staaten.',
    vat_check_without_proposer: ({ party }: Params) =>
      `${party} schlägt vor und ist nicht unter den Staaten.`,
    vat_check_invited_without_part: ({ party }: Params) =>
      `${party} hat heute keinen Platz im Organ dieses Arbeitsbereichs.`,
    vat_check_service_unknown: ({ given }: Params) =>
      `Es gibt keinen Dienst „${given}“: tax, customs, veterinary.`,
    vat_check_item_unreadable: ({ given }: Params) =>
      `„${given}“ ist keine Nummer: höchstens 40 Buchstaben und Ziffern, eine je Zeile.`,
    vat_check_items_many: ({ count, most }: Params) =>
      `${count} sind zu viele für eine Prüfung; höchstens ${most}.`,
    vat_check_ends_before: ({ from, until }: Params) => `Sie endet (${until}), bevor sie beginnt (${from}).`,
    vat_check_state_forbids: ({ state }: Params) =>
      `Der Stand der Prüfung ist „${stateWord(state)}“: das geht jetzt nicht.`,
    vat_check_not_proposer: ({ party }: Params) =>
      `${party} hat diese Prüfung nicht vorgeschlagen: Die Koordination zieht sie zurück oder der Staat, der sie vorgeschlagen hat.`,
    vat_check_without_party: ({ party }: Params) => `${party} ist nicht unter den Staaten dieser Prüfung.`,
    vat_check_agreed: ({ party }: Params) => `${party} hat diesen Plan schon angenommen.`,
    vat_check_plan_changed: ({ seen, now }: Params) =>
      `Der Plan hat sich geändert, seit Sie ihn sahen (damals ${seen}, jetzt ${now}): Es wurde nichts angenommen. Lesen Sie den Plan, wie er jetzt ist, und nehmen Sie diesen an.`,
    vat_check_amount: ({ given }: Params) => `„${given}“ ist kein Betrag in Euro: 1234.50.`,
    vat_check_result_below_zero: () => 'Nachforderungen und Bußgelder sind nicht kleiner als null.',
    vat_check_result_missing: ({ party }: Params) =>
      `${party} hat noch nicht gesagt, was daraus wurde; was nicht bekannt ist, darf leer bleiben.`,
    vat_check_not_agreed: ({ party }: Params) => `${party} hat den Plan, wie er jetzt ist, nicht angenommen.`,
    vat_check_item_not_in_plan: ({ given }: Params) => `„${given}“ steht nicht in diesem Plan.`,
    vat_check_number: ({ given }: Params) =>
      `„${given}“ ist keine USt-IdNr.; eine Privatperson ist: private.`,
    vat_check_fact_known: ({ item }: Params) => `Ihr Staat hat dasselbe von ${item} schon gesagt.`,
    vat_check_sheet_known: () => 'Dieses Blatt wurde schon gebracht; nichts hat sich geändert.',
    vat_check_sheet_head: ({ missing, unknown }: Params) =>
      `Die erste Zeile muss die Spalten item, fact und date nennen und darf seller, buyer, amount, declared_as und detail nennen. Fehlt: ${missing}; unbekannt oder doppelt: ${unknown}.`,
    vat_check_sheet_unreadable: () => 'Das Blatt ist nicht in UTF-8.',
    vat_check_sheet_long: ({ rows, most }: Params) => `Das Blatt hat ${rows} Zeilen; höchstens ${most}.`,
    vat_check_facts_many: ({ most }: Params) =>
      `Eine Prüfung nimmt höchstens ${most} Tatsachen; ziehen Sie zurück, was nicht mehr zählt.`,
    vat_check_item_facts_many: ({ item, most }: Params) =>
      `Von ${item} nimmt eine Prüfung höchstens ${most} Tatsachen; ziehen Sie zurück, was nicht mehr zählt.`,
    vat_checks_not_allowed: () =>
      'Listen gemeinsamer Prüfungen werden nur von denen mitgenommen, denen sie gezeigt werden.',
  },
};
