import { canonicalJson } from '#kernel/canonical-json.ts';
import type { GroupWork } from '#platform/database/group-writes.ts';
import { isStorable } from '#platform/database/storable.ts';
import { type Answer, type Asking, Padded, queryHash } from './answer.ts';
import { type Calls, NoAnswer } from './call.ts';
import { notesToPresent } from './consents.ts';
import { type Decided, decideRequests } from './deciding.ts';
import { logAnswers, logDecisions } from './entries.ts';
import {
  contentDigest,
  type SignatureKept,
  type SignedAnswer,
  type SignedRequest,
  signatureOf,
  signRequest,
  verifyAnswer,
} from './http-signature.ts';
import { keyAt, type NodeKey } from './keys.ts';
import { type ExchangeNode, hosts } from './node.ts';
import { findUnended, type Outcome } from './questions/store.ts';
import { receive, stamp } from './receive.ts';
import { listKeys, listPeers, type Peer } from './store.ts';

export type Question = Asking & {
  /** Who asks, for the own log: `person:…`. */
  readonly actor: string;
  /** Questions that were put to several parties at once have the same. */
  readonly group?: string | null;
  /** Milliseconds from now on. */
  readonly budget: number;
};

/** How a question ended, as this node knows it. */
export type Told = {
  readonly outcome: Outcome;
  /** Of which node the outcome is: where this node's own decision denied it, nothing left. Null: nobody answered. */
  readonly by: string | null;
  readonly reasons: readonly { readonly code: string }[];
  readonly failure: string | null;
  readonly content?: unknown;
  /** The other decided by an older law than this node knows. */
  readonly stale: boolean;
};

/**
 * Asks a party. The own node decides first: what the law does not open does not leave, since a question tells the other of
 * whom it is. All of it is in the own log before and after.
 */
export async function ask(
  node: ExchangeNode,
  calls: Calls,
  { actor, group = null, budget, ...asking }: Question,
  signal: AbortSignal = new AbortController().signal,
): Promise<Told> {
  const began = performance.now();
  const { request } = asking;
  const prepared = await node.together(prepareQuestions, { asking, actor, group });
  // Nothing can be decided, and so nothing is logged.
  if (prepared === null) return { ...nothing, outcome: 'failed', failure: 'law_unknown' };
  const { decision, entry, keys, peers, feed } = prepared;
  const peer = peers.find(({ parties }) => parties.includes(request.to));
  const findKey = (fingerprint: string, at: number) => keyAt(keys, fingerprint, at);
  const finish = async (told: Told, signed?: Signed): Promise<Told> => {
    const { outcome, reasons, failure, by, stale } = told;
    await node.together(logAnswers, {
      event: 'exchange.told',
      actor,
      asking,
      party: request.from.party,
      payload: {
        asked: entry,
        // Of what was denied here nothing left: no retention would end it.
        ...(decision.outcome === 'allowed' ? { query: asking.query } : {}),
        told,
        ...(signed === undefined ? {} : { signed }),
      },
      row: { request: entry, outcome, detail: { reasons, failure, by }, stale },
    });
    return told;
  };
  if (decision.outcome === 'denied')
    return finish({ ...nothing, outcome: 'denied', by: node.self.name, reasons: decision.reasons });
  if (!hosts(node.self, request.from.party))
    return finish({ ...nothing, outcome: 'failed', failure: 'refused_party_not_spoken_for' });
  const isHere = hosts(node.self, request.to);
  if (peer === undefined && !isHere) return finish({ ...nothing, outcome: 'failed', failure: 'no_route' });
  const left = () => Math.floor(budget - (performance.now() - began));
  const until = AbortSignal.any([signal, AbortSignal.timeout(Math.max(1, left()))]);
  const shown =
    request.consents.length === 0
      ? asking
      : { ...asking, presented: [...(await node.database.read((tx) => notesToPresent(tx, asking)))] };
  const message = () => signed(node, shown, isHere ? null : (peer ?? null), left());
  try {
    const { sent, came } = isHere
      ? await askHere(node, await message(), until)
      : await askPeer(calls, peer as Peer, message, until);
    const told = readAnswer(sent, came, asking, {
      findKey,
      now: node.clock.now().epochMilliseconds,
      from: isHere ? node.self.name : (peer as Peer).node,
      feed,
    });
    return finish(told, signedOf(sent, came));
  } catch (error) {
    if (signal.aborted) return finish({ ...nothing, outcome: 'failed', failure: 'cancelled' });
    if (error instanceof NoAnswer && error.reached) return finish({ ...nothing, outcome: 'late' });
    node.log.warn({ peer: peer?.node, reason: nameOf(error) }, 'a question found no answer');
    return finish({ ...nothing, outcome: 'failed', failure: 'unreachable' });
  }
}

/** Ends a question whose asking this node could not go on with, in its log as for who reads it. Where nothing was decided it has no entry. */
export async function endBroken(node: ExchangeNode, { actor, ...asking }: Question): Promise<void> {
  const { request, query } = asking;
  const told: Told = { ...nothing, outcome: 'failed', failure: 'asking_failed' };
  const { outcome, reasons, failure, by, stale } = told;
  await node.database.write(async (tx) => {
    const unended = await findUnended(tx, request.id);
    if (unended === null) return;
    const { entry, allowed } = unended;
    await logAnswers(node, tx, [
      {
        event: 'exchange.told',
        actor,
        asking,
        party: request.from.party,
        // It may have left, and what was asked is then on record here alone.
        payload: { asked: entry, ...(allowed && isStorable(query) ? { query } : {}), told },
        row: { request: entry, outcome, detail: { reasons, failure, by }, stale },
      },
    ]);
  });
}

