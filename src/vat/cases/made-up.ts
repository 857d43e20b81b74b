import type { PartialDate } from '#kernel/dates.ts';
import type { RecordId } from '#kernel/references.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import type { RecordDraft } from '#platform/records/records.ts';
import { firstStep } from '#union';
import { madeUpVatNumber } from '../made-up/vat-numbers.ts';
import { isConfirmed, noteAct, type Outcome, partId, vatCaseRows, vatCases, vatFeedback } from './model.ts';

/**
 * What the made-up year has of cases: some that are closed, of several states, so that the coordinator's counts show a line and withhold
 * others; one that is open with a row kept; feedback that was given and feedback that waits. Traders, amounts and days are nobody's.
 */

/** Since when it is known, in the made-up year. */
export const casesKnownFrom = '2020-12-31' as PartialDate;

/**
 * The line that is kept with the open case: the third of the Belgian statement of the made-up declarations that the form proposes
 * (seed 42, small). It opens once these are taken in.
 */
export const keptLine = {
  ...{ kind: 'supplies', file: 'f114a9169f1de8668200aad0a241be9ce6b8724cfbf8d87fa173a111c803fa07', row: 3 },
  ...{ supplier: 'BE1990003696', acquirer: 'NL999003560B77' },
} as const;

/** Beyond those of made-up declarations: whoever was in a case of the year trades in none of them. */
const numberOf = (state: string, place: number) => madeUpVatNumber(state, 90_000 + place);
const day = (month: number, date: number) =>
  `2020-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as PartialDate;
const referenceOf = (state: string, place: number) => `${state}-2020-${String(place).padStart(3, '0')}`;
const idOf = (state: string, place: number) => `synthetic-case-${state.toLowerCase()}-${place}`;

type Ending = {
  readonly outcome: Outcome;
  /** Euros; days from the first transaction to the first act. */
  readonly stopped?: number;
  readonly days?: number;
  /** Euros. */
  readonly cost?: number;
};

/**
 * By state and in the order of their references. In Belgium five are confirmed and five honest, and
 * of five the cost is known: as many as a count needs at the least.
 */
const ended: readonly (readonly [state: string, endings: readonly Ending[]])[] = [
  [
    'BE',
    [
      { outcome: 'missing_trader', stopped: 240_000, days: 75, cost: 9_400 },
      { outcome: 'missing_trader', stopped: 96_500, days: 48, cost: 3_100 },
      { outcome: 'other_fraud', stopped: 31_200, days: 130, cost: 5_250 },
      { outcome: 'missing_trader', stopped: 410_000, days: 62, cost: 12_800 },
      { outcome: 'other_fraud', stopped: 8_750, days: 210, cost: 2_600 },
      ...Array.from({ length: 5 }, (): Ending => ({ outcome: 'honest' })),
    ],
  ],
  [
    'NL',
    [
      { outcome: 'missing_trader', stopped: 155_000, days: 58 },
      { outcome: 'other_fraud', stopped: 12_000, days: 90 },
      { outcome: 'missing_trader', stopped: 67_300, days: 41 },
    ],
  ],
  [
    'LU',
    [
      { outcome: 'missing_trader', stopped: 530_000, days: 66 },
      { outcome: 'other_fraud', stopped: 20_400, days: 102 },
    ],
  ],
];

/** Whom a case of the year is about: a trader of its own state, and one of another. */
const tradersOf = (state: string, place: number) => [
  numberOf(state, place),
  numberOf(state === 'NL' ? 'BE' : 'NL', 100 + place),
];

function closedCase(state: string, place: number, ending: Ending): RecordDraft {
  const { outcome, stopped, days, cost } = ending;
  const [own = ''] = tradersOf(state, place);
  const found = isConfirmed(outcome);
  const [opened, closed] = [day(2, 2 + place), day(9, 10 + place)];
  const body = {
    ...{ id: idOf(state, place), party: state, reference: referenceOf(state, place) },
    ...{ traders: tradersOf(state, place), opened_on: opened, outcome },
    ...(found ? { confirmed: [own] } : {}),
    ...(stopped === undefined ? {} : { stopped: stopped * 100 }),
    ...(days === undefined ? {} : { days }),
    ...(cost === undefined ? {} : { cost: cost * 100 }),
  };
  const reason = found ? 'Nothing behind the trade that was stated (made up)' : 'Goods were seen (made up)';
  return draft(vatCases, body, [
    firstStep('open', opened, { act: 'open', by: state, reason: 'A tip (made up)' }),
    {
      ...{ axis: 'state', from: 'open', to: 'closed', effectiveOn: closed, observed: false },
      details: { act: 'close', by: state, reason, outcome },
    },
  ]);
}

const openCase = idOf('BE', 11);
const openDrafts: readonly RecordDraft[] = [
  draft(
    vatCases,
    {
      ...{ id: openCase, party: 'BE', reference: referenceOf('BE', 11), opened_on: day(10, 5) },
      traders: [keptLine.supplier, keptLine.acquirer],
    },
    [
      firstStep('open', day(10, 5), { act: 'open', by: 'BE', reason: 'A tip by telephone (made up)' }),
      {
        ...{ axis: 'state', from: 'open', to: 'open', effectiveOn: day(10, 8), observed: false },
        details: { act: noteAct, by: 'BE', reason: 'The one who called calls again on Monday (made up)' },
      },
    ],
  ),
  draft(
    vatCaseRows,
    {
      ...{ id: partId(openCase, 'row-1'), case: openCase, party: 'BE' },
      ...{ kind: keptLine.kind, file: keptLine.file, row: keptLine.row },
      why: 'The line of which the tip tells (made up)',
    },
    [firstStep('kept', day(10, 6), { act: 'keep', by: 'BE', reason: 'The line of which the tip tells' })],
  ),
];

type Told = {
  readonly asker: string;
  readonly state: string;
  /** Of the asker's case. */
  readonly place: number;
  readonly trader: string;
  /** Absent: it waits. */
  readonly said?: { readonly on: PartialDate; readonly outcome: Outcome };
};

/** Told on 2 March 2020, and owed by the first day on which the term of 30 days is over (`feedbackTerm`). */
const [toldOn, due] = [day(3, 2), day(4, 1)];
const [inTime, late] = [day(3, 20), day(5, 4)];
const said: readonly Outcome[] = ['missing_trader', 'other_fraud', 'honest', 'unknown', 'missing_trader'];
const told: readonly Told[] = [
  // Of what Belgium told in its cases the Netherlands answered five in time, each with something else, and five late.
  ...[...said, ...said].map((outcome, index) => ({
    ...{ asker: 'BE', state: 'NL', place: index + 1, trader: numberOf('NL', 101 + index) },
    said: { on: index < said.length ? inTime : late, outcome },
  })),
  ...said.slice(0, 4).map((outcome, index) => ({
    ...{ asker: 'BE', state: 'LU', place: index + 1, trader: numberOf('LU', 201 + index) },
    said: { on: late, outcome },
  })),
  { asker: 'NL', state: 'BE', place: 1, trader: numberOf('BE', 101) },
];

function feedback({ asker, state, place, trader, said }: Told): RecordDraft {
  const id = `synthetic-feedback-${asker}-${state}-${place}`.toLowerCase();
  const body = {
    ...{ id, asker, state, reference: referenceOf(asker, place), traders: [trader], told_on: toldOn, due },
    ...(said === undefined ? {} : { outcome: said.outcome }),
    ...(said !== undefined && isConfirmed(said.outcome) ? { confirmed: [trader] } : {}),
  };
  return draft(vatFeedback, body, [
    firstStep('owed', toldOn, { act: 'told', by: asker }),
    ...(said === undefined
      ? []
      : [
          {
            ...{ axis: 'state', from: 'owed', to: 'given', effectiveOn: said.on, observed: false },
            details: { act: 'give', by: state, reason: 'Looked at (made up)', outcome: said.outcome },
          },
        ]),
  ]);
}

export const madeUpCases: readonly RecordDraft[] = [
  ...ended.flatMap(([state, endings]) => endings.map((one, index) => closedCase(state, index + 1, one))),
  ...openDrafts,
  ...told.map(feedback),
].map((one, position) => ({ ...one, position }));

function draft(kind: Kind, body: RecordBody, transitions: RecordDraft['transitions']): RecordDraft {
  return { kind, id: String(body.id) as RecordId, position: 0, body, transitions };
}
