import { z } from 'zod';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { readShape } from '../adequacy/json-file.ts';
import type { Shifting, Storage } from './storage-dispatch.ts';

const Series = z.array(z.number()).min(1);
const Megawatts = z.number().positive();

/** One area, hour by hour; whoever makes the file says whether it is made up. */
export const FlexFile = z.strictObject({
  area: z.string().min(1),
  synthetic: z.boolean(),
  source: z.string().min(1),
  load: Series,
  /** Wind, sun, run of river. */
  mustRun: Series,
  /** EUR/MWh; absent: not known. */
  prices: Series.optional(),
  /** Hours of each day; absent: 24 in all of them. */
  hoursOfDays: z.array(z.int().min(23).max(25)).optional(),
  storage: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        megawatts: Megawatts,
        megawatthours: Megawatts,
        efficiency: z.number().positive().max(1),
      }),
    )
    .optional(),
  shifting: z
    .array(z.strictObject({ id: z.string().min(1), megawatts: Megawatts, megawatthours: Megawatts }))
    .optional(),
});

export type FlexCase = {
  readonly area: string;
  readonly synthetic: boolean;
  readonly source: string;
  /** MW by hour: load less what must run. */
  readonly residual: Float64Array;
  readonly days: readonly number[];
  readonly prices: Float64Array | null;
  readonly storage: readonly Storage[];
  readonly shifting: readonly Shifting[];
};

/** Problems, all of them at once: those of `readShape`, `energy_hours_differ`, `energy_days_incomplete`. */
export function readFlex(json: unknown): Result<FlexCase> {
  const read = readShape(json, FlexFile);
  if (!read.ok) return read;
  const { load, mustRun, prices, hoursOfDays, storage = [], shifting = [], ...named } = read.value;
  const expected = load.length;
  const faults: Problem[] = [];
  for (const [where, series] of Object.entries({ mustRun, prices }))
    if (series !== undefined && series.length !== expected)
      faults.push(problem('energy_hours_differ', where, { where, found: series.length, expected }));
  const days = hoursOfDays ?? new Array<number>(Math.floor(expected / 24)).fill(24);
  const hours = days.reduce((sum, one) => sum + one, 0);
  if (hours !== expected) faults.push(problem('energy_days_incomplete', 'hoursOfDays', { hours, expected }));
  if (faults.length > 0) return fail(...faults);
  return ok({
    ...{ ...named, days, storage, shifting },
    residual: Float64Array.from(load, (megawatts, hour) => megawatts - (mustRun[hour] as number)),
    prices: prices === undefined ? null : Float64Array.from(prices),
  });
}
