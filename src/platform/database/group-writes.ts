import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database, Transaction } from '#platform/database/database.ts';

/** Does something for each item, in one transaction, and returns what came of each, in the same order. */
export type GroupWork<Context, Item, Result> = (
  context: Context,
  tx: Transaction,
  items: readonly Item[],
) => Promise<readonly Result[]>;

/**
 * Does work for an item together with others that wait for the same work, and resolves once it is on disk: before that nothing
 * may be disclosed on the strength of it. Where the group fails and it is certain that nothing of it was written, each item is tried
 * by itself, so that one throws only what was wrong with it or with the database, with nothing written. After a connection that broke,
 * all of the group throw and nothing is tried again: where that was while committing, it may be there all the same.
 */
export type GroupWrite<Context> = <Item, Result>(
  work: GroupWork<Context, Item, Result>,
  item: Item,
) => Promise<Result>;

type Caller = {
  readonly item: unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
};

/** More would make the first of them wait for the last. */
export const groupAtMost = 256;

/**
 * One committer for each kind of work: while one transaction is on its way to the disk, the items of whoever asks meanwhile
 * collect, and the next transaction takes them together, in the order of the calls. Nobody waits for a timer, and no two
 * transactions of the same work run at a time.
 */
export function groupWrites<Context>(
  database: Pick<Database, 'write'>,
  context: () => Context,
): GroupWrite<Context> {
  // By the work itself: its items and results are of one type, which this map cannot say.
  const waitingFor = new Map<GroupWork<Context, never, unknown>, Caller[]>();

  const commit = async (
    work: GroupWork<Context, unknown, unknown>,
    callers: readonly Caller[],
  ): Promise<void> => {
    let results: readonly unknown[];
    let isUndone = false;
    try {
      const items = callers.map(({ item }) => item);
      results = await database.write(async (tx) => {
        try {
          return await work(context(), tx, items);
        } catch (error) {
          isUndone = await undo(tx);
          throw error;
        }
      });
    } catch (error) {
      // What one brought must not fail the others: each by itself, so that only his own fault refuses anybody.
      if (callers.length > 1 && (isUndone || isRefused(error)))
        for (const caller of callers) await commit(work, [caller]);
      else for (const { reject } of callers) reject(error);
      return;
    }
    for (const [index, { resolve }] of callers.entries()) resolve(results[index]);
  };

  const commitAll = async (work: GroupWork<Context, unknown, unknown>, waiting: Caller[]): Promise<void> => {
    while (waiting.length > 0) {
      // Whoever was just told, and requests that have arrived meanwhile, ask before the next group leaves.
      await setImmediate();
      await commit(work, waiting.splice(0, groupAtMost));
    }
    waitingFor.delete(work);
  };

  return <Item, Result>(work: GroupWork<Context, Item, Result>, item: Item) =>
    new Promise<Result>((resolve, reject) => {
      const caller = { item, resolve: resolve as Caller['resolve'], reject };
      const waiting = waitingFor.get(work);
      if (waiting !== undefined) {
        waiting.push(caller);
        return;
      }
      const began = [caller];
      waitingFor.set(work, began);
      void commitAll(work as GroupWork<Context, unknown, unknown>, began);
    });
}

/**
 * Rolls back what the work began; false: the connection broke. Whatever the work threw, only the server's word for it says that the
 * connection is whole. What begins with the next is empty, and ended by who began the transaction.
 */
function undo(tx: Transaction): Promise<boolean> {
  return sql`rollback and chain`.execute(tx).then(
    () => true,
    () => false,
  );
}

/**
 * Whether the server refused, as it committed, values that it was given (classes 22 and 23: data and constraints; 54: too large for an
 * index), and so certainly wrote nothing.
 */
function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(22|23|54)/.test(String(error.code));
}
