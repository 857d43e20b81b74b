import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A file for `tripoint import` with an implementing agreement of article 14 of the police treaty between Belgium and the Netherlands,
 * made up for an exercise and marked so: there is none. It names the treaty and the parties as they stand, since a file names all that
 * it refers to. `instrument`: its dates, `knownFrom`: since when the source says so.
 */
export async function madeUpAgreement(
  projectFolder: string,
  instrument: Readonly<Record<string, unknown>>,
  knownFrom: string,
): Promise<object> {
  const treaty = JSON.parse(
    await readFile(join(projectFolder, 'data/union/benelux-police-treaty.json'), 'utf8'),
  );
  return {
    parties: treaty.parties,
    cases: treaty.cases,
    meta: {
      id: 'benelux',
      title: 'SYNTHETIC: an agreement made up for the exercise',
      later_knowledge: true,
      known_from: knownFrom,
      synthetic: true,
    },
    instruments: [
      ...treaty.instruments,
      {
        id: 'synthetic-14-be-nl',
        kind: 'executive_agreement',
        title: 'SYNTHETIC: implementing agreement of article 14, Belgium and Netherlands',
        parties: ['BE', 'NL'],
        implements: 'police-2018',
        implements_articles: ['14'],
        based_on: ['police-2018'],
        notice_months: 6,
        source: ['made up for the exercise'],
        ...instrument,
      },
    ],
    // Article 14(5) wants an agreement that names the databases.
    provisions: [
      {
        id: 'synthetic-14-be-nl-databases',
        instrument: 'synthetic-14-be-nl',
        article: null,
        operation: 'hitnohit',
        conditions_edition: 1,
        conditions: { all: [{ type: 'data_set', among: ['synthetic-persons'] }] },
        source: ['made up for the exercise'],
      },
    ],
  };
}
