import { indicators, observations } from '#evidence';
import type { PartialDate } from '#kernel/dates.ts';
import { fail, type Problem, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
import { date, type Field, idAmong, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { dangling, knownOf } from '../../named.ts';
import { byPower } from '../../powers.ts';
import { firstStep, openFor, stateOn, stepOf } from '../../steps.ts';
import { type PlanItemAct, planItemLifecycle, planItems, plans } from '../model.ts';
import { deferredId } from '../rules/items.ts';
import { reachesTarget } from '../rules/target.ts';
import { done, draftPlan, findNow, notFound, planOf, saying, stateNow, textsOf } from './shared.ts';

type Ended = {
  readonly id: string;
  readonly on: PartialDate;
  readonly reason?: string | undefined;
  readonly evidence?: string | undefined;
  readonly observation?: string | undefined;
};

/** Step of an item and what is wanting besides: while its plan runs, but for what is dropped from a draft. */
async function takeItem(
  tx: Transaction,
  context: ActionContext,
  act: PlanItemAct,
  { id, on, ...said }: Ended,
  further: (item: StoredRecord) => Promise<{
    readonly faults: readonly Problem[];
    readonly details?: RecordBody;
    readonly changes?: readonly Change[];
  }>,
): Promise<Result<Done>> {
  const item = await findNow(tx, context, planItems, id);
  if (item === undefined) return notFound(id);
  const lifecycle = planItemLifecycle;
  const step = await stepOf(tx, context, { kind: planItems, id, lifecycle, act, on, details: saying(said) });
  if (!step.ok) return step;
  const plan = await stateOn(tx, context, plans, planOf(item), on);
  const { faults, details = {}, changes = [] } = await further(item);
  const wanting = [
    ...(plan === 'running' || (act === 'drop' && plan !== 'closed')
      ? []
      : [problem('plan_not_running', 'body.on', { year: planOf(item), state: plan ?? 'unknown' })]),
    ...faults,
  ];
  if (wanting.length > 0) return fail(...wanting);
  const taken = { ...step.value, details: { ...step.value.details, ...details } };
  return done(planItems, id, planItems.href(id), [{ kind: planItems, id, steps: [taken] }, ...changes]);
}

const aboutItem = (act: PlanItemAct) => ({
  kind: planItems,
  isOpen: openFor(planItems, planItemLifecycle, act),
});
const nothingFurther = async () => ({ faults: [] });

export const beginItem = defineAction({
  name: 'plan_items/begin',
  permission: draftPlan,
  fields: { id: subject, on: date },
  texts: textsOf('begin'),
  about: aboutItem('begin'),
  object: byPower('draft_plan'),
  perform: (tx, context, asked) => takeItem(tx, context, 'begin', asked, nothingFurther),
});

/** Observations to choose from: what was observed, when and how much. */
const observationChoices: NonNullable<Field['options']> = async (tx, context) => {
  const found = await allRecords(tx, { ...knownOf(context), kinds: [observations.name] });
  return found.map(({ id, body }) => {
    const value = typeof body.value === 'object' ? '…' : String(body.value ?? '…');
    return { value: id, title: `${String(body.indicator)} ${String(body.period ?? '')}: ${value}` };
  });
};

const yearObserved = ({ body }: StoredRecord) => String(body.period ?? body.as_of ?? '').slice(0, 4);

/**
 * An end rests on evidence: the observation of the item's indicator in its year where there is one, else in words. Realised is
 * only what an observation that is cited does not contradict.
 */
async function evidenceFaults(
  tx: Transaction,
  context: ActionContext,
  act: PlanItemAct,
  item: StoredRecord,
  { evidence, observation }: Ended,
): Promise<readonly Problem[]> {
  const unknown = await dangling(tx, context, 'observation', observation, [observations]);
  if (unknown.length > 0) return unknown;
  const { indicator, target: wanted } = item.body;
  const cited = observation === undefined ? undefined : await findNow(tx, context, observations, observation);
  const claims = act === 'realise' || act === 'realise_partly';
  if (cited === undefined) {
    const says = typeof indicator === 'string' ? [{ indicator }] : [];
    const told = await allRecords(tx, { ...knownOf(context), kinds: [observations.name], says });
    const ofYear = told.filter((one) => yearObserved(one) === planOf(item));
    return [
      ...(ofYear.length > 0
        ? [
            problem('observation_uncited', 'body.observation', {
              list: ofYear.map(({ id }) => id).join(', '),
            }),
          ]
        : []),
      ...(claims && evidence === undefined && ofYear.length === 0
        ? [problem('item_evidence_missing', 'body.evidence')]
        : []),
    ];
  }
  if (cited.body.indicator !== indicator || yearObserved(cited) !== planOf(item)) {
    const params = { indicator: String(indicator ?? '–'), year: planOf(item) };
    return [problem('observation_of_another', 'body.observation', params)];
  }
  const measured =
    typeof indicator === 'string' ? await findNow(tx, context, indicators, indicator) : undefined;
  return act === 'realise' && reachesTarget(measured?.body.direction, wanted, cited.body.value) === 'no'
    ? [
        problem('target_missed', 'body.observation', {
          target: Number(wanted),
          value: Number(cited.body.value),
        }),
      ]
    : [];
}

const endItem = (act: Exclude<PlanItemAct, 'begin' | 'defer'>) =>
  defineAction({
    name: `plan_items/${act}`,
    permission: draftPlan,
    fields: {
      id: subject,
      on: date,
      reason: text,
      evidence: optional(text),
      observation: optional(idAmong(observationChoices)),
    },
    texts: textsOf(act),
    about: aboutItem(act),
    object: byPower('draft_plan'),
    perform: (tx, context, asked) =>
      takeItem(tx, context, act, asked, async (item) => ({
        faults: act === 'drop' ? [] : await evidenceFaults(tx, context, act, item, asked),
      })),
  });
export const realiseItem = endItem('realise');
export const realiseItemPartly = endItem('realise_partly');
export const failItem = endItem('fail');
export const dropItem = endItem('drop');

/** Deferred to the plan of the next year, in which it stands from then on with a link back; both or neither. */
export const deferItem = defineAction({
  name: 'plan_items/defer',
  permission: draftPlan,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('defer'),
  about: aboutItem('defer'),
  object: byPower('draft_plan'),
  perform: (tx, context, asked) =>
    takeItem(tx, context, 'defer', asked, async (item) => {
      const year = String(Number(planOf(item)) + 1);
      if ((await findNow(tx, context, plans, year)) === undefined)
        return { faults: [problem('next_plan_missing', 'body.id', { year })] };
      if ((await stateNow(tx, context, plans, year)) === 'closed')
        return { faults: [problem('next_plan_closed', 'body.id', { year })] };
      const says = [{ plan: year }];
      const held = await allRecords(tx, { ...knownOf(context), kinds: [planItems.name], says });
      const id = deferredId(item.id, year, new Set(held.map((one) => one.id)));
      const { assigned: _assigned, ...promised } = item.body;
      const body = { ...promised, id, plan: year, deferred_from: item.id };
      const steps = [firstStep('planned', asked.on, { deferred_from: item.id, reason: asked.reason })];
      return {
        faults: [],
        details: { deferred_to: id },
        changes: [{ kind: planItems, id, body, steps }],
      };
    }),
});
