import type { ExerciseTexts } from './en.ts';

export const nl: ExerciseTexts = {
  templates: {
    'pentex-2018': {
      title: 'Grote schaarste',
      frame:
        'In het kader van Pentex, 19 en 20 juni 2018: een grote schaarste werd gesimuleerd; plannen en communicatie werden getest.',
    },
    'black-out-22': {
      title: 'Lange koudegolf',
      frame:
        'In het kader van Black-out 22, Parijs, 24 mei 2022: een lange koudegolf, tot en met gecontroleerd afschakelen.',
    },
    'pentex-2023': {
      title: 'Cyberaanval',
      frame: 'In het kader van PENTEX 2023, Den Haag, 24 tot en met 26 oktober: een cyberaanval.',
    },
  },
  kinds: {
    unit_loss: 'Eenheid uitgevallen',
    cold_wave: 'Koudegolf',
    ram_cut: 'Ruimte op een verbinding ingeperkt',
    export_stop_request: 'Verzoek om de uitvoer te stoppen',
    channel_loss: 'Kanaal uitgevallen',
    media_report: 'Bericht in de media',
  },
  happenings: {
    unit_loss: ({ zone, mw }) => `In ${zone} vallen eenheden van ${mw} MW uit.`,
    cold_wave: ({ zones, degrees }) => `Het wordt ${degrees} graden kouder in ${zones}.`,
    ram_cut: ({ one, other, share }) => `${share} van de ruimte tussen ${one} en ${other} vervalt.`,
    export_stop_request: ({ zone }) =>
      `In ${zone} wordt gevraagd de uitvoer te stoppen. Daarmee stopt er niets: ${zone} beslist.`,
    channel_loss: ({ seat, until }) =>
      `Het kanaal van ${seat} is uitgevallen tot minuut ${until}: wat van daar of daarheen gaat, wacht.`,
    media_report: ({ zone, claim }) => `In de media heet het over ${zone}: ${claim}.`,
  },
  topics: { supply: 'Voorziening', exports: 'Uitvoer', shedding: 'Afschakelen', cause: 'Oorzaak' },
  claims: {
    'supply.enough': 'voorziening: genoeg',
    'supply.tight': 'voorziening: krap',
    'supply.short': 'voorziening: tekort',
    'exports.kept': 'uitvoer: gaat door',
    'exports.reduced': 'uitvoer: verminderd',
    'exports.stopped': 'uitvoer: gestopt',
    'shedding.none': 'afschakelen: niet',
    'shedding.prepared': 'afschakelen: voorbereid',
    'shedding.under_way': 'afschakelen: aan de gang',
    'cause.technical': 'oorzaak: technisch',
    'cause.weather': 'oorzaak: het weer',
    'cause.attack': 'oorzaak: een aanval',
  },
  decisions: {
    call_reserve: 'De reserve inzetten',
    ask_to_save: 'De bevolking vragen te besparen',
    stop_exports: 'De uitvoer stoppen',
    allow_exports: 'De uitvoer toestaan',
    shed_load: 'Gecontroleerd afschakelen',
    inform_public: 'Het publiek inlichten',
    no_action: 'Voorlopig niets doen',
  },
  deeds: {
    advance: 'Klok vooruitgezet',
    message: 'Bericht',
    acknowledge: 'Bevestigd',
    state: 'Verklaring',
    decide: 'Beslissing',
    end: 'Beëindigd',
  },
  secretariat: 'Secretariaat',
  page: {
    energy: 'Energie',
    practice: 'Praktische samenwerkingen',
    energyLede:
      'Gekoppelde elektriciteitsmarkten, leveringszekerheid en crises: wat staten samen doen wanneer er te weinig stroom is.',
    rooms: 'Wat hier is',
    door: 'Oefeningen',
    doorWhat:
      'Een verzonnen crisis, gespeeld door staten, de Commissie en het secretariaat, elk op de eigen plaats.',
    clearing: 'Markten ruimen, vergelijken en certificeren',
    clearingWhat: 'Op de opdrachtregel van het knooppunt: energy clear, energy compare, energy certify.',
    title: 'Oefeningen van een energiecrisis',
    lede: 'De leiding laat een verzonnen toestand gebeuren; elke plaats ziet wat aan haar gericht is, schrijft, bevestigt en beslist.',
    list: 'Oefeningen',
    none: 'Er is geen oefening waarin u een plaats hebt.',
    noneWhat:
      'Wie voor het orgaan handelt, opent er een vanuit een sjabloon en geeft de partijen een plaats.',
    noneWho: 'Wie oefeningen leidt in het orgaan, en de partijen die eraan deelnemen.',
    closed: 'Oefeningen zijn voor wie er een plaats in heeft.',
    closedWhat:
      'Een plaats heeft wie voor een partij zitting heeft in het orgaan dat oefeningen houdt, of voor dat orgaan zelf handelt.',
    closedMadeUp: 'Dit register is verzonnen: meld u opnieuw aan en kies zo’n plaats.',
    closedWho:
      'Vraag uw partij u een plaats te geven: wie dit knooppunt beheert, geeft die bij besluit (access give).',
    closedNowhere: 'Het register zegt niet welk orgaan oefeningen houdt.',
    exercise: 'Oefening',
    opened: 'Geopend',
    state: 'Toestand',
    running: 'Loopt',
    ended: 'Beëindigd',
    seats: 'Plaatsen',
    seat: 'Uw plaats',
    clock: 'Klok',
    minute: ({ minute }) => `minuut ${minute}`,
    made: ({ seed }) =>
      `Verzonnen uit zaad ${seed}: elke MW, elke minuut en alles wat gebeurt. Geen zone heeft de grootte van een echte.`,
    live: 'Deze pagina volgt de oefening vanzelf zolang niemand erop typt.',
    reload: 'Nu laden',
    cut: 'Het netwerk is weg. Er gaat niets verloren: zodra het terug is, toont deze pagina alles wat u hebt gemist.',
    open: 'Voor u open door uw plaats. De leiding leest alles; u leest wat aan uw plaats of aan allen gericht is.',
    within: ({ minutes }) => `te bevestigen binnen ${minutes} minuten van de oefening`,
    next: 'Hierna',
    nextAt: ({ minute, what }) => `minuut ${minute}: ${what}`,
    nothingNext: 'er gebeurt niets meer vanzelf',
    situation: 'Toestand per zone',
    situationLead: 'Zoals het is, na alles wat gebeurd en beslist is.',
    situationSeat: 'Zoals het er vanaf uw plaats uitziet: uit wat u is gemeld en u zelf hebt beslist.',
    model:
      'Zones die te weinig hebben, delen wat andere over de verbindingen kunnen missen: samen het minste tekort, en daarvan elk hetzelfde deel voor zover verbindingen het toelaten. Een eenvoudig net van verbindingen, geen flow-based domein.',
    zone: 'Zone',
    load: 'Belasting, MW',
    available: 'Beschikbaar, MW',
    margin: 'Marge, MW',
    exported: 'Uitwisseling, MW (uitvoer boven nul)',
    short: 'Afgeschakeld, MW',
    coverage: 'Beschikbaar van belasting',
    stops: 'uitvoer gestopt',
    happened: 'Wat er is gebeurd',
    happenedNone: 'Er is niets gebeurd waarvan uw plaats weet.',
    happenedWhat: 'De leiding zet de klok vooruit; wat dan gebeurt en voor u is, staat hier.',
    at: 'Minuut',
    what: 'Wat',
    to: 'Aan',
    all: 'alle plaatsen',
    leadOnly: 'alleen de leiding',
    inbox: 'Te bevestigen',
    inboxNone: 'Er heeft niets uw plaats bereikt.',
    inboxWhat: 'Wat gebeurt en voor u is, en wat anderen u schrijven, staat hier.',
    from: 'Van',
    sent: 'Verzonden',
    reached: 'Aangekomen',
    left: 'Minuten over',
    lateBy: ({ minutes }) => `${minutes} minuten te laat`,
    acknowledged: ({ minute }) => `bevestigd, minuut ${minute}`,
    acknowledge: 'Bevestigen',
    decide: 'Hierover beslissen',
    messages: 'Berichten',
    messagesNone: 'Niemand heeft uw plaats geschreven, en u hebt niemand geschreven.',
    statements: 'Wat staten zeggen',
    statementsNone: 'Nog geen staat heeft iets gezegd.',
    by: 'Door',
    says: 'Zegt',
    words: 'In woorden',
    about: 'Over',
    contradictions: 'Tegenspraken',
    contradictionsNone: 'Geen twee staten hebben van hetzelfde iets verschillends gezegd.',
    since: 'Vanaf minuut',
    until: 'Tot minuut',
    never: 'nooit',
    decisions: 'Beslissingen',
    decisionsNone: 'Er is niets beslist waarvan uw plaats weet.',
    decision: 'Beslissing',
    report: 'Evaluatieverslag',
    toReport: 'Evaluatieverslag',
    reportLater: 'Het verslag gaat open voor alle plaatsen zodra de oefening is beëindigd.',
    reportNow: 'De oefening loopt nog: zo staat het er nu voor, alleen voor de leiding.',
    matrix: 'Wie wanneer heeft opgemerkt, gemeld en beslist',
    matrixWhat:
      'Minuten van de oefening vanaf wat er gebeurde tot wat een plaats het eerst deed: het of een bericht erover bevestigen; een andere plaats erover schrijven; erover beslissen. Nooit is niet nul.',
    matrixNone: 'Er is niets gebeurd.',
    detect: 'Opgemerkt',
    inform: 'Gemeld',
    decided: 'Beslist',
    told: 'Door de leiding gemeld',
    yes: 'ja',
    no: 'nee',
    unacknowledged: 'Niet op tijd bevestigd',
    unacknowledgedNone: 'Alles is op tijd bevestigd.',
    due: 'Uiterlijk',
    acknowledgedAt: 'Bevestigd',
    log: 'Logboek',
    logWhat:
      'Elke regel met de minuut van de oefening en de tijd van de machine. Geen regel kan worden veranderd.',
    time: 'Tijd',
    noUndo:
      'Dit wordt in het logboek van de oefening geschreven en kan niet ongedaan gemaakt of veranderd worden.',
  },
  notes: {
    inject: 'Wat er gebeurde, met zijn id in het scenario',
    kind: 'Soort van wat er gebeurde',
    minute: 'Minuut van de oefening waarop het gebeurde',
    seat: 'Partij op haar plaats, of secretariat',
    told: 'Of de leiding het deze plaats heeft gemeld',
    detect: 'Minuten tot de plaats het of een bericht erover voor het eerst bevestigde; leeg: nooit',
    inform: 'Minuten tot de plaats er voor het eerst een andere plaats over schreef; leeg: nooit',
    decide: 'Minuten tot de plaats er voor het eerst over besliste; leeg: nooit',
  },
  acts: {
    open: {
      title: 'Een oefening openen',
      explain:
        'Vanuit een sjabloon, met cijfers die uit een zaad zijn verzonnen. Wie voor een partij met een plaats zitting heeft, ziet haar vanaf dan. Een oefening kan niet meer worden weggenomen.',
    },
    advance: {
      title: 'De klok vooruitzetten',
      explain:
        'Tot wat er hierna gebeurt, of zoveel minuten verder; alles wat ertussen ligt, gebeurt. De klok kan niet terug.',
    },
    message: {
      title: 'Andere plaatsen schrijven',
      explain: 'Zij moeten het op tijd bevestigen. Een verzonden bericht kan niet worden teruggenomen.',
    },
    acknowledge: {
      title: 'Bevestigen',
      explain: 'Dat uw plaats het heeft gelezen, op deze minuut. Dit kan niet worden teruggenomen.',
    },
    state: {
      title: 'Een verklaring afleggen',
      explain:
        'Wat uw staat over een zone zegt, aan alle plaatsen. Dit kan niet worden teruggenomen; uw laatste woord over een onderwerp telt.',
    },
    decide: {
      title: 'Beslissen',
      explain:
        'Wat uw plaats beslist over iets wat gebeurde. De toestand wordt ermee opnieuw berekend. Dit kan niet worden teruggenomen; een andere beslissing kan volgen.',
    },
    end: {
      title: 'De oefening beëindigen',
      explain:
        'Daarna kan er niets meer in gebeuren; het verslag gaat open voor alle plaatsen. Dit kan niet ongedaan gemaakt worden.',
    },
    lead_message: {
      title: 'Schrijven als secretariaat',
      explain:
        'Die plaatsen moeten het op tijd bevestigen. Een verzonden bericht kan niet worden teruggenomen.',
    },
    lead_acknowledge: {
      title: 'Bevestigen als secretariaat',
      explain: 'Dat het secretariaat het heeft gelezen, op deze minuut. Dit kan niet worden teruggenomen.',
    },
    lead_decide: {
      title: 'Beslissen als secretariaat',
      explain: 'Wat het secretariaat beslist over iets wat gebeurde. Dit kan niet worden teruggenomen.',
    },
  },
  fields: {
    exercise: 'Oefening',
    party: 'Voor',
    template: 'Sjabloon',
    seed: 'Zaad: hetzelfde maakt dezelfde cijfers',
    parties: 'Partijen die een plaats krijgen',
    acknowledge_within: 'Minuten waarbinnen berichten te bevestigen zijn',
    minutes: 'Minuten (leeg gelaten: tot wat er hierna gebeurt)',
    to: 'Aan',
    inject: 'Over wat er is gebeurd',
    text: 'Tekst',
    of: 'Wat wordt bevestigd',
    zone: 'Zone',
    claim: 'Wat erover wordt gezegd',
    decision: 'Beslissing',
  },
  problems: {
    energy_exercise_not_found: () => 'Er is geen dergelijke oefening waarin u een plaats hebt.',
    energy_exercise_ended: () =>
      'De oefening is beëindigd: er kan niets meer in worden gedaan. Lees het verslag.',
    energy_exercise_over: () =>
      'Er gebeurt niets meer vanzelf: zeg hoeveel minuten de klok verder gaat, of beëindig de oefening.',
    energy_exercise_too_long: ({ longest }) =>
      `Een oefening duurt ten hoogste ${longest} minuten: noem er minder, of beëindig haar.`,
    energy_exercise_party_outside: ({ party }) =>
      `${party} neemt vandaag niet deel aan het orgaan: kies uit wie dat wel doet.`,
    energy_exercise_seat_unknown: ({ seat }) => `${seat} heeft geen plaats in deze oefening.`,
    energy_exercise_to_oneself: ({ seat }) => `${seat} schrijft niet aan zichzelf: kies andere plaatsen.`,
    energy_exercise_inject_unknown: ({ inject }) =>
      `Van “${inject}” heeft uw plaats niet gehoord: kies uit de lijst.`,
    energy_exercise_item_unknown: ({ of }) =>
      `“${of}” heeft uw plaats niet bereikt: bevestig wat op uw pagina staat.`,
    energy_exercise_acknowledged: ({ minute }) => `Uw plaats heeft dit al bevestigd, op minuut ${minute}.`,
    energy_exercise_no_state: ({ seat }) =>
      `${seat} heeft geen zone in deze oefening: verklaringen komen van staten die er een hebben. Schrijf een bericht.`,
    energy_exercise_zone_unknown: ({ zone }) => `“${zone}” is geen zone van deze oefening.`,
    energy_exercise_of_zones: ({ seat }) =>
      `${seat} heeft geen zone in deze oefening en kan dit niet beslissen: licht het publiek in, of doe voorlopig niets.`,
    energy_exercise_report_closed: () =>
      'Het verslag gaat open voor alle plaatsen zodra de oefening is beëindigd.',
  },
};
