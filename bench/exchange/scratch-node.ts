import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import { open } from '../../src/app/open.ts';

/** A data folder and database of its own, durable as a node's are, gone afterwards. */
export async function withScratchNode<Value>(
  work: (database: Database, folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-bench-'));
  // The database's own user must be able to enter it.
  await chmod(folder, 0o755);
  const config = readConfig({ TRIPOINT_DATA: folder, LOG_LEVEL: 'silent' });
  if (!config.ok) throw new Error('The settings of a benchmark are valid');
  const database = await open(config.value, () => {});
  try {
    return await work(database, folder);
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
}
