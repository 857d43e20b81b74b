import { join } from 'node:path';
import { type Analytics, quoted } from '#platform/analytics.ts';
import { foldersOf, rowsFile, type TakenFile } from '../intake/receipts.ts';
import { type Field, openEdges } from './edge-store.ts';
import type { EdgeSource } from './model.ts';

/** ClickHouse, one statement after the other, as one session: what is temporary stays until its end. */
export type ClickHouse = {
  /** The answer as lines of fields with tabs between them, some thousands at once. Throws where there is none. */
  readonly ask: (sql: string) => AsyncIterable<readonly string[]>;
};

/** Names of the tables, so that one server can hold those of several registers. */
export type SupplyTables = { readonly supplies: string; readonly files: string };
export const tablesOf = (register: string): SupplyTables => {
  const name = register.replace(/[^a-z0-9]/g, '_');
  return { supplies: `tripoint_supplies_${name}`, files: `tripoint_supply_files_${name}` };
};

/** Columns of the copy, as ours are (`src/vat/intake/row-reader.ts`); of what is absent there a date long past or an empty text. */
const columns = `supplier String, acquirer String, kind String, period_from Int32, period_to Int32, cents Int64,
  received Date32, correction String, source String, file String, "row" Int32`;
const key = 'supplier, acquirer, kind, period_from, period_to';
/** On one day: what is no correction, then what takes its place, then what is added to that. */
const turn = "multiIf(correction = 'replace', 1, correction = 'add', 2, 0)";
/** Rows that one statement brings. */
const rowsAtOnce = 100_000;

/**
 * Supplies that were copied to ClickHouse. A row stands there under its file, by whom that was taken in, and its number: what was copied
 * twice is there once, and a file counts when all of it is there.
 */
export async function openClickHouseEdges(
  clickhouse: ClickHouse,
  { supplies, files }: SupplyTables,
): Promise<EdgeSource> {
  const rows = `(SELECT * FROM ${supplies} FINAL WHERE source IN (SELECT source FROM ${files}))`;
  // As in `src/vat/matching/store.ts`: the last that is no addition takes the place of what came before it.
  const standingRows = (condition: string) => `(
    SELECT ${key}, cents, file, "row" FROM (
      SELECT *, max(if(correction = 'add', 0, place)) OVER (PARTITION BY ${key}) AS base FROM (
        SELECT *, row_number() OVER (PARTITION BY ${key} ORDER BY received, ${turn}, file, "row") AS place
        FROM ${rows} AS every WHERE ${condition}) AS placed) AS based
    WHERE place >= base)`;
  return openEdges({
    run: (sql) => run(clickhouse, sql),
    rows: async function* (sql) {
      for await (const lines of clickhouse.ask(sql))
        yield lines.map((line): readonly Field[] => line.split('\t'));
    },
    snapshot: async () => {
      const found: string[] = [];
      // Their hashes say what is in them.
      for await (const lines of clickhouse.ask(
        `SELECT hex(SHA256(arrayStringConcat(arraySort(groupUniqArray(source)), ' '))) FROM ${files}`,
      ))
        found.push(...lines);
      return found.join('').toLowerCase();
    },
    table: (name) => `CREATE OR REPLACE TEMPORARY TABLE ${name}`,
    standing: (condition) =>
      `(SELECT ${key}, sum(cents) AS cents FROM ${standingRows(condition)} AS standing GROUP BY ${key})`,
    standingRows,
    supplies: rows,
  });
}

/**
 * Copies what was taken in, file by file; what is there already is left. Whoever ends on the way goes on the next time. Says how many
 * files were copied.
 */
export async function copySupplies(
  analytics: Analytics,
  folder: string,
  receipts: readonly TakenFile[],
  clickhouse: ClickHouse,
  tables: SupplyTables,
): Promise<number> {
  await run(
    clickhouse,
    `CREATE TABLE IF NOT EXISTS ${tables.supplies} (${columns}) ENGINE = ReplacingMergeTree ORDER BY (source, "row")`,
  );
  await run(
    clickhouse,
    `CREATE TABLE IF NOT EXISTS ${tables.files} (source String) ENGINE = ReplacingMergeTree ORDER BY source`,
  );
  const there = new Set<string>();
  for await (const lines of clickhouse.ask(`SELECT DISTINCT source FROM ${tables.files}`))
    for (const source of lines) there.add(source);
  let copied = 0;
  for (const { state, kind, sha256 } of receipts) {
    const source = `${state}/${sha256}`;
    if (kind !== 'supplies' || there.has(source)) continue;
    const file = join(foldersOf(folder, state, kind), sha256, rowsFile);
    let lines: string[] = [];
    const send = async () => {
      if (lines.length > 0)
        await run(clickhouse, `INSERT INTO ${tables.supplies} FORMAT TabSeparated\n${lines.join('\n')}\n`);
      lines = [];
    };
    for await (const part of analytics.stream(`
      SELECT supplier, acquirer, kind, period_from, period_to, cents, coalesce(received, DATE '1970-01-01')::VARCHAR AS received,
        coalesce(correction, '') AS correction, ${quoted(source)} AS source, ${quoted(sha256)} AS file, "row"
      FROM read_parquet(${quoted(file)}) ORDER BY "row"`)) {
      lines.push(...part.map((row) => Object.values(row).join('\t')));
      if (lines.length >= rowsAtOnce) await send();
    }
    await send();
    await run(clickhouse, `INSERT INTO ${tables.files} FORMAT TabSeparated\n${source}\n`);
    copied++;
  }
  return copied;
}

async function run(clickhouse: ClickHouse, sql: string): Promise<void> {
  for await (const lines of clickhouse.ask(sql))
    if (lines.length > 0) throw new Error('A statement answered');
}
