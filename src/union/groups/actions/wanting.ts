import type { PartialDate } from '#kernel/dates.ts';
import { type Problem, problem } from '#kernel/result.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { findFavourable } from '../../assessments/store.ts';
import { bodies, groups } from '../../bodies/model.ts';
import { listContacts, listMembers } from '../../bodies/store.ts';
import { initiatives } from '../../initiatives/model.ts';
import { knownOf } from '../../named.ts';
import { stateOn } from '../../steps.ts';

/** Everything that keeps a group from being active, at once (facts/union.md, invariants). */
export async function whatIsWanting(
  tx: Transaction,
  context: ActionContext,
  group: StoredRecord,
  on: PartialDate,
  waiver: string | undefined,
): Promise<readonly Problem[]> {
  const known = knownOf(context);
  const subjects = [group.id, group.body.initiative].filter((id): id is string => typeof id === 'string');
  const stopped = await stoppedFaults(tx, context, group.body.initiative, on, 'body.id');
  const favourable = await findFavourable(tx, context, subjects, on);
  const parentId = typeof group.body.parent === 'string' ? group.body.parent : '';
  const parents = await allRecords(tx, { ...known, kinds: [bodies.name, groups.name], ids: [parentId] });
  const steers = parents.some(
    ({ kind, body }) =>
      kind === bodies.name || body.kind === 'strategic' || body.strategic_consultation === true,
  );
  const told = await listContacts(tx, { ...known, asOf: on }, group);
  const present = new Set(
    told.filter(({ standing }) => standing === 'named' || standing === 'vacant').map(({ party }) => party),
  );
  const absent = (await listMembers(tx, known)).filter(({ id }) => !present.has(id));
  return [
    ...stopped,
    ...(favourable === undefined ? [problem('assessment_undecided', 'body.id')] : []),
    ...(steers || waiver !== undefined ? [] : [problem('steering_missing', 'body.waiver')]),
    ...(absent.length === 0
      ? []
      : [problem('contacts_missing', 'body.id', { parties: absent.map(({ id }) => id).join(', ') })]),
  ];
}

/** What was stopped leads to no group (§5.2.1), however it was assessed before. */
export async function stoppedFaults(
  tx: Transaction,
  context: ActionContext,
  initiative: unknown,
  on: PartialDate,
  path: string,
): Promise<readonly Problem[]> {
  if (typeof initiative !== 'string') return [];
  const state = await stateOn(tx, context, initiatives, initiative, on);
  return state === 'stopped' ? [problem('initiative_stopped', path, { id: initiative })] : [];
}
