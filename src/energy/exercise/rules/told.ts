import {
  type EntryOf,
  type Exercise,
  entriesOf,
  type Inject,
  type Seat,
  seatsOf,
  secretariat,
} from '../model.ts';
import { injectsBy, minuteOf } from './clock.ts';
import { type Decided, situation } from './situation.ts';

/** What reaches which seat and when: who leads reads all; everybody else reads what is addressed to their seat, or to all. */

export const isTold = ({ to }: Pick<Inject, 'to'>, seat: Seat): boolean => to === null || to.includes(seat);

/**
 * The minute at which what one seat sends reaches another: at once, or when the channels of both are back. A channel that is lost again by
 * then keeps it on.
 */
export function reachesAt(
  { scenario }: Pick<Exercise, 'scenario'>,
  { from, to, sent }: { readonly from: Seat; readonly to: Seat; readonly sent: number },
): number {
  const losses = scenario.injects.flatMap((one) =>
    one.kind === 'channel_loss' && (one.seat === from || one.seat === to) ? [one] : [],
  );
  let minute = sent;
  for (;;) {
    const loss = losses.find((one) => one.minute <= minute && minute < one.until);
    if (loss === undefined) return minute;
    minute = loss.until;
  }
}

/** Something that a seat has before it and is to acknowledge. */
export type Item = (
  | { readonly kind: 'inject'; readonly inject: Inject }
  | { readonly kind: 'message'; readonly message: EntryOf<'message'> }
) & {
  /** As an acknowledgement names it. */
  readonly id: string;
  readonly seat: Seat;
  /** When it was sent, when it reached the seat, by when that is to be acknowledged, when it was; null: not. Minutes of the exercise. */
  readonly sent: number;
  readonly reached: number;
  readonly due: number;
  readonly acknowledged: number | null;
};

/** All that was sent to a seat, also what has not reached it yet; in the order in which it reaches it. */
function sentTo(exercise: Exercise, seat: Seat): readonly Item[] {
  const { scenario, acknowledgeWithin } = exercise;
  const acknowledged = entriesOf(exercise, 'acknowledge').filter(({ by }) => by === seat);
  const item = (id: string, sent: number, reached: number) => ({
    ...{ id, seat, sent, reached, due: reached + acknowledgeWithin },
    acknowledged: acknowledged.find(({ of }) => of === id)?.minute ?? null,
  });
  const injects = injectsBy(scenario, minuteOf(exercise)).filter((inject) => isTold(inject, seat));
  const messages = entriesOf(exercise, 'message').filter(({ to, by }) => by !== seat && to.includes(seat));
  const items: readonly Item[] = [
    ...injects.map((inject) => ({
      kind: 'inject' as const,
      inject,
      ...item(inject.id, inject.minute, inject.minute),
    })),
    ...messages.map((message) => ({
      kind: 'message' as const,
      message,
      ...item(
        String(message.number),
        message.minute,
        reachesAt(exercise, { from: message.by, to: seat, sent: message.minute }),
      ),
    })),
  ];
  return items.toSorted((one, other) => one.reached - other.reached || one.sent - other.sent);
}

/** What has reached a seat by now. */
export function inboxOf(exercise: Exercise, seat: Seat): readonly Item[] {
  const now = minuteOf(exercise);
  return sentTo(exercise, seat).filter(({ reached }) => reached <= now);
}

/**
 * What others have not acknowledged: of a seat's own messages, as if each had reached them at once, since it does not know; all of it for the
 * lead, as it is. The first due comes first.
 */
export function awaited(exercise: Exercise, seat: Seat): readonly Item[] {
  const others = seatsOf(exercise).filter((one) => one !== seat);
  const open = others.flatMap((one) => sentTo(exercise, one)).filter((one) => one.acknowledged === null);
  const own = open.flatMap((item) =>
    item.kind === 'message' && item.message.by === seat
      ? [{ ...item, reached: item.sent, due: item.sent + exercise.acknowledgeWithin }]
      : [],
  );
  return (seat === secretariat ? open : own).toSorted((one, other) => one.due - other.due);
}

/** What was not acknowledged in time: too late, or not at all though its time is over or the exercise has ended. */
export function unacknowledged(exercise: Exercise, seats: readonly Seat[]): readonly Item[] {
  const now = minuteOf(exercise);
  const ended = entriesOf(exercise, 'end').length > 0;
  return seats.flatMap((seat) =>
    sentTo(exercise, seat).filter(({ due, acknowledged }) =>
      acknowledged === null ? ended || due < now : acknowledged > due,
    ),
  );
}

/** Statements that a seat knows of: its own, and those of others that have reached it. The lead reads all. */
export function statementsBefore(exercise: Exercise, seat: Seat): readonly EntryOf<'state'>[] {
  const now = minuteOf(exercise);
  return entriesOf(exercise, 'state').filter(
    ({ by, minute }) =>
      seat === secretariat || by === seat || reachesAt(exercise, { from: by, to: seat, sent: minute }) <= now,
  );
}

/** Messages that a seat can read: what has reached it and what it sent. The lead reads all. */
export function messagesBefore(exercise: Exercise, seat: Seat): readonly EntryOf<'message'>[] {
  const inbox = new Set(inboxOf(exercise, seat).map(({ id }) => id));
  return entriesOf(exercise, 'message').filter(
    ({ by, number }) => seat === secretariat || by === seat || inbox.has(String(number)),
  );
}

/** Injects of which a seat knows: told by the lead, or by a message about it that has reached it. The lead knows all that happened. */
export function injectsBefore(exercise: Exercise, seat: Seat): readonly Inject[] {
  const heard = new Set(messagesBefore(exercise, seat).map(({ inject }) => inject));
  return injectsBy(exercise.scenario, minuteOf(exercise)).filter(
    (inject) => seat === secretariat || isTold(inject, seat) || heard.has(inject.id),
  );
}

/** What was decided, as a seat knows it: its own, all for the lead. */
export function decisionsBefore(exercise: Exercise, seat: Seat): readonly EntryOf<'decide'>[] {
  return entriesOf(exercise, 'decide').filter(({ by }) => seat === secretariat || by === seat);
}

/** The situation as it looks from a seat, with what limits help: from what it was told and decided itself. From that of the lead it is the true one. */
export function viewOf(exercise: Exercise, seat: Seat): ReturnType<typeof situation> {
  const decided: readonly Decided[] = decisionsBefore(exercise, seat).map(({ by, decision }) => ({
    zone: by,
    decision,
  }));
  return situation(exercise.scenario, injectsBefore(exercise, seat), decided);
}
