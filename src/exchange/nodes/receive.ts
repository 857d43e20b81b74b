import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { addDays } from '#kernel/dates.ts';
import { momentOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { appendJournal, findLeaf } from '#platform/journal/journal.ts';
import type { AccessRequest, AnswerShape } from '../model.ts';
import { type Decision, decide, type Now, quotasFor, type Situation } from '../rules/decide.ts';
import { candidatesFor, type Law } from '../rules/law.ts';
import { loadSituation, recordUse } from '../situation/store.ts';
import { type Answer, Asking, pad, queryHash } from './answer.ts';
import { type SignedAnswer, type SignedRequest, signAnswer, verifyRequest } from './http-signature.ts';
import { keyAt } from './keys.ts';
import { instantOf } from './model.ts';
import { type ExchangeNode, hosts, loadLaw } from './node.ts';
import {
  countUses,
  findCheckpoint,
  insertAnswer,
  insertRequest,
  listKeys,
  listPeers,
  type RequestRow,
  takeNonce,
} from './store.ts';

/** What is no request of anybody known gets no signed answer and leaves no entry: a flood of it fills nothing. */
export type Refused = { readonly status: number; readonly code: string };
export type Received = { readonly answer: SignedAnswer } | { readonly refused: Refused };

/** Their places in the log are given by the node's rounds, so that no request waits for another's commit. */
export const bySweep = { placed: 'swept' } as const;

/** The longest that anybody is waited for, in milliseconds, whatever budget he names. */
const longestBudget = 60_000;

/**
 * A signed request: who asks is verified, the kernel decides, and the decision is in the log before anything is looked up; what
 * was found is in it before it leaves. `signal` ends it when the asker has gone.
 */
export async function receive(
  node: ExchangeNode,
  message: SignedRequest,
  signal: AbortSignal,
): Promise<Received> {
  const began = performance.now();
  const budget = Number(message.headers['tripoint-budget']);
  if (!Number.isSafeInteger(budget) || budget < 1) return refused(400, 'budget_invalid');
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(Math.min(budget, longestBudget))]);
  const taken = await node.database.write((tx) => takeRequest(node, tx, message));
  if ('status' in taken) return { refused: taken };
  const { asking, decision, entry, leaf, shape, feed } = taken;
  const found = decision.outcome === 'allowed' ? await lookUp(node, asking, inTime) : null;
  const bytes = await node.database.write(async (tx): Promise<Buffer> => {
    const checkpoint = await findCheckpoint(tx, originOf(node));
    const answer = {
      request: asking.request.id,
      asked: message.headers['content-digest'] ?? '',
      query: queryHash(asking.query),
      ...(decision.outcome === 'denied'
        ? { outcome: decision.outcome, reasons: decision.reasons.map((reason) => ({ ...reason })) }
        : (found ?? { outcome: 'failed' as const, failure: 'no_service' })),
      provision: decision.outcome === 'allowed' ? decision.provision : null,
      feed,
      head:
        checkpoint === null
          ? null
          : { origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root.toString('base64') },
      leaf,
      at: instantOf(node.clock.now().epochMilliseconds),
    } satisfies Answer;
    const { told, bytes: padded } = shaped(answer, shape?.bytes ?? null);
    await logAnswer(node, tx, { asking, entry, told });
    return padded;
  });
  if (shape !== null) await wait(untilSlot(performance.now() - began, shape.slot_ms));
  const plain = { status: 200, headers: { 'content-type': 'application/json' }, body: bytes };
  return { answer: await signAnswer(plain, message, node.key(), stamp(node)) };
}

const refused = (status: number, code: string): { readonly refused: Refused } => ({
  refused: { status, code },
});

/** An answer in its form: a denial with more reasons than it holds says fewer, content that is larger is not told. */
function shaped(answer: Answer, bytes: number | null): { readonly told: Answer; readonly bytes: Buffer } {
  const { content, reasons = [], ...rest } = answer;
  const told: readonly Answer[] = [
    answer,
    ...(content === undefined ? [] : [{ ...rest, outcome: 'failed' as const, failure: 'answer_too_large' }]),
    ...reasons.map((_, left) => ({ ...rest, reasons: reasons.slice(0, reasons.length - left - 1) })),
  ];
  for (const one of told) {
    const padded = pad(one, bytes);
    if (padded !== null) return { told: one, bytes: padded };
  }
  throw new Error('An answer does not fit into the form of its provision');
}

