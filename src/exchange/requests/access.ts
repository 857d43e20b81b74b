import type { Grant, Permission } from '#platform/access/access.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { openTo } from '../readers.ts';
import type { Side } from './store.ts';

export const askParties: Permission = {
  code: 'exchange.ask',
  audience: 'party',
  summary: 'ask another party for a party, as far as the law in force opens it',
};

/** What was asked and answered may be of persons: open to the party on this node and to its supervisor, and journalled. */
export const readRequests: Permission = {
  code: 'exchange.read',
  audience: 'responsible',
  summary: 'read what a party asked and was asked, and what it was told',
};

/**
 * Those of some sides whose questions the actor may see, each with the grant that opens it. What one party asked is not the
 * other's to read here: it has what it received, on its own node.
 */
export async function openSides(
  tx: Transaction,
  acting: Pick<ActionContext, 'register' | 'actor' | 'today'>,
  sides: readonly Side[],
): Promise<ReadonlyMap<Side, Grant | null>> {
  const asRecords = sides.map((side) => ({ side, body: { party: side.party } }));
  const opened = await openTo(tx, acting, readRequests, asRecords);
  return new Map([...opened].map(([{ side }, grant]) => [side, grant]));
}