/** What shows to others that the other answered this, and nothing else. */
type Signed = {
  readonly request: SignatureKept;
  readonly answer: SignatureKept & { readonly status: number; readonly body: string };
};

function signedOf(sent: SignedRequest, came: SignedAnswer): Signed | undefined {
  if (came.headers.signature === undefined) return undefined;
  const body = Buffer.from(came.body).toString('utf8');
  return { request: signatureOf(sent), answer: { ...signatureOf(came), status: came.status, body } };
}

type Prepared = Pick<Decided, 'decision' | 'feed'> & {
  readonly entry: string;
  readonly keys: readonly NodeKey[];
  readonly peers: readonly Peer[];
};

/** Decides and logs questions that are put together; null: this node knows no law of that register. */
const prepareQuestions: GroupWork<
  ExchangeNode,
  { readonly asking: Asking; readonly actor: string; readonly group: string | null },
  Prepared | null
> = async (node, tx, questions) => {
  const decided = await decideRequests(
    node,
    tx,
    questions.map(({ asking }) => asking),
    'asking',
  );
  const known = questions.flatMap((question, index) => {
    const one = decided[index] ?? null;
    return one === null ? [] : [{ ...question, decided: one, direction: 'asked' as const }];
  });
  const entries = (await logDecisions(node, tx, known)).values();
  const keys = await listKeys(tx);
  const peers = await listPeers(tx, node.self.name);
  return decided.map((one) => {
    if (one === null) return null;
    const { decision, feed } = one;
    return { decision, feed, entry: entries.next().value?.entry ?? '', keys, peers };
  });
};

const nothing = { by: null, reasons: [], failure: null, stale: false } as const;
export const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');

async function signed(
  node: ExchangeNode,
  asking: Asking,
  peer: Peer | null,
  left: number,
): Promise<SignedRequest> {
  const plain: SignedRequest = {
    method: 'POST',
    url: `${peer?.url ?? `http://${node.self.name}.invalid`}/exchange/requests`,
    headers: {
      'content-type': 'application/json',
      'tripoint-instrument': asking.request.instrument,
      'tripoint-budget': String(Math.max(1, left)),
    },
    body: Buffer.from(canonicalJson(asking)),
  };
  return signRequest(plain, node.key(), stamp(node));
}

/** The party is on this node: the same path without a network. */
async function askHere(node: ExchangeNode, sent: SignedRequest, signal: AbortSignal) {
  const received = await receive(node, sent, signal);
  const came: SignedAnswer =
    'answer' in received
      ? received.answer
      : { status: received.refused.status, headers: {}, body: Buffer.from(canonicalJson(received.refused)) };
  return { sent, came };
}

/** Each try is signed anew: a request that was taken once is taken no second time. */
async function askPeer(calls: Calls, peer: Peer, message: () => Promise<SignedRequest>, signal: AbortSignal) {
  let sent: SignedRequest | undefined;
  const came = await calls.call(
    peer,
    async () => {
      sent = await message();
      return sent;
    },
    signal,
  );
  if (sent === undefined) throw new Error('Nothing was sent');
  return { sent, came };
}

/** What an answer says, if it is the answer to this and by whom it should be. */
export function readAnswer(
  sent: SignedRequest,
  came: SignedAnswer,
  { request, query }: Asking,
  expected: {
    readonly findKey: Parameters<typeof verifyAnswer>[2];
    readonly now: number;
    readonly from: string;
    readonly feed: number;
  },
): Told {
  const failed = (failure: string): Told => ({ ...nothing, outcome: 'failed', failure });
  if (came.status !== 200) return failed(refusalOf(came));
  const verified = verifyAnswer(came, sent, expected.findKey, expected.now);
  if (!verified.ok) return failed(`answer_${verified.fault}`);
  if (verified.key.node !== expected.from) return failed('answer_of_another');
  const answer = parseAnswer(came.body);
  if (answer === null) return failed('answer_invalid');
  const isOfThis =
    answer.request === request.id &&
    answer.asked === contentDigest(sent.body) &&
    answer.query === queryHash(query);
  if (!isOfThis) return failed('answer_to_another');
  const { outcome, reasons = [], failure = null, content, feed } = answer;
  return {
    outcome,
    by: verified.key.node,
    reasons,
    failure,
    ...(outcome === 'content' ? { content } : {}),
    stale: feed < expected.feed,
  };
}

function parseAnswer(body: Uint8Array): Answer | null {
  try {
    const parsed = Padded.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
    return parsed.success ? parsed.data.answer : null;
  } catch {
    return null;
  }
}

/** The code with which the other refused; his words are not taken further than that. */
function refusalOf({ body, status }: SignedAnswer): string {
  try {
    const { code } = JSON.parse(Buffer.from(body).toString('utf8')) as { readonly code?: unknown };
    if (typeof code === 'string' && /^[a-z_]{1,40}$/.test(code)) return `refused_${code}`;
  } catch {
    // What is no JSON has no code.
  }
  return `refused_${status}`;
}
