import { type Indices, indicesOf } from './indices.ts';
import type { Study } from './model.ts';
import type { Years } from './monte-carlo.ts';

/** What a study came to, as much of it as is kept: from it, the study and the seed every hour of every year can be made again. */
export type StudyResult = {
  /** By area, and of all together at the end. */
  readonly indices: readonly Indices[];
  /** By area, and of all together at the end: the hours of the year in which it was short in any of the years, and in how many of them. */
  readonly shortIn: readonly { readonly hours: Float64Array; readonly years: Float64Array }[];
  /** Years of the run with most energy unserved in all areas, the hardest first. */
  readonly hardest: readonly HardYear[];
  /** Hours in which an area was short by itself, and those of them that came to the program. */
  readonly asked: { readonly hours: number; readonly programs: number };
};

/** A year of a run by its number, from 0: hours and MWh of all areas together. */
export type HardYear = { readonly year: number; readonly hours: number; readonly energy: number };

/** Years that are told by themselves. */
const hardestKept = 100;

export function resultOf(study: Study, years: Years): StudyResult {
  const width = study.areas.length + 1;
  const all = study.areas.length;
  const hard = Array.from({ length: years.until - years.from }, (_, place) => ({
    year: years.from + place,
    hours: years.hours[place * width + all] as number,
    energy: years.energy[place * width + all] as number,
  })).filter(({ hours }) => hours > 0);
  return {
    indices: indicesOf(study, years),
    shortIn: Array.from({ length: width }, (_, area) => {
      const counts = years.shortIn.subarray(area * study.hours, (area + 1) * study.hours);
      const hours = [...counts.keys()].filter((hour) => counts[hour] !== 0);
      return {
        hours: Float64Array.from(hours),
        years: Float64Array.from(hours, (hour) => counts[hour] as number),
      };
    }),
    hardest: hard
      .toSorted((one, other) => other.energy - one.energy || one.year - other.year)
      .slice(0, hardestKept),
    asked: { hours: years.asked, programs: years.programs },
  };
}
