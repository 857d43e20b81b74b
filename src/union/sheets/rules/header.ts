import type { Merge, Table } from '../model.ts';
import { cellAt, widthOf } from './places.ts';

/** The head of a table: its rows, counted from 0, and what it says over each column, from the outermost to the innermost. */
export type Header = {
  readonly top: number;
  readonly bottom: number;
  readonly titles: readonly (readonly string[])[];
};

/** Titles above a table are few lines. */
const furthest = 20;

/**
 * Where the table begins: the first row with two texts in it, so that a title above the table is passed over. A head whose cells
 * are merged takes several rows: `Contact` over `Person` and `Organisation`. `chosen` is the last row of the head, from 1.
 */
export function findHeader(table: Table, chosen?: number): Header | null {
  const width = widthOf(table);
  const needed = Math.min(2, width);
  const count = (row: number) => (table.rows[row] ?? []).filter((cell) => cell !== null).length;
  const found = table.rows.slice(0, furthest).findIndex((_, row) => width > 0 && count(row) >= needed);
  if (chosen !== undefined) {
    const bottom = chosen - 1;
    if (bottom < 0 || bottom >= table.rows.length) return null;
    // Rows of the head that was found, when it is its last one that was chosen.
    const whole = found >= 0 && found <= bottom && lastRowOf(table, found) === bottom;
    return headerOf(table, whole ? found : bottom, bottom);
  }
  return found < 0 ? null : headerOf(table, found, lastRowOf(table, found));
}

function lastRowOf(table: Table, row: number): number {
  const touching = table.merges.filter(([top, , bottom]) => top <= row && row <= bottom);
  const isHead = ([, left, bottom, right]: Merge) =>
    left < right &&
    bottom === row &&
    // Names of columns stand under it, not figures.
    (table.rows[row + 1] ?? []).slice(left, right + 1).filter((cell) => typeof cell === 'string').length > 1;
  return Math.max(
    row,
    ...touching.filter(([, left, , right]) => left === right).map(([, , bottom]) => bottom),
    ...touching.filter(isHead).map(([, , bottom]) => bottom + 1),
  );
}

function headerOf(table: Table, top: number, bottom: number): Header {
  const titles = Array.from({ length: widthOf(table) }, (_, column) => {
    const said: string[] = [];
    for (let row = top; row <= bottom; row += 1) {
      const { cell } = cellAt(table, row, column);
      const text = typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
      if (text !== '' && said.at(-1) !== text) said.push(text);
    }
    return said;
  });
  return { top, bottom, titles };
}