/** Milliseconds until the end of the slot that is running. */
function untilSlot(passed: number, slot: number): number {
  return Math.ceil(Math.ceil(passed / slot) * slot - passed);
}

export const originOf = ({ self }: ExchangeNode): string => `tripoint/${self.name}`;

/** Moment and nonce of a signature. */
export function stamp({ clock }: Pick<ExchangeNode, 'clock'>) {
  return { now: clock.now().epochMilliseconds, nonce: randomBytes(18).toString('base64url') };
}

/** Bytes of a request's id as it is written. */
const longestId = 240;

type Taken = {
  readonly asking: Asking;
  readonly decision: Decision;
  readonly entry: string;
  readonly leaf: string;
  readonly shape: AnswerShape | null;
  readonly feed: number;
};

/** Verifies, decides and logs, all in one transaction. */
async function takeRequest(
  node: ExchangeNode,
  tx: Transaction,
  message: SignedRequest,
): Promise<Taken | Refused> {
  const now = node.clock.now().epochMilliseconds;
  const keys = await listKeys(tx);
  const peers = await listPeers(tx, node.self.name);
  const verified = verifyRequest(message, (fingerprint, at) => keyAt(keys, fingerprint, at), now);
  if (!verified.ok) return { status: 401, code: verified.fault };
  const { key, nonce, expires } = verified;
  const peer = peers.find((one) => one.node === key.node);
  const isOwn = key.node === node.self.name;
  if (peer === undefined && !isOwn) return { status: 401, code: 'no_contract' };
  if (!isOwn && !node.takes(key.node, performance.now())) return { status: 429, code: 'too_many' };
  const asking = readAsking(message);
  if (asking === null) return { status: 400, code: 'request_invalid' };
  const { request } = asking;
  if (!(isOwn ? hosts(node.self, request.from.party) : peer?.parties.includes(request.from.party)))
    return { status: 403, code: 'party_not_spoken_for' };
  if (!hosts(node.self, request.to)) return { status: 403, code: 'party_not_here' };
  if (!(await takeNonce(tx, { fingerprint: key.fingerprint, nonce, expires })))
    return { status: 409, code: 'replayed' };
  const decided = await decideRequest(node, tx, asking, 'answering');
  if (decided === null) return { status: 503, code: 'register_unknown' };
  const { entry, leaf } = await logDecision(node, tx, {
    asking,
    decided,
    direction: 'received',
    actor: `node:${key.node}`,
  });
  const { decision, law, feed } = decided;
  if (decision.outcome === 'allowed')
    await recordUse(tx, node.clock, {
      register: asking.register,
      request,
      basis: decision.basis,
      authorisations: decided.listed,
    });
  return { asking, decision, entry, leaf, shape: shapeFor(law, request), feed };
}

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

export type Decided = {
  readonly decision: Decision;
  readonly law: Law;
  readonly feed: number;
  readonly now: Now;
  /** All that it was decided from besides the request and the law. */
  readonly seen: Seen;
  /** The named authorisations, with the ids by which their use is written down. */
  readonly listed: Awaited<ReturnType<typeof loadSituation>>['authorisations'];
};
type Seen = Omit<Situation, 'law' | 'used'> & { readonly used: Readonly<Record<string, number>> };

/** Decides by the law and the records of this node; `asking`: before it leaves, where the other keeps the records. Null: no law. */
export async function decideRequest(
  node: ExchangeNode,
  tx: Transaction,
  { register, request }: Asking,
  as: 'asking' | 'answering',
): Promise<Decided | null> {
  const now = momentOn(node.clock);
  const known = await loadLaw(node, tx, register, now.day);
  if (known === null) return null;
  const { law, sequence, copy } = known;
  const held = await loadSituation(tx, { register, request, day: now.day });
  const used: Record<string, number> = {};
  if (as === 'answering')
    for (const { provision, per, days } of quotasFor(request, law, now.day)) {
      const holder = { officer: request.from.officer, case: request.case, service: request.from.service }[
        per
      ];
      // Whoever does not say who he is has used up what there is.
      used[useKey(per, provision, days)] =
        holder === undefined
          ? Number.MAX_SAFE_INTEGER
          : await countUses(tx, {
              register,
              provision,
              from: request.from.party,
              per,
              holder,
              since: addDays(now.day, 1 - days),
            });
    }
  const seen: Seen = {
    authorisations: as === 'asking' ? null : held.authorisations,
    consents: as === 'asking' ? null : held.consents,
    ...(copy === undefined ? {} : { copy }),
    used,
  };
  return {
    decision: decideAgain(request, law, seen, now),
    law,
    feed: sequence,
    now,
    seen,
    listed: held.authorisations,
  };
}

