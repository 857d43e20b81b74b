import pg from 'pg';
import { sequenceJournal } from '#platform/journal/journal.ts';
import { type Calls, createCalls, send } from './call.ts';
import { gatherCosignatures, makeCheckpoint } from './checkpoints.ts';
import { takeKeyChange } from './key-changes.ts';
import type { ExchangeNode } from './node.ts';
import { outgoingChannel, sendOutgoing } from './outgoing.ts';
import { type FeedFaults, followSecretariat, type Published, publishRegisters } from './publish.ts';
import { dropNonces, listPeers, type Peer } from './store.ts';

/** What a node does by itself, and how it is with those whom it knows. */
export type Rounds = {
  readonly calls: Calls;
  readonly feedFaults: FeedFaults;
  /** Ends all that is under way; what waits is sent by the next start. */
  readonly stop: () => Promise<void>;
};

/** Questions that are under way at once. */
const atOnce = 32;
/** Rounds between two looks at the keys of others. Nobody tells of a change by himself: until then a new key is unknown. */
const keysEvery = 30;
const callTime = 5_000;

/**
 * Publishes or follows the register, sends what waits, makes checkpoints and has them cosigned: every `every` milliseconds, and
 * questions as soon as they are left. One thing that fails keeps nothing else from being done.
 */
export async function startRounds(
  node: ExchangeNode,
  { every }: { readonly every: number },
): Promise<Rounds> {
  const calls = createCalls();
  const feedFaults: FeedFaults = new Map();
  const published: Published = new Map();
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  const attempt = async (what: string, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      // Words of errors may hold what was asked for; names do not.
      if (!stopping.signal.aborted)
        node.log.warn(
          { what, reason: error instanceof Error ? error.name : 'unknown' },
          'a round was not made',
        );
    }
  };
  const pump = () =>
    attempt('send', async () => {
      const atMost = atOnce - underWay.size;
      if (atMost < 1 || stopping.signal.aborted) return;
      for (const one of await sendOutgoing(node, calls, { atMost, signal: stopping.signal })) {
        const tracked: Promise<void> = attempt('send', () => one).finally(() => underWay.delete(tracked));
        underWay.add(tracked);
      }
    });
  const fetchText = async (peer: Peer, path: string, body?: string) => {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(callTime)]);
    const message = {
      method: body === undefined ? 'GET' : 'POST',
      url: `${peer.url}${path}`,
      headers: body === undefined ? {} : { 'content-type': 'text/plain; charset=utf-8' },
      body: Buffer.from(body ?? ''),
    };
    const { status, body: came } = await send(message, signal);
    return { status, text: Buffer.from(came).toString('utf8') };
  };
  let count = 0;
  const round = async () => {
    if (node.self.duties.includes('secretariat'))
      await attempt('publish', () => publishRegisters(node, published));
    else
      await attempt('follow', () =>
        followSecretariat(
          node,
          async (peer, register, after) => {
            const path = `/exchange/feed/${encodeURIComponent(register)}?after=${after}`;
            const { status, text } = await fetchText(peer, path);
            return status === 200 ? JSON.parse(text) : null;
          },
          feedFaults,
        ),
      );
    if (listener === null) await attempt('listen', listen);
    await pump();
    await attempt('checkpoint', async () => {
      await sequenceJournal(node.database);
      const made = await makeCheckpoint(node);
      if (made !== null)
        await gatherCosignatures(node, made, (peer, text) =>
          fetchText(peer, '/exchange/add-checkpoint', text),
        );
    });
    if (count % keysEvery === 0) {
      await attempt('keys', async () => {
        await node.refreshKeys();
        for (const peer of await node.database.read((tx) => listPeers(tx, node.self.name)))
          await attempt('keys', async () => {
            const { status, text } = await fetchText(peer, '/exchange/keys');
            if (status === 200)
              for (const note of JSON.parse(text) as readonly string[]) await takeKeyChange(node, note);
          });
      });
      await attempt('nonces', () =>
        node.database.write((tx) => dropNonces(tx, node.clock.now().epochMilliseconds - 60_000)),
      );
    }
    count += 1;
  };
  let listener: pg.Client | null = null;
  const listen = async () => {
    const client = new pg.Client({
      connectionString: node.database.url,
      application_name: 'tripoint exchange',
    });
    client.on('error', () => {});
    client.on('notification', () => void pump());
    // The database went away: the next round listens again.
    client.once('end', () => {
      if (listener === client) listener = null;
    });
    await client.connect();
    listener = client;
    await client.query(`listen ${outgoingChannel}`);
  };
  await listen();
  // The law must be known before anybody is answered.
  await round();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const schedule = () => {
    timer = setTimeout(() => {
      running = round().finally(() => {
        if (!stopping.signal.aborted) schedule();
      });
    }, every);
  };
  schedule();
  return {
    calls,
    feedFaults,
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await running;
      await Promise.all(underWay);
      await listener?.end();
    },
  };
}
