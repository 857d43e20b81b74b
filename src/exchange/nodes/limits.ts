/** How many requests a node takes from another: so many a second on average, and so many at once after a rest. */
export type RequestLimit = { readonly perSecond: number; readonly atOnce: number };

/** More than states ask each other, and less than fills a disk in a night. */
export const defaultLimit: RequestLimit = { perSecond: 1_000, atOnce: 2_000 };

/** Whether one more request of that node is taken at `now`, in milliseconds of a clock that nobody moves. */
export type TakeRequest = (node: string, now: number) => boolean;

/**
 * Counts the requests of each node by a bucket of tokens that fills with time. Nodes are those of known keys, so that there are
 * no more buckets than contracts.
 */
export function limitRequests({ perSecond, atOnce }: RequestLimit): TakeRequest {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (node, now) => {
    const { tokens, at } = buckets.get(node) ?? { tokens: atOnce, at: now };
    const filled = Math.min(atOnce, tokens + (Math.max(0, now - at) / 1000) * perSecond);
    const isTaken = filled >= 1;
    buckets.set(node, { tokens: isTaken ? filled - 1 : filled, at: Math.max(at, now) });
    return isTaken;
  };
}
