import type { WorkingDayCalendar } from '#kernel/calendars.ts';
import { addDays, type PlainDate, parsePlainDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Claim, ClaimEvent, ClaimState, Role } from '../model.ts';
import { type DecisionTerm, dayAfter, decisionTerm } from './decision-term.ts';
import { type History, historyOn, loopsOf, stateOfClaim, waitingAfter } from './history.ts';
import type { LegalFacts } from './legal-facts.ts';

export const termKinds = ['apply', 'forward', 'decide', 'answer', 'pay', 'repay', 'notify'] as const;
export type TermKind = (typeof termKinds)[number];

/** How a term stands: `open` and `overdue` are not met yet, `late` was met after its day; of an unknown day nothing is said. */
export type Standing = 'open' | 'overdue' | 'met' | 'late' | 'unknown';

/** One thing that has to be done by a day. */
export type Term = {
  readonly kind: TermKind;
  readonly by: Role;
  /** What it is about, where there can be several: the question as it was worded, the id of the offset. */
  readonly subject: string | null;
  /** From which it runs; null: it is a day of its own. */
  readonly from: PlainDate | null;
  /** Or why it is not known, which is never guessed. */
  readonly due: Result<PlainDate>;
  readonly metOn: PlainDate | null;
  readonly standing: Standing;
  readonly source: string;
  /** False: it rests on what was not read in the law's text. */
  readonly verified: boolean;
};

export type Clock = {
  readonly state: ClaimState;
  readonly terms: readonly Term[];
  /** What is due first of what is not done; one with an unknown day only where there is no other. */
  readonly next: Term | null;
  /** The first day for which interest is owed (art. 26); what takes that away is not judged here. Null: none that is known of. */
  readonly interestFrom: PlainDate | null;
};

/** The calendar by which a state works; null where we have none for it. */
export type CalendarOf = (state: string) => WorkingDayCalendar | null;

/**
 * The clock of a claim on a day: a function of what had happened by then, and of nothing else. Null: it had not been lodged.
 * Terms in the order in which they began. A day in a year that the calendar does not hold is unknown, with its problem.
 */
export function clockOf(
  claim: Claim,
  history: History,
  day: PlainDate,
  calendarOf: CalendarOf,
  facts: LegalFacts,
): Clock | null {
  const happened = historyOn(history, day);
  const state = stateOfClaim(happened);
  if (state === null) return null;
  const [own, theirs] = [calendarOf(claim.establishment), calendarOf(claim.refundState)];
  const dayOf = (act: ClaimEvent['act']) => happened.find((event) => event.act === act)?.on ?? null;
  const terms: Term[] = [];
  const add = (term: Omit<Term, 'standing'>) => terms.push({ ...term, standing: standingOf(term, day) });

  const lodgedOn = dayOf('lodge') as PlainDate;
  const { source, verified } = facts.applyBy;
  const apply = { due: ok(lastDayToApply(claim, facts)), from: null, metOn: lodgedOn };
  add({ kind: 'apply', by: 'applicant', subject: null, ...apply, source, verified });

  const due = dayAfter(facts.forward.value, lodgedOn, own);
  const forward = { due, from: lodgedOn, metOn: dayOf('forward') ?? dayOf('refuse_forwarding') };
  add({ kind: 'forward', by: 'establishment', subject: null, ...forward, ...signOf(facts.forward) });

  const receivedOn = dayOf('receive');
  if (receivedOn !== null) {
    const term = decisionTerm(receivedOn, loopsOf(happened), theirs, facts);
    for (const one of questionTerms(happened, term, facts)) add(one);
    const decided = { from: receivedOn, metOn: dayOf('approve') ?? dayOf('refuse') };
    const asked = loopsOf(happened).length > 0;
    const signs = asked ? [facts.decideAfterAnswer, facts.decideAtLeast, facts.answer] : [facts.decide];
    const sign = { source: signs[0]?.source ?? '', verified: signs.every((one) => one.verified) };
    add({ kind: 'decide', by: 'refund', subject: null, ...decided, due: decideByOf(term), ...sign });
    for (const one of moneyTerms(happened, term, theirs, facts, sign.verified)) add(one);
  }
  for (const one of noticeTerms(happened, own, theirs, facts)) add(one);

  const undone = terms.filter(({ metOn }) => metOn === null);
  const known = undone
    .filter((term) => term.due.ok)
    .toSorted((a, b) => (dueDay(a) < dueDay(b) ? -1 : dueDay(a) > dueDay(b) ? 1 : 0));
  return { state, terms, next: known[0] ?? undone[0] ?? null, interestFrom: interestOf(terms, day) };
}

const dueDay = ({ due }: Pick<Term, 'due'>): string => (due.ok ? due.value : '');
const signOf = ({ source, verified }: { readonly source: string; readonly verified: boolean }) => ({
  source,
  verified,
});
const decideByOf = (term: Result<DecisionTerm>): Result<PlainDate> =>
  term.ok ? ok(term.value.decideBy) : term;

function standingOf({ due, metOn }: Omit<Term, 'standing'>, day: PlainDate): Standing {
  if (!due.ok) return metOn === null ? 'unknown' : 'met';
  if (metOn !== null) return metOn <= due.value ? 'met' : 'late';
  return day <= due.value ? 'open' : 'overdue';
}

