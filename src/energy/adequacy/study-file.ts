import { z } from 'zod';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { readShape } from './json-file.ts';
import { isWholeKilowatts, type Study } from './model.ts';

const Megawatts = z.number().nonnegative();
const Hours = z.number().nonnegative();
const Name = z.string().min(1).max(200);
/** By name of area, a number for each hour of the year. */
const ByArea = z.record(Name, z.array(z.number()));

/** A study in one file: what is in `model.ts`, by name. Whoever makes it says whether it is made up. */
export const StudyFile = z.strictObject({
  study: Name,
  synthetic: z.boolean(),
  source: z.string().min(1).max(500),
  hours: z.int().positive().max(8784),
  areas: z.array(Name).min(1).max(20),
  units: z.array(
    z.strictObject({
      id: Name,
      area: Name,
      megawatts: Megawatts,
      /** Units that are alike and fail apart; absent: one. */
      count: z.int().positive().max(1000).optional(),
      mttf: Hours,
      mttr: Hours,
      maintenance: z.array(z.tuple([z.int().nonnegative(), z.int().positive()])).optional(),
    }),
  ),
  climateYears: z
    .array(z.strictObject({ id: Name, load: ByArea, mustRun: ByArea.optional(), inflow: ByArea.optional() }))
    .min(1),
  /** Null: every area is alone. */
  exchange: z
    .strictObject({
      domains: z
        .array(
          z.strictObject({
            id: Name,
            rows: z.array(z.strictObject({ id: Name, ptdf: z.record(Name, z.number()), ram: z.number() })),
          }),
        )
        .min(1)
        .max(65_535),
      /** Of each hour; absent: the first in all of them. */
      domainOf: z.array(Name).optional(),
      localMatching: z.boolean(),
    })
    .nullable(),
  reserves: z
    .array(
      z.strictObject({
        id: Name,
        kind: z.enum(['storage', 'demand_response']),
        area: Name,
        megawatts: z.number().positive(),
        megawatthours: z.number().positive(),
        /** Absent: of demand response, which loses nothing. */
        efficiency: z.number().positive().max(1).optional(),
      }),
    )
    .optional(),
});
type StudyFile = z.output<typeof StudyFile>;

/**
 * Problems, all of them at once with their places: those of `readShape`, `energy_name_unknown`, `energy_name_twice`, `energy_hours_differ`,
 * `energy_unit_kilowatts`, `energy_unit_times`, `energy_maintenance_order`, `energy_study_ram_negative`, `energy_storage_efficiency`.
 */
export function readStudy(json: unknown): Result<Study> {
  const read = readShape(json, StudyFile);
  if (!read.ok) return read;
  const faults = [...faultsOf(read.value)];
  return faults.length > 0 ? fail(...faults.slice(0, 50)) : ok(studyOf(read.value));
}

function* faultsOf(file: StudyFile): Generator<Problem> {
  const { areas, units, climateYears, exchange, hours, reserves = [] } = file;
  const unknown = (name: string, where: string) =>
    areas.includes(name) ? [] : [problem('energy_name_unknown', where, { where, name })];
  yield* twice(areas, 'areas');
  yield* twice(
    units.map(({ id }) => id),
    'units',
  );
  for (const [place, { area, megawatts, mttf, mttr, maintenance = [] }] of units.entries()) {
    const where = `units.${place}`;
    yield* unknown(area, where);
    if (!isWholeKilowatts(megawatts)) yield problem('energy_unit_kilowatts', where, { where });
    if (mttr > 0 && mttf === 0) yield problem('energy_unit_times', where, { where });
    for (const [one, [from, until]] of maintenance.entries()) {
      const before = maintenance[one - 1]?.[1] ?? 0;
      if (from >= until || until > hours || from < before)
        yield problem('energy_maintenance_order', where, { where, from, until });
    }
  }
  for (const [year, climate] of climateYears.entries()) {
    for (const table of ['load', 'mustRun', 'inflow'] as const) {
      const given = climate[table];
      if (given === undefined) continue;
      const where = `climateYears.${year}.${table}`;
      for (const [area, series] of Object.entries(given)) {
        yield* unknown(area, where);
        if (series.length !== hours)
          yield problem('energy_hours_differ', `${where}.${area}`, {
            ...{ where: `${where}.${area}`, found: series.length, expected: hours },
          });
        const below = series.findIndex((one) => one < 0);
        if (below >= 0) {
          const at = `${where}.${area}.${below}`;
          yield problem('energy_field_value', at, { where: at });
        }
      }
    }
    // What is missing is not zero: an area without load has to say so.
    for (const area of areas)
      if (climate.load[area] === undefined) {
        const where = `climateYears.${year}.load.${area}`;
        yield problem('energy_field_missing', where, { where });
      }
  }
  for (const [place, { area, kind, efficiency }] of reserves.entries()) {
    yield* unknown(area, `reserves.${place}`);
    if (kind === 'storage' && efficiency === undefined)
      yield problem('energy_storage_efficiency', `reserves.${place}`, { where: `reserves.${place}` });
  }
  if (exchange === null) return;
  yield* twice(
    exchange.domains.map(({ id }) => id),
    'exchange.domains',
  );
  for (const [one, { rows }] of exchange.domains.entries())
    for (const [place, { ptdf, ram }] of rows.entries()) {
      const where = `exchange.domains.${one}.rows.${place}`;
      if (ram < 0) yield problem('energy_study_ram_negative', where, { where, ram });
      for (const area of Object.keys(ptdf)) yield* unknown(area, where);
      for (const area of areas)
        if (ptdf[area] === undefined)
          yield problem('energy_field_missing', where, { where: `${where}.ptdf.${area}` });
    }
  const { domainOf } = exchange;
  if (domainOf === undefined) return;
  if (domainOf.length !== hours)
    yield problem('energy_hours_differ', 'exchange.domainOf', {
      ...{ where: 'exchange.domainOf', found: domainOf.length, expected: hours },
    });
  const names = new Set(exchange.domains.map(({ id }) => id));
  for (const [hour, name] of domainOf.entries())
    if (!names.has(name)) {
      const where = `exchange.domainOf.${hour}`;
      yield problem('energy_name_unknown', where, { where, name });
    }
}

