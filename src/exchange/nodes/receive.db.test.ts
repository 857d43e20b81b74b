import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { prepareJobs } from '#platform/jobs.ts';
import { appendJournal, sequenceJournal } from '#platform/journal/journal.ts';
import {
  agree,
  openPeer,
  type PeerNode,
  registerOfPeers,
  treatyWith,
} from '../../../test/support/peer-node.ts';
import { AccessRequest } from '../model.ts';
import { Padded } from './answer.ts';
import { ask, readAnswer } from './ask.ts';
import { createCalls } from './call.ts';
import { contentDigest, type SignedRequest, signRequest } from './http-signature.ts';
import { keyAt } from './keys.ts';
import { feedAfter, followSecretariat, publishLaw } from './publish.ts';
import { receive, stamp } from './receive.ts';
import { listKeys } from './store.ts';

const now = '2030-01-10T12:00:00Z';
const bytes = 2_048;
const slot = 300;
const shape = { bytes, slot_ms: slot };
/** As many demands as a provision may have, none of which a plain request meets. */
const demands = Array.from({ length: 50 }, (_, index) => ({
  type: 'stated',
  what: `demand number ${index}`,
}));
const law = treatyWith({
  plain: { article: '1', operation: 'ask', conditions: { all: [] } },
  padded: {
    article: '2',
    operation: 'look',
    conditions: { all: [{ type: 'data_set', among: ['plates', 'large', 'nowhere'] }], answer: shape },
  },
  strict: { article: '3', operation: 'match', conditions: { all: demands, answer: shape } },
});
const found: Readonly<Record<string, unknown>> = { known: { list: 'made up' }, long: 'x'.repeat(bytes) };

let secretariat: PeerNode;
let nl: PeerNode;
let be: PeerNode;
/** Knows BE's address and key; BE has no contract with it. */
let lu: PeerNode;
let looked = 0;
const lookUp = async ({ query }: { readonly query: unknown }) => {
  looked += 1;
  return found[String(query)] ?? null;
};
beforeAll(async () => {
  const services = [
    { operations: ['ask'], answer: lookUp },
    { operations: ['look'], dataSet: 'plates', answer: lookUp },
    {
      operations: ['look'],
      dataSet: 'large',
      answer: async (_asked: unknown, signal: AbortSignal) => wait(30_000, null, { signal }),
    },
  ];
  const open = (name: string, duties: readonly 'secretariat'[] = []) =>
    openPeer(
      { name, parties: duties.length === 0 ? [name] : [], duties },
      { now, services: name === 'BE' ? services : [] },
    );
  secretariat = await open('secretariat', ['secretariat']);
  [nl, be, lu] = [await open('NL'), await open('BE'), await open('LU')];
  await agree(nl, be);
  for (const peer of [nl, be]) await agree(peer, secretariat);
  await publishLaw(secretariat.node, registerOfPeers, async () => law);
  for (const { node } of [nl, be])
    await followSecretariat(
      node,
      (_peer, register, after) => feedAfter(secretariat.node, register, after),
      new Map(),
    );
});
afterAll(async () => {
  for (const peer of [secretariat, nl, be, lu]) await peer?.close();
});

let count = 0;
function asking(query: unknown, changes: Partial<AccessRequest> = {}) {
  count += 1;
  const request = AccessRequest.parse({
    id: `q${count}`,
    from: { party: 'NL', officer: 'o1' },
    to: 'BE',
    instrument: 'treaty',
    operation: 'ask',
    ...changes,
  });
  return { register: registerOfPeers, request, query };
}
async function signedBy(
  { node }: PeerNode,
  body: string,
  { instrument = 'treaty', budget = '20000' }: { instrument?: string; budget?: string } = {},
): Promise<SignedRequest> {
  const plain = {
    method: 'POST',
    url: `${be.url}/exchange/requests`,
    headers: {
      'content-type': 'application/json',
      'tripoint-instrument': instrument,
      'tripoint-budget': budget,
    },
    body: Buffer.from(body),
  };
  return signRequest(plain, node.key(), stamp(node));
}
const signedAsking = (...given: Parameters<typeof asking>) => signedBy(nl, canonicalJson(asking(...given)));
const never = new AbortController().signal;
const refusalOf = async (message: SignedRequest, signal = never) => {
  const received = await receive(be.node, message, signal);
  return 'refused' in received ? [received.refused.status, received.refused.code] : null;
};
const post = ({ url, headers, body }: SignedRequest) =>
  fetch(url, { method: 'POST', headers, body: Buffer.from(body) });

