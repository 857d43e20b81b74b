import { countingIn } from '#platform/text/counting.ts';
import { wordFor } from '../../text/words/words.ts';
import type { MoneyTexts } from './en.ts';

const { counted } = countingIn('de');

export const de: MoneyTexts = {
  bases: { timesheet: 'Zeiterfassung', estimate: 'Schätzung' },
  year: {
    title: (year) => `Haushalt ${year}`,
    lede: 'Was das Jahr kosten darf und wer es zahlt, an welche Tätigkeiten das Geld ging und was übrig blieb.',
    unknown: (year) => `Für ${year} ist kein Haushalt erfasst.`,
    unknownWhat:
      'Über einen Teil davon lässt sich also nichts sagen. Ein unbekannter Haushalt ist nicht null.',
    amount: 'Betrag',
    state: 'Status',
    stated: 'Wie die Quelle ihn angibt; ob und wann er genehmigt wurde, sagt sie nicht',
    key: 'Grundlage des Schlüssels',
    keyNone:
      'Die Beiträge lassen sich nicht berechnen: Dazu braucht es einen Betrag und einen Schlüssel mit allen Anteilen.',
    keyNoneWho: 'Das Organ, das den Haushalt führt, legt den Schlüssel fest, bevor er genehmigt wird.',
    allocations: 'Wohin das Geld ging',
    allocationsLede:
      'Die Beiträge sind nicht zweckgebunden. Was eine Tätigkeit gekostet hat, geht aus der Zeiterfassung hervor oder ist geschätzt; der Rest steht als nicht zugeordnet da und wird nicht auf die Tätigkeiten verteilt.',
    allocationsNone: 'Keiner Tätigkeit ist etwas zugeordnet.',
    allocationsNoneWho:
      'Das Organ, das den Haushalt führt, sagt, welcher Betrag an welchen Punkt des Plans ging und ob das aus der Zeiterfassung hervorgeht oder geschätzt ist.',
    activity: 'Tätigkeit',
    basis: 'Grundlage',
    allocated: 'Zugeordnet',
    unallocated: 'Nicht zugeordnet',
    ofBudget: (share) => `${share} des Haushalts`,
    over: 'Es wurde mehr zugeordnet, als der Haushalt enthält.',
    unallocatedUnknown: 'unbekannt, weil der Haushalt es ist',
    partOfUnknown: 'Bei einem unbekannten Haushalt kann niemand sagen, welcher Teil nicht zugeordnet ist.',
    change: 'Ändern',
    surplus: 'Überschuss',
    surplusNone: (year) => `Über einen Überschuss in ${year} ist nichts erfasst.`,
    surplusNoneWhat: 'Ob es einen gab, ist nicht bekannt.',
    surplusNoneWho: 'Das Organ, das den Haushalt führt, erfasst ihn mit dem Grund, wenn das Jahr vorbei ist.',
    reason: 'Warum er übrig blieb',
    decision: 'Was damit geschieht',
    decisionNone: 'Noch nicht entschieden',
    decidedBy: 'Entschieden von',
    decided: 'Entschieden am',
    way: 'Was daraus wurde',
    walk: 'Der Weg des Euro',
    plan: 'Der Plan des Jahres',
    ofAll: 'Was an Tätigkeiten ging, nach Jahr',
    columns: {
      id: 'Id der Zuordnung. Leer: der Rest, der nicht zugeordnet ist.',
      year: 'Jahr des Haushalts.',
      planItem: 'Id des Punktes des Plans. Leer: der Rest, der zu keiner Tätigkeit führt.',
      title: 'Titel des Punktes. Leer: der Rest, der zu keiner Tätigkeit führt.',
      currency: 'Währung der Beträge, ISO 4217.',
      amount:
        'In ganzen Einheiten der Währung. Leer: unbekannt, weil der Haushalt es ist; nie null für eine Lücke.',
      basis:
        'timesheet: Stunden wurden aufgeschrieben; estimate: jemand hat es geschätzt; not_allocated: der Rest.',
      note: 'Erläuterung. Leer: keine wurde gegeben.',
    },
  },
  walk: {
    title: (year) => `Der Weg des Euro, ${year}`,
    lede: 'Vom Geld zur Tätigkeit, zu dem, was sie misst, zum Rechtsinstrument und zur Frage des Parlaments, und zurück. Jeder Teil führt zu seiner Seite; wo eine Verbindung fehlt, steht es da.',
    there: 'Vom Euro zur Frage',
    back: 'Von der Frage zurück zum Euro',
    euro: 'Euro',
    activity: 'Tätigkeit',
    indicator: 'Indikator',
    instrument: 'Rechtsinstrument',
    question: 'Frage des Parlaments',
    planNone: (year) => `Für ${year} ist kein Plan erfasst, also keine Tätigkeit, zu der Geld führen könnte.`,
    planEmpty: (year) => `Der Plan für ${year} hat keine Punkte.`,
    planNoneWho: 'Das Organ, das Pläne entwirft, schreibt ihn.',
    moneyNone: 'Ihr ist kein Geld zugeordnet',
    indicatorNone: 'An keinen Indikator gebunden',
    target: (value) => `Ziel: ${value}`,
    targetNone: 'kein Ziel',
    last: (when, value) => `letzte Beobachtung (${when}): ${value}`,
    lastNone: 'noch nicht beobachtet',
    reached: { yes: 'Ziel erreicht', no: 'Ziel verfehlt', unknown: 'Nicht beurteilt' },
    instrumentNone: 'Kein Rechtsinstrument',
    questionNone: 'Keine Frage hat danach gefragt',
    activityNone: 'Führt zu keiner Tätigkeit dieses Plans',
    moneyOfNothing: 'Kein Geld, weil keine Tätigkeit',
    ties: {
      named: '',
      instrument: 'über das Rechtsinstrument',
      dossier: 'nur über dasselbe Dossier',
    },
    more: (n) => `${counted(n, 'weiteres steht', 'weitere stehen')} im selben Dossier`,
    unallocated: 'führt zu keiner Tätigkeit',
    unallocatedUnknown: 'Unbekannt, was zu keiner Tätigkeit führt: Der Haushalt ist nicht bekannt',
    questionsNone: (year) =>
      `In ${year} wurde keine Frage eingereicht, und keine fragt nach einer Tätigkeit oder einem Rechtsinstrument des Plans.`,
    questionsNoneWho: 'Das Organ, das Vorgänge des Parlaments einreicht, kann nennen, wonach sie fragen.',
    link: 'Im Weg des Euro',
    columns: {
      direction: 'there: vom Euro zur Frage; back: von der Frage zum Euro; rest: nicht zugeordnet.',
      year: 'Jahr des Haushalts und des Plans.',
      amount:
        'Der Tätigkeit zugeordnet, zusammen, in ganzen Einheiten der Währung. Leer: Es ist nichts zugeordnet.',
      currency: 'Währung des Betrags, ISO 4217. Leer: kein Betrag.',
      basis: 'Woraus es hervorgeht: timesheet, estimate oder beides. Leer: Es ist nichts zugeordnet.',
      activity: 'Id des Punktes des Plans. Leer: keiner.',
      indicator: 'Id des Indikators. Leer: an keinen gebunden.',
      target: 'Wert, den der Indikator im Jahr erreichen soll. Leer: keiner wurde gesetzt.',
      observed: 'Letzte Beobachtung. Leer: keine.',
      observedIn: 'Wann das beobachtet wurde. Leer: keine, oder nicht datiert.',
      reached: 'Ob eine Beobachtung des Jahres das Ziel erreicht: yes, no, unknown. Leer: kein Indikator.',
      instruments: 'Ids von Rechtsinstrumenten. Leer: keines.',
      instrumentsBy:
        'Wie jedes damit verbunden ist: genannt (named) oder nur über dasselbe Dossier (dossier).',
      questions: 'Ids von Fragen und Empfehlungen des Parlaments. Leer: Keine hat danach gefragt.',
      questionsBy:
        'Wie jede damit verbunden ist: genannt (named), über ein Rechtsinstrument (instrument) oder nur über dasselbe Dossier (dossier).',
    },
  },
  fields: {
    id: 'Id, wie sie in Adressen stehen wird (Kleinbuchstaben, Ziffern, Bindestriche)',
    year: 'Jahr',
    amount: 'Betrag, in ganzen Einheiten der Währung: 1250.50',
    currency: 'Währung, ISO 4217: EUR',
    on: 'Am',
    note: 'Erläuterung',
    reason: 'Grund',
    shares: 'Anteil jedes Mitgliedstaats, zusammen genau 1: NL 0.53, BE 0.41, LU 0.06',
    basis: 'Grundlage',
    item: 'Punkt des Plans dieses Jahres',
    decision: 'Was damit geschieht',
  },
  acts: {
    propose: {
      title: 'Haushalt vorschlagen',
      explain: 'Einer im Jahr. Er wird geschrieben, bis das zuständige Organ ihn genehmigt.',
    },
    amend: {
      title: 'Ändern',
      explain: 'Er wird mit diesem Betrag neu vorgeschlagen; was er vorher war, bleibt festgehalten.',
    },
    set_key: {
      title: 'Schlüssel festlegen',
      explain: 'Jeder Mitgliedstaat hat einen Anteil, und zusammen sind sie genau 1.',
    },
    approve: { title: 'Genehmigen', explain: 'Von hier an stehen Betrag und Schlüssel fest.' },
    return: { title: 'Zurückgeben', explain: 'Er kann geändert werden und wird neu vorgeschlagen.' },
    allocate: {
      title: 'Mittel zuordnen',
      explain:
        'Welcher Teil des Geldes eines Jahres an einen Punkt seines Plans ging und woraus das hervorgeht.',
    },
    change: {
      title: 'Zuordnung ändern',
      explain: 'Was vorher gesagt wurde, bleibt festgehalten, mit dem Grund der Änderung.',
    },
    withdraw: {
      title: 'Zuordnung zurückziehen',
      explain: 'Der Betrag ist wieder nicht zugeordnet; dass er es war, bleibt festgehalten.',
    },
    record: {
      title: 'Überschuss erfassen',
      explain: 'Was vom Jahr übrig blieb und warum; null sagt, dass nichts übrig blieb.',
    },
    correct: {
      title: 'Überschuss berichtigen',
      explain: 'Solange nicht entschieden ist, was damit geschieht.',
    },
    decide: {
      title: 'Über den Überschuss entscheiden',
      explain: 'Was damit geschieht. Von hier an steht er fest.',
    },
  },
  problems: {
    amount_zero: () => 'Nichts ist kein Betrag. Lassen Sie ihn dann weg.',
    budget_exists: ({ year }) => `${year} hat schon einen Haushalt. Ein Jahr hat einen.`,
    budget_fixed: ({ year }) =>
      `Am Haushalt für ${year} wird nicht geschrieben: Sein Schlüssel wird festgelegt, solange er vorgeschlagen oder zurückgegeben ist.`,
    budget_without_key: () =>
      'Er hat noch keinen Schlüssel, also wüsste niemand, wer was zahlt. Legen Sie zuerst den Schlüssel fest.',
    budget_not_approved: ({ year, state }) =>
      `Der Status des Haushalts für ${year} ist jetzt: ${wordFor(String(state), 'de')}. Geld wird zugeordnet, sobald er genehmigt ist.`,
    budget_amount_unknown: ({ year }) =>
      `Der Betrag des Haushalts für ${year} ist nicht bekannt, also kann kein Teil davon zugeordnet werden.`,
    allocation_exceeds_budget: ({ year, budget, left, currency }) =>
      `Der Haushalt für ${year} beträgt ${budget} ${currency}; davon sind nur noch ${left} nicht zugeordnet.`,
    allocation_of_another_year: ({ year, plan }) =>
      `Dieser Punkt gehört zum Plan für ${plan}. Geld von ${year} geht an Punkte des Plans für ${year}.`,
    key_entry_invalid: ({ received }) =>
      `„${received}“ ist kein Mitgliedstaat mit seinem Anteil, je einmal: NL 0.53.`,
    key_member_missing: ({ list }) => `Der Schlüssel hat keinen Anteil für ${list}.`,
    key_not_a_member: ({ list }) => `Nur Mitgliedstaaten zahlen nach dem Schlüssel, nicht ${list}.`,
    surplus_exists: ({ year }) => `Der Überschuss von ${year} ist schon erfasst. Berichtigen Sie ihn.`,
    surplus_exceeds_budget: ({ year, budget, currency }) =>
      `Von ${year} kann nicht mehr übrig bleiben als sein Haushalt: ${budget} ${currency}.`,
    surplus_nil: ({ year }) => `Von ${year} blieb nichts übrig, also gibt es nichts zu entscheiden.`,
  },
};
