import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, textsFrom } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import { findRecord, type StoredRecord } from '#platform/records/records.ts';
import { groups } from '../../bodies/model.ts';
import { knownOf } from '../../named.ts';
import { powerPermission } from '../../powers.ts';
import { stateOn } from '../../steps.ts';
import { groupTexts } from '../text/texts.ts';

/** Whoever establishes groups abolishes them, and nobody else (§3.3); which body that is, the union's data say. */
export const establishGroups = powerPermission(
  'establish_groups',
  'establish, put to sleep and abolish groups',
);

export const textsOf = textsFrom(groupTexts);

export async function findGroupNow(
  tx: Transaction,
  context: ActionContext,
  id: string,
): Promise<StoredRecord | undefined> {
  return findRecord(tx, { ...knownOf(context), kind: groups.name, id });
}

export const notFound = (id: string) => fail(problem('record_not_found', 'body.id', { id }));

export function done(id: string, changes: readonly Change[]): Result<Done> {
  return ok({ subject: `${groups.name}/${id}`, path: groups.href(id), changes });
}

export const stateNow = (tx: Transaction, context: ActionContext, id: string) =>
  stateOn(tx, context, groups, id, context.today);
