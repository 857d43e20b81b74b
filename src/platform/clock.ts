import { Temporal } from 'temporal-polyfill';
import { type PlainDate, today, unionZone } from '#kernel/dates.ts';

/** The time, handed to whoever needs it. Only this file reads the machine's clock. */
export type Clock = { now(): Temporal.Instant };

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still, for tests and for replaying an old decision. Takes an ISO 8601 instant. */
export function fixedClock(instant: Temporal.Instant | string): Clock {
  const now = Temporal.Instant.from(instant);
  return { now: () => now };
}

/** The machine's clock as somebody moved it, for exercises: it goes on from there, and never back. */
export type MovableClock = Clock & { readonly moveTo: (instant: Temporal.Instant) => void };

export function movableClock(base: Clock = systemClock): MovableClock {
  let shift = Temporal.Duration.from({ milliseconds: 0 });
  const now = () => base.now().add(shift);
  return {
    now,
    moveTo: (instant) => {
      if (Temporal.Instant.compare(instant, now()) > 0) shift = base.now().until(instant);
    },
  };
}

/** For libraries that ask for one. Milliseconds since 1970. */
export const jsDate = (epochMilliseconds: number): Date => new Date(epochMilliseconds);

/** Today in the union. */
export function todayOn(clock: Clock): PlainDate {
  return today(clock.now(), unionZone);
}

/** The union's day at a moment as the database gives it: an hour or two after midnight it is not UTC's. */
export function dayAt(moment: Date): PlainDate {
  return today(Temporal.Instant.fromEpochMilliseconds(moment.getTime()), unionZone);
}

/** Day and minute of the day in the union. */
export function momentOn(clock: Clock): { readonly day: PlainDate; readonly minute: number } {
  const { hour, minute } = clock.now().toZonedDateTimeISO(unionZone);
  return { day: todayOn(clock), minute: hour * 60 + minute };
}
