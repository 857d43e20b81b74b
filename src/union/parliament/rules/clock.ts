import {
  compareForOrder,
  daysBetween,
  firstDay,
  lastDay,
  type PartialDate,
  type PlainDate,
} from '#kernel/dates.ts';
import { due } from '#kernel/deadlines.ts';

/**
 * `perhaps_answered`: within the month or year in which an answer is dated, which may or may not have come yet. `withdrawn`:
 * parliament took the item back before an answer came, so that none is owed any more.
 */
export const clockStates = [
  'overdue',
  'running',
  'due_unknown',
  'perhaps_answered',
  'answered',
  'withdrawn',
] as const;

/** Whether an answer is certainly owed still. */
export function isOwed(state: Clock['state']): boolean {
  return state === 'overdue' || state === 'running' || state === 'due_unknown';
}

/** One addressee's clock on one item of parliament. Days are a range where the item is dated to the month or year. */
export type Clock = {
  readonly addressee: string;
  /** When it was asked, the last time around. */
  readonly asked: PartialDate | null;
  readonly state: (typeof clockStates)[number];
  readonly dueEarliest: PlainDate | null;
  readonly dueLatest: PlainDate | null;
  /** Days past the due date on the day asked about: at least, at most. Negative while time is left. */
  readonly daysOver: { readonly least: number; readonly most: number } | null;
  readonly answeredOn: PartialDate | null;
};

export type AnsweredItem = {
  readonly tabled: PartialDate | null;
  readonly addressees: readonly string[];
  readonly answers: readonly {
    readonly addressee: string;
    readonly date: PartialDate;
    /** Which time around; absent: the first. */
    readonly round?: number | null;
  }[];
  /** When parliament took it back; absent: it did not. */
  readonly withdrawn?: PartialDate | null;
  /** When it was tabled again, in order, because parliament was not content with the answers (§6.2.3). */
  readonly retabled?: readonly PartialDate[];
  /** When parliament closed it; absent: it did not. */
  readonly closed?: PartialDate | null;
};

/**
 * The item as it is asked on a day: each time that it is tabled again the answers are owed anew and the clocks begin again. One that
 * was closed without new answers is content with those before.
 */
function askedOn(item: AnsweredItem, day: PlainDate): Pick<AnsweredItem, 'tabled' | 'answers'> {
  const again = (item.retabled ?? []).filter((date) => lastDay(date) <= day);
  const isClosed = item.closed != null && lastDay(item.closed) <= day;
  const answersOf = (round: number) => item.answers.filter((answer) => (answer.round ?? 1) === round);
  for (const [index, tabled] of [...again.entries()].toReversed()) {
    const answers = answersOf(index + 2);
    if (!isClosed || answers.length > 0) return { tabled, answers };
  }
  return { tabled: item.tabled, answers: answersOf(1) };
}

/**
 * The clocks of an item on a day. The target is counted in calendar months from the day of tabling, or of tabling again; without a target
 * or a date there is no clock, and an item counts as overdue only when it certainly is. An answer of a later day had not
 * been given yet.
 */
export function clocksOf(item: AnsweredItem, targetMonths: number | null, day: PlainDate): readonly Clock[] {
  const { tabled, answers } = askedOn(item, day);
  const bounds = boundsOf(tabled, targetMonths);
  const isWithdrawn = item.withdrawn != null && lastDay(item.withdrawn) <= day;
  return item.addressees.map((addressee) => {
    const given = answers
      .filter((answer) => answer.addressee === addressee)
      .map(({ date }) => date)
      .sort(compareForOrder);
    const answered = given.find((date) => lastDay(date) <= day) ?? null;
    const perhaps = given.some((date) => firstDay(date) <= day);
    const daysOver =
      bounds === null
        ? null
        : { least: daysBetween(bounds.latest, day), most: daysBetween(bounds.earliest, day) };
    const state =
      answered !== null
        ? 'answered'
        : perhaps
          ? 'perhaps_answered'
          : isWithdrawn
            ? 'withdrawn'
            : daysOver === null
              ? 'due_unknown'
              : daysOver.least > 0
                ? 'overdue'
                : 'running';
    return {
      addressee,
      asked: tabled,
      state,
      dueEarliest: bounds?.earliest ?? null,
      dueLatest: bounds?.latest ?? null,
      daysOver,
      answeredOn: answered,
    };
  });
}

/** First and last day on which an answer can be due; null where there is no date or no target. */
export function boundsOf(
  tabled: PartialDate | null,
  targetMonths: number | null,
): { readonly earliest: PlainDate; readonly latest: PlainDate } | null {
  if (tabled === null || targetMonths === null) return null;
  const rule = { amount: targetMonths, unit: 'months', direction: 'after', runsOn: false } as const;
  const end = due(rule, tabled, null);
  return end.ok ? end.value : null;
}

/** How far a clock has run: day `least` to `most` of `of`. A range where the item is dated to the month or year. */
export type ClockRun = { readonly least: number; readonly most: number; readonly of: number };

/**
 * Days since the item was tabled, beside the days that its target gives; the day of tabling is day 0. An answered clock has
 * stopped on the day of its answer. Null where there is no clock, and before the item was tabled for certain.
 */
export function runOf(clock: Clock, day: PlainDate): ClockRun | null {
  const { asked: tabled } = clock;
  if (tabled === null || clock.dueLatest === null || clock.state === 'withdrawn') return null;
  const [first, last] = [firstDay(tabled), lastDay(tabled)];
  if (day < first) return null;
  const end = clock.answeredOn === null ? day : lastDay(clock.answeredOn);
  const start = clock.answeredOn === null ? day : firstDay(clock.answeredOn);
  return {
    least: Math.max(0, daysBetween(last, start)),
    most: Math.max(0, daysBetween(first, end)),
    of: daysBetween(last, clock.dueLatest),
  };
}
