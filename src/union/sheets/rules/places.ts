import type { Cell, Merge, Table } from '../model.ts';

/** The letters of a column, counted from 0: A, Z, AA. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? '' : lettersOf(rest - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

/** Where a cell stands, as people find it in their spreadsheet: `Groups!C14`. */
export function placeOf(table: Table, row: number, column: number): string {
  return `${table.name}!${lettersOf(column)}${row + 1}`;
}

/** A text with which names and headers are held against one another: no case, accents, signs or spaces count. */
export function plainOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What stands in a cell, or in the first of the cells that it was merged with. */
export function cellAt(
  table: Table,
  row: number,
  column: number,
): { readonly cell: Cell; readonly merged: boolean } {
  const own = table.rows[row]?.[column] ?? null;
  if (own !== null) return { cell: own, merged: false };
  const merge = mergesOf(table)
    .get(row)
    ?.find(([, left, , right]) => column >= left && column <= right);
  const cell = merge === undefined ? null : (table.rows[merge[0]]?.[merge[1]] ?? null);
  return { cell, merged: cell !== null };
}

/** The number of columns in which something stands. */
export function widthOf(table: Table): number {
  return table.rows.reduce((most, row) => Math.max(most, row.length), 0);
}

const indexes = new WeakMap<Table, ReadonlyMap<number, readonly Merge[]>>();

/** The merges that touch each row of the table; they overlap nowhere. */
function mergesOf(table: Table): ReadonlyMap<number, readonly Merge[]> {
  const known = indexes.get(table);
  if (known !== undefined) return known;
  const index = new Map<number, Merge[]>();
  for (const merge of table.merges)
    for (let row = merge[0]; row <= Math.min(merge[2], table.rows.length - 1); row += 1)
      index.set(row, [...(index.get(row) ?? []), merge]);
  indexes.set(table, index);
  return index;
}
