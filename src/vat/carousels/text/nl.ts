import type { CarouselTexts } from './en.ts';

export const nl: CarouselTexts = {
  acts: {
    draft: {
      title: 'Een verzoek om bruggen opstellen',
      explain:
        'Hierdoor vertrekt niets: een andere ambtenaar moet het vrijgeven. Dan wordt aan de gekozen staten in dit dossier gevraagd om opgaven en om bruggen door hun binnenland, als tokens; kringlopen over beide worden bij het dossier bewaard.',
    },
    release: {
      title: 'Het verzoek om bruggen vrijgeven',
      explain:
        'Lees hieronder wat wordt gevraagd, van wie en waarvoor: dat staat in het logboek voordat er iets vertrekt. Of er wordt geantwoord beslist het geldende recht, hier en daar, en een staat waar het dossier niet open is zegt niets.',
    },
    withdraw: {
      title: 'Het ontwerp van het verzoek om bruggen intrekken',
      explain: 'Het vertrekt niet. Dat het was opgesteld, blijft in het logboek.',
    },
    stop: {
      title: 'Het vragen om bruggen stoppen',
      explain:
        'Er vertrekt geen vraag meer, en niets van wat tot nu toe is gemeld wordt bij het dossier bewaard. Wat vertrok blijft in het logboek en telt voor quota.',
    },
  },
  fields: {
    id: 'Dossier',
    states: 'Staten die worden gevraagd, de eigen erbij als zijn poort antwoordt',
    from: 'Eerste maand',
    until: 'Laatste maand',
    instrument: 'Instrument op grond waarvan wordt gevraagd',
    purpose: 'Waarvoor, in een woord dat het instrument kent',
    epoch: 'Nummer van het tijdvak van de tokens, zoals de poorten het afspraken',
    reason: 'Reden',
  },
  title: 'Carrousels over bruggen',
  what: 'Wat rondging over opgaven en over bruggen van de gevraagde staten. Een brug zegt dat goederen binnen een staat van de ene handelaar bij de andere gekomen kunnen zijn; hun verkopen blijven daar. Handelaren van anderen zijn tokens van dit dossier.',
  notOpenWhy: 'Geen vastgelegd instrument opent bruggen, zodat geen staat er een mag melden.',
  notOpenWhat:
    'Zodra een verdrag of wet is vastgelegd die “vat.bridges” opent, kunnen staten van hieruit worden gevraagd.',
  notOpenWho:
    'Wie het register bijhoudt, legt het vast; wie in het werkterrein van de dossiers zit, stelt dan het verzoek op.',
  noneWhy: 'In dit dossier is geen staat om bruggen gevraagd.',
  noneWhat:
    'Stel een verzoek om bruggen op zolang het dossier open is: kies staten en maanden; een andere ambtenaar geeft het vrij. Zonder bruggen is een carrousel met een binnenlands midden niet te zien.',
  noneWho: 'Wie voor de partij van het dossier in het werkterrein van de dossiers zit.',
  live: 'Er worden staten gevraagd. Laad de pagina opnieuw om te zien hoever dat is: zelf doet zij dat niet, want elke inzage in een dossier wordt opgeschreven.',
  reload: 'Opnieuw laden',
  asked: ({ day }) => `Gevraagd op ${day}`,
  drafted: ({ day }) => `Opgesteld op ${day}`,
  draftedByOther:
    'Een andere ambtenaar van uw staat stelde het op, en er is niets vertrokken. Lees wat wordt gevraagd, en geef het vrij of trek het in.',
  stopped:
    'Iemand heeft het gestopt: niets van wat tot dan is gemeld, is bewaard. Stel opnieuw een verzoek op om verder te gaan; het formulier bevat wat is gevraagd.',
  standing: 'Stand',
  states: {
    drafted: 'Opgesteld',
    withdrawn: 'Ingetrokken',
    waiting: 'Wacht op zijn beurt',
    running: 'Bezig',
    stopped: 'Gestopt',
    done: 'Klaar',
    failed: 'Mislukt',
  },
  operations: {
    'vat.statements': ({ state }) => `${state} wordt om opgaven gevraagd`,
    'vat.bridges': ({ state }) => `${state} wordt om bruggen gevraagd`,
  },
  operationNames: {
    'vat.statements': 'opgaven',
    'vat.bridges': 'bruggen',
  },
  of: ({ done, total }) => `${done} van ${total} stappen`,
  askedStates: 'Gevraagde staten',
  period: 'Maanden',
  instrument: 'Instrument',
  purpose: 'Doel',
  told: 'Wat is gemeld',
  toldWhat: ({ rows, bridges, pairs }) =>
    `${rows} regels van opgaven; ${bridges} bruggen, van ${pairs} paren waarnaar is gevraagd`,
  alone: 'Kringlopen in opgaven alleen',
  joined: 'Kringlopen met bruggen',
  truncated: 'Niet alle: het zoeken eindigde op zijn grens.',
  kept: ({ kept, joined }) => `De ${kept} grootste van ${joined} zijn bewaard.`,
  expired: ({ count }) =>
    `${count} ervan mogen niet meer worden gebruikt en zijn gewist: hun bruggen golden voor een tijd. Vraag opnieuw.`,
  nothing: 'In wat is gemeld gaat niets rond.',
  untold: 'Niet gemeld',
  untoldOne: ({ state, operation, why }) => `${state}, ${operation}: ${why}`,
  deniedHere: 'hier geweigerd, er is niets vertrokken:',
  deniedThere: 'daar geweigerd:',
  refused: {
    query_invalid: 'de vraag heeft niet de vorm die de ander leest',
    token_key_unknown:
      'er is daar geen tokensleutel van dat tijdvak; de poort maakt er een of laat hem overdragen',
    no_basis:
      'dit dossier is daar niet open voor wie vraagt; meld die staat het dossier eerst, met een verzoek om terugmelding',
    purpose_missing: 'de vraag noemde geen doel',
  },
  invalid: 'wat werd geantwoord is niet aan die staat om te melden, of heeft niet de gevraagde vorm',
  list: 'Carrousels',
  columns: {
    ring: 'Wie, in de volgorde van de goederen',
    hops: 'Verkopen binnen staten',
    months: 'Maanden',
    ceiling: 'Ging hoogstens rond',
    states: 'Staten',
    usable: 'Te gebruiken tot en met',
  },
  picture: ({ place }) => `Carrousel ${place}`,
  pictureSaid: ({ place, count, states, amount }) =>
    `Carrousel ${place}: ${count} handelaren in ${states}, hoogstens ${amount}; de tabel eronder zegt hetzelfde`,
  legend: { supply: 'Levering in een opgave', bridge: 'Brug binnen een staat' },
  steps: { from: 'Van', to: 'Naar', what: 'Wat', months: 'Maanden' },
  supply: 'Levering in een opgave',
  bridge: ({ hops }) => `Brug: ten minste ${hops} verkopen binnen de staat`,
  hop: ({ hops }) => `${hops} verkopen`,
  reveal: ({ state }) => `${state} vragen van wie deze tokens zijn`,
  pictured: ({ count }) => `Van de ${count} grootste is er een beeld.`,
  problems: {
    vat_carousels_month_unreadable: ({ given }) =>
      `“${given}” is geen maand. Schrijf het jaar en de maand met een streepje ertussen, zoals 2019-05.`,
    vat_carousels_months_backwards: ({ from, until }) =>
      `${until} ligt voor ${from}. Schrijf de eerste maand eerst.`,
    vat_carousels_months_many: ({ most }) =>
      `Een poort antwoordt over hoogstens ${most} maanden. Vraag er minder, en daarna de andere.`,
    vat_carousels_state_outside: ({ state }) =>
      `${state} neemt vandaag geen deel aan het werkterrein van de dossiers. Laat die staat weg.`,
    vat_carousels_not_opened: ({ instrument }) =>
      `“${instrument}” opent geen bruggen. Kies een instrument dat dat doet; is er geen vastgelegd, wacht dan tot dat gebeurt.`,
    vat_carousels_under_way: () =>
      'In dit dossier worden al staten gevraagd. Wacht tot dat klaar is, of stop het, en stel het verzoek dan op.',
    vat_carousels_drafted: () =>
      'In dit dossier is al een verzoek om bruggen opgesteld. Laat het vrijgeven of trek het in, en stel dan een ander op.',
    vat_carousels_no_draft: () =>
      'In dit dossier wacht geen ontwerp van een verzoek om bruggen: het is vrijgegeven of ingetrokken. Bekijk het dossier, en stel er een op als staten gevraagd moeten worden.',
    vat_carousels_not_running: () =>
      'In dit dossier worden geen staten om bruggen gevraagd: dat is afgelopen. Bekijk in het dossier wat eruit kwam.',
    vat_carousels_interrupted: () =>
      'Dit knooppunt stopte terwijl het vroeg: niets van wat is gemeld, is bewaard. Wat vertrok blijft in het logboek en telt voor quota. Stel het verzoek opnieuw op; het formulier bevat wat is gevraagd.',
    vat_carousels_failed: ({ message }) =>
      `Het zoeken eindigde op een fout van dit knooppunt: ${message}. Vraag opnieuw; mislukt het weer, meld het dan aan wie het knooppunt beheert.`,
  },
};
