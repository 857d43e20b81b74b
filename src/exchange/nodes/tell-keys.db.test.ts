import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareJobs } from '#platform/jobs.ts';
import {
  agree,
  openPeer,
  type PeerNode,
  registerOfPeers,
  treatyWith,
} from '../../../test/support/peer-node.ts';
import { AccessRequest } from '../model.ts';
import { ask } from './ask.ts';
import { revokeKey, rotateKey } from './key-changes.ts';
import { openNode } from './node.ts';
import { feedAfter, followSecretariat, publishLaw } from './publish.ts';
import { type Rounds, startRounds } from './rounds.ts';
import { listKeys } from './store.ts';

/** NL runs; all others answer and never look at the keys of others by themselves: what they know of them they were told. */

const now = '2030-01-10T12:00:00Z';
const law = treatyWith({ plain: { article: '1', operation: 'ask', conditions: { all: [] } } });
let keeper: PeerNode;
let nl: PeerNode;
let be: PeerNode;
let lu: PeerNode;
let rounds: Rounds | undefined;

beforeEach(async () => {
  const services = [{ operations: ['ask'], answer: async () => ({ made: 'up' }) }];
  const open = (name: string, duties: readonly 'secretariat'[] = []) =>
    openPeer({ name, parties: duties.length === 0 ? [name] : [], duties }, { now, services });
  keeper = await open('secretariat', ['secretariat']);
  [nl, be, lu] = [await open('NL'), await open('BE'), await open('LU')];
  await agree(keeper, be);
  for (const peer of [keeper, be, lu]) {
    await agree(nl, peer);
    await prepareJobs(peer.node.database);
  }
  await publishLaw(keeper.node, registerOfPeers, async () => law);
  await followSecretariat(
    be.node,
    (_peer, register, after) => feedAfter(keeper.node, register, after),
    new Map(),
  );
  await keeper.listen();
  await be.listen();
});
afterEach(async () => {
  await rounds?.stop();
  rounds = undefined;
  for (const peer of [keeper, nl, be, lu]) await peer.close();
});

/** Another process on the same database and keys, as the command is. */
const command = () =>
  openNode({
    database: nl.node.database,
    clock: nl.clock,
    log: nl.node.log,
    services: [],
    self: nl.node.self,
    dataFolder: nl.dataFolder,
  });
const knownTo = (peer: PeerNode) =>
  peer.node.database.read(async (tx) =>
    (await listKeys(tx)).flatMap(({ node, epoch, until }) =>
      node === 'NL' ? [`${epoch}${until === null ? '' : ' ends'}`] : [],
    ),
  );
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(20);
}
const isKnownTo = (peer: PeerNode, keys: readonly string[]) =>
  until(async () => JSON.stringify(await knownTo(peer)) === JSON.stringify(keys));
const entriesOf = (peer: PeerNode) =>
  peer.node.database.read(async (tx) => {
    const { rows } = await sql<{ event: string }>`
      select event from platform.journal where event like 'exchange.key%' order by id`.execute(tx);
    return rows.map(({ event }) => event);
  });

let count = 0;
async function outcome(): Promise<string> {
  count += 1;
  const request = AccessRequest.parse({
    id: `q${count}`,
    from: { party: 'NL', officer: 'o' },
    to: 'BE',
    instrument: 'treaty',
    operation: 'ask',
  });
  const question = { register: registerOfPeers, request, query: null, actor: 'test', budget: 20_000 };
  const told = await ask(nl.node, (rounds as Rounds).calls, question);
  return told.failure ?? told.outcome;
}

describe('A key that a command made while the node runs', () => {
  test('is told to all others at once, before it signs: no question is refused meanwhile', async () => {
    await lu.listen();
    rounds = await startRounds(nl.node, { every: 100 });
    expect(await outcome()).toBe('content');
    await rotateKey(await command(), nl.dataFolder);
    const outcomes = new Set<string>();
    await until(async () => {
      outcomes.add(await outcome());
      return nl.node.key().epoch === 2;
    });
    for (const peer of [keeper, be, lu]) expect(await knownTo(peer)).toEqual(['1 ends', '2']);
    outcomes.add(await outcome());
    expect([...outcomes]).toEqual(['content']);
    // Once each: what was taken is not told again.
    await wait(500);
    for (const peer of [be, lu]) expect(await entriesOf(peer)).toEqual(['exchange.key_made']);
  });

  test('is told again to one who is away until he takes it, with all that came since and in order', async () => {
    rounds = await startRounds(nl.node, { every: 50 });
    await rotateKey(await command(), nl.dataFolder);
    await isKnownTo(be, ['1 ends', '2']);
    await rotateKey(await command(), nl.dataFolder);
    await isKnownTo(be, ['1 ends', '2 ends', '3']);
    expect(await knownTo(lu)).toEqual(['1']);
    expect(nl.said.filter((line) => line.includes('what was said of keys')).length).toBe(1);
    await lu.listen();
    await isKnownTo(lu, ['1 ends', '2 ends', '3']);
    expect(await outcome()).toBe('content');
  });

  test('is told after a start, too, where the node ended before it could', async () => {
    await rotateKey(await command(), nl.dataFolder);
    await nl.reopen();
    rounds = await startRounds(nl.node, { every: 50 });
    await isKnownTo(be, ['1 ends', '2']);
    expect(await outcome()).toBe('content');
  });
});

test('A key that a command revoked is believed nowhere from then on, and the node signs with the next', async () => {
  await lu.listen();
  rounds = await startRounds(nl.node, { every: 50 });
  const stolen = nl.node.key();
  await rotateKey(await command(), nl.dataFolder);
  await isKnownTo(be, ['1 ends', '2']);
  await revokeKey(await command(), stolen.fingerprint);
  const endOf = (peer: PeerNode) =>
    peer.node.database.read(
      async (tx) => (await listKeys(tx)).find(({ fingerprint }) => fingerprint === stolen.fingerprint)?.until,
    );
  for (const peer of [be, lu])
    await until(async () => (await endOf(peer)) === nl.clock.now().epochMilliseconds);
  expect(nl.node.key().epoch).toBe(2);
  expect(await outcome()).toBe('content');
});

test('One who came to know a node by a later key is not told of those before', async () => {
  await rotateKey(nl.node, nl.dataFolder);
  const sk = await openPeer({ name: 'SK', parties: ['SK'], duties: [] }, { now, services: [] });
  try {
    await agree(nl, sk);
    await prepareJobs(sk.node.database);
    await sk.listen();
    rounds = await startRounds(nl.node, { every: 50 });
    await rotateKey(await command(), nl.dataFolder);
    await isKnownTo(sk, ['2 ends', '3']);
    expect(nl.said.filter((line) => line.includes('"SK"'))).toEqual([]);
  } finally {
    await sk.close();
  }
});
