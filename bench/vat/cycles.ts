import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { quoted, withAnalytics } from '#platform/analytics.ts';
import { buildGraph, type EdgeColumns } from '../../src/vat/cycles/graph.ts';
import { countCycles } from '../../src/vat/cycles/instant.ts';
import { makeUpGraph } from '../../src/vat/cycles/made-up.ts';
import { tableOf } from '../measure.ts';
import { seconds } from './seconds.ts';

const vertices = 100_000;
const window = 30 * 86_400;

/**
 * All cycles of up to eight sales within thirty days in g1m (facts on VAT, section 3), by one thread each: ours, the recursive query of
 * DuckDB, and that of SQLite, which is asked for up to four since more take it minutes. Each counts the same, or the bench fails.
 */
export async function benchCycles(): Promise<unknown> {
  const columns = makeUpGraph(vertices, 1_000_000, 42, 365);
  const [graph, built] = seconds(() => buildGraph(columns, vertices));
  countCycles(graph, { window, maxLength: 8 });
  const times: Record<'ours' | 'duckdb' | 'ours4' | 'sqlite4', number[]> = {
    ours: [],
    duckdb: [],
    ours4: [],
    sqlite4: [],
  };
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-bench-'));
  try {
    const file = join(folder, 'edges');
    await writeFile(file, linesOf(columns));
    const sqlite = sqliteWith(columns);
    await withAnalytics({ threads: 1, megabytes: 8_192, spill: folder }, async (analytics) => {
      await analytics.run(
        `CREATE TABLE e AS FROM read_csv(${quoted(file)}, delim = ' ', header = false, columns = {'src': 'INTEGER', 'dst': 'INTEGER', 't': 'INTEGER'})`,
      );
      for (let round = 0; round < 3; round++) {
        const [ours, oursTook] = seconds(() => countCycles(graph, { window, maxLength: 8 }));
        times.ours.push(oursTook);
        const start = performance.now();
        const rows = await analytics.rows(recursive(8));
        times.duckdb.push((performance.now() - start) / 1_000);
        mustAgree('DuckDB', [...ours.counts].slice(2), countsOf(rows, 8));
        const [ours4, took4] = seconds(() => countCycles(graph, { window, maxLength: 4 }));
        times.ours4.push(took4);
        const [four, sqliteTook] = seconds(() => sqlite.prepare(inSqlite(4)).all());
        times.sqlite4.push(sqliteTook);
        mustAgree('SQLite', [...ours4.counts].slice(2), countsOf(four, 4));
      }
    });
    sqlite.close();
  } finally {
    await rm(folder, { recursive: true });
  }
  const best = Object.fromEntries(
    Object.entries(times).map(([name, list]) => [name, Math.min(...list)]),
  ) as typeof times extends Record<infer K, unknown> ? Record<K, number> : never;
  const rows = [
    {
      what: 'g1m, up to 8',
      'ours, s': best.ours,
      peer: 'DuckDB',
      'peer, s': best.duckdb,
      'times as fast': best.duckdb / best.ours,
    },
    {
      what: 'g1m, up to 4',
      'ours, s': best.ours4,
      peer: 'SQLite',
      'peer, s': best.sqlite4,
      'times as fast': best.sqlite4 / best.ours4,
    },
  ];
  process.stdout.write(
    `One thread each, the best of three; our graph was built in ${built.toFixed(2)} s\n${tableOf(rows)}\n\n`,
  );
  return {
    built,
    times,
    timesAsFastAsDuckDb: best.duckdb / best.ours,
    timesAsFastAsSqlite: best.sqlite4 / best.ours4,
  };
}

export function linesOf({ src, dst, time }: EdgeColumns): string {
  const lines: string[] = [];
  for (let edge = 0; edge < src.length; edge++) lines.push(`${src[edge]} ${dst[edge]} ${time[edge]}\n`);
  return lines.join('');
}

/** Walks that go on edge by edge in the order of time, to nobody whom they passed, until they are home. */
export const recursive = (maxLength: number) => `
  WITH RECURSIVE walk AS (
    SELECT src AS root, dst AS here, t AS start, t AS latest, 1 AS hops, [dst] AS passed FROM e WHERE src <> dst
    UNION ALL
    SELECT root, dst, start, t, hops + 1, list_append(passed, dst)
    FROM walk JOIN e ON src = here AND t > latest AND t <= start + ${window}
    WHERE here <> root AND hops < ${maxLength} AND src <> dst AND NOT list_contains(passed, dst)
  )
  SELECT hops, count(*)::INTEGER AS count FROM walk WHERE here = root GROUP BY hops ORDER BY hops`;

const inSqlite = (maxLength: number) => `
  WITH RECURSIVE walk(root, here, start, latest, hops, passed) AS (
    SELECT src, dst, t, t, 1, ',' || dst || ',' FROM e WHERE src <> dst
    UNION ALL
    SELECT root, dst, start, t, hops + 1, passed || dst || ','
    FROM walk JOIN e ON src = here AND t > latest AND t <= start + ${window}
    WHERE here <> root AND hops < ${maxLength} AND src <> dst AND instr(passed, ',' || dst || ',') = 0
  )
  SELECT hops, count(*) AS count FROM walk WHERE here = root GROUP BY hops ORDER BY hops`;

function sqliteWith({ src, dst, time }: EdgeColumns): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE e (src INTEGER, dst INTEGER, t INTEGER)');
  const insert = database.prepare('INSERT INTO e VALUES (?, ?, ?)');
  database.exec('BEGIN');
  for (let edge = 0; edge < src.length; edge++)
    insert.run(src[edge] as number, dst[edge] as number, time[edge] as number);
  database.exec('COMMIT');
  database.exec('CREATE INDEX e_src ON e (src, t, dst)');
  return database;
}

export function countsOf(
  rows: readonly Readonly<Record<string, unknown>>[],
  maxLength: number,
): readonly number[] {
  const counts = new Map(rows.map((row) => [Number(row.hops), Number(row.count)]));
  return Array.from({ length: maxLength - 1 }, (_, index) => counts.get(index + 2) ?? 0);
}

export function mustAgree(peer: string, ours: readonly number[], theirs: readonly number[]): void {
  if (JSON.stringify(ours) !== JSON.stringify(theirs))
    throw new Error(`${peer} counts ${theirs.join(' ')}, we ${ours.join(' ')}`);
}
