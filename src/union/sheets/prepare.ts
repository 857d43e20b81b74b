import type { PlainDate } from '#kernel/dates.ts';
import { languages } from '#kernel/languages.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import { hashOf } from '#platform/hash.ts';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords } from '#platform/records/records.ts';
import { knownNow, type Register } from '#platform/records/registers.ts';
import { listStates } from '#platform/records/transitions.ts';
import { languageNames } from '#platform/text/texts.ts';
import { powers } from '../bodies/model.ts';
import { planItems } from '../plans/model.ts';
import { fieldName } from '../text/fields/fields.ts';
import { wordFor } from '../text/words/words.ts';
import { type SheetKindName, sheetKindNames, sheetKindOf } from './kinds.ts';
import type { SheetKind, Table } from './model.ts';
import { loadPlanRefusals } from './plan-items.ts';
import type { Bringer } from './rules/entry.ts';
import { findHeader, type Header } from './rules/header.ts';
import { formatMapping, guessMapping, headersKey, type Mapping, parseMapping } from './rules/mapping.ts';
import { plainOf, widthOf } from './rules/places.ts';
import { type Plan, planImport } from './rules/plan.ts';
import type { NameIndex, Vocabulary } from './rules/values.ts';
import { findMapping, findSheet, type Sheet } from './store.ts';

/** How somebody wants a sheet to be read; what is left out is found out. */
export type Reading = {
  readonly sheet: string;
  readonly kind?: SheetKindName | undefined;
  /** Name of the sheet in its workbook. */
  readonly table?: string | undefined;
  /** The last row of the head, as the spreadsheet counts it. */
  readonly header?: number | undefined;
  /** Lines `A=id`. */
  readonly mapping?: string | undefined;
};

export type Prepared = {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly header: Header;
  readonly kind: SheetKind;
  readonly mapping: Mapping;
  /** Where the mapping comes from. */
  readonly mappedBy: 'chosen' | 'remembered' | 'guessed';
  readonly headers: string;
  readonly bringer: Bringer;
  readonly plan: Plan;
  /** Of all that would be written, so that what was looked at is what is done. */
  readonly hash: string;
};

type Where = { readonly register: Register; readonly today: PlainDate };

/** What a field is called in every language of ours. */
const titlesOf = (key: string) => languages.map((language) => fieldName(key, language));

/**
 * Reads a sheet against the register as it is now, and writes nothing. Problems: `sheet_not_found`, `sheet_table_unknown`,
 * `sheet_header_missing`, and those of the mapping.
 */
export async function prepareImport(
  tx: Transaction,
  where: Where,
  asked: Reading,
): Promise<Result<Prepared>> {
  const { register, today } = where;
  const sheet = await findSheet(tx, register.id, asked.sheet);
  if (sheet === undefined) return fail(problem('sheet_not_found', 'body.sheet', { id: asked.sheet }));
  const table = tableOf(sheet, asked.table);
  if (table === undefined)
    return fail(problem('sheet_table_unknown', 'body.table', { name: asked.table ?? '' }));
  const header = findHeader(table, asked.header);
  if (header === null) return fail(problem('sheet_header_missing', 'body.header', { table: table.name }));
  const kind = sheetKindOf(asked.kind ?? likeliestKind(header));
  const headers = headersKey(header);
  const mapped = await mappingOf(tx, register.id, kind, table, header, headers, asked.mapping);
  if (!mapped.ok) return mapped;
  const { mapping, mappedBy } = mapped.value;
  const known = { register: register.id, knownAt: knownNow(register, today) };
  const existing = await allRecords(tx, { ...known, kinds: [kind.kind.name] });
  const states = await listStates(tx, { ...known, asOf: today, kind: kind.kind.name });
  const bringer = await findBringer(tx, known);
  const plan = planImport({
    table,
    header,
    mapping,
    kind,
    source: sheet.name,
    existing,
    states: new Map(states.map(({ subject, state }) => [subject, state])),
    said: await loadVocabulary(tx, known, kind),
    bringer,
    today,
    ...(kind.kind === planItems ? { refusals: await loadPlanRefusals(tx, { ...known, asOf: today }) } : {}),
  });
  const writes = plan.rows.map(({ row, outcome, effect, id, body }) => [row, outcome, effect, id, body]);
  return ok({ sheet, table, header, kind, mapping, mappedBy, headers, bringer, plan, hash: hashOf(writes) });
}

