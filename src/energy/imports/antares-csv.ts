import { fail, ok, type Result } from '#kernel/result.ts';
import type { StepName } from './domain-days.ts';
import { dayProblem, hourProblem, isHour, isHubLimit, unnamedElement } from './domain-row.ts';
import type { DomainLayout } from './domain-table.ts';
import type { TableRow } from './table.ts';

/**
 * Domains of typical days in the `;`-separated layout of Antares: `Id_day;Period;BE;…;RAM`. Hubs are whatever stands between Period and
 * RAM; a row of a single -1 or 1 is a limit to a hub's import or export, and no line. Problems of a row: `energy_day_invalid`,
 * `energy_hour_invalid`.
 */
export const antaresCsv: DomainLayout = {
  separator: ';',
  columns: { Id_day: 'text', Period: 'number', RAM: 'number' },
  order: 'Id_day;Period;…;RAM',
  ram: 'RAM',
  extent: 'whole days',
  hubs: (head) => {
    const ram = head.indexOf('RAM');
    const hubs = head.flatMap((hub, at) => (at > 1 && at < ram ? [{ hub, at }] : []));
    // A hub after RAM would be lost.
    return { hubs, isInOrder: head[0] === 'Id_day' && head[1] === 'Period' && ram === head.length - 1 };
  },
  step,
  typed: ({ ptdf }) => (isHubLimit(ptdf) ? { ...unnamedElement, kind: 'external' } : unnamedElement),
};

function step({ line, text, number }: TableRow, at: string): Result<StepName> {
  const typicalDay = (text.Id_day as string).trim();
  const period = number.Period as number;
  if (!/^\d{1,9}$/.test(typicalDay)) return fail(dayProblem(at, line, typicalDay));
  return isHour(period) ? ok({ day: null, typicalDay, period }) : fail(hourProblem(at, line, period));
}
