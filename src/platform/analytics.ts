import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

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
  /** Where it puts down what does not fit in its memory. */
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
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${megabytes}MiB`,
    temp_directory: spill,
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
    },
  };
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
