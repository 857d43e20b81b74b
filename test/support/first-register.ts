import { loadFirstData } from '../../src/app/first-data.ts';
import { createNodeServer } from '../../src/app/node-server.ts';
import { type Clock, systemClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { createLogger } from '../../src/platform/telemetry.ts';
import { type Browser, openBrowser } from './browser.ts';
import { createTestDatabase } from './test-database.ts';

/** The node's own server on a real database of its own with the first data set; no port. `clock`: whose time its pages have. */
export async function openFirstRegister({ clock = systemClock }: { readonly clock?: Clock } = {}): Promise<{
  readonly database: Database;
  readonly server: HttpServer;
  close(): Promise<void>;
}> {
  const config = readConfig({});
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  const database = await createTestDatabase();
  await loadFirstData(database, systemClock, { loadsFirstData: true }, () => {});
  const server = await createNodeServer(config.value, database, createLogger('silent'), { clock });
  const close = async () => {
    await server.close();
    await database.close();
  };
  return { database, server, close };
}

/** Somebody who has chosen a role of the first register, and a party or ('') none, in the demonstration sign-in. */
export async function signInAs(server: HttpServer, role: string, party: string): Promise<Browser> {
  const browser = openBrowser(server);
  const answer = await browser.post('/sign-in', { register: 'benelux', role, party });
  if (answer.statusCode !== 303) throw new Error(`No sign-in as ${role}, ${party}: ${answer.statusCode}`);
  return browser;
}
