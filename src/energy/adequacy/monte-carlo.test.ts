import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { outageTable, indicesOf as tableIndicesOf } from './copt.ts';
import { eventsOf, explainHour } from './explain.ts';
import { madeUpDomain, madeUpStudy, sameDomain } from './fixtures.ts';
import { runYears } from './in-threads.ts';
import { indicesOf } from './indices.ts';
import { outageRate, type Reserve, type Study, type Unit } from './model.ts';
import { simulateYears } from './monte-carlo.ts';
import { readRts } from './rts-file.ts';
import { outagesOf } from './units.ts';

const hours = 24 * 7 * 4;
const domain = madeUpDomain(5, 4, 12, 800);
const coupled = madeUpStudy(3, {
  ...{ areas: 4, hours, unitsEach: 8, climateYears: 3, peakShare: 1 },
  exchange: sameDomain(domain, hours),
});
const isolated: Study = { ...coupled, exchange: null };
const sumOf = (numbers: Iterable<number>) => [...numbers].reduce((sum, one) => sum + one, 0);
/** Of all areas together, the last of each year. */
const together = (table: Float64Array, { areas }: Study) =>
  table.filter((_, place) => place % (areas.length + 1) === areas.length);

const unit = (mttf: number, mttr: number, more: Partial<Unit> = {}): Unit => ({
  ...{ id: 'unit', area: 0, megawatts: 100, mttf, mttr, maintenance: [] },
  ...more,
});
/** One area with a flat load. */
const flat = (units: readonly Unit[], megawatts: number, more: Partial<Study> = {}): Study => ({
  ...{ name: 'flat', synthetic: true, source: 'this test', areas: ['A'], hours, units },
  ...{ exchange: null, reserves: [] },
  climateYears: [
    {
      id: 'any',
      load: new Float64Array(hours).fill(megawatts),
      mustRun: new Float64Array(hours),
      inflow: new Float64Array(hours),
    },
  ],
  ...more,
});

describe('A unit in time', () => {
  test('is out its outage rate of all hours, for as long as repairs last on average', () => {
    const study = flat([unit(90, 10)], 0);
    const { fill } = outagesOf(study, 1);
    const out = new Float64Array(hours);
    let [down, runs] = [0, 0];
    const years = 2000;
    for (let year = 0; year < years; year++) {
      fill(year, out);
      for (let hour = 0; hour < hours; hour++) {
        if (out[hour] === 0) continue;
        down++;
        if (hour > 0 && out[hour - 1] === 0) runs++;
      }
    }
    const rate = outageRate(study.units[0] as Unit);
    expect(down / years / hours).toBeCloseTo(rate, 2);
    // Runs that begin within a year last ten hours, and a little more where short ones fall between two full hours.
    expect(down / runs).toBeGreaterThan(10);
    expect(down / runs).toBeLessThan(11.5);
  });

  test('that never fails is never out but by plan, and not twice when it also fails', () => {
    const planned: Unit['maintenance'] = [[10, 20]];
    const quiet = flat([unit(100, 0, { maintenance: planned })], 50);
    expect(simulateYears(quiet, 1, 0, 3).hours[0]).toBe(10);
    // Down nearly always: in each hour either failed or in maintenance, and 100 MW are short, never 200.
    const failing = flat([unit(1e-6, 1000, { maintenance: planned })], 50);
    const { energy, hours: short } = simulateYears(failing, 1, 0, 1);
    expect(energy[0]).toBeCloseTo(50 * (short[0] as number), 6);
    expect(short[0]).toBeGreaterThan(hours - 5);
  });

  test('that is added changes no outage of the others, and where it helps there is never more shortage', () => {
    const more: Study = { ...coupled, units: [unit(300, 30, { id: 'new', area: 1 }), ...coupled.units] };
    const [before, after] = [simulateYears(coupled, 9, 0, 60), simulateYears(more, 9, 0, 60)];
    const [energyBefore, energyAfter] = [before, after].map(({ energy }) => together(energy, coupled));
    for (const [year, megawatthours] of (energyAfter as Float64Array).entries())
      expect(megawatthours).toBeLessThan((energyBefore?.[year] as number) + 1e-3);
    expect(sumOf(energyAfter ?? [])).toBeLessThan(sumOf(energyBefore ?? []));
    const alone = [isolated, { ...more, exchange: null }].map((study) => simulateYears(study, 9, 0, 60));
    const [lole, less] = alone.map(({ hours: short }) => sumOf(short.filter((_, place) => place % 5 === 1)));
    expect(less).toBeLessThan(lole as number);
  });
});

