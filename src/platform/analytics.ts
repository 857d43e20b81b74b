import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';
import type { DuckDBConnection } from '@duckdb/node-api';

/** A value of a column: what JSON has, and whole numbers beyond it. */
export type Cell = string | number | bigint | boolean | null;

/** Questions over columns in files, of which there may be tens of millions: DuckDB, in this process and on this machine only. */
export type Analytics = {
  /** Runs statements of which nothing is wanted back. Values stand for `$name`. */
  run(sql: string, values?: Readonly<Record<string, Cell>>): Promise<void>;
  /** All rows of an answer, by the names of their columns. */
  rows(
    sql: string,
    values?: Readonly<Record<string, Cell>>,
  ): Promise<readonly Readonly<Record<string, Cell>>[]>;
  /** Rows of an answer in the order in which they come, some thousands at once. */
  stream(
    sql: string,
    values?: Readonly<Record<string, Cell>>,
  ): AsyncIterable<readonly Readonly<Record<string, Cell>>[]>;
};

export type AnalyticsLimits = {
  readonly threads: number;
  readonly megabytes: number;
  /** Below it each has a folder of its own for what does not fit in its memory; several may name the same. */
  readonly spill: string;
};

/**
 * Opens DuckDB in memory, until it is closed. It loads nothing from anywhere: an extension that only a machine with a network
 * finds would work for us and fail for others.
 */
export async function openAnalytics({
  threads,
  megabytes,
  spill,
}: AnalyticsLimits): Promise<Analytics & { readonly close: () => void }> {
  await clearLeftSpill(spill);
  const own = await makeSpillFolder(spill);
  // Only now: a command that asks nothing of columns runs on machines for which there is no DuckDB (`vat replay`).
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${megabytes}MiB`,
    temp_directory: own,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  return {
    run: async (sql, values) => {
      await connection.run(sql, values);
    },
    rows: async (sql, values) => {
      const reader = await connection.runAndReadAll(sql, values);
      return reader.getRowObjects() as Readonly<Record<string, Cell>>[];
    },
    stream: (sql, values) => chunksOf(connection, sql, values),
    close: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** Of its own: DuckDB deletes what it finds in the folder when it ends, also what another one still needs. */
async function makeSpillFolder(spill: string): Promise<string> {
  await mkdir(spill, { recursive: true });
  return mkdtemp(join(spill, `${process.pid}@${hostname()}-`));
}

/** Removes folders of processes of this machine that ended without closing. */
async function clearLeftSpill(spill: string): Promise<void> {
  const names = await readdir(spill).catch(() => []);
  for (const name of names) {
    const [, pid, host] = /^(\d+)@(.+)-[^-]{6}$/.exec(name) ?? [];
    if (pid === undefined || host !== hostname()) continue;
    if (await isLeft(join(spill, name), Number(pid)))
      await rm(join(spill, name), { recursive: true, force: true });
  }
}

async function isLeft(folder: string, pid: number): Promise<boolean> {
  if (pid !== process.pid) return !isRunning(pid);
  // In a container a process has the number of the one before; only the main thread knows when this one began.
  const found = isMainThread ? await stat(folder).catch(() => null) : null;
  return found !== null && found.mtimeMs < performance.timeOrigin;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // That it may not be signalled says that there is one.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** For some work only. */
export async function withAnalytics<T>(
  limits: AnalyticsLimits,
  work: (analytics: Analytics) => Promise<T>,
): Promise<T> {
  const analytics = await openAnalytics(limits);
  try {
    return await work(analytics);
  } finally {
    analytics.close();
  }
}

/** Of works that come at once, this many; the others wait, who came first goes first. */
export function atMost(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The place goes to who waits without being free between, so that nobody comes before him.
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}

const pagesInTurn = atMost(2);

/** For what a page shows: two at once in this process, however many people look, as each takes memory and threads of its own. */
export const withPageAnalytics = <T>(
  limits: AnalyticsLimits,
  work: (analytics: Analytics) => Promise<T>,
): Promise<T> => pagesInTurn(() => withAnalytics(limits, work));

async function* chunksOf(
  connection: DuckDBConnection,
  sql: string,
  values: Readonly<Record<string, Cell>> | undefined,
): AsyncGenerator<readonly Readonly<Record<string, Cell>>[]> {
  const result = await connection.stream(sql, values);
  for await (const rows of result.yieldRowObjects()) yield rows as Readonly<Record<string, Cell>>[];
}

/** A text as SQL has it, for the places where no value can stand: the name of a file. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
