import type { Transaction } from '#platform/database/database.ts';
import type { Alert } from '../runs/model.ts';
import { findAlert, findRun } from '../runs/store.ts';

/** What a run of a party says of a trader. Null: there is no such run, it is another's, or it does not name him. */
export async function findOwnAlert(
  tx: Transaction,
  { register, party }: { readonly register: string; readonly party: string },
  { run: id, trader }: { readonly run: string; readonly trader: string },
): Promise<Alert | null> {
  const run = await findRun(tx, id);
  if (run === null || run.register !== register || run.party !== party || run.state !== 'done') return null;
  return findAlert(tx, id, trader);
}
