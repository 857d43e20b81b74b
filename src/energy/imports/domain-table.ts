import { combine, fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { StepDomain, TypedRow } from '../domain/model.ts';
import { type DomainDays, faultsOfDays, rowsOfStep, type StepName, stepsOfDays } from './domain-days.ts';
import { faultOfRow } from './domain-row.ts';
import { type HubColumn, readTable, type TableLayout, type TableRow } from './table.ts';

/** How a table has domains in it: a row each, hubs beside one another. */
export type DomainLayout = Pick<TableLayout, 'separator' | 'columns'> & {
  /** Which columns of a head are hubs, and whether all stand where the layout has them. */
  readonly hubs: (head: readonly string[]) => {
    readonly hubs: readonly HubColumn[];
    readonly isInOrder: boolean;
  };
  /** For people: the order of its columns. */
  readonly order: string;
  readonly extent: 'whole days' | 'window';
  readonly ram: string;
  readonly step: (row: TableRow, at: string) => Result<StepName>;
  /** What a row is, and what it is called. */
  readonly typed: (row: TableRow) => Omit<TypedRow, 'id' | 'ptdf' | 'ram' | 'line'>;
};

/**
 * Reads domains out of a table. Problems, all at once with their lines: those of `readTable`, `faultOfRow`, `faultsOfDays` and of the
 * layout, `energy_table_order`, `energy_hub_twice`, `energy_domain_empty`.
 */
export async function readDomainTable(
  chunks: AsyncIterable<Buffer>,
  path: string,
  layout: DomainLayout,
): Promise<Result<readonly StepDomain[]>> {
  const days: DomainDays = new Map();
  let hubs: readonly string[] = [];
  // A row that cannot be read is of an hour that nobody knows: hours may seem to be missing for it.
  let unknownHours = 0;
  const known = { ...layout, path, hubs: (head: readonly string[], at: string) => hubsOf(layout, head, at) };
  const read = await readTable(chunks, known, (row) => {
    const { line, ptdf } = row;
    const at = `${path}:${line}`;
    const step = layout.step(row, at);
    if (!step.ok) {
      unknownHours++;
      return step.problems[0] as Problem;
    }
    hubs = row.hubs;
    const rows = rowsOfStep(days, step.value, line);
    const ram = row.number[layout.ram] as number;
    const fault = faultOfRow(ptdf, ram, line, at);
    if (fault === null)
      rows.push({ id: `line ${line}`, ptdf: ptdf.slice(), ram, line, ...layout.typed(row) });
    return fault;
  });
  if (!read.ok) unknownHours += read.problems.filter(({ code }) => unread.has(code)).length;
  if (read.ok && read.value === 0) return fail(problem('energy_domain_empty', path));
  const hours = unknownHours > 0 ? [] : faultsOfDays(days, path, layout.extent);
  const whole = combine([read, hours.length > 0 ? fail(...hours) : ok(0)]);
  return whole.ok ? ok(stepsOfDays(days, hubs)) : whole;
}

const unread = new Set([
  'energy_row_width',
  'energy_row_number',
  'energy_row_too_long',
  'energy_rows_invalid',
]);

function hubsOf(layout: DomainLayout, head: readonly string[], at: string): Result<readonly HubColumn[]> {
  const { hubs, isInOrder } = layout.hubs(head);
  const twice = hubs.filter(({ hub }, place) => hubs.findIndex((one) => one.hub === hub) < place);
  const faults = [
    ...(isInOrder && hubs.length >= 2 ? [] : [problem('energy_table_order', at, { order: layout.order })]),
    ...twice.map(({ hub }) => problem('energy_hub_twice', at, { hub })),
  ];
  return faults.length > 0 ? fail(...faults) : ok(hubs);
}
