import type { PlainDate } from '#kernel/dates.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { loadSnapshot, type RegisterSnapshot } from '#union';
import type { Verifier } from '../log/signed-note.ts';
import { findFeedState, insertFeedItem, listFeedItems, lockFeeds, saveFeedHead } from './feed/store.ts';
import {
  emptyFeed,
  type FeedFault,
  followFeed,
  itemsFor,
  lengthBy,
  signHead,
  signItem,
  untellable,
} from './feed.ts';
import { type ExchangeNode, foldFeed } from './node.ts';
import { listKeys, listPeers, type Peer } from './store.ts';

/** The last state of each register that was looked at: what did not change is not compared again. */
export type Published = Map<string, string>;

/** As the secretariat: brings the feed of each register to what the register says today. Returns how many items came. */
export async function publishRegisters(node: ExchangeNode, published: Published): Promise<number> {
  const registers = await node.database.read(listRegisters);
  const today = todayOn(node.clock);
  let made = 0;
  for (const { id, revision } of registers) {
    const state = `${revision} ${today}`;
    if (published.get(id) === state) continue;
    made += await publishRegister(node, id, today);
    published.set(id, state);
  }
  return made;
}

async function publishRegister(node: ExchangeNode, register: string, today: PlainDate): Promise<number> {
  return publishLaw(node, register, (tx) =>
    loadSnapshot(tx, { register, knownAt: today } as Parameters<typeof loadSnapshot>[1]),
  );
}

/**
 * Brings the feed of a register to what a snapshot says, which is loaded when no other publishes. Returns how many items came. Where
 * something in it cannot be told nothing is published, and nobody is told that the feed is all there is, until it can.
 */
export async function publishLaw(
  node: ExchangeNode,
  register: string,
  load: (tx: Transaction) => Promise<RegisterSnapshot>,
): Promise<number> {
  const publishing = node.database.write(async (tx) => {
    await lockFeeds(tx);
    const state = await findFeedState(tx, register);
    const end = await foldFeed(tx, emptyFeed(register), state?.sequence ?? 0);
    const snapshot = await load(tx);
    const now = node.clock.now().epochMilliseconds;
    const signer = { name: node.self.name, key: node.key().key };
    const left = untellable(end, snapshot);
    if (left.length > 0) {
      node.unpublished.add(register);
      node.log.error(
        { register, records: left },
        'the register was not published: no item can hold these records',
      );
      await appendJournal(tx, node.clock, [
        { event: 'exchange.feed_unpublished', actor: `node:${node.self.name}`, register, payload: left },
      ]);
      return 0;
    }
    node.unpublished.delete(register);
    const items = itemsFor(end, snapshot, now);
    for (const item of items) {
      const note = signItem(item, signer);
      await insertFeedItem(tx, { register, sequence: item.sequence, note, now });
    }
    const last = await foldFeed(tx, end, end.sequence + items.length);
    await saveFeedHead(tx, {
      register,
      note: signHead(last, signer, now),
      sequence: last.sequence,
      saidAt: now,
    });
    return items.length;
  });
  return publishing.catch((error) => {
    node.unpublished.add(register);
    throw error;
  });
}

/** Bytes of items that are told at once, but for one that is larger by itself. */
const largestPage = 2 * 1024 * 1024;

/**
 * What the secretariat answers a node that has its feed up to a number: what came since, as much as one answer holds, and how far all
 * of it goes, as of now. Null: it has no such feed, or cannot say that of it.
 */
export async function feedAfter(
  node: ExchangeNode,
  register: string,
  after: number,
): Promise<{ readonly items: readonly string[]; readonly head: string } | null> {
  return node.database.read(async (tx) => {
    const state = await findFeedState(tx, register);
    if (state === null || node.unpublished.has(register)) return null;
    const kept = node.laws.get(register)?.end;
    const isKept = kept?.sequence === state.sequence;
    const end = isKept ? kept : await foldFeed(tx, emptyFeed(register), state.sequence);
    if (!isKept) node.laws.set(register, { copy: state.copy, end, days: new Map() });
    const items = await listFeedItems(tx, register, { after, bytes: largestPage });
    const signer = { name: node.self.name, key: node.key().key };
    return {
      items: items.map(({ note }) => note),
      head: signHead(end, signer, node.clock.now().epochMilliseconds),
    };
  });
}

export type FetchFeed = (
  peer: Peer,
  register: string,
  after: number,
) => Promise<{ readonly items: readonly string[]; readonly head: string } | null>;

/** By register, what was wrong with the feed the last time; nothing where it was right. */
export type FeedFaults = Map<string, FeedFault>;

/** As any other node: takes what the secretariat published since; what is not whole and signed is not taken, and is said. */
export async function followSecretariat(
  node: ExchangeNode,
  fetchFeed: FetchFeed,
  faults: FeedFaults,
): Promise<number> {
  const { registers, peers, keys } = await node.database.read(async (tx) => ({
    registers: await listRegisters(tx),
    peers: await listPeers(tx, node.self.name),
    keys: await listKeys(tx),
  }));
  const secretariat = peers.find(({ duties }) => duties.includes('secretariat'));
  if (secretariat === undefined) return 0;
  // Items may be older than the contract by which this node came to know the key: of a key only its end counts here.
  const signersAt = (at: number): readonly Verifier[] =>
    keys
      .filter(({ node: of, until }) => of === secretariat.node && (until === null || at < until))
      .map(({ publicKey }) => ({ name: secretariat.node, publicKey }));
  let taken = 0;
  for (const { id: register } of registers) {
    const state = await node.database.read((tx) => findFeedState(tx, register));
    const page = (after: number) => fetchFeed(secretariat, register, after);
    const came = await fetchAll(page, state?.sequence ?? 0, signersAt(node.clock.now().epochMilliseconds));
    if (came === null) continue;
    taken += await node.database.write(async (tx) => {
      const end = await foldFeed(tx, emptyFeed(register), state?.sequence ?? 0);
      const now = node.clock.now().epochMilliseconds;
      const followed = followFeed(end, came, signersAt, { now, since: state?.saidAt ?? null });
      if (!followed.ok) {
        const { fault } = followed;
        const before = faults.get(register);
        faults.set(register, fault);
        // Once, and not as often as it is tried.
        if (before?.fault !== fault.fault || before.sequence !== fault.sequence) {
          node.log.warn({ register, ...fault }, 'the feed of the register was not taken');
          await appendJournal(tx, node.clock, [
            { event: 'exchange.feed_refused', actor: `node:${secretariat.node}`, register, payload: fault },
          ]);
        }
        return 0;
      }
      faults.delete(register);
      for (const [index, note] of followed.notes.entries())
        await insertFeedItem(tx, { register, sequence: end.sequence + index + 1, note, now });
      await saveFeedHead(tx, {
        register,
        note: came.head,
        sequence: followed.end.sequence,
        saidAt: Date.parse(followed.head.at),
      });
      return followed.notes.length;
    });
  }
  return taken;
}

/** All that came since a number, page by page, with the head of the last page; no further than the secretariat says that it goes. */
async function fetchAll(
  fetchPage: (after: number) => ReturnType<FetchFeed>,
  after: number,
  signers: readonly Verifier[],
): ReturnType<FetchFeed> {
  const items: string[] = [];
  for (;;) {
    const came = await fetchPage(after + items.length);
    if (came === null) return null;
    items.push(...came.items);
    const length = lengthBy(came.head, signers);
    if (came.items.length === 0 || length === null || length <= after + items.length)
      return { items, head: came.head };
  }
}
