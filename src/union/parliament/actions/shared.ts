import { firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import { actsFrom, stateAfter } from '#kernel/lifecycle.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Permission } from '#platform/access/access.ts';
import { type ActionContext, type Done, textsFrom } from '#platform/actions/action.ts';
import { idAmong } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { findRecord, type StoredRecord } from '#platform/records/records.ts';
import type { Transition } from '#platform/records/transition.ts';
import { listTransitions } from '#platform/records/transitions.ts';
import { parties } from '../../bodies/model.ts';
import { recordsOf } from '../../choices.ts';
import { knownOf } from '../../named.ts';
import { powerPermission } from '../../powers.ts';
import { firstStep, stateOn, stepOf } from '../../steps.ts';
import { type ItemAct, type ItemState, itemLifecycle, parliamentItems } from '../model.ts';
import { answeredItemOf } from '../store.ts';
import { parliamentTexts } from '../text/texts.ts';

/** What the actions on items of parliament share: who may, where an item stands, and the steps that an act takes. */

export const tableItems = powerPermission(
  'table_items',
  'table, close and withdraw items of parliament, and record who was at its plenaries',
);
export const assignItems = powerPermission(
  'assign_items',
  'say where answers to parliament are prepared, and read their drafts',
);
export const answerParliament: Permission = {
  code: 'parliament.answer',
  audience: 'party',
  summary: 'draft, sign off and give answers to parliament for a party',
};
/** Open to each government that has a part in the answer; the drafts are theirs until they are answers. */
export const readDrafts: Permission = {
  code: 'answer_drafts.read',
  audience: 'party',
  summary: 'read the drafts of the answers in which a party has a part',
};

export const textsOf = textsFrom(parliamentTexts);

export const done = (id: string, changes: readonly Change[]): Result<Done> =>
  ok({ subject: `${parliamentItems.name}/${id}`, path: parliamentItems.href(id), changes });

export function findNow(
  tx: Transaction,
  context: ActionContext,
  kind: Kind,
  id: string,
): Promise<StoredRecord | undefined> {
  return findRecord(tx, { ...knownOf(context), kind: kind.name, id });
}

/** What a source brought has no step of ours: as long as none was taken it counts as tabled from its date on. */
export async function isUntouched(
  tx: Transaction,
  context: ActionContext,
  item: StoredRecord,
): Promise<boolean> {
  const asked = { ...knownOf(context), kind: parliamentItems.name, subject: item.id };
  return answeredItemOf(item.body).tabled !== null && (await listTransitions(tx, asked)).length === 0;
}

export async function stateNow(
  tx: Transaction,
  context: ActionContext,
  item: StoredRecord,
): Promise<string | null> {
  if (await isUntouched(tx, context, item)) return 'tabled';
  return stateOn(tx, context, parliamentItems, item.id, context.today);
}

export async function isOpenTo(
  tx: Transaction,
  context: ActionContext,
  item: StoredRecord,
  ...acts: readonly ItemAct[]
): Promise<boolean> {
  const state = await stateNow(tx, context, item);
  if (state === null || !Object.hasOwn(itemLifecycle, state)) return false;
  return actsFrom(itemLifecycle, state as ItemState).some((act) => acts.includes(act));
}

export const aboutItem = (...acts: readonly ItemAct[]) => ({
  kind: parliamentItems,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const item = await findNow(tx, context, parliamentItems, id);
    return item !== undefined && (await isOpenTo(tx, context, item, ...acts));
  },
});

/** The steps that an act takes; an item of a source is tabled by the first of them. */
async function stepsOf(
  tx: Transaction,
  context: ActionContext,
  item: StoredRecord,
  act: ItemAct,
  on: PartialDate,
  details: Readonly<Record<string, unknown>>,
): Promise<Result<readonly Transition[]>> {
  const { tabled } = answeredItemOf(item.body);
  if (tabled !== null && (await isUntouched(tx, context, item))) {
    if (lastDay(on) > context.today) return fail(problem('date_in_future', 'body.on', { on }));
    if (firstDay(on) < lastDay(tabled)) return fail(problem('state_unknown', 'body.on', { on }));
    const to = stateAfter(itemLifecycle, 'tabled', act);
    if (to === null) return fail(problem('state_forbids', 'body.id', { state: 'tabled', act }));
    const first = firstStep('tabled', tabled, {});
    return ok([first, { ...first, from: 'tabled', to, effectiveOn: on, details }]);
  }
  const lifecycle = itemLifecycle;
  const step = await stepOf(tx, context, { kind: parliamentItems, id: item.id, lifecycle, act, on, details });
  return step.ok ? ok([step.value]) : step;
}

export type Asked = { readonly id: string; readonly on: PartialDate };

/** A step of the item's lifecycle, with what it changes in the item and beside it. */
export async function take(
  tx: Transaction,
  context: ActionContext,
  act: ItemAct,
  { id, on }: Asked,
  details: Readonly<Record<string, unknown>>,
  change: (body: RecordBody) => RecordBody = (body) => body,
  beside: readonly Change[] = [],
): Promise<Result<Done>> {
  const item = await findNow(tx, context, parliamentItems, id);
  if (item === undefined) return fail(problem('record_not_found', 'body.id', { id }));
  const said = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  const steps = await stepsOf(tx, context, item, act, on, said);
  if (!steps.ok) return steps;
  const body = change(item.body);
  return done(id, [{ kind: parliamentItems, id, body, steps: steps.value }, ...beside]);
}

export const partyField = idAmong(recordsOf(parties));
export const roundOf = (body: RecordBody) => (typeof body.round === 'number' ? body.round : 1);
