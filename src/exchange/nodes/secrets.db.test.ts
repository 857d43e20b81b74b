import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '#kernel/canonical-json.ts';
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
import { createCalls } from './call.ts';
import { type SignedRequest, signRequest } from './http-signature.ts';
import { publishLaw } from './publish.ts';
import { stamp } from './receive.ts';

/** Two nodes that log all they can, one of which is also the keeper of the law, and every way to ask them badly. */

const now = '2030-01-10T12:00:00Z';
const canary = 'SYN-CANARY';
const broken = treatyWith({
  plain: { article: '1', operation: 'ask', conditions: { all: [] } },
  strict: {
    article: '2',
    operation: 'match',
    conditions: { all: [{ type: 'data_set', among: ['plates'] }, { type: 'case_reference' }] },
  },
});

let nl: PeerNode;
let be: PeerNode;
/** What both were asked badly, and the whole of what was answered. */
const answers: { readonly status: number; readonly text: string }[] = [];

beforeAll(async () => {
  const services = [
    {
      operations: ['ask'],
      answer: async ({ query }: { readonly query: unknown }) => {
        const { plate } = query as { readonly plate: string };
        if (plate === 'throws')
          throw new Error(`${canary}: ${plate} is not to be had`, { cause: new Error(canary) });
        if (plate === 'cannot-be-kept') return { found: `${canary}\0` };
        return { found: `${canary}-FOUND` };
      },
    },
  ];
  const open = (name: string, duties: readonly 'secretariat'[] = []) =>
    openPeer({ name, parties: [name], duties }, { now, services, logLevel: 'trace' });
  nl = await open('NL');
  be = await open('BE', ['secretariat']);
  await agree(nl, be);
  for (const peer of [nl, be]) {
    await publishLaw(peer.node, registerOfPeers, async () => broken);
    await prepareJobs(peer.node.database);
    await peer.listen();
  }
});
afterAll(async () => {
  for (const peer of [nl, be]) await peer?.close();
});

let count = 0;
function asking(query: unknown, changes: Partial<AccessRequest> = {}) {
  count += 1;
  const request = {
    id: `q${count}`,
    from: { party: 'NL', officer: `${canary}-OFFICER`, service: `${canary}-SERVICE` },
    to: 'BE',
    instrument: 'treaty',
    operation: 'ask',
    case: `${canary}-CASE`,
    stated: [],
    consents: [],
    ...changes,
  };
  return { register: registerOfPeers, request, query };
}
async function signed(body: string, headers: Readonly<Record<string, string>> = {}): Promise<SignedRequest> {
  const plain = {
    method: 'POST',
    url: `${be.url}/exchange/requests`,
    headers: {
      'content-type': 'application/json',
      'tripoint-instrument': 'treaty',
      'tripoint-budget': '20000',
      ...headers,
    },
    body: Buffer.from(body),
  };
  return signRequest(plain, nl.node.key(), stamp(nl.node));
}
async function send({ url, method, headers, body }: SignedRequest): Promise<number> {
  const answer = await fetch(url, {
    method,
    headers: { ...headers },
    ...(method === 'GET' ? {} : { body: Buffer.from(body) }),
  });
  const [status, text] = [answer.status, `${await answer.text()}${JSON.stringify([...answer.headers])}`];
  answers.push({ status, text });
  return status;
}
const sendBody = async (body: string) => send(await signed(body));
const get = (path: string) =>
  send({ url: `${be.url}${path}`, method: 'GET', headers: {}, body: Buffer.alloc(0) });

test('What is asked badly is refused with a code', async () => {
  const good = await signed(canonicalJson(asking({ plate: canary })));
  expect(await send({ ...good, headers: { ...good.headers, signature: 'sig1=:AAAA:' } })).toBe(401);
  expect(
    await send({ ...good, body: Buffer.from(JSON.stringify(asking({ plate: `${canary}-ALTERED` }))) }),
  ).toBe(401);
  expect(await sendBody(`{"request": "${canary}`)).toBe(400);
  expect(await sendBody(canonicalJson({ ...asking({}), [canary]: canary }))).toBe(400);
  expect(await sendBody(canonicalJson(asking({}, { operation: canary.repeat(20) })))).toBe(400);
  expect(await sendBody(canonicalJson(asking({}, { from: { party: canary } })))).toBe(403);
  expect(await sendBody(canonicalJson(asking({}, { to: canary })))).toBe(403);
  expect(await send(await signed(canonicalJson(asking({})), { 'tripoint-budget': canary }))).toBe(400);
  expect(await get(`/exchange/feed/${canary}?after=1`)).toBe(404);
  expect(await get(`/exchange/feed/r?after=${canary}`)).toBe(400);
  expect(await get(`/exchange/nothing?plate=${canary}`)).toBe(404);
  for (const path of ['keys', 'clock', 'add-checkpoint']) {
    const status = await send({
      ...good,
      url: `${be.url}/exchange/${path}`,
      body: Buffer.from(`tripoint/${canary}\n`),
    });
    expect(status).toBeGreaterThanOrEqual(400);
  }
});

