import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '#platform/clock.ts';
import { type Config, readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import { createServer, type HttpServer } from '#platform/http/server.ts';
import { createLogger } from '#platform/telemetry.ts';
import { modules } from './modules.ts';
import { signInPorts } from './ports.ts';
import { explain } from './problem-texts.ts';

/** The server of this node, with every module, ready to listen. */
export function createNodeServer(
  config: Config,
  database: Database,
  logger: Logger,
  {
    clock = systemClock,
    extend,
  }: { readonly clock?: Clock; readonly extend?: (scope: HttpServer) => void } = {},
): Promise<HttpServer> {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return createServer({
    config,
    clock,
    database,
    modules,
    logger,
    version,
    explain,
    signIn: signInPorts(database, clock),
    ...(extend === undefined ? {} : { extend }),
  });
}

/** The OpenAPI document that the server answers at `/api`; describing asks nothing of a database. */
export async function describeApi(): Promise<unknown> {
  const config = readConfig({});
  if (!config.ok) throw new Error('A configuration without any setting has faults');
  const server = await createNodeServer(config.value, noDatabase, createLogger('silent'));
  await server.ready();
  const description = server.swagger();
  await server.close();
  return description;
}

const refuse = (): never => {
  throw new Error('The API is described without a database');
};
const noDatabase: Database = {
  read: refuse,
  write: refuse,
  retention: refuse,
  get owner() {
    return refuse();
  },
  url: '',
  close: async () => {},
};
