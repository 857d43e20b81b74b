import type { Asked } from '../store.ts';

/** What became of one question to several parties: what is not there is counted, and not taken for nothing. */
export type Ledger = {
  readonly asked: number;
  readonly counts: Readonly<Record<Asked['outcome'], number>>;
  /** Answers by an older law than the asker's. */
  readonly stale: number;
  /** Parties that did not say what they have: neither content, nor that there is none. */
  readonly unanswered: readonly string[];
};

export function ledgerOf(rows: readonly Pick<Asked, 'to' | 'outcome' | 'stale'>[]): Ledger {
  const counts = { content: 0, empty: 0, denied: 0, failed: 0, late: 0, waiting: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return {
    asked: rows.length,
    counts,
    stale: rows.filter(({ stale }) => stale).length,
    unanswered: rows.flatMap(({ to, outcome }) => (outcome === 'content' || outcome === 'empty' ? [] : [to])),
  };
}
