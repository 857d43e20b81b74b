import type { AlertTexts } from './en.ts';

export const nl: AlertTexts = {
  list: {
    title: 'Signalen',
    door: 'Handelaren naar wie iemand van uw staat zou moeten kijken, naar handel op het spel, elk met redenen en de regels erachter',
    lede: 'Wie opvalt in wat is aangegeven, naar handel op het spel. Een score zegt waar te kijken; zij beslist niets, en niemand is daardoor schuldig.',
    run: ({ month, count, above, threshold }) =>
      `Doorloop over ${month}: ${count} in de lijst, ${above} daarvan op ${threshold} of meer`,
    runEmpty: ({ month }) => `Doorloop over ${month}: niemand in de lijst`,
    made: 'De doorloop is gemaakt van verzonnen aangiften, en het model leerde van verzonnen werelden: niemand erin bestaat.',
    madeShort: 'verzonnen',
    older: 'Andere doorlopen',
    trader: 'Btw-nummer',
    probability: 'Kans',
    interval: ({ least, most }) => `${least} tot ${most}`,
    expected: 'Handel op het spel',
    archetypes: 'Lijkt op',
    reason: 'Sterkste reden',
    why: 'Lijkt op, en sterkste reden',
    case: 'Dossier',
    cases: { none: 'Geen dossier', open: 'Dossier open', closed: 'Dossier gesloten' },
    least: 'Kans ten minste',
    openTo:
      'Signalen en doorlopen staan open voor wie namens uw staat in het orgaan van dit werkterrein zit; elke inzage staat in het logboek.',
    noRun: 'Voor uw staat is nog geen doorloop gemaakt.',
    noRunWhat:
      'Een doorloop leest alle ingenomen aangiften, geeft elke handelaar een score en laat hier signalen na.',
    noRunDo: 'Naar de doorlopen',
    noRunWho: 'Wie namens uw staat in het orgaan van dit werkterrein zit, kan er een starten.',
    running: 'Er loopt een doorloop. Tot die klaar is, staan hier de signalen van de vorige.',
    noneHigh: 'De doorloop liet voor uw staat geen signaal na.',
    noneHighWhat: ({ month }) =>
      `Geen handelaar van uw staat heeft aan het eind van ${month} handel op het spel. Start een doorloop over een andere maand, of neem aangiften in die ontbreken.`,
    shown: ({ count, scored, most }) =>
      `Hier staan ${count} van de ${scored} handelaren van uw staat die de doorloop een score gaf, de meeste handel op het spel eerst; een lijst bevat er ten hoogste ${most}. Een score krijgt wie de laatste zes maanden over een grens handelde, of in het binnenland tussen hen in staat, tenzij fraude al is bevestigd.`,
    shownOld: ({ count, most }) =>
      `Hier staan de ${count} handelaren van uw staat met de meeste handel op het spel: een lijst bevat er ten hoogste ${most}.`,
    reach: ({ above, threshold }) =>
      `${above} van hen hebben een kans van ${threshold} of meer. De anderen zijn niet verborgen: vanaf ${threshold} zegt de pagina van een signaal ook wat het zou wegnemen.`,
    search: 'Btw-nummer of een deel ervan',
    toLookAt: ({ count }) => `Te bekijken: ${count}`,
    aside: ({ count }) => `Terzijde gelegd: ${count}`,
    asideTitle: 'Signalen die terzijde zijn gelegd',
    asideWhy: 'Terzijde gelegd omdat',
    asideOn: ({ day }) => `op ${day}`,
    by: ({ who }) => `door ${who}`,
    asideNone: 'Van deze doorloop is geen signaal terzijde gelegd.',
    asideNoneWhat:
      'Wie een signaal opent en ziet dat het onschuldig is, kan het daar terzijde leggen, met de reden.',
    allAside: 'Alle signalen van deze doorloop zijn terzijde gelegd.',
    allAsideWhat: 'Ze staan onder “Terzijde gelegd”, elk met de reden, en kunnen weer worden opgepakt.',
  },
  alert: {
    title: ({ trader }) => `Signaal over ${trader}`,
    score: 'Score',
    scoreLine: ({ probability, least, most }) => `${probability}, tussen ${least} en ${most}`,
    bar: 'Kans',
    lower: 'Ondergrens',
    upper: 'Bovengrens',
    expected: 'Handel op het spel',
    expectedWhat:
      'Kans maal de handel van drie maanden die via hem loopt: handel en niet de btw daarover, en geen schatting van een schade.',
    month: 'Aan het eind van',
    decides: 'Dit beslist niets.',
    decidesWhat:
      'Een score opent geen dossier, beëindigt geen inschrijving en houdt geen teruggaaf tegen. Wie ernaar handelt, zegt op eigen naam waarom.',
    reasons: 'Redenen, de sterkste eerst',
    reason: 'Reden',
    value: 'Waarde',
    weight: 'Gewicht',
    weightWhat:
      'Hoeveel meer het voor fraude spreekt dan bij de meeste handelaren; gewichten worden opgeteld voordat er een kans van wordt.',
    rows: 'Regels erachter',
    rowCount: ({ count }) => (count === 1 ? '1 regel' : `${count} regels`),
    noRows: 'geen eigen',
    unknown: 'onbekend',
    archetypes: 'Bekende wijzen van fraude waarop het lijkt',
    because: 'Vanwege',
    version: ({ version }) => `versie ${version}`,
    noArchetypes: 'Het lijkt op geen van de acht bekende wijzen; de score berust alleen op de redenen.',
    clearing: 'Wat het zou wegnemen',
    clearings: {
      returns_filed: ({ threshold }) =>
        `Kwam elke aangifte en gaf die alles aan wat anderen opgeven, dan was de score lager dan ${threshold}.`,
      features: ({ threshold, features }) =>
        `De score was lager dan ${threshold} als deze onschuldig waren: ${features}.`,
      none: 'Niets wat hij alleen kan doen, brengt de score onder de drempel.',
    },
    differs: 'Wat leveranciers en hij anders aangaven',
    period: 'Tijdvak',
    partner: 'Met',
    supplied: 'Bedrag',
    made: 'Waarvan de score is gemaakt, om haar elders opnieuw te maken',
    model: 'Model',
    snapshot: 'Aangiften',
    run: 'Doorloop',
    threshold: 'Drempel vanaf welke wordt gezegd wat het zou wegnemen',
    hash: 'Gelijke hashes betekenen op elke machine een gelijke score.',
    closedWhy: 'Zo’n signaal is er niet, of het is niet voor u.',
    asideNow: ({ day }) =>
      `Terzijde gelegd op ${day}. Het staat apart van de lijst; pak het weer op om het terug te halen.`,
    asideBefore: ({ day, month }) =>
      `Een signaal over deze handelaar van ${month} is op ${day} terzijde gelegd. Deze doorloop is later gemaakt of kijkt naar een latere maand, dus staat het weer in de lijst.`,
    asideReason: 'De reden toen',
    toCase: 'Naar het dossier',
  },
  picture: {
    asTable: ({ count }) => `Als tabel (${count})`,
    graph: 'Wie handelt met wie',
    graphSaid: ({ trader, traders, flows, from, to }) =>
      `${traders} handelaren rond ${trader} en ${flows} stromen tussen hen, ${from} tot ${to}; de tabel eronder zegt hetzelfde`,
    graphWhat: ({ from, to }) =>
      `Opgaven van alle staten, en verkopen in eigen land, ${from} tot ${to}. Getekend zijn de grootste partners, en wie een kring sluit.`,
    ring: ({ ring }) => `Goederen kunnen rondgaan: ${ring}.`,
    centre: 'Volg een handelaar om te zien wat er rond hem is.',
    back: ({ trader }) => `Terug naar ${trader}`,
    from: 'Van',
    to: 'Naar',
    what: 'Wat',
    amount: 'Bedrag',
    kinds: {
      supply: 'over een grens, zoals opgegeven',
      sale: 'in eigen land, zoals gefactureerd',
      bridge: 'binnen een andere staat, zoals die antwoordde',
    },
    legend: {
      supply: 'Levering over een grens',
      sale: 'Verkoop in eigen land',
      bridge: 'Brug in een andere staat',
    },
    looksLike: 'Lijkt op een bekende wijze van fraude',
    places: {
      enters: 'haalt in, verkoopt hier',
      leaves: 'koopt hier, levert uit',
      passes: 'haalt in en levert uit',
      sends: 'levert naar elders',
      gets: 'verwerft van elders',
      between: 'ertussen, binnenlands',
      apart: '',
    },
    roles: {
      missing: 'geeft er weinig van aan',
      shell: 'ontwaakt na stilte',
      invoicer: 'gaat rond, zonder marge',
      importer: 'voert in, levert door',
      contra: 'verrekent een schone keten',
    },
    noFlows: 'Niets van zijn handel in deze maanden staat voor u open.',
    noFlowsWhat:
      'Opgaven van alle staten wel; verkopen in eigen land alleen waar ze voor uw eigen staat zijn ingenomen.',
    timeline: 'Maand voor maand',
    timelineSaid: ({ trader }) => `Handel van ${trader} maand voor maand; de tabel eronder zegt hetzelfde`,
    month: 'Maand',
    inflow: 'Verworven, zoals anderen opgeven',
    outflow: 'Geleverd naar andere staten',
    declared: 'Verwervingen die hij aangaf',
    noReturn: 'geen aangifte',
    notDue: 'nog niet verwacht',
    events: 'Wat er gebeurde',
    event: {
      registered: 'Nummer geldig vanaf deze dag',
      first_inflow: 'Eerste verwerving uit een andere staat in deze maanden',
      peak: 'Maand met de meeste handel',
      return_missing: 'Voor deze maand kwam geen aangifte',
      ended: 'Nummer niet meer geldig',
    },
    elsewhere: 'Aangiften en inschrijvingen van zijn staat staan niet voor u open.',
  },
  rows: {
    title: ({ reason }) => `Regels achter: ${reason}`,
    lede: ({ trader }) =>
      `Waarvan de reden over ${trader} is gemaakt, zoals het is aangegeven. Elke inzage staat in het logboek.`,
    kinds: {
      supplies: 'Opgaven intracommunautaire prestaties',
      acquisitions: 'Verwervingen in btw-aangiften',
      purchases: 'Inkopen per leverancier',
      invoices: 'Verkopen in eigen land',
      registrations: 'Inschrijvingen',
      queries: 'Vragen aan afnemers',
      one_stop_shop: 'Aangiften van het éénloketsysteem',
      payments: 'Betalingen aan begunstigden',
    },
    columns: {
      row: 'Regel',
      list: 'Lijst',
      corrected: 'Bij inname hersteld',
      supplier: 'Leverancier',
      acquirer: 'Afnemer',
      sound: 'Nummer deugdelijk',
      kind: 'Soort',
      period_from: 'Van maand',
      period_to: 'Tot en met maand',
      cents: 'Bedrag, EUR',
      received: 'Ontvangen',
      correction: 'Correctie',
      seller: 'Verkoper',
      buyer: 'Koper',
      number: 'Nummer',
      day: 'Dag',
      vat_cents: 'Btw, EUR',
      valid_from: 'Geldig vanaf',
      valid_until: 'Geldig tot',
      reason: 'Reden',
      owner: 'Groep',
      asked: 'Gevraagd',
    },
    file: 'Bestand',
    yes: 'ja',
    no: 'nee',
    missing: 'Aangiften die niet kwamen',
    missingLine: ({ months }) => `Er kwam geen voor ${months}.`,
    bridges: 'Antwoorden van staten over hun binnenkant',
    bridgeLine: ({ from, to, amount }) =>
      `Goederen die bij ${from} binnenkwamen, kunnen via ${to} zijn vertrokken: ten hoogste ${amount}.`,
    others: ({ count }) => `${count} bevestigde gevallen, die geen regel hebben.`,
    leftOut: ({ count }) => `Erachter staan nog ${count} regels meer dan een signaal noemt.`,
    what: 'Soort aangifte.',
    closed: ({ count }) =>
      `${count} regels zijn van aangiften van een andere staat zelf; ze worden alleen daar geopend.`,
    none: 'Deze reden heeft geen eigen regels.',
    noneWhat: 'Zij volgt uit wat er niet is, of uit wat een andere staat antwoordde.',
    export: 'Bedragen in euro, uit hele centen. Leeg: niet opgegeven.',
  },
  runs: {
    title: 'Doorlopen',
    door: 'Wat wanneer een score kreeg, hoe ver een doorloop is, en hoe er een te starten',
    lede: 'Een doorloop leest wat aan het eind van een maand was aangegeven, geeft elke handelaar een score en laat signalen na. Hij kan worden gestopt, en gaat verder waar hij was.',
    list: 'Doorlopen van uw staat',
    month: 'Maand',
    state: 'Stand',
    states: {
      waiting: 'Wacht',
      running: 'Loopt',
      stopped: 'Gestopt',
      done: 'Klaar',
      failed: 'Mislukt',
    },
    progress: 'Voortgang',
    runStages: {
      match: 'Vergelijken',
      bridges: 'Bruggen',
      features: 'Kenmerken',
      scores: 'Scores',
    },
    of: ({ done, total }) => `${done} van ${total}`,
    alerts: 'Signalen',
    toAlerts: ({ count, above, threshold }) => `${count} in de lijst, ${above} op ${threshold} of meer`,
    ofScored: ({ scored }) => `van ${scored} die een score kregen`,
    began: 'Begonnen',
    askedBy: ({ who }) => `gestart door ${who}`,
    askedByNode: 'gestart door wie het knooppunt beheert',
    ended: 'Geëindigd',
    what: 'Wat kan',
    faults: {
      nothing_declared:
        'Aan het eind van deze maand was niets aangegeven. Kies een maand waarvan aangiften zijn ingenomen.',
      other_rules:
        'De doorloop begon volgens de regels van een andere versie van dit product en kan niet verder. Start een nieuwe doorloop over dezelfde maand.',
      no_room:
        'De schijf van het knooppunt was vol. Vraag de beheerder om ruimte en hervat de doorloop dan: hij gaat verder na de laatste stap die klaar was.',
      no_memory:
        'Het knooppunt had er te weinig geheugen voor. Hervat de doorloop als er geen andere loopt; eindigt hij weer zo, vraag de beheerder dan om meer geheugen.',
      file_gone:
        'Een bestand dat de doorloop nodig heeft, is er niet meer. Vraag de beheerder het uit een reservekopie terug te zetten en hervat de doorloop dan.',
      unknown:
        'Een storing van dit knooppunt brak hem af. Hervat de doorloop; mislukt hij weer, geef de beheerder dan het nummer: het logboek van het knooppunt zegt wat er gebeurde.',
    },
    makingFaults: {
      nothing_declared: 'Er is niets verzonnen. Vraag ze opnieuw aan met een ander startgetal.',
      no_room:
        'De schijf van het knooppunt was vol. Vraag de beheerder om ruimte en vraag ze dan opnieuw aan; wat ingenomen is, blijft.',
      no_memory:
        'Het knooppunt had er te weinig geheugen voor. Vraag ze opnieuw aan als er geen doorloop loopt, of kies de kleine omvang.',
      file_gone: 'Een bestand verdween tijdens het innemen. Vraag ze opnieuw aan; wat ingenomen is, blijft.',
      unknown:
        'Een storing van dit knooppunt brak het af. Vraag ze opnieuw aan; eindigt het weer zo, geef de beheerder dan het nummer: het logboek van het knooppunt zegt wat er gebeurde.',
    },
    faultNumber: ({ id }) => `Nummer ${id}`,
    live: 'Deze pagina laadt zichzelf opnieuw zolang er werk loopt, tenzij iets erop de focus heeft.',
    reload: 'Opnieuw laden',
    none: 'Voor uw staat is nog geen doorloop gemaakt.',
    noneWhat: 'Start er een: kies een maand waarvan aangiften zijn ingenomen.',
    noneMade:
      'Neem eerst verzonnen aangiften in en start dan een doorloop over hun laatste maand: samen duurt dat een minuut of twee.',
    noneWho: 'Wie namens uw staat in het orgaan van dit werkterrein zit, kan dat doen.',
    makings: 'Verzonnen aangiften',
    makingsWhat:
      'Dit register is verzonnen, dus kunnen aangiften ervoor dat ook zijn: een kleine wereld van handelaren met kringen ertussen, dezelfde bij hetzelfde startgetal.',
    seed: 'Startgetal',
    size: 'Omvang',
    sizeLine: ({ traders, months }) => `${traders} handelaren, ${months} maanden`,
    last: 'Laatste maand',
    stages: { making: 'Verzinnen', taking: 'Innemen' },
  },
  desk: {
    title: 'Fraude over grenzen heen',
    highest: 'Hoogste signalen zonder dossier',
    all: 'Alle signalen',
    none: 'Geen signaal zonder dossier.',
    noRun: 'Er is nog geen doorloop gemaakt.',
    running: ({ count }) => (count === 1 ? 'Er loopt 1 doorloop.' : `Er lopen ${count} doorlopen.`),
    failed: ({ count }) =>
      count === 1
        ? '1 doorloop mislukte of werd gestopt.'
        : `${count} doorlopen mislukten of werden gestopt.`,
  },
  columns: {
    trader: 'Btw-nummer van de handelaar.',
    probability: 'Kans dat hij aan fraude deelneemt, 0 tot 1, zoals het model van de doorloop zegt.',
    least: 'Ondergrens van het interval, 0 tot 1.',
    most: 'Bovengrens van het interval, 0 tot 1.',
    at_stake:
      'Handel op het spel in euro: kans maal de handel die de fraude zou betreffen, naar wat drie maanden aanwijzen.',
    archetypes: 'Id’s van de bekende wijzen van fraude waarop het lijkt, met komma’s; leeg: geen.',
    reason: 'Id van de sterkste reden; leeg: geen.',
    case: 'none: niemand heeft een dossier over hem; open; closed: gesloten.',
    aside: 'Of het in deze doorloop terzijde is gelegd.',
    aside_reason: 'Waarom het terzijde is gelegd; leeg: dat is het niet.',
    month: 'Maand aan het eind waarvan hij een score kreeg.',
    run: 'Id van de doorloop.',
    synthetic: 'Of de doorloop van verzonnen aangiften is gemaakt.',
  },
  fields: {
    party: 'Voor de partij',
    month: 'Maand aan het eind waarvan wordt gekeken, als 2019-05',
    run: 'Doorloop',
    seed: 'Startgetal: hetzelfde getal maakt dezelfde wereld',
    size: 'Omvang',
    trader: 'Btw-nummer',
    reason: 'Waarom niemand ernaar hoeft te kijken',
  },
  sizes: {
    small: 'Klein: 1.200 handelaren, 16 maanden, enkele seconden',
    larger: 'Groter: 6.000 handelaren, 24 maanden, een minuut of twee',
  },
  acts: {
    setAside: {
      title: 'Het signaal terzijde leggen',
      explain:
        'Het verlaat de lijst en staat apart met uw reden, in het logboek op uw naam. Het geldt voor deze doorloop, en voor die van ervoor die naar geen latere maand kijken; een doorloop die later wordt gemaakt, ook over deze maand, zet de handelaar weer in de lijst. Het kan weer worden opgepakt.',
    },
    takeUp: {
      title: 'Het signaal weer oppakken',
      explain: 'Het staat weer in de lijst. Dat het terzijde was gelegd, blijft in het logboek.',
    },
    start: {
      title: 'Een doorloop starten',
      explain:
        'Alle aangiften die aan het eind van de maand bekend waren worden gelezen, en elke handelaar krijgt een score. Er wordt niets mee beslist.',
    },
    stop: {
      title: 'De doorloop stoppen',
      explain: 'Hij eindigt na de stap waarin hij is, en kan vandaar worden hervat.',
    },
    resume: { title: 'De doorloop hervatten', explain: 'Hij gaat verder na de laatste stap die af was.' },
    makeUp: {
      title: 'Verzonnen aangiften innemen',
      explain:
        'Een verzonnen wereld wordt in bestanden geschreven, zo gemerkt, en ingenomen als alle andere. Alleen in een register dat verzonnen is.',
    },
  },
  problems: {
    vat_alert_has_case: ({ trader }) =>
      `Er is een dossier open over ${trader}. Sluit het dossier; dan kan het signaal terzijde worden gelegd.`,
    vat_alert_set_aside: ({ trader }) =>
      `Het signaal over ${trader} is al terzijde gelegd. Pak het weer op om de reden te veranderen.`,
    vat_alert_not_set_aside: ({ trader }) =>
      `Het signaal over ${trader} is niet terzijde gelegd: het staat in de lijst.`,
    vat_register_not_made_up: ({ register }) =>
      `${register} is geen verzonnen register: verzonnen aangiften zouden tussen echte staan.`,
    vat_month_unreadable: ({ given }) => `${given} is geen maand; schrijf haar als 2019-05.`,
    vat_month_to_come: ({ given }) =>
      `${given} is nog niet voorbij: een doorloop kijkt vanaf het eind van een maand.`,
    vat_run_not_found: () => 'Zo’n doorloop van de partij is er niet.',
    vat_run_not_running: () => 'Hij wacht niet en loopt niet, dus is er niets te stoppen.',
    vat_run_not_stopped: () => 'Alleen wat is gestopt of mislukt, wordt hervat.',
    vat_making_under_way: () => 'Er worden al verzonnen aangiften ingenomen; wacht tot ze er zijn.',
    vat_making_failed: () =>
      'Verzonnen aangiften konden niet worden ingenomen; het logboek van het knooppunt zegt waarom. Wat ingenomen is, blijft. Vraag ze opnieuw aan, met een ander startgetal of een andere omvang als het weer zo eindigt.',
    vat_alerts_not_allowed: () => 'Signalen worden alleen meegenomen door wie ze te zien krijgt.',
  },
};
