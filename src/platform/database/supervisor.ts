/**
 * Keeps the embedded PostgreSQL of one data folder, for as long as somebody uses it.
 *
 *   node src/platform/database/supervisor.ts DATA-FOLDER SOFTWARE-FOLDER [--no-sync]
 *
 * A process of its own, in a session of its own, so that the server outlives whichever command happened to start it.
 * Whoever uses the database holds a connection to `supervisor.sock` in the data folder open: its lease. The kernel
 * closes it when that process ends, however it ends. Each lease is told in JSON lines (`SupervisorLine`) how far things
 * are. When no lease is left, and the process that started this one needs it no more (it closes our standard input),
 * PostgreSQL is stopped and this process ends. The last one to leave sees its connection close when that is done.
 *
 * Node's own modules only, so that it starts without a loader.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What a lease is told, one JSON value a line: progress, then `url` once connections are accepted; `error` at any time. */
export type SupervisorLine =
  | { readonly progress: 'creating' | 'starting' }
  | { readonly progress: 'elsewhere'; readonly path: string }
  | { readonly url: string }
  | { readonly error: string };

const [dataFolder = '', shippedSoftware = '', ...flags] = process.argv.slice(2);
const durable = !flags.includes('--no-sync');
const logFile = join(dataFolder, 'database.log');

/** PostgreSQL refuses to run as root, so there it runs as `nobody`. */
const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
const serverProcess = {
  user: isRoot ? { uid: nobody, gid: nobody } : {},
  env: { PATH: '/usr/bin:/bin', LANG: 'C', TZ: 'UTC' },
};

const leases = new Set<Socket>();
const said: string[] = [];
let starterWaits = true;
let holdsFolder = false;
let postgres: ChildProcess | undefined;
let stopping = false;

function say(line: SupervisorLine): void {
  said.push(`${JSON.stringify(line)}\n`);
  for (const lease of leases) lease.write(`${JSON.stringify(line)}\n`);
}

/** Tells every lease, and the one who started us in case it has none yet, and ends. */
function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  say({ error: sentence });
  for (const lease of leases) lease.end();
  process.exitCode = 1;
  setImmediate(() => process.exit());
}

/**
 * The right to be this folder's supervisor: a name without a file (unix(7), abstract sockets), which the kernel gives
 * to one process and takes back when it ends, so that it is never stale. Whoever holds it may clear away what it finds.
 */
async function holdFolder(): Promise<void> {
  const { dev, ino } = statSync(dataFolder);
  while (!(await listens(createServer(), `\0tripoint-${dev}-${ino}`))) {
    if (!starterWaits) process.exit();
    await wait(50);
  }
  holdsFolder = true;
}

function listens(on: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    on.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    on.listen(path, () => resolve(true));
  });
}

/** Through the folder's descriptor, because the path of a socket may not be longer than 107 bytes. */
const socketPath = `/proc/self/fd/${openSync(dataFolder, 'r')}/supervisor.sock`;
const door = createServer({ allowHalfOpen: true }, (lease) => {
  lease.on('error', () => {});
  if (stopping) {
    lease.destroy();
    return;
  }
  leases.add(lease);
  lease.write(said.join(''));
  const leave = () => {
    if (!leases.delete(lease)) return;
    if (leases.size > 0 || starterWaits) lease.end();
    else stop();
  };
  lease.on('end', leave).on('close', leave).resume();
});

function stop(): void {
  if (stopping) return;
  stopping = true;
  door.close();
  if (postgres === undefined) process.exit();
  postgres.once('exit', () => process.exit());
  endServer((signal) => postgres?.kill(signal));
}

/** Fast shutdown: sessions are ended, everything is written. Failing that, at once: the log keeps what was committed. */
function endServer(kill: (signal: NodeJS.Signals) => void): void {
  kill('SIGINT');
  setTimeout(() => kill('SIGQUIT'), 60_000).unref();
}

function lastLogLines(): string {
  return existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-12).join('\n') : '';
}

/** Whether `nobody` reaches a folder: every folder above it must be open to all. */
function isReachable(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Where the cluster is or is to be. As root it may have to stand elsewhere; a link then leads there. */
function findClusterFolder(): string {
  const folder = join(dataFolder, 'pg');
  // The folder we were given may be passed through; what is in it is each closed for itself.
  if (isRoot) chmodSync(dataFolder, statSync(dataFolder).mode | 0o001);
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() && existsSync(dirname(readlinkSync(folder)))) {
    say({ progress: 'elsewhere', path: dirname(readlinkSync(folder)) });
    return readlinkSync(folder);
  }
  if (found?.isDirectory() || !isRoot || isReachable(folder)) return folder;
  const base = ['/var/lib', realpathSync(tmpdir())].find(
    (path) => existsSync(path) && isReachable(join(path, 'x')),
  );
  if (base === undefined)
    throw new Error(`The user nobody, as whom PostgreSQL runs under root, cannot reach ${folder}`);
  const elsewhere = mkdtempSync(join(base, 'tripoint-'));
  chmodSync(elsewhere, 0o711);
  rmSync(folder, { force: true }); // a link that leads nowhere
  symlinkSync(join(elsewhere, 'pg'), folder);
  say({ progress: 'elsewhere', path: elsewhere });
  return join(elsewhere, 'pg');
}

