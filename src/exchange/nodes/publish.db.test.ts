import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  agree,
  openPeer,
  type PeerNode,
  registerOfPeers,
  treatyWith,
} from '../../../test/support/peer-node.ts';
import { AccessRequest } from '../model.ts';
import { ask } from './ask.ts';
import { createCalls } from './call.ts';
import { type FeedFaults, type FetchFeed, feedAfter, followSecretariat, publishLaw } from './publish.ts';
import { findFeedState, listFeedItems } from './store.ts';

const now = '2030-01-10T12:00:00Z';
let keeper: PeerNode;
let nl: PeerNode;
beforeAll(async () => {
  keeper = await openPeer(
    { name: 'secretariat', parties: [], duties: ['secretariat'] },
    { now, services: [] },
  );
  nl = await openPeer(
    { name: 'NL', parties: ['NL', 'BE'], duties: [] },
    { now, services: [{ operations: ['ask'], answer: async () => 'found' }], copyAtMost: 3_600 },
  );
  await agree(keeper, nl);
});
afterAll(async () => {
  for (const peer of [keeper, nl]) await peer?.close();
});

const publish = (articles: readonly string[]) =>
  publishLaw(keeper.node, registerOfPeers, async () =>
    treatyWith(
      Object.fromEntries(
        articles.map((article) => [`p${article}`, { article, operation: 'ask', conditions: { all: [] } }]),
      ),
    ),
  );
const fetchFeed: FetchFeed = (_peer, register, after) => feedAfter(keeper.node, register, after);
const faults: FeedFaults = new Map();
const follow = (fetched = fetchFeed) => followSecretariat(nl.node, fetched, faults);
const kept = () =>
  nl.node.database.read(async (tx) => ({
    state: await findFeedState(tx, registerOfPeers),
    items: (await listFeedItems(tx, registerOfPeers, { after: 0 })).map(({ sequence }) => sequence),
  }));
const refusals = () =>
  nl.node.database.read(
    async (tx) =>
      (await sql`select from platform.journal where event = 'exchange.feed_refused'`.execute(tx)).rows.length,
  );
let count = 0;
const outcome = async (article: string) => {
  count += 1;
  const request = AccessRequest.parse({
    id: `q${count}`,
    from: { party: 'NL' },
    to: 'BE',
    instrument: 'treaty',
    article,
    operation: 'ask',
  });
  const question = { register: registerOfPeers, request, query: null, actor: 'test', budget: 20_000 };
  const told = await ask(nl.node, createCalls(), question);
  return told.outcome === 'denied' ? told.reasons.map(({ code }) => code) : told.outcome;
};
const forward = (minutes: number) => {
  keeper.forward({ minutes });
  nl.forward({ minutes });
};

describe('The copy of the law that a node has', () => {
  test('is what its keeper published, item by item, and what follows from it', async () => {
    expect(await publish(['1'])).toBe(1);
    expect(await publish(['1'])).toBe(0);
    expect(await follow()).toBe(1);
    expect(await outcome('1')).toBe('content');
    expect(await outcome('2')).not.toBe('content');
    expect((await kept()).items).toEqual([1]);
  });

  test('takes nothing of a feed that is not whole, says so once, and takes it when it is', async () => {
    forward(1);
    await publish(['1', '2']);
    // In the same moment, or by a clock that was set back: it counts all the same.
    await publish(['2']);
    const before = await kept();
    const partial: FetchFeed = async (...asked) => {
      const came = await fetchFeed(...asked);
      return came === null ? null : { ...came, items: came.items.slice(1) };
    };
    for (let time = 0; time < 3; time += 1) expect(await follow(partial)).toBe(0);
    expect(await kept()).toEqual(before);
    expect(faults.get(registerOfPeers)).toEqual({ fault: 'gap', sequence: 2 });
    expect(await refusals()).toBe(1);
    expect(await outcome('1')).toBe('content');
    expect(await follow()).toBe(2);
    expect(faults.size).toBe(0);
    // The law changed: what was open is shut.
    expect([await outcome('2'), await outcome('1')]).toEqual(['content', expect.any(Array)]);
  });

  test('opens nothing once it is too old, and an earlier head makes it no younger', async () => {
    const old = await keeper.node.database.read(async () => feedAfter(keeper.node, registerOfPeers, 3));
    forward(30);
    await follow();
    expect(await outcome('2')).toBe('content');
    forward(45);
    await follow(async () => old);
    expect(await outcome('2')).toBe('content');
    forward(30);
    await follow(async () => old);
    expect(await outcome('2')).toEqual(['register_copy_old']);
    await follow();
    expect(await outcome('2')).toBe('content');
  });
});
