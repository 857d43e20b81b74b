import type { RecordBody } from '#platform/records/kind.ts';
import { type FieldName, fieldNames, powerOf } from './model.ts';

/** In the Benelux the groups that §12.2.1 lists for each field; a union without them gets none. */
const groupOf: Readonly<Record<FieldName, string>> = {
  cases: 'fisc-mtic',
  refunds: 'fisc-vrp',
  one_stop_shop: 'fisc-moss',
  joint_checks: 'fisc-cep',
};

/** Opens what came of traders, by the case of who asks; of what gateways answer with tokens it opens nothing, since a year has none. */
const treaty = 'synthetic-vat-cases';

/** In the words of `tools/federation/made-up-bridges.ts`: an analyst asks, in a case, and a person decided that it is asked. */
const madeUpLaw = (parties: readonly string[]): Readonly<Record<string, readonly RecordBody[]>> => ({
  instruments: [
    {
      ...{ id: treaty, kind: 'treaty', case: 'vat', parties, source: ['demonstration'] },
      title: 'SYNTHETIC: treaty on feedback in VAT cases, made up for the demonstration year',
      ...{ adopted: '2019-12-01', signed: '2019-12-01', in_force: '2020-01-01' },
    },
  ],
  provisions: [
    {
      ...{ id: `${treaty}-1`, instrument: treaty, article: '1', operation: 'vat.feedback' },
      conditions_edition: 1,
      conditions: {
        all: [
          { type: 'purpose', among: ['vat_fraud'] },
          { type: 'function', among: ['analyst'] },
          { type: 'case_reference' },
          { type: 'stated', what: 'decided_by_a_person' },
        ],
        prose: ['SYNTHETIC: what came of traders of the state that is asked, in a case of which it is told'],
        retention_days: 365,
      },
      source: ['demonstration'],
    },
  ],
});

/**
 * What the made-up year has of VAT: the groups of the union's own file with participants that are made up (the source does not tell them), the
 * powers by which each works in its field, a treaty by which states ask each other in cases, and roles by which people call themselves. Keyed
 * by kind, as a file of the layout is.
 */
export function vatDemonstration(
  union: Readonly<Record<string, unknown>>,
): Readonly<Record<string, readonly RecordBody[]>> {
  const groups = (union.working_groups ?? []) as readonly RecordBody[];
  const parties = (union.parties ?? []) as readonly RecordBody[];
  const members = parties.filter(({ kind }) => String(kind).startsWith('member')).map(({ id }) => String(id));
  const source = ['demonstration'];
  const found = fieldNames.flatMap((field) => {
    const group = groups.find(({ id }) => id === groupOf[field]);
    return group === undefined ? [] : [{ field, group }];
  });
  const strategic = groups.find(({ id }) => id === 'fisc-strat');
  if (found.length === 0) return {};
  return {
    ...madeUpLaw(members),
    cases: [{ id: 'vat', name: 'VAT', nl: 'Btw', fr: 'TVA', de: 'Mehrwertsteuer', source }],
    working_groups: [
      ...(strategic === undefined
        ? []
        : [madeUp(strategic, { parent: 'council', kind: 'strategic', participants: members, source })]),
      ...found.map(({ field, group }) =>
        // Luxembourg is said to be an observer in some (§12.2.1): in which is made up.
        madeUp(group, {
          ...(strategic === undefined ? {} : { parent: 'fisc-strat' }),
          participants: field === 'joint_checks' ? members.filter((id) => id !== 'LU') : members,
          observers:
            field === 'joint_checks'
              ? ['LU', 'DE-NW'].filter((id) => parties.some((one) => one.id === id))
              : [],
          source,
        }),
      ),
    ],
    powers: found.map(({ field, group }) => ({
      id: powerOf(field),
      body: String(group.id),
      source: group.source ?? source,
    })),
    roles: [
      {
        id: 'fraud-analyst',
        name: 'Fraud analyst',
        nl: 'Fraudeanalist',
        fr: 'Analyste de fraude',
        de: 'Betrugsanalyst',
        source,
      },
      {
        id: 'liaison-official',
        name: 'Liaison official',
        nl: 'Verbindingsambtenaar',
        fr: 'Fonctionnaire de liaison',
        de: 'Verbindungsbeamter',
        source,
      },
      {
        id: 'refund-officer',
        name: 'Refund officer',
        nl: 'Teruggaafambtenaar',
        fr: 'Agent des remboursements',
        de: 'Erstattungssachbearbeiter',
        source,
      },
      {
        id: 'field-coordinator',
        name: 'Coordinator of a field',
        nl: 'Coördinator van een werkterrein',
        fr: 'Coordinateur de domaine',
        de: 'Koordinator eines Arbeitsbereichs',
        source,
      },
    ],
  };
}

/** Names that the source gives in Dutch and English alone, translated for the made-up year. */
const translated: Readonly<Record<string, { readonly fr: string; readonly de: string }>> = {
  'fisc-strat': {
    fr: 'Concertation stratégique sur la fraude fiscale',
    de: 'Strategische Abstimmung zum Steuerbetrug',
  },
  'fisc-mtic': {
    fr: 'Fraude intracommunautaire à l’opérateur défaillant, Benelux',
    de: 'Innergemeinschaftlicher Missing-Trader-Betrug, Benelux',
  },
  'fisc-vrp': { fr: 'Procédure de remboursement de la TVA', de: 'Verfahren der Mehrwertsteuererstattung' },
  'fisc-moss': { fr: 'Mini-guichet unique', de: 'Kleine einzige Anlaufstelle' },
  'fisc-cep': { fr: 'Chevaux d’élite', de: 'Elitepferde' },
};

function madeUp({ id, code, name, nl }: RecordBody, said: RecordBody): RecordBody {
  return {
    ...{ id, name, ...(nl === undefined ? {} : { nl }), ...(code == null ? {} : { code }) },
    ...translated[String(id)],
    ...{ case: 'vat', status: 'active', status_as_of: '2019-12-31' },
    ...said,
  };
}
