import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { migrations } from '../../../test/support/test-server.ts';

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await sql`
    create schema trial;
    create table trial.word (id integer primary key, text text not null);
    grant usage on schema trial to tripoint_app, tripoint_retention;
    grant select, insert on trial.word to tripoint_app;
    grant select, delete on trial.word to tripoint_retention;
    insert into trial.word values (1, 'granted')`.execute(database.owner);
});
afterAll(() => database.close());

const words = sql<{ text: string }>`select text from trial.word order by id`;
const denied = { code: '42501' };

test('The application role reads and adds, and changes or removes nothing that was not granted', async () => {
  await database.write((tx) => sql`insert into trial.word values (2, 'added')`.execute(tx));
  expect((await database.read((tx) => words.execute(tx))).rows).toEqual([
    { text: 'granted' },
    { text: 'added' },
  ]);
  for (const statement of [
    sql`update trial.word set text = 'changed'`,
    sql`delete from trial.word`,
    sql`truncate trial.word`,
    sql`drop table trial.word`,
    sql`create table trial.own (id integer)`,
    sql`create table public.own (id integer)`,
    sql`update platform.migration set sha256 = ''`,
  ])
    await expect(database.write((tx) => statement.execute(tx))).rejects.toMatchObject(denied);
});

test('The retention role removes what is granted to it and adds nothing', async () => {
  await database.owner.executeQuery(sql`insert into trial.word values (3, 'ended')`.compile(database.owner));
  await database.retention((tx) => sql`delete from trial.word where id = 3`.execute(tx));
  await expect(
    database.retention((tx) => sql`insert into trial.word values (4, 'x')`.execute(tx)),
  ).rejects.toMatchObject(denied);
});

test('A reading transaction writes nothing and sees one state from beginning to end', async () => {
  await expect(
    database.read((tx) => sql`insert into trial.word values (5, 'x')`.execute(tx)),
  ).rejects.toMatchObject({ code: '25006' });
  await database.read(async (tx) => {
    const before = (await words.execute(tx)).rows;
    await database.write((other) => sql`insert into trial.word values (6, 'meanwhile')`.execute(other));
    expect((await words.execute(tx)).rows).toEqual(before);
  });
  expect((await database.read((tx) => words.execute(tx))).rows).toContainEqual({ text: 'meanwhile' });
});

test('What throws is rolled back, and the connection serves the next one with the owner’s rights given up again', async () => {
  const before = (await database.read((tx) => words.execute(tx))).rows;
  await expect(
    database.write(async (tx) => {
      await sql`insert into trial.word values (7, 'half')`.execute(tx);
      throw new Error('stopped half-way');
    }),
  ).rejects.toThrow('stopped half-way');
  expect((await database.read((tx) => words.execute(tx))).rows).toEqual(before);
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(database.owner);
  expect(rows).not.toEqual([{ role: 'tripoint_app' }]);
});

test('A statement that reads too long is ended', async () => {
  const hasty = await openDatabase(
    { databaseUrl: database.url, dataFolder: '', readTimeout: 100 },
    { modules: migrations },
  );
  await expect(hasty.read((tx) => sql`select pg_sleep(60)`.execute(tx))).rejects.toMatchObject({
    code: '57014',
  });
  await hasty.close();
});

test('A transaction that cannot begin leaves its connection fit for the next', async () => {
  // PostgreSQL refuses the setting after the transaction has begun.
  const unset = await openDatabase(
    { databaseUrl: database.url, dataFolder: '', readTimeout: -1 },
    { modules: migrations },
  );
  await expect(unset.read((tx) => sql`select 1`.execute(tx))).rejects.toMatchObject({ code: '22023' });
  const { rows } = await unset.write((tx) => sql`select current_user as role`.execute(tx));
  expect(rows).toEqual([{ role: 'tripoint_app' }]);
  await unset.close();
});

test('A calendar day comes back as the day it is', async () => {
  const { rows } = await database.read((tx) => sql`select date '2020-05-31' as day`.execute(tx));
  expect(rows).toEqual([{ day: '2020-05-31' }]);
});

test('A database whose encoding cannot hold every text is refused', async () => {
  const latin = new URL(database.url);
  latin.pathname += '_latin';
  const name = latin.pathname.slice(1);
  await sql`create database ${sql.id(name)} template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`.execute(
    database.owner,
  );
  await expect(
    openDatabase({ databaseUrl: latin.href, dataFolder: '', readTimeout: 100 }, { modules: migrations }),
  ).rejects.toThrow(/encoding SQL_ASCII/);
  await sql`drop database ${sql.id(name)}`.execute(database.owner);
});