describe('Areas that help one another', () => {
  const [apart, joined] = [isolated, coupled].map((study) => simulateYears(study, 4, 0, 90)) as [
    ReturnType<typeof simulateYears>,
    ReturnType<typeof simulateYears>,
  ];

  test('are short of less in all than each alone, in every year, and the grid is in the way', () => {
    const [alone, shared] = [apart, joined].map(({ energy }) => together(energy, coupled));
    for (const [year, megawatthours] of (shared as Float64Array).entries())
      expect(megawatthours).toBeLessThan((alone?.[year] as number) + 1e-3);
    expect(sumOf(shared ?? [])).toBeLessThan(sumOf(alone ?? []) * 0.95);
    const copper = { ...coupled, exchange: sameDomain({ id: 'copper', rows: [] }, hours) };
    const free = sumOf(together(simulateYears(copper, 4, 0, 90).energy, coupled));
    // Not congested, this test would prove nothing.
    expect(free).toBeLessThan(sumOf(shared ?? []) * 0.95);
  });

  test('with local matching leave no area shorter than alone', () => {
    const matched = { ...coupled, exchange: sameDomain(domain, hours, true) };
    const { energy } = simulateYears(matched, 4, 0, 90);
    for (const [place, megawatthours] of energy.entries())
      expect(megawatthours).toBeLessThan((apart.energy[place] as number) + 1e-3);
    expect(sumOf(energy)).toBeGreaterThan(0);
  });

  test('have in each event an hour that names the row in the way and the units that are down', () => {
    const year = together(joined.hours, coupled).findIndex((short) => short > 0);
    const events = eventsOf(coupled, 4, year);
    expect(sumOf(events.map((event) => event.hours))).toBe(together(joined.hours, coupled)[year]);
    expect(sumOf(events.map((event) => event.energy))).toBeCloseTo(
      together(joined.energy, coupled)[year] as number,
      6,
    );
    let limited = 0;
    for (const { worst } of events) {
      const why = explainHour(coupled, 4, year, worst);
      if (why === null) throw new Error('The hour of an event is not short');
      limited += why.limiting.length;
      const load = coupled.climateYears[year % 3]?.load as Float64Array;
      for (const [area, margin] of why.margins.entries()) {
        const installed = coupled.units.filter((one) => one.area === area);
        const up = sumOf(
          installed.map((one) => (why.down.some(({ id }) => id === one.id) ? 0 : one.megawatts)),
        );
        const mustRun = coupled.climateYears[year % 3]?.mustRun[area * hours + worst] as number;
        expect(margin).toBeCloseTo(up + mustRun - (load[area * hours + worst] as number), 6);
      }
    }
    expect(limited).toBeGreaterThan(0);
    expect(explainHour(coupled, 4, year, (events[0]?.from as number) - 1)).toBeNull();
  });

  test('come to the same bytes with one thread, two and three', { timeout: 170_000 }, async () => {
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map((workers) => runYears(coupled, 4, 250, { workers })),
    );
    expect(sumOf(one?.hours ?? [])).toBeGreaterThan(0);
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    expect(JSON.stringify(indicesOf(coupled, two as typeof joined))).toBe(
      JSON.stringify(indicesOf(coupled, one as typeof joined)),
    );
  });

  test('come to other years for another seed', () => {
    expect(simulateYears(coupled, 5, 0, 20).hours).not.toEqual(simulateYears(coupled, 4, 0, 20).hours);
  });
});

test('A run that is stopped throws the reason', async () => {
  await expect(
    runYears(coupled, 1, 100_000, { workers: 1, signal: AbortSignal.timeout(300) }),
  ).rejects.toThrow(/timeout/);
});

