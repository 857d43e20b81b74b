import type { RecordBody } from '#platform/records/kind.ts';
import { powerOf } from './model.ts';
import type { Subject } from './rules/admission.ts';

/** The support groups that §13.1 lists; in the made-up year each works on its subject. */
const groupOf: Readonly<Record<Subject, readonly [id: string, fr: string, de: string]>> = {
  market_integration: ['plef-sg1', 'Intégration du marché', 'Marktintegration'],
  security_of_supply: ['plef-sg2', 'Sécurité d’approvisionnement', 'Versorgungssicherheit'],
  flexibility: ['plef-sg3', 'Flexibilité', 'Flexibilität'],
};

const all: readonly Subject[] = ['market_integration', 'security_of_supply', 'flexibility'];

/** Made-up parties of each sort of which the rule of admission speaks, and where they sit. */
const others: readonly (readonly [party: RecordBody, sits: readonly Subject[]])[] = [
  [
    {
      ...{
        id: 'demo-market-platform',
        kind: 'market_platform',
        name: 'Platform of market parties (made up)',
      },
      ...{ nl: 'Platform van marktpartijen (verzonnen)', fr: 'Plateforme des acteurs du marché (fictive)' },
      de: 'Plattform der Marktteilnehmer (erfunden)',
    },
    all,
  ],
  [
    {
      ...{ id: 'demo-exchange', kind: 'exchange', name: 'Power exchange (made up)' },
      ...{
        nl: 'Stroombeurs (verzonnen)',
        fr: 'Bourse de l’électricité (fictive)',
        de: 'Strombörse (erfunden)',
      },
    },
    ['market_integration'],
  ],
  [
    {
      ...{ id: 'demo-large-consumers', kind: 'large_consumers', name: 'Large consumers (made up)' },
      ...{ nl: 'Grootverbruikers (verzonnen)', fr: 'Grands consommateurs (fictifs)' },
      de: 'Großverbraucher (erfunden)',
    },
    ['flexibility'],
  ],
  // Comes by invitation, too, and has no part on record yet.
  [
    {
      ...{ id: 'demo-renewables', kind: 'renewables', name: 'Producers of renewable energy (made up)' },
      ...{ nl: 'Producenten van hernieuwbare energie (verzonnen)' },
      ...{ fr: 'Producteurs d’énergie renouvelable (fictifs)' },
      de: 'Erzeuger erneuerbarer Energie (erfunden)',
    },
    [],
  ],
];

/**
 * What the made-up year has of the energy forum: its support groups from the union's own file with the states of the forum and the
 * Commission, and market parties that are made up. A union without the forum gets nothing. Keyed by kind, as a file of the layout is.
 */
export function forumDemonstration(
  union: Readonly<Record<string, unknown>>,
): Readonly<Record<string, readonly RecordBody[]>> {
  const groups = (union.working_groups ?? []) as readonly RecordBody[];
  const known = ((union.parties ?? []) as readonly RecordBody[]).map(({ id }) => String(id));
  const forum = groups.find(({ id }) => id === 'plef');
  const own = all.flatMap((subject) => {
    const [id, fr, de] = groupOf[subject];
    const group = groups.find((one) => one.id === id);
    return group === undefined ? [] : [{ subject, group, fr, de }];
  });
  if (forum === undefined || own.length < all.length) return {};
  const source = ['demonstration'];
  const states = ((forum.participants ?? []) as readonly string[]).filter((party) => known.includes(party));
  return {
    cases: [
      {
        ...{ id: 'energy', name: 'Pentalateral Energy Forum', nl: 'Pentalateraal Energie Forum' },
        ...{ fr: 'Forum pentalatéral de l’énergie', de: 'Pentalaterales Energieforum', source },
      },
    ],
    working_groups: own.map(({ group: { id, code, name, nl, frequency }, fr, de }) => ({
      ...{ id, code, name, nl, fr, de, frequency, case: 'energy', status: 'active' },
      ...{ status_as_of: '2019-12-31', participants: [...states, 'EU-COM'], source },
    })),
    powers: own.map(({ subject, group }) => ({ id: powerOf(subject), body: String(group.id), source })),
    parties: others.map(([party]) => ({ ...party, source })),
    participations: others.flatMap(([party, sits]) =>
      sits.map((subject) => {
        const [body] = groupOf[subject];
        const id = `${String(party.id)}-${body}`;
        return { id, party: String(party.id), body, role: 'participant', from: '2020-01-01', source };
      }),
    ),
  };
}
