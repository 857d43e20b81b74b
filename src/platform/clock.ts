import { Temporal } from 'temporal-polyfill';
import { type PlainDate, today } from '#kernel/dates.ts';

/** The time, handed to whoever needs it. Only this file reads the machine's clock. */
export type Clock = { now(): Temporal.Instant };

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still, for tests and for replaying an old decision. Takes an ISO 8601 instant. */
export function fixedClock(instant: Temporal.Instant | string): Clock {
  const now = Temporal.Instant.from(instant);
  return { now: () => now };
}

/** Today on this node: in the time zone of the machine, which the variable TZ sets. */
export function todayOn(clock: Clock): PlainDate {
  return today(clock.now(), Temporal.Now.timeZoneId());
}
