/**
 * What one area asks of flexibility: of its residual load (load less what comes whether it is wanted or not) how steep it is, how much
 * would have to be moved within days and between the days of a week to make it flat, and when there is too much. Days have as many hours
 * as they have (23 and 25 when clocks change).
 */
export type ResidualLoad = {
  readonly hours: number;
  /** Over 1, 3 and 8 hours. */
  readonly ramps: readonly Ramp[];
  /** MWh above the mean of their own day, summed over all days: what would be moved within days. */
  readonly dayShifting: number;
  /** MWh of days above the mean of their week, over whole weeks of seven days: what would be moved between days. */
  readonly weekShifting: number;
  readonly weeks: number;
  /** Hours below zero, and the MWh that are too many in them. */
  readonly surplusHours: number;
  readonly surplusEnergy: number;
  /** Null: no prices are known. */
  readonly negativePriceHours: number | null;
};

/** MW by which it rises or falls over so many hours; `p99`: what 99 of 100 hours do not exceed. */
export type Ramp = {
  readonly over: number;
  readonly rise: { readonly p99: number; readonly most: number };
  readonly fall: { readonly p99: number; readonly most: number };
};

const rampHours = [1, 3, 8] as const;
const daysOfWeek = 7;

/** `residual` in MW by hour, `days` in hours from the first on, `prices` in EUR/MWh by hour. Throws when days and hours differ. */
export function measureResidualLoad(
  residual: Float64Array,
  days: readonly number[],
  prices: Float64Array | null,
): ResidualLoad {
  if (days.reduce((sum, hours) => sum + hours, 0) !== residual.length)
    throw new RangeError('Days have other hours than the load');
  const means: number[] = [];
  let dayShifting = 0;
  let start = 0;
  for (const hours of days) {
    const day = residual.subarray(start, start + hours);
    const mean = day.reduce((sum, one) => sum + one, 0) / hours;
    dayShifting += day.reduce((sum, one) => sum + Math.max(0, one - mean), 0);
    means.push(mean);
    start += hours;
  }
  const weeks = Math.floor(days.length / daysOfWeek);
  let weekShifting = 0;
  for (let week = 0; week < weeks; week++) {
    const own = Array.from({ length: daysOfWeek }, (_, day) => week * daysOfWeek + day);
    const hoursOf = (day: number) => days[day] as number;
    const meanOf = (day: number) => means[day] as number;
    const hours = own.reduce((sum, day) => sum + hoursOf(day), 0);
    const mean = own.reduce((sum, day) => sum + meanOf(day) * hoursOf(day), 0) / hours;
    for (const day of own) weekShifting += Math.max(0, meanOf(day) - mean) * hoursOf(day);
  }
  const surplus = residual.filter((one) => one < 0);
  return {
    ...{ hours: residual.length, dayShifting, weekShifting, weeks },
    ramps: rampHours.filter((over) => over < residual.length).map((over) => rampOver(residual, over)),
    surplusHours: surplus.length,
    surplusEnergy: surplus.reduce((sum, one) => sum - one, 0),
    negativePriceHours: prices === null ? null : prices.filter((price) => price < 0).length,
  };
}

function rampOver(residual: Float64Array, over: number): Ramp {
  const changes = Float64Array.from(
    { length: residual.length - over },
    (_, hour) => (residual[hour + over] as number) - (residual[hour] as number),
  ).sort();
  // Nearest rank, from either end; a load that only rises has no falls.
  const rank = Math.ceil(0.99 * changes.length);
  const rise = (place: number) => Math.max(0, changes[place] as number);
  const fall = (place: number) => Math.max(0, -(changes[place] as number));
  return {
    over,
    rise: { p99: rise(rank - 1), most: rise(changes.length - 1) },
    fall: { p99: fall(changes.length - rank), most: fall(0) },
  };
}
