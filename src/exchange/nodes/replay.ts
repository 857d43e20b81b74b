import { canonicalJson } from '#kernel/canonical-json.ts';
import type { Transaction } from '#platform/database/database.ts';
import { readLaw } from '../rules/law.ts';
import { decideAgain } from './deciding.ts';
import { emptyFeed, type FeedEnd } from './feed.ts';
import { foldFeed } from './node.ts';
import { listDecisions } from './questions/store.ts';

export type Replayed = {
  readonly decisions: number;
  /** Of those the payload is gone, so that nobody can take them again. */
  readonly erased: number;
  /** Entries whose decision does not follow from what they were taken from. */
  readonly different: readonly string[];
};

/** Takes every decision of the log again, by the law as it was published then and what was seen then. */
export async function replayDecisions(tx: Transaction): Promise<Replayed> {
  const rows = await listDecisions(tx);
  const ends = new Map<string, FeedEnd>();
  const different: string[] = [];
  let erased = 0;
  for (const { id, payload } of rows) {
    if (payload === null) {
      erased += 1;
      continue;
    }
    const { register, request, feed, feedCopy = 1, now, seen, decision } = payload;
    const law = `${feedCopy} ${register}`;
    const last = ends.get(law) ?? emptyFeed(register);
    const end = await foldFeed(tx, last.sequence <= feed ? last : emptyFeed(register), feed, feedCopy);
    ends.set(law, end);
    const again = decideAgain(request, readLaw(end.snapshot, now.day), seen, now);
    if (canonicalJson(again) !== canonicalJson(decision)) different.push(id);
  }
  return { decisions: rows.length, erased, different };
}
