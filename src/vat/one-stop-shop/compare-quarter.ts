import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { Analytics } from '#platform/analytics.ts';
import type { Receipt } from '../intake/receipts.ts';
import { keyOf, listDeclared, listPaid, listRowsBehind, openQuarter } from './declared.ts';
import { type KeptEntry, mostRows, obstacles, type Quarter, type Summary } from './model.ts';
import { comparePayments } from './rules/compare.ts';
import type { Comparison } from './store.ts';

/** Of more payees nobody looks at the smallest; how many there are is told. */
const mostEntries = 2_000;
/** Raised when the rules change, so that nothing old is taken for new. */
const rulesVersion = 2;

export type Compared = Comparison & { readonly entries: readonly KeptEntry[] };

/**
 * Compares what one state holds of one quarter: `receipts` are those of its files of returns and payments. The same files give the same comparison, in
 * whichever order they came.
 */
export async function compareQuarter(
  analytics: Analytics,
  folder: string,
  receipts: readonly Receipt[],
  state: string,
  quarter: Quarter,
): Promise<Compared> {
  const files = receipts.map(({ kind, sha256 }) => ({ kind, sha256 }));
  await openQuarter(analytics, folder, receipts, quarter);
  const all = comparePayments(await listDeclared(analytics), await listPaid(analytics));
  const kept = all.slice(0, mostEntries);
  const behind = await listRowsBehind(analytics, kept, mostRows);
  const entries = kept.map(
    (entry): KeptEntry => ({
      ...entry,
      rows: behind.get(keyOf(entry)) ?? [],
      rowsInAll: entry.payments + entry.refunds + (entry.declared?.lines ?? 0),
    }),
  );
  const summary: Summary = {
    ...{ files, entries: all.length, kept: kept.length },
    compared: all.filter(({ ratio }) => ratio !== null).length,
    obstacles: Object.fromEntries(
      obstacles.map((one) => [one, all.filter((entry) => entry.obstacles.includes(one)).length]),
    ) as Summary['obstacles'],
  };
  const said = canonicalJson({ files, state, quarter: quarter.quarter, rulesVersion });
  const id = createHash('sha256').update(said).digest('hex');
  return { id, state, quarter: quarter.quarter, summary, entries };
}
