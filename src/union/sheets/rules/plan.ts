import { canonicalJson } from '#kernel/canonical-json.ts';
import { firstDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import { type Problem, problem } from '#kernel/result.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import type { Cell, Column, SheetKind, Table } from '../model.ts';
import { type Bringer, entryFindings } from './entry.ts';
import type { Header } from './header.ts';
import type { Mapping } from './mapping.ts';
import { cellAt, lettersOf, placeOf, plainOf } from './places.ts';
import { heldIn, readCell, saysSame, shownOf, tidy, type Vocabulary } from './values.ts';

export const outcomes = ['accepted', 'corrected', 'quarantined', 'blank'] as const;
export type Outcome = (typeof outcomes)[number];
/** What a row that is taken in does; `repeated`: it says what another row has said. */
export const effects = ['added', 'changed', 'unchanged', 'repeated'] as const;
export type Effect = (typeof effects)[number];

/** One field of an existing record, before and after; `before` is null where there was nothing, or it is not shown. */
export type FieldChange = { readonly key: string; readonly before: string | null; readonly now: string };

export type PlannedRow = {
  /** As the spreadsheet counts it, from 1. */
  readonly row: number;
  readonly outcome: Outcome;
  readonly effect: Effect | null;
  readonly id: string | null;
  readonly title: string;
  /** What was corrected (warnings) and why it cannot be taken in (errors), each with its cell. */
  readonly findings: readonly Problem[];
  readonly changes: readonly FieldChange[];
  /** The whole new content, where there is something to write. */
  readonly body: RecordBody | null;
};

export type Plan = {
  readonly rows: readonly PlannedRow[];
  readonly counts: Readonly<Record<Outcome | Effect | 'rows', number>>;
  /** Columns in which something stands and that are not taken in. */
  readonly left: readonly { readonly column: string; readonly title: string; readonly cells: number }[];
};

export type PlanInput = {
  readonly table: Table;
  readonly header: Header;
  readonly mapping: Mapping;
  readonly kind: SheetKind;
  /** The file's name, as the source of what is new. */
  readonly source: string;
  readonly existing: readonly { readonly id: string; readonly body: RecordBody }[];
  /** The state of each record's lifecycle by now. */
  readonly states: ReadonlyMap<string, string>;
  readonly said: Vocabulary;
  readonly bringer: Bringer;
  readonly today: PlainDate;
  /** What a form of this kind would refuse of the content of a row that is written; the path is the field. */
  readonly refusals?: (body: RecordBody) => readonly Problem[];
};

type Values = Readonly<Record<string, unknown>>;
type Draft = {
  readonly row: number;
  readonly values: Values;
  readonly places: Readonly<Record<string, string>>;
  readonly corrections: readonly Problem[];
  readonly faults: Problem[];
  readonly title: string;
  id: string | null;
  isNew: boolean;
};

/**
 * What would come of a sheet, row by row, and every change old and new; writes nothing. Each row below the head is counted once:
 * accepted, corrected, quarantined or blank. The same sheet and the same register give the same plan.
 */
export function planImport(input: PlanInput): Plan {
  const { table, header, kind, existing } = input;
  const identify = identifying(kind, existing);
  const local = withNewNames(input, identify);
  const drafts = dataRows(input).map(({ row, isBlank }) => (isBlank ? row : draftOf(local, row, identify)));
  const whole = drafts.filter((draft) => typeof draft !== 'number');
  faultContradictions(whole, table);
  faultDangling(whole, input);
  const first = new Map<string, number>();
  const byId = new Map(existing.map(({ id, body }) => [id, body]));
  const rows = drafts.map((draft): PlannedRow => {
    if (typeof draft === 'number') return blankRow(draft);
    const before = draft.id === null ? undefined : byId.get(draft.id);
    const written = draft.faults.length === 0 ? bodyOf(input, draft, before) : null;
    const { id, title, corrections } = draft;
    const row = draft.row + 1;
    if (written === null || id === null)
      return quarantined(row, id, title, [...draft.faults, ...corrections]);
    const earlier = first.get(id);
    if (earlier !== undefined) {
      const repeated = problem(
        'sheet_row_repeated',
        placeOf(table, draft.row, 0),
        { row: earlier },
        'warning',
      );
      const findings = [...corrections, repeated];
      return { row, outcome: 'corrected', effect: 'repeated', id, title, findings, changes: [], body: null };
    }
    const checked = kind.kind.schema.safeParse(written.body);
    if (!checked.success) {
      const faults = checked.error.issues.map((issue) =>
        problem('sheet_record_invalid', draft.places[String(issue.path[0])] ?? placeOf(table, draft.row, 0), {
          field: issue.path.join('.'),
        }),
      );
      return quarantined(row, id, title, [...faults, ...corrections]);
    }
    first.set(id, row);
    const isWritten = before === undefined || written.changes.length > 0;
    const refused = isWritten ? (input.refusals?.(written.body) ?? []) : [];
    if (refused.length > 0) {
      const placed = refused.map((one) => ({
        ...one,
        path: draft.places[one.path] ?? placeOf(table, draft.row, 0),
      }));
      return quarantined(row, id, title, [...placed, ...corrections]);
    }
    const changed = written.changes.length > 0;
    const effect = before === undefined ? 'added' : changed ? 'changed' : 'unchanged';
    return {
      row,
      outcome: corrections.length > 0 ? 'corrected' : 'accepted',
      effect,
      id,
      title,
      findings: corrections,
      changes: before === undefined ? [] : written.changes,
      body: effect === 'unchanged' ? null : written.body,
    };
  });
  return { rows, counts: countsOf(rows), left: leftOf(table, header, input.mapping) };
}

function countsOf(rows: readonly PlannedRow[]): Plan['counts'] {
  const count = (is: (row: PlannedRow) => boolean) => rows.filter(is).length;
  return Object.fromEntries([
    ['rows', rows.length],
    ...outcomes.map((name) => [name, count(({ outcome }) => outcome === name)]),
    ...effects.map((name) => [name, count(({ effect }) => effect === name)]),
  ]) as Plan['counts'];
}

const blankRow = (row: number): PlannedRow => ({
  row: row + 1,
  outcome: 'blank',
  effect: null,
  id: null,
  title: '',
  findings: [],
  changes: [],
  body: null,
});

function quarantined(
  row: number,
  id: string | null,
  title: string,
  findings: readonly Problem[],
): PlannedRow {
  return { row, outcome: 'quarantined', effect: null, id, title, findings, changes: [], body: null };
}

/** Rows below the head; one in which nothing stands but what was merged into it from above is blank. */
function dataRows({
  table,
  header,
}: PlanInput): readonly { readonly row: number; readonly isBlank: boolean }[] {
  return table.rows.flatMap((cells, row) =>
    row <= header.bottom
      ? []
      : [
          {
            row,
            isBlank: cells.every((cell) => cell === null || (typeof cell === 'string' && tidy(cell) === '')),
          },
        ],
  );
}

/** What of a record is its own, where a row names it by that; null cells say nothing. */
const naturalKey = ({ natural }: SheetKind, values: Values) =>
  canonicalJson(
    natural.map((key) => (typeof values[key] === 'string' ? tidy(values[key]) : (values[key] ?? null))),
  );

/** The records that a title, or what else is their own, means. */
function identifying(kind: SheetKind, existing: PlanInput['existing']) {
  const { title, natural, within } = kind;
  const byTitle = new Map<string, Set<string>>();
  const known = new Set(existing.map(({ id }) => id));
  for (const { id, body } of existing)
    for (const key of title) {
      const text = plainOf(typeof body[key] === 'string' ? body[key] : '');
      if (text !== '') byTitle.set(text, (byTitle.get(text) ?? new Set()).add(id));
    }
  const byNatural = natural.length === 0 ? null : Map.groupBy(existing, ({ body }) => naturalKey(kind, body));
  /** What a record lies in, so that what is called alike elsewhere is another. */
  const places = new Map(existing.map(({ id, body }) => [id, within === undefined ? null : body[within]]));
  return { byTitle, byNatural, known, places };
}
type Identify = ReturnType<typeof identifying>;

/** Names of records that the sheet itself brings, so that a row can name one of another row. */
function withNewNames(input: PlanInput, identify: Identify): PlanInput {
  const { kind, said } = input;
  if (!kind.columns.some(({ to }) => to?.includes(kind.kind) === true)) return input;
  const own = new Map(
    [...(said.records.get(kind.kind.name) ?? [])].map(([name, ids]) => [name, new Set(ids)]),
  );
  for (const { row, isBlank } of dataRows(input)) {
    if (isBlank) continue;
    const titles = kind.columns.filter(({ key }) => key === 'id' || kind.title.includes(key));
    const { values } = readRow(input, row, titles);
    const { id } = idOf(input, values, identify);
    if (id === null) continue;
    own.set(`=${id}`, new Set([id]));
    for (const key of kind.title) {
      const text = plainOf(typeof values[key] === 'string' ? values[key] : '');
      if (text !== '') own.set(text, (own.get(text) ?? new Set()).add(id));
    }
  }
  return { ...input, said: { ...said, records: new Map([...said.records, [kind.kind.name, own]]) } };
}

type RowRead = Pick<Draft, 'values' | 'places' | 'corrections' | 'faults'>;

function readRow(input: PlanInput, row: number, columns: readonly Column[]): RowRead {
  const { table, mapping, said } = input;
  const values: Record<string, unknown> = {};
  const places: Record<string, string> = {};
  const corrections: Problem[] = [];
  const faults: Problem[] = [];
  const put = (cell: Cell, key: string, place: string) => {
    const column = columns.find((one) => one.key === key);
    if (column === undefined) return;
    places[key] = place;
    const read = readCell(cell, column, place, said, table.from1904);
    if (read.kind === 'fault') faults.push(read.fault);
    if (read.kind !== 'value') return;
    values[key] = read.value;
    corrections.push(...read.corrections);
  };
  for (const [column, target] of mapping.entries()) {
    if (target === '') continue;
    const place = placeOf(table, row, column);
    const { cell, merged } = cellAt(table, row, column);
    const keys = target.split('+');
    if (cell !== null && merged && keys.some((key) => columns.some((one) => one.key === key)))
      corrections.push(problem('sheet_merged_read', place, {}, 'warning'));
    const [first, second] = keys;
    if (first !== undefined && second !== undefined) {
      if (cell === null || !columns.some(({ key }) => key === first)) continue;
      const parts = wordsOf(cell)
        .split(/\n|\s[/|]\s|\s*[/|]\s*/)
        .filter((part) => tidy(part) !== '');
      const [one, other] = parts;
      if (parts.length !== 2 || one === undefined || other === undefined) {
        places[first] = place;
        const shown = tidy(wordsOf(cell)).slice(0, 80);
        faults.push(
          problem('sheet_languages_unclear', place, { text: shown, languages: `${first}, ${second}` }),
        );
        continue;
      }
      put(tidy(one), first, place);
      put(tidy(other), second, place);
      const languages = `${first}, ${second}`;
      corrections.push(problem('sheet_languages_split', place, { languages }, 'warning'));
    } else if (first !== undefined) put(cell, first, place);
  }
  return { values, places, corrections, faults };
}

function wordsOf(cell: Cell): string {
  if (typeof cell !== 'object' || cell === null) return String(cell ?? '');
  return 'date' in cell ? cell.date : cell.error;
}

function draftOf(input: PlanInput, row: number, identify: Identify): Draft {
  const { table, kind } = input;
  const read = readRow(input, row, kind.columns);
  const { id, isNew, fault } = idOf(input, read.values, identify);
  const place = read.places.id ?? read.places[kind.title.find((key) => key in read.places) ?? ''];
  const faults = [...read.faults];
  // What a cell could not be read as has been told; that it is missing then is no second fault.
  if (fault !== null && faults.length === 0) faults.push({ ...fault, path: place ?? placeOf(table, row, 0) });
  if (isNew)
    for (const { key, required } of kind.columns)
      if (required === true && !(key in read.values) && !faults.some(({ path }) => path === read.places[key]))
        faults.push(
          problem('sheet_field_missing', read.places[key] ?? placeOf(table, row, 0), { field: key }),
        );
  for (const { key, past } of kind.columns) {
    const on = read.values[key];
    if (past === true && typeof on === 'string' && firstDay(on as PartialDate) > input.today)
      faults.push(problem('sheet_date_in_future', read.places[key] ?? '', { date: on }));
  }
  const entry = isNew ? entryFindings(kind, read, input.bringer, input.today) : [];
  faults.push(...entry.filter(({ severity }) => severity === 'error'));
  const corrections = [...read.corrections, ...entry.filter(({ severity }) => severity === 'warning')];
  const title = kind.title.map((key) => read.values[key]).find((text) => typeof text === 'string');
  return { ...read, corrections, faults, row, title: title ?? id ?? '', id, isNew };
}

type Identity = { readonly id: string | null; readonly isNew: boolean; readonly fault: Problem | null };

/** Longest id that is made from a title. */
const longestId = 60;

/** By its id, else by its title or what else is its own, else a new one whose id is made from these. */
function idOf({ kind }: PlanInput, values: Values, identify: Identify): Identity {
  const { byTitle, byNatural, known, places } = identify;
  const place = kind.within === undefined ? null : values[kind.within];
  const begun = (id: string) =>
    typeof place !== 'string' || id.startsWith(`${place}-`) ? id : `${place}-${id}`;
  const given = values.id;
  const wrong = (fault: Problem): Identity => ({ id: null, isNew: false, fault });
  if (typeof given === 'string') {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(given))
      return wrong(problem('sheet_id_invalid', '', { text: given.slice(0, 80) }));
    const id = known.has(given) ? given : begun(given);
    return { id, isNew: !known.has(id), fault: null };
  }
  const found =
    byNatural !== null
      ? (byNatural.get(naturalKey(kind, values)) ?? [])
      : [
          ...new Set(
            kind.title.flatMap((key) => [
              ...(byTitle.get(plainOf(typeof values[key] === 'string' ? values[key] : '')) ?? []),
            ]),
          ),
        ].flatMap((id) => (kind.within === undefined || places.get(id) === place ? [{ id }] : []));
  const [one, other] = found;
  if (other !== undefined)
    return wrong(
      problem('sheet_record_ambiguous', '', {
        ids: found
          .slice(0, 10)
          .map(({ id }) => id)
          .join(', '),
      }),
    );
  if (one !== undefined) return { id: one.id, isNew: false, fault: null };
  const made = kind.natural.length > 0 ? kind.natural : kind.title.slice(0);
  const texts = made.map((key) => values[key]).filter((text) => typeof text === 'string');
  const slug = kind.natural.length > 0 ? texts.map(slugOf).join('-') : slugOf(texts[0] ?? '');
  if (slug === '') return wrong(problem('sheet_title_missing'));
  const id = begun(slug.slice(0, longestId).replace(/-+$/, ''));
  return known.has(id) ? wrong(problem('sheet_id_taken', '', { id })) : { id, isNew: true, fault: null };
}

