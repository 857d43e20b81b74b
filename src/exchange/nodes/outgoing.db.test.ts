import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '#kernel/canonical-json.ts';
import {
  agree,
  openPeer,
  type PeerNode,
  registerOfPeers,
  treatyWith,
} from '../../../test/support/peer-node.ts';
import { AccessRequest } from '../model.ts';
import { findAsked } from '../requests/store.ts';
import { queryHash } from './answer.ts';
import { ask } from './ask.ts';
import type { Calls } from './call.ts';
import { logAnswers } from './entries.ts';
import { contentDigest, signAnswer } from './http-signature.ts';
import { instantOf } from './model.ts';
import type { ExchangeNode } from './node.ts';
import { leaveQuestion, sendOutgoing } from './outgoing.ts';
import { publishLaw } from './publish.ts';
import { findTold } from './questions/store.ts';
import { stamp } from './receive.ts';

const now = '2030-01-10T12:00:00Z';
const canary = 'SYN-OUTGOING-CANARY';
const law = treatyWith({ plain: { article: '1', operation: 'ask', conditions: { all: [] } } });

let nl: PeerNode;
let be: PeerNode;
beforeAll(async () => {
  const open = (name: string, duties: readonly 'secretariat'[] = []) =>
    openPeer({ name, parties: [name], duties }, { now, services: [] });
  [nl, be] = [await open('NL', ['secretariat']), await open('BE')];
  await agree(nl, be);
  await publishLaw(nl.node, registerOfPeers, async () => law);
});
afterAll(async () => {
  for (const peer of [nl, be]) await peer?.close();
});

/** BE's answers, well signed, whatever they hold: to what was looked for the text of that content. */
let asked = 0;
const answering = (contents: Readonly<Record<string, string>> = {}): Calls => ({
  stateOf: () => 'closed',
  call: async (_peer, message) => {
    asked += 1;
    const sent = await message();
    const { request, query } = JSON.parse(Buffer.from(sent.body).toString('utf8'));
    const answer = {
      request: request.id,
      asked: contentDigest(sent.body),
      query: queryHash(query),
      outcome: 'content',
      provision: 'plain',
      feed: 1,
      head: null,
      leaf: '0'.repeat(64),
      at: instantOf(nl.clock.now().epochMilliseconds),
    };
    const content = contents[query.plate] ?? '"found"';
    const body = canonicalJson({ answer, padding: '' }).replace(
      '{"answer":{',
      `{"answer":{"content":${content},`,
    );
    const plain = { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) };
    return signAnswer(plain, sent, be.node.key(), stamp(nl.node));
  },
});

const questionOf = (id: string, plate: string) => {
  const request = AccessRequest.parse({
    id,
    from: { party: 'NL', officer: 'o' },
    to: 'BE',
    instrument: 'treaty',
    operation: 'ask',
  });
  return { register: registerOfPeers, request, query: { plate }, actor: 'test', budget: 20_000 };
};

test('An answer that is too deep to be written out fails itself alone, and none of those that came with it', async () => {
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const calls = answering({ deep: deep(4_600), deepest: deep(100_000), 'deeper than any': deep(64) });
  const told = await Promise.all(
    ['deep', 'plain', 'deepest', 'other', 'deeper than any'].map((plate) =>
      ask(nl.node, calls, questionOf(`with ${plate}`, plate)),
    ),
  );
  expect(told.map(({ outcome, failure }) => failure ?? outcome)).toEqual([
    'answer_invalid',
    'content',
    'answer_invalid',
    'content',
    'answer_invalid',
  ]);
});

/** Sends what is due and waits until it has ended. */
async function send(node: ExchangeNode = nl.node): Promise<void> {
  const signal = new AbortController().signal;
  await Promise.all(await sendOutgoing(node, answering(), { atMost: 10, signal }));
}
const leave = (id: string, waits: number | null = null) => {
  const at = nl.clock.now().epochMilliseconds;
  const until = waits === null ? null : at + waits;
  return nl.node.database.write((tx) =>
    leaveQuestion(tx, { ...questionOf(id, canary), group: null, until }, at),
  );
};
const waiting = async () => {
  const { rows } = await sql<{ id: string }>`select id from exchange.outgoing`.execute(
    nl.node.database.owner,
  );
  return rows.map(({ id }) => id);
};
const toldOf = (id: string) => nl.node.database.read((tx) => findTold(tx, id));
const shownOf = (id: string) =>
  nl.node.database.read((tx) => findAsked(tx, registerOfPeers, [{ direction: 'asked', party: 'NL' }], id));
/** Everything that it does together with others, of the kind that is given, or all, throws. */
const breaking = (kind?: unknown): ExchangeNode => ({
  ...nl.node,
  together: (work, item) =>
    kind === undefined || work === kind
      ? Promise.reject(new RangeError(canary))
      : nl.node.together(work, item),
});

describe('A question of which the asking throws', () => {
  test('ends as failed, is left nowhere to be asked again, and says nothing of what was looked for', async () => {
    asked = 0;
    await leave('once');
    await send(breaking(logAnswers));
    expect(await waiting()).toEqual([]);
    expect(await toldOf('once')).toMatchObject({ outcome: 'failed', failure: 'asking_failed', by: null });
    expect(await shownOf('once')).toMatchObject({
      outcome: 'failed',
      failure: 'asking_failed',
      allowed: true,
    });
    nl.forward({ hours: 1 });
    await send();
    expect(asked).toBe(1);
    const lines = nl.said.filter((line) => line.includes('could not be asked'));
    expect(lines).toEqual([expect.stringContaining('RangeError')]);
    expect(nl.said.join()).not.toContain(canary);
  });

  test('before anything was decided has no entry, and is not asked again either', async () => {
    asked = 0;
    await leave('undecided');
    await send(breaking());
    expect(await waiting()).toEqual([]);
    expect([await toldOf('undecided'), await shownOf('undecided')]).toEqual([null, null]);
    expect(asked).toBe(0);
  });

  test('waits as long as it may and no longer, and has its answer if the next try goes well', async () => {
    asked = 0;
    for (const id of ['well', 'never']) await leave(id, 10_000);
    await send(breaking(logAnswers));
    expect((await waiting()).toSorted()).toEqual(['never', 'well']);
    expect(await shownOf('well')).toMatchObject({ outcome: 'waiting' });
    await send();
    expect(asked).toBe(2);
    await nl.node.database.owner
      .transaction()
      .execute((tx) =>
        sql`update exchange.outgoing set next_at = next_at + interval '20 seconds' where id = 'never'`.execute(
          tx,
        ),
      );
    nl.forward({ seconds: 2 });
    await send();
    expect(await toldOf('well')).toMatchObject({ outcome: 'content', content: 'found' });
    nl.forward({ seconds: 20 });
    await send(breaking(logAnswers));
    expect(await waiting()).toEqual([]);
    expect(await toldOf('never')).toMatchObject({ outcome: 'failed', failure: 'asking_failed' });
    expect(asked).toBe(4);
  });

  test('ends, too, where not even that can be written down', async () => {
    await leave('unwritten');
    const node = breaking(logAnswers);
    let writes = 0;
    const write: typeof node.database.write = async (work) => {
      writes += 1;
      // The first takes it, the second would end it in the log.
      if (writes === 2) throw new RangeError(canary);
      return nl.node.database.write(work);
    };
    await send({ ...node, database: { ...node.database, write } });
    expect(await waiting()).toEqual([]);
    expect(nl.said.join()).not.toContain(canary);
  });
});