function twice(names: readonly string[], where: string): readonly Problem[] {
  const again = new Set(names.filter((name, place) => names.indexOf(name) !== place));
  return [...again].map((name) => problem('energy_name_twice', where, { where, name }));
}

function studyOf(file: StudyFile): Study {
  const { study: name, synthetic, source, areas, hours, exchange } = file;
  const place = new Map(areas.map((area, index) => [area, index]));
  const placeOf = (area: string) => place.get(area) as number;
  const table = (series: z.output<typeof ByArea> | undefined) => {
    const all = new Float64Array(areas.length * hours);
    for (const [area, numbers] of Object.entries(series ?? {})) all.set(numbers, placeOf(area) * hours);
    return all;
  };
  return {
    ...{ name, synthetic, source, areas, hours },
    units: file.units.flatMap(({ id, area, megawatts, count = 1, mttf, mttr, maintenance = [] }) =>
      Array.from({ length: count }, (_, one) => ({
        ...{ id: count === 1 ? id : `${id} ${one + 1}`, area: placeOf(area) },
        ...{ megawatts, mttf, mttr, maintenance },
      })),
    ),
    climateYears: file.climateYears.map(({ id, load, mustRun, inflow }) => ({
      ...{ id, load: table(load), mustRun: table(mustRun), inflow: table(inflow) },
    })),
    exchange:
      exchange === null
        ? null
        : {
            localMatching: exchange.localMatching,
            domains: exchange.domains.map(({ id, rows }) => ({
              id,
              rows: rows.map((row) => ({
                ...{ id: row.id, ram: row.ram },
                ptdf: Float64Array.from(areas, (area) => row.ptdf[area] as number),
              })),
            })),
            domainOf: domainPlaces(exchange, hours),
          },
    reserves: (file.reserves ?? []).map(({ area, efficiency = 1, ...reserve }) => ({
      ...{ ...reserve, area: placeOf(area) },
      efficiency: reserve.kind === 'storage' ? efficiency : 1,
    })),
  };
}

function domainPlaces({ domains, domainOf }: NonNullable<StudyFile['exchange']>, hours: number): Uint16Array {
  const places = new Map(domains.map(({ id }, place) => [id, place]));
  return domainOf === undefined
    ? new Uint16Array(hours)
    : Uint16Array.from(domainOf, (name) => places.get(name) as number);
}

/** A study as its file says it, each unit by itself; read again it is the same study. */
export function studyFileOf({ name, exchange, reserves, ...study }: Study): z.input<typeof StudyFile> {
  const { areas, hours } = study;
  const nameOf = (area: number) => areas[area] as string;
  const byArea = (table: Float64Array, isNeeded: (series: Float64Array) => boolean) =>
    Object.fromEntries(
      areas.flatMap((area, place) => {
        const series = table.subarray(place * hours, (place + 1) * hours);
        return isNeeded(series) ? [[area, [...series]]] : [];
      }),
    );
  const isAny = (series: Float64Array) => series.some((one) => one !== 0);
  return {
    ...{ study: name, synthetic: study.synthetic, source: study.source, hours, areas: [...areas] },
    units: study.units.map(({ area, maintenance, ...unit }) => ({
      ...{ ...unit, area: nameOf(area) },
      maintenance: maintenance.map(([from, until]): [number, number] => [from, until]),
    })),
    climateYears: study.climateYears.map(({ id, load, mustRun, inflow }) => ({
      ...{ id, load: byArea(load, () => true) },
      ...{ mustRun: byArea(mustRun, isAny), inflow: byArea(inflow, isAny) },
    })),
    exchange:
      exchange === null
        ? null
        : {
            localMatching: exchange.localMatching,
            domains: exchange.domains.map(({ id, rows }) => ({
              id,
              rows: rows.map((row) => ({
                ...{ id: row.id, ram: row.ram },
                ptdf: Object.fromEntries(areas.map((area, place) => [area, row.ptdf[place] as number])),
              })),
            })),
            ...(exchange.domainOf.every((place) => place === 0)
              ? {}
              : { domainOf: Array.from(exchange.domainOf, (place) => exchange.domains[place]?.id ?? '') }),
          },
    reserves: reserves.map(({ area, ...reserve }) => ({ ...reserve, area: nameOf(area) })),
  };
}
