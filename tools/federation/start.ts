import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { agreeContract, type Duty, type ExchangeNode, openNode, ownSide, proposeContract } from '#exchange';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import { createLogger } from '#platform/telemetry.ts';
import { loadFirstData } from '../../src/app/first-data.ts';
import { open } from '../../src/app/open.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

export type NodeSpec = {
  readonly name: string;
  readonly parties: readonly string[];
  readonly duties: readonly Duty[];
  readonly port: number;
  /** File of a made-up list that it answers from. */
  readonly service?: string;
  /** File of made-up statements and sales that its gateway for VAT answers from. */
  readonly vat?: string;
  /** Where others reach it, if not at its port. */
  readonly url?: string;
  /** Seconds after which its copy of the law opens nothing. */
  readonly copyAtMost?: number;
  /** False: nobody may move its clock, as in service. */
  readonly testClock?: false;
};

export type RunningFederation = {
  readonly nodes: ReadonlyMap<string, FederationNode>;
  readonly stop: () => Promise<void>;
};

export type FederationNode = NodeSpec & {
  readonly url: string;
  readonly dataFolder: string;
  readonly fingerprint: string;
  /** What it said, line by line, on both streams. */
  readonly said: readonly string[];
  /** Signals the process and resolves when it has ended. */
  readonly signal: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts it again after it ended. */
  readonly start: () => Promise<void>;
};

/** The secretariat, three states and a witness, on ports in a row. Plates are made up, and the file says so. */
export function defaultFederation(firstPort: number): readonly NodeSpec[] {
  const plates = join(projectFolder, 'tools/federation/plates.json');
  return [
    { name: 'secretariat', parties: [], duties: ['secretariat'], port: firstPort },
    { name: 'NL', parties: ['NL'], duties: [], port: firstPort + 1, service: plates },
    { name: 'BE', parties: ['BE'], duties: [], port: firstPort + 2, service: plates },
    { name: 'LU', parties: ['LU'], duties: [], port: firstPort + 3, service: plates },
    { name: 'witness', parties: [], duties: ['witness'], port: firstPort + 4 },
  ];
}

/**
 * Makes databases and keys, lets every two nodes sign a contract, as their operators would after reading each other the
 * fingerprints, and starts each node as a process of its own.
 */
export async function startFederation(
  specs: readonly NodeSpec[],
  {
    folder,
    every,
    say,
    env = {},
  }: {
    readonly folder: string;
    readonly every: number;
    readonly say: (line: string) => void;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<RunningFederation> {
  await mkdir(folder, { recursive: true });
  // PostgreSQL's user passes through.
  await chmod(folder, 0o755);
  const fingerprints = await prepare(specs, folder, say, env);
  const nodes = new Map<string, FederationNode>();
  const stop = async () => {
    await Promise.all([...nodes.values()].map((node) => node.signal('SIGINT')));
  };
  try {
    for (const spec of specs) {
      const node = processOf(spec, { folder, every, env, fingerprint: fingerprints.get(spec.name) ?? '' });
      nodes.set(spec.name, node);
      await node.start();
      say(`${spec.name} is at ${node.url}`);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { nodes, stop };
}

const urlOf = ({ port, url }: NodeSpec) => url ?? `http://127.0.0.1:${port}`;

async function prepare(
  specs: readonly NodeSpec[],
  folder: string,
  say: (line: string) => void,
  env: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const databases: Database[] = [];
  try {
    const nodes: (readonly [NodeSpec, ExchangeNode])[] = [];
    for (const spec of specs) {
      say(`Preparing ${spec.name}`);
      const dataFolder = join(folder, spec.name);
      await mkdir(dataFolder, { recursive: true });
      const config = readConfig({ ...env, TRIPOINT_DATA: dataFolder });
      if (!config.ok) throw new Error(JSON.stringify(config.problems));
      const database = await open(config.value, () => {});
      databases.push(database);
      await loadFirstData(database, systemClock, config.value, () => {});
      const { name, parties, duties } = spec;
      const node = await openNode({
        database,
        clock: systemClock,
        log: createLogger('silent'),
        services: [],
        self: { name, parties, duties },
        dataFolder,
      });
      nodes.push([spec, node]);
    }
    for (const [index, [spec, node]] of nodes.entries())
      for (const [otherSpec, other] of nodes.slice(index + 1)) {
        const proposed = proposeContract(node, ownSide(node, urlOf(spec)), ownSide(other, urlOf(otherSpec)));
        const signed = await agreeContract(other, proposed, node.key().fingerprint);
        if (!signed.ok) throw new Error(`${otherSpec.name} does not sign: ${signed.fault}`);
        const kept = await agreeContract(node, signed.note, other.key().fingerprint);
        if (!kept.ok) throw new Error(`${spec.name} does not keep: ${kept.fault}`);
      }
    return new Map(nodes.map(([{ name }, node]) => [name, node.key().fingerprint]));
  } finally {
    for (const database of databases) await database.close();
  }
}

function processOf(
  spec: NodeSpec,
  {
    folder,
    every,
    env,
    fingerprint,
  }: {
    readonly folder: string;
    readonly every: number;
    readonly env: Readonly<Record<string, string>>;
    readonly fingerprint: string;
  },
): FederationNode {
  const dataFolder = join(folder, spec.name);
  const said: string[] = [];
  let child: ChildProcess | undefined;
  let ended = Promise.resolve();
  let hasEnded = true;
  const words = [
    'node',
    ...['--name', spec.name, '--port', String(spec.port), '--every', String(every)],
    ...(spec.testClock === false ? [] : ['--test-clock']),
    ...(spec.parties.length > 0 ? ['--party', spec.parties.join(',')] : []),
    ...(spec.duties.length > 0 ? ['--duties', spec.duties.join(',')] : []),
    ...(spec.service === undefined ? [] : ['--service', spec.service]),
    ...(spec.vat === undefined ? [] : ['--vat', spec.vat]),
    ...(spec.copyAtMost === undefined ? [] : ['--copy-at-most', String(spec.copyAtMost)]),
  ];
  const start = async () => {
    const started = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', 'tsx', 'src/app/cli.ts', ...words],
      {
        cwd: projectFolder,
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          LOG_LEVEL: 'warn',
          ...env,
          TRIPOINT_DATA: dataFolder,
        },
        // A group of its own: Ctrl-C is said to each by us, once.
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    child = started;
    hasEnded = false;
    const from = said.length;
    for (const stream of [started.stdout, started.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => said.push(...text.split('\n').filter(Boolean)));
    ended = new Promise((resolve) =>
      started.once('close', () => {
        hasEnded = true;
        resolve();
      }),
    );
    while (!said.slice(from).some((line) => line.startsWith('Tripoint is at ')) && !hasEnded) await wait(20);
    if (hasEnded) throw new Error(`The node ${spec.name} ended instead of starting:\n${said.join('\n')}`);
  };
  return {
    ...spec,
    url: `http://127.0.0.1:${spec.port}`,
    dataFolder,
    fingerprint,
    said,
    start,
    signal: async (signal) => {
      if (child?.pid !== undefined && !hasEnded) child.kill(signal);
      await ended;
    },
  };
}
