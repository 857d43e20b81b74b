import { z } from 'zod';
import { cases, indicators, observations } from '#evidence';
import { lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Permission } from '#platform/access/access.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import {
  count,
  date,
  type Field,
  idAmong,
  line,
  newId,
  oneOf,
  optional,
  subject,
  text,
} from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { bodies, groups, parties } from '../bodies/model.ts';
import { recordsOf } from '../choices.ts';
import { ids } from '../law/actions/instrument.ts';
import { instruments } from '../law/model.ts';
import { byPower, type Power, powerPermission } from '../powers.ts';
import { mainThemes, presidencies, workProgrammes } from '../programme/model.ts';
import { firstStep, idsIn, openFor, stateOn, stepOf } from '../steps.ts';
import {
  adviceOutcomes,
  consultations,
  openPlanStates,
  type PlanAct,
  type PlanItemAct,
  type PlanState,
  planItemLifecycle,
  planItems,
  planLifecycle,
  plans,
} from './model.ts';
import { deferredId, itemIdOf, openItems } from './rules/items.ts';
import { prioritiesOf } from './rules/priorities.ts';
import { reachesTarget } from './rules/target.ts';
import { faultsOfDay, faultsOfYear } from './rules/year.ts';
import { listPlanItems } from './store.ts';
import { planTexts } from './text/texts.ts';

export const draftPlan = powerPermission(
  'draft_plan',
  'write programmes, draft yearly plans, keep their items and record consultations',
);
export const agreePlan = powerPermission('agree_plan', 'agree to a yearly plan or send it back');
export const adoptPlan = powerPermission('adopt_plan', 'adopt a yearly plan');
export const closeYear = powerPermission('close_year', 'close the year of a plan and freeze its report');

const textsOf = textsFrom(planTexts);

const knownOf = ({ register, today }: ActionContext) => ({
  register: register.id,
  knownAt: knownNow(register, today),
});
const findNow = (tx: Transaction, context: ActionContext, kind: Kind, id: string) =>
  findRecord(tx, { ...knownOf(context), kind: kind.name, id });
const stateNow = (tx: Transaction, context: ActionContext, kind: Kind, id: string) =>
  stateOn(tx, context, kind, id, context.today);
const done = (kind: Kind, id: string, path: string, changes: readonly Change[]): Result<Done> =>
  ok({ subject: `${kind.name}/${id}`, path, changes });
const notFound = (id: string) => fail(problem('record_not_found', 'body.id', { id }));
const future = (context: ActionContext, on: PartialDate): readonly Problem[] =>
  lastDay(on) > context.today ? [problem('date_in_future', 'body.on', { on })] : [];

