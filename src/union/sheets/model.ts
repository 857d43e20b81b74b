import type { Kind } from '#platform/records/kind.ts';
import { defineKind } from '#platform/records/kind.ts';
import { bodies, contacts, groupStates, groups, parties } from '../bodies/model.ts';
import { commitmentOrigins, promises } from '../commitments/model.ts';
import { parliamentItems } from '../parliament/model.ts';

/** What a cell of a sheet says. Dates are whole days; a formula is what it last came to; `null` is an empty cell. */
export type Cell = string | number | boolean | { readonly date: string } | { readonly error: string } | null;

/** Cells that were merged, first and last row and column, counted from 0. What they say stands in the first cell. */
export type Merge = readonly [top: number, left: number, bottom: number, right: number];

/** One sheet of a workbook, or all of a CSV. */
export type Table = {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
  /** Serial numbers count from 1904 (old Macintosh workbooks) and not from 1900. */
  readonly from1904: boolean;
};

export type SheetContent = { readonly tables: readonly Table[] };

/** Bounds of a sheet: more is refused whole, not read in part. */
export const mostRows = 20_000;
export const mostColumns = 100;
export const mostTables = 20;

export type ColumnType =
  | 'text'
  | 'date'
  | 'year'
  | 'yes_no'
  | 'choice'
  /** The id of another record, or its name in any language. */
  | 'reference'
  | 'references';

/** One field that a sheet can bring. */
export type Column = {
  readonly key: string;
  readonly type: ColumnType;
  readonly to?: readonly Kind[];
  readonly choices?: readonly string[];
  readonly required?: boolean;
  /** A sheet says it of what is new; later it is changed by an action, by those who may, with who decided. */
  readonly byAction?: boolean;
  /** It has happened, so that no day to come is one. */
  readonly past?: boolean;
  /** A person's name: never shown from the register to who brings a sheet, only taken in. */
  readonly personal?: boolean;
};

/** A kind of record that can be brought by sheet. */
export type SheetKind = {
  readonly kind: Kind;
  readonly columns: readonly Column[];
  /** Columns that hold the title, in the order in which a new id is made from them. */
  readonly title: readonly string[];
  /** Columns that together say which record is meant, where a row has no id. */
  readonly natural: readonly string[];
};

/** A title's text in an original language stands under the language's key. */
export const titleLanguages = ['nl', 'fr', 'de'] as const;
const translations = titleLanguages.map((key): Column => ({ key, type: 'text' }));

const id: Column = { key: 'id', type: 'text' };
/** Who can owe something. */
const holders = [bodies, groups, parties];
const note: Column = { key: 'note', type: 'text' };

export const sheetKinds: readonly SheetKind[] = [
  {
    kind: groups,
    title: ['name', ...titleLanguages, 'code'],
    natural: [],
    columns: [
      id,
      { key: 'code', type: 'text' },
      { key: 'name', type: 'text' },
      ...translations,
      { key: 'kind', type: 'text' },
      { key: 'parent', type: 'reference', to: [bodies, groups] },
      { key: 'status', type: 'choice', choices: groupStates, byAction: true },
      { key: 'status_as_of', type: 'date', byAction: true, past: true },
      { key: 'created', type: 'date', byAction: true, past: true },
      { key: 'participants', type: 'references', to: [parties], byAction: true },
      { key: 'observers', type: 'references', to: [parties], byAction: true },
      { key: 'chair', type: 'text' },
      { key: 'secretariat', type: 'text' },
      { key: 'mandate', type: 'text' },
      note,
    ],
  },
  {
    kind: contacts,
    title: ['organisation'],
    natural: ['body', 'party', 'organisation'],
    columns: [
      id,
      { key: 'body', type: 'reference', to: [groups, bodies], required: true },
      { key: 'party', type: 'reference', to: [parties], required: true },
      { key: 'organisation', type: 'text' },
      { key: 'person', type: 'text', personal: true },
      { key: 'vacant', type: 'yes_no' },
      { key: 'from', type: 'date' },
      { key: 'to', type: 'date' },
      note,
    ],
  },
  {
    kind: promises,
    title: ['what'],
    natural: [],
    columns: [
      id,
      { key: 'what', type: 'text', required: true },
      { key: 'language', type: 'choice', choices: ['nl', 'fr', 'de', 'en'] },
      { key: 'owner', type: 'reference', to: holders, required: true, byAction: true },
      { key: 'watcher', type: 'reference', to: holders, required: true, byAction: true },
      { key: 'due', type: 'date', required: true, byAction: true },
      { key: 'origin', type: 'choice', choices: commitmentOrigins },
      { key: 'made', type: 'date', byAction: true, past: true },
      note,
    ],
  },
  {
    kind: parliamentItems,
    title: ['subject', ...titleLanguages],
    natural: [],
    columns: [
      id,
      { key: 'subject', type: 'text' },
      ...translations,
      { key: 'kind', type: 'text' },
      { key: 'year', type: 'year' },
      { key: 'tabled', type: 'date', byAction: true, past: true },
      { key: 'addressee', type: 'reference', to: holders, byAction: true },
      note,
    ],
  },
];

export const sheetKindNames = ['working_groups', 'contacts', 'promises', 'parliament_items'] as const;
export type SheetKindName = (typeof sheetKindNames)[number];

/** The declaration of a kind by its name. */
export function sheetKindOf(name: SheetKindName): SheetKind {
  const found = sheetKinds.find(({ kind }) => kind.name === name);
  if (found === undefined) throw new Error(`${name} is listed and not declared`);
  return found;
}

/**
 * A sheet that was brought is no record and no part of the register's state: this is only what the journal calls it, and where
 * its page is.
 */
export const sheets = defineKind({
  name: 'sheets',
  schema: groups.schema.pick({}),
  label: {
    nl: { one: 'Rekenblad', many: 'Rekenbladen' },
    fr: { one: 'Feuille de calcul', many: 'Feuilles de calcul' },
    de: { one: 'Tabelle', many: 'Tabellen' },
    en: { one: 'Spreadsheet', many: 'Spreadsheets' },
  },
  titleFrom: [],
  href: (sheet) => `/sheets/${sheet}`,
});
