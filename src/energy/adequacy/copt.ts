/**
 * Capacity outage probability table of one area: how likely each sum of MW is to be out, by exact convolution of its units (R. Billinton
 * and R. N. Allan, Reliability Evaluation of Power Systems, chapter 2), and what that comes to against the load of a year. It knows no
 * time: units fail independently, and how long a shortage lasts is not asked. That makes it the oracle of the Monte Carlo engine.
 */
import { leastShortage } from './model.ts';

export type OutageUnit = {
  readonly megawatts: number;
  readonly count: number;
  /** Share of time in which it is out. */
  readonly outageRate: number;
};

/** `likely[i]`: that exactly `i * step` MW are out. */
export type OutageTable = { readonly step: number; readonly capacity: number; readonly likely: Float64Array };

/** Capacities are whole kilowatts, so that sums of them are exact. */
const kilowatts = 1000;

/** A table of more rows is refused. */
const longest = 20_000_000;

/**
 * The table of units of whole kilowatts; its step is their greatest common divisor. Null: it would be too long, because sizes have no
 * common step to speak of.
 */
export function outageTable(units: readonly OutageUnit[]): OutageTable | null {
  const sizes = units.map(({ megawatts }) => Math.round(megawatts * kilowatts));
  const step = sizes.reduce(divisor, 0) || 1;
  const total = units.reduce((sum, { count }, place) => sum + count * (sizes[place] as number), 0);
  const rows = total / step + 1;
  if (rows > longest) return null;
  const likely = new Float64Array(rows);
  likely[0] = 1;
  let reach = 0;
  for (const [place, { count, outageRate }] of units.entries()) {
    const size = (sizes[place] as number) / step;
    for (let one = 0; one < count; one++) {
      reach += size;
      // From the top down, so that a unit is never out twice.
      for (let out = reach; out >= size; out--)
        likely[out] =
          (likely[out] as number) * (1 - outageRate) + (likely[out - size] as number) * outageRate;
      for (let out = size - 1; out >= 0; out--) likely[out] = (likely[out] as number) * (1 - outageRate);
    }
  }
  return { step: step / kilowatts, capacity: total / kilowatts, likely };
}

export type AnalyticIndices = {
  /** Hours a year in which load is expected to be above what is left. */
  readonly hlole: number;
  /** MWh a year that are expected to be unserved. */
  readonly loee: number;
  /** Days a year on whose peak load is expected to be above what is left. */
  readonly lole: number;
};

/** Of a year of hourly load in MW and the peaks of its days. */
export function indicesOf(
  table: OutageTable,
  load: ArrayLike<number>,
  dailyPeaks: ArrayLike<number>,
): AnalyticIndices {
  const { step, capacity, likely } = table;
  // Behind each row of the table: how likely more than so much is out, and how much of it on average.
  const [beyond, excess] = [new Float64Array(likely.length + 1), new Float64Array(likely.length + 1)];
  for (let out = likely.length - 1; out >= 0; out--) {
    beyond[out] = (beyond[out + 1] as number) + (likely[out] as number);
    excess[out] = (excess[out + 1] as number) + (likely[out] as number) * out * step;
  }
  /** First row at which `megawatts` are not covered any more. */
  const firstShort = (megawatts: number) =>
    Math.min(likely.length, Math.max(0, Math.floor((capacity - megawatts + leastShortage) / step) + 1));
  let [hlole, loee, lole] = [0, 0, 0];
  for (let hour = 0; hour < load.length; hour++) {
    const megawatts = load[hour] as number;
    const row = firstShort(megawatts);
    hlole += beyond[row] as number;
    loee += (excess[row] as number) - (beyond[row] as number) * (capacity - megawatts);
  }
  for (let day = 0; day < dailyPeaks.length; day++)
    lole += beyond[firstShort(dailyPeaks[day] as number)] as number;
  return { hlole, loee, lole };
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