test('What the database cannot keep is refused before it quotes it, in a question as in what was found', async () => {
  for (const wrong of [`${canary}\0`, `${canary}\ud800`]) {
    expect(await sendBody(JSON.stringify(asking({}, { case: wrong })))).toBe(400);
    expect(await sendBody(JSON.stringify(asking({ plate: wrong })))).toBe(400);
    expect(await sendBody(JSON.stringify(asking({ [wrong]: 1 })))).toBe(400);
  }
  expect(await outcomeOf({ plate: 'cannot-be-kept' })).toEqual(['failed', 'service_failed']);
});

const outcomeOf = async (query: unknown, changes: Partial<AccessRequest> = {}) => {
  const { request, ...rest } = asking(query, changes);
  const question = { ...rest, request: AccessRequest.parse(request), actor: 'test', budget: 20_000 };
  const { outcome, failure } = await ask(nl.node, createCalls(), question);
  return [outcome, failure];
};

test('A service that fails says why to nobody but its own log', async () => {
  expect(await outcomeOf({ plate: canary })).toEqual(['content', null]);
  expect(await outcomeOf({ plate: 'throws' })).toEqual(['failed', 'service_failed']);
  expect(await outcomeOf({}, { operation: 'match', data_set: canary })).toEqual(['denied', null]);
});

test('What is no HTTP, or not to be foreseen, is logged without its words', async () => {
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(new URL(be.url).port), '127.0.0.1', () =>
      socket.end(`${canary} no HTTP\r\n\r\n`),
    );
    socket
      .on('error', reject)
      .on('close', () => resolve())
      .resume();
  });
  const before = be.said.length;
  // From here on the database refuses the name of every register, and quotes it.
  await be.node.database.owner
    .transaction()
    .execute((tx) =>
      sql`alter table exchange.feed_head alter column register type integer using 0`.execute(tx),
    );
  expect(await get(`/exchange/feed/${canary}`)).toBe(500);
  expect(be.said.slice(before).join()).toContain('"code":"22P02"');
});

test('A page is visited with what is looked for in its address', async () => {
  for (const path of [
    '/find?q=',
    '/law?q=',
    '/practice/exchange/requests?page=',
    '/practice/exchange/may?purpose=',
  ])
    await fetch(`${be.url}/en/${registerOfPeers}${path}${canary}`, {
      headers: { accept: 'text/html', referer: `${be.url}/en?q=${canary}`, cookie: `a=${canary}` },
    }).then((answer) => answer.text());
});

test('Nothing of it, and no secret key, is in what the nodes say, measure or answer', async () => {
  for (const said of ['client error', 'an error', 'incoming request', 'request completed'])
    expect(be.said.join()).toContain(said);
  const metrics = await Promise.all([nl, be].map(async ({ url }) => (await fetch(`${url}/metrics`)).text()));
  const keys = await Promise.all(
    [nl, be].map(async ({ dataFolder }) => {
      const pem = await readFile(join(dataFolder, 'keys', '1.pem'), 'utf8');
      // Of an Ed25519 key in PKCS #8 (RFC 8410) the last 32 bytes are the secret.
      const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');
      const secret = der.subarray(-32);
      return [
        der.toString('base64'),
        ...(['hex', 'base64', 'base64url'] as const).map((as) => secret.toString(as)),
      ];
    }),
  );
  const raw = [...Buffer.from(canary)].join();
  for (const secret of [canary, raw, Buffer.from(canary).toString('hex'), ...keys.flat()]) {
    expect([...nl.said, ...be.said].filter((line) => line.includes(secret))).toEqual([]);
    expect(metrics.filter((text) => text.includes(secret))).toEqual([]);
    expect(answers.filter(({ text }) => text.includes(secret))).toEqual([]);
  }
});
