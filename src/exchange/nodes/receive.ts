import { setTimeout as wait } from 'node:timers/promises';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { GroupWork } from '#platform/database/group-writes.ts';
import { randomOf } from '#platform/random.ts';
import type { AccessRequest, AnswerShape } from '../model.ts';
import type { Decision } from '../rules/decide.ts';
import { candidatesFor, type Law } from '../rules/law.ts';
import { recordUses } from '../situation/store.ts';
import { type Answer, Asking, queryHash, shaped } from './answer.ts';
import { decideRequests, type LoggedDecision } from './deciding.ts';
import { logAnswers, logDecisions } from './entries.ts';
import {
  type SignedAnswer,
  type SignedRequest,
  signAnswer,
  signatureOf,
  verifyRequest,
} from './http-signature.ts';
import { keyAt, type NodeKey } from './keys.ts';
import { instantOf, originOf } from './model.ts';
import { type ExchangeNode, hosts } from './node.ts';
import { listReceived, type Nonce, takeNonces } from './questions/store.ts';
import { lookUp } from './services.ts';
import { findCheckpoint, listKeys, listPeers, type Peer } from './store.ts';

/** What is no request of anybody known gets no signed answer and leaves no entry: a flood of it fills nothing. */
export type Refused = { readonly status: number; readonly code: string };
export type Received = { readonly answer: SignedAnswer } | { readonly refused: Refused };

/** The longest that anybody is waited for, in milliseconds, whatever budget he names. */
const longestBudget = 60_000;

/**
 * A signed request: who asks is verified, the kernel decides, and the decision is in the log before anything is looked up; what
 * was found is in it before it leaves. Its address may be a path alone, of the address under which its sender knows this node.
 * `signal` ends it when the asker has gone.
 */
export async function receive(
  node: ExchangeNode,
  message: SignedRequest,
  signal: AbortSignal,
): Promise<Received> {
  const began = performance.now();
  const budget = Number(message.headers['tripoint-budget']);
  if (!Number.isSafeInteger(budget) || budget < 1) return { refused: refused(400, 'budget_invalid') };
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(Math.min(budget, longestBudget))]);
  const taken = await node.together(takeRequests, message);
  if ('status' in taken) return { refused: taken };
  const { asking, decision, entry, leaf, shape, feed, head } = taken;
  const { request } = asking;
  const answer = {
    request: request.id,
    asked: message.headers['content-digest'] ?? '',
    query: queryHash(asking.query),
    ...(decision.outcome === 'denied'
      ? { outcome: decision.outcome, reasons: decision.reasons.map((reason) => ({ ...reason })) }
      : await lookUp(node.services, asking, shape === null ? inTime : withinSlot(inTime, began, shape))),
    provision: decision.outcome === 'allowed' ? decision.provision : null,
    feed,
    head,
    leaf,
    at: instantOf(node.clock.now().epochMilliseconds),
  } satisfies Answer;
  const { told, bytes } = shaped(answer, shape?.bytes ?? null);
  const { outcome, reasons = [], failure = null } = told;
  await node.together(logAnswers, {
    event: 'exchange.answered',
    actor: `node:${node.self.name}`,
    asking,
    party: request.to,
    payload: { decided: entry, answer: told },
    row: { request: entry, outcome, detail: { reasons, failure }, stale: false },
  });
  if (shape !== null) await wait(untilSlot(performance.now() - began, shape.slot_ms));
  const plain = { status: 200, headers: { 'content-type': 'application/json' }, body: bytes };
  return { answer: await signAnswer(plain, message, node.key(), stamp(node)) };
}

const refused = (status: number, code: string): Refused => ({ status, code });

/** Milliseconds until the end of the slot that is running. */
function untilSlot(passed: number, slot: number): number {
  return Math.ceil(Math.ceil(passed / slot) * slot - passed);
}

/** Of a slot what a look-up may take: what is found later would leave in the next, which denials never do. */
const lookUpShare = 0.8;

function withinSlot(signal: AbortSignal, began: number, { slot_ms }: AnswerShape): AbortSignal {
  const left = slot_ms * lookUpShare - (performance.now() - began);
  return AbortSignal.any([signal, AbortSignal.timeout(Math.max(1, Math.floor(left)))]);
}

/** Moment and nonce of a signature. */
export function stamp({ clock }: Pick<ExchangeNode, 'clock'>) {
  return { now: clock.now().epochMilliseconds, nonce: randomOf(18).toString('base64url') };
}

type Taken = {
  readonly asking: Asking;
  readonly decision: Decision;
  readonly entry: string;
  readonly leaf: string;
  readonly shape: AnswerShape | null;
  readonly feed: number;
  /** The newest checkpoint of the own log. */
  readonly head: Answer['head'];
};