describe('Storage and demand response against shortage', () => {
  const short = [unit(200, 40), unit(200, 40, { id: 'other' })];
  const storage: Reserve = {
    ...{ id: 'pump', kind: 'storage', area: 0, megawatts: 40, megawatthours: 80, efficiency: 0.8 },
  };

  test('bear two hours of a shortage of 40 MW, and are filled again from what is left over', () => {
    // 100 MW without failures; load of 140 MW in hours 5, 6 and 7, and from 20 on; 90 MW else: 10 MW are left over.
    const load = new Float64Array(hours).fill(90);
    for (const hour of [5, 6, 7, 17, 18]) load[hour] = 140;
    const study = flat([unit(1, 0)], 0, {
      climateYears: [{ id: 'any', load, mustRun: new Float64Array(hours), inflow: new Float64Array(hours) }],
    });
    expect(simulateYears(study, 1, 0, 1).energy[0]).toBeCloseTo(200, 9);
    // Gives 80 MWh in hours 5 and 6; takes 9 × 10 MWh, of which 72 come back in hours 17 and 18.
    const helped = simulateYears({ ...study, reserves: [storage] }, 1, 0, 1);
    expect(helped.energy[0]).toBeCloseTo(40 + 8, 9);
    expect(helped.hours[0]).toBe(2);
    const response: Reserve = { ...storage, kind: 'demand_response', efficiency: 1 };
    // 80 MWh are all it can in a day.
    expect(simulateYears({ ...study, reserves: [response] }, 1, 0, 1).energy[0]).toBeCloseTo(120, 9);
  });

  test('never make anything worse', () => {
    const study = flat(short, 120);
    const helped = { ...study, reserves: [storage] };
    const [without, withIt] = [study, helped].map((one) => simulateYears(one, 2, 0, 200).energy);
    for (const [place, megawatthours] of (withIt as Float64Array).entries())
      expect(megawatthours).toBeLessThanOrEqual((without?.[place] as number) + 1e-9);
    expect(sumOf(withIt ?? [])).toBeLessThan(sumOf(without ?? []));
    const reserves = coupled.areas.map((id, area) => ({
      ...storage,
      id,
      area,
      megawatts: 200,
      megawatthours: 800,
    }));
    const [bare, stored] = [coupled, { ...coupled, reserves }].map((one) =>
      sumOf(together(simulateYears(one, 4, 0, 60).energy, coupled)),
    );
    expect(stored).toBeLessThan(bare as number);
  });
});

/** What Monte Carlo has to come to, by the table. */
const shared = '../shared/data/energy/rts79/rts79.json';
describe.skipIf(!existsSync(shared))('The test system of 1979 by Monte Carlo', () => {
  const read = existsSync(shared) ? readRts(JSON.parse(readFileSync(shared, 'utf8'))) : null;

  // All hundred seeds are in test/long/adequacy.test.ts.
  test('covers 9.394175 hours and 1,176.298 MWh a year in at least eight of nine seeds', () => {
    if (!read?.ok) throw new Error('The file does not read');
    const { study, units } = read.value;
    const table = outageTable(units);
    if (table === null) throw new Error('The table is too long');
    const { hlole, loee } = tableIndicesOf(table, study.climateYears[0]?.load ?? [], []);
    let [byHours, byEnergy] = [0, 0];
    for (let seed = 1; seed <= 9; seed++) {
      const [found] = indicesOf(study, simulateYears(study, seed, 0, 1000));
      const { lole, eens } = found as NonNullable<typeof found>;
      if (lole.interval !== null && lole.interval.low <= hlole && hlole <= lole.interval.high) byHours++;
      if (eens.interval !== null && eens.interval.low <= loee && loee <= eens.interval.high) byEnergy++;
      // Wide enough to cover anything, it would prove nothing.
      expect((lole.interval?.high ?? 0) - (lole.interval?.low ?? 0)).toBeLessThan(hlole / 2);
    }
    expect(byHours).toBeGreaterThanOrEqual(8);
    expect(byEnergy).toBeGreaterThanOrEqual(8);
  });
});
