/**
 * The product itself as a child process, as `npm start` runs it, with a data folder and a port of its own. As a vitest
 * global set-up it gives one such node to all journeys of a run.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { playYear } from './year.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The node that all journeys visit, where the made-up year has been played; its address has no trailing slash. */
    node: { readonly url: string; readonly dataFolder: string };
  }
}

export type RunningNode = {
  /** Without a trailing slash. */
  readonly url: string;
  /** What it said on standard error and standard output, line by line. */
  readonly said: readonly string[];
  /**
   * Signals it, and with a command all of its process group, as a terminal does, or the command `alone`, as a program
   * does that started it; resolves when it has ended.
   */
  signal(signal: NodeJS.Signals, alone?: 'alone'): Promise<void>;
};

export type NodeOptions = {
  readonly dataFolder: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: readonly [string, ...string[]];
};

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const nodeCommand = [process.execPath, '--import', 'tsx', 'src/app/main.ts'] as const;

/** A folder for the data of one node, which PostgreSQL's user may pass through. */
export async function createDataFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tripoint-node-')));
  await chmod(folder, 0o755);
  return folder;
}

/** Resolves when it answers; throws with its own words when it ends before. Port 0 takes a free one. */
export async function startRunningNode({
  dataFolder,
  env = {},
  command = nodeCommand,
}: NodeOptions): Promise<RunningNode> {
  const [program, ...args] = command;
  const ownGroup = command !== nodeCommand;
  const child = spawn(program, args, {
    cwd: projectFolder,
    // No settings of whoever runs the tests: a node that nobody has set up.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      LOG_LEVEL: 'warn',
      TRIPOINT_DATA: dataFolder,
      ...env,
    },
    // Alone for `npm start`, which is to be signalled as from a terminal. Else of the group of whoever tests, so that it
    // ends with them.
    detached: ownGroup,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(...text.split('\n').filter(Boolean)));
  let hasEnded = false;
  const ended = new Promise<void>((resolve, reject) =>
    child.once('error', reject).once('close', () => {
      hasEnded = true;
      resolve();
    }),
  );
  const address = () => said.map((line) => /^Tripoint is at (http:\S+)$/.exec(line)?.[1]).find(Boolean);
  while (address() === undefined && !hasEnded) await wait(20);
  const url = address();
  if (url === undefined) throw new Error(`The node ended instead of starting:\n${said.join('\n')}`);
  return {
    url,
    said,
    signal: async (signal, alone) => {
      const group = ownGroup && alone === undefined;
      if (child.pid !== undefined && !hasEnded) process.kill(group ? -child.pid : child.pid, signal);
      await ended;
    },
  };
}

/**
 * Everything that runs for a data folder, as `pid command`: the node by its environment, its supervisor by its
 * arguments, PostgreSQL by its working directory.
 */
export function listProcesses(dataFolder: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const marks = [
          command,
          readFileSync(`/proc/${pid}/environ`, 'utf8'),
          readlinkSync(`/proc/${pid}/cwd`),
        ];
        return marks.some((mark) => mark.includes(dataFolder)) ? [`${pid} ${command}`] : [];
      } catch {
        return []; // it ended while we looked
      }
    });
}

/** Resolves when nothing runs for the data folder any more; what does not end runs into the test's own time. */
export async function waitForSilence(dataFolder: string): Promise<void> {
  while (listProcesses(dataFolder).length > 0) await wait(20);
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await createDataFolder();
  const node = await startRunningNode({ dataFolder });
  await playYear(node.url);
  project.provide('node', { url: node.url, dataFolder });
  return async () => {
    await node.signal('SIGINT');
    await waitForSilence(dataFolder);
    await rm(dataFolder, { recursive: true });
  };
}
