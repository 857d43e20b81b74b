import { parsePlainDate } from '#kernel/dates.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { StepName } from './domain-days.ts';
import { dayProblem, hourProblem, isHour, unnamedElement } from './domain-row.ts';
import type { DomainLayout } from './domain-table.ts';
import type { TableRow } from './table.ts';

/**
 * Domains in the `|`-separated layout of RTE: `Date|Period|ptdfFR|…|ram|Class|idDayType|TypicalDay`. Hubs are the columns `ptdfXX`; what
 * describes the clustering of days is kept as it stands, with `|` between its fields. Problems of a row: `energy_day_invalid`,
 * `energy_hour_invalid`.
 */
export const rteCsv: DomainLayout = {
  separator: '|',
  columns: {
    ...{ Date: 'text', Period: 'number', ram: 'number' },
    ...{ Class: 'may be text', idDayType: 'may be text', TypicalDay: 'may be text' },
  },
  order: 'Date|Period|ptdf…|ram|Class|idDayType|TypicalDay',
  ram: 'ram',
  extent: 'whole days',
  hubs: (head) => {
    const hubs = head.flatMap((name, at) => (/^ptdf./.test(name) ? [{ hub: name.slice(4), at }] : []));
    const first = [head.indexOf('Date'), head.indexOf('Period'), ...hubs.map(({ at }) => at)];
    // Whatever stands between them would be a hub with its name written otherwise.
    return { hubs, isInOrder: [...first, head.indexOf('ram')].every((at, place) => at === place) };
  },
  step,
  typed: () => unnamedElement,
};

function step({ line, text, number }: TableRow, at: string): Result<StepName> {
  const day = parsePlainDate((text.Date as string).trim());
  const period = number.Period as number;
  if (!day.ok) return fail(dayProblem(at, line, text.Date as string));
  if (!isHour(period)) return fail(hourProblem(at, line, period));
  const clustering = [text.Class, text.idDayType, text.TypicalDay].filter((one) => one !== '').join('|');
  return ok({ day: day.value, typicalDay: clustering === '' ? null : clustering, period });
}
