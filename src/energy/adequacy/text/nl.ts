import type { AdequacyTexts } from './en.ts';

export const nl: AdequacyTexts = {
  copt: ({ hlole, loee, lole }) =>
    `Tekort wordt verwacht in ${hlole} uur per jaar, ter grootte van ${loee} MWh, en op ${lole} dagen per jaar op de piek van de dag.`,
  progress: ({ done, all }) => `${done} van ${all} jaren`,
  synthetic: () => 'Verzonnen: deze cijfers zeggen niets over enige staat.',
  together: () => 'Samen',
  area: ({ area, lole, eens }) => `${area}: LOLE ${lole} uur per jaar, EENS ${eens} MWh per jaar`,
  standard: ({ area, lole }) =>
    `${area}: de betrouwbaarheidsnorm zou ${lole} uur per jaar zijn; uit het geheugen, niet nagegaan.`,
  event: ({ from, hours, energy, down, rows }) =>
    `Vanaf uur ${from}, ${hours} uur, ${energy} MWh; eenheden uit bedrijf: ${down}; in de weg: ${rows}`,
  noRow: () => 'geen rij van het net, er was niet genoeg',
  kept: ({ file }) => `Bewaard: ${file}`,
  same: ({ study, years }) => `${study}: alle ${years} jaren opnieuw gemaakt, tot dezelfde bytes.`,
  acts: {
    start: {
      title: 'Verzonnen studie beginnen',
      explain:
        'Gebieden, eenheden, weer en net worden uit een startgetal verzonnen; deze node rekent de jaren op de achtergrond uit. Wat eruit komt is voor iedereen en zegt niets over welke staat ook.',
    },
    repeat: {
      title: 'Opnieuw met andere jaren',
      explain:
        'Gebieden, eenheden, weer en net blijven zoals ze in deze studie zijn; storingen worden opnieuw getrokken. Deze node rekent de jaren op de achtergrond uit.',
    },
    stop: {
      title: 'Stoppen',
      explain:
        'De studie eindigt waar zij is en er blijft niets van bewaard. Zij kan opnieuw begonnen worden en komt dan op hetzelfde uit.',
    },
    resume: {
      title: 'Opnieuw beginnen',
      explain: 'De studie wacht op haar beurt en wordt vanaf haar eerste jaar gemaakt.',
    },
  },
  fields: {
    made_up: 'Startgetal waaruit de studie verzonnen wordt',
    years: 'Te maken jaren, 10 tot 20.000',
    seed: 'Startgetal van de storingen; hetzelfde geeft dezelfde jaren',
    study: 'Studie',
  },
  page: {
    title: 'Leveringszekerheid',
    door: 'Studies van leveringszekerheid',
    lede: 'Hoe vaak gebieden tekortkomen die elkaar helpen zover het net dat toelaat, naast de normen van de staten en tot op het element dat in de weg zat.',
    kept: 'Studies die deze node bewaart',
    none: 'Deze node bewaart nog geen studie.',
    noneWhat:
      'Maak er een op de opdrachtregel: `npm run -s tripoint -- energy adequacy run synthetic:3 --years 300 --seed 1 --keep`, of geef in plaats van `synthetic:3` het bestand van uw eigen studie.',
    noneWho:
      'Dat kan wie de node beheert; op deze pagina wie handelt voor het orgaan waar de energieoefeningen liggen.',
    asked: 'In de maak',
    live: 'Deze pagina laadt zichzelf opnieuw zolang een studie gemaakt wordt.',
    reload: 'Nu opnieuw laden',
    study: 'Studie',
    state: 'Stand',
    progress: 'Gemaakte jaren',
    of: ({ done, total }) => `${done} van ${total}`,
    what: 'Wat kan',
    states: {
      waiting: 'wacht',
      running: 'wordt gemaakt',
      stopped: 'gestopt',
      done: 'klaar',
      failed: 'mislukt',
    },
    years: 'Jaren',
    seed: 'Startgetal',
    areas: 'Gebieden',
    area: 'Gebied',
    source: 'Herkomst',
    madeUp: 'verzonnen',
    unreadable: 'onleesbaar',
    synthetic:
      'Gebieden, eenheden, weer en net van deze studie zijn verzonnen. Haar cijfers zeggen niets over welke staat ook, ook waar een gebied zo heet.',
    expected: 'Verwacht tekort naast de normen',
    expectedNote: ({ years, climates }) =>
      `${years} jaren van storingen over ${climates} jaren van weer. Tussen haakjes een interval van 95 %: in 95 van 100 zulke studies liggen uren en energie van een gebied beide in het hunne.`,
    together: 'Alle gebieden samen',
    lole: 'Uren per jaar (LOLE)',
    eens: 'MWh per jaar (EENS)',
    standard: 'Norm, uren per jaar',
    noStandard: 'geen bekend',
    unverified: 'uit het hoofd, niet geverifieerd',
    withShedding: ({ hours }) => `${hours} met afschakeling`,
    verdict: 'Tegen de norm',
    verdicts: { below: 'eronder', above: 'erboven', untold: 'niet te onderscheiden' },
    more: 'Slechte jaren en gebeurtenissen',
    moreNote:
      'Elk interval van 95 % op zichzelf. Een gebeurtenis is een reeks uren met tekort zonder uur ertussen.',
    p95Hours: 'Uren die 95 van 100 jaren niet overschrijden',
    p95Energy: 'MWh die 95 van 100 jaren niet overschrijden',
    events: 'Gebeurtenissen per jaar',
    longest: 'Langste gebeurtenis van een jaar, uren',
    perEvent: 'MWh per gebeurtenis',
    when: 'Wanneer gebieden tekortkomen',
    whenNote:
      'Verwachte uren met tekort in een jaar. Uren tellen vanaf 1 januari, de klok wordt niet verzet.',
    byMonth: 'Gebieden per maand',
    byClock: 'Uren van de dag per maand',
    clock: 'Uur van de dag',
    show: 'Tonen',
    inFigures: 'Hetzelfde in cijfers',
    sum: 'Jaar',
    darkest: ({ hours }) =>
      `Het donkerste vak: ${hours} uren. Een leeg vak: geen enkel, in geen jaar van deze studie.`,
    cell: ({ row, column, hours }) => `${row}, ${column}: ${hours}`,
    hardest: 'Zwaarste jaren',
    hardestNote:
      'De jaren met de meeste niet-geleverde energie; elk is te openen, en daarin elk uur met tekort.',
    year: 'Jaar van de studie',
    yearNumber: ({ year }) => `Jaar ${year}`,
    hours: 'Uren',
    energy: 'MWh',
    noShortage: 'In geen jaar van deze studie was er tekort.',
    noShortageWhat: 'Dat geldt voor deze jaren alleen: meer ervan kunnen het tonen.',
    eventsOf: ({ year }) => `Gebeurtenissen van jaar ${year}`,
    noEvents: 'In dit jaar was er geen tekort.',
    noEventsWhat: 'Kies een van de zwaarste jaren.',
    begins: 'Begint',
    worst: 'Ergste uur, en waarom',
    hourAt: ({ day, from, until }) => `${day}, ${from} tot ${until}`,
    why: ({ hour }) => `Waarom: ${hour}`,
    before: 'Uur ervoor',
    after: 'Uur erna',
    notShort: 'In dit uur van dit jaar was er geen tekort.',
    notShortWhat: 'Kies een uur van een van de gebeurtenissen.',
    limited: ({ rows }) => `In de weg zat ${rows}: met een MW meer ruimte daar was er minder tekort geweest.`,
    notLimited: 'Geen element van het net zat in de weg: er was nergens genoeg.',
    weather: 'Weer van jaar',
    domain: 'Domein',
    noDomain: 'elk gebied is alleen',
    element: 'Element',
    worth: 'Minder tekort voor één MW meer, MW',
    margin: 'Boven de eigen vraag, MW',
    given: 'Uit reserves, MW',
    position: 'Nettopositie, MW',
    unserved: 'Niet geleverd, MW',
    down: 'Uitgevallen eenheden',
    planned: 'Gepland buiten bedrijf',
    noUnits: 'geen',
    unit: ({ unit, area, megawatts }) => `${unit} (${area}, ${megawatts} MW)`,
    again: 'Hoe zij tot stand komt',
    againNote:
      'Het bestand bevat alles waaruit de studie gemaakt is. Deze opdracht maakt haar opnieuw en zegt of het dezelfde bytes worden:',
  },
  columns: {
    area: 'gebied; leeg: alle samen',
    index:
      'lole en p95Hours in uren, eens en p95Energy in MWh, lolp als deel van de uren, events, longestEvent in uren, energyPerEvent in MWh',
    value: 'van een jaar, gemiddeld over de jaren van de studie',
    low: 'ondergrens van het interval van 95 %; leeg: de jaren zeggen het niet',
    high: 'bovengrens ervan',
    standard: 'betrouwbaarheidsnorm van de staat voor lole, uren per jaar; leeg: geen bekend',
    standard_verified: 'of die norm aan haar rechtsbron geverifieerd is',
  },
  problems: {
    energy_field_missing: ({ where }) => `${where} ontbreekt.`,
    energy_field_kind: ({ where, expected }) => `${where} moet van de soort “${expected}” zijn.`,
    energy_field_unknown: ({ where, names }) =>
      `Bij ${where} staat iets onbekends: ${names}. Haal het weg of verbeter de naam.`,
    energy_field_value: ({ where }) => `${where} heeft een waarde of een lengte die niet kan.`,
    energy_rts_units_differ: ({ where, kind }) =>
      `${where}: van eenheidssoort ${kind} verschillen grootte, aantal of uitvalkans tussen de twee lijsten van eenheden.`,
    energy_unit_kilowatts: ({ where }) => `${where}: de grootte van een eenheid is in hele kilowatts.`,
    energy_unit_times: ({ where }) =>
      `${where}: een eenheid die hersteld wordt, draait tussen twee storingen; geef uren tot storing boven nul.`,
    energy_maintenance_order: ({ where, from, until }) =>
      `${where}: onderhoud van uur ${from} tot ${until} valt niet binnen het jaar, of niet na het vorige.`,
    energy_name_unknown: ({ where, name }) => `${where}: “${name}” komt verder niet in het bestand voor.`,
    energy_name_twice: ({ where, name }) => `${where}: “${name}” staat er twee keer.`,
    energy_hours_differ: ({ where, found, expected }) =>
      `${where} heeft ${found} uren, en het jaar van de studie heeft er ${expected}.`,
    energy_study_ram_negative: ({ where, ram }) =>
      `${where}: de resterende marge van ${ram} MW is onder nul, zodat zelfs niets uitwisselen niet zou mogen.`,
    energy_storage_efficiency: ({ where }) =>
      `${where}: zeg welk deel van wat deze opslag opneemt, zij teruggeeft.`,
    energy_copt_too_fine: () =>
      'De groottes van de eenheden hebben geen noemenswaardige gemeenschappelijke stap: rond ze af op grotere delen van een megawatt.',
    energy_study_not_found: ({ study }) => `Op deze node is er geen studie ${study}.`,
    energy_study_unreadable: () => 'Dit is geen bewaarde studie: geef het bestand van zo’n studie.',
    energy_study_invalid: ({ message }) => `De studie heeft hier niet de juiste vorm: ${message}.`,
    energy_study_differs: ({ where }) => `${where} gaat niet over de studie in hetzelfde bestand.`,
    energy_study_other: ({ study }) =>
      `${study}, opnieuw gemaakt, komt op iets anders uit dan wat bewaard is: vertrouw niet op wat bewaard is.`,
    energy_studies_many: ({ most }) =>
      `Er wachten al ${most} studies of ze worden gemaakt: wacht tot er een klaar is, of stop er een.`,
    energy_study_not_asked: () =>
      'Niemand heeft hier om deze studie gevraagd: neem er een die op de pagina staat.',
    energy_study_not_running: () => 'Deze studie wacht niet en wordt niet gemaakt: er valt niets te stoppen.',
    energy_study_not_stopped: () =>
      'Deze studie is niet gestopt en niet mislukt: alleen zo een begint opnieuw.',
    energy_study_failed: ({ message }) => `De studie is mislukt: ${message}. Begin haar opnieuw.`,
  },
};
