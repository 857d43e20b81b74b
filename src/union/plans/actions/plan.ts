import { fail, problem } from '#kernel/result.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import { count, date, idAmong } from '#platform/actions/field.ts';
import { allRecords } from '#platform/records/records.ts';
import { recordsOf } from '../../choices.ts';
import { dangling, knownOf } from '../../named.ts';
import { byPower } from '../../powers.ts';
import { workProgrammes } from '../../programme/model.ts';
import { firstStep } from '../../steps.ts';
import { planItems, planLifecycle, plans } from '../model.ts';
import { openItems } from '../rules/items.ts';
import { faultsOfDay, faultsOfYear } from '../rules/year.ts';
import { lacksHearing, pathOf } from './path.ts';
import {
  adoptPlan,
  agreePlan,
  closeYear,
  done,
  draftPlan,
  findNow,
  future,
  itemsOn,
  textsOf,
} from './shared.ts';

export const draftYearPlan = defineAction({
  name: 'plans/draft',
  permission: draftPlan,
  fields: { year: count(1900, 2200), programme: idAmong(recordsOf(workProgrammes)), on: date },
  texts: textsOf('draft'),
  about: null,
  back: () => '/plans',
  object: byPower('draft_plan'),
  perform: async (tx, context, { year, programme, on }) => {
    const id = String(year);
    const known = knownOf(context);
    const held = await allRecords(tx, { ...known, kinds: [plans.name], says: [{ programme }] });
    const found = await findNow(tx, context, workProgrammes, programme);
    const wanting = [
      ...future(context, on),
      ...((await findNow(tx, context, plans, id)) === undefined
        ? []
        : [problem('plan_exists', 'body.year', { year })]),
      // As of a programme: consultations say the id of their draft and not its kind.
      ...((await findNow(tx, context, workProgrammes, id)) === undefined
        ? []
        : [problem('id_taken', 'body.year', { id })]),
      ...(await dangling(tx, context, 'programme', programme, [workProgrammes])),
      ...(found === undefined ? [] : faultsOfYear(found.body, year, held.length)),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const body = { id, year, programme, drafted: on };
    const steps = [firstStep('drafted', on, {})];
    return done(plans, id, plans.href(id), [{ kind: plans, id, body, steps }]);
  },
});

const plan = pathOf({ kind: plans, room: 'plans', lifecycle: planLifecycle });
const bySecretariat = ['draft_plan', draftPlan] as const;

/** The coordinators bring together what was put in; before that there is something to bring together. */
export const coordinatePlan = plan.step('coordinate', bySecretariat, {
  lacking: async (tx, context, { id, on }) =>
    (await itemsOn(tx, context, id, on)).length > 0
      ? []
      : [
          {
            problem: problem('plan_empty', 'body.id'),
            by: { action: 'plan_items/add', given: { plan: id } },
          },
        ],
});
export const consultMinistries = plan.step('consult_ministries', bySecretariat);
export const presentPlan = plan.step('present', bySecretariat);
/** Whom the union's data name have been heard on it (§3.5, §6.3.1). */
export const agreeToPlan = plan.step('agree', ['agree_plan', agreePlan], {
  lacking: lacksHearing('agree_plan'),
});
export const returnPlan = plan.sendBack('return', ['agree_plan', agreePlan]);
export const adoptYearPlan = plan.step('adopt', ['adopt_plan', adoptPlan], { lacking: async () => [] });
/** To start and to close it the year must have come and gone. */
const isDue = (act: 'start' | 'close') => (id: string, context: ActionContext) =>
  faultsOfDay(act, id, context.today).length === 0;
export const startPlan = plan.step('start', bySecretariat, {
  isDue: isDue('start'),
  lacking: async (_tx, _context, { id, on }) => faultsOfDay('start', id, on).map((one) => ({ problem: one })),
});
/** A year with an open item is not over: each of them is named. */
export const closePlan = plan.step('close', ['close_year', closeYear], {
  isDue: isDue('close'),
  // All the year through most items are open, and nobody is about to close it.
  saysLacking: isDue('close'),
  lacking: async (tx, context, { id, on }) => {
    const open = openItems(await itemsOn(tx, context, id, on));
    const list = open.map((item) => item.id).join(', ');
    return [
      ...faultsOfDay('close', id, on).map((one) => ({ problem: one })),
      ...(open.length === 0
        ? []
        : [
            {
              problem: problem('year_has_open_items', 'body.id', { year: id, count: open.length, list }),
              at: open.map((item) => ({ kind: planItems, id: item.id })),
            },
          ]),
    ];
  },
});
