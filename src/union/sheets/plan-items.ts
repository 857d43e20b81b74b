import { type Problem, problem } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords } from '#platform/records/records.ts';
import { listStates } from '#platform/records/transitions.ts';
import { groups } from '../bodies/model.ts';
import type { Moment } from '../bodies/store.ts';
import { plans } from '../plans/model.ts';
import { prioritiesOf } from '../plans/rules/priorities.ts';
import { endedFaults, isWritten, pairFaults, themeFaults } from '../plans/rules/promise.ts';
import { presidencies } from '../programme/model.ts';

/**
 * What the forms `plan_items/add` and `plan_items/revise` would refuse of an item that a sheet writes, by what is known now. The
 * path is the field. Problems: `sheet_plan_fixed` and those of `plans/rules/promise.ts`.
 */
export async function loadPlanRefusals(
  tx: Transaction,
  moment: Moment,
): Promise<(body: RecordBody) => readonly Problem[]> {
  const statesOf = async (kind: string) => {
    const states = await listStates(tx, { ...moment, kind });
    return new Map(
      states.flatMap(({ axis, subject, state }) => (axis === 'state' ? [[subject, state]] : [])),
    );
  };
  const planStates = await statesOf(plans.name);
  const groupStates = await statesOf(groups.name);
  const presided = await allRecords(tx, { ...moment, kinds: [presidencies.name] });
  const priorities = new Map(presided.map(({ id, body }) => [id, prioritiesOf(body)]));
  return (body) => {
    const { plan, responsible, presidency } = body;
    const state = planStates.get(String(plan)) ?? 'unknown';
    return [
      ...(isWritten(state) ? [] : [problem('sheet_plan_fixed', 'plan', { year: String(plan), state })]),
      ...themeFaults({ theme: body.theme, dossier: body.case }),
      ...endedFaults(String(responsible), groupStates.get(String(responsible))),
      ...pairFaults(body, priorities.get(String(presidency)) ?? null),
    ];
  };
}
