import { z } from 'zod';
import { cases, indicators } from '#evidence';
import { lastDay } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { fail, type Problem, problem } from '#kernel/result.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import {
  date,
  type Field,
  idAmong,
  idsAmong,
  line,
  newId,
  optional,
  subject,
  text,
} from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { bodies, groups, parties } from '../../bodies/model.ts';
import { recordsOf } from '../../choices.ts';
import { instruments } from '../../law/model.ts';
import { dangling } from '../../named.ts';
import { byPower } from '../../powers.ts';
import { mainThemes, presidencies } from '../../programme/model.ts';
import { firstStep, openFor } from '../../steps.ts';
import { planItemLifecycle, planItems, plans } from '../model.ts';
import { itemIdOf } from '../rules/items.ts';
import { prioritiesOf } from '../rules/priorities.ts';
import { endedFaults, pairFaults, themeFaults } from '../rules/promise.ts';
import { passingsOf } from '../rules/responsible.ts';
import {
  done,
  draftPlan,
  findNow,
  future,
  notFound,
  planOf,
  saying,
  stateNow,
  textsOf,
  whetherOpen,
} from './shared.ts';

/** A plain number: what an indicator is to reach. */
export const target = {
  schema: z
    .union([z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/), z.number()])
    .transform(Number)
    .pipe(z.number()),
  control: 'line',
  like: '1000',
} as const satisfies Field;

const responsibleField = idAmong(recordsOf(bodies, groups, parties));
const instrumentsField = idsAmong(recordsOf(instruments));

/** What an item promises; the same for a new one and for one that is revised. */
export const promise = {
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
  instruments: optional(instrumentsField),
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

const inBody = (faults: readonly Problem[]) => faults.map((one) => ({ ...one, path: `body.${one.path}` }));

/** Everything that is wrong with a promise, at once. */
async function faultsOf(
  tx: Transaction,
  context: ActionContext,
  promised: Promised,
): Promise<readonly Problem[]> {
  const { theme, dossier, presidency, indicator } = promised;
  const presided =
    presidency === undefined ? undefined : await findNow(tx, context, presidencies, presidency);
  return [
    ...inBody(themeFaults(promised)),
    ...(await dangling(tx, context, 'theme', theme, [mainThemes])),
    ...(await dangling(tx, context, 'dossier', dossier, [cases])),
    ...(await dangling(tx, context, 'proposed_by', promised.proposed_by, [parties, bodies, groups])),
    ...(await responsibleFaults(tx, context, promised.responsible)),
    ...(await dangling(tx, context, 'presidency', presidency, [presidencies])),
    ...(await dangling(tx, context, 'indicator', indicator, [indicators])),
    ...(await dangling(tx, context, 'instruments', promised.instruments ?? [], [instruments])),
    ...inBody(pairFaults(promised, presided === undefined ? null : prioritiesOf(presided.body))),
  ];
}

/** One body, group or party, and one that is there: a group that has ended carries nothing out. */
async function responsibleFaults(
  tx: Transaction,
  context: ActionContext,
  id: string,
): Promise<readonly Problem[]> {
  const unknown = await dangling(tx, context, 'responsible', id, [bodies, groups, parties]);
  if (unknown.length > 0) return unknown;
  return inBody(endedFaults(id, await stateNow(tx, context, groups, id)));
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
  back: () => '/plans',
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
  fields: { id: subject, instruments: instrumentsField },
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
      ...(await dangling(tx, context, 'instruments', named, [instruments])),
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
    const passings = passingsOf(item.body);
    const last = passings.at(-1);
    if (last !== undefined && lastDay(on) < lastDay(last.on))
      return fail(problem('passed_on_later', 'body.on', { on, last: last.on }));
    const passing = { from: String(item.body.responsible), on, reason };
    const body = { ...item.body, responsible, assigned: [...passings, passing] };
    return done(planItems, id, planItems.href(id), [{ kind: planItems, id, body, steps: [] }]);
  },
});