const useKey = (per: string, provision: string, days: number) => `${per} ${days} ${provision}`;

/** The decision that follows from the law and what was seen: the same whenever it is asked. */
export function decideAgain(request: AccessRequest, law: Law, { used, ...seen }: Seen, now: Now): Decision {
  const counted = (per: string, provision: string, days: number) => used[useKey(per, provision, days)] ?? 0;
  return decide(request, { law, ...seen, used: counted }, now);
}

/** What the log keeps of a decision: enough to take it again. */
export type LoggedDecision = {
  readonly register: string;
  readonly request: AccessRequest;
  readonly query: string;
  readonly decision: Decision;
  readonly feed: number;
  readonly now: Now;
  readonly seen: Seen;
};

export async function logDecision(
  node: ExchangeNode,
  tx: Transaction,
  {
    asking,
    decided,
    direction,
    actor,
    group = null,
  }: {
    readonly asking: Asking;
    readonly decided: Decided;
    readonly direction: RequestRow['direction'];
    readonly actor: string;
    readonly group?: string | null;
  },
): Promise<{ readonly entry: string; readonly leaf: string }> {
  const { register, request } = asking;
  const { decision, feed, now, seen } = decided;
  const payload: LoggedDecision = {
    register,
    request,
    query: queryHash(asking.query),
    decision,
    feed,
    now,
    seen,
  };
  const isAsked = direction === 'asked';
  const [entry = ''] = await appendJournal(
    tx,
    node.clock,
    [
      {
        event: isAsked ? 'exchange.asked' : 'exchange.decided',
        actor,
        register,
        party: isAsked ? request.from.party : request.to,
        subject: `exchange_requests/${request.id}`,
        instrument: request.instrument,
        purpose: request.purpose ?? null,
        payload: JSON.parse(canonicalJson(payload)),
      },
    ],
    bySweep,
  );
  await insertRequest(tx, {
    entry,
    id: request.id,
    direction,
    register,
    from: request.from.party,
    to: request.to,
    instrument: request.instrument,
    article: request.article ?? null,
    operation: request.operation,
    provision: decision.outcome === 'allowed' ? decision.provision : null,
    purpose: request.purpose ?? null,
    dataSet: request.data_set ?? null,
    service: request.from.service ?? null,
    officer: request.from.officer ?? null,
    caseReference: request.case ?? null,
    asking: group,
    allowed: decision.outcome === 'allowed',
    reasons: decision.outcome === 'denied' ? decision.reasons : [],
    feedSequence: feed,
    day: now.day,
    decidedAt: node.clock.now().epochMilliseconds,
  });
  return { entry, leaf: await findLeaf(tx, entry) };
}

/** What a service found, within the time that is left. */
async function lookUp(
  node: ExchangeNode,
  { request, query }: Asking,
  signal: AbortSignal,
): Promise<Pick<Answer, 'outcome' | 'content' | 'failure'> | null> {
  const service = node.services.find(
    ({ operations, dataSet }) =>
      operations.includes(request.operation) && (dataSet === undefined || dataSet === request.data_set),
  );
  if (service === undefined) return null;
  try {
    signal.throwIfAborted();
    const content = await Promise.race([service.answer({ request, query }, signal), aborted(signal)]);
    return content === null ? { outcome: 'empty' } : { outcome: 'content', content };
  } catch {
    // Why is the service's to log: what it says may hold what was asked for.
    return { outcome: 'failed', failure: signal.aborted ? 'out_of_time' : 'service_failed' };
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

async function logAnswer(
  node: ExchangeNode,
  tx: Transaction,
  { asking, entry, told }: { readonly asking: Asking; readonly entry: string; readonly told: Answer },
): Promise<void> {
  const { register, request } = asking;
  const [id = ''] = await appendJournal(
    tx,
    node.clock,
    [
      {
        event: 'exchange.answered',
        actor: `node:${node.self.name}`,
        register,
        party: request.to,
        subject: `exchange_requests/${request.id}`,
        instrument: request.instrument,
        purpose: request.purpose ?? null,
        payload: { decided: entry, answer: told },
      },
    ],
    bySweep,
  );
  const { outcome, reasons = [], failure = null } = told;
  await insertAnswer(tx, {
    entry: id,
    request: entry,
    outcome,
    detail: { reasons, failure },
    stale: false,
    at: node.clock.now().epochMilliseconds,
  });
}
