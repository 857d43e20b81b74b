import type { PartialDate } from '#kernel/dates.ts';
import { type Problem, problem } from '#kernel/result.ts';
import type { ActionContext, Lack } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { findFavourable, toBeAssessed } from '../../assessments/store.ts';
import { bodies, groups, powers } from '../../bodies/model.ts';
import { listContacts, listMembers } from '../../bodies/store.ts';
import { initiatives } from '../../initiatives/model.ts';
import { knownOf } from '../../named.ts';
import type { Power } from '../../powers.ts';
import { stateOn } from '../../steps.ts';

/** Everything that keeps a group from being active, at once (facts/union.md, invariants). */
export async function whatIsWanting(
  tx: Transaction,
  context: ActionContext,
  group: StoredRecord,
  on: PartialDate,
  waiver: string | undefined,
): Promise<readonly Lack[]> {
  const known = knownOf(context);
  const subjects = [group.id, group.body.initiative].filter((id): id is string => typeof id === 'string');
  const stopped = await stoppedFaults(tx, context, group.body.initiative, on, 'body.id');
  const favourable = await findFavourable(tx, context, subjects, on);
  const parentId = typeof group.body.parent === 'string' ? group.body.parent : '';
  const steers = await steersOn(tx, context, parentId, on);
  const told = await listContacts(tx, { ...known, asOf: on }, group);
  const present = new Set(
    told.filter(({ standing }) => standing === 'named' || standing === 'vacant').map(({ party }) => party),
  );
  const absent = (await listMembers(tx, known)).filter(({ id }) => !present.has(id));
  return [
    ...stopped.map((one) => ({ problem: one })),
    ...(favourable === undefined
      ? [await toBeAssessed(tx, context, subjects, problem('assessment_undecided', 'body.id'))]
      : []),
    ...(steers || waiver !== undefined
      ? []
      : [
          {
            problem: problem('steering_missing', 'body.waiver'),
            by: { action: 'groups/place', given: { id: group.id } },
          },
        ]),
    ...(absent.length === 0
      ? []
      : [
          {
            problem: problem('contacts_missing', 'body.id', {
              parties: absent.map(({ id }) => id).join(', '),
            }),
            by: { action: 'groups/join', given: { id: group.id } },
          },
        ]),
  ];
}

/**
 * Whether a group's parent steers it on a day (§3.2, §3.3): a strategic consultation that is active then, or a body that decides or
 * establishes groups by the union's data; a secretariat and a parliament do not.
 */
async function steersOn(
  tx: Transaction,
  context: ActionContext,
  parent: string,
  on: PartialDate,
): Promise<boolean> {
  const known = knownOf(context);
  const found = await allRecords(tx, { ...known, kinds: [bodies.name, groups.name], ids: [parent] });
  const group = found.find(({ kind }) => kind === groups.name);
  if (group !== undefined) {
    const { kind, strategic_consultation: consults } = group.body;
    const isStrategic = kind === 'strategic' || consults === true;
    return isStrategic && (await stateOn(tx, context, groups, parent, on)) === 'active';
  }
  if (found.some(({ body }) => body.decides === true)) return true;
  const establishing: Power = 'establish_groups';
  const says = [{ body: parent }];
  const held = await allRecords(tx, { ...known, kinds: [powers.name], ids: [establishing], says });
  return found.length > 0 && held.length > 0;
}

/** A mandate goes on in what is there on the day: a group that works or sleeps, or of which it is not known, or a body. */
export async function successorFaults(
  tx: Transaction,
  context: ActionContext,
  into: string,
  on: PartialDate,
): Promise<readonly Problem[]> {
  const state = await stateOn(tx, context, groups, into, on);
  return state === null || state === 'active' || state === 'dormant'
    ? []
    : [problem('successor_not_standing', 'body.into', { id: into, state, on })];
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
