import { diceOf } from '#kernel/dice.ts';
import { logarithm } from '#kernel/exponential.ts';
import { outageRate, type Study, type Unit } from './model.ts';

/**
 * Units in time: two states, up and down, with exponential times between them, as they are seen at the start of each hour. A year begins
 * in the steady state (the times have no memory, so that what is left of one is as long as a new one), which makes years independent,
 * and the share of hours in which a unit is out its outage rate, without bias.
 *
 * Each unit has chance of its own in each year, so that no unit that is added or taken away changes the others.
 */
export type Outages = {
  /** Writes into `out`, by area and hour, the MW that are down beside what is out by plan; every year by itself. */
  readonly fill: (year: number, out: Float64Array) => void;
  /** The units that are down by chance in an hour of a year, for whoever asks why. */
  readonly downAt: (year: number, hour: number) => readonly Unit[];
};

export function outagesOf({ units, hours, areas }: Study, seed: number): Outages {
  const failing = units
    .filter((unit) => outageRate(unit) > 0 && unit.megawatts > 0)
    .map((unit) => ({ ...unit, key: keyOf(seed, `unit/${unit.id}`) }));
  return {
    fill: (year, out) => {
      out.fill(0);
      const yearKey = keyOf(seed, `year/${year}`);
      for (const unit of failing) {
        const { megawatts } = unit;
        const start = unit.area * hours;
        if (unit.maintenance.length === 0)
          eachOutage(unit, yearKey, hours, (from, until) => {
            const [first, after] = [start + from, start + until];
            out[first] = (out[first] as number) + megawatts;
            if (until < hours) out[after] = (out[after] as number) - megawatts;
          });
        else
          eachOutage(unit, yearKey, hours, (from, until) =>
            eachOutside(unit.maintenance, from, until, (first, after) => {
              out[start + first] = (out[start + first] as number) + megawatts;
              if (after < hours) out[start + after] = (out[start + after] as number) - megawatts;
            }),
          );
      }
      // Until here: what changes at each hour; from here: what it has come to.
      for (let area = 0; area < areas.length; area++) {
        let down = 0;
        for (let place = area * hours; place < (area + 1) * hours; place++) {
          down += out[place] as number;
          out[place] = down;
        }
      }
    },
    downAt: (year, hour) => {
      const yearKey = keyOf(seed, `year/${year}`);
      return failing.filter((unit) => {
        let isDown = false;
        eachOutage(unit, yearKey, hours, (from, until) => {
          if (from <= hour && hour < until) isDown = true;
        });
        return isDown && !isPlannedOut(unit, hour);
      });
    },
  };
}

export const isPlannedOut = ({ maintenance }: Unit, hour: number) =>
  maintenance.some(([from, until]) => from <= hour && hour < until);

/** 32 bits of chance for a name. */
const keyOf = (seed: number, name: string) => diceOf(seed, name).whole(0, 0xffffffff);

/**
 * Hours `[from, until)` at whose start the unit is down; no outage that begins and ends between two starts is told. The chance of a unit
 * in a year is the kernel's generator (sfc32) from the keys of both, written out here: years have millions of draws, and nothing is to be
 * made for each of them.
 */
function eachOutage(
  { key, mttf, mttr }: Unit & { readonly key: number },
  yearKey: number,
  hours: number,
  tell: (from: number, until: number) => void,
): void {
  let [a, b, c, count] = [key | 0, yearKey | 0, 0x243f6a88, 1];
  let [time, draw, isDown] = [0, 0, false];
  // Sixteen rounds mix the keys; the next says how the year begins; each after that is a time.
  for (let round = 0; time < hours; round++) {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    if (round < 16) continue;
    draw = (sum >>> 0) / 4294967296;
    if (round === 16) {
      isDown = draw < mttr / (mttf + mttr);
      continue;
    }
    // Exponential, of mean 1; the draw is never 1.
    const end = time - logarithm(1 - draw) * (isDown ? mttr : mttf);
    if (isDown) {
      const [from, until] = [Math.ceil(time), Math.min(Math.ceil(end), hours)];
      if (from < until) tell(from, until);
    }
    time = end;
    isDown = !isDown;
  }
}

/** What of `[from, until)` is in none of the windows. */
function eachOutside(
  windows: Unit['maintenance'],
  from: number,
  until: number,
  tell: (from: number, until: number) => void,
): void {
  let start = from;
  for (const [opens, closes] of windows) {
    if (closes <= start) continue;
    if (opens >= until) break;
    if (opens > start) tell(start, opens);
    start = closes;
  }
  if (start < until) tell(start, until);
}
