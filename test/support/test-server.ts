import { randomBytes } from 'node:crypto';
import pg from 'pg';

export { migrations } from '../../src/app/open.ts';

export const newDatabaseName = () => `tripoint_test_${randomBytes(6).toString('hex')}`;

/** Its address, on the server of another address. */
export async function createDatabase(server: string, name: string, template = 'template1'): Promise<string> {
  await runOn(server, `create database ${name} template ${template}`);
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

export async function dropDatabase(server: string, name: string): Promise<void> {
  await runOn(server, `drop database ${name} with (force)`);
}

/** One statement as the server's owner. */
export async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