/** Verifies, decides and logs those that arrived together, all in one transaction. */
const takeRequests: GroupWork<ExchangeNode, SignedRequest, Taken | Refused> = async (node, tx, messages) => {
  const keys = await listKeys(tx);
  const peers = await listPeers(tx, node.self.name);
  const known = messages.map((message) => identify(node, message, keys, peers));
  const fresh = await takeNonces(
    tx,
    known.flatMap((one) => ('status' in one ? [] : [one.signature])),
  );
  const isOwnId = await questionsById(tx, known);
  let place = 0;
  const accepted = known.map((one) => {
    if ('status' in one) return one;
    if (!fresh.has(place++)) return refused(409, 'replayed');
    return isOwnId(one) ? one : refused(409, 'request_id_taken');
  });
  const asked = accepted.flatMap((one) => ('status' in one ? [] : [one]));
  const decided = await decideRequests(
    node,
    tx,
    asked.map(({ asking }) => asking),
    'answering',
  );
  const decisions = asked.flatMap(({ asking, from, signed }, index) => {
    const one = decided[index] ?? null;
    return one === null
      ? []
      : [{ asking, decided: one, direction: 'received' as const, actor: `node:${from}`, signed }];
  });
  const entries = await logDecisions(node, tx, decisions);
  await recordUses(
    tx,
    node.clock,
    decisions.flatMap(({ asking: { register, request }, decided: { decision, listed } }) =>
      decision.outcome === 'allowed'
        ? [{ register, request, basis: decision.basis, authorisations: listed }]
        : [],
    ),
  );
  const head = headOf(await findCheckpoint(tx, originOf(node.self.name)));
  const taken = new Map(
    decisions.map(({ asking, decided: { decision, law, feed } }, index): [Asking, Taken] => {
      const { entry = '', leaf = '' } = entries[index] ?? {};
      return [asking, { asking, decision, entry, leaf, shape: shapeFor(law, asking.request), feed, head }];
    }),
  );
  return accepted.map((one) =>
    'status' in one ? one : (taken.get(one.asking) ?? refused(503, 'register_unknown')),
  );
};

type Identified = {
  readonly asking: Asking;
  readonly from: string;
  readonly signature: Nonce;
  readonly signed: NonNullable<LoggedDecision['signed']>;
};

/** Who asks what, if it is signed by a key that is known, of a node that may ask that here. */
function identify(
  node: ExchangeNode,
  message: SignedRequest,
  keys: readonly NodeKey[],
  peers: readonly Peer[],
): Identified | Refused {
  const now = node.clock.now().epochMilliseconds;
  const url = addressOf(message, keys, peers);
  const verified = verifyRequest({ ...message, url }, (fingerprint, at) => keyAt(keys, fingerprint, at), now);
  if (!verified.ok) return refused(401, verified.fault);
  const { key, nonce, expires } = verified;
  const peer = peers.find((one) => one.node === key.node);
  const isOwn = key.node === node.self.name;
  if (peer === undefined && !isOwn) return refused(401, 'no_contract');
  if (!isOwn && !node.takes(key.node, performance.now())) return refused(429, 'too_many');
  const asking = readAsking(message);
  if (asking === null) return refused(400, 'request_invalid');
  const { request } = asking;
  if (!(isOwn ? hosts(node.self, request.from.party) : peer?.parties.includes(request.from.party)))
    return refused(403, 'party_not_spoken_for');
  if (!hosts(node.self, request.to)) return refused(403, 'party_not_here');
  return {
    asking,
    from: key.node,
    signature: { fingerprint: key.fingerprint, nonce, expires },
    signed: {
      ...signatureOf(message),
      url,
      budget: message.headers['tripoint-budget'] ?? '',
      ...(asking.presented === undefined ? {} : { presented: asking.presented }),
    },
  };
}

/**
 * Whether the id of a question is its own: tried again it is the same question, word for word. Another of the same party under the
 * same id would hide the first from whoever looks for it; what ids others chose is nobody's to know.
 */
async function questionsById(tx: Transaction, arrived: readonly (Identified | Refused)[]) {
  const asked = arrived.flatMap((one) => ('status' in one ? [] : [one.asking.request.id]));
  const said = new Map(
    (await listReceived(tx, asked)).map(({ id, from, payload }) => [
      keyOf(from, id),
      payload === null ? null : wordsOf(payload.request, payload.query),
    ]),
  );
  return ({ asking: { request, query } }: Identified): boolean => {
    const words = wordsOf(request, queryHash(query));
    const key = keyOf(request.from.party, request.id);
    if (!said.has(key)) said.set(key, words);
    return said.get(key) === words;
  };
}

const keyOf = (party: string, id: string) => JSON.stringify([party, id]);
const wordsOf = (request: AccessRequest, query: string) => canonicalJson([request, query]);

/** The address that was signed. */
function addressOf(
  { url, headers }: SignedRequest,
  keys: readonly NodeKey[],
  peers: readonly Peer[],
): string {
  if (!url.startsWith('/')) return url;
  const fingerprint = /keyid="([A-Za-z0-9_-]{43})"/.exec(headers['signature-input'] ?? '')?.[1];
  const signer = keys.find((key) => key.fingerprint === fingerprint)?.node;
  return `${peers.find(({ node }) => node === signer)?.ourUrl ?? ''}${url}`;
}

/** Bytes of a request's id as it is written. */
const longestId = 240;

function readAsking({ body, headers }: SignedRequest): Asking | null {
  try {
    const parsed = Asking.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
    if (!parsed.success || parsed.data.request.instrument !== headers['tripoint-instrument']) return null;
    // An answer repeats it, in the smallest form, too.
    const isShort = Buffer.byteLength(JSON.stringify(parsed.data.request.id)) <= longestId;
    return isShort ? parsed.data : null;
  } catch {
    return null;
  }
}

/** All answers to what may be asked for under a provision that wants it have its form, the denied ones, too. */
function shapeFor(law: Law, request: AccessRequest): AnswerShape | null {
  const shapes = candidatesFor(law, request.instrument, request).flatMap(
    (id) => law.provision.get(id)?.answer ?? [],
  );
  return shapes[0] ?? null;
}

function headOf(checkpoint: Awaited<ReturnType<typeof findCheckpoint>>): Answer['head'] {
  if (checkpoint === null) return null;
  const { origin, size, root } = checkpoint;
  return { origin, size, root: root.toString('base64') };
}
