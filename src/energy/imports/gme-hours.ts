import type { PlainDate } from '#kernel/dates.ts';
import { type Problem, problem } from '#kernel/result.ts';
import { marketDay } from '../time/market-day.ts';
import { faultsOfDays, holesIn } from './domain-days.ts';

/** The line at which each hour of a day is first spoken of, … */
export type HoursOfDay = {
  readonly day: PlainDate;
  readonly lines: Map<number, number>;
  /** … and the same of each zone's bids of one side, or of each link: whoever has them in one hour has them in all. */
  readonly series: Map<string, Map<number, number>>;
};

/** What a file speaks of. */
export type GmeFile = {
  readonly path: string;
  readonly days: Map<PlainDate, HoursOfDay>;
  /** Orders and limits are of every hour; blocks are of some, and results may be published in part. */
  readonly extent: 'every hour' | 'any hours';
};

/** Hours of a day as a file has them so far. */
export function hoursOf({ days }: GmeFile, day: PlainDate): HoursOfDay {
  let hours = days.get(day);
  if (hours === undefined) {
    hours = { day, lines: new Map(), series: new Map() };
    days.set(day, hours);
  }
  return hours;
}

/** Takes down that a line speaks of an hour in a series. */
export function seeSeries({ series }: HoursOfDay, name: string, hour: number, line: number): void {
  let lines = series.get(name);
  if (lines === undefined) {
    lines = new Map();
    series.set(name, lines);
  }
  if (!lines.has(hour)) lines.set(hour, line);
}

/**
 * What is wrong with the hours in one file. Problems: those of `faultsOfDays`, and `energy_gme_row_missing` where a series has no row in an
 * hour that the file has, with the line at which it goes on or ends.
 */
export function faultsOfHours({ path, days, extent }: GmeFile): readonly Problem[] {
  const gaps = [...days.values()].flatMap(({ day, lines, series }) =>
    [...series].flatMap(([name, of]) =>
      holesIn(of, 1, marketDay(day, 60).steps)
        .filter(({ hour }) => lines.has(hour))
        .map(({ hour, line }) =>
          problem('energy_gme_row_missing', `${path}:${line}`, { day, hour, name, line }),
        ),
    ),
  );
  return [...faultsOfDays(days, path, extent), ...gaps];
}

/**
 * Days that some file speaks of, and one that has to have every hour does not. Problem: `energy_gme_day_missing`, with the line that speaks
 * of the day.
 */
export function faultsOfDaysBeside(files: readonly GmeFile[]): readonly Problem[] {
  const named = new Map<PlainDate, { readonly path: string; readonly line: number }>();
  for (const { path, days } of files)
    for (const { day, lines } of days.values())
      if (!named.has(day)) named.set(day, { path, line: Math.min(...lines.values()) });
  return files
    .filter(({ extent }) => extent === 'every hour')
    .flatMap(({ path: file, days }) =>
      [...named].flatMap(([day, { path, line }]) =>
        days.has(day) ? [] : [problem('energy_gme_day_missing', `${path}:${line}`, { day, file, line })],
      ),
    );
}
