import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type Transaction as KyselyTransaction,
  PostgresDialect,
  PostgresDriver,
  sql,
} from 'kysely';
import pg from 'pg';
import type { Config } from '#platform/config.ts';
import { type EmbeddedProgress, leaseEmbedded } from '#platform/database/embedded.ts';
import { type MigrationProgress, type ModuleMigrations, migrate } from '#platform/database/migrations.ts';
import type { Tables } from '#platform/database/tables.ts';

export type Transaction = KyselyTransaction<Tables>;

/** Work in one transaction; what `work` throws rolls it back. */
type Transact = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;

export type Database = {
  /** One consistent view, read only, as the application role. */
  readonly read: Transact;
  /** Read committed, as the application role, which may do what the migrations grant it and nothing else. */
  readonly write: Transact;
  /** As the role that may delete what retention ends. */
  readonly retention: Transact;
  /** As the owner of the schemas: for migrations and for the job queue, not for use cases. */
  readonly owner: Kysely<Tables>;
  readonly url: string;
  /** Resolves when no connection is left, and with an embedded database of which we were the last user, no process. */
  close(): Promise<void>;
};

export type DatabaseProgress = EmbeddedProgress | MigrationProgress;

export type OpenOptions = {
  /** In the order in which they build on one another. */
  readonly modules: readonly ModuleMigrations[];
  readonly onProgress?: (step: DatabaseProgress) => void;
};

/** The gate's second database is Debian 12's; with an older one nothing here was ever tried. */
const oldestServer = 15;

/**
 * A calendar day stays the text it is: `pg` would make it a moment at local midnight, which is another day elsewhere.
 * The rest keeps `pg`'s defaults: bigint is text, timestamptz is a `Date`.
 */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (day: string) => day);

/**
 * Opens the database of DATABASE_URL, or the embedded one of the data folder, and brings it up to date. Throws a
 * sentence for the operator when that cannot be.
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataFolder' | 'readTimeout'>,
  options: OpenOptions,
): Promise<Database> {
  const progress = options.onProgress ?? (() => {});
  const lease = config.databaseUrl === null ? await leaseEmbedded(config.dataFolder, progress) : null;
  const url = config.databaseUrl ?? lease?.url ?? '';
  const pool = new pg.Pool({
    connectionString: url,
    types,
    application_name: 'tripoint',
    max: 10,
    connectionTimeoutMillis: longestWait,
  });
  // The pool drops a connection that breaks while idle; the next query takes a new one and says what is wrong.
  pool.on('error', () => {});
  // So too of one that breaks in use: whoever uses it is told by his query, and the node goes on.
  pool.on('connect', (client) => client.on('error', () => {}));
  const owner = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = async (): Promise<void> => {
    await owner.destroy();
    await lease?.release();
  };
  try {
    await refuseUnfitServer(owner);
    await migrate(owner, options.modules, progress);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    read: transact(
      pool,
      `start transaction isolation level repeatable read read only; set local role tripoint_app;
      set local statement_timeout = '${config.readTimeout}'`,
    ),
    write: transact(pool, 'start transaction isolation level read committed; set local role tripoint_app'),
    retention: transact(
      pool,
      'start transaction isolation level read committed; set local role tripoint_retention',
    ),
    owner,
    url,
    close,
  };
}

/** Whoever waits this long for a connection is told that the node is too busy, in milliseconds. */
const longestWait = 30_000;

/** Transactions that give up the owner's rights in the message that begins them: a page waits for one answer less. */
function transact(pool: pg.Pool, begin: string): Transact {
  const beginTransaction = async (connection: DatabaseConnection) => {
    try {
      await connection.executeQuery(CompiledQuery.raw(begin));
    } catch (error) {
      // Its first statement may have begun a transaction, which the next user of the connection would find broken.
      await connection.executeQuery(CompiledQuery.raw('rollback'));
      throw error;
    }
  };
  const dialect = Object.assign(new PostgresDialect({ pool }), {
    createDriver: () => Object.assign(new PostgresDriver({ pool }), { beginTransaction }),
  });
  const connections = new Kysely<Tables>({ dialect });
  return (work) => connections.transaction().execute(work);
}

async function refuseUnfitServer(owner: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ number: number; version: string; encoding: string }>`
    select current_setting('server_version_num')::integer as number, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding`.execute(owner);
  for (const { number, version, encoding } of rows) {
    if (number < oldestServer * 10_000)
      throw new Error(
        `The database server is PostgreSQL ${version}; Tripoint needs ${oldestServer} or later. Let DATABASE_URL name a ` +
          'newer server, or leave it unset to use the embedded one.',
      );
    if (encoding !== 'UTF8')
      throw new Error(
        `The database has the encoding ${encoding}, which cannot hold every text. Create one with: ` +
          "create database tripoint encoding 'UTF8' template template0.",
      );
  }
}