/** The programs: those of the package, or beside the cluster a copy that `nobody` reaches. */
function findPrograms(cluster: string): string {
  if (!isRoot || isReachable(join(shippedSoftware, 'bin', 'postgres'))) return join(shippedSoftware, 'bin');
  const version = JSON.parse(readFileSync(join(shippedSoftware, '..', 'package.json'), 'utf8')).version;
  const copy = join(dirname(cluster), `postgresql-${version}`);
  if (!existsSync(copy)) {
    rmSync(`${copy}.new`, { recursive: true, force: true });
    cpSync(shippedSoftware, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  return join(copy, 'bin');
}

/** Made under another name and moved when whole, so that an interrupted creation leaves nothing that looks like one. */
function createCluster(programs: string, cluster: string): void {
  const parent = dirname(cluster);
  for (const name of readdirSync(parent))
    if (name.startsWith(`${basename(cluster)}.new-`))
      rmSync(join(parent, name), { recursive: true, force: true });
  const folder = `${cluster}.new-${process.pid}`;
  const passwordFile = `${folder}.password`;
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (isRoot) for (const path of [folder, passwordFile]) chownSync(path, nobody, nobody);
  const done = spawnSync(
    join(programs, 'initdb'),
    [
      `--pgdata=${folder}`,
      '--username=tripoint',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      // The same order and letter case on every machine: characters of Unicode, no library of the system asked.
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...serverProcess.user, env: serverProcess.env, cwd: '/', encoding: 'utf8' },
  );
  if (done.status !== 0)
    throw new Error(`The database could not be created: ${done.error?.message ?? done.stderr}`);
  renameSync(passwordFile, join(folder, 'password'));
  renameSync(folder, cluster);
}

/**
 * The lines of postmaster.pid: process id first, status eighth (PostgreSQL, miscadmin.h). None where there is no such file, or no more:
 * a server that ends takes it away at a moment of its own.
 */
function readPidFile(cluster: string): readonly string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8')
      .split('\n')
      .map((line) => line.trim());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A server that a killed supervisor left running is ours: its working directory is the cluster. */
function servesCluster(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

/** Stops what an earlier, killed supervisor left running. */
async function stopOrphan(cluster: string): Promise<void> {
  const pid = Number(readPidFile(cluster)[0] ?? 0);
  if (pid === 0) return;
  // A number that another process has by now would keep PostgreSQL from starting. A dead one it clears away itself.
  if (!servesCluster(pid, cluster)) {
    if (existsSync(`/proc/${pid}`)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return;
  }
  endServer((signal) => servesCluster(pid, cluster) && process.kill(pid, signal));
  while (servesCluster(pid, cluster)) await wait(25);
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts the server and resolves to its port when it accepts connections, or to null when it ended before. */
async function startServer(programs: string, cluster: string): Promise<number | null> {
  const port = await findFreePort();
  const log = openSync(logFile, 'a', 0o600);
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'shared_buffers=256MB',
    'timezone=UTC',
    'log_timezone=UTC',
    // How it starts and ends, not the statements that fail: whoever sent them is told, and their words may hold what was asked for.
    'log_min_messages=log',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  const child = spawn(
    join(programs, 'postgres'),
    ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...serverProcess.user,
      env: serverProcess.env,
      cwd: '/',
      stdio: ['ignore', log, log],
    },
  );
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  postgres = child;
  while (!ended) {
    const [pid, , , , , , , status] = readPidFile(cluster);
    if (Number(pid) === child.pid && status === 'ready') return port;
    await wait(20);
  }
  postgres = undefined;
  return null;
}

async function run(): Promise<void> {
  await holdFolder();
  rmSync(join(dataFolder, 'supervisor.sock'), { force: true });
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.previous`);
  const mask = process.umask(0o077);
  await listens(door, socketPath);
  process.umask(mask);
  const cluster = findClusterFolder();
  const programs = findPrograms(cluster);
  if (!existsSync(cluster)) {
    say({ progress: 'creating' });
    createCluster(programs, cluster);
  }
  const password = readFileSync(join(cluster, 'password'), 'utf8');
  say({ progress: 'starting' });
  // Again when the port was taken in between, or processes of a killed server are still on their way in or out.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await stopOrphan(cluster);
    if (stopping) return;
    const port = await startServer(programs, cluster);
    if (port !== null) {
      postgres?.once('exit', () => {
        if (!stopping) fail(`PostgreSQL stopped by itself; its log is ${logFile}:\n${lastLogLines()}`);
      });
      // Who comes later is not told of a start that is over.
      said.length = 0;
      return say({ url: `postgres://tripoint:${password}@127.0.0.1:${port}/postgres` });
    }
    if (!/in use|already exists|could not bind/.test(lastLogLines())) break;
    await wait(500);
  }
  fail(`PostgreSQL did not start; its log is ${logFile}:\n${lastLogLines()}`);
}

process.stderr.on('error', () => {});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
process.stdin
  .on('close', () => {
    starterWaits = false;
    if (leases.size === 0 && holdsFolder) stop();
  })
  .resume();
run().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
