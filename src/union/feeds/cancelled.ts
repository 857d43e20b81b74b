import type { RecordBody } from '#platform/records/kind.ts';

/** Words of the layout for what will not take place any more; a source's other words for a status say nothing of it. */
const cancelledStatuses: readonly unknown[] = ['cancelled', 'withdrawn'];

export function isCancelled({ status }: RecordBody): boolean {
  return cancelledStatuses.includes(status);
}
