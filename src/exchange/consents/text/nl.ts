import type { ConsentTexts } from './en.ts';

export const nl: ConsentTexts = {
  states: { given: 'Gegeven', withdrawn: 'Ingetrokken' },
  purposes: {
    onward_transfer: 'Doorgifte',
    other_purpose: 'Een ander doel',
    evidence: 'Gebruik als bewijs',
    disclosure: 'Bekendmaking',
  },
  page: {
    title: 'Toestemmingen',
    lede: 'Waarmee een partij vooraf en schriftelijk instemt, buiten datgene waarvoor haar gegevens zijn verstrekt: doorgifte, een ander doel, gebruik als bewijs, bekendmaking. Zoals het vandaag is, welke datum de pagina ook toont.',
    closedWhy: 'Toestemmingen zien de twee betrokken partijen en wie op een van hen toezicht houdt.',
    closedWhat: 'Meld u aan namens een van deze partijen of haar toezichthouder.',
    none: 'Uw partij heeft geen toestemming gegeven en er geen gekregen.',
    noneWhat:
      'Wie de gegevens heeft verstrekt, stemt toe, voor één zaak, één doel en wat krachtens één instrument is verkregen.',
    noneWho: 'Zonder toestemming wordt elk verzoek geweigerd waarvoor die nodig is.',
    supplier: 'Verstrekker',
    receiver: 'Ontvanger',
    case: 'Zaak',
    purpose: 'Waarvoor',
    instrument: 'Voor wat is verkregen krachtens',
    dataSet: 'Gegevensbestand',
    wholly: 'alles wat krachtens dat instrument is verkregen',
    state: 'Status',
    conditions: 'Voorwaarden',
    noConditions: 'er zijn er geen gesteld',
    from: 'Vanaf',
    until: 'Tot (op die dag niet meer)',
    history: 'Wat ervan werd',
    said: 'Waarmee is ingestemd',
    id: 'Kenmerk, zoals een verzoek het noemt',
    acts: { give: 'Gegeven', withdraw: 'Ingetrokken' },
  },
  notes: {
    title: 'Ondertekende akten',
    column: 'Ondertekende akte',
    hint: 'Het knooppunt van de ontvanger toont de akte bij elk verzoek dat deze toestemming noemt. Anderen controleren het bestand met tripoint-verify, de sleutel van het knooppunt van de verstrekker en zijn naam (--signer tripoint/…): wat een ander ondertekende, is geen toestemming. Of zij nog geldt, zegt alleen het register van de verstrekker.',
    what: 'Welke',
    whats: { given: 'Toestemming', withdrawn: 'Intrekking' },
    by: 'Ondertekend door het knooppunt',
    signed: 'Ondertekend op',
    place: 'Waar zij is',
    other: 'Ander knooppunt',
    since: 'Sinds',
    file: 'Downloaden',
    places: {
      none: 'nog niet ondertekend',
      signed: 'nog niet overhandigd',
      here: 'voor een partij van dit knooppunt',
      handed: 'overhandigd',
      received: 'ontvangen',
    },
    none: 'Van deze toestemming is er geen ondertekende akte, dus geen verzoek kan haar tonen.',
    noneWhat:
      'Het knooppunt van de verstrekker ondertekent binnen enkele ogenblikken wat geldt; laad de pagina opnieuw.',
    noneWho:
      'Wat eerder is ingetrokken of afgelopen, wordt niet ondertekend, evenmin wat langer is dan een akte; geef zo’n toestemming opnieuw, in minder woorden.',
  },
  columns: {
    dataSet: 'Met het woord dat verzoeken gebruiken; leeg: alles wat krachtens het instrument is verkregen.',
    from: 'Eerste dag waarop zij geldt.',
    until: 'Eerste dag waarop zij niet meer geldt; leeg: er is geen gesteld.',
    note: 'none: door dit knooppunt nog niet ondertekend; signed: nog niet overhandigd; here: voor een ontvanger op dit knooppunt; handed: het knooppunt van de ontvanger heeft haar; received: van het knooppunt van de verstrekker.',
    noteSince: 'Sinds wanneer dat zo is, ISO 8601; leeg: er is geen akte.',
  },
  fields: {
    id: 'Kenmerk',
    party: 'Namens de partij',
    receiver: 'Wie het mag doen',
    instrument: 'Instrument krachtens welk de ontvanger de gegevens kreeg',
    data_set:
      'Gegevensbestand, met het woord dat verzoeken gebruiken; leeg gelaten: alles wat krachtens het instrument is verkregen',
    case_reference: 'Kenmerk van de zaak, zoals het in het verzoek staat',
    purpose: 'Waarvoor',
    conditions: 'Voorwaarden, in woorden',
    from: 'Vanaf',
    until: 'Tot: de eerste dag waarop zij niet meer geldt',
    reason: 'Reden',
  },
  acts: {
    give: {
      title: 'Toestemming geven',
      explain:
        'Eén ontvanger mag één ding doen met wat u in één zaak krachtens één instrument hebt verstrekt; wat eerder is gedaan, valt er niet onder.',
    },
    withdraw: {
      title: 'Toestemming intrekken',
      explain: 'Vanaf vandaag opent zij niets meer; wat er eerder mee is gedaan, blijft rechtmatig.',
    },
  },
  problems: {
    consent_to_oneself: ({ party }) =>
      `${party} heeft geen toestemming van zichzelf nodig om eigen gegevens te gebruiken.`,
    consent_never_holds: ({ from, until }) => `Van ${from} tot ${until} is er geen dag waarop zij geldt.`,
    consent_withdrawn: ({ on }) => `Zij is ingetrokken op ${on}; geef een nieuwe om opnieuw toe te stemmen.`,
    consents_not_allowed: () => 'Lijsten van toestemmingen haalt alleen eruit wie ze te zien krijgt.',
    consent_note_not_found: () => 'Zo’n akte is er niet, of u mag haar niet zien.',
  },
};
