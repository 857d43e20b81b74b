/** Debian's PostgreSQL 15: the oldest that DATABASE_URL may name, and of another build than the one we bring. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './free-port.ts';

const programs = '/usr/lib/postgresql/15/bin';

export type DebianPostgres = { readonly url: string; stop(): Promise<void> };

/** A fresh server for the length of a run; null where the package postgresql-15 is not installed. */
export async function startDebianPostgres(): Promise<DebianPostgres | null> {
  if (!existsSync(join(programs, 'postgres'))) return null;
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-postgres-15-'));
  // PostgreSQL refuses to run as root, so there it runs as `nobody`, like the one that we bring.
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};
  if (isRoot) chownSync(folder, 65_534, 65_534);
  const options = { ...user, cwd: '/', env: { PATH: '/usr/bin:/bin', LANG: 'C', TZ: 'UTC' } } as const;
  const settings = [
    '--username=tripoint',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  const made = spawnSync(join(programs, 'initdb'), [`--pgdata=${folder}`, ...settings], {
    ...options,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`PostgreSQL 15 could not create its database: ${made.stderr}`);

  const port = await findFreePort();
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', folder, '-p', String(port), '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const end = () => server.kill('SIGINT');
  process.once('exit', end);
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`PostgreSQL 15 did not start: ${log}`)));
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (log.length < 10_000) log += text;
      if (log.includes('ready to accept connections')) resolve();
    });
  });
  return {
    url: `postgres://tripoint@127.0.0.1:${port}/postgres`,
    stop: async () => {
      process.off('exit', end);
      const ended = once(server, 'exit');
      end();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
