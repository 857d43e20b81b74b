import { Temporal } from 'temporal-polyfill';
import { type PlainDate, today, unionZone } from '#kernel/dates.ts';

/** Minutes of a market time unit: hours until 30 September 2025, quarters of an hour since (EUPHEMIA, edition of 18 December 2025). */
export type StepMinutes = 15 | 60;

/**
 * A business day of the market: from midnight to midnight in Brussels, cut into steps. It has 24 hours or 96 quarters; 23 or 92 where
 * clocks go forward on it, and 25 or 100 where they go back.
 */
export type MarketDay = {
  readonly day: PlainDate;
  readonly minutes: StepMinutes;
  readonly steps: number;
  /** Milliseconds since 1970 at which its first step begins. */
  readonly begins: number;
};

/** A step by its day and its number there, from 1 on: how files of the market name it. */
export type MarketPeriod = { readonly day: PlainDate; readonly period: number };

export function marketDay(day: PlainDate, minutes: StepMinutes): MarketDay {
  const date = Temporal.PlainDate.from(day);
  const begins = date.toZonedDateTime(unionZone).epochMilliseconds;
  const ends = date.add({ days: 1 }).toZonedDateTime(unionZone).epochMilliseconds;
  return { day, minutes, begins, steps: (ends - begins) / (minutes * 60_000) };
}

/** The instant at which a step begins, as ISO 8601 in UTC. Throws a RangeError for a period that the day does not have. */
export function instantOfPeriod({ day, minutes, begins, steps }: MarketDay, period: number): string {
  if (!Number.isInteger(period) || period < 1 || period > steps)
    throw new RangeError(`${day} has ${steps} steps of ${minutes} minutes, and no step ${period}`);
  return Temporal.Instant.fromEpochMilliseconds(begins + (period - 1) * minutes * 60_000).toString();
}

/**
 * The step that begins at an instant, which is in UTC: `2024-08-28T22:00:00Z`, or the same without seconds, with a blank for the T, or
 * without the Z. Null: it is no such text, or no step of that length begins then.
 */
export function periodBeginningAt(instant: string, minutes: StepMinutes): MarketPeriod | null {
  const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.0+)?)?Z?$/.exec(instant.trim());
  if (parts === null) return null;
  let at: Temporal.Instant;
  try {
    at = Temporal.Instant.from(`${parts[1]}T${parts[2]}:${parts[3] ?? '00'}Z`);
  } catch {
    return null;
  }
  const day = today(at, unionZone);
  const steps = (at.epochMilliseconds - marketDay(day, minutes).begins) / (minutes * 60_000);
  return Number.isInteger(steps) ? { day, period: steps + 1 } : null;
}
