import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { todayOn } from '#platform/clock.ts';
import { sequenceJournal } from '#platform/journal/journal.ts';
import { type Calls, createCalls, send } from './call.ts';
import { gatherCosignatures, makeCheckpoint } from './checkpoints.ts';
import { consentChannel } from './consents/store.ts';
import { handConsents, type Refusing, type Signed, signConsents } from './consents.ts';
import { takeKeyChange } from './key-changes.ts';
import type { ExchangeNode } from './node.ts';
import { outgoingChannel, sendOutgoing } from './outgoing.ts';
import { type FeedFaults, followSecretariat, type Published, publishRegisters } from './publish.ts';
import { dropNonces } from './questions/store.ts';
import { retain } from './retain.ts';
import { listPeers, type Peer } from './store.ts';
import { createKeyTeller } from './tell-keys.ts';

/** What a node does by itself, and how it is with those whom it knows. */
export type Rounds = {
  readonly calls: Calls;
  readonly feedFaults: FeedFaults;
  /** Ends all that is under way; what waits is sent by the next start. */
  readonly stop: () => Promise<void>;
};

/** Questions that are under way at once. */
const atOnce = 32;
/** Rounds between two looks at the keys of others, and at who has not signed: both are told at once, this is for whom it did not reach. */
const keysEvery = 30;
const callTime = 5_000;
/** Milliseconds for which a new key waits to be known to others before it signs; the one before still does. */
const keyWaits = 1_000;

/**
 * Tells others of its keys, publishes or follows the register, sends what waits, signs consents and hands them over, erases what may
 * be kept no longer, makes checkpoints and has them cosigned: every `every` milliseconds, and questions and consents as soon as they are
 * left. One thing that fails keeps nothing else from being done.
 */
export async function startRounds(
  node: ExchangeNode,
  { every }: { readonly every: number },
): Promise<Rounds> {
  const calls = createCalls();
  const feedFaults: FeedFaults = new Map();
  const published: Published = new Map();
  const signed: Signed = new Map();
  const refusing: Refusing = new Map();
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
  const track = (work: Promise<void>) => {
    const tracked: Promise<void> = work.finally(() => underWay.delete(tracked));
    underWay.add(tracked);
  };
  const pump = () =>
    attempt('send', async () => {
      const atMost = atOnce - underWay.size;
      if (atMost < 1 || stopping.signal.aborted) return;
      for (const one of await sendOutgoing(node, calls, { atMost, signal: stopping.signal }))
        track(attempt('send', () => one));
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
  let carrying = Promise.resolve();
  const carryConsents = () => {
    carrying = carrying.then(async () => {
      await attempt('consents', () => signConsents(node, signed));
      await attempt('consents', () =>
        handConsents(
          node,
          async (peer, note) => (await fetchText(peer, '/exchange/consents', note)).status,
          refusing,
        ),
      );
    });
    return carrying;
  };
  const teller = createKeyTeller(node, (peer, note) => fetchText(peer, '/exchange/keys', note));
  let count = 0;
  let retained = '';
  const round = async () => {
    await attempt('tell keys', async () => {
      const { isNew, told } = await teller.tell();
      track(told);
      if (!isNew) return;
      await Promise.race([told, wait(keyWaits, null, { signal: stopping.signal })]);
      await node.refreshKeys();
    });
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
    await carryConsents();
    const today = todayOn(node.clock);
    if (count % keysEvery === 0 || today !== retained)
      await attempt('retain', async () => {
        await retain(node);
        retained = today;
      });
    await attempt('checkpoint', async () => {
      await sequenceJournal(node.database);
      const made = await makeCheckpoint(node);
      // Whoever was away sees it later: a log of which the newest end has one name only can be written anew.
      if (made !== null || count % keysEvery === 0)
        await gatherCosignatures(node, (peer, text) => fetchText(peer, '/exchange/add-checkpoint', text));
    });
    if (count % keysEvery === 0) {
      refusing.clear();
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
    client.on('notification', ({ channel }) => void (channel === consentChannel ? carryConsents() : pump()));
    // The database went away: the next round listens again.
    client.once('end', () => {
      if (listener === client) listener = null;
    });
    await client.connect();
    listener = client;
    await client.query(`listen ${outgoingChannel}; listen ${consentChannel}`);
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
      await carrying;
      await Promise.all(underWay);
      await listener?.end();
    },
  };
}
