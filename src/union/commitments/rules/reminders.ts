import type { Temporal } from 'temporal-polyfill';
import { daysBetween, type PlainDate, today, unionZone } from '#kernel/dates.ts';

/**
 * What is reminded of when, counted in days from the day on which a commitment is due: its owner before, on the day and three times
 * after it; then whoever watches; then whoever stands above. Nobody can be made to do it (§3.8), so that it is told further up.
 */
export const reminderLadder = [
  { rule: 'ahead', after: -14, to: 'owner' },
  { rule: 'due', after: 0, to: 'owner' },
  { rule: 'late_1', after: 7, to: 'owner' },
  { rule: 'late_2', after: 21, to: 'owner' },
  { rule: 'late_3', after: 35, to: 'owner' },
  { rule: 'watcher', after: 49, to: 'watcher' },
  { rule: 'above', after: 77, to: 'above' },
] as const;
export type ReminderRule = (typeof reminderLadder)[number]['rule'];

/** The day that it is for reminders. */
export function reminderDay(instant: Temporal.Instant): PlainDate {
  return today(instant, unionZone);
}

/** Who is told of a commitment: ids, null where there is nobody or nobody can be reached. */
export type Reachable = {
  readonly owner: string | null;
  readonly watcher: string | null;
  readonly above: string | null;
};

export type DueReminder = {
  readonly rule: ReminderRule;
  readonly addressee: string;
  /** Earlier reminders that were never sent: what they would have said is past. */
  readonly passedOver: readonly ReminderRule[];
};

/**
 * The reminder of one open commitment that is due on a day, if any: the newest whose day has come and whose addressee can be
 * reached, unless it, or a later one, has been claimed. So a node that was away tells where things stand and not all that it
 * missed, and a clock that is put back repeats nothing.
 */
export function reminderOn(
  due: PlainDate,
  day: PlainDate,
  reachable: Reachable,
  isClaimed: (rule: ReminderRule) => boolean,
): DueReminder | null {
  const since = daysBetween(due, day);
  const last = reminderLadder.findLastIndex(({ after, to }) => after <= since && reachable[to] !== null);
  const step = reminderLadder[last];
  if (step === undefined || reminderLadder.slice(last).some(({ rule }) => isClaimed(rule))) return null;
  const addressee = reachable[step.to];
  if (addressee === null) return null;
  const before = reminderLadder.slice(0, last).map(({ rule }) => rule);
  return { rule: step.rule, addressee, passedOver: before.filter((rule) => !isClaimed(rule)) };
}

/** The nearest above an actor that can be reached; null where there is none, or the parents lead in a circle. */
export function nearestAbove(
  id: string | null,
  parents: ReadonlyMap<string, string>,
  isReachable: (id: string) => boolean,
): string | null {
  const passed = new Set<string>();
  for (
    let above = id === null ? undefined : parents.get(id);
    above !== undefined;
    above = parents.get(above)
  ) {
    if (isReachable(above)) return above;
    if (passed.has(above)) return null;
    passed.add(above);
  }
  return null;
}
