import { appendJournal } from '#platform/journal/journal.ts';
import { beginFeedCopy, findFeedState, lockFeeds } from './feed/store.ts';
import type { ExchangeNode } from './node.ts';

/** What was left, as far as it went; null: this node publishes the law itself, or has taken none yet. */
export type Refollowed = { readonly copy: number; readonly sequence: number } | null;

/**
 * Leaves the copy of the law that this node has of a register, because it is not what the secretariat published, and lets it follow
 * from the first item again. Until it has, it opens nothing. Decisions that were taken by the copy are taken again by it.
 */
export async function refollow(node: ExchangeNode, register: string, reason: string): Promise<Refollowed> {
  if (node.self.duties.includes('secretariat')) return null;
  return node.database.write(async (tx) => {
    await lockFeeds(tx);
    const state = await findFeedState(tx, register);
    if (state === null) return null;
    const { copy, sequence } = state;
    await beginFeedCopy(tx, { register, copy: copy + 1, reason, now: node.clock.now().epochMilliseconds });
    await appendJournal(tx, node.clock, [
      { event: 'exchange.feed_left', actor: 'operator', register, payload: { copy, sequence, reason } },
    ]);
    return { copy, sequence };
  });
}
