import type { FieldTexts } from './en.ts';

export const nl: FieldTexts = {
  title: 'Btw: fraude over de grens, teruggaven, gezamenlijke controles',
  lede: 'Staten vinden samen wat geen van hen alleen ziet, elk met de eigen aangiften in eigen huis.',
  practice: 'Praktische samenwerkingen',
  fields: 'Werkterreinen',
  field: 'Werkterrein',
  body: 'Behandeld in',
  parts: 'Wie deelneemt',
  you: 'Uw zetel',
  names: {
    cases: 'Fraude over de grens',
    refunds: 'Teruggaven en verrekeningen',
    one_stop_shop: 'Eénloketsysteem',
    joint_checks: 'Gezamenlijke controles',
  },
  none: 'Het register zegt niet in welk orgaan staten over btw samenwerken.',
  noneWhat: 'Een orgaan krijgt een werkterrein door de bevoegdheden in een bestand van het register.',
  noneWho: 'Wie het register bijhoudt.',
  nobody: 'Het register zegt niet wie deelneemt.',
  yes: 'U zit hier voor:',
  coordinator: 'U coördineert dit werkterrein.',
  no: 'U hebt hier geen zetel.',
  visitor: 'Meld u aan om te zien of u hier een zetel hebt.',
  unknown: 'Niet bekend op deze datum',
  closedWhy: ({ field }) =>
    `Dit hoort bij het werkterrein “${field}”: wat erin staat, is voor wie er zit voor een partij die deelneemt.`,
  closedSeat: 'Het opent met een zetel in',
  closedFor: 'Die moet zijn voor een partij die deelneemt:',
  closedParty: 'Een machtiging voor de hele partij, of als waarnemer, opent hier niets.',
  closedWho: ({ body }) =>
    `Vraag uw partij om een zetel: wie dit knooppunt beheert, geeft hem bij besluit (access give, orgaan ${body}).`,
  closedMadeUp: 'Dit register is verzonnen: meld u opnieuw aan en kies zo’n zetel.',
  tabs: {
    label: 'Btw',
    overview: 'Overzicht',
  },
};
