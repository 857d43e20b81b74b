import type { ConsentTexts } from './en.ts';

export const de: ConsentTexts = {
  states: { given: 'Erteilt', withdrawn: 'Widerrufen' },
  purposes: {
    onward_transfer: 'Weitergabe',
    other_purpose: 'Ein anderer Zweck',
    evidence: 'Verwendung als Beweis',
    disclosure: 'Offenlegung',
  },
  page: {
    title: 'Zustimmungen',
    lede: 'Worin eine Partei im Voraus schriftlich einwilligt, über das hinaus, wofür ihre Daten gegeben wurden: Weitergabe, ein anderer Zweck, Verwendung als Beweis, Offenlegung. Stand heute, welches Datum die Seite auch zeigt.',
    closedWhy: 'Zustimmungen sehen die beiden beteiligten Parteien und wer eine von ihnen beaufsichtigt.',
    closedWhat: 'Melden Sie sich für eine dieser Parteien oder ihre Aufsichtsbehörde an.',
    none: 'Ihre Partei hat keine Zustimmung erteilt und keine erhalten.',
    noneWhat:
      'Wer die Daten gegeben hat, stimmt zu, für einen Fall, einen Zweck und das, was aufgrund eines Instruments erlangt wurde.',
    noneWho: 'Ohne Zustimmung wird jedes Ersuchen abgelehnt, das eine verlangt.',
    supplier: 'Datengeber',
    receiver: 'Empfänger',
    case: 'Fall',
    purpose: 'Wofür',
    instrument: 'Für das, was erlangt wurde aufgrund von',
    dataSet: 'Datenbestand',
    wholly: 'alles, was aufgrund dessen erlangt wurde',
    state: 'Status',
    conditions: 'Bedingungen',
    noConditions: 'keine gestellt',
    from: 'Ab',
    until: 'Bis (an diesem Tag nicht mehr)',
    history: 'Was daraus wurde',
    said: 'Worin eingewilligt wurde',
    id: 'Kennung, wie ein Ersuchen sie nennt',
    acts: { give: 'Erteilt', withdraw: 'Widerrufen' },
  },
  notes: {
    title: 'Unterzeichnete Urkunden',
    column: 'Unterzeichnete Urkunde',
    hint: 'Der Knoten des Empfängers legt die Urkunde jedem Ersuchen bei, das diese Zustimmung nennt. Andere prüfen die Datei mit tripoint-verify, dem Schlüssel des Knotens des Datengebers und seinem Namen (--signer tripoint/…): Was ein anderer unterzeichnet hat, ist keine Zustimmung. Ob sie noch gilt, sagt allein das Register des Datengebers.',
    what: 'Welche',
    whats: { given: 'Zustimmung', withdrawn: 'Widerruf' },
    by: 'Unterzeichnet vom Knoten',
    signed: 'Unterzeichnet am',
    place: 'Wo sie ist',
    other: 'Anderer Knoten',
    since: 'Seit',
    file: 'Herunterladen',
    places: {
      none: 'noch nicht unterzeichnet',
      signed: 'noch nicht übergeben',
      here: 'für eine Partei dieses Knotens',
      handed: 'übergeben',
      received: 'erhalten',
    },
    none: 'Von dieser Zustimmung gibt es keine unterzeichnete Urkunde, also kann kein Ersuchen sie vorlegen.',
    noneWhat:
      'Der Knoten des Datengebers unterzeichnet in wenigen Augenblicken, was gilt; laden Sie die Seite neu.',
    noneWho:
      'Was vorher widerrufen wurde oder endete, wird nicht unterzeichnet, auch nicht, was länger ist als eine Urkunde; erteilen Sie eine solche Zustimmung neu, in weniger Worten.',
  },
  columns: {
    dataSet: 'Mit dem Wort, das Ersuchen verwenden; leer: alles, was aufgrund des Instruments erlangt wurde.',
    from: 'Erster Tag, an dem sie gilt.',
    until: 'Erster Tag, an dem sie nicht mehr gilt; leer: keiner ist gesetzt.',
    note: 'none: von diesem Knoten noch nicht unterzeichnet; signed: noch nicht übergeben; here: für einen Empfänger dieses Knotens; handed: der Knoten des Empfängers hat sie; received: vom Knoten des Datengebers.',
    noteSince: 'Seit wann das so ist, ISO 8601; leer: es gibt keine Urkunde.',
  },
  fields: {
    id: 'Kennung',
    party: 'Für die Partei',
    receiver: 'Wer es tun darf',
    instrument: 'Instrument, aufgrund dessen der Empfänger die Daten erhielt',
    data_set:
      'Datenbestand, mit dem Wort, das Ersuchen verwenden; leer gelassen: alles, was aufgrund des Instruments erlangt wurde',
    case_reference: 'Aktenzeichen des Falls, wie es im Ersuchen steht',
    purpose: 'Wofür',
    conditions: 'Bedingungen, in Worten',
    from: 'Ab',
    until: 'Bis: der erste Tag, an dem sie nicht mehr gilt',
    reason: 'Grund',
  },
  acts: {
    give: {
      title: 'Zustimmen',
      explain:
        'Ein Empfänger darf mit dem, was Sie in einem Fall aufgrund eines Instruments gegeben haben, eines tun; was vorher geschah, ist nicht erfasst.',
    },
    withdraw: {
      title: 'Zustimmung widerrufen',
      explain: 'Ab heute öffnet sie nichts mehr; was vorher mit ihr geschah, bleibt rechtmäßig.',
    },
  },
  problems: {
    consent_to_oneself: ({ party }) =>
      `${party} braucht für die eigenen Daten keine Zustimmung von sich selbst.`,
    consent_never_holds: ({ from, until }) => `Von ${from} bis ${until} gibt es keinen Tag, an dem sie gilt.`,
    consent_withdrawn: ({ on }) =>
      `Sie wurde am ${on} widerrufen; um wieder zuzustimmen, erteilen Sie eine neue.`,
    consents_not_allowed: () => 'Listen von Zustimmungen nimmt nur heraus, wem sie gezeigt werden.',
    consent_note_not_found: () => 'Eine solche Urkunde gibt es nicht, oder Sie dürfen sie nicht sehen.',
  },
};
