import type { AddressInfo } from 'node:net';
import { fixedClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { createServer } from '#platform/http/server.ts';
import { createLogger } from '#platform/telemetry.ts';
import { loadFirstData } from '../../src/app/first-data.ts';
import { modules } from '../../src/app/modules.ts';
import { signInPorts } from '../../src/app/ports.ts';
import { explain } from '../../src/app/problem-texts.ts';
import { createTestDatabase } from './test-database.ts';

/** The same day from Hawaii to Auckland: pages say which day it is where they are served. */
const clock = fixedClock('2026-11-23T10:30:00Z');

/**
 * The product with the first data set, on a port, where time stands still and the version never rises: what its pages
 * show depends on the code and on nothing else.
 */
export async function startStillNode(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const config = readConfig({});
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  const database = await createTestDatabase();
  await loadFirstData(database, clock, { loadsFirstData: true }, () => {});
  const server = await createServer({
    config: config.value,
    clock,
    database,
    modules,
    logger: createLogger('silent'),
    version: '0.0.0',
    explain,
    signIn: signInPorts(database, clock),
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}
