import { combine, fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { RowKind, TypedRow } from '../domain/model.ts';
import { type MarketPeriod, periodBeginningAt } from '../time/market-day.ts';
import { type DomainDays, type DomainFile, faultsOfDays, rowsOfStep, stepsOfDays } from './domain-days.ts';
import { faultOfRow, isHubLimit } from './domain-row.ts';
import { parseEic } from './eic.ts';
import { readJsonRows } from './json-rows.ts';
import { brokenIdentities, type RamChain, ramChainNames } from './ram-identities.ts';
import { type ColumnKind, faultsIn, readTable, type TableRow } from './table.ts';

/** Warnings that are given one by one; of more only their number. */
const warnedAtMost = 50;
/** Codes of elements that are looked at: of a file that is nothing but faults not all are told. */
const mostCodes = 10_000;

const textNames = ['dateTimeUtc', 'tso', 'cneName', 'cneEic', 'direction', 'contName', 'cnec'] as const;
const columns: Readonly<Record<string, ColumnKind>> = {
  ...Object.fromEntries(textNames.map((name) => [name, 'may be text'] as const)),
  ...Object.fromEntries(ramChainNames.map((name) => [name, 'may be number'] as const)),
  ...{ dateTimeUtc: 'text', ram: 'number' },
};

/**
 * Reads a page of JAO's publication of the Core region as JSON: `{"data":[…],"totalRows":n}` or the list alone, fields in camelCase and a
 * `ptdf_<hub>` for each hub. Problems, with their lines and rows: those of `readJsonRows` and of `gatherJao`, `energy_json_shape`,
 * `energy_page_partial`, `energy_row_number`, `energy_row_hubs`.
 */
export async function readJaoJson(chunks: AsyncIterable<Buffer>, path: string): Promise<Result<DomainFile>> {
  const faults = faultsIn(path);
  const gathered = gatherJao(path);
  const text: Record<string, string> = {};
  const number: Record<string, number> = {};
  let hubs: readonly string[] = [];
  let ptdf = new Float64Array();

  const around = await readJsonRows(chunks, path, ({ fields, place, line }) => {
    const at = `${path}:${line} data[${place}]`;
    if (place === 0) {
      hubs = Object.keys(fields).flatMap((name) => (name.startsWith('ptdf_') ? [name.slice(5)] : []));
      ptdf = new Float64Array(hubs.length);
    }
    let found = 0;
    for (const name in fields) if (name.startsWith('ptdf_')) found++;
    if (hubs.length < 2 || found !== hubs.length) return faults.add(problem('energy_row_hubs', at, { line }));
    for (const name of textNames) text[name] = `${fields[name] ?? ''}`;
    const wrong = new Set<string>();
    const numberIn = (name: string) => {
      const value = fields[name] ?? Number.NaN;
      if (typeof value === 'number') return value;
      if (said(`${value}`) !== null) wrong.add(name);
      return Number.NaN;
    };
    for (const name of ramChainNames) number[name] = numberIn(name);
    for (const [index, hub] of hubs.entries()) ptdf[index] = numberIn(`ptdf_${hub}`);
    if (Number.isNaN(number.ram)) wrong.add('ram');
    for (const column of wrong)
      faults.add(
        problem('energy_row_number', at, { line, column, received: `${fields[column] ?? ''}`.slice(0, 40) }),
      );
    if (wrong.size > 0) return;
    const fault = gathered.take({ line, text, number, hubs, ptdf }, `row ${place + 1}`, at);
    if (fault !== null) faults.add(fault);
  });
  const found = faults.all();
  const rows = around.ok ? pageFaults(around.value, path) : around;
  const whole = combine([rows, found.length > 0 ? fail(...found) : ok(0)]);
  return whole.ok ? gathered.finish() : whole;
}

/** Whether what stands around the rows is a page, and a whole one. */
function pageFaults(around: unknown, path: string): Result<number> {
  const page = Array.isArray(around)
    ? { data: around }
    : (around as Readonly<Record<string, unknown>> | null);
  const rows: unknown = page?.data;
  // Rows are their places here: a list elsewhere in the page would have taken some of them.
  if (!Array.isArray(rows) || !rows.every((row, place) => row === place))
    return fail(problem('energy_json_shape', path));
  if (rows.length === 0) return fail(problem('energy_domain_empty', path));
  const total = 'totalRows' in (page as object) ? (page as { totalRows: unknown }).totalRows : rows.length;
  return typeof total === 'number' && total > rows.length
    ? fail(problem('energy_page_partial', path, { found: rows.length, total }))
    : ok(rows.length);
}

/**
 * Reads the `;`-separated export of the same: `DateTimeUtc`, `Ram`, `Ptdf_<hub>`. Problems, all at once with their lines: those of
 * `readTable` and of `gatherJao`, `energy_row_hubs`.
 */
export async function readJaoCsv(chunks: AsyncIterable<Buffer>, path: string): Promise<Result<DomainFile>> {
  const gathered = gatherJao(path);
  const layout = { path, separator: ';', columns, anyCase: true, hubsMayBeEmpty: true } as const;
  const read = await readTable(
    chunks,
    {
      ...layout,
      hubs: (head, at) => {
        const hubs = head.flatMap((name, place) =>
          /^ptdf_./i.test(name) ? [{ hub: name.slice('ptdf_'.length), at: place }] : [],
        );
        const isWhole = hubs.length >= 2 && new Set(hubs.map(({ hub }) => hub)).size === hubs.length;
        return isWhole ? ok(hubs) : fail(problem('energy_row_hubs', at, { line: 1 }));
      },
    },
    (row) => gathered.take(row, `line ${row.line}`, `${path}:${row.line}`),
  );
  if (!read.ok) return read;
  return read.value === 0 ? fail(problem('energy_domain_empty', path)) : gathered.finish();
}

/**
 * Rows of JAO as they come, put to the hours of Brussels. Problems of a row: `energy_instant_invalid`, `energy_row_kind`,
 * `energy_ram_negative`, `energy_ptdf_spread`; of all: `energy_ptdf_missing` and those of `faultsOfDays`. Warnings: `energy_ram_identity`,
 * `energy_ram_identities`, `energy_eic_form`, `energy_eic_check` (once for each code of an element).
 */
function gatherJao(path: string) {
  const days: DomainDays = new Map();
  const periods = new Map<string, MarketPeriod | null>();
  const warnings: Problem[] = [];
  let broken = 0;
  const places = new Map<TypedRow, string>();
  const codes = new Set<string>();
  let hubs: readonly string[] = [];
  let given: Uint32Array | null = null;

  /** A domain holds without the names of its elements: a code that is none is told, and keeps nothing out. */
  function checkCode(code: string | null, at: string) {
    if (code === null || codes.has(code) || codes.size > mostCodes) return;
    codes.add(code);
    const eic = parseEic(code, at);
    if (!eic.ok) warnings.push(...eic.problems.map((one) => ({ ...one, severity: 'warning' as const })));
  }

  function take({ line, text, number, hubs: named, ptdf }: TableRow, id: string, at: string): Problem | null {
    const instant = text.dateTimeUtc as string;
    let period = periods.get(instant);
    if (period === undefined) {
      period = periodBeginningAt(instant, 60);
      periods.set(instant, period);
    }
    if (period === null)
      return problem('energy_instant_invalid', at, { line, received: instant.slice(0, 40) });
    hubs = named;
    const kind = kindOf(text, ptdf);
    const ram = number.ram as number;
    const rows = rowsOfStep(days, { ...period, typicalDay: null }, line);
    const fault = kind === null ? problem('energy_row_kind', at, { line }) : faultOfRow(ptdf, ram, line, at);
    if (fault !== null || kind === null) return fault;
    if (kind === 'element') {
      checkCode(said(text.cneEic), at);
      for (const { identity, published, computed } of brokenIdentities(number as RamChain)) {
        const params = { line, identity, published: Math.round(published), computed: Math.round(computed) };
        if (++broken <= warnedAtMost) warnings.push(problem('energy_ram_identity', at, params, 'warning'));
      }
    }
    given ??= new Uint32Array(named.length);
    for (let hub = 0; hub < ptdf.length; hub++) if (!Number.isNaN(ptdf[hub])) (given[hub] as number)++;
    const row: TypedRow = {
      ...{ id, ptdf: ptdf.slice(), ram, kind, line },
      element: kind === 'element' ? nameOf(text) : said(text.cneName),
      contingency: kind === 'element' ? said(text.contName) : null,
      operator: said(text.tso),
    };
    rows.push(row);
    places.set(row, at);
    return null;
  }

  /** Hubs that no row gives a number are none of this region, such as virtual ones to come. */
  function finish(): Result<DomainFile> {
    const used = Array.from(hubs.keys()).filter((hub) => (given?.[hub] ?? 0) > 0);
    const faults = faultsIn(path);
    for (const fault of faultsOfDays(days, path, 'window')) faults.add(fault);
    const steps = stepsOfDays(
      days,
      used.map((hub) => hubs[hub] as string),
    ).map((step) => ({
      ...step,
      rows: step.rows.map((row) => {
        const ptdf = Float64Array.from(used, (hub) => row.ptdf[hub] as number);
        if (row.kind !== 'element') {
          // A limit or a sum names its hubs; the others have no part in it.
          for (const [hub, factor] of ptdf.entries()) if (Number.isNaN(factor)) ptdf[hub] = 0;
        } else if (ptdf.some(Number.isNaN)) {
          const hub = hubs[used[ptdf.findIndex(Number.isNaN)] as number] as string;
          faults.add(problem('energy_ptdf_missing', places.get(row) as string, { line: row.line, hub }));
        }
        return { ...row, ptdf };
      }),
    }));
    const found = faults.all();
    if (found.length > 0) return fail(...found);
    const params = { count: broken, told: warnedAtMost };
    const more = problem('energy_ram_identities', path, params, 'warning');
    return ok({ steps, warnings: broken > warnedAtMost ? [...warnings, more] : warnings });
  }
  return { take, finish };
}

/**
 * What JAO does not call a CNEC is no element: a limit of one hub, with a single 1 or -1, or one half of a sum that has to be zero, with a 1
 * (or a -1) on every hub of it, as those of the two ends of ALEGrO, ALBE and ALDE. Null: neither.
 */
function kindOf(text: TableRow['text'], ptdf: Float64Array): RowKind | null {
  const cnec = (text.cnec as string).trim().toLowerCase();
  if (cnec === 'true' || (cnec === '' && said(text.cneEic) !== null)) return 'element';
  const named = ptdf.filter((factor) => factor !== 0 && !Number.isNaN(factor));
  if (isHubLimit(named)) return 'external';
  const [first] = named;
  const isSum = named.length >= 2 && Math.abs(first as number) === 1;
  return isSum && named.every((factor) => factor === first) ? 'equality' : null;
}

/** An element has a row for each direction of its flow. */
function nameOf({ cneName, direction }: TableRow['text']): string | null {
  return [said(cneName), said(direction)].filter((part) => part !== null).join(' ') || null;
}

/** JAO writes NA where it has nothing to say. */
function said(text: string | undefined): string | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' || trimmed === 'NA' || trimmed === 'null' ? null : trimmed;
}
