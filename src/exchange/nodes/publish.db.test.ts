import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { todayOn } from '#platform/clock.ts';
import { listJournal } from '#platform/journal/journal.ts';
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

import { findFeedState, listFeedItems } from './feed/store.ts';
import { applyItem, itemsFor, signHead, signItem } from './feed.ts';
import { loadLaw } from './node.ts';
import { type FeedFaults, type FetchFeed, feedAfter, followSecretariat, publishLaw } from './publish.ts';
import { refollow } from './refollow.ts';
import { replayDecisions } from './replay.ts';

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

  test('takes no head that is dated in the future, with which it would stay young for ever', async () => {
    const came = await feedAfter(keeper.node, registerOfPeers, 3);
    const { end } = keeper.node.laws.get(registerOfPeers) ?? {};
    if (came === null || end === undefined) throw new Error('Nothing was published');
    const signer = { name: 'secretariat', key: keeper.node.key().key };
    const before = await kept();
    const head = signHead(end, signer, Date.parse('2099-01-01T00:00:00Z'));
    expect(await follow(async () => ({ items: [], head }))).toBe(0);
    expect(faults.get(registerOfPeers)).toEqual({ fault: 'head_future', sequence: 3 });
    expect(await kept()).toEqual(before);
  });

  test('is left and followed from the start when it is not what was published, and each decision follows from what it was taken by', async () => {
    // Somebody who has the key tells this node alone that another article is open, too.
    const signer = { name: 'secretariat', key: keeper.node.key().key };
    const { end } = keeper.node.laws.get(registerOfPeers) ?? {};
    if (end === undefined) throw new Error('Nothing was published');
    const made = { article: '9', operation: 'ask', conditions: { all: [] } };
    const forged = itemsFor(end, treatyWith({ p9: made }), Date.parse(now));
    const head = signHead(forged.reduce(applyItem, end), signer, nl.clock.now().epochMilliseconds);
    expect(await follow(async () => ({ items: forged.map((item) => signItem(item, signer)), head }))).toBe(1);
    expect(await outcome('9')).toBe('content');
    await publish(['2', '3']);
    expect(await follow()).toBe(0);
    expect(faults.get(registerOfPeers)?.fault).toMatch(/fork|head_differs/);
    expect(await outcome('3')).not.toBe('content');

    expect(await refollow(keeper.node, registerOfPeers, 'none')).toBe(null);
    expect(await refollow(nl.node, 'nothing', 'none')).toBe(null);
    expect(await refollow(nl.node, registerOfPeers, 'a key was stolen')).toEqual({ copy: 1, sequence: 4 });
    expect(await outcome('9')).toBe('failed');
    // As many items as the copy that was left, of which nothing is remembered.
    expect(await follow()).toBe(4);
    expect(faults.size).toBe(0);
    expect([await outcome('9'), await outcome('3')]).toEqual([expect.any(Array), 'content']);
    expect((await kept()).items).toEqual([1, 2, 3, 4]);
    const replayed = await nl.node.database.read(replayDecisions);
    expect(replayed).toMatchObject({ erased: 0, different: [] });
    expect(replayed.decisions).toBeGreaterThan(15);
  });

  test('is not published with what no item can hold, which its keeper is told, and no other is told that this is all', async () => {
    const before = (await kept()).items.length;
    const long = (characters: number) =>
      publishLaw(keeper.node, registerOfPeers, async () =>
        treatyWith({
          p2: { article: '2', operation: 'ask', conditions: { all: [], prose: 'x'.repeat(characters) } },
        }),
      );
    const said = keeper.said.length;
    expect(await long(1_100_000)).toBe(0);
    expect(keeper.said.slice(said).join()).toContain('provisions/p2');
    const { entries } = await keeper.node.database.read((tx) =>
      listJournal(tx, { register: registerOfPeers, event: 'exchange.feed_unpublished', limit: 5, offset: 0 }),
    );
    expect(entries.map(({ payload }) => payload)).toEqual([
      [{ record: 'provisions/p2', characters: expect.any(Number) }],
    ]);
    expect(await feedAfter(keeper.node, registerOfPeers, 0)).toBe(null);
    expect(await follow()).toBe(0);
    expect((await kept()).items.length).toBe(before);
    // Nor does its keeper go on by what it said before, longer than others do.
    const day = todayOn(keeper.clock);
    const ageAt = () =>
      keeper.node.database.read(async (tx) => (await loadLaw(keeper.node, tx, registerOfPeers, day))?.copy);
    keeper.forward({ hours: 30 });
    nl.forward({ hours: 30 });
    expect(await ageAt()).toEqual({ age: 30 * 3600, atMost: 24 * 3600 });
    // Shorter, it is told, in an item of its own.
    expect(await long(900_000)).toBe(2);
    expect(await ageAt()).toBe(undefined);
    const broken = publishLaw(keeper.node, registerOfPeers, () => Promise.reject(new Error('No snapshot')));
    await expect(broken).rejects.toThrow('No snapshot');
    expect(await ageAt()).toMatchObject({ atMost: 24 * 3600 });
    expect(await long(900_000)).toBe(0);
    expect(await ageAt()).toBe(undefined);
    expect(await follow()).toBe(2);
    await publish(['2']);
    expect(await follow()).toBe(1);
  });

  test('that is larger than one answer comes in pages, whole', async () => {
    const articles = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [
        `p1${index}`,
        { article: '2', operation: 'ask', conditions: { all: [], prose: 'é'.repeat(400_000) } },
      ]),
    );
    expect(await publishLaw(keeper.node, registerOfPeers, async () => treatyWith(articles))).toBe(8);
    const pages: number[] = [];
    const counted: FetchFeed = async (...asked) => {
      const came = await fetchFeed(...asked);
      expect(Buffer.byteLength(JSON.stringify(came))).toBeLessThan(8 * 1024 * 1024);
      pages.push(came?.items.length ?? 0);
      return came;
    };
    expect(await follow(counted)).toBe(8);
    expect(pages.length).toBeGreaterThan(3);
    expect(await follow(counted)).toBe(0);
    await publish(['2']);
    expect(await follow()).toBe(1);
  });
});
