import type { AuthorisationTexts } from './en.ts';

export const nl: AuthorisationTexts = {
  states: { listed: 'Op de lijst', suspended: 'Geschorst', closed: 'Gesloten' },
  useStates: { recorded: 'In onderzoek', concluded: 'Afgerond' },
  tabs: {
    label: 'Wie wat mag inzien',
    practice: 'Praktijk',
    authorisations: 'Machtigingen op naam',
    uses: 'Onrechtmatig gebruik',
    consents: 'Toestemmingen',
  },
  page: {
    title: 'Machtigingen op naam',
    lede: 'Ambtenaren die een gegevensbestand van een andere staat mogen raadplegen, op naam. Zoals het vandaag is, welke datum de pagina ook toont.',
    closedWhy: 'Wie op de lijst staat, zien de twee betrokken partijen en wie op een van hen toezicht houdt.',
    closedWhat: 'Meld u aan namens een van deze partijen of haar toezichthouder.',
    closedWho: 'Welk orgaan toezicht houdt, staat in de gegevens van de unie.',
    none: 'Op deze knoop staat niemand op de lijst. Wie de knoop van een andere staat van uw ambtenaren op de lijst zet, staat alleen daar.',
    noneWhat: 'Wie uw gegevens beheert, zet ambtenaren van een andere partij op naam op de lijst.',
    noneWho:
      'Zolang er niemand op staat, wordt elk verzoek geweigerd waarvoor een machtiging op naam nodig is.',
    open: 'U ziet wat uw partij betreft of de partij waarop u toezicht houdt. Dat u het zag, staat in het logboek.',
    officer: 'Ambtenaar',
    party: 'Partij van de ambtenaar',
    supplier: 'Wiens gegevens',
    dataSet: 'Gegevensbestand',
    service: 'Dienst',
    place: 'Plaats',
    anywhere: 'niet beperkt',
    state: 'Status',
    review: 'Toetsen uiterlijk op',
    overdue: 'te laat',
    lastUse: 'Laatst gebruikt',
    neverUsed: 'nooit',
    useDays: 'Dagen van gebruik',
    useDaysWhat:
      'Op welke dagen elk van deze machtigingen is gebruikt, voor wie ze toetst. Wat toen gevraagd is, staat in het logboek.',
    side: 'Kant',
    sides: {
      at_us: 'Anderen bij onze gegevens',
      ours: 'Onze ambtenaren elders',
      supervised: 'Onder ons toezicht',
    },
    said: 'Wat is toegestaan',
    history: 'Wat ervan werd',
    basis: 'Krachtens',
    from: 'Vanaf',
    until: 'Tot (op die dag niet meer)',
    trained: 'Opgeleid op',
    screened: 'Gescreend op',
    dormant: 'Gesloten als het niet eerder wordt gebruikt',
    suspendedBy: 'Geschorst door',
    acts: {
      list: 'Op de lijst gezet',
      suspend: 'Geschorst',
      resume: 'Schorsing opgeheven',
      close: 'Gesloten',
      record: 'Vastgelegd',
      conclude: 'Afgerond',
      review: 'Getoetst',
      dormant: 'Gesloten, omdat zij langer ongebruikt bleef dan de verstrekker toestaat',
    },
    uses: 'Onrechtmatig gebruik ervan',
    usesNone: 'Van onrechtmatig gebruik van deze machtiging is niets vastgelegd.',
  },
  uses: {
    title: 'Register van onrechtmatig gebruik',
    lede: 'Wat er is gevonden over machtigingen die zijn gebruikt waarvoor zij niet zijn, en wat eraan is gedaan.',
    closedWhy: 'Het register is voor de twee betrokken partijen en voor wie op een van hen toezicht houdt.',
    none: 'Van machtigingen van uw partij of bij haar gegevens is geen onrechtmatig gebruik vastgelegd.',
    noneWhat: 'Wat wordt gevonden, legt men vast op de pagina van de machtiging die is gebruikt.',
    noneWho: 'Beide partijen kunnen dat: die van de gegevens en die van de ambtenaar.',
    found: 'Wat is gevonden',
    foundOn: 'Gevonden op',
    authorisation: 'Machtiging',
    done: 'Wat is gedaan',
    notYet: 'nog niet gezegd',
    recordedBy: 'Vastgelegd door',
  },
  columns: {
    from: 'Eerste dag waarop zij geldt.',
    until: 'Eerste dag waarop zij niet meer geldt; leeg: er is geen gesteld.',
    review: 'Laatste dag waarop de toetsing op tijd is.',
    lastUse: 'Laatste dag waarop zij is gebruikt; leeg: gebruik is niet bekend.',
    usedOn: 'Dag waarop zij is gebruikt.',
    authorisation: 'Id van de machtiging.',
  },
  fields: {
    id: 'Kenmerk',
    party: 'Namens de partij',
    officer_party: 'Partij van de ambtenaar',
    officer: 'Ambtenaar: nummer, zoals het eigen knooppunt het op de werkplek en bij een vraag toont',
    data_set: 'Gegevensbestand, met het woord dat verzoeken gebruiken',
    service: 'Dienst van de ambtenaar; de machtiging geldt dan alleen voor die dienst',
    place: 'Plaats van waaruit alleen zij geldt',
    basis: 'Instrument krachtens welk zij wordt gegeven',
    trained_on: 'Opgeleid op',
    screened_on: 'Gescreend op',
    from: 'Vanaf',
    until: 'Tot: de eerste dag waarop zij niet meer geldt',
    dormant_after_days: 'Gesloten na zoveel dagen zonder gebruik',
    note: 'Toelichting',
    reason: 'Reden',
    found: 'Wat is gevonden',
    on: 'Gevonden op',
    done: 'Wat eraan is gedaan',
  },
  acts: {
    list: {
      title: 'Ambtenaar op naam op de lijst zetten',
      explain:
        'De ambtenaar van een andere partij mag een bestand van u raadplegen, krachtens een instrument dat tussen beide geldt.',
    },
    review: {
      title: 'Machtiging toetsen',
      explain:
        'U hebt bekeken of zij nog nodig en juist is; de overeenkomsten vragen dat ten minste eens per jaar.',
    },
    suspend: {
      title: 'Onmiddellijk schorsen',
      explain: 'Vanaf nu is er niets meer door open, tot de partij die schorste dat opheft.',
    },
    suspend_service: {
      title: 'Een hele dienst onmiddellijk schorsen',
      explain:
        'Alle ambtenaren van de dienst die bij uw gegevens op de lijst staan, of die van uw eigen dienst, waar zij ook op de lijst staan. Wie zonder dienst op de lijst staat, kan ook als deze dienst vragen en wordt mee geschorst.',
    },
    resume: { title: 'Schorsing opheffen', explain: 'Alleen die van u; die van de andere partij blijft.' },
    close: {
      title: 'Machtiging sluiten',
      explain: 'Zij eindigt voorgoed; wie opnieuw toegang nodig heeft, komt opnieuw op de lijst.',
    },
    record_use: {
      title: 'Onrechtmatig gebruik vastleggen',
      explain:
        'Wat is gevonden, voor beide partijen en hun toezichthouders. Noem niemand wiens gegevens zijn geraadpleegd.',
    },
    conclude_use: {
      title: 'Zeggen wat is gedaan',
      explain: 'Daarmee eindigt het onderzoek; het blijft vastgelegd.',
    },
  },
  problems: {
    authorisation_closed: ({ on }) =>
      `Zij is gesloten op ${on}; wie opnieuw toegang nodig heeft, komt opnieuw op de lijst.`,
    authorisation_suspended: ({ party }) => `${party} heeft haar al geschorst.`,
    authorisation_not_suspended: () => 'Zij is niet geschorst; er valt niets op te heffen.',
    suspension_of_another: ({ party }) => `Zij is geschorst door ${party}, die dat alleen zelf kan opheffen.`,
    officer_of_supplier: ({ party }) =>
      `Ambtenaren van ${party} hebben geen machtiging nodig bij gegevens van ${party}; zet ambtenaren van een andere partij op de lijst.`,
    authorisation_never_holds: ({ from, until }) =>
      `Van ${from} tot ${until} is er geen dag waarop zij geldt.`,
    authorisation_listed: () =>
      'Deze ambtenaar staat krachtens hetzelfde instrument op de lijst voor hetzelfde bestand, dezelfde dienst en plaats; toets dat, of sluit het eerst.',
    service_suspended: ({ service, party }) =>
      `${party} heeft ${service} geschorst: tot dat is opgeheven komt niemand daarvoor op de lijst, en ook niemand zonder dienst.`,
    service_has_no_officer: ({ service, party }) =>
      `Er staat geen ambtenaar van ${service} van ${party} op de lijst die u zou kunnen schorsen.`,
    improper_use_concluded: () => 'Wat is gedaan, is al gezegd en blijft vastgelegd.',
    authorisations_not_allowed: () =>
      'Lijsten met namen van ambtenaren haalt alleen eruit wie ze te zien krijgt.',
  },
};