/** Rows that a request leaves. */
const left = ({ node }: PeerNode) =>
  node.database.read(async (tx) => {
    const { rows } = await sql<{ entries: number; nonces: number; requests: number }>`
      select (select count(*)::integer from platform.journal) as entries,
        (select count(*)::integer from exchange.nonce) as nonces,
        (select count(*)::integer from exchange.request) as requests`.execute(tx);
    return rows[0];
  });
const eventsOf = ({ node }: PeerNode, id: string) =>
  node.database.read(async (tx) => {
    const { rows } = await sql<{
      event: string;
      payload: { readonly answer?: unknown; readonly told?: unknown };
    }>`
      select event, payload from platform.journal join platform.journal_payload on entry = journal.id
      where subject = ${`exchange_requests/${id}`} order by journal.id`.execute(tx);
    return rows;
  });

describe('A request that is none', () => {
  test.each<readonly [string, () => Promise<SignedRequest>, number, string]>([
    ['is not signed', async () => ({ ...(await signedAsking('known')), headers: {} }), 400, 'budget_invalid'],
    [
      'has its signature taken off',
      async () => {
        const message = await signedAsking('known');
        const { signature: _, 'signature-input': __, ...headers } = message.headers;
        return { ...message, headers };
      },
      401,
      'unsigned',
    ],
    [
      'is of a node without a contract',
      () => signedBy(lu, canonicalJson(asking('known'))),
      401,
      'key_unknown',
    ],
    [
      'is of a party for which its node does not speak',
      () => signedAsking('known', { from: { party: 'LU' } }),
      403,
      'party_not_spoken_for',
    ],
    [
      'is of the party itself, by another node',
      () => signedAsking('known', { from: { party: 'BE' } }),
      403,
      'party_not_spoken_for',
    ],
    ['is to a party that is not here', () => signedAsking('known', { to: 'LU' }), 403, 'party_not_here'],
    [
      'names another instrument beside its body',
      () => signedBy(nl, canonicalJson(asking('known')), { instrument: 'other' }),
      400,
      'request_invalid',
    ],
    ['is no JSON', () => signedBy(nl, '{"register"'), 400, 'request_invalid'],
    [
      'has a key of the prototype',
      () => signedBy(nl, canonicalJson(asking('known')).replace('{', '{"__proto__":{"x":1},')),
      400,
      'request_invalid',
    ],
    [
      'has an id that no answer could repeat',
      () => signedAsking('known', { id: '\u0001'.repeat(200) }),
      400,
      'request_invalid',
    ],
    [
      'leaves no time',
      () => signedBy(nl, canonicalJson(asking('known')), { budget: '-1' }),
      400,
      'budget_invalid',
    ],
  ])('because it %s is refused, and nothing of it is kept', async (_what, message, status, code) => {
    const before = [await left(be), looked];
    expect(await refusalOf(await message())).toEqual([status, code]);
    expect([await left(be), looked]).toEqual(before);
  });

  test('because its register has no law here is refused', async () => {
    const body = { ...asking('known'), register: 'unheard' };
    expect(await refusalOf(await signedBy(nl, canonicalJson(body)))).toEqual([503, 'register_unknown']);
  });

  test('because it is larger than any, or of another address, is refused at the door', async () => {
    await be.listen();
    const before = await left(be);
    const large = await post(await signedAsking('y'.repeat(160_000)));
    expect(large.status).toBe(413);
    const elsewhere = await signedAsking('known');
    expect((await post({ ...elsewhere, url: `${elsewhere.url}?again` })).status).toBe(401);
    expect((await post({ ...elsewhere, body: Buffer.from('{}') })).status).toBe(401);
    expect((await post({ ...elsewhere, headers: { 'tripoint-budget': '100' } })).status).toBe(401);
    expect(await left(be)).toEqual(before);
  });

  test('because its contract has ended is refused from then on', async () => {
    await agree(lu, be);
    const message = () => signedBy(lu, canonicalJson(asking('known', { from: { party: 'LU' } })));
    // The law does not bind LU: denied, and heard.
    expect(await refusalOf(await message())).toBe(null);
    await be.node.database.owner.transaction().execute((tx) =>
      sql`insert into exchange.contract_end (contract, ended_at, reason)
        select id, now(), 'test' from exchange.contract where node = 'LU'`.execute(tx),
    );
    expect(await refusalOf(await message())).toEqual([401, 'no_contract']);
  });
});

