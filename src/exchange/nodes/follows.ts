import type { Transaction } from '#platform/database/database.ts';
import { findFeedState } from './feed/store.ts';
import { findSelf } from './store.ts';

/**
 * Whether this node hears the law of a register from who keeps it: then instruments may open what no record of its own tells of, and only
 * asking shows it.
 */
export async function hearsLaw(tx: Transaction, register: string): Promise<boolean> {
  const self = await findSelf(tx);
  if (self === null || self.duties.includes('secretariat')) return false;
  return (await findFeedState(tx, register)) !== null;
}
