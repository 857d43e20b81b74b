import type { RecordBody } from '#platform/records/kind.ts';

type Told = { readonly id: string; readonly body: RecordBody };

/** Those that must be heard on a draft and of whom no consultation is on record, with a point or without (§6.2.1, §7.2.1). */
export function unheard(mustBeHeard: readonly string[], told: readonly Told[]): readonly string[] {
  return mustBeHeard.filter((one) => !told.some(({ body }) => body.consulted === one));
}

/** Points of which it is not said what was taken over of them. */
export function unanswered<One extends Told>(told: readonly One[]): readonly One[] {
  return told.filter(({ body }) => body.point != null && body.outcome == null);
}
