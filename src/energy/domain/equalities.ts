import type { TypedRow } from './model.ts';

/**
 * Rows as limits alone: a sum that has to come out exactly becomes two rows, no more than its RAM and no less. Engines know rows of one kind
 * only, and find these pairs again where they need to (`presolve`).
 */
export function asLimits(rows: readonly TypedRow[]): readonly TypedRow[] {
  return rows.flatMap((row) =>
    row.kind === 'equality'
      ? [
          { ...row, id: `${row.id} ≤` },
          { ...row, id: `${row.id} ≥`, ptdf: row.ptdf.map((factor) => -factor), ram: -row.ram },
        ]
      : [row],
  );
}
