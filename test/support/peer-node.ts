import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  agreeContract,
  type ExchangeNode,
  openNode,
  ownSide,
  proposeContract,
  registerExchange,
  type Self,
} from '#exchange';
import type { PartialDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import { type MovableClock, movableClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { HttpServer } from '#platform/http/server.ts';
import { defineKind, registerKind } from '#platform/records/kind.ts';
import { writeRecords } from '#platform/records/records.ts';
import { createLogger } from '#platform/telemetry.ts';
import type { RegisterSnapshot } from '#union';
import { createNodeServer } from '../../src/app/node-server.ts';
import { findFreePort } from './free-port.ts';
import { createTestDatabase } from './test-database.ts';

type Options = Pick<Parameters<typeof openNode>[0], 'services' | 'limit' | 'copyAtMost'>;

/** One of several nodes in this process, with a database, keys, a clock and an address of its own. */
export type PeerNode = {
  /** As it was last opened. */
  node: ExchangeNode;
  readonly url: string;
  readonly dataFolder: string;
  /** Stands still until it is moved. */
  readonly clock: MovableClock;
  /** Lines of its log. */
  readonly said: readonly string[];
  /** Opens it on the same database and keys, as a process that starts again does. */
  readonly reopen: (changes?: Partial<Options>) => Promise<ExchangeNode>;
  /** Answers at its address; `testClock`: and lets its clock be moved. */
  readonly listen: (options?: { readonly testClock?: boolean }) => Promise<HttpServer>;
  readonly forward: (duration: Temporal.DurationLike) => void;
  readonly close: () => Promise<void>;
};

export const registerOfPeers = 'r';

export async function openPeer(
  self: Self,
  { now, logLevel = 'info', ...options }: Options & { readonly now: string; readonly logLevel?: string },
): Promise<PeerNode> {
  const database = await createTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'tripoint-peer-'));
  const start = Temporal.Instant.from(now);
  const clock = movableClock({ now: () => start });
  const kind = defineKind({
    name: registerKind,
    schema: z.looseObject({ id: z.string(), title: z.string() }),
    label: {
      nl: { one: 'Register', many: 'Registers' },
      fr: { one: 'Registre', many: 'Registres' },
      de: { one: 'Register', many: 'Register' },
      en: { one: 'Register', many: 'Registers' },
    },
    titleFrom: ['title'],
  });
  const body = { id: registerOfPeers, title: 'A register', languages: ['nl'] };
  const draft = { kind, id: registerOfPeers as RecordId, position: 0, body, transitions: [] };
  await database.write((tx) =>
    writeRecords(tx, clock, {
      register: registerOfPeers as RegisterId,
      knownFrom: '2020-05' as PartialDate,
      actor: 'test',
      drafts: [draft],
    }),
  );
  const said: string[] = [];
  const log = createLogger(logLevel, { write: (line) => void said.push(line) });
  const port = await findFreePort();
  const config = readConfig({ PORT: String(port) });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  const opened = (changes: Partial<Options> = {}) =>
    openNode({ ...options, ...changes, database, clock, log, self, dataFolder });
  const servers: HttpServer[] = [];
  const peer: PeerNode = {
    node: await opened(),
    url: `http://127.0.0.1:${port}`,
    dataFolder,
    clock,
    said,
    reopen: async (changes) => {
      peer.node = await opened(changes);
      return peer.node;
    },
    listen: async ({ testClock = false } = {}) => {
      for (const server of servers.splice(0)) await server.close();
      const server = await createNodeServer(config.value, database, log, {
        clock,
        extend: (scope) => registerExchange(scope, peer.node, testClock ? clock : null),
      });
      servers.push(server);
      await server.listen({ host: '127.0.0.1', port });
      return server;
    },
    forward: (duration) => clock.moveTo(clock.now().add(duration)),
    close: async () => {
      for (const server of servers) await server.close();
      await database.close();
      await rm(dataFolder, { recursive: true });
    },
  };
  return peer;
}

/** As two operators do who read each other the fingerprints of their nodes' keys. */
export async function agree(one: PeerNode, other: PeerNode): Promise<void> {
  const proposed = proposeContract(one.node, ownSide(one.node, one.url), ownSide(other.node, other.url));
  const signed = await agreeContract(other.node, proposed, one.node.key().fingerprint);
  if (!signed.ok) throw new Error(signed.fault);
  const kept = await agreeContract(one.node, signed.note, other.node.key().fingerprint);
  if (!kept.ok) throw new Error(kept.fault);
}

/** A treaty in force between NL and BE since 2030 whose articles open what the provisions say. */
export function treatyWith(
  provisions: Readonly<
    Record<string, { readonly article: string; readonly operation: string; readonly conditions: unknown }>
  >,
): RegisterSnapshot {
  const step = (to: string) => ({
    axis: 'state',
    to,
    effectiveOn: '2030-01-01',
    observed: false,
    knownOn: '2030-01-01',
    withdrawnOn: null,
  });
  const version = {
    knownOn: '2030-01-01',
    parties: ['NL', 'BE'],
    boundBy: null,
    basedOn: [],
    implements: null,
  };
  const rest = { knownOn: '2030-01-01', instrument: 'treaty', edition: 1, from: null, until: null };
  return {
    register: registerOfPeers,
    instruments: { treaty: { versions: [version], steps: [step('draft'), step('in_force')] } },
    provisions: Object.fromEntries(
      Object.entries(provisions).map(([id, one]) => [id, [{ ...rest, ...one }]]),
    ),
  } as unknown as RegisterSnapshot;
}
