import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sequenceJournal } from '#platform/journal/journal.ts';
import {
  agree,
  openPeer,
  type PeerNode,
  registerOfPeers,
  treatyWith,
} from '../../../test/support/peer-node.ts';
import { makeCheckpoint } from './checkpoints.ts';
import { rotateKey } from './key-changes.ts';
import { clockForm, instantOf, keyEndForm } from './model.ts';
import { moveClocks } from './move-clocks.ts';
import type { ExchangeNode } from './node.ts';
import { publishLaw } from './publish.ts';
import { signStatement } from './statement.ts';

const now = '2030-01-10T12:00:00Z';
let secretariat: PeerNode;
let nl: PeerNode;
let be: PeerNode;
beforeAll(async () => {
  const open = (name: string, duties: readonly 'secretariat'[] = []) =>
    openPeer({ name, parties: [], duties }, { now, services: [] });
  secretariat = await open('secretariat', ['secretariat']);
  [nl, be] = [await open('NL'), await open('BE')];
  for (const peer of [nl, be]) await agree(secretariat, peer);
  await agree(nl, be);
});
afterAll(async () => {
  for (const peer of [secretariat, nl, be]) await peer?.close();
});

const at = ({ clock }: PeerNode) => clock.now().epochMilliseconds;
const hour = 3_600_000;
const command = (node: ExchangeNode, said: { readonly at: number; readonly to: number }) =>
  signStatement(
    clockForm,
    { node: node.self.name, at: instantOf(said.at), to: instantOf(said.to) },
    node.key(),
  );
const post = async ({ url }: PeerNode, path: string, text: string) => {
  const sent = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: text };
  return (await fetch(`${url}/exchange/${path}`, sent)).status;
};

describe('A clock', () => {
  test('that nobody may move is moved by no command, however well signed', async () => {
    await be.listen();
    const before = at(be);
    const note = command(secretariat.node, { at: before, to: before + hour });
    expect(await post(be, 'clock', note)).toBe(403);
    expect(at(be)).toBe(before);
  });

  test('that may be moved is, for an exercise, by whoever keeps the register', async () => {
    await nl.listen({ testClock: true });
    const before = at(nl);
    const to = Temporal.Instant.fromEpochMilliseconds(before + hour);
    const given = { now: secretariat.clock.now(), to, ownUrl: null };
    expect(await moveClocks(secretariat.node, given)).toEqual({ NL: 204, BE: 403 });
    expect(at(nl)).toBe(before + hour);
  });

  test('is moved by nobody else, by no command of another time, and never back', async () => {
    const before = at(nl);
    const refused = async (note: string) => {
      expect(await post(nl, 'clock', note)).toBe(403);
      expect(at(nl)).toBe(before);
    };
    const later = before + hour;
    await refused(command(be.node, { at: before, to: later }));
    await refused(command(nl.node, { at: before, to: later }));
    const asKeeper = { ...be.node, self: { ...be.node.self, name: 'secretariat' } };
    await refused(command(asKeeper, { at: before, to: later }));
    await refused(command(secretariat.node, { at: before - 61_000, to: later }));
    await refused(command(secretariat.node, { at: before + 61_000, to: later }));
    const good = command(secretariat.node, { at: before, to: later });
    await refused(good.replace(instantOf(later), instantOf(later + hour)));
    await refused('nothing');
    await refused('');
    // Well signed and of now, and yet back: nothing moves.
    await post(nl, 'clock', command(secretariat.node, { at: before, to: before - hour }));
    expect(at(nl)).toBe(before);
    expect(await post(nl, 'clock', good)).toBe(204);
    // Once more, it is of another time.
    expect(await post(nl, 'clock', good)).toBe(403);
    expect(at(nl)).toBe(later);
  });
});

describe('What a node says to everybody', () => {
  test('is its checkpoint, its keys and, of the register’s keeper, the feed: nothing of a request', async () => {
    await secretariat.listen();
    await publishLaw(secretariat.node, registerOfPeers, async () =>
      treatyWith({ p: { article: '1', operation: 'ask', conditions: { all: [] } } }),
    );
    const get = async ({ url }: PeerNode, path: string) => {
      const answer = await fetch(`${url}/exchange/${path}`);
      return [answer.status, await answer.text()] as const;
    };
    expect((await get(be, 'checkpoint'))[0]).toBe(404);
    await sequenceJournal(be.node.database);
    const made = await makeCheckpoint(be.node);
    expect(await get(be, 'checkpoint')).toEqual([200, made?.note]);
    expect(await get(be, 'keys')).toEqual([200, '[]']);
    const note = await rotateKey(be.node, be.dataFolder);
    expect(JSON.parse((await get(be, 'keys'))[1])).toEqual([note]);
    expect((await get(be, `feed/${registerOfPeers}`))[0]).toBe(404);
    expect((await get(secretariat, 'feed/nothing'))[0]).toBe(404);
    const [status, feed] = await get(secretariat, `feed/${registerOfPeers}?after=0`);
    expect([status, JSON.parse(feed).items.length]).toEqual([200, 1]);
    expect(JSON.parse((await get(secretariat, `feed/${registerOfPeers}?after=1`))[1]).items).toEqual([]);
    // A number that no feed has is refused at the door, and nothing breaks of it.
    const errors = () => secretariat.said.filter((line) => JSON.parse(line).level >= 50).length;
    const before = errors();
    for (const after of ['99999999999', '2147483648', '-1', '1.5', 'x'])
      expect([after, (await get(secretariat, `feed/${registerOfPeers}?after=${after}`))[0]]).toEqual([
        after,
        400,
      ]);
    expect((await get(secretariat, `feed/${registerOfPeers}?after=2147483647`))[0]).toBe(200);
    expect(errors()).toBe(before);
    // Another node's change of keys is taken where it is signed, and nothing else is.
    expect(await post(nl, 'keys', note)).toBe(204);
    const end = signStatement(
      keyEndForm,
      { node: 'BE', fingerprint: be.node.key().fingerprint, from: instantOf(at(be)) },
      { ...nl.node.key(), name: 'BE' },
    );
    expect(await post(nl, 'keys', end)).toBe(403);
    expect(await post(be, 'add-checkpoint', 'nothing')).toBe(400);
  });
});
