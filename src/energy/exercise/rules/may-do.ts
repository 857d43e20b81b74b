import { type Problem, problem } from '#kernel/result.ts';
import {
  type Decision,
  type Deed,
  type Exercise,
  hasEnded,
  type Seat,
  seatsOf,
  secretariat,
} from '../model.ts';
import { inboxOf, injectsBefore } from './told.ts';

/** What a state decides for its own zone; the others are for everybody at the table. */
export const ofZones: readonly Decision[] = [
  'call_reserve',
  'ask_to_save',
  'stop_exports',
  'allow_exports',
  'shed_load',
];

export const decisionsOf = (exercise: Pick<Exercise, 'scenario'>, seat: Seat, all: readonly Decision[]) =>
  all.filter((one) => isZone(exercise, seat) || !ofZones.includes(one));

export const isZone = ({ scenario }: Pick<Exercise, 'scenario'>, id: string): boolean =>
  scenario.zones.some((zone) => zone.id === id);

/**
 * All that is against what somebody at a seat is about to do. Problems: `energy_exercise_ended`, `energy_exercise_seat_unknown`,
 * `energy_exercise_to_oneself`, `energy_exercise_inject_unknown` (also of one that the seat has not heard of), `energy_exercise_item_unknown`,
 * `energy_exercise_acknowledged`, `energy_exercise_no_state`, `energy_exercise_zone_unknown`, `energy_exercise_of_zones`.
 */
export function against(exercise: Exercise, by: Seat, deed: Deed): readonly Problem[] {
  if (hasEnded(exercise)) return [problem('energy_exercise_ended', 'body.exercise')];
  const heardOf = (inject: string | null) =>
    inject === null || injectsBefore(exercise, by).some(({ id }) => id === inject)
      ? []
      : [problem('energy_exercise_inject_unknown', 'body.inject', { inject })];
  switch (deed.kind) {
    case 'message':
      return [...deed.to.flatMap((seat) => seatFaults(exercise, by, seat)), ...heardOf(deed.inject)];
    case 'acknowledge': {
      const item = inboxOf(exercise, by).find(({ id }) => id === deed.of);
      if (item === undefined) return [problem('energy_exercise_item_unknown', 'body.of', { of: deed.of })];
      return item.acknowledged === null
        ? []
        : [problem('energy_exercise_acknowledged', 'body.of', { minute: item.acknowledged })];
    }
    case 'state':
      return [
        ...(isZone(exercise, by) ? [] : [problem('energy_exercise_no_state', 'body.party', { seat: by })]),
        ...(isZone(exercise, deed.zone)
          ? []
          : [problem('energy_exercise_zone_unknown', 'body.zone', { zone: deed.zone })]),
      ];
    case 'decide':
      return [
        ...heardOf(deed.inject),
        ...(isZone(exercise, by) || !ofZones.includes(deed.decision)
          ? []
          : [problem('energy_exercise_of_zones', 'body.decision', { seat: by })]),
      ];
    case 'advance':
    case 'end':
      if (by !== secretariat) throw new Error('Only the lead moves the clock');
      return [];
  }
}

function seatFaults(exercise: Exercise, by: Seat, seat: Seat): readonly Problem[] {
  if (seat === by) return [problem('energy_exercise_to_oneself', 'body.to', { seat })];
  return seatsOf(exercise).includes(seat)
    ? []
    : [problem('energy_exercise_seat_unknown', 'body.to', { seat })];
}
