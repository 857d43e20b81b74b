import type { PartialDate } from '#kernel/dates.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { notYet, type Transition } from '#platform/records/transition.ts';

const ending = ['converted', 'merged', 'abolished'];

/**
 * The steps that a group's description tells. Creation and end are dated steps; the status is what the source saw at
 * its own date, and says nothing of when it began (a group dormant in May 2020 may have been active in 2016, or not).
 */
export function groupTransitions(group: RecordBody, knownFrom: PartialDate): readonly Transition[] {
  const steps: Transition[] = [];
  const { created, ended, status, successor, reason } = group;
  const seenOn = (group.status_as_of ?? knownFrom) as PartialDate;
  const details = (extra: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries({ ...extra, source: group.source }).filter(([, value]) => value != null),
    );
  if (typeof created === 'string')
    steps.push({
      axis: 'state',
      from: notYet,
      to: 'active',
      effectiveOn: created as PartialDate,
      observed: false,
      details: details({}),
    });
  if (typeof ended === 'string')
    steps.push({
      axis: 'state',
      from: null,
      to: typeof status === 'string' && ending.includes(status) ? status : 'abolished',
      effectiveOn: ended as PartialDate,
      observed: false,
      details: details({ successor, reason }),
    });
  if (typeof status === 'string')
    steps.push({
      axis: 'state',
      from: null,
      to: status,
      effectiveOn: seenOn,
      observed: true,
      details: details({ reason, ...(ending.includes(status) ? { successor } : {}) }),
    });
  return steps;
}
