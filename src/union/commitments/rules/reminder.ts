import { addMonths, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import type { LawStatus } from '../../law/model.ts';
import type { Commitment } from './commitment.ts';

/**
 * While something of an instrument is open, the secretariat reminds each body that it names every year (§9.2.2: the Council and
 * the Committee of Ministers). Derived, so that it ends by itself once every state has carried it out: a state of which nothing
 * is known has not.
 */
export function remindersOf(
  instrument: {
    readonly id: string;
    readonly body: RecordBody;
    readonly title: { readonly text: string; readonly language: string };
  },
  statuses: readonly LawStatus[],
  secretariat: string | null,
  day: PlainDate,
): readonly Commitment[] {
  const { id, body, title } = instrument;
  const isOpen = statuses.some((status) => status !== 'implemented' && status !== 'not_applicable');
  if (!isOpen) return [];
  const adopted = typeof body.adopted === 'string' ? (body.adopted as PartialDate) : null;
  const due = adopted === null ? null : nextYearly(adopted, day);
  const before = adopted === null || due === null ? null : yearlyBefore(adopted, due);
  return ((body.yearly_reminder_to ?? []) as readonly string[]).map((reminded) => ({
    id: `${id}.reminder.${reminded}`,
    text: title.text,
    language: title.language,
    origin: { kind: 'instruments', id },
    owner: secretariat,
    watcher: reminded,
    reminds: reminded,
    remindedLast: before === null ? null : lastDay(before),
    dueEarliest: due === null ? null : lastDay(due),
    dueLatest: due === null ? null : lastDay(due),
    words: null,
    stated: due,
    doneOn: null,
    madeIn: 'instrument',
    state: 'open',
    reason: null,
  }));
}

/** The next time that a year more has gone by, as precise as the date it is counted from; never the date itself. */
export function nextYearly(from: PartialDate, day: PlainDate): PartialDate {
  const years = Math.max(1, Number(day.slice(0, 4)) - Number(from.slice(0, 4)));
  const inThatYear = yearsAfter(from, years);
  return lastDay(inThatYear) >= day ? inThatYear : yearsAfter(from, years + 1);
}

/** The time before a next one; null where that would be the date itself. */
export function yearlyBefore(from: PartialDate, next: PartialDate): PartialDate | null {
  const years = Number(next.slice(0, 4)) - Number(from.slice(0, 4)) - 1;
  return years < 1 ? null : yearsAfter(from, years);
}

/** Whole years keep the precision of any date. */
function yearsAfter(from: PartialDate, years: number): PartialDate {
  return addMonths(from, 12 * years) ?? from;
}
