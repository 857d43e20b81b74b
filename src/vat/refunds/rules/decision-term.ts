import type { WorkingDayCalendar } from '#kernel/calendars.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { type DeadlineRule, due } from '#kernel/deadlines.ts';
import { combine, ok, type Result } from '#kernel/result.ts';
import type { LegalFacts } from './legal-facts.ts';

/** A question to the applicant, and his answer: null while there is none. */
export type Loop = {
  readonly askedOn: PlainDate;
  /** From which his month runs: the day on which the question reached him (art. 20(2)). */
  readonly reachedOn: PlainDate;
  readonly answeredOn: PlainDate | null;
};

export type CountedLoop = Loop & {
  readonly answerBy: PlainDate;
  /** False: it was asked when the day of the decision had passed, and moves nothing. */
  readonly counts: boolean;
};

export type DecisionTerm = {
  readonly decideBy: PlainDate;
  readonly loops: readonly CountedLoop[];
};

type Facts = Pick<LegalFacts, 'decide' | 'answer' | 'decideAfterAnswer' | 'decideAtLeast' | 'decideAtMost'>;

/**
 * By when a claim must be decided (Dir. 2008/9, art. 19 to 21), after the questions that were asked so far, in their order. Each question
 * that counts moves the day to two months after its answer, or after the end of its month where none came; with one question that is at
 * least six months after receipt, with more of them also at most eight. What happens after the day of the decision has passed moves it no
 * more: what has run out is not revived by a question, nor by an answer. Problems: those of `due`, where the calendar does not hold a year.
 */
export function decisionTerm(
  receivedOn: PlainDate,
  loops: readonly Loop[],
  calendar: WorkingDayCalendar | null,
  facts: Facts,
): Result<DecisionTerm> {
  const after = ({ value }: { readonly value: DeadlineRule }, day: PlainDate) =>
    dayAfter(value, day, calendar);
  const plain = after(facts.decide, receivedOn);
  const least = after(facts.decideAtLeast, receivedOn);
  const most = after(facts.decideAtMost, receivedOn);
  if (loops.length === 0) return plain.ok ? ok({ decideBy: plain.value, loops: [] }) : plain;
  const ends = combine<[PlainDate, PlainDate, PlainDate]>([plain, least, most]);
  if (!ends.ok) return ends;
  const [decide, atLeast, atMost] = ends.value;
  /** Two months after each question that counts was answered, or should have been. */
  const moved: PlainDate[] = [];
  const decideByAfter = (ends: readonly PlainDate[]): PlainDate => {
    const long = [atLeast, ...ends].reduce(laterOf);
    return ends.length > 1 && long > atMost ? atMost : long;
  };
  const counted: CountedLoop[] = [];
  let decideBy = decide;
  for (const loop of loops) {
    const answerBy = after(facts.answer, loop.reachedOn);
    if (!answerBy.ok) return answerBy;
    const counts = loop.askedOn <= decideBy;
    counted.push({ ...loop, answerBy: answerBy.value, counts });
    if (!counts) continue;
    const unanswered = after(facts.decideAfterAnswer, answerBy.value);
    if (!unanswered.ok) return unanswered;
    const isAnswered =
      loop.answeredOn !== null && loop.answeredOn <= decideByAfter([...moved, unanswered.value]);
    const end =
      isAnswered && loop.answeredOn !== null ? after(facts.decideAfterAnswer, loop.answeredOn) : unanswered;
    if (!end.ok) return end;
    moved.push(end.value);
    decideBy = decideByAfter(moved);
  }
  return ok({ decideBy, loops: counted });
}

const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

/** The one day on which a period from a day ends. Problems: those of `due`. */
export function dayAfter(
  rule: DeadlineRule,
  from: PlainDate,
  calendar: WorkingDayCalendar | null,
): Result<PlainDate> {
  const end = due(rule, from, calendar);
  return end.ok ? ok(end.value.latest) : end;
}
