import type { PlainDate } from '#kernel/dates.ts';
import { type Problem, problem } from '#kernel/result.ts';
import type { StepDomain, TypedRow } from '../domain/model.ts';
import { marketDay } from '../time/market-day.ts';

/** Domains of a file, and what is odd in it and hinders nothing. */
export type DomainFile = { readonly steps: readonly StepDomain[]; readonly warnings: readonly Problem[] };

/** The step that a row is of; one of `day` and `typicalDay` names the day. */
export type StepName = Pick<StepDomain, 'day' | 'typicalDay' | 'period'> & { readonly day: PlainDate | null };

/** Rows of one day as they come, put to their periods; `lines` is where each period is first spoken of, also by a row that is refused. */
type DomainDay = Omit<StepName, 'period'> & {
  readonly rows: Map<number, TypedRow[]>;
  readonly lines: Map<number, number>;
};

/** By what names the day. */
export type DomainDays = Map<string, DomainDay>;

/** The rows so far of a step; the first that speaks of a day says how it is clustered. */
export function rowsOfStep(
  days: DomainDays,
  { day, typicalDay, period }: StepName,
  line: number,
): TypedRow[] {
  const name = day ?? typicalDay ?? '';
  let of = days.get(name);
  if (of === undefined) {
    of = { day, typicalDay, rows: new Map(), lines: new Map() };
    days.set(name, of);
  }
  let rows = of.rows.get(period);
  if (rows === undefined) {
    rows = [];
    of.rows.set(period, rows);
    of.lines.set(period, line);
  }
  return rows;
}

/**
 * What is wrong with the hours that each day has. They follow one another without a hole. A file of `whole days` may end within one, as a
 * sample does, and give one hour out of its middle; but more than one begin with the first, and one less than the day has is an hour lost.
 * A `window` begins and ends where it was asked for. One of `every hour` has all that its days have, and one of `any hours` no others.
 * Problems: `energy_hour_missing`, `energy_hour_beyond`, `energy_day_25_as_24`, each with the line at which the hour is missed or too many.
 */
export function faultsOfDays(
  days: ReadonlyMap<string, Pick<DomainDay, 'day' | 'lines'>>,
  path: string,
  extent: 'whole days' | 'window' | 'every hour' | 'any hours',
): readonly Problem[] {
  return [...days].flatMap(([name, { day, lines }]) => {
    // A typical day is one without a change of clocks.
    const hours = day === null ? 24 : marketDay(day, 60).steps;
    const given = [...lines.keys()].sort((one, other) => one - other);
    const last = given.at(-1) as number;
    const hoursProblem = (code: string, hour: number, line: number) =>
      problem(code, `${path}:${line}`, { day: name, hour, hours, line });
    const beyond = given
      .filter((hour) => hour > hours)
      .map((hour) => hoursProblem('energy_hour_beyond', hour, lines.get(hour) as number));
    if (extent === 'any hours' || (extent !== 'every hour' && given.length === 1)) return beyond;

    const first = extent === 'window' ? (given[0] as number) : 1;
    const isWithin = holesIn(lines, first, last).length > 0;
    const isOneLess = !isWithin && last === hours - 1;
    const end = extent === 'every hour' || (extent === 'whole days' && isOneLess) ? hours : last;
    const missing = holesIn(lines, first, end).map(({ hour, line }) =>
      hoursProblem(isOneLess && last === 24 ? 'energy_day_25_as_24' : 'energy_hour_missing', hour, line),
    );
    return [...missing, ...beyond];
  });
}

/** Hours from `first` to `last` without a line, each with the line at which what is there goes on, or ends. */
export function holesIn(
  lines: ReadonlyMap<number, number>,
  first: number,
  last: number,
): readonly { readonly hour: number; readonly line: number }[] {
  const given = [...lines.keys()].sort((one, other) => one - other);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
    .filter((hour) => !lines.has(hour))
    .map((hour) => {
      const seen = given.find((one) => one > hour) ?? (given.at(-1) as number);
      return { hour, line: lines.get(seen) as number };
    });
}

/** In order of day, or of typical day by its number, and period. */
export function stepsOfDays(days: DomainDays, hubs: readonly string[]): readonly StepDomain[] {
  const sorted = [...days].sort(([one], [other]) =>
    one.padStart(10, '0') < other.padStart(10, '0') ? -1 : 1,
  );
  return sorted.flatMap(([, { day, typicalDay, rows }]) =>
    [...rows]
      .sort(([one], [other]) => one - other)
      .map(([period, of]): StepDomain => ({ day, typicalDay, period, hubs, rows: of })),
  );
}
