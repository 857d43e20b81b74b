import type { RecordBody } from '#platform/records/kind.ts';
import { exercisePower } from './body.ts';

/** In which group of the forum exercises are held is made up: security of supply (SG2) is its subject (evaluation, §13.1). */
const group = 'plef-sg2';

/**
 * What the made-up year has of energy: the forum's group on security of supply, from the union's own file, in whose hands exercises are put, with the
 * states of the forum and the Commission, which sits in its groups (§13.2.1). A union without the forum gets nothing. Keyed by kind, as a file of
 * the layout is.
 */
export function energyDemonstration(
  union: Readonly<Record<string, unknown>>,
): Readonly<Record<string, readonly RecordBody[]>> {
  const groups = (union.working_groups ?? []) as readonly RecordBody[];
  const known = ((union.parties ?? []) as readonly RecordBody[]).map(({ id }) => String(id));
  const [forum, own] = ['plef', group].map((id) => groups.find((one) => one.id === id));
  if (forum === undefined || own === undefined) return {};
  const source = ['demonstration'];
  const states = (forum.participants ?? []) as readonly string[];
  const { id, code, name, nl } = own;
  return {
    cases: [
      {
        ...{ id: 'energy', name: 'Pentalateral Energy Forum', nl: 'Pentalateraal Energie Forum' },
        ...{ fr: 'Forum pentalatéral de l’énergie', de: 'Pentalaterales Energieforum', source },
      },
    ],
    working_groups: [
      {
        ...{ id, code, name, nl, case: 'energy', status: 'active', status_as_of: '2019-12-31' },
        ...{ fr: 'Sécurité d’approvisionnement', de: 'Versorgungssicherheit' },
        participants: [...states, 'EU-COM'].filter((party) => known.includes(party)),
        source,
      },
    ],
    powers: [{ id: exercisePower, body: group, source }],
  };
}
