import { join } from 'node:path';
import { quoted } from '#platform/analytics.ts';
import type { DeclarationKind } from '../model.ts';
import { foldersOf, rowsFile, type TakenFile } from './receipts.ts';
import { storedColumnsOf } from './row-reader.ts';

/** How rows that were taken in are asked for, and which of them stand after corrections: DuckDB's SQL, for whoever asks. */

/** A query for the rows of some kind of these files, each with the hash of its file. */
export function rowsOf(folder: string, receipts: readonly TakenFile[], kind: DeclarationKind): string {
  const files = receipts
    .filter((one) => one.kind === kind)
    .map(({ state, sha256 }) => quoted(join(foldersOf(folder, state, kind), sha256, rowsFile)));
  if (files.length === 0) {
    const columns = storedColumnsOf(kind).map(([name, type]) => `NULL::${type} AS "${name}"`);
    return `SELECT ${columns.join(', ')}, NULL::VARCHAR AS file WHERE false`;
  }
  // Hashes, so that no order of files tells anything.
  return `SELECT * EXCLUDE (filename), filename[-${64 + 1 + rowsFile.length}:-${rowsFile.length + 2}] AS file
    FROM read_parquet([${files.join(', ')}], filename = true)`;
}

/** On one day: what is no correction, then what takes its place, then what is added to that. Of a table with a column `correction`. */
const turn = "CASE correction WHEN 'replace' THEN 1 WHEN 'add' THEN 2 ELSE 0 END";

/**
 * The day on which a row was received in the place of this one of the same key; null: it stands. What takes the place of others is no
 * correction or replaces; what is added stands beside. By the day of receipt (what corrects after what it corrects, as both may have
 * come that day), then by file and row.
 */
export const supersededOver = (key: string): string =>
  `min(received) FILTER (correction IS DISTINCT FROM 'add') OVER (PARTITION BY ${key}
      ORDER BY received, ${turn}, file, "row" ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)`;
