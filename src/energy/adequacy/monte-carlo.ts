/**
 * Years of a study by Monte Carlo, hour after hour: each a climate year (load, what must run and inflow of the same year in all areas),
 * outages of its own and the maintenance that is planned. Climate years come in turn, so that each has as many years of outages as the
 * others where the number of years is a multiple of theirs. A year is made from the seed and its own number alone: years may be
 * shared out among threads in any way, and come to the same bytes.
 */
import { alone, exchangerOf } from './exchange.ts';
import { leastShortage, type Study } from './model.ts';
import { reservesOf } from './reserves.ts';
import { outagesOf } from './units.ts';

/** Of years `[from, until)`. Tables are by year and, within it, area; the last area stands for all together. */
export type Years = {
  readonly from: number;
  readonly until: number;
  /** Hours with something unserved. */
  readonly hours: Float64Array;
  /** MWh. */
  readonly energy: Float64Array;
  /** Runs of such hours without an hour between. */
  readonly events: Float64Array;
  /** Hours of the longest of them. */
  readonly longest: Float64Array;
  /** By area and hour of the year: in how many years it was short. */
  readonly shortIn: Uint32Array;
  /** Hours in which an area was short by itself, and those of them that came to the program. */
  readonly asked: number;
  readonly programs: number;
};

/** An hour in which something is unserved, while it is looked at: the arrays are the engine's and change with the next hour. */
export type ShortHour = {
  readonly hour: number;
  readonly unserved: Float64Array;
  readonly positions: Float64Array;
  /** Before exchange and reserves. */
  readonly margins: Float64Array;
  /** What the reserves of each area give. */
  readonly given: Float64Array;
  readonly load: Float64Array;
};

/** Walks through a year and tells each hour in which something is unserved, in order. */
export type Walk = (year: number, tell: (short: ShortHour) => void) => void;

export function walkOf(
  study: Study,
  seed: number,
): { readonly walk: Walk; readonly counts: { readonly hours: number; readonly programs: number } } {
  const { hours, climateYears, reserves: kept } = study;
  const areas = study.areas.length;
  const out = new Float64Array(areas * hours);
  const outages = outagesOf(study, seed);
  const left = climateYears.map((_, place) => marginsOf(study, place));
  const exchanger = study.exchange === null ? alone(areas) : exchangerOf(study.exchange, areas);
  const reserves = reservesOf(study);
  const isShort = new Uint8Array(hours);
  const [margins, load] = [new Float64Array(areas), new Float64Array(areas)];
  const domainOf = study.exchange?.domainOf ?? new Uint16Array(hours);
  const { unserved, positions } = exchanger;
  const state = { hour: 0, unserved, positions, margins, given: reserves.given, load };

  const walk: Walk = (year, tell) => {
    const place = year % climateYears.length;
    const climate = climateYears[place] as Study['climateYears'][number];
    const without = left[place] as Float64Array;
    outages.fill(year, out);
    exchanger.forget();
    reserves.begin();
    isShort.fill(0);
    for (let area = 0, at = 0; area < areas; area++)
      for (let hour = 0; hour < hours; hour++, at++)
        if ((without[at] as number) - (out[at] as number) < -leastShortage) isShort[hour] = 1;
    for (let hour = 0; hour < hours; hour++) {
      if (isShort[hour] === 0 && reserves.areFull()) continue;
      for (let area = 0; area < areas; area++) {
        const at = area * hours + hour;
        margins[area] = (without[at] as number) - (out[at] as number);
        load[area] = climate.load[at] as number;
      }
      if (kept.length > 0) reserves.pass(climate, hour);
      if (isShort[hour] === 0) {
        reserves.fill(margins);
        continue;
      }
      const domain = domainOf[hour] as number;
      let total = exchanger.share(domain, margins, load);
      if (total > leastShortage && kept.length > 0)
        total = reserves.relieve(exchanger, domain, margins, load);
      if (total <= leastShortage) continue;
      state.hour = hour;
      tell(state);
    }
  };
  return { walk, counts: exchanger.counts };
}

export function simulateYears(study: Study, seed: number, from: number, until: number): Years {
  const { walk, counts } = walkOf(study, seed);
  const { hours } = study;
  const areas = study.areas.length;
  const [width, size] = [areas + 1, (until - from) * (areas + 1)];
  const found = {
    ...{ hours: new Float64Array(size), energy: new Float64Array(size), events: new Float64Array(size) },
    longest: new Float64Array(size),
    shortIn: new Uint32Array(width * hours),
  };
  /** Of each area: the last hour in which it was short, and how long that has lasted. */
  const [last, lasted] = [new Int32Array(width), new Int32Array(width)];
  let at = 0;
  const count = (area: number, hour: number, megawatts: number) => {
    const place = at + area;
    const goesOn = last[area] === hour - 1;
    lasted[area] = goesOn ? (lasted[area] as number) + 1 : 1;
    last[area] = hour;
    found.hours[place] = (found.hours[place] as number) + 1;
    found.energy[place] = (found.energy[place] as number) + megawatts;
    if (!goesOn) found.events[place] = (found.events[place] as number) + 1;
    if ((lasted[area] as number) > (found.longest[place] as number))
      found.longest[place] = lasted[area] as number;
    const cell = area * hours + hour;
    found.shortIn[cell] = (found.shortIn[cell] as number) + 1;
  };
  for (let year = from; year < until; year++, at += width) {
    last.fill(-2);
    walk(year, ({ hour, unserved }) => {
      let total = 0;
      for (let area = 0; area < areas; area++) {
        const megawatts = unserved[area] as number;
        total += megawatts;
        if (megawatts > leastShortage) count(area, hour, megawatts);
      }
      count(areas, hour, total);
    });
  }
  return { from, until, ...found, asked: counts.hours, programs: counts.programs };
}

/** What areas have above their load in a climate year with every unit up that is not out by plan. */
function marginsOf({ areas, hours, units, climateYears }: Study, place: number): Float64Array {
  const { load, mustRun } = climateYears[place] as Study['climateYears'][number];
  const margins = Float64Array.from(load, (asked, at) => (mustRun[at] as number) - asked);
  const installed = new Float64Array(areas.length);
  for (const { area, megawatts } of units) installed[area] = (installed[area] as number) + megawatts;
  for (let area = 0, at = 0; area < areas.length; area++)
    for (let hour = 0; hour < hours; hour++, at++)
      margins[at] = (margins[at] as number) + (installed[area] as number);
  for (const { area, megawatts, maintenance } of units)
    for (const [from, until] of maintenance)
      for (let hour = from; hour < until; hour++)
        margins[area * hours + hour] = (margins[area * hours + hour] as number) - megawatts;
  return margins;
}
