import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { Problem } from '#kernel/result.ts';
import { type DatabaseProgress, openDatabase } from '#platform/database/database.ts';
import { leaseEmbedded } from '#platform/database/embedded.ts';
import {
  createDatabase,
  dropDatabase,
  migrations,
  newDatabaseName,
  runOn,
} from '../../../test/support/test-server.ts';

const server = inject('testDatabase').url;
let name: string;
let url: string;
let folder: string;

beforeEach(async () => {
  name = newDatabaseName();
  url = await createDatabase(server, name);
  folder = await mkdtemp(join(tmpdir(), 'tripoint-migrations-'));
});
afterEach(async () => {
  await dropDatabase(server, name);
  await rm(folder, { recursive: true });
});

const write = (file: string, text: string) => writeFile(join(folder, file), text);

/** Opens and closes; gives back what it was told on the way. */
async function bringUpToDate(): Promise<readonly DatabaseProgress[]> {
  const steps: DatabaseProgress[] = [];
  const database = await openDatabase(
    { databaseUrl: url, dataFolder: '', readTimeout: 30_000 },
    { modules: [...migrations, { name: 'trial', folder }], onProgress: (step) => steps.push(step) },
  );
  await database.close();
  return steps;
}

const ofTrial = (steps: readonly DatabaseProgress[]) =>
  steps.flatMap((step) =>
    step.progress === 'migrating' && step.migration.startsWith('trial/') ? [step.migration] : [],
  );

async function findProblems(): Promise<readonly (readonly [string, string])[]> {
  const error = await bringUpToDate().then(
    () => new Error('It was accepted', { cause: [] }),
    (thrown: Error) => thrown,
  );
  const problems = error.cause as readonly Problem[];
  for (const { path } of problems) expect(error.message).toContain(path);
  return problems.map(({ code, path }) => [code, path]);
}

test('Files run once, in the order of their numbers', async () => {
  await write('0002-second.sql', 'insert into trial.word values (2)');
  await write(
    '0001-first.sql',
    'create schema trial; create table trial.word (place integer); insert into trial.word values (1)',
  );
  expect(ofTrial(await bringUpToDate())).toEqual(['trial/0001-first.sql', 'trial/0002-second.sql']);
  await write('0010-tenth.sql', 'insert into trial.word values (10)');
  expect(ofTrial(await bringUpToDate())).toEqual(['trial/0010-tenth.sql']);
  expect(await bringUpToDate()).toEqual([]);
});

test('A file that fails leaves nothing of itself, and what came before it stays', async () => {
  await write('0001-first.sql', 'create schema trial');
  await write('0002-second.sql', 'create table trial.half (place integer); select 1 / 0');
  await expect(bringUpToDate()).rejects.toThrow(/trial\/0002-second\.sql: division by zero/);
  await write('0002-second.sql', 'create table trial.half (place integer)');
  expect(ofTrial(await bringUpToDate())).toEqual(['trial/0002-second.sql']);
});

test('An edited, a missing, a late, a wrongly named and a doubled file are refused, all in one run', async () => {
  await write('0001-first.sql', 'create schema trial');
  await write('0002-second.sql', 'select 2');
  await write('0005-fifth.sql', 'select 5');
  await bringUpToDate();
  await write('0001-first.sql', 'create schema trial; select 1');
  await rename(join(folder, '0002-second.sql'), join(folder, '0004-second.sql'));
  await write('0005-another.sql', 'select 5');
  await write('6-sixth.sql', 'select 6');
  expect((await findProblems()).toSorted()).toEqual([
    ['migration_edited', 'trial/0001-first.sql'],
    ['migration_late', 'trial/0004-second.sql'],
    ['migration_late', 'trial/0005-another.sql'],
    ['migration_missing', 'trial/0002-second.sql'],
    ['migration_name_invalid', 'trial/6-sixth.sql'],
    ['migration_number_taken', 'trial/0005-fifth.sql'],
  ]);
});

test('Two that open an empty database at once run every file once between them', async () => {
  await write('0001-first.sql', 'create schema trial; select pg_sleep(0.2)');
  const both = await Promise.all([bringUpToDate(), bringUpToDate(), bringUpToDate()]);
  expect(ofTrial(both.flat())).toEqual(['trial/0001-first.sql']);
});

test('Two databases of a fresh server that are set up at once share its roles', async () => {
  const fresh = await mkdtemp(join(tmpdir(), 'tripoint-fresh-'));
  const lease = await leaseEmbedded(fresh, () => {}, { durable: false });
  const databases = await Promise.all(
    [newDatabaseName(), newDatabaseName(), newDatabaseName()].map(async (name) =>
      openDatabase(
        { databaseUrl: await createDatabase(lease.url, name), dataFolder: '', readTimeout: 30_000 },
        { modules: migrations },
      ),
    ),
  );
  for (const database of databases) {
    const { rows } = await database.read((tx) => sql`select current_user as role`.execute(tx));
    expect(rows).toEqual([{ role: 'tripoint_app' }]);
    await database.close();
  }
  await lease.release();
  await rm(fresh, { recursive: true });
});

test('A database user who may not create or take on the roles is told what an administrator has to run', async () => {
  const user = `${name}_user`;
  await runOn(server, `create role ${user} login password 'secret'`);
  await runOn(server, `alter database ${name} owner to ${user}`);
  const own = new URL(url);
  own.username = user;
  own.password = 'secret';
  url = own.href;
  await expect(bringUpToDate()).rejects.toThrow(
    new RegExp(`"${user}" may not create the roles.*grant tripoint_app, tripoint_retention to ${user}`, 's'),
  );
  await runOn(server, `grant tripoint_app, tripoint_retention to ${user}`);
  await write('0001-first.sql', 'create schema trial');
  expect(ofTrial(await bringUpToDate())).toEqual(['trial/0001-first.sql']);
  await runOn(server, `alter database ${name} owner to current_user`);
  await runOn(new URL(name, server).href, `reassign owned by ${user} to current_user; drop owned by ${user}`);
  await runOn(server, `drop role ${user}`);
});
