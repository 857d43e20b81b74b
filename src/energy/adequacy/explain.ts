import { alone, exchangerOf } from './exchange.ts';
import { leastShortage, type Study, type Unit } from './model.ts';
import { walkOf } from './monte-carlo.ts';
import { isPlannedOut, outagesOf } from './units.ts';

/** Why an hour of a year of a run was short. MW, by area where there is a table. */
export type Explained = {
  readonly hour: number;
  readonly climateYear: string;
  readonly domain: string | null;
  readonly unserved: readonly number[];
  readonly positions: readonly number[];
  readonly margins: readonly number[];
  readonly given: readonly number[];
  /** Rows of the domain that bind, the dearest first: MW less unserved for one more MW. None: there was not enough anywhere. */
  readonly limiting: readonly { readonly row: string; readonly worth: number }[];
  /** Units that were down by chance, and by plan. */
  readonly down: readonly Unit[];
  readonly planned: readonly Unit[];
};

/** An event of one year: a run of hours in which something is unserved anywhere. */
export type Event = {
  readonly year: number;
  readonly from: number;
  readonly hours: number;
  /** MWh. */
  readonly energy: number;
  /** Its hour with the most unserved. */
  readonly worst: number;
};

/** The events of a year; the year is made again from the seed. */
export function eventsOf(study: Study, seed: number, year: number): readonly Event[] {
  const found: { year: number; from: number; hours: number; energy: number; worst: number; most: number }[] =
    [];
  walkOf(study, seed).walk(year, ({ hour, unserved }) => {
    const megawatts = unserved.reduce((sum, one) => sum + one, 0);
    let event = found.at(-1);
    if (event === undefined || event.from + event.hours !== hour) {
      event = { year, from: hour, hours: 0, energy: 0, worst: hour, most: 0 };
      found.push(event);
    }
    event.hours++;
    event.energy += megawatts;
    if (megawatts > event.most) {
      event.most = megawatts;
      event.worst = hour;
    }
  });
  return found.map(({ most: _, ...event }) => event);
}

/** Null: nothing was unserved in that hour of that year. */
export function explainHour(study: Study, seed: number, year: number, hour: number): Explained | null {
  const { areas, units, climateYears, exchange } = study;
  const exchanger = exchange === null ? alone(areas.length) : exchangerOf(exchange, areas.length);
  const domain = exchange?.domainOf[hour] ?? 0;
  const rows = exchange?.domains[domain]?.rows ?? [];
  let explained: Explained | null = null;
  walkOf(study, seed).walk(year, (short) => {
    if (short.hour !== hour) return;
    const raised = short.margins.map((margin, area) => margin + (short.given[area] as number));
    const { limiting } = exchanger.explain(domain, raised, short.load);
    explained = {
      ...{ hour, climateYear: climateYears[year % climateYears.length]?.id ?? '' },
      domain: exchange?.domains[domain]?.id ?? null,
      unserved: [...short.unserved].map((one) => (one > leastShortage ? one : 0)),
      positions: [...short.positions],
      margins: [...short.margins],
      given: [...short.given],
      limiting: limiting
        .toSorted((one, other) => other.worth - one.worth)
        .map(({ row, worth }) => ({ row: rows[row]?.id ?? '', worth })),
      down: outagesOf(study, seed).downAt(year, hour),
      planned: units.filter((unit) => isPlannedOut(unit, hour)),
    };
  });
  return explained;
}
