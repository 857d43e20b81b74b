import { sql } from 'kysely';
import type { Database, Transaction } from '#platform/database/database.ts';

/** The tables of a whole database in which a text stands, as it is or as bytes: what is not there was kept nowhere. */
export async function findInDatabase({ owner }: Database, text: string): Promise<readonly string[]> {
  return owner.transaction().execute(async (tx) => {
    const found: string[] = [];
    for (const name of await tablesIn(tx)) {
      const { rows } = await sql<{ there: boolean }>`
        select exists (select from ${sql.raw(name)} as row where position(${text} in row::text) > 0
          or position(${Buffer.from(text).toString('hex')} in row::text) > 0) as there`.execute(tx);
      if (rows[0]?.there === true) found.push(name);
    }
    return found;
  });
}

/** Every row of every table of a whole database as text. */
export async function readDatabase({ owner }: Database): Promise<readonly string[]> {
  return owner.transaction().execute(async (tx) => {
    const texts: string[] = [];
    for (const name of await tablesIn(tx)) {
      const { rows } = await sql<{
        text: string;
      }>`select row::text as text from ${sql.raw(name)} as row`.execute(tx);
      for (const { text } of rows) texts.push(text);
    }
    return texts;
  });
}

async function tablesIn(tx: Transaction): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}
