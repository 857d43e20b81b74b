import type { DeadlineRule } from '#kernel/deadlines.ts';
import type { Cents, RoadKind } from '../model.ts';

/**
 * What the law says as far as it was looked up. `verified: false`: from memory, and not yet read in its text; whatever
 * rests on it is shown so, and by itself it costs no applicant anything.
 */
export type LegalFact<T> = { readonly value: T; readonly source: string; readonly verified: boolean };

/**
 * A period that would end on a day off ends on the next working day: Reg. 1182/71, art. 3(4), which is of periods. 30 September is
 * a day, and runs on to no other.
 */
const period = (amount: number, unit: DeadlineRule['unit'], runsOn = true): DeadlineRule => ({
  amount,
  unit,
  direction: 'after',
  runsOn,
});

const fact = <T>(source: string, verified: boolean, value: T): LegalFact<T> => ({ source, verified, value });

export type LegalFacts = {
  /** The last day of an application, in the year after the refund period. */
  readonly applyBy: LegalFact<{ readonly month: number; readonly day: number }>;
  readonly forward: LegalFact<DeadlineRule>;
  readonly decide: LegalFact<DeadlineRule>;
  readonly answer: LegalFact<DeadlineRule>;
  /** From the answer, or from the end of its month where none came. */
  readonly decideAfterAnswer: LegalFact<DeadlineRule>;
  /** From receipt, where information was asked: not sooner than this. */
  readonly decideAtLeast: LegalFact<DeadlineRule>;
  /** From receipt, where it was asked more than once: not later than this. */
  readonly decideAtMost: LegalFact<DeadlineRule>;
  /** From the day by which it had to be decided, not from the decision. */
  readonly pay: LegalFact<DeadlineRule>;
  readonly interest: LegalFact<'from_the_day_after'>;
  /** How soon the taxpayer is told what his refund went to; null: no term is known. */
  readonly notify: Readonly<Record<RoadKind, LegalFact<DeadlineRule> | null>>;
  readonly leastForPart: LegalFact<Cents>;
  readonly leastForYear: LegalFact<Cents>;
  readonly leastMonths: LegalFact<number>;
  readonly natures: LegalFact<readonly string[]>;
  readonly copiesFrom: LegalFact<{ readonly fuel: Cents; readonly other: Cents }>;
  readonly recoveryFloor: LegalFact<Cents>;
  readonly recoveryYears: LegalFact<number>;
  /** Whether money may be kept for a debt in dispute. */
  readonly mayRetain: Readonly<Record<RoadKind, LegalFact<boolean>>>;
  /** Whether the rank that the creditor's law gives a debt counts on the road. */
  readonly keepsRank: Readonly<Record<RoadKind, LegalFact<boolean>>>;
};

/** As the facts have them (vat.md 2.3 and 2.4), with their marks. */
export const legalFacts: LegalFacts = {
  applyBy: fact('Dir. 2008/9, art. 15', true, { month: 9, day: 30 }),
  forward: fact('Reg. 904/2010, art. 48', true, period(15, 'days')),
  decide: fact('Dir. 2008/9, art. 19(2)', false, period(4, 'months')),
  answer: fact('Dir. 2008/9, art. 20(2)', false, period(1, 'months')),
  decideAfterAnswer: fact('Dir. 2008/9, art. 21', false, period(2, 'months')),
  decideAtLeast: fact('Dir. 2008/9, art. 21', false, period(6, 'months')),
  decideAtMost: fact('Dir. 2008/9, art. 21', false, period(8, 'months')),
  pay: fact('Dir. 2008/9, art. 22', true, period(10, 'working_days', false)),
  interest: fact('Dir. 2008/9, art. 26', false, 'from_the_day_after'),
  notify: {
    consent_transfer: fact('Reg. 904/2010, art. 48', false, period(15, 'days')),
    recovery_request: null,
    set_off: null,
  },
  leastForPart: fact('Dir. 2008/9, art. 17', false, 400_00),
  leastForYear: fact('Dir. 2008/9, art. 17', false, 50_00),
  leastMonths: fact('Dir. 2008/9, art. 16', false, 3),
  natures: fact('Dir. 2008/9, art. 9', false, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']),
  copiesFrom: fact('Dir. 2008/9, art. 10', false, { fuel: 250_00, other: 1_000_00 }),
  recoveryFloor: fact('Dir. 2010/24, art. 18', false, 1_500_00),
  recoveryYears: fact('Dir. 2010/24, art. 18', false, 5),
  mayRetain: {
    consent_transfer: fact('Reg. 904/2010, art. 48', false, true),
    recovery_request: fact('Dir. 2010/24', false, false),
    set_off: fact('Dir. 2010/24', false, false),
  },
  keepsRank: {
    consent_transfer: fact('Reg. 904/2010, art. 48', false, true),
    recovery_request: fact('Dir. 2010/24', false, false),
    set_off: fact('C-19/19 Pantochim', true, false),
  },
};
