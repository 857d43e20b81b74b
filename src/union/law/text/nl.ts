import type { LawTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const nl: LawTexts = {
  figureColumns: {
    party: 'Id van de staat.',
    cutOff: 'Peildatum.',
    open: 'Instrumenten die openstaan: niet of deels uitgevoerd, of afgewezen.',
    assessed:
      'Instrumenten die meetellen en waarvan de stand bekend is: waarvan de achterstand een aandeel is.',
    percent: 'Achterstand in procent; leeg: van niets is de stand bekend, wat geen nul is.',
    unknown: 'Instrumenten die zouden meetellen maar waarvan niets bekend is; in geen cijfer.',
    notApplicable: 'Instrumenten die niet van toepassing zijn; in geen cijfer.',
    notYetDue: 'Instrumenten die op de peildatum nog niet aan de orde zijn; in geen cijfer.',
    overdueTwoYears:
      'Openstaande die twee jaar of langer te laat zijn; leeg: wat openstaat, heeft geen termijn.',
    delayMonths:
      'Hele maanden dat openstaande te laat zijn, opgeteld; leeg: wat openstaat, heeft geen termijn.',
    undated: 'Openstaande zonder termijn; in geen van beide.',
    against: 'In de wetgeving uitgevoerd, maar volgens een ander niet, of niet of deels toegepast.',
    judged: 'In de wetgeving uitgevoerd en door een ander nagegaan: waarvan niet conform een aandeel is.',
    conformityPercent: 'Niet conform in procent; leeg: niets is nagegaan.',
    unjudged: 'Uitgevoerd alleen op gezag van de staat.',
  },
  page: {
    force: 'Wie is gebonden',
    party: 'Partij',
    consent: 'Instemming',
    inForce: 'Van kracht',
    forceNone: 'De bron noemt geen partijen.',
    forceNoneWho:
      'Of het iemand bindt, is dus niet bekend. Wie instrumenten bijhoudt, noemt de partijen bij het ontwerp.',
    bindsBy: 'Wat een partij bindt',
    restsOn: 'Geldt alleen zolang deze gelden',
    supersededBy: 'Vervangen door',
    endReason: 'Reden van het einde',
    provisions: 'Bepalingen',
    operation: 'Handeling',
    edition: 'Uitgave van de voorwaarden',
    conditionsNone: 'geen voorwaarden',
    holds: 'Geldt',
    checked: 'Nagegaan',
    figures: 'Cijfers op de peildatum',
    percent: 'Achterstand',
    overdue: 'Twee jaar of langer te laat',
    delay: 'Vertraging in maanden, opgeteld',
    conformity: 'Niet conform',
    noFigure: 'Geen cijfer',
    nothingAssessed: 'van niets is bekend wat ermee gebeurde',
    noDeadline: 'wat openstaat, heeft geen termijn',
    nothingJudged: 'niets is door een ander nagegaan',
    nothingBefore: 'van toen is niet genoeg bekend',
    howFigures:
      'Naar het model van het scorebord van de EU-interne markt. Wat nog niet hoeft te zijn uitgevoerd of is geëindigd, telt niet mee; onbekend en niet van toepassing evenmin. Niet conform is wat in de wetgeving is uitgevoerd, maar volgens een ander niet klopt of niet of deels wordt toegepast.',
    change: (before) => `Verandering sinds ${before}`,
    points: (n) => `${n} procentpunt`,
    ofThese: (part, whole) => `${part} van ${whole}`,
    unjudged: (n) => `${n} alleen op gezag van de staat`,
    leftOut: (unknown, notYetDue) => `${unknown} onbekend, ${notYetDue} nog niet aan de orde: niet meegeteld`,
    undated: (n) => `${n} open zonder termijn: niet meegeteld`,
    because: (reason, title) => `${reason} (${title})`,
    remind: (body) => `${body} eraan herinneren, zoals elk jaar zolang er iets van openstaat`,
  },
  bindingWays: {
    adoption: 'Vaststelling',
    signature: 'Ondertekening',
    ratification: 'Bekrachtiging',
  },
  consents: {
    none: 'Niet ondertekend',
    signed: 'Ondertekend',
    ratified: 'Bekrachtigd',
  },
  checks: {
    none: 'Volgens de bron',
    asserted: 'Verklaard door de staat',
    confirmed: 'Bevestigd',
    contradicted: 'Weersproken',
  },
  answers: {
    yes: 'Ja',
    no: 'Nee',
    unknown: 'Onbekend',
  },
  reasons: {
    not_yet_in_force: 'nog niet in werking getreden',
    ended: 'geëindigd',
    not_a_party: 'geen partij',
    not_consented: 'nog niet gebonden door de partij zelf',
    party_not_yet: 'voor deze partij nog niet',
    party_ended: 'voor deze partij niet meer',
    not_known: 'toen niet bekend',
    entry_not_stated: 'de bron zegt niet wanneer het in werking trad',
    date_imprecise: 'een datum is niet op de dag bekend',
    parties_not_stated: 'de bron noemt de partijen niet',
    consent_not_stated: 'de bron zegt niet of de partij zich bond',
    circular: 'rust op zichzelf',
  },
  fields: {
    id: 'Id, zoals het in adressen komt te staan (kleine letters, cijfers, koppeltekens)',
    title: 'Titel',
    kind: 'Soort',
    number: 'Nummer',
    parties: 'Partijen; geen gekozen: alle lidstaten',
    issuer: 'Orgaan dat het moet vaststellen',
    dossier: 'Dossier',
    bound_by: 'Wat een partij bindt',
    based_on: 'Instrumenten waarop het berust; het geldt alleen zolang die gelden',
    implement_by: 'Uit te voeren uiterlijk op',
    reminded: 'Organen die er elk jaar aan worden herinnerd',
    on: 'Op',
    reason: 'Reden',
    by: 'Instrument dat het vervangt',
    party: 'Namens',
    of: 'Welke partij',
    from: 'Gebonden vanaf, of geldig vanaf',
    until: 'Eerste dag waarop niet meer',
    article: 'Artikelnummer',
    text: 'Tekst van het artikel, of wat het inhoudt',
    what: 'Waartoe het verplicht',
    who: 'Wie het verplicht; leeg: elke partij afzonderlijk',
    watcher: 'Wie erop toeziet',
    deadline: 'Uiterlijk op',
    provision: 'Id van de bepaling',
    operation: 'Wat zij toestaat te doen',
    conditions: 'Voorwaarden, als JSON-object',
    in_law: 'In de wetgeving',
    in_practice: 'In de praktijk',
    evidence: 'Waaruit dat blijkt',
    outcome: 'Bevinding',
    finding: 'Waarop de bevinding rust',
  },
  acts: {
    draft: {
      title: 'Instrument ontwerpen',
      explain: 'Niemand is gebonden voordat het is vastgesteld en in werking is getreden.',
    },
    add_article: {
      title: 'Artikel toevoegen',
      explain:
        'Een verplichting wordt een toezegging van wie zij verplicht. Wat is vastgesteld, wordt niet herschreven.',
    },
    adopt: { title: 'Vaststellen', explain: 'De tekst ligt vast.' },
    sign: { title: 'Ondertekenen', explain: 'Een partij ondertekent voor zichzelf.' },
    ratify: { title: 'Bekrachtigen', explain: 'Een partij bindt zichzelf.' },
    enter_into_force: {
      title: 'In werking laten treden',
      explain: 'Vanaf deze dag bindt het wie ermee instemde.',
    },
    set_party_period: {
      title: 'Eigen termijn van een partij vastleggen',
      explain: 'Een partij kan later gebonden raken of eerder vrijkomen dan de andere.',
    },
    end: { title: 'Laten eindigen', explain: 'Het bindt vanaf deze dag niemand meer.' },
    repeal: {
      title: 'Intrekken',
      explain: 'Wie het vaststelde, beëindigt het; het blijft met zijn reden bewaard.',
    },
    supersede: {
      title: 'Vervangen',
      explain: 'Een ander instrument dat van kracht is, komt op deze dag in de plaats.',
    },
    correct: {
      title: 'Datum verbeteren',
      explain:
        'De laatste stap was op een andere dag. Wat eerder bekend was, blijft zoals het toen bekend was.',
    },
    add_provision: {
      title: 'Bepaling toevoegen',
      explain:
        'Wat een artikel iemand laat doen, en onder welke voorwaarden; zij geldt alleen zolang het instrument geldt.',
    },
    rewrite: { title: 'Voorwaarden herschrijven', explain: 'Een nieuwe uitgave; de vorige blijft bewaard.' },
    end_provision: {
      title: 'Bepaling beëindigen',
      explain: 'Vanaf deze dag laat zij niemand meer iets doen.',
    },
    keep_obligation: {
      title: 'Verplichting als nagekomen melden',
      explain: 'Wie een artikel verplicht, zegt dat het is gedaan en waaruit dat blijkt.',
    },
    assert: {
      title: 'Uitvoering verklaren',
      explain: 'Een staat zegt wat hij heeft gedaan, in de wetgeving en in de praktijk.',
    },
    verify: {
      title: 'Verklaring van een ander nagaan',
      explain: 'Een partij kijkt naar wat een andere van zichzelf zegt.',
    },
    check: {
      title: 'Verklaring van een staat nagaan',
      explain: 'Wie instrumenten bijhoudt, kijkt naar wat een staat van zichzelf zegt.',
    },
  },
  problems: {
    region_not_a_party: ({ party }: Params) =>
      `${party} is een regio. Regio’s kunnen geen partij zijn; noem de staat.`,
    adopter_differs: ({ issuer }: Params) =>
      `Het moet worden vastgesteld door ${issuer}, en dat is een ander orgaan.`,
    not_a_party: ({ party }: Params) => `${party} is er geen partij bij.`,
    consent_given: ({ party }: Params) => `${party} heeft dat al gedaan.`,
    consents_missing: ({ given, needed }: Params) =>
      `Zoveel partijen hebben zich tegen die dag gebonden: ${given}. Er zijn er ten minste ${needed} nodig.`,
    superseded_by_itself: () => 'Het kan zichzelf niet vervangen.',
    successor_not_in_force: ({ id, on }: Params) =>
      `Het is niet zeker dat ${id} op ${on} van kracht was. Laat dat eerst in werking treden.`,
    text_fixed: ({ article }: Params) =>
      `De tekst is vastgesteld toen hij werd aangenomen, zodat artikel ${article} er niet bij kan. Stel een ander instrument op dat hem wijzigt.`,
    article_fixed: ({ article }: Params) => `Artikel ${article} is vastgesteld en wordt niet herschreven.`,
    obligation_without_content: () => 'Zeg waartoe het verplicht, of laat wie, toezicht en termijn leeg.',
    obligation_undated: () => 'Zeg uiterlijk wanneer: een verplichting zonder datum herinnert niemand.',
    obligation_missing: ({ article, party }: Params) =>
      `Artikel ${article} verplicht ${party} tot niets dat nog openstaat.`,
    provision_ended: ({ until }: Params) =>
      `Ze eindigt op ${until}. Wat beëindigd is, wordt niet later nog eens beëindigd.`,
    conditions_unreadable: () => 'De voorwaarden zijn geen JSON-object.',
    period_reversed: ({ until, from }: Params) => `Het einde ${until} ligt niet na het begin ${from}.`,
    decline_reason_missing: () => 'Zeg waarom: wie ervan afziet, geeft een reden, en die blijft bewaard.',
    nothing_asserted: ({ party, on }: Params) =>
      `${party} had tegen ${on} niets verklaard dat kan worden nagegaan.`,
    already_found: ({ party }: Params) => `Dat is over ${party} al zo bevonden.`,
    verifies_itself: ({ party }: Params) =>
      `${party} kan niet nagaan wat zij zelf verklaart. Dat doet een andere partij of het secretariaat.`,
  },
};
