import type { Kind } from '#platform/records/kind.ts';
import { defineKind } from '#platform/records/kind.ts';
import { groups } from '../bodies/model.ts';

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
  | 'number'
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
  /** An older field that says the same of one, where a record has not this one. */
  readonly formerly?: string;
};

/** A kind of record that can be brought by sheet. */
export type SheetKind = {
  readonly kind: Kind;
  readonly columns: readonly Column[];
  /** Columns that hold the title, in the order in which a new id is made from them. */
  readonly title: readonly string[];
  /** Columns that together say which record is meant, where a row has no id. */
  readonly natural: readonly string[];
  /** A title is its record's own only within what this column names, and a new id begins with it: `2020-signs`. */
  readonly within?: string;
};

/** A title's text in an original language stands under the language's key. */
export const titleLanguages = ['nl', 'fr', 'de'] as const;
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
