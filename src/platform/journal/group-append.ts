import { setImmediate } from 'node:timers/promises';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import {
  appendPrepared,
  batchSize,
  type JournalEntry,
  type PreparedEntry,
  prepareEntries,
} from './journal.ts';

/**
 * Writes entries that stand for themselves, as those of requests that were answered, and returns their ids, in the same order,
 * once they are on disk: before that nothing may be disclosed on the strength of them. Throws, with nothing written, what was
 * wrong with these entries or with the database; after a connection that broke while committing, they may be there all the same.
 */
export type AppendDurably = (entries: readonly JournalEntry[]) => Promise<readonly string[]>;

type Caller = {
  readonly entries: readonly PreparedEntry[];
  readonly resolve: (ids: readonly string[]) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * One committer for all who append: while one transaction is on its way to the disk, the entries of whoever asks meanwhile
 * collect, and the next transaction takes them together. Nobody waits for a timer. Entries stand in the order of the calls.
 */
export function groupAppend(database: Pick<Database, 'write'>, clock: Clock): AppendDurably {
  const waiting: Caller[] = [];
  let committing = false;

  const commit = async (callers: readonly Caller[]): Promise<void> => {
    try {
      await database.write((tx) =>
        appendPrepared(
          tx,
          callers.flatMap(({ entries }) => entries),
        ),
      );
    } catch (error) {
      // What one brought must not fail the others: each by itself, so that only his own fault refuses anybody.
      if (callers.length > 1 && isOfEntries(error)) for (const caller of callers) await commit([caller]);
      else for (const { reject } of callers) reject(error);
      return;
    }
    for (const { entries, resolve } of callers) resolve(entries.map(({ id }) => id));
  };

  const commitAll = async (): Promise<void> => {
    committing = true;
    while (waiting.length > 0) {
      // Whoever was just told, and requests that have arrived meanwhile, ask before the next batch leaves.
      await setImmediate();
      await commit(takeBatch(waiting));
    }
    committing = false;
  };

  return async (entries) => {
    if (entries.length === 0) return [];
    // In the caller's own time, and what cannot be hashed is refused to him alone.
    const prepared = prepareEntries(clock, entries);
    return new Promise((resolve, reject) => {
      waiting.push({ entries: prepared, resolve, reject });
      if (!committing) void commitAll();
    });
  };
}

/** The first who wait, as many as go into one statement; one who brings more goes alone. */
function takeBatch(waiting: Caller[]): readonly Caller[] {
  let rows = 0;
  const end = waiting.findIndex(({ entries }, index) => {
    rows += entries.length;
    return index > 0 && rows > batchSize;
  });
  return waiting.splice(0, end < 0 ? waiting.length : end);
}

/**
 * Whether the server refused values that it was given (classes 22 and 23: data and constraints; 54: too large for an index), and
 * so certainly wrote nothing.
 */
function isOfEntries(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(22|23|54)/.test(String(error.code));
}
