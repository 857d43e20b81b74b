import type { RecordId } from '#kernel/references.ts';
import { decide } from '#platform/access/access.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords } from '#platform/records/records.ts';
import { knownOf } from '../../named.ts';
import { byPower } from '../../powers.ts';
import { parliamentItems } from '../model.ts';
import { answeredItemOf, signatoriesAt } from '../store.ts';
import { assignItems, readDrafts } from './shared.ts';

/**
 * Of which items, by id, somebody may read the drafts of answers: governments with a part in the answer, and who assigns them,
 * by what is known today. What is not on record is open to nobody.
 */
export async function draftsOpenTo(
  tx: Transaction,
  acting: ActionContext,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { actor, register, today } = acting;
  if (actor.kind === 'visitor' || ids.length === 0) return new Set();
  const known = knownOf(acting);
  const items = await allRecords(tx, { ...known, kinds: [parliamentItems.name], ids: [...new Set(ids)] });
  const nobody = () => 'no' as const;
  if (decide(assignItems, actor, await byPower('assign_items')(tx, acting), today, nobody).allowed)
    return new Set(items.map(({ id }) => id));
  const signatoriesOf = await signatoriesAt(tx, known);
  const isReader = (party: string) =>
    decide(readDrafts, actor, { register: register.id, party: party as RecordId }, today, nobody).allowed;
  return new Set(
    items
      .filter(({ body }) => signatoriesOf(answeredItemOf(body).addressees).some(isReader))
      .map(({ id }) => id),
  );
}
