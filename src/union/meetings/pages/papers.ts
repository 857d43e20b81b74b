import type { Permission } from '#platform/access/access.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { papersOpenTo } from '../actions/papers.ts';
import { readAgendaItems } from '../permissions.ts';

export { isShown } from '../actions/papers.ts';

/** Of which bodies the reader sees what is open to members. The dates that a page shows open nothing. */
export function openPapers(
  tx: Transaction,
  context: PageContext,
  bodyIds: readonly string[],
  permission: Permission = readAgendaItems,
): Promise<ReadonlySet<string>> {
  return papersOpenTo(tx, actionContextOf(context), bodyIds, permission);
}
