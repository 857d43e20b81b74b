/**
 * ClickHouse's engine as a library, behind the part of its HTTP protocol that we use: one session for all, statements one by one. Started as
 * a process of its own, since what it is written in may end it: `node --import tsx clickhouse-server.ts FOLDER`, FOLDER where
 * `chdb` is installed. Says its address on its first line.
 */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

type Chdb = { readonly Session: new () => { query(sql: string, format: string): string } };
const [folder = ''] = process.argv.slice(2);
const { Session }: Chdb = createRequire(join(folder, 'package.json'))('chdb');
const session = new Session();

const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  try {
    response.end(session.query(Buffer.concat(parts).toString(), 'TabSeparated'));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
});
