import { addDays, type PlainDate } from '#kernel/dates.ts';

/** Days ahead of the day on which feedback is due at which a desk says it, and days for which it says that it came. */
export const [daysAhead, daysSince] = [14, 14] as const;

type One = {
  readonly record: { readonly body: Readonly<Record<string, unknown>> };
  readonly steps: readonly { readonly to: string; readonly effectiveOn: string }[];
};

/** The day on which it was given, or said anew, last; null: it is owed. */
const cameOn = ({ steps }: One): string | null =>
  steps.findLast(({ to }) => to === 'given')?.effectiveOn ?? null;

/** For putting feedback in order: a day that is not known comes after all that are. */
const dueOf = ({ record }: One): string =>
  typeof record.body.due === 'string' ? record.body.due : '9999-12-31';

/**
 * What a desk tells of feedback that others give: first what came within some days, the last first; then what is owed and overdue, due
 * within some days, or due on a day that is not known, the first day first.
 */
export function toldOnDesk<Feedback extends One>(
  feedback: readonly Feedback[],
  today: PlainDate,
): readonly Feedback[] {
  const [since, until] = [addDays(today, -daysSince), addDays(today, daysAhead)];
  const came = feedback.filter((one) => (cameOn(one) ?? '') >= since);
  const owed = feedback.filter(
    (one) => cameOn(one) === null && (one.record.body.due == null || dueOf(one) <= until),
  );
  const by = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [
    ...came.toSorted((one, other) => by(cameOn(other) ?? '', cameOn(one) ?? '')),
    ...owed.toSorted((one, other) => by(dueOf(one), dueOf(other))),
  ];
}
