import { type Problem, problem } from '#kernel/result.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';

/** By what an act is decided: what the register knows now, whatever dates a page shows. */
export const knownOf = ({ register, today }: Pick<ActionContext, 'register' | 'today'>) => ({
  register: register.id,
  knownAt: knownNow(register, today),
});

/** Problems `reference_dangling` of the ids that a field names and that no record of these kinds has. */
export async function dangling(
  tx: Transaction,
  context: ActionContext,
  field: string,
  named: string | readonly string[] | undefined,
  kinds: readonly Kind[],
): Promise<readonly Problem[]> {
  const ids = [named ?? []].flat();
  if (ids.length === 0) return [];
  const names = kinds.map(({ name }) => name);
  const found = await allRecords(tx, { ...knownOf(context), kinds: names, ids });
  const there = new Set(found.map(({ id }) => id));
  return ids
    .filter((id) => !there.has(id))
    .map((id) => problem('reference_dangling', `body.${field}`, { id, kinds: names.join(', ') }));
}
