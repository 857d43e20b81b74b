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
    noneWhat: 'Wie de gegevens heeft verstrekt, stemt toe, voor één zaak en één doel.',
    noneWho: 'Zonder toestemming wordt elk verzoek geweigerd waarvoor die nodig is.',
    supplier: 'Verstrekker',
    receiver: 'Ontvanger',
    case: 'Zaak',
    purpose: 'Waarvoor',
    state: 'Status',
    conditions: 'Voorwaarden',
    noConditions: 'er zijn er geen gesteld',
    from: 'Vanaf',
    until: 'Tot (op die dag niet meer)',
    history: 'Wat ervan werd',
    said: 'Waarmee is ingestemd',
    acts: { give: 'Gegeven', withdraw: 'Ingetrokken' },
  },
  columns: {
    from: 'Eerste dag waarop zij geldt.',
    until: 'Eerste dag waarop zij niet meer geldt; leeg: er is geen gesteld.',
  },
  fields: {
    id: 'Kenmerk',
    party: 'Namens de partij',
    receiver: 'Wie het mag doen',
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
        'Eén ontvanger mag één ding doen met wat u in één zaak hebt verstrekt; wat eerder is gedaan, valt er niet onder.',
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
  },
};
