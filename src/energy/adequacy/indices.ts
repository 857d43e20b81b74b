import { type Estimate, meanOf, percentileOf, ratioOf } from './intervals.ts';
import type { Study } from './model.ts';
import type { Years } from './monte-carlo.ts';

/**
 * What a run says of one area, or of all together. Hours, MWh and events are a year. `lole` and `eens` are read side by side: their intervals
 * hold both in 95 of 100 runs, each of the others by itself.
 */
export type Indices = {
  /** Hours in which something is expected to be unserved. */
  readonly lole: Estimate;
  /** MWh that are expected to be unserved. */
  readonly eens: Estimate;
  /** Share of hours. */
  readonly lolp: Estimate;
  /** What 95 of 100 years do not exceed. */
  readonly p95Hours: Estimate;
  readonly p95Energy: Estimate;
  /** Runs of hours. */
  readonly events: Estimate;
  /** Hours of the longest event of a year, on average over years; 0 in a year without. */
  readonly longestEvent: Estimate;
  /** Hours of the longest event of all years: of these years, and no estimate of anything. */
  readonly longestSeen: number;
  /** MWh; null: there was no event. */
  readonly energyPerEvent: Estimate | null;
};

/** By area, and of all together at the end. */
export function indicesOf({ areas, hours }: Study, years: Years): readonly Indices[] {
  const width = areas.length + 1;
  return Array.from({ length: width }, (_, area) => {
    const of = (table: Float64Array) =>
      Float64Array.from({ length: table.length / width }, (_, year) => table[year * width + area] as number);
    const [short, energy, events, longest] = [
      of(years.hours),
      of(years.energy),
      of(years.events),
      of(years.longest),
    ];
    const lole = meanOf(short, 'together');
    return {
      lole,
      eens: meanOf(energy, 'together'),
      lolp: {
        value: lole.value / hours,
        interval:
          lole.interval === null
            ? null
            : { low: lole.interval.low / hours, high: lole.interval.high / hours },
      },
      p95Hours: percentileOf(short, 0.95),
      p95Energy: percentileOf(energy, 0.95),
      events: meanOf(events),
      longestEvent: meanOf(longest),
      longestSeen: longest.reduce((most, one) => Math.max(most, one), 0),
      energyPerEvent: ratioOf(energy, events),
    };
  });
}
