import type { Result } from '#kernel/result.ts';
import type { Database, Transaction } from '#platform/database/database.ts';

/** As `database.write`, but a refusal rolls back whatever was written before it. */
export async function writeResult<T>(
  database: Database,
  work: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  const refused = new Error('refused');
  let result: Result<T> | undefined;
  try {
    await database.write(async (tx) => {
      result = await work(tx);
      if (!result.ok) throw refused;
    });
  } catch (error) {
    if (error !== refused) throw error;
  }
  if (result === undefined) throw new Error('The transaction ended without a result');
  return result;
}
