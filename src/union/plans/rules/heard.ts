import { firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import type { RecordBody } from '#platform/records/kind.ts';

type Told = { readonly id: string; readonly body: RecordBody };

/**
 * Those that must be heard on a draft and of whom no consultation by a day is on record, with a point or without (§6.2.1, §7.2.1).
 * One of which no day is stated counts.
 */
export function unheard(
  mustBeHeard: readonly string[],
  told: readonly Told[],
  by: PartialDate,
): readonly string[] {
  const isInTime = ({ held }: RecordBody) =>
    typeof held !== 'string' || firstDay(held as PartialDate) <= lastDay(by);
  return mustBeHeard.filter((one) => !told.some(({ body }) => body.consulted === one && isInTime(body)));
}

/** Points of which it is not said what was taken over of them. */
export function unanswered<One extends Told>(told: readonly One[]): readonly One[] {
  return told.filter(({ body }) => body.point != null && body.outcome == null);
}