describe('A request that was answered', () => {
  test('is refused when it is played again, to a node that was started again, too', async () => {
    const message = await signedAsking('known');
    expect(await refusalOf(message)).toBe(null);
    const before = [await left(be), looked];
    expect(await refusalOf(message)).toEqual([409, 'replayed']);
    await be.reopen();
    expect(await refusalOf(message)).toEqual([409, 'replayed']);
    // The same nonce under another body is the same nonce.
    const { signature: _, 'signature-input': input = '', 'content-digest': __, ...headers } = message.headers;
    const body = Buffer.from(canonicalJson(asking('other')));
    const nonce = /nonce="([^"]+)"/.exec(input)?.[1] ?? '';
    const again = await signRequest({ ...message, headers, body }, nl.node.key(), {
      ...stamp(nl.node),
      nonce,
    });
    expect(await refusalOf(again)).toEqual([409, 'replayed']);
    expect([await left(be), looked]).toEqual(before);
  });

  test('is refused when two play it at once: it is taken once', async () => {
    const message = await signedAsking('known');
    const ends = await Promise.all([1, 2, 3, 4].map(() => refusalOf(message)));
    expect(ends.filter((end) => end === null).length).toBe(1);
    expect(ends.filter((end) => end !== null)).toEqual(Array.from({ length: 3 }, () => [409, 'replayed']));
  });

  test('has its decision in the log before anything is looked up, and what was told before it leaves', async () => {
    const { body, ...rest } = await signedAsking('known');
    const { id } = (JSON.parse(Buffer.from(body).toString()) as { request: { id: string } }).request;
    const received = await receive(be.node, { ...rest, body }, never);
    if (!('answer' in received)) throw new Error('Refused');
    const events = await eventsOf(be, id);
    expect(events.map(({ event }) => event)).toEqual(['exchange.decided', 'exchange.answered']);
    expect(events[1]?.payload.answer).toMatchObject({ outcome: 'content', content: { list: 'made up' } });
  });

  test('has a place in the log after the next round, and waits for nobody who queues for his', async () => {
    await prepareJobs(be.node.database);
    await sequenceJournal(be.node.database);
    // Whoever queues the job keeps all others who do waiting until he has ended.
    const entry = { event: 'exchange.tried', actor: 'test', payload: {} };
    await be.node.database.write(async (tx) => {
      await appendJournal(tx, be.clock, [entry]);
      expect(await refusalOf(await signedAsking('known'))).toBe(null);
    });
    expect(await sequenceJournal(be.node.database)).toBe(3);
    expect(await refusalOf(await signedAsking('known'))).toBe(null);
    expect(await sequenceJournal(be.node.database)).toBe(2);
    expect(await sequenceJournal(be.node.database)).toBe(0);
  });
});

describe('An answer of a provision that gives all the same form', () => {
  const answered = async (...given: Parameters<typeof asking>) => {
    const began = performance.now();
    const received = await receive(be.node, await signedAsking(...given), never);
    const took = performance.now() - began;
    if (!('answer' in received)) throw new Error(received.refused.code);
    const { body, headers, status } = received.answer;
    const { answer } = Padded.parse(JSON.parse(Buffer.from(body).toString('utf8')));
    const lengths = [
      status,
      body.length,
      ...Object.entries(headers).map(([name, value]) => name.length + value.length),
    ];
    return { answer, took, lengths };
  };
  const look = { operation: 'look', data_set: 'plates' };

  test('tells nobody who only counts and waits whether it is content, empty, denied or failed', async () => {
    const answers = {
      content: await answered('known', look),
      empty: await answered('nobody', look),
      denied: await answered('known', { ...look, data_set: 'persons' }),
      failed: await answered('known', { ...look, data_set: 'nowhere' }),
      large: await answered('long', look),
      strict: await answered('known', { operation: 'match' }),
      // A look-up that would not end in its slot is ended, or its answer would leave later than all others.
      slow: await answered('known', { ...look, data_set: 'large' }),
    };
    expect(Object.values(answers).map(({ answer }) => answer.outcome)).toEqual([
      'content',
      'empty',
      'denied',
      'failed',
      'failed',
      'denied',
      'failed',
    ]);
    expect(answers.slow.answer.failure).toBe('out_of_time');
    expect(answers.failed.answer.failure).toBe('no_service');
    expect(answers.large.answer).toMatchObject({ failure: 'answer_too_large' });
    expect(answers.large.answer).not.toHaveProperty('content');
    for (const { lengths, took } of Object.values(answers)) {
      expect(lengths).toEqual(answers.content.lengths);
      expect(lengths[1]).toBe(bytes);
      expect(took).toBeGreaterThanOrEqual(slot - 1);
    }
  });

  test('that denies for more reasons than it holds stays a denial, and says as many as fit', async () => {
    const { answer, lengths } = await answered('known', { operation: 'match' });
    expect(answer.outcome).toBe('denied');
    expect(answer.reasons?.length).toBeGreaterThan(0);
    expect(answer.reasons?.length).toBeLessThan(demands.length);
    expect(lengths[1]).toBe(bytes);
    const [decided] = await eventsOf(be, answer.request);
    expect(decided?.payload).toMatchObject({ decision: { reasons: { length: demands.length } } });
  });
});

