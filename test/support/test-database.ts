import { inject } from 'vitest';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { createDatabase, dropDatabase, migrations, newDatabaseName } from './test-server.ts';

/** A database of its own with every migration run and no rows, dropped when it is closed. */
export async function createTestDatabase(): Promise<Database> {
  const { url: server, template } = inject('testDatabase');
  const name = newDatabaseName();
  const url = await createDatabase(server, name, template);
  const database = await openDatabase(
    { databaseUrl: url, dataFolder: '', readTimeout: 30_000 },
    { modules: migrations },
  );
  return {
    ...database,
    close: async () => {
      await database.close();
      await dropDatabase(server, name);
    },
  };
}
