import { fileURLToPath } from 'node:url';
import type { Config } from '#platform/config.ts';
import { type Database, openDatabase } from '#platform/database/database.ts';

/** Folders of migrations, in the order in which they build on one another. */
export const migrations = [
  { name: 'platform', folder: fileURLToPath(new URL('../platform/migrations', import.meta.url)) },
];

/** Opens the node's database and says in words what takes time. */
export async function open(config: Config, progress: (line: string) => void): Promise<Database> {
  return openDatabase(config, { modules: migrations, onProgress: (step) => progress(JSON.stringify(step)) });
}
