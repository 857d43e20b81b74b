import { daysBetween, firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import { type AnsweredItem, boundsOf } from './clock.ts';

/** Bounds: it is at least the one and at most the other; null: no most can be said, because something is still open. */
export type Bounds = { readonly least: number; readonly most: number | null };

/** How long answers take, over every answer that was owed: those that came and those that did not. */
export type AnswerTimes = {
  /** Answers owed by items that are dated: one for each addressee of each. */
  readonly owed: number;
  readonly answered: number;
  readonly open: number;
  /** Taken back before an answer came. They count as what was not answered until then. */
  readonly withdrawn: number;
  /** Owed by items without a date; they are in no figure here. */
  readonly undated: number;
  /** Days from tabling to the answer; null: nothing is owed. */
  readonly medianDays: Bounds | null;
  /** How many came after the end of their term or are past it; null: nothing is owed, or there is no term. */
  readonly late: { readonly least: number; readonly most: number } | null;
};

/**
 * Median and overruns over answered and unanswered items alike. Leaving out those without an answer would make the
 * slowest invisible. What is still open has taken at least its age and no most can be named, so the figures are bounds and
 * no estimate: nothing is supposed of how the open ones will end. Where enough was answered both bounds meet, and the
 * median is exact although others are still open.
 */
export function answerTimes(
  items: readonly AnsweredItem[],
  targetMonths: number | null,
  day: PlainDate,
): AnswerTimes {
  const all = items.flatMap((item) =>
    item.addressees.map((addressee) => ({ tabled: item.tabled, ...endOf(item, addressee, day) })),
  );
  const dated = all.flatMap(({ tabled, ...end }) => (tabled === null ? [] : [{ tabled, ...end }]));
  const count = (how: Ending['how']) => dated.filter((one) => one.how === how).length;
  const lates = dated.map((one) => isLate(one, targetMonths));
  return {
    owed: dated.length,
    answered: count('answered'),
    open: count('open'),
    withdrawn: count('withdrawn'),
    undated: all.length - dated.length,
    medianDays: dated.length === 0 ? null : medianOf(dated.map(boundsOfDays)),
    late:
      dated.length === 0 || lates.includes('no_term')
        ? null
        : {
            least: lates.filter((late) => late === 'yes').length,
            most: lates.filter((late) => late !== 'no').length,
          },
  };
}

/** How it stands with one answer on the day: given, on a date of that precision; or not, up to and including `until`. */
type Ending =
  | { readonly how: 'answered'; readonly on: PartialDate }
  | { readonly how: 'open' | 'withdrawn'; readonly until: PlainDate };

/** The first answer counts: what follows it, for example after it was tabled again, was not waited for. */
function endOf(item: AnsweredItem, addressee: string, day: PlainDate): Ending {
  const given = item.answers.filter((answer) => answer.addressee === addressee).map(({ date }) => date);
  const certain = given.filter((date) => lastDay(date) <= day).toSorted(byLastDay)[0];
  if (certain !== undefined) return { how: 'answered', on: certain };
  // Within the month or year of an answer it may have come on any of its days, or not yet.
  const perhaps = given
    .filter((date) => firstDay(date) <= day)
    .map(firstDay)
    .toSorted()[0];
  if (perhaps !== undefined) return { how: 'open', until: perhaps };
  const { withdrawn } = item;
  if (withdrawn != null && lastDay(withdrawn) <= day) return { how: 'withdrawn', until: firstDay(withdrawn) };
  return { how: 'open', until: day };
}

function byLastDay(a: PartialDate, b: PartialDate): number {
  return lastDay(a) < lastDay(b) ? -1 : lastDay(a) > lastDay(b) ? 1 : 0;
}

type Dated = Ending & { readonly tabled: PartialDate };

/** Days from tabling to one addressee's answer, or of what is open its age; null: without a date there is nothing to count. */
export function daysTaken(item: AnsweredItem, addressee: string, day: PlainDate): Bounds | null {
  const { tabled } = item;
  return tabled === null ? null : boundsOfDays({ tabled, ...endOf(item, addressee, day) });
}

function boundsOfDays(one: Dated): Bounds {
  const [first, last] = [firstDay(one.tabled), lastDay(one.tabled)];
  if (one.how !== 'answered') return { least: Math.max(0, daysBetween(last, one.until)), most: null };
  return {
    least: Math.max(0, daysBetween(last, firstDay(one.on))),
    most: Math.max(0, daysBetween(first, lastDay(one.on))),
  };
}

/** What was taken back before its term ended was not late, and never will be; what is open and in time may yet be. */
function isLate(one: Dated, targetMonths: number | null): 'yes' | 'no' | 'unknown' | 'no_term' {
  const term = boundsOf(one.tabled, targetMonths);
  if (term === null) return 'no_term';
  if (one.how !== 'answered') {
    if (one.until > term.latest) return 'yes';
    return one.how === 'withdrawn' && one.until <= term.earliest ? 'no' : 'unknown';
  }
  if (firstDay(one.on) > term.latest) return 'yes';
  return lastDay(one.on) <= term.earliest ? 'no' : 'unknown';
}

/** The median of the least is a least of the median, and that of the most a most: each only moves up with its parts. */
function medianOf(all: readonly Bounds[]): Bounds {
  const most = middle(all.map((one) => one.most ?? Number.POSITIVE_INFINITY));
  return {
    least: Math.floor(middle(all.map(({ least }) => least))),
    most: Number.isFinite(most) ? Math.ceil(most) : null,
  };
}

/** Of an even number, half way between the two in the middle. */
function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => (a === b ? 0 : a - b));
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
}
