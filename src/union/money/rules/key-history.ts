import type { MissingReason } from '#kernel/observation-value.ts';
import type { RecordBody } from '#platform/records/kind.ts';

/** What became of one party's share, in the words of the source, or why that is missing. */
export type KeyChange = {
  readonly party: string;
  readonly words: string | null;
  readonly missing: { readonly reason: MissingReason; readonly note: string | null } | null;
};

/**
 * What the source says of a change of the key: the keys that name a party, a word each. One that is null with a reason
 * (`BE_missing`) is a gap with that reason; a party that is not named at all is left out, because nothing is said of it.
 */
export function keyChangesOf(history: RecordBody, parties: ReadonlySet<string>): readonly KeyChange[] {
  return Object.entries(history)
    .filter(([key]) => parties.has(key))
    .map(([party, said]) => {
      const missing = history[`${party}_missing`] as
        | { reason: MissingReason; note?: string | null }
        | null
        | undefined;
      return said === null
        ? {
            party,
            words: null,
            missing: { reason: missing?.reason ?? 'not_stated', note: missing?.note ?? null },
          }
        : { party, words: String(said), missing: null };
    });
}
