import {
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  handleWhen,
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

/** The other did not take the question, or broke off, so that it can be put again. */
export class Unreachable extends Error {}

/** Time was over. `reached`: the other had the question, and was late; else it never got through. */
export class NoAnswer extends Error {
  readonly reached: boolean;
  constructor(reached: boolean) {
    super(reached ? 'The answer is late' : 'The other is not reached');
    this.name = 'NoAnswer';
    this.reached = reached;
  }
}

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
    const breaker = circuitBreaker(handleWhen(isHisFault), {
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
    call: async (peer, message, signal) => {
      let reached = false;
      const once = async () => {
        const signed = await message();
        signal.throwIfAborted();
        try {
          reached = true;
          return await send(signed, signal);
        } catch (error) {
          if (!signal.aborted) reached = false;
          throw error;
        }
      };
      try {
        return await again.execute(async () => {
          signal.throwIfAborted();
          return policyFor(peer.node).policy.execute(once, signal);
        }, signal);
      } catch (error) {
        throw signal.aborted ? new NoAnswer(reached) : error;
      }
    },
    stateOf: (node) => (peers.get(node)?.open === true ? 'open' : 'closed'),
  };
}

/** Whose time is over was in a hurry: that says nothing of the other, or short budgets would keep him away from everybody. */
const isHisFault = (error: unknown) =>
  !(error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name));

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
