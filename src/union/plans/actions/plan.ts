import type { PartialDate } from '#kernel/dates.ts';
import { fail, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Permission } from '#platform/access/access.ts';
import { type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
import { count, date, idAmong, line, newId, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords } from '#platform/records/records.ts';
import { recordsOf } from '../../choices.ts';
import { dangling, knownOf } from '../../named.ts';
import { byPower, type Power } from '../../powers.ts';
import { workProgrammes } from '../../programme/model.ts';
import { firstStep, idsIn, openFor, stepOf } from '../../steps.ts';
import { consultations, type PlanAct, type PlanState, planLifecycle, plans } from '../model.ts';
import { openItems } from '../rules/items.ts';
import { faultsOfDay, faultsOfYear } from '../rules/year.ts';
import {
  adoptPlan,
  agreePlan,
  closeYear,
  done,
  draftPlan,
  findNow,
  future,
  itemsOn,
  notFound,
  saying,
  textsOf,
} from './shared.ts';

/** A programme says itself which years it runs and how many plans it holds. */
export const writeProgramme = defineAction({
  name: 'programmes/write',
  permission: draftPlan,
  fields: { id: newId, name: line, start: count(1900, 2200), years: count(1, 20), plans: count(1, 20) },
  texts: textsOf('write'),
  about: null,
  object: byPower('draft_plan'),
  perform: async (tx, context, { id, name, start, years, plans: held }) => {
    if ((await findNow(tx, context, workProgrammes, id)) !== undefined)
      return fail(problem('id_taken', 'body.id', { id }));
    const title = context.language === 'en' ? 'title' : context.language;
    const body = { id, [title]: name, start, end: start + years - 1, plans: held };
    return done(workProgrammes, id, '/plans', [{ kind: workProgrammes, id, body, steps: [] }]);
  },
});

export const draftYearPlan = defineAction({
  name: 'plans/draft',
  permission: draftPlan,
  fields: { year: count(1900, 2200), programme: idAmong(recordsOf(workProgrammes)), on: date },
  texts: textsOf('draft'),
  about: null,
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
      ...(await dangling(tx, context, 'programme', programme, [workProgrammes])),
      ...(found === undefined ? [] : faultsOfYear(found.body, year, held.length)),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const body = { id, year, programme, drafted: on };
    const steps = [firstStep('drafted', on, {})];
    return done(plans, id, plans.href(id), [{ kind: plans, id, body, steps }]);
  },
});

type Wanting = (
  tx: Transaction,
  context: ActionContext,
  id: string,
  on: PartialDate,
) => Promise<readonly Problem[]>;
const nothingWanting: Wanting = async () => [];

/** One step of the plan's way. `wanting` says all that keeps it from it, besides its state. */
async function takePlan(
  tx: Transaction,
  context: ActionContext,
  act: PlanAct,
  { id, on, ...said }: { readonly id: string; readonly on: PartialDate },
  wanting: Wanting,
): Promise<Result<Done>> {
  if ((await findNow(tx, context, plans, id)) === undefined) return notFound(id);
  const lifecycle = planLifecycle;
  const step = await stepOf(tx, context, { kind: plans, id, lifecycle, act, on, details: saying(said) });
  if (!step.ok) return step;
  const faults = await wanting(tx, context, id, on);
  if (faults.length > 0) return fail(...faults);
  return done(plans, id, plans.href(id), [{ kind: plans, id, steps: [step.value] }]);
}

const aboutPlan = (act: PlanAct) => ({ kind: plans, isOpen: openFor(plans, planLifecycle, act) });

/** In which state a plan waits for an act; to start and to close it the year must have come and gone. */
const waitsIn: Readonly<Record<Exclude<PlanAct, 'return'>, PlanState>> = {
  coordinate: 'drafted',
  consult_ministries: 'coordinated',
  present: 'ministries_consulted',
  agree: 'presented',
  adopt: 'agreed',
  start: 'adopted',
  close: 'running',
};

async function waitingPlans(
  tx: Transaction,
  context: ActionContext,
  act: Exclude<PlanAct, 'return'>,
): Promise<readonly string[]> {
  const ids = await idsIn(tx, context, plans, waitsIn[act]);
  return act === 'start' || act === 'close'
    ? ids.filter((year) => faultsOfDay(act, year, context.today).length === 0)
    : ids;
}

const planStep = (
  act: Exclude<PlanAct, 'return'>,
  [power, permission]: readonly [Power, Permission],
  wanting: Wanting = nothingWanting,
) =>
  defineAction({
    name: `plans/${act}`,
    permission,
    fields: { id: subject, on: date, note: optional(text) },
    texts: textsOf(act),
    about: aboutPlan(act),
    waits: (tx, context) => waitingPlans(tx, context, act),
    object: byPower(power),
    perform: (tx, context, asked) => takePlan(tx, context, act, asked, wanting),
  });

const bySecretariat = ['draft_plan', draftPlan] as const;

/** The coordinators bring together what was put in; before that there is something to bring together. */
export const coordinatePlan = planStep('coordinate', bySecretariat, async (tx, context, id, on) =>
  (await itemsOn(tx, context, id, on)).length > 0 ? [] : [problem('plan_empty', 'body.id')],
);
export const consultMinistries = planStep('consult_ministries', bySecretariat);
export const presentPlan = planStep('present', bySecretariat);
/**
 * Parliament has been heard (§3.5, §6.2.1), where the union's data say which body that is; and the Council is told what became of
 * every point: none that was raised is without an answer.
 */
export const agreeToPlan = planStep('agree', ['agree_plan', agreePlan], async (tx, context, id) => {
  const says = [{ plan: id }];
  const told = await allRecords(tx, { ...knownOf(context), kinds: [consultations.name], says });
  const open = told.filter(({ body }) => body.point != null && body.outcome == null);
  const list = open.map((one) => one.id).join(', ');
  const { body: parliament } = await byPower('table_items')(tx, context);
  const isHeard = parliament == null || told.some(({ body }) => body.consulted === parliament);
  return [
    ...(isHeard ? [] : [problem('parliament_unheard', 'body.id', { body: parliament })]),
    ...(open.length === 0 ? [] : [problem('consultation_unanswered', 'body.id', { list })]),
  ];
});
export const returnPlan = defineAction({
  name: 'plans/return',
  permission: agreePlan,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('return'),
  about: aboutPlan('return'),
  object: byPower('agree_plan'),
  perform: (tx, context, asked) => takePlan(tx, context, 'return', asked, nothingWanting),
});
export const adoptYearPlan = planStep('adopt', ['adopt_plan', adoptPlan]);
export const startPlan = planStep('start', bySecretariat, async (_tx, _context, id, on) =>
  faultsOfDay('start', id, on),
);
/** A year with an open item is not over: each of them is named. */
export const closePlan = planStep('close', ['close_year', closeYear], async (tx, context, id, on) => {
  const open = openItems(await itemsOn(tx, context, id, on));
  const list = open.map((item) => item.id).join(', ');
  return [
    ...faultsOfDay('close', id, on),
    ...(open.length === 0
      ? []
      : [problem('year_has_open_items', 'body.id', { year: id, count: open.length, list })]),
  ];
});
