import { lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, textsFrom } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { findRecord, type StoredRecord } from '#platform/records/records.ts';
import { knownOf } from '../../named.ts';
import { powerPermission } from '../../powers.ts';
import { workProgrammes } from '../../programme/model.ts';
import { stateOn } from '../../steps.ts';
import { plans } from '../model.ts';
import { isWritten } from '../rules/promise.ts';
import { listPlanItems } from '../store.ts';
import { planTexts } from '../text/texts.ts';

/** What the actions on plans share: who may, what is found, and while what is still written. */

export const draftPlan = powerPermission(
  'draft_plan',
  'write programmes, draft yearly plans, keep their items and record consultations',
);
export const agreePlan = powerPermission('agree_plan', 'agree to a yearly plan or send it back');
export const adoptPlan = powerPermission('adopt_plan', 'adopt a yearly plan');
export const adoptProgramme = powerPermission('adopt_programme', 'adopt a programme or send it back');
export const closeYear = powerPermission('close_year', 'close the year of a plan and freeze its report');

export const textsOf = textsFrom(planTexts);

export const findNow = (tx: Transaction, context: ActionContext, kind: Kind, id: string) =>
  findRecord(tx, { ...knownOf(context), kind: kind.name, id });
export const stateNow = (tx: Transaction, context: ActionContext, kind: Kind, id: string) =>
  stateOn(tx, context, kind, id, context.today);
export const done = (kind: Kind, id: string, path: string, changes: readonly Change[]): Result<Done> =>
  ok({ subject: `${kind.name}/${id}`, path, changes });
export const notFound = (id: string) => fail(problem('record_not_found', 'body.id', { id }));
export const future = (context: ActionContext, on: PartialDate): readonly Problem[] =>
  lastDay(on) > context.today ? [problem('date_in_future', 'body.on', { on })] : [];

/** Leaves out what was not said. */
export function saying(fields: Readonly<Record<string, unknown>>): RecordBody {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export const itemsOn = (tx: Transaction, context: ActionContext, plan: string, on: PartialDate) =>
  listPlanItems(tx, { ...knownOf(context), asOf: on }, plan);

/** Problem `plan_fixed`: from the Council's agreement on, what the plan promises is not rewritten. */
export async function whetherOpen(
  tx: Transaction,
  context: ActionContext,
  plan: string,
): Promise<readonly Problem[]> {
  const state = await stateNow(tx, context, plans, plan);
  return isWritten(state)
    ? []
    : [problem('plan_fixed', 'body.plan', { year: plan, state: state ?? 'unknown' })];
}

/** Whether what is said of a draft can be recorded: of a year's plan as above, of a programme while it is one (`programme_fixed`). */
export async function whetherHeard(
  tx: Transaction,
  context: ActionContext,
  draft: string,
): Promise<readonly Problem[]> {
  if ((await findNow(tx, context, plans, draft)) !== undefined) return whetherOpen(tx, context, draft);
  const state = await stateNow(tx, context, workProgrammes, draft);
  return state === 'drafted' || state === 'in_consultation'
    ? []
    : [problem('programme_fixed', 'body.plan', { state: state ?? 'unknown' })];
}

/** The kind of what a consultation is on. */
export const draftKindOf = async (tx: Transaction, context: ActionContext, draft: string) =>
  (await findNow(tx, context, plans, draft)) === undefined ? workProgrammes : plans;

export const planOf = (item: StoredRecord) => String(item.body.plan);
