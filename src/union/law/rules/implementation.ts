import { addMonths, type PartialDate } from '#kernel/dates.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { notYet, type Transition } from '#platform/records/transition.ts';
import type { Implementation } from '../model.ts';

export type Axis = 'in_law' | 'in_practice';
export const axes: readonly Axis[] = ['in_law', 'in_practice'];

/** The lifecycle of an instrument itself and, for each party and axis, of its implementation (`in_law/NL`). */
export function instrumentTransitions(instrument: RecordBody, knownFrom: PartialDate): readonly Transition[] {
  const dated = (to: string, on: unknown, from: string | null): readonly Transition[] =>
    typeof on === 'string'
      ? [
          {
            axis: 'state',
            from,
            to,
            effectiveOn: on as PartialDate,
            observed: false,
            details: { source: instrument.source ?? [] },
          },
        ]
      : [];
  return [
    ...dated('adopted', instrument.adopted, notYet),
    ...dated('in_force', instrument.in_force, null),
    ...dated(
      typeof instrument.superseded_by === 'string' ? 'superseded' : 'expired',
      instrument.in_force_until,
      null,
    ),
    ...releasesOf(instrument),
    ...Object.entries(implementationsOf(instrument)).flatMap(([party, status]) =>
      axes.flatMap((axis): readonly Transition[] => {
        // Unknown is the absence of a fact, not a state that began.
        if (status[axis] === 'unknown') return [];
        return [
          {
            axis: `${axis}/${party}`,
            from: null,
            to: status[axis],
            effectiveOn: (status.as_of ?? knownFrom) as PartialDate,
            observed: true,
            details: Object.fromEntries(
              Object.entries({
                detail: status.detail,
                reason: status.reason,
                source: instrument.source,
              }).filter(([, value]) => value != null),
            ),
          },
        ];
      }),
    ),
  ];
}

/** A party that gave notice is bound until that has run out; of an instrument that does not say when that is, nothing ends. */
function releasesOf({ notice_months: months, denunciations, source }: RecordBody): readonly Transition[] {
  if (typeof months !== 'number' || !Array.isArray(denunciations)) return [];
  return (denunciations as readonly { readonly party: string; readonly notice: PartialDate }[]).flatMap(
    ({ party, notice }): readonly Transition[] => {
      const effectiveOn = addMonths(notice, months);
      if (effectiveOn === null) return [];
      const details = { notice, source: source ?? [] };
      return [{ axis: `bound/${party}`, from: null, to: 'released', effectiveOn, observed: false, details }];
    },
  );
}

export function implementationsOf(instrument: RecordBody): Readonly<Record<string, Implementation>> {
  return (instrument.implementation ?? {}) as Readonly<Record<string, Implementation>>;
}
