import { chmod, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { createLogger } from '#platform/telemetry.ts';
import { loadFirstData } from '../src/app/first-data.ts';
import { createNodeServer } from '../src/app/node-server.ts';
import { open } from '../src/app/open.ts';

/** Pages of the first register that between them use every part of it; below language and register. */
export const pages = [
  '',
  '/find?q=fiscale',
  '/groups',
  '/groups/fisc-strat',
  '/law',
  '/law/eow-paper',
  '/evidence',
  '/evidence/working_groups_total',
  '/parliament',
  '/budget',
  '/brief?party=NL',
] as const;

/** The node as it is delivered, with the first register, on a port and in a database of its own. */
export async function startFirstNode(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-bench-'));
  // The database's own user must be able to enter it.
  await chmod(folder, 0o755);
  const config = readConfig({ TRIPOINT_DATA: folder, LOG_LEVEL: 'silent' });
  if (!config.ok) throw new Error('The settings of a benchmark are valid');
  const database = await open(config.value, () => {});
  await loadFirstData(database, systemClock, config.value, () => {});
  const server = await createNodeServer(config.value, database, createLogger('silent'));
  await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: async () => {
      await server.close();
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}