/** 30 September of the year after that of the refund period (art. 15): a day, which runs on to no other. */
export function lastDayToApply(
  { period }: Pick<Claim, 'period'>,
  facts: Pick<LegalFacts, 'applyBy'>,
): PlainDate {
  const { month, day } = facts.applyBy.value;
  const year = Number(period.to.slice(0, 4)) + 1;
  const two = (number: number) => String(number).padStart(2, '0');
  const last = parsePlainDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
  if (!last.ok) throw new RangeError(`There is no last day to apply in ${year}`);
  return last.value;
}

/** A question that was followed by another, or by a decision, waits for no answer any more. */
function questionTerms(
  happened: History,
  term: Result<DecisionTerm>,
  facts: LegalFacts,
): readonly Omit<Term, 'standing'>[] {
  const loops = loopsOf(happened);
  const decided = happened.find(({ act }) => act === 'approve' || act === 'refuse');
  return loops.flatMap(({ subject, reachedOn, answeredOn }, place) => {
    if (answeredOn === null && (place < loops.length - 1 || decided !== undefined)) return [];
    const counted = term.ok ? ok((term.value.loops[place] as { answerBy: PlainDate }).answerBy) : term;
    const about = { kind: 'answer', by: 'applicant', subject, from: reachedOn } as const;
    return [{ ...about, due: counted, metOn: answeredOn, ...signOf(facts.answer) }];
  });
}

/**
 * Payment is due by the day of the decision, not by the decision (art. 22): who decides late pays late from the first day. What comes back
 * after all had been paid has no term in the facts, and is said to have none.
 */
function moneyTerms(
  happened: History,
  term: Result<DecisionTerm>,
  calendar: WorkingDayCalendar | null,
  facts: LegalFacts,
  isDecideVerified: boolean,
): readonly Omit<Term, 'standing'>[] {
  const steps = waitingAfter(happened);
  const approved = steps.findIndex(({ event }) => event.act === 'approve');
  if (approved < 0) return [];
  const settledAt = steps.findIndex(({ waits }, place) => place >= approved && waits === 0);
  const decideBy = decideByOf(term);
  const due = decideBy.ok ? dayAfter(facts.pay.value, decideBy.value, calendar) : decideBy;
  const pay: Omit<Term, 'standing'> = {
    kind: 'pay',
    by: 'refund',
    subject: null,
    from: decideBy.ok ? decideBy.value : null,
    due,
    metOn: settledAt < 0 ? null : (steps[settledAt]?.event.on ?? null),
    source: facts.pay.source,
    verified: facts.pay.verified && isDecideVerified,
  };
  const cameBackAt = steps.findLastIndex(
    ({ event }, place) => settledAt >= 0 && place > settledAt && event.act === 'reverse',
  );
  const cameBack = steps[cameBackAt];
  if (cameBack === undefined) return [pay];
  const again = steps.find(({ waits }, place) => place > cameBackAt && waits === 0);
  const repay: Omit<Term, 'standing'> = {
    kind: 'repay',
    by: 'refund',
    subject: null,
    from: cameBack.event.on,
    due: fail(termNotKnown('repay')),
    metOn: again?.event.on ?? null,
    source: '',
    verified: false,
  };
  return [pay, repay];
}

const termNotKnown = (kind: TermKind): Problem => problem('vat_claim_term_not_known', '', { kind });

/** The taxpayer is told of each offset what his refund went to. */
function noticeTerms(
  happened: History,
  own: WorkingDayCalendar | null,
  theirs: WorkingDayCalendar | null,
  facts: LegalFacts,
): readonly Omit<Term, 'standing'>[] {
  return happened.flatMap((event) => {
    if (event.act !== 'execute_offset') return [];
    const fact = facts.notify[event.road];
    const told = happened.find((one) => one.act === 'notify' && one.offset === event.offset);
    // With his consent the money went to his own state, which says what it discharged; else the refund state kept it.
    const by: Role = event.road === 'consent_transfer' ? 'establishment' : 'refund';
    const due =
      fact === null
        ? fail(termNotKnown('notify'))
        : dayAfter(fact.value, event.on, by === 'establishment' ? own : theirs);
    const sign = fact === null ? { source: '', verified: false } : signOf(fact);
    const about = { kind: 'notify', by, subject: event.offset, from: event.on } as const;
    return [{ ...about, due, metOn: told?.on ?? null, ...sign }];
  });
}

function interestOf(terms: readonly Term[], day: PlainDate): PlainDate | null {
  const pay = terms.find(({ kind }) => kind === 'pay');
  if (pay === undefined || !pay.due.ok) return null;
  const isLate = pay.metOn === null ? day > pay.due.value : pay.metOn > pay.due.value;
  return isLate ? addDays(pay.due.value, 1) : null;
}

/** On whose calendar a term is counted: what goes to the refund state, and what it has to do, on its own; null: it is a day, or has no term. */
export function calendarSideOf({ kind, by }: Pick<Term, 'kind' | 'by'>): 'establishment' | 'refund' | null {
  if (kind === 'apply' || kind === 'repay') return null;
  return kind === 'forward' || by === 'establishment' ? 'establishment' : 'refund';
}

/** Whether the applicant's month runs still: until it ends or he answers, there is no deciding against him for want of an answer. */
export function isAnswerAwaited({ terms }: Pick<Clock, 'terms'>, day: PlainDate): boolean {
  const last = terms.findLast(({ kind }) => kind === 'answer');
  return last !== undefined && last.metOn === null && (!last.due.ok || day <= last.due.value);
}
