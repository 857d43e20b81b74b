import { fileURLToPath } from 'node:url';
import type { Config } from '#platform/config.ts';
import { type Database, type DatabaseProgress, openDatabase } from '#platform/database/database.ts';
import { prepareJobs } from '#platform/jobs.ts';

/** Folders of migrations, in the order in which they build on one another. */
export const migrations = [
  { name: 'platform', folder: fileURLToPath(new URL('../platform/migrations', import.meta.url)) },
  { name: 'exchange', folder: fileURLToPath(new URL('../exchange/migrations', import.meta.url)) },
  { name: 'vat', folder: fileURLToPath(new URL('../vat/migrations', import.meta.url)) },
  { name: 'energy', folder: fileURLToPath(new URL('../energy/migrations', import.meta.url)) },
];

/**
 * Opens the node's database, with its job queue, and says in words what takes time. `onLost` is called when the
 * database ends under us: nothing can be answered after that.
 */
export async function open(
  config: Config,
  progress: (line: string) => void,
  onLost: () => void = () => {},
): Promise<Database> {
  const database = await openDatabase(config, {
    modules: migrations,
    onProgress: (step) => {
      progress(sentenceOf(step));
      if (step.progress === 'lost') onLost();
    },
  });
  try {
    await prepareJobs(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function sentenceOf(step: DatabaseProgress): string {
  switch (step.progress) {
    case 'creating':
      return 'Creating the database';
    case 'starting':
      return 'Starting the database';
    case 'elsewhere':
      return `The database stands in ${step.path}: its user may not enter the data folder`;
    case 'migrating':
      return `Setting up ${step.migration}`;
    case 'lost':
      return `The database ended: ${step.reason}`;
  }
}
