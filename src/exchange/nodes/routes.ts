import type { FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { MovableClock } from '#platform/clock.ts';
import type { HttpServer } from '#platform/http/server.ts';
import { noteText, openNote } from '../log/signed-note.ts';
import { witness } from './checkpoints.ts';
import { takeConsentNote } from './consents.ts';
import { lifetime, type SignedRequest } from './http-signature.ts';
import { takeKeyChange } from './key-changes.ts';
import { keyAt } from './keys.ts';
import { clockForm, longestConsentNote, originOf } from './model.ts';
import type { ExchangeNode } from './node.ts';
import { feedAfter } from './publish.ts';
import { receive } from './receive.ts';
import { readStatement } from './statement.ts';
import { findCheckpoint, listKeyStatements, listKeys, listPeers } from './store.ts';

/** Larger than any submission, and than any request without the consents that it shows: what is more is none. */
const bodyLimit = 64 * 1024;
/** With as many as it may show. */
const requestLimit = bodyLimit + 20 * longestConsentNote;

/**
 * Where other nodes reach this one, below `/exchange`. None of it knows cookies or persons: what is said there is believed by its
 * signature alone. `clock` where it may be moved, for exercises.
 */
export function registerExchange(server: HttpServer, node: ExchangeNode, clock: MovableClock | null): void {
  const config = { anonymous: true, signed: true, rateLimit: { max: 60_000, timeWindow: '1 minute' } };
  const route = { config, bodyLimit, schema: { hide: true }, logLevel: 'warn' } as const;
  // Digests are over bytes, so that bytes it stays.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  server.post('/exchange/requests', { ...route, bodyLimit: requestLimit }, async (request, reply) => {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const received = await receive(node, messageOf(request), gone.signal);
    if ('refused' in received) {
      const { status, code } = received.refused;
      return reply.code(status).type('application/problem+json').send(JSON.stringify({ status, code }));
    }
    const { status, headers, body } = received.answer;
    return reply.code(status).headers(headers).header('cache-control', 'no-store').send(Buffer.from(body));
  });

  server.get(
    '/exchange/feed/:register',
    {
      ...route,
      schema: {
        hide: true,
        params: z.strictObject({ register: z.string().max(200) }),
        querystring: z.strictObject({ after: z.coerce.number().int().min(0).max(2_147_483_647).default(0) }),
      },
    },
    async (request, reply) => {
      const isKeeper = node.self.duties.includes('secretariat');
      const { register } = request.params;
      const feed = isKeeper ? await feedAfter(node, register, request.query.after) : null;
      if (feed === null) return reply.code(404).type('text/plain').send('no such feed\n');
      return reply.header('cache-control', 'no-store').type('application/json').send(JSON.stringify(feed));
    },
  );

  server.post('/exchange/add-checkpoint', route, async (request, reply) => {
    const witnessed = await witness(node, textOf(request));
    if (witnessed.ok) return reply.type('text/plain; charset=utf-8').send(witnessed.line);
    const type = witnessed.status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8';
    return reply.code(witnessed.status).type(type).send(witnessed.text);
  });

  server.get('/exchange/checkpoint', route, async (_request, reply) => {
    const newest = await node.database.read((tx) => findCheckpoint(tx, originOf(node.self.name)));
    if (newest === null) return reply.code(404).type('text/plain').send('no checkpoint yet\n');
    return reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(newest.note);
  });

  server.get('/exchange/keys', route, async (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type('application/json')
      .send(JSON.stringify(await node.database.read((tx) => listKeyStatements(tx, node.self.name)))),
  );

  server.post('/exchange/keys', route, async (request, reply) => {
    const taken = await takeKeyChange(node, textOf(request));
    return reply.code(taken ? 204 : 403).send();
  });

  server.post('/exchange/consents', { ...route, bodyLimit: longestConsentNote }, async (request, reply) =>
    reply.code(await takeConsentNote(node, textOf(request))).send(),
  );

  server.post('/exchange/clock', route, async (request, reply) => {
    const moved = clock !== null && (await moveClock(node, clock, textOf(request)));
    return reply.code(moved ? 204 : 403).send();
  });
}

function textOf({ body }: FastifyRequest): string {
  return body instanceof Buffer ? body.toString('utf8') : '';
}

/** The request with its bytes as they came. Its address is a path: what names another host was not sent to this node. */
function messageOf({ method, url, headers: sent, body }: FastifyRequest): SignedRequest {
  const headers = Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const path = url.startsWith('/') ? url : `/${url}`;
  return { method, url: path, headers, body: body instanceof Buffer ? body : Buffer.alloc(0) };
}

/** Only to a command of now, signed by whoever keeps the register; and never back. */
async function moveClock(node: ExchangeNode, clock: MovableClock, note: string): Promise<boolean> {
  const command = readStatement(clockForm, noteText(note));
  if (command === null) return false;
  const now = clock.now().epochMilliseconds;
  if (Math.abs(Date.parse(command.at) - now) > lifetime * 1000) return false;
  const { keys, peers } = await node.database.read(async (tx) => ({
    keys: await listKeys(tx),
    peers: await listPeers(tx, node.self.name),
  }));
  const isOwn = command.node === node.self.name && node.self.duties.includes('secretariat');
  const isKeeper = peers.some((peer) => peer.node === command.node && peer.duties.includes('secretariat'));
  if (!isOwn && !isKeeper) return false;
  const signers = keys
    .filter((key) => key.node === command.node && keyAt([key], key.fingerprint, now) !== null)
    .map(({ publicKey }) => ({ name: command.node, publicKey }));
  if (openNote(note, signers) === null) return false;
  clock.moveTo(Temporal.Instant.from(command.to));
  return true;
}
