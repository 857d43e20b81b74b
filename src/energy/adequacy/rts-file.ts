import { z } from 'zod';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { OutageUnit } from './copt.ts';
import { readShape } from './json-file.ts';
import { isWholeKilowatts, outageRate, type Study } from './model.ts';

const Share = z.number().min(0).max(1);
const Percent = z.number().min(0).max(100);
const Megawatts = z.number().positive();
const Count = z.int().positive();
const Hours = z.number().positive();
const hoursOfDay = 24;
const Day = z.array(Percent).length(hoursOfDay);
const DayKinds = z.strictObject({ weekday: Day, weekend: Day });

/**
 * The IEEE Reliability Test System of 1979 (Trans. PAS-98, no. 6) as it stands in one file: units with their outages, twice, and a year
 * of load as percentages of percentages of percentages of its peak: 52 weeks, seven days from Monday, 24 hours by season and kind of day.
 */
export const RtsFile = z.looseObject({
  source: z.string(),
  peakMW: Megawatts,
  unitsMW_count_FOR: z.array(z.tuple([Megawatts, Count, Share])).min(1),
  units_MW_count_MTTFh_MTTRh: z.array(z.tuple([Megawatts, Count, Hours, Hours])).min(1),
  weeklyPeakPct: z.array(Percent).length(52),
  dailyPeakPct_MonFirst: z.array(Percent).length(7),
  hourlyPct: z.strictObject({
    winter_weeks_1_8_44_52: DayKinds,
    summer_weeks_18_30: DayKinds,
    springfall_weeks_9_17_31_43: DayKinds,
  }),
});

/** One area alone, for the analytic table and for Monte Carlo. */
export type TestSystem = {
  readonly units: readonly OutageUnit[];
  readonly dailyPeaks: Float64Array;
  readonly study: Study;
};

/** Whether a file of JSON says by its names that it is of this layout. */
export const isRtsFile = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'unitsMW_count_FOR' in json;

/** Problems: those of `readShape`, `energy_rts_units_differ`, `energy_unit_kilowatts`. */
export function readRts(json: unknown): Result<TestSystem> {
  const read = readShape(json, RtsFile);
  if (!read.ok) return read;
  const file = read.value;
  const faults = faultsOf(file);
  if (faults.length > 0) return fail(...faults);
  const { peakMW: peak, weeklyPeakPct: weeks, dailyPeakPct_MonFirst: days } = file;
  const hours = weeks.length * days.length * hoursOfDay;
  const load = new Float64Array(hours);
  const dailyPeaks = new Float64Array(weeks.length * days.length);
  for (const [week, ofWeek] of weeks.entries())
    for (const [weekday, ofDay] of days.entries()) {
      const day = week * days.length + weekday;
      const dayPeak = (peak * ofWeek * ofDay) / 1e4;
      const shares = seasonOf(file, week + 1)[weekday < 5 ? 'weekday' : 'weekend'];
      for (const [hour, share] of shares.entries()) load[day * hoursOfDay + hour] = (dayPeak * share) / 100;
      dailyPeaks[day] = dayPeak;
    }
  const units = file.units_MW_count_MTTFh_MTTRh.flatMap(([megawatts, count, mttf, mttr], kind) =>
    Array.from({ length: count }, (_, one) => ({
      ...{ id: `${megawatts} MW ${kind + 1}.${one + 1}`, area: 0, megawatts, mttf, mttr, maintenance: [] },
    })),
  );
  const nothing = new Float64Array(hours);
  return ok({
    units: file.unitsMW_count_FOR.map(([megawatts, count, rate]) => ({ megawatts, count, outageRate: rate })),
    dailyPeaks,
    study: {
      ...{ name: 'RTS-79', synthetic: true, source: file.source, areas: ['RTS-79'], hours, units },
      ...{ exchange: null, reserves: [] },
      climateYears: [{ id: 'RTS-79', load, mustRun: nothing, inflow: nothing }],
    },
  });
}

/** Units stand there twice, and both times the same ones have to be meant. */
function faultsOf(file: z.output<typeof RtsFile>): readonly Problem[] {
  const { unitsMW_count_FOR: rates, units_MW_count_MTTFh_MTTRh: times } = file;
  return Array.from({ length: Math.max(rates.length, times.length) }, (_, place) => {
    const where = `units_MW_count_MTTFh_MTTRh.${place}`;
    const [megawatts, count, rate] = rates[place] ?? [];
    const [others, otherCount, mttf = 0, mttr = 0] = times[place] ?? [];
    const same = megawatts === others && count === otherCount;
    if (!same || Math.abs(outageRate({ mttf, mttr }) - (rate ?? 0)) > 1e-6)
      return [problem('energy_rts_units_differ', where, { where, kind: place + 1 })];
    return isWholeKilowatts(megawatts ?? 0) ? [] : [problem('energy_unit_kilowatts', where, { where })];
  }).flat();
}

/** The weeks of its seasons, from 1, are named in the file. */
function seasonOf({ hourlyPct }: z.output<typeof RtsFile>, week: number) {
  if (week <= 8 || week >= 44) return hourlyPct.winter_weeks_1_8_44_52;
  return week >= 18 && week <= 30 ? hourlyPct.summer_weeks_18_30 : hourlyPct.springfall_weeks_9_17_31_43;
}
