import { type Exercise, entriesOf, type Inject, type Seat, secretariat } from '../model.ts';
import { minuteOf, nextInject } from './clock.ts';
import { type Contradiction, contradictions } from './contradictions.ts';
import { isZone } from './may-do.ts';
import { type Item, inboxOf, injectsBefore, isTold, statementsBefore } from './told.ts';

/** What waits for a seat, what is most pressing first. */
export type Todo = {
  /** Not acknowledged yet, the first due first. */
  readonly acknowledge: readonly Item[];
  /** Of states: what the lead told it and it has decided nothing about. */
  readonly decide: readonly Inject[];
  /** In which it stands itself and which last. */
  readonly contradictions: readonly Contradiction[];
  /** Of the lead: what happens next; null: nothing, or not for this seat. */
  readonly next: Inject | null;
};

/** A channel is nothing that a state decides about, nor a report in the media. */
const decided: readonly Inject['kind'][] = ['unit_loss', 'cold_wave', 'ram_cut', 'export_stop_request'];

export function todoOf(exercise: Exercise, seat: Seat): Todo {
  const about = new Set(
    entriesOf(exercise, 'decide').flatMap(({ by, inject }) => (by === seat ? [inject] : [])),
  );
  const known = injectsBefore(exercise, seat);
  return {
    acknowledge: inboxOf(exercise, seat)
      .filter(({ acknowledged }) => acknowledged === null)
      .toSorted((one, other) => one.due - other.due),
    decide: isZone(exercise, seat)
      ? known.filter((one) => decided.includes(one.kind) && isTold(one, seat) && !about.has(one.id))
      : [],
    contradictions: contradictions(exercise, statementsBefore(exercise, seat)).filter(
      ({ until, said }) => until === null && said.some((one) => one.seat === seat),
    ),
    next: seat === secretariat ? nextInject(exercise.scenario, minuteOf(exercise)) : null,
  };
}
