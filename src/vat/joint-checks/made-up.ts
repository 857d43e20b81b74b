import type { PartialDate } from '#kernel/dates.ts';
import type { RecordId } from '#kernel/references.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import type { RecordDraft } from '#platform/records/records.ts';
import { type CheckState, checkFacts, jointChecks } from './model.ts';

/**
 * What the made-up year has of joint checks: one that runs, with a dozen facts, and one that waits for agreement. Horses, traders and prices are
 * nobody's: no VAT number here has a right check digit, and the numbers of the horses say what they are.
 */
const horses = [
  'SYNTHETICHORSE1',
  'SYNTHETICHORSE2',
  'SYNTHETICHORSE3',
  'SYNTHETICHORSE4',
  'SYNTHETICHORSE5',
];
const [dutch, otherDutch, belgian, otherBelgian] = [
  'NL999999999B99',
  'NL888888888B88',
  'BE0999999999',
  'BE0888888888',
];

const running = 'synthetic-check-1';
const waiting = 'synthetic-check-2';

const common = {
  goods: 'horse',
  states: ['NL', 'BE'],
  services: ['tax', 'customs', 'veterinary'],
  synthetic: true,
};
const checks: readonly RecordBody[] = [
  {
    ...{ id: running, title: 'Spring sales of jumping horses (made up)', ...common },
    about: 'Horses sold across the border before a show, and what was declared of them (made up)',
    ...{ invited: ['DE-NW'], items: horses, from: '2020-02', until: '2020-06' },
  },
  {
    ...{ id: waiting, title: 'Foals at an autumn auction (made up)', ...common },
    ...{ services: ['tax'], items: ['SYNTHETICFOAL01'], from: '2020-09' },
  },
];

type Said = Readonly<Record<string, string | number>>;
const fact = (state: string, sort: string, horse: number, date: string, said: Said = {}) => ({
  ...{ check: running, state, sort, item: horses[horse - 1], date, synthetic: true },
  ...said,
});
const union = { declared_as: 'intra_community' };

const facts: readonly RecordBody[] = [
  fact('NL', 'sale', 1, '2020-01-14', { seller: dutch, buyer: belgian, cents: 8_000_000, ...union }),
  fact('BE', 'purchase', 1, '2020-01-14', { seller: dutch, buyer: belgian, cents: 8_000_000, ...union }),
  fact('BE', 'movement', 1, '2020-01-15', { detail: 'From a stable in NL to one in BE (made up)' }),
  fact('BE', 'ownership', 1, '2020-01-20', { buyer: belgian, detail: 'As its passport says (made up)' }),
  fact('NL', 'sale', 2, '2020-01-28', { seller: dutch, buyer: belgian, cents: 1_200_000, ...union }),
  fact('BE', 'purchase', 2, '2020-02-03', {
    ...{ seller: dutch, buyer: belgian, cents: 6_500_000, declared_as: 'margin_scheme' },
  }),
  fact('NL', 'ownership', 2, '2020-02-01', { buyer: otherDutch }),
  fact('BE', 'sale', 3, '2020-02-10', {
    seller: otherBelgian,
    buyer: otherDutch,
    cents: 4_000_000,
    ...union,
  }),
  fact('NL', 'movement', 3, '2020-02-12', { detail: 'At a show in a third country (made up)' }),
  fact('NL', 'purchase', 4, '2020-02-12', { buyer: otherDutch, cents: 3_000_000 }),
  fact('NL', 'sale', 5, '2020-02-20', { seller: otherDutch, buyer: 'private', declared_as: 'private' }),
  fact('BE', 'movement', 5, '2020-02-21', { detail: 'Seen at a stable in BE (made up)' }),
].map((body, at) => ({ id: `synthetic-fact-${at + 1}`, ...body }));

const step = (act: string, by: string, to: CheckState, on: string) => ({
  ...{ axis: 'state', from: null, to, observed: false, details: { act, by } },
  effectiveOn: on as PartialDate,
});
const steps: Readonly<Record<string, RecordDraft['transitions']>> = {
  [running]: [
    step('plan', '', 'planned', '2020-01-10'),
    step('agree', 'NL', 'planned', '2020-01-17'),
    step('agree', 'BE', 'agreed', '2020-01-24'),
    step('begin', 'NL', 'running', '2020-02-01'),
    {
      ...step('record_result', 'NL', 'running', '2020-03-10'),
      details: { act: 'record_result', by: 'NL', corrections: 1_150_000 },
    },
  ],
  [waiting]: [step('plan', '', 'planned', '2020-03-02'), step('agree', 'NL', 'planned', '2020-03-05')],
};

/** Since when it is known, in the made-up year. */
export const jointChecksKnownFrom = '2020-03-31' as PartialDate;

export const madeUpJointChecks: readonly RecordDraft[] = [
  ...checks.map((body) => draft(jointChecks, body, steps[String(body.id)] ?? [])),
  ...facts.map((body) => draft(checkFacts, body, [])),
].map((one, position) => ({ ...one, position }));

function draft(kind: Kind, body: RecordBody, transitions: RecordDraft['transitions']) {
  return { kind, id: String(body.id) as RecordId, body, transitions };
}
