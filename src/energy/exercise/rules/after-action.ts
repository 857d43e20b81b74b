import { type Exercise, entriesOf, type Inject, type Seat, seatsOf } from '../model.ts';
import { injectsBy, minuteOf } from './clock.ts';
import { isTold } from './told.ts';

/**
 * What became of one thing that happened at one seat, in minutes from when it happened; null: never. Whoever never answered took no time of
 * zero minutes.
 */
export type Aftermath = {
  readonly inject: Inject;
  readonly seat: Seat;
  /** Whether the lead told this seat; others know of it only from who writes to them. */
  readonly isTold: boolean;
  /** Until its first acknowledgement, of the inject itself or of a message about it. */
  readonly detect: number | null;
  /** Until its first message about it to another seat. */
  readonly inform: number | null;
  /** Until its first decision about it. */
  readonly decide: number | null;
};

/** Of each thing that has happened, a line for each seat. */
export function afterAction(exercise: Exercise): readonly Aftermath[] {
  const messages = entriesOf(exercise, 'message');
  const acknowledgements = entriesOf(exercise, 'acknowledge');
  const decisions = entriesOf(exercise, 'decide');
  return injectsBy(exercise.scenario, minuteOf(exercise)).flatMap((inject) => {
    const about = messages.filter((message) => message.inject === inject.id);
    const names = new Set([inject.id, ...about.map(({ number }) => String(number))]);
    const since = (entry: { readonly minute: number } | undefined) =>
      entry === undefined ? null : entry.minute - inject.minute;
    return seatsOf(exercise).map((seat) => ({
      ...{ inject, seat, isTold: isTold(inject, seat) },
      detect: since(acknowledgements.find(({ by, of }) => by === seat && names.has(of))),
      inform: since(about.find(({ by, to }) => by === seat && to.some((one) => one !== seat))),
      decide: since(decisions.find((entry) => entry.by === seat && entry.inject === inject.id)),
    }));
  });
}
