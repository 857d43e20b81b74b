import type { RecordBody } from '#platform/records/kind.ts';

/** The key of `members` that is no party: what the source gives for all of them together. */
const wholeKey = 'total';

export type Members = {
  readonly parts: readonly { readonly party: string; readonly count: number }[];
  /** Of the parts; what the source gives in all is `total`, null where it gives none. */
  readonly sum: number;
  readonly total: number | null;
};

/** Members of a body by party, the largest part first, beside what the source itself gives for the whole. */
export function membersOf(body: RecordBody): Members {
  const told = (body.members ?? {}) as Readonly<Record<string, number>>;
  const parts = Object.entries(told)
    .filter(([key]) => key !== wholeKey)
    .map(([party, count]) => ({ party, count }))
    .sort((a, b) => b.count - a.count);
  return {
    parts,
    sum: parts.reduce((sum, { count }) => sum + count, 0),
    total: told[wholeKey] ?? null,
  };
}
