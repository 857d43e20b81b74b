import type { LinearProgram } from './solver.ts';

/** A column of a program while it is put together: its cost, from … to, and its entries by row. */
export type Column = {
  cost: number;
  /** By how much the cost of one more unit grows with each unit; absent: not at all. */
  readonly slope?: number;
  readonly least: number;
  readonly most: number;
  readonly entries: (readonly [row: number, value: number])[];
};

/** Of each row, from … to. */
export type RowBounds = readonly (readonly [least: number, most: number])[];

/** Puts columns into the form that a solver takes. */
export function programOf(columns: readonly Column[], bounds: RowBounds): LinearProgram {
  let entries = 0;
  for (const column of columns) entries += column.entries.length;
  const program = {
    ...{ cost: new Float64Array(columns.length), least: new Float64Array(columns.length) },
    ...{ most: new Float64Array(columns.length), starts: new Int32Array(columns.length + 1) },
    ...{ rows: new Int32Array(entries), values: new Float64Array(entries) },
    rowLeast: Float64Array.from(bounds, ([least]) => least),
    rowMost: Float64Array.from(bounds, ([, most]) => most),
  };
  let at = 0;
  for (const [index, { cost, least, most, entries: own }] of columns.entries()) {
    program.cost[index] = cost;
    program.least[index] = least;
    program.most[index] = most;
    for (const [row, value] of own) {
      program.rows[at] = row;
      program.values[at++] = value;
    }
    program.starts[index + 1] = at;
  }
  if (columns.every(({ slope }) => slope === undefined)) return program;
  return { ...program, slopes: Float64Array.from(columns, ({ slope }) => slope ?? 0) };
}
