import type { Transaction } from '../../src/platform/database/database.ts';

/** What came of some work, and how many queries it sent. */
export async function countQueries<T>(
  tx: Transaction,
  work: (counting: Transaction) => Promise<T>,
): Promise<{ readonly value: T; readonly queries: number }> {
  let queries = 0;
  const counting = tx.withPlugin({
    transformQuery: ({ node }) => {
      queries += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const value = await work(counting as Transaction);
  return { value, queries };
}
