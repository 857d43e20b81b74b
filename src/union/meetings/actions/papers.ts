import type { RecordId } from '#kernel/references.ts';
import { decide, type Permission } from '#platform/access/access.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { StoredRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { takesPart } from '../../bodies/rules/participation.ts';
import { findBody, listSeats } from '../store.ts';
import { convene, convenerOf } from './shared.ts';

/**
 * Of which bodies somebody sees what is open to members: those in which a party of theirs takes part today by what is known
 * today, those for which they act, and all for whom acts for the body that convenes.
 */
export async function papersOpenTo(
  tx: Transaction,
  acting: ActionContext,
  bodyIds: readonly string[],
  permission: Permission,
): Promise<ReadonlySet<string>> {
  const { actor, register, today } = acting;
  if (actor.kind === 'visitor') return new Set();
  const known = { register: register.id, knownAt: knownNow(register, today) };
  const convener = await convenerOf(tx, acting);
  const actsFor = (body: string | null) =>
    decide(convene, actor, { register: register.id, body: body as RecordId | null }, today, () => 'no')
      .allowed;
  const unique = [...new Set(bodyIds)];
  if (convener !== null && actsFor(convener)) return new Set(unique);
  const open = new Set<string>();
  for (const id of unique) {
    if (actsFor(id)) {
      open.add(id);
      continue;
    }
    const body = await findBody(tx, known, id);
    if (body === undefined) continue;
    const seats = await listSeats(tx, known, body);
    const object = { register: register.id, body: id as RecordId };
    const taking = (_register: unknown, party: string, _body: unknown, day: typeof today) =>
      takesPart(seats, party, day);
    if (decide(permission, actor, object, today, taking).allowed) open.add(id);
  }
  return open;
}

/** Whether a point is shown to somebody to whom the papers of its body are open or not. */
export function isShown(item: StoredRecord, papersOpen: boolean): boolean {
  return papersOpen || item.body.open_to === 'all';
}
