import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { knownOf, loadNames, type Names, plainName } from '#union';
import { seatsOpen } from './body.ts';
import { type Seat, seatsOf, secretariat } from './model.ts';
import { findExercise, type KeptExercise } from './store.ts';
import { exerciseTexts } from './text/texts.ts';

type Acting = Pick<ActionContext, 'register' | 'actor' | 'today'>;

/** An exercise as somebody with a seat in it finds it; that of the lead, where he has several. Null: he has none, or there is no such exercise. */
export async function findSeated(
  tx: Transaction,
  context: Acting,
  id: string,
): Promise<{ readonly exercise: KeptExercise; readonly seat: Seat } | null> {
  const [open, exercise] = [await seatsOpen(tx, context), await findExercise(tx, context.register.id, id)];
  if (exercise === null) return null;
  const seats = seatsOf(exercise);
  const seat = [...open.keys()].find((one) => seats.includes(one));
  return seat === undefined ? null : { exercise, seat };
}

/** Names of all who sit in an exercise, of its zones, and of whatever else is shown. */
export const namesIn = (
  tx: Transaction,
  context: Pick<ActionContext, 'register' | 'today'>,
  { parties, scenario, body }: Pick<KeptExercise, 'parties' | 'scenario' | 'body'>,
  further: unknown = [],
): Promise<Names> =>
  loadNames(tx, knownOf(context), [parties, scenario.zones.map(({ id }) => id), [body], further]);

/** What a seat or a zone is called, in plain words. */
export const seatName = (seat: Seat, names: Names, language: ActionContext['language']): string =>
  seat === secretariat ? exerciseTexts(language).secretariat : plainName(seat, names, language);