describe('An answer', () => {
  const told = async (question: ReturnType<typeof asking>, sent: SignedRequest, by = be) => {
    const received = await receive(by.node, sent, never);
    if (!('answer' in received)) throw new Error(received.refused.code);
    const keys = await nl.node.database.read(listKeys);
    const expected = {
      findKey: (fingerprint: string, at: number) => keyAt(keys, fingerprint, at),
      now: nl.clock.now().epochMilliseconds,
      from: 'BE',
      feed: 1,
    };
    return {
      came: received.answer,
      read: (to = sent, of = question) => readAnswer(to, received.answer, of, expected),
    };
  };

  test('to another request, to another question or of another node is not taken for the answer', async () => {
    const [one, other] = [asking('known'), asking('nobody')];
    const sent = await signedBy(nl, canonicalJson(one));
    const { read, came } = await told(one, sent);
    expect(read()).toMatchObject({ outcome: 'content', by: 'BE' });
    expect(read(await signedBy(nl, canonicalJson(other)), other)).toMatchObject({
      outcome: 'failed',
      failure: 'answer_signature_wrong',
    });
    expect(read(sent, { ...one, query: 'nobody' })).toMatchObject({ failure: 'answer_to_another' });
    expect(read(sent, other)).toMatchObject({ failure: 'answer_to_another' });
    const keys = await nl.node.database.read(listKeys);
    const fromAnother = readAnswer(sent, came, one, {
      findKey: (fingerprint, at) => keyAt(keys, fingerprint, at),
      now: nl.clock.now().epochMilliseconds,
      from: 'secretariat',
      feed: 1,
    });
    expect(fromAnother).toMatchObject({ outcome: 'failed', failure: 'answer_of_another' });
    expect(fromAnother).not.toHaveProperty('content');
    expect(came.headers['content-digest']).toBe(contentDigest(came.body));
  });

  test('that nobody waits for any more is broken off, and the logs of both say so', async () => {
    await be.listen();
    const question = asking('known', { operation: 'look', data_set: 'large' });
    const gone = new AbortController();
    const ended = ask(nl.node, createCalls(), { ...question, actor: 'test', budget: 20_000 }, gone.signal);
    while ((await eventsOf(be, question.request.id)).length === 0) await wait(20);
    gone.abort();
    expect(await ended).toMatchObject({ outcome: 'failed', failure: 'cancelled', by: null });
    while ((await eventsOf(be, question.request.id)).length < 2) await wait(20);
    expect((await eventsOf(be, question.request.id))[1]?.payload.answer).toMatchObject({
      outcome: 'failed',
      failure: 'out_of_time',
    });
    expect((await eventsOf(nl, question.request.id))[1]?.payload.told).toMatchObject({
      failure: 'cancelled',
    });
  });
});

describe('A flood of requests', () => {
  test('of one node is refused beyond its limit before anything of it is kept, and others are heard', async () => {
    await be.reopen({ limit: { perSecond: 0.001, atOnce: 3 } });
    const ends: unknown[] = [];
    for (let sent = 0; sent < 3; sent += 1) ends.push(await refusalOf(await signedAsking('known')));
    expect(ends).toEqual([null, null, null]);
    const before = [await left(be), looked];
    for (let sent = 0; sent < 20; sent += 1)
      expect(await refusalOf(await signedAsking('known'))).toEqual([429, 'too_many']);
    expect([await left(be), looked]).toEqual(before);
    // Who only says that he is that node uses nothing up, and who is another has his own limit.
    const other = await signedBy(secretariat, canonicalJson(asking('known')));
    expect(await refusalOf(other)).toEqual([403, 'party_not_spoken_for']);
    await be.reopen();
    expect(await refusalOf(await signedAsking('known'))).toBe(null);
  });
});

test('No question and no officer is in what the nodes write down beside their journals, or in an address', async () => {
  const canary = 'SYN-CANARY-9';
  await be.listen();
  const question = asking({ plate: canary }, { from: { party: 'NL', officer: canary }, case: canary });
  await ask(nl.node, createCalls(), { ...question, actor: 'test', budget: 20_000 });
  const metrics = await fetch(`${be.url}/metrics`).then((answer) => answer.text());
  const said = [...nl.said, ...be.said, metrics].join('\n');
  expect(said).not.toContain(canary);
  const [decided] = await eventsOf(be, question.request.id);
  expect(JSON.stringify(decided?.payload)).toContain(canary);
});
