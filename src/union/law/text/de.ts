import type { LawTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const de: LawTexts = {
  figureColumns: {
    party: 'Kennung des Staates.',
    cutOff: 'Stichtag.',
    open: 'Offene Instrumente: nicht oder teils umgesetzt oder abgelehnt.',
    assessed: 'Instrumente, die zählen und deren Stand bekannt ist: wovon das Defizit ein Anteil ist.',
    percent: 'Defizit in Prozent; leer: nichts ist bewertet, was nicht null ist.',
    unknown: 'Instrumente, die zählen würden, von denen aber nichts bekannt ist; in keiner Zahl.',
    notApplicable: 'Nicht anwendbare Instrumente; in keiner Zahl.',
    notYetDue: 'Am Stichtag noch nicht fällige Instrumente; in keiner Zahl.',
    overdueTwoYears:
      'Offene, die zwei Jahre oder länger überfällig sind; leer: was offen ist, hat keine Frist.',
    delayMonths:
      'Ganze Monate, um die Offene überfällig sind, summiert; leer: was offen ist, hat keine Frist.',
    undated: 'Offene ohne Frist; in keiner der beiden.',
    against: 'Im Recht umgesetzt, nach Befund anderer aber nicht, oder nicht oder nur teils angewandt.',
    judged: 'Im Recht umgesetzt und von anderen geprüft: wovon nicht konform ein Anteil ist.',
    conformityPercent: 'Nicht konform in Prozent; leer: nichts wurde geprüft.',
    unjudged: 'Umgesetzt allein nach Angabe des Staates.',
  },
  page: {
    force: 'Wer gebunden ist',
    party: 'Partei',
    consent: 'Zustimmung',
    inForce: 'In Kraft',
    forceNone: 'Die Quelle nennt keine Parteien.',
    forceNoneWho:
      'Ob es jemanden bindet, ist also nicht bekannt. Wer die Instrumente führt, nennt die Parteien im Entwurf.',
    bindsBy: 'Was eine Partei bindet',
    restsOn: 'Gilt nur, solange diese gelten',
    supersededBy: 'Ersetzt durch',
    endReason: 'Grund des Endes',
    provisions: 'Bestimmungen',
    operation: 'Vorgang',
    edition: 'Fassung der Bedingungen',
    conditionsNone: 'keine Bedingungen',
    holds: 'Gilt',
    checked: 'Geprüft',
    figures: 'Zahlen am Stichtag',
    percent: 'Defizit',
    overdue: 'Zwei Jahre oder länger überfällig',
    delay: 'Verzug in Monaten, summiert',
    conformity: 'Nicht konform',
    noFigure: 'Keine Zahl',
    nothingAssessed: 'von keinem ist bekannt, was daraus wurde',
    noDeadline: 'was offen ist, hat keine Frist',
    nothingJudged: 'nichts wurde von anderen geprüft',
    nothingBefore: 'für damals ist nicht genug bekannt',
    howFigures:
      'Nach dem Muster des Binnenmarktanzeigers der EU. Was noch nicht umzusetzen oder beendet ist, zählt nicht mit; Unbekanntes und nicht Anwendbares auch nicht. Nicht konform ist, was im Recht umgesetzt, nach Befund anderer aber nicht richtig oder nicht oder nur teils angewandt ist.',
    change: (before) => `Veränderung seit ${before}`,
    points: (n) => `${n} Prozentpunkte`,
    ofThese: (part, whole) => `${part} von ${whole}`,
    unjudged: (n) => `${n} allein nach Angabe des Staates`,
    leftOut: (unknown, notYetDue) => `${unknown} unbekannt, ${notYetDue} noch nicht fällig: nicht mitgezählt`,
    undated: (n) => `${n} offen ohne Frist: nicht mitgezählt`,
    because: (reason, title) => `${reason} (${title})`,
    remind: (body) => `daran erinnern: ${body}, jährlich, solange etwas davon offen ist`,
  },
  bindingWays: {
    adoption: 'Annahme',
    signature: 'Unterzeichnung',
    ratification: 'Ratifikation',
  },
  consents: {
    none: 'Nicht unterzeichnet',
    signed: 'Unterzeichnet',
    ratified: 'Ratifiziert',
  },
  checks: {
    none: 'Laut Quelle',
    asserted: 'Vom Staat erklärt',
    confirmed: 'Bestätigt',
    contradicted: 'Widersprochen',
  },
  answers: {
    yes: 'Ja',
    no: 'Nein',
    unknown: 'Unbekannt',
  },
  reasons: {
    not_yet_in_force: 'noch nicht in Kraft getreten',
    ended: 'beendet',
    not_a_party: 'keine Partei',
    not_consented: 'von der Partei selbst noch nicht gebunden',
    party_not_yet: 'für diese Partei noch nicht',
    party_ended: 'für diese Partei nicht mehr',
    not_known: 'damals nicht bekannt',
    entry_not_stated: 'die Quelle sagt nicht, wann es in Kraft trat',
    date_imprecise: 'ein Datum ist nicht auf den Tag bekannt',
    parties_not_stated: 'die Quelle nennt die Parteien nicht',
    consent_not_stated: 'die Quelle sagt nicht, ob die Partei sich band',
    circular: 'beruht auf sich selbst',
  },
  fields: {
    id: 'Kennung, wie sie in Adressen steht (Kleinbuchstaben, Ziffern, Bindestriche)',
    title: 'Titel',
    kind: 'Art',
    number: 'Nummer',
    parties: 'Parteien; keine gewählt: alle Mitgliedstaaten',
    issuer: 'Organ, das es annehmen soll',
    dossier: 'Dossier',
    bound_by: 'Was eine Partei bindet',
    based_on: 'Instrumente, auf denen es beruht; es gilt nur, solange sie gelten',
    implement_by: 'Umzusetzen spätestens am',
    reminded: 'Organe, die jährlich daran erinnert werden',
    on: 'Am',
    reason: 'Grund',
    by: 'Instrument, das es ersetzt',
    party: 'Im Namen von',
    of: 'Welche Partei',
    from: 'Gebunden oder gültig ab',
    until: 'Erster Tag, an dem nicht mehr',
    article: 'Artikelnummer',
    text: 'Text des Artikels oder sein Inhalt',
    what: 'Wozu es verpflichtet',
    who: 'Wen es verpflichtet; leer: jede Partei für sich',
    watcher: 'Wer darüber wacht',
    deadline: 'Spätestens am',
    provision: 'Kennung der Bestimmung',
    operation: 'Was sie zu tun erlaubt',
    conditions: 'Bedingungen, als JSON-Objekt',
    in_law: 'Im Recht',
    in_practice: 'In der Praxis',
    evidence: 'Woraus das hervorgeht',
    outcome: 'Ergebnis',
    finding: 'Worauf das Ergebnis beruht',
  },
  acts: {
    draft: {
      title: 'Instrument entwerfen',
      explain: 'Niemand ist gebunden, bevor es angenommen ist und in Kraft tritt.',
    },
    add_article: {
      title: 'Artikel hinzufügen',
      explain:
        'Eine Verpflichtung wird zur Zusage dessen, den sie verpflichtet. Angenommenes wird nicht umgeschrieben.',
    },
    adopt: { title: 'Annehmen', explain: 'Der Text steht fest.' },
    sign: { title: 'Unterzeichnen', explain: 'Eine Partei unterzeichnet für sich selbst.' },
    ratify: { title: 'Ratifizieren', explain: 'Eine Partei bindet sich selbst.' },
    enter_into_force: {
      title: 'Inkrafttreten festhalten',
      explain: 'Ab diesem Tag bindet es, wer zugestimmt hat.',
    },
    set_party_period: {
      title: 'Eigene Dauer einer Partei festhalten',
      explain: 'Eine Partei kann später gebunden oder früher entlassen werden als die anderen.',
    },
    end: { title: 'Ende festhalten', explain: 'Ab diesem Tag bindet es niemanden mehr.' },
    repeal: { title: 'Aufheben', explain: 'Wer es annahm, beendet es; es bleibt mit seinem Grund erhalten.' },
    supersede: {
      title: 'Ersetzen',
      explain: 'Ein anderes geltendes Instrument tritt an diesem Tag an seine Stelle.',
    },
    correct: {
      title: 'Datum berichtigen',
      explain:
        'Der letzte Schritt fand an einem anderen Tag statt. Was zuvor bekannt war, bleibt, wie es damals bekannt war.',
    },
    add_provision: {
      title: 'Bestimmung hinzufügen',
      explain:
        'Was ein Artikel zu tun erlaubt und unter welchen Bedingungen; sie gilt nur, solange das Instrument gilt.',
    },
    rewrite: { title: 'Bedingungen neu fassen', explain: 'Eine neue Fassung; die vorige bleibt erhalten.' },
    end_provision: {
      title: 'Bestimmung beenden',
      explain: 'Ab diesem Tag erlaubt sie niemandem mehr etwas.',
    },
    keep_obligation: {
      title: 'Verpflichtung als erfüllt melden',
      explain: 'Wen ein Artikel verpflichtet, sagt, dass es getan ist und woraus das hervorgeht.',
    },
    assert: {
      title: 'Umsetzung erklären',
      explain: 'Ein Staat sagt, was er getan hat, im Recht und in der Praxis.',
    },
    verify: {
      title: 'Erklärung eines anderen prüfen',
      explain: 'Eine Partei sieht nach, was eine andere von sich sagt.',
    },
    check: {
      title: 'Erklärung eines Staates prüfen',
      explain: 'Wer die Instrumente führt, sieht nach, was ein Staat von sich sagt.',
    },
  },
  problems: {
    region_not_a_party: ({ party }: Params) =>
      `${party} ist eine Region. Regionen können nicht Partei sein; nennen Sie den Staat.`,
    adopter_differs: ({ issuer }: Params) =>
      `Es ist von ${issuer} anzunehmen, und das ist ein anderes Organ.`,
    not_a_party: ({ party }: Params) => `${party} ist daran nicht beteiligt.`,
    consent_given: ({ party }: Params) => `${party} hat das schon getan.`,
    consents_missing: ({ given, needed }: Params) =>
      `Bis zu diesem Tag haben sich so viele Parteien gebunden: ${given}. Nötig sind mindestens ${needed}.`,
    superseded_by_itself: () => 'Es kann sich nicht selbst ersetzen.',
    successor_not_in_force: ({ id, on }: Params) =>
      `Es ist nicht sicher, dass ${id} am ${on} in Kraft war. Halten Sie zuerst das Inkrafttreten fest.`,
    text_fixed: ({ article }: Params) =>
      `Der Text stand mit der Annahme fest, Artikel ${article} kann nicht mehr hinzukommen. Entwerfen Sie ein anderes Instrument, das ihn ändert.`,
    article_fixed: ({ article }: Params) => `Artikel ${article} ist angenommen und wird nicht umgeschrieben.`,
    obligation_without_content: () =>
      'Sagen Sie, wozu es verpflichtet, oder lassen Sie wen, Aufsicht und Frist leer.',
    obligation_undated: () => 'Sagen Sie, bis wann: Eine Verpflichtung ohne Datum erinnert niemanden.',
    obligation_missing: ({ article, party }: Params) =>
      `Artikel ${article} verpflichtet ${party} zu nichts, das noch offen ist.`,
    provision_ended: ({ until }: Params) =>
      `Sie endet am ${until}. Was beendet ist, wird nicht später noch einmal beendet.`,
    conditions_unreadable: () => 'Die Bedingungen sind kein JSON-Objekt.',
    period_reversed: ({ until, from }: Params) => `Das Ende ${until} liegt nicht nach dem Beginn ${from}.`,
    decline_reason_missing: () =>
      'Sagen Sie, warum: Wer darauf verzichtet, nennt einen Grund, und der bleibt erhalten.',
    nothing_asserted: ({ party, on }: Params) =>
      `${party} hatte bis ${on} nichts erklärt, das geprüft werden kann.`,
    already_found: ({ party }: Params) => `Das wurde zu ${party} bereits festgestellt.`,
    verifies_itself: ({ party }: Params) =>
      `${party} kann nicht prüfen, was sie selbst erklärt. Das tut eine andere Partei oder das Sekretariat.`,
  },
};
