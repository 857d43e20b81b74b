/**
 * Database of a test run, a vitest global set-up: one PostgreSQL for all test files, with one template database that has
 * run every migration; `createTestDatabase` copies it for a test file. TEST_DATABASE_URL names another server instead.
 */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#platform/database/database.ts';
import { type EmbeddedLease, leaseEmbedded } from '#platform/database/embedded.ts';
import { createDatabase, dropDatabase, migrations, newDatabaseName } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Server to make databases on, and the name of the database there to copy. */
    testDatabase: { readonly url: string; readonly template: string };
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const template = newDatabaseName();
  const url = await createDatabase(server.url, template);
  const database = await openDatabase(
    { databaseUrl: url, dataFolder: '', readTimeout: 30_000 },
    { modules: migrations },
  );
  await database.close();
  project.provide('testDatabase', { url: server.url, template });
  return async () => {
    await dropDatabase(server.url, template);
    await server.release();
  };
}

async function openServer(): Promise<EmbeddedLease> {
  const url = process.env.TEST_DATABASE_URL;
  if (url !== undefined && url !== '') return { url, release: async () => {} };
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tripoint-test-')));
  const lease = await leaseEmbedded(folder, () => {}, { durable: false });
  return {
    url: lease.url,
    release: async () => {
      await lease.release();
      await rm(folder, { recursive: true });
    },
  };
}