/** Leaves out what was not said. */
function saying(fields: Readonly<Record<string, unknown>>): RecordBody {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Problems of an id that none of these kinds has. */
async function dangling(
  tx: Transaction,
  context: ActionContext,
  field: string,
  id: string | undefined,
  kinds: readonly Kind[],
): Promise<readonly Problem[]> {
  if (id === undefined) return [];
  const names = kinds.map(({ name }) => name);
  const found = await allRecords(tx, { ...knownOf(context), kinds: names, ids: [id] });
  return found.length > 0
    ? []
    : [problem('reference_dangling', `body.${field}`, { id, kinds: names.join(', ') })];
}

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

const itemsOn = (tx: Transaction, context: ActionContext, plan: string, on: PartialDate) =>
  listPlanItems(tx, { ...knownOf(context), asOf: on }, plan);

/** Problem `plan_fixed`: from the Council's agreement on, what the plan promises is not rewritten. */
async function whetherOpen(
  tx: Transaction,
  context: ActionContext,
  plan: string,
): Promise<readonly Problem[]> {
  const state = await stateNow(tx, context, plans, plan);
  return openPlanStates.some((open) => open === state)
    ? []
    : [problem('plan_fixed', 'body.plan', { year: plan, state: state ?? 'unknown' })];
}

export const recordConsultation = defineAction({
  name: 'consultations/record',
  permission: draftPlan,
  fields: {
    id: newId,
    plan: idAmong(recordsOf(plans)),
    consulted: idAmong(recordsOf(bodies, parties)),
    on: date,
    point: optional(text),
  },
  texts: textsOf('record'),
  about: null,
  object: byPower('draft_plan'),
  perform: async (tx, context, { id, plan, consulted, on, point }) => {
    const unknown = [
      ...future(context, on),
      ...(await dangling(tx, context, 'plan', plan, [plans])),
      ...(await dangling(tx, context, 'consulted', consulted, [bodies, parties])),
      ...((await findNow(tx, context, consultations, id)) === undefined
        ? []
        : [problem('id_taken', 'body.id', { id })]),
    ];
    if (unknown.length > 0) return fail(...unknown);
    const fixed = await whetherOpen(tx, context, plan);
    if (fixed.length > 0) return fail(...fixed);
    const body = saying({ id, plan, consulted, held: on, point });
    return done(consultations, id, plans.href(plan), [{ kind: consultations, id, body, steps: [] }]);
  },
});

const outcomeField = oneOf(adviceOutcomes, (outcome, language) => planTexts(language).outcomes[outcome]);

/** What was taken over and what not, and why (§6.2.1). */
export const answerConsultation = defineAction({
  name: 'consultations/answer',
  permission: draftPlan,
  fields: {
    id: subject,
    outcome: outcomeField,
    reason: optional(text),
    item: optional(idAmong(recordsOf(planItems))),
  },
  texts: textsOf('answer'),
  about: {
    kind: consultations,
    isOpen: async (tx, context, id) => {
      const found = await findNow(tx, context, consultations, id);
      return (
        typeof found?.body.plan === 'string' &&
        found.body.point != null &&
        (await whetherOpen(tx, context, found.body.plan)).length === 0
      );
    },
  },
  object: byPower('draft_plan'),
  perform: async (tx, context, { id, outcome, reason, item }) => {
    const found = await findNow(tx, context, consultations, id);
    if (found === undefined) return notFound(id);
    const plan = String(found.body.plan);
    const wanting = [
      ...(await whetherOpen(tx, context, plan)),
      ...(found.body.point == null ? [problem('consultation_without_point', 'body.id')] : []),
      ...(outcome !== 'taken_over' && reason === undefined
        ? [problem('outcome_reason_missing', 'body.reason')]
        : []),
      ...(await dangling(tx, context, 'item', item, [planItems])),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const { reason: _reason, item: _item, ...said } = found.body;
    const body = { ...said, ...saying({ outcome, reason, item }) };
    return done(consultations, id, plans.href(plan), [{ kind: consultations, id, body, steps: [] }]);
  },
});

/** A plain number: what an indicator is to reach. */
const target = {
  schema: z
    .union([z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/), z.number()])
    .transform(Number)
    .pipe(z.number()),
  control: 'line',
} as const satisfies Field;

const responsibleField = idAmong(recordsOf(bodies, groups, parties));

/** What an item promises; the same for a new one and for one that is revised. */
const promise = {
  name: line,
  text: optional(text),
  theme: optional(idAmong(recordsOf(mainThemes))),
  dossier: optional(idAmong(recordsOf(cases))),
  proposed_by: idAmong(recordsOf(parties, bodies, groups)),
  responsible: responsibleField,
  presidency: optional(idAmong(recordsOf(presidencies))),
  priority: optional(line),
  expected: text,
  indicator: optional(idAmong(recordsOf(indicators))),
  target: optional(target),
  instruments: optional(ids),
} as const;
type Promised = {
  readonly name: string;
  readonly text?: string | undefined;
  readonly theme?: string | undefined;
  readonly dossier?: string | undefined;
  readonly proposed_by: string;
  readonly responsible: string;
  readonly presidency?: string | undefined;
  readonly priority?: string | undefined;
  readonly expected: string;
  readonly indicator?: string | undefined;
  readonly target?: number | undefined;
  readonly instruments?: readonly string[] | undefined;
};

/** Everything that is wrong with a promise, at once. */
async function faultsOf(
  tx: Transaction,
  context: ActionContext,
  promised: Promised,
): Promise<readonly Problem[]> {
  const { theme, dossier, presidency, priority, indicator, target: value } = promised;
  const presided =
    presidency === undefined ? undefined : await findNow(tx, context, presidencies, presidency);
  const known = presided === undefined ? [] : prioritiesOf(presided.body);
  return [
    ...(theme === undefined && dossier === undefined ? [problem('item_without_theme', 'body.theme')] : []),
    ...(await dangling(tx, context, 'theme', theme, [mainThemes])),
    ...(await dangling(tx, context, 'dossier', dossier, [cases])),
    ...(await dangling(tx, context, 'proposed_by', promised.proposed_by, [parties, bodies, groups])),
    ...(await responsibleFaults(tx, context, promised.responsible)),
    ...(await dangling(tx, context, 'presidency', presidency, [presidencies])),
    ...(await dangling(tx, context, 'indicator', indicator, [indicators])),
    ...(await danglingInstruments(tx, context, promised.instruments ?? [])),
    ...((presidency === undefined) === (priority === undefined)
      ? []
      : [problem('priority_and_presidency', priority === undefined ? 'body.priority' : 'body.presidency')]),
    ...(presided === undefined || priority === undefined || known.includes(priority)
      ? []
      : [problem('priority_unknown', 'body.priority', { known: known.join('; ') || '–' })]),
    ...((indicator === undefined) === (value === undefined)
      ? []
      : [problem('target_and_indicator', value === undefined ? 'body.target' : 'body.indicator')]),
  ];
}

async function danglingInstruments(
  tx: Transaction,
  context: ActionContext,
  named: readonly string[],
): Promise<readonly Problem[]> {
  const each = named.map((id) => dangling(tx, context, 'instruments', id, [instruments]));
  return (await Promise.all(each)).flat();
}

/** One body, group or party, and one that is there: a group that has ended carries nothing out. */
async function responsibleFaults(
  tx: Transaction,
  context: ActionContext,
  id: string,
): Promise<readonly Problem[]> {
  const unknown = await dangling(tx, context, 'responsible', id, [bodies, groups, parties]);
  if (unknown.length > 0) return unknown;
  const state = await stateNow(tx, context, groups, id);
  return state !== null && ['abolished', 'merged', 'converted', 'rejected'].includes(state)
    ? [problem('responsible_ended', 'body.responsible', { id, state })]
    : [];
}

function bodyOf(promised: Promised, language: Language): RecordBody {
  const { name, dossier, ...said } = promised;
  return saying({ [language === 'en' ? 'name' : language]: name, case: dossier, ...said });
}

export const addItem = defineAction({
  name: 'plan_items/add',
  permission: draftPlan,
  fields: { key: newId, plan: idAmong(recordsOf(plans)), ...promise, on: date },
  texts: textsOf('add'),
  about: null,
  object: byPower('draft_plan'),
  perform: async (tx, context, { key, plan, on, ...promised }) => {
    const id = itemIdOf(plan, key);
    const unknown = await dangling(tx, context, 'plan', plan, [plans]);
    const wanting = [
      ...future(context, on),
      ...unknown,
      ...(unknown.length > 0 ? [] : await whetherOpen(tx, context, plan)),
      ...((await findNow(tx, context, planItems, id)) === undefined
        ? []
        : [problem('id_taken', 'body.key', { id })]),
      ...(await faultsOf(tx, context, promised)),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const body = { id, plan, ...bodyOf(promised, context.language) };
    const steps = [firstStep('planned', on, {})];
    return done(planItems, id, planItems.href(id), [{ kind: planItems, id, body, steps }]);
  },
});

const planOf = (item: StoredRecord) => String(item.body.plan);

/** What an item promises is written until the Council agrees; what a revision leaves out is no longer said. */
export const reviseItem = defineAction({
  name: 'plan_items/revise',
  permission: draftPlan,
  fields: { id: subject, ...promise },
  texts: textsOf('revise'),
  about: {
    kind: planItems,
    isOpen: async (tx, context, id) => {
      const item = await findNow(tx, context, planItems, id);
      return item !== undefined && (await whetherOpen(tx, context, planOf(item))).length === 0;
    },
  },
  object: byPower('draft_plan'),
  prefill: async (tx, context, { id }) => {
    const item = id === undefined ? undefined : await findNow(tx, context, planItems, id);
    if (item === undefined) return {};
    const { body } = item;
    const title = context.language === 'en' ? 'name' : context.language;
    const said = { ...body, name: body[title] ?? body.name, dossier: body.case };
    return Object.fromEntries(
      Object.keys(promise).flatMap((key) => {
        const value = (said as RecordBody)[key];
        if (Array.isArray(value)) return [[key, value.join(', ')]];
        return typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [];
      }),
    );
  },
  perform: async (tx, context, { id, ...promised }) => {
    const item = await findNow(tx, context, planItems, id);
    if (item === undefined) return notFound(id);
    const wanting = [
      ...(await whetherOpen(tx, context, planOf(item))),
      ...(await faultsOf(tx, context, promised)),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const written = [...Object.keys(promise), 'case'];
    const kept = Object.fromEntries(
      Object.entries(item.body).filter(([key]) => key === 'name' || !written.includes(key)),
    );
    const body = { ...kept, ...bodyOf(promised, context.language) };
    return done(planItems, id, planItems.href(id), [{ kind: planItems, id, body, steps: [] }]);
  },
});

/** An act may come of an item only while its year runs, so which ones it is about is said until the plan is closed. */
export const tieItem = defineAction({
  name: 'plan_items/tie',
  permission: draftPlan,
  fields: { id: subject, instruments: ids },
  texts: textsOf('tie'),
  about: {
    kind: planItems,
    isOpen: async (tx, context, id) => {
      const item = await findNow(tx, context, planItems, id);
      return item !== undefined && (await stateNow(tx, context, plans, planOf(item))) !== 'closed';
    },
  },
  object: byPower('draft_plan'),
  prefill: async (tx, context, { id }) => {
    const item = id === undefined ? undefined : await findNow(tx, context, planItems, id);
    const named = item?.body.instruments;
    return Array.isArray(named) ? { instruments: named.join(', ') } : {};
  },
  perform: async (tx, context, { id, instruments: named }) => {
    const item = await findNow(tx, context, planItems, id);
    if (item === undefined) return notFound(id);
    const plan = planOf(item);
    const state = await stateNow(tx, context, plans, plan);
    const wanting = [
      ...(state === 'closed' ? [problem('plan_fixed', 'body.id', { year: plan, state })] : []),
      ...(await danglingInstruments(tx, context, named)),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const body = { ...item.body, instruments: named };
    return done(planItems, id, planItems.href(id), [{ kind: planItems, id, body, steps: [] }]);
  },
});

/** Another takes it on, with the reason: one is responsible at any time, and who was before stays on record. */
export const assignItem = defineAction({
  name: 'plan_items/assign',
  permission: draftPlan,
  fields: { id: subject, responsible: responsibleField, on: date, reason: text },
  texts: textsOf('assign'),
  about: { kind: planItems, isOpen: openFor(planItems, planItemLifecycle, 'drop') },
  object: byPower('draft_plan'),
  perform: async (tx, context, { id, responsible, on, reason }) => {
    const item = await findNow(tx, context, planItems, id);
    if (item === undefined) return notFound(id);
    const state = await stateNow(tx, context, planItems, id);
    const wanting = [
      ...future(context, on),
      ...(await responsibleFaults(tx, context, responsible)),
      ...(state === 'planned' || state === 'in_progress'
        ? []
        : [problem('state_forbids', 'body.id', { state: state ?? 'unknown', act: 'assign' })]),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const body = { ...item.body, responsible, assigned: { from: item.body.responsible, on, reason } };
    return done(planItems, id, planItems.href(id), [{ kind: planItems, id, body, steps: [] }]);
  },
});

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

export const planActions: readonly Action[] = [
  writeProgramme,
  draftYearPlan,
  addItem,
  reviseItem,
  tieItem,
  assignItem,
  recordConsultation,
  answerConsultation,
  coordinatePlan,
  consultMinistries,
  presentPlan,
  agreeToPlan,
  returnPlan,
  adoptYearPlan,
  startPlan,
  beginItem,
  realiseItem,
  realiseItemPartly,
  failItem,
  deferItem,
  dropItem,
  closePlan,
];
export const planPermissions = [draftPlan, agreePlan, adoptPlan, closeYear];
