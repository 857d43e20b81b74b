import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Problem, problem } from '#kernel/result.ts';
import type { Tables } from '#platform/database/tables.ts';

/** A module's migrations: files `0001-name.sql` in an absolute folder, never edited once they have run anywhere. */
export type ModuleMigrations = { readonly name: string; readonly folder: string };

export type MigrationProgress = { readonly progress: 'migrating'; readonly migration: string };

/** Problem codes of this file, with their parameters. The path of each is `module/file`. */
export const migrationProblems = {
  migration_name_invalid: [],
  migration_number_taken: ['by'],
  migration_edited: [],
  migration_missing: [],
  migration_late: ['last'],
} as const;

type Migration = { module: string; number: number; name: string; sha256: string; text: string };
type Applied = Omit<Migration, 'text'>;

/** Any constant will do as long as nothing else in the database locks on it. */
const migrationLock = 7_206_112;

/**
 * Runs what has not run yet, module by module in the order given and by number within each, every file in one
 * transaction with its entry in `platform.migration`. Whoever comes second waits for the first. Nothing runs when the
 * files and the database's history differ: it throws, with the problems as the error's `cause`.
 */
export async function migrate(
  owner: Kysely<Tables>,
  modules: readonly ModuleMigrations[],
  onProgress: (step: MigrationProgress) => void,
): Promise<void> {
  const { migrations, problems } = await readMigrations(modules);
  await owner.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(migrationLock)})`.execute(connection);
    try {
      const applied = await listApplied(connection);
      const all = [...problems, ...compareHistory(migrations, applied)];
      if (all.length > 0) throw migrationError(all);
      const done = new Set(applied.map((row) => fileOf(row)));
      for (const migration of migrations) {
        if (done.has(fileOf(migration))) continue;
        onProgress({ progress: 'migrating', migration: fileOf(migration) });
        await apply(connection, migration);
      }
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(migrationLock)})`.execute(connection);
    }
  });
}

const fileOf = ({ module, number, name }: Applied) =>
  `${module}/${String(number).padStart(4, '0')}-${name}.sql`;

async function readMigrations(
  modules: readonly ModuleMigrations[],
): Promise<{ migrations: readonly Migration[]; problems: readonly Problem[] }> {
  const migrations: Migration[] = [];
  const problems: Problem[] = [];
  for (const { name: module, folder } of modules) {
    let last: Migration | undefined;
    for (const file of (await readdir(folder)).sort()) {
      const [, digits, name] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
      if (digits === undefined || name === undefined) {
        problems.push(problem('migration_name_invalid', `${module}/${file}`));
        continue;
      }
      const text = await readFile(join(folder, file), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      const migration = { module, number: Number(digits), name, sha256, text };
      if (last?.number === migration.number)
        problems.push(problem('migration_number_taken', fileOf(migration), { by: fileOf(last) }));
      migrations.push(migration);
      last = migration;
    }
  }
  return { migrations, problems };
}

/** The history table comes before every migration, so the runner makes it. */
async function listApplied(connection: Kysely<Tables>): Promise<readonly Applied[]> {
  await sql`
    create schema if not exists platform;
    create table if not exists platform.migration (
      module text not null,
      number integer not null,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now(),
      primary key (module, number)
    )`.execute(connection);
  return connection
    .selectFrom('platform.migration')
    .select(['module', 'number', 'name', 'sha256'])
    .orderBy('module')
    .orderBy('number')
    .execute();
}

/**
 * What ran must be there as it ran, and nothing may be slipped in before it: a database that took the files in another
 * order could be another database.
 */
function compareHistory(migrations: readonly Migration[], applied: readonly Applied[]): readonly Problem[] {
  const files = new Map(migrations.map((migration) => [fileOf(migration), migration]));
  const history = new Set(applied.map(fileOf));
  const last = new Map(applied.map((row) => [row.module, row]));
  const changed = applied.flatMap((row) => {
    const file = files.get(fileOf(row));
    if (file === undefined) return [problem('migration_missing', fileOf(row))];
    return file.sha256 === row.sha256 ? [] : [problem('migration_edited', fileOf(row))];
  });
  const late = migrations.flatMap((migration) => {
    const after = last.get(migration.module);
    return after === undefined || history.has(fileOf(migration)) || migration.number > after.number
      ? []
      : [problem('migration_late', fileOf(migration), { last: fileOf(after) })];
  });
  return [...changed, ...late];
}

async function apply(connection: Kysely<Tables>, migration: Migration): Promise<void> {
  const { text, ...entry } = migration;
  try {
    await connection.transaction().execute(async (tx) => {
      await sql.raw(text).execute(tx);
      await tx
        .insertInto('platform.migration')
        .values({ ...entry, applied_at: sql`now()` })
        .execute();
    });
  } catch (cause) {
    const { message, hint } = cause as { message: string; hint?: string };
    throw new Error(
      [`Migration ${fileOf(migration)}: ${message}`, ...(hint === undefined ? [] : [hint])].join('\n'),
      {
        cause,
      },
    );
  }
}

const sentences: Record<keyof typeof migrationProblems, (params: Problem['params']) => string> = {
  migration_name_invalid: () => 'is not named like 0001-name.sql',
  migration_number_taken: ({ by }) => `has the number of ${by}`,
  migration_edited: () => 'was edited after it ran on this database; put it back and write a new migration',
  migration_missing: () =>
    'ran on this database but is not here; use the version of Tripoint that has it, or a later one',
  migration_late: ({ last }) =>
    `would come before ${last}, which ran on this database already; give it a later number`,
};

function migrationError(problems: readonly Problem[]): Error {
  const lines = problems.map(({ code, path, params }) => {
    const sentence = Object.hasOwn(sentences, code)
      ? sentences[code as keyof typeof sentences](params)
      : code;
    return `${path} ${sentence}`;
  });
  return new Error(`The database cannot be brought up to date.\n${lines.join('\n')}`, { cause: problems });
}