/** Sheets are brought for the body that has this power, so that what else it may do decides what a sheet does. */
async function findBringer(
  tx: Transaction,
  known: { readonly register: string; readonly knownAt: ReturnType<typeof knownNow> },
): Promise<Bringer> {
  const held = await allRecords(tx, { ...known, kinds: [powers.name] });
  const holder = (power: string) => held.find(({ id }) => id === power)?.body.body ?? null;
  const body = holder('import_sheets');
  const isTheirs = (power: string) => body !== null && holder(power) === body;
  return {
    body: typeof body === 'string' ? body : null,
    establishes: isTheirs('establish_groups'),
    tables: isTheirs('table_items'),
    follows: isTheirs('follow_commitments'),
  };
}

/** Our own exports have a sheet of notes beside the rows. */
export const notesTable = 'Info';

function tableOf({ content }: Sheet, name: string | undefined): Table | undefined {
  if (name !== undefined) return content.tables.find((table) => table.name === name);
  const [first] = content.tables;
  return content.tables.find((table) => table.name !== notesTable && findHeader(table) !== null) ?? first;
}

/** The kind of which most columns are known. */
function likeliestKind(header: Header): SheetKindName {
  const known = (name: SheetKindName) =>
    guessMapping(header, sheetKindOf(name), titlesOf).filter((target) => target !== '').length;
  const [first] = [...sheetKindNames].sort((a, b) => known(b) - known(a));
  return first ?? 'working_groups';
}

async function mappingOf(
  tx: Transaction,
  register: string,
  kind: SheetKind,
  table: Table,
  header: Header,
  headers: string,
  asked: string | undefined,
): Promise<Result<Pick<Prepared, 'mapping' | 'mappedBy'>>> {
  const width = widthOf(table);
  if (asked !== undefined) {
    const chosen = parseMapping(asked, kind, width);
    return chosen.ok ? ok({ mapping: chosen.value, mappedBy: 'chosen' }) : chosen;
  }
  const remembered = await findMapping(tx, register, kind.kind.name, headers);
  const before = remembered === null ? null : parseMapping(remembered, kind, width);
  // Fields may have gone since.
  if (before?.ok === true) return ok({ mapping: before.value, mappedBy: 'remembered' });
  return ok({ mapping: guessMapping(header, kind, titlesOf), mappedBy: 'guessed' });
}

/** What the cells of such a sheet can name: records by id and by title in any language, and coded words by what they are called. */
async function loadVocabulary(
  tx: Transaction,
  known: { readonly register: string; readonly knownAt: ReturnType<typeof knownNow> },
  { columns }: SheetKind,
): Promise<Vocabulary> {
  const kinds = new Map<string, Kind>(columns.flatMap(({ to = [] }) => to.map((kind) => [kind.name, kind])));
  const records = await allRecords(tx, { ...known, kinds: [...kinds.keys()] });
  const indexes = new Map<string, Map<string, Set<string>>>(
    [...kinds.keys()].map((name) => [name, new Map()]),
  );
  for (const { kind: name, id, body } of records) {
    const index = indexes.get(name);
    const put = (text: string) => index?.set(text, (index.get(text) ?? new Set()).add(id));
    put(`=${id}`);
    put(plainOf(id));
    for (const text of Object.values(kinds.get(name)?.title(body).texts ?? {})) put(plainOf(text));
    if (typeof body.code === 'string') put(plainOf(body.code));
  }
  const words = new Map<string, string>();
  for (const code of columns.flatMap(({ choices = [] }) => choices)) {
    words.set(plainOf(code), code);
    for (const language of languages) words.set(plainOf(wordFor(code, language)), code);
  }
  for (const language of languages) words.set(plainOf(languageNames[language]), language);
  return { records: indexes as ReadonlyMap<string, NameIndex>, words };
}

/** As it is remembered, and as forms send it. */
export const writtenMapping = ({ mapping }: Pick<Prepared, 'mapping'>) => formatMapping(mapping);
