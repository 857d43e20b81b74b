import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const bridgeInstrument = 'synthetic-vat-bridges';
export const bridgePurpose = 'vat_fraud';

/**
 * A file for `tripoint import` with a treaty that opens statements with tokens, bridges and reveal between the Netherlands, Belgium and
 * Luxembourg, made up for an exercise and marked so: there is none. It names the parties as they stand, since a file names all that it
 * refers to. `day`: since when it is in force, and the source says so.
 */
export async function madeUpBridges(projectFolder: string, day: string): Promise<object> {
  const known = JSON.parse(
    await readFile(join(projectFolder, 'data/union/benelux-police-treaty.json'), 'utf8'),
  );
  const purpose = { type: 'purpose', among: [bridgePurpose] };
  const by = (role: string) => ({ type: 'function', among: [role] });
  const provision = (
    article: string,
    operation: string,
    all: readonly object[],
    retention_days: number,
    prose: string,
  ) => ({
    id: `${bridgeInstrument}-${article}`,
    instrument: bridgeInstrument,
    article,
    operation,
    conditions_edition: 1,
    conditions: { all: [purpose, ...all], prose: [`SYNTHETIC: ${prose}`], retention_days },
    source: ['made up for the exercise'],
  });
  return {
    parties: known.parties,
    meta: {
      id: 'benelux',
      title: 'SYNTHETIC: a treaty on bridges, made up for the exercise',
      later_knowledge: true,
      known_from: day,
      synthetic: true,
    },
    instruments: [
      {
        id: bridgeInstrument,
        kind: 'treaty',
        title: 'SYNTHETIC: treaty on bridges between domestic sales, Netherlands, Belgium and Luxembourg',
        parties: ['NL', 'BE', 'LU'],
        adopted: day,
        signed: day,
        in_force: day,
        source: ['made up for the exercise'],
      },
    ],
    provisions: [
      provision('1', 'vat.token_key', [by('gateway')], 30, 'gateways hand each other the token key'),
      provision('2', 'vat.statements', [by('analyst')], 90, 'statements, with tokens instead of numbers'),
      provision(
        '3',
        'vat.bridges',
        [
          by('analyst'),
          {
            type: 'any_of',
            of: [{ type: 'case_reference' }, { type: 'stated', what: 'score_above_threshold' }],
          },
        ],
        90,
        'whether goods can have gone between two traders within a state, in an open case or above a score',
      ),
      provision(
        '4',
        'vat.reveal',
        [
          by('analyst'),
          { type: 'case_reference' },
          { type: 'stated', what: 'decided_by_a_person' },
          { type: 'quota', per: 'case', days: 1, at_most: 10 },
        ],
        90,
        'whose a token is, in an open case, where a person decided to ask',
      ),
      provision(
        '5',
        'vat.feedback',
        [by('analyst'), { type: 'case_reference' }, { type: 'stated', what: 'decided_by_a_person' }],
        365,
        'what came of traders of the state that is asked, in a case of which it is told',
      ),
    ],
  };
}
