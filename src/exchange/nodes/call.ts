import {
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  type IPolicy,
  retry,
  wrap,
} from 'cockatiel';
import type { SignedAnswer, SignedRequest } from './http-signature.ts';
import type { Peer } from './store.ts';

/** What a node takes from another at once, in bytes: the largest are items of the feed. */
const largestBody = 8 * 1024 * 1024;

/** Questions to one peer at once, and that wait for their turn; more find him busy. */
const atOnce = 32;
const waiting = 256;
/** So many failures in a row, and a peer is left alone for a moment. */
const failuresAtMost = 8;
const restFor = 500;

/** The other did not answer, so that it can be tried again: it knows nothing of what was asked, or asks it of its log anew. */
export class Unreachable extends Error {}

/**
 * Calls to other nodes: as many at once as one can take, none for a moment where he fails again and again, and again until the
 * time of the call is over.
 */
export type Calls = {
  readonly call: (
    peer: Pick<Peer, 'node'>,
    message: () => Promise<SignedRequest>,
    signal: AbortSignal,
  ) => Promise<SignedAnswer>;
  /** `open`: he is being left alone. */
  readonly stateOf: (node: string) => 'closed' | 'open';
};

export function createCalls(): Calls {
  const peers = new Map<string, { readonly policy: IPolicy; open: boolean }>();
  const policyFor = (node: string) => {
    const kept = peers.get(node);
    if (kept !== undefined) return kept;
    const breaker = circuitBreaker(handleAll, {
      halfOpenAfter: restFor,
      breaker: new ConsecutiveBreaker(failuresAtMost),
    });
    const made = { policy: wrap(bulkhead(atOnce, waiting), breaker), open: false };
    breaker.onBreak(() => {
      made.open = true;
    });
    breaker.onReset(() => {
      made.open = false;
    });
    peers.set(node, made);
    return made;
  };
  const again = retry(handleAll, {
    // Its budget ends it, not a number of tries.
    maxAttempts: 100_000,
    backoff: new ExponentialBackoff({ initialDelay: 25, maxDelay: 400 }),
  });
  return {
    call: (peer, message, signal) =>
      again.execute(async (context) => {
        context.signal.throwIfAborted();
        return policyFor(peer.node).policy.execute(
          async () => send(await message(), context.signal),
          context.signal,
        );
      }, signal),
    stateOf: (node) => (peers.get(node)?.open === true ? 'open' : 'closed'),
  };
}

/** One question to an address of a contract; follows no redirection, reads no more than it must. Throws where nobody answers. */
export async function send(message: SignedRequest, signal: AbortSignal): Promise<SignedAnswer> {
  const response = await fetch(message.url, {
    method: message.method,
    headers: message.headers,
    ...(message.method === 'GET' ? {} : { body: Buffer.from(message.body) }),
    redirect: 'error',
    signal,
  });
  // Busy, or stopping: as good as away.
  if (response.status >= 500 || response.status === 429) {
    await response.body?.cancel();
    throw new Unreachable(`The node at ${new URL(message.url).origin} answered ${response.status}`);
  }
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await readBounded(response),
  };
}

async function readBounded({ body }: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > largestBody) throw new Unreachable('An answer is larger than any of ours');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