function slugOf(text: string): string {
  return plainOf(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Rows that say different things of one record: nobody but who wrote them knows which is right. */
function faultContradictions(drafts: readonly Draft[], table: Table): void {
  const byId = Map.groupBy(
    drafts.filter(({ id }) => id !== null),
    ({ id }) => id,
  );
  for (const same of byId.values()) {
    const whole = same.filter(({ faults }) => faults.length === 0);
    if (new Set(whole.map(({ values }) => saidBy(values))).size < 2) continue;
    for (const draft of whole) {
      const rows = whole.filter((one) => one !== draft).map(({ row }) => row + 1);
      draft.faults.push(
        problem('sheet_rows_contradict', placeOf(table, draft.row, 0), {
          rows: rows.slice(0, 10).join(', '),
        }),
      );
    }
  }
}

/** What a row says of its record, however it calls it; the order of a list says nothing. */
function saidBy(values: Values): string {
  const said = Object.entries(values).filter(([key]) => key !== 'id');
  return canonicalJson(
    Object.fromEntries(
      said.map(([key, value]) => [key, Array.isArray(value) ? value.map(String).sort() : value]),
    ),
  );
}

/** A row that names a record of another row goes with it into quarantine. */
function faultDangling(drafts: readonly Draft[], { kind, said, table }: PlanInput): void {
  const own = kind.columns.filter(({ to }) => to?.includes(kind.kind) === true);
  const exists = (id: string, { to = [] }: Column) =>
    to.some(({ name }) => said.records.get(name)?.has(`=${id}`) === true);
  for (let again = own.length > 0; again; ) {
    again = false;
    const coming = new Set(
      drafts.flatMap(({ id, faults }) => (faults.length === 0 && id !== null ? [id] : [])),
    );
    for (const draft of drafts)
      for (const column of own) {
        const name = draft.values[column.key];
        if (draft.faults.length > 0 || typeof name !== 'string') continue;
        if (exists(name, column) || coming.has(name)) continue;
        const place = draft.places[column.key] ?? placeOf(table, draft.row, 0);
        draft.faults.push(problem('sheet_row_needs_other', place, { name }));
        again = true;
      }
  }
}

/** The content that a row makes, and what of it is other than before; null, with a fault, where it may not be so. */
function bodyOf(
  { kind, states, source }: PlanInput,
  draft: Draft,
  before: RecordBody | undefined,
): { readonly body: RecordBody; readonly changes: readonly FieldChange[] } | null {
  const { values, places, id } = draft;
  if (before === undefined) return { body: { ...values, id, source: [source] }, changes: [] };
  const body: Record<string, unknown> = { ...before };
  const changes: FieldChange[] = [];
  for (const column of kind.columns) {
    const { key } = column;
    if (key === 'id' || !(key in values) || saysSame(heldIn(before, column), values[key])) continue;
    if (column.byAction === true) {
      if (key === 'status' && states.get(String(id)) === values[key]) continue;
      draft.faults.push(problem('sheet_lifecycle_differs', places[key] ?? '', { field: key }));
      continue;
    }
    body[key] = values[key];
    const was = shownOf(before, column);
    const shown = column.personal === true || was === null ? null : String(was);
    changes.push({ key, before: shown, now: String(shownOf(body, column) ?? '') });
  }
  return draft.faults.length > 0 ? null : { body, changes };
}

function leftOf(table: Table, header: Header, mapping: Mapping): Plan['left'] {
  return header.titles.flatMap((parts, column) => {
    const cells = table.rows.filter(
      (cells, row) => row > header.bottom && (cells[column] ?? null) !== null,
    ).length;
    const title = parts.join(' ');
    return mapping[column] === '' && cells > 0 ? [{ column: lettersOf(column), title, cells }] : [];
  });
}
