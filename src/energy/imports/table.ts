import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { eachLine } from '#platform/files/lines.ts';

/**
 * What a column has to hold: text as it stands, or a number with a decimal point. A column that `may be` of its kind may be missing from
 * the head, and a number from its field: it is '' then, or NaN.
 */
export type ColumnKind = 'text' | 'number' | 'may be text' | 'may be number';

/** A row while it is looked at: `text` and `number` by the names of columns. All are the reader's, and change with the next row. */
export type TableRow = {
  readonly line: number;
  readonly text: Readonly<Record<string, string>>;
  readonly number: Readonly<Record<string, number>>;
  /** Of tables with a column for each hub: their names, in the order of the head, … */
  readonly hubs: readonly string[];
  /** … and the number of each. */
  readonly ptdf: Float64Array;
};

/** A column of the head that stands for a hub. */
export type HubColumn = { readonly hub: string; readonly at: number };

export type TableLayout = {
  /** Of the file, for findings. */
  readonly path: string;
  readonly separator: ',' | ';' | '|';
  readonly columns: Readonly<Record<string, ColumnKind>>;
  /** The head may write capitals where `columns` has none, and the other way round. */
  readonly anyCase?: boolean;
  /** A hub may have no number in a row: it is NaN then. */
  readonly hubsMayBeEmpty?: boolean;
  /** Which columns of the head are hubs, by what the layout knows of their names and places; without it none is. */
  readonly hubs?: (head: readonly string[], at: string) => Result<readonly HubColumn[]>;
};

/** What is wrong in one file: findings are told one by one up to a number, and of more that there are more. */
export type Faults = { readonly add: (one: Problem) => void; readonly all: () => readonly Problem[] };

export function faultsIn(path: string, toldAtMost = 50): Faults {
  const told: Problem[] = [];
  let count = 0;
  return {
    add: (one) => {
      count++;
      if (told.length < toldAtMost) told.push(one);
    },
    all: () =>
      count > toldAtMost
        ? [...told, problem('energy_rows_invalid', path, { count, told: toldAtMost })]
        : told,
  };
}

/**
 * Reads a table with a head, line by line, in any order of columns; those that are not asked for are passed over. `take` gets each
 * whole row, and may say what is wrong with it. Problems, all of them at once with their lines: `energy_table_empty`,
 * `energy_table_columns`, `energy_row_width`, `energy_row_number`, `energy_row_too_long`, `energy_rows_invalid`, and those of `hubs` and `take`.
 */
export async function readTable(
  chunks: AsyncIterable<Buffer>,
  { path, separator, columns, anyCase, hubsMayBeEmpty, hubs: hubsOf = () => ok([]) }: TableLayout,
  take: (row: TableRow) => Problem | null,
): Promise<Result<number>> {
  const faults = faultsIn(path);
  const refuse = faults.add;
  const text: Record<string, string> = {};
  const number: Record<string, number> = {};
  const row = { line: 0, text, number, hubs: [] as readonly string[], ptdf: new Float64Array() };
  let places: readonly Place[] | null = null;
  let hubs: readonly HubColumn[] = [];
  let [line, width, rows] = [0, 0, 0];

  const takeLine = (bytes: Buffer, from: number, to: number, isCut: boolean) => {
    line++;
    const at = `${path}:${line}`;
    if (isCut) return refuse(problem('energy_row_too_long', at, { line }));
    const fields = fieldsOf(bytes.toString('utf8', from, to), separator);
    if (places === null) {
      const head = fields.map((name) => name.replace(/^\uFEFF/, '').trim());
      const folded = (name: string) => (anyCase === true ? name.toLowerCase() : name);
      const names = head.map(folded);
      const missing = Object.entries(columns).flatMap(([name, kind]) =>
        kind.startsWith('may be') || names.includes(folded(name)) ? [] : [name],
      );
      if (missing.length > 0)
        return refuse(problem('energy_table_columns', at, { missing: missing.join(', ') }));
      const found = hubsOf(head, at);
      if (!found.ok) {
        for (const fault of found.problems) refuse(fault);
        return;
      }
      hubs = found.value;
      row.hubs = hubs.map(({ hub }) => hub);
      row.ptdf = new Float64Array(hubs.length);
      places = Object.entries(columns).map(([name, kind]) => ({
        ...{
          name,
          at: names.indexOf(folded(name)),
          isText: kind.endsWith('text'),
          mayBeEmpty: kind === 'may be number',
        },
      }));
      width = head.length;
      return;
    }
    if (fields.length === 1 && fields[0]?.trim() === '') return;
    if (fields.length !== width)
      return refuse(problem('energy_row_width', at, { line, found: fields.length, expected: width }));
    const refuseNumber = (column: string, field: string) =>
      refuse(problem('energy_row_number', at, { line, column, received: field.slice(0, 40) }));
    for (const { name, at: place, isText, mayBeEmpty } of places) {
      const field = fields[place] ?? '';
      if (isText) text[name] = field;
      else {
        number[name] = numberOf(field);
        if (!Number.isFinite(number[name]) && !(mayBeEmpty && isEmpty(field)))
          return refuseNumber(name, field);
      }
    }
    for (const [place, { hub, at: from }] of hubs.entries()) {
      const field = fields[from] ?? '';
      row.ptdf[place] = numberOf(field);
      if (!Number.isFinite(row.ptdf[place]) && !(hubsMayBeEmpty && isEmpty(field)))
        return refuseNumber(hub, field);
    }
    row.line = line;
    const fault = take(row);
    if (fault === null) rows++;
    else refuse(fault);
  };

  await eachLine(
    chunks,
    (bytes, from, to, cut) => {
      // Of a head that does not fit, rows say nothing.
      if (places !== null || line === 0) takeLine(bytes, from, to, cut !== null);
    },
    async () => {},
  );
  if (line === 0) return fail(problem('energy_table_empty', path));
  const found = faults.all();
  return found.length > 0 ? fail(...found) : ok(rows);
}

/** A column that is asked for, and where it is; -1: the head has none. */
type Place = {
  readonly name: string;
  readonly at: number;
  readonly isText: boolean;
  readonly mayBeEmpty: boolean;
};

/** An empty field is no zero. */
const numberOf = (field: string) => (field.trim() === '' ? Number.NaN : Number(field));

/** JAO writes NA where it has nothing to say. */
const isEmpty = (field: string) => /^\s*(?:NA)?\s*$/.test(field);

/**
 * Most rows of these files are plain; those with quotes are RFC 4180's. One that is not whole is given as one field, which has not the
 * width of the head, and is told so.
 */
function fieldsOf(line: string, separator: string): readonly string[] {
  if (!line.includes('"')) return line.split(separator);
  const fields: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const isQuoted = line[at] === '"';
    const end = isQuoted ? endOfQuoted(line, at) : line.indexOf(separator, at);
    const to = !isQuoted && end < 0 ? line.length : end;
    const field = line.slice(at, to);
    const follows = line[to];
    if (to < 0 || (follows !== undefined && follows !== separator)) return [line];
    if (!isQuoted && field.includes('"')) return [line];
    fields.push(isQuoted ? field.slice(1, -1).replaceAll('""', '"') : field);
    at = to + 1;
  }
  return fields;
}

/** The place behind the quote that ends what one at `from` begins; two beside each other are a sign of the text. -1: none does. */
function endOfQuoted(line: string, from: number): number {
  let end = line.indexOf('"', from + 1);
  while (end >= 0 && line[end + 1] === '"') end = line.indexOf('"', end + 2);
  return end < 0 ? -1 : end + 1;
}
