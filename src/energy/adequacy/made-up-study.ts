import { diceOf } from '#kernel/dice.ts';
import { madeUpDomain } from '../domain/made-up-domain.ts';
import type { ClimateYear, Exchange, Reserve, Study, Unit } from './model.ts';

/** Areas of the Pentalateral Forum; Luxembourg is one of its own for adequacy. None has the size of a real one. */
const areas = ['AT', 'BE', 'DE', 'FR', 'LU', 'NL'] as const;
const hours = 8760;
const climates = 2;
/** Elements of a made-up grid, few enough to be read on a page. */
const elements = 24;
const tens = (megawatts: number) => Math.round(megawatts / 10) * 10;

/** 1 in the middle of January, −1 in that of July. */
const seasonOf = (hour: number) => Math.cos((2 * Math.PI * (hour / 24 - 15)) / 365);
/** Share of the peak of a day, with its summit in the evening. */
const shapeOf = (hour: number) => {
  const clock = hour % 24;
  return 0.8 + 0.2 * Math.exp(-(((clock - 18.5) / 4) ** 2)) + 0.09 * Math.exp(-(((clock - 9) / 3) ** 2));
};

/**
 * A made-up study: the areas of the forum over a year of hours, with winters that are cold everywhere at once, wind and sun, units that fail,
 * a pump and demand response, and a grid with less room in winter than in summer. Everything of it is made up from the seed.
 */
export function madeUpStudy(seed: number): Study {
  const peaks = areas.map((area) => {
    const dice = diceOf(seed, `peak ${area}`);
    return area === 'LU' ? dice.whole(80, 120) * 10 : dice.whole(800, 1400) * 10;
  });
  return {
    ...{ name: `Made-up study ${seed}`, synthetic: true, source: `made up from the seed ${seed}` },
    ...{
      areas,
      hours,
      units: areas.flatMap((area, place) => madeUpUnits(seed, area, place, peaks[place] ?? 0)),
    },
    climateYears: Array.from({ length: climates }, (_, year) => madeUpClimate(seed, year, peaks)),
    exchange: madeUpExchange(seed),
    reserves: madeUpReserves(peaks),
  };
}

/** Units of an area until they come to about its peak, wind and sun apart; maintenance is planned for spring and summer. */
function madeUpUnits(seed: number, area: string, place: number, peak: number): readonly Unit[] {
  const dice = diceOf(seed, `units ${area}`);
  const units: Unit[] = [];
  for (let left = peak * dice.between(0.94, 1.02); left > 0; ) {
    const megawatts = Math.min(tens(left) || 10, tens(peak * dice.between(0.05, 0.12)));
    const mttr = dice.whole(24, 150);
    const rate = dice.between(0.03, 0.1);
    const from = 24 * dice.whole(110, 230);
    units.push({
      ...{ id: `${area} unit ${units.length + 1}`, area: place, megawatts },
      ...{ mttf: Math.round((mttr * (1 - rate)) / rate), mttr, maintenance: [[from, from + 24 * 21]] },
    });
    left -= megawatts;
  }
  return units;
}

function madeUpClimate(seed: number, year: number, peaks: readonly number[]): ClimateYear {
  const [load, mustRun] = [new Float64Array(areas.length * hours), new Float64Array(areas.length * hours)];
  const weather = diceOf(seed, `weather ${year}`);
  const local = areas.map((area) => diceOf(seed, `weather ${year} ${area}`));
  let cold = 0;
  const wind = areas.map(() => 0.4);
  for (let hour = 0; hour < hours; hour++) {
    if (hour % 24 === 0) {
      // Cold spells last, and come over all areas together.
      cold = 0.85 * cold + 0.5 * weather.normal();
      for (const [place, dice] of local.entries())
        wind[place] = Math.max(0.02, Math.min(1, 0.6 * (wind[place] ?? 0) + 0.4 * dice.draw() ** 1.5));
    }
    const season = seasonOf(hour);
    const day = new Set([5, 6]).has(Math.floor(hour / 24) % 7) ? 0.9 : 1;
    const sun = Math.max(0, Math.cos((2 * Math.PI * ((hour % 24) - 13)) / 24)) * (0.6 - 0.4 * season);
    for (const [place, peak] of peaks.entries()) {
      const heat = 0.8 + 0.12 * season + 0.04 * cold * Math.max(0, season);
      load[place * hours + hour] = Math.round(peak * heat * day * shapeOf(hour));
      mustRun[place * hours + hour] = Math.round(peak * (0.25 * (wind[place] ?? 0) + 0.2 * sun));
    }
  }
  return { id: `made up ${year + 1}`, load, mustRun, inflow: new Float64Array(areas.length * hours) };
}

/** One domain for the months from October to March, one for the others. */
function madeUpExchange(seed: number): Exchange {
  const domains = [
    { id: 'winter', period: 1 },
    { id: 'summer', period: 2 },
  ].map(({ id, period }) => ({
    id,
    rows: madeUpDomain(seed, areas, elements, period).rows.map(({ element, ptdf, ram }) => ({
      ...{ id: `${element}, ${id}`, ptdf, ram },
    })),
  }));
  const [april, october] = [90 * 24, 273 * 24];
  const domainOf = Uint16Array.from({ length: hours }, (_, hour) =>
    hour >= april && hour < october ? 1 : 0,
  );
  return { domains, domainOf, localMatching: false };
}

const madeUpReserves = (peaks: readonly number[]): readonly Reserve[] =>
  peaks.flatMap((peak, area): readonly Reserve[] => [
    {
      ...{ id: `${areas[area]} pump`, kind: 'storage', area, megawatts: tens(peak * 0.01) },
      ...{ megawatthours: tens(peak * 0.04), efficiency: 0.8 },
    },
    {
      ...{ id: `${areas[area]} industry`, kind: 'demand_response', area, megawatts: tens(peak * 0.01) },
      ...{ megawatthours: tens(peak * 0.03), efficiency: 1 },
    },
  ]);
