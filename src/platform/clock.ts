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

/** Of the machine, which the variable TZ sets; asked once, because the answer costs half a millisecond. */
const timeZone = Temporal.Now.timeZoneId();

/** Today on this node. */
export function todayOn(clock: Clock): PlainDate {
  return today(clock.now(), timeZone);
}
