import { diceOf } from '#kernel/dice.ts';
import type { DomainRow } from '../market/model.ts';
import type { ClimateYear, Exchange, ExchangeDomain, Study, Unit } from './model.ts';

/** A made-up domain: a ring of areas with some chords, of which every line can carry so many MW either way. */
export function madeUpDomain(seed: number, areas: number, rows: number, megawatts: number): ExchangeDomain {
  const dice = diceOf(seed, 'domain');
  return {
    id: `synthetic ${seed}`,
    rows: Array.from({ length: rows }, (_, row): DomainRow => {
      const ptdf = Float64Array.from({ length: areas }, () => dice.between(-0.6, 0.6));
      // The last area is where the others' MW go to, as the hub of a published file.
      ptdf[areas - 1] = 0;
      return { id: `row ${row + 1}`, ptdf, ram: Math.round(megawatts * dice.between(0.05, 1)) };
    }),
  };
}

export type MadeUp = {
  readonly areas: number;
  readonly hours: number;
  readonly unitsEach: number;
  readonly climateYears: number;
  /** Null: every area alone. */
  readonly exchange: Exchange | null;
  /** Of all units of an area, at the peak. */
  readonly peakShare: number;
};

/** A made-up study: synthetic in all of it, with load that swings by day, week and season. */
export function madeUpStudy(seed: number, made: MadeUp): Study {
  const { areas, hours, unitsEach, climateYears, exchange, peakShare } = made;
  const dice = diceOf(seed, 'study');
  const units = Array.from({ length: areas * unitsEach }, (_, place): Unit => {
    const mttr = dice.between(20, 150);
    const rate = dice.between(0.02, 0.12);
    return {
      ...{ id: `unit ${place}`, area: Math.floor(place / unitsEach), megawatts: dice.whole(50, 600) },
      ...{ mttf: (mttr * (1 - rate)) / rate, mttr, maintenance: [] },
    };
  });
  const capacityOf = (area: number) =>
    units.reduce((sum, unit) => sum + (unit.area === area ? unit.megawatts : 0), 0);
  const years = Array.from({ length: climateYears }, (_, year): ClimateYear => {
    const cold = dice.between(0.95, 1.05);
    const [load, mustRun] = [new Float64Array(areas * hours), new Float64Array(areas * hours)];
    for (let area = 0; area < areas; area++) {
      const peak = capacityOf(area) * peakShare;
      const chance = diceOf(seed, `weather/${year}/${area}`);
      for (let hour = 0; hour < hours; hour++) {
        const season = 1 - 0.3 * Math.abs((((hour / hours) * 2) % 2) - 1);
        const day = 0.85 + 0.15 * (1 - Math.abs((hour % 24) - 17) / 17);
        load[area * hours + hour] = Math.round(peak * cold * season * day * chance.between(0.97, 1.03));
        mustRun[area * hours + hour] = Math.round(peak * 0.1 * chance.draw());
      }
    }
    return { id: `${2000 + year}`, load, mustRun, inflow: new Float64Array(areas * hours) };
  });
  return {
    ...{ name: `synthetic ${seed}`, synthetic: true, source: `seed ${seed}` },
    ...{ hours, units, exchange, climateYears: years },
    areas: Array.from({ length: areas }, (_, area) => String.fromCharCode(65 + area)),
    reserves: [],
  };
}

/** One domain for all hours. */
export const sameDomain = (domain: ExchangeDomain, hours: number, localMatching = false): Exchange => ({
  domains: [domain],
  domainOf: new Uint16Array(hours),
  localMatching,
});
