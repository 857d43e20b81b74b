import type { PlainDate } from '#kernel/dates.ts';
import type { RecordId } from '#kernel/references.ts';
import { type Decision, decide, type Permission } from '#platform/access/access.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { takesPart } from '../../bodies/rules/participation.ts';
import { listPartsOf } from '../../bodies/store.ts';
import { knownOf } from '../../named.ts';

/**
 * What of each of some bodies and groups (`kind/id`) is open to somebody by a permission of those who take part: those in which a
 * party of theirs takes part today, by what is known today. The dates that a page shows open nothing.
 */
export async function bodiesOpenTo(
  tx: Transaction,
  acting: Pick<ActionContext, 'register' | 'actor' | 'today'>,
  keys: readonly string[],
  permission: Permission,
): Promise<ReadonlyMap<string, Decision>> {
  const { register, actor, today } = acting;
  // Nothing can be open to a visitor, so nothing needs to be asked.
  if (actor.kind === 'visitor' || keys.length === 0) return new Map();
  const parts = await listPartsOf(tx, knownOf(acting), keys);
  return new Map(
    [...parts].map(([key, some]) => {
      const body = key.slice(key.indexOf('/') + 1) as RecordId;
      const taking = (_register: unknown, party: string, _body: unknown, day: PlainDate) =>
        takesPart(some, party, day);
      return [key, decide(permission, actor, { register: register.id, body }, today, taking)];
    }),
  );
}
