import type { PartialDate } from '#kernel/dates.ts';
import type { Currency } from '#kernel/money.ts';
import { fail, type Problem, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
import { count, date, line, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { findRecord } from '#platform/records/records.ts';
import { listMembers } from '../../bodies/store.ts';
import { knownOf } from '../../named.ts';
import { byPower } from '../../powers.ts';
import { firstStep, idsIn, openFor, stateOn, stepOf } from '../../steps.ts';
import { type BudgetAct, budgetLifecycle, budgets, contributionKeys, openBudgetStates } from '../model.ts';
import { readKey } from '../rules/key.ts';
import {
  amountField,
  amountOf,
  approveBudget,
  done,
  findNow,
  future,
  keepBudget,
  moneyOf,
  notFound,
  textsOf,
} from './shared.ts';

const about = (act: BudgetAct) => ({ kind: budgets, isOpen: openFor(budgets, budgetLifecycle, act) });

/** A step of a budget's way, and the new content that it may bring. */
async function take(
  tx: Transaction,
  context: ActionContext,
  act: BudgetAct,
  { id, on, ...said }: { readonly id: string; readonly on: PartialDate; readonly [detail: string]: unknown },
  content: { readonly amount?: number; readonly currency?: Currency } = {},
): Promise<Result<Done>> {
  const found = await findNow(tx, context, budgets, id);
  if (found === undefined) return notFound(id);
  const details = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const lifecycle = budgetLifecycle;
  const step = await stepOf(tx, context, { kind: budgets, id, lifecycle, act, on, details });
  if (!step.ok) return step;
  const change = { kind: budgets, id, steps: [step.value] };
  const isNew = Object.keys(content).length > 0;
  return done(budgets, id, id, [isNew ? { ...change, body: { ...found.body, ...content } } : change]);
}

export const proposeBudget = defineAction({
  name: 'budgets/propose',
  permission: keepBudget,
  fields: { year: count(1900, 2200), amount: amountField, currency: line, on: date, note: optional(text) },
  texts: textsOf('propose'),
  about: null,
  back: () => '/budget',
  object: byPower('keep_budget'),
  perform: async (tx, context, { year, amount, currency, on, note }) => {
    const id = String(year);
    const money = moneyOf(amount, currency);
    const wanting: readonly Problem[] = [
      ...future(context, on),
      ...((await findNow(tx, context, budgets, id)) === undefined
        ? []
        : [problem('budget_exists', 'body.year', { year })]),
      ...(money.ok ? [] : money.problems),
    ];
    if (wanting.length > 0 || !money.ok) return fail(...wanting);
    const body = { year, currency: money.value.currency, amount: amountOf(money.value) };
    const steps = [firstStep('proposed', on, note === undefined ? {} : { note })];
    return done(budgets, id, id, [{ kind: budgets, id, body, steps }]);
  },
});

/** What was proposed or sent back is proposed anew; what it was before stays on record. */
export const amendBudget = defineAction({
  name: 'budgets/amend',
  permission: keepBudget,
  fields: { id: subject, amount: amountField, currency: line, on: date, reason: text },
  texts: textsOf('amend'),
  about: about('amend'),
  object: byPower('keep_budget'),
  prefill: async (tx, context, { id }) => {
    const found = id === undefined ? undefined : await findNow(tx, context, budgets, id);
    const { amount, currency } = found?.body ?? {};
    return {
      ...(typeof amount === 'number' ? { amount: String(amount) } : {}),
      ...(typeof currency === 'string' ? { currency } : {}),
    };
  },
  perform: async (tx, context, { amount, currency, ...asked }) => {
    const money = moneyOf(amount, currency);
    if (!money.ok) return money;
    const content = { amount: amountOf(money.value), currency: money.value.currency };
    const before = (await findNow(tx, context, budgets, asked.id))?.body;
    const was = { amount: before?.amount, currency: before?.currency };
    return take(tx, context, 'amend', { ...asked, was }, content);
  },
});

/** Who pays which part of it: each member state, and together the whole (§8.2). */
export const setKey = defineAction({
  name: 'budgets/set_key',
  permission: keepBudget,
  fields: { id: subject, shares: line, basis: optional(line) },
  texts: textsOf('set_key'),
  about: { kind: budgets, isOpen: isStillWritten },
  object: byPower('keep_budget'),
  prefill: async (tx, context, { id }) => {
    const held = id === undefined ? undefined : await findNow(tx, context, contributionKeys, id);
    if (held === undefined) return {};
    const members = await memberIds(tx, context);
    const shares = members.flatMap((member) =>
      typeof held.body[member] === 'number' ? [`${member} ${held.body[member]}`] : [],
    );
    const { basis } = held.body;
    return { shares: shares.join(', '), ...(typeof basis === 'string' ? { basis } : {}) };
  },
  perform: async (tx, context, { id, shares: written, basis }) => {
    if ((await findNow(tx, context, budgets, id)) === undefined) return notFound(id);
    const shares = readKey(written, await memberIds(tx, context), 'body.shares');
    const fixed = (await isStillWritten(tx, context, id))
      ? []
      : [problem('budget_fixed', 'body.id', { year: id })];
    if (!shares.ok || fixed.length > 0) return fail(...fixed, ...(shares.ok ? [] : shares.problems));
    const body = { year: Number(id), ...shares.value, ...(basis === undefined ? {} : { basis }) };
    return done(budgets, id, id, [{ kind: contributionKeys, id, body, steps: [] }]);
  },
});

async function isStillWritten(tx: Transaction, context: ActionContext, id: string): Promise<boolean> {
  return openBudgetStates.includes((await stateOn(tx, context, budgets, id, context.today)) ?? '');
}

async function memberIds(tx: Transaction, context: ActionContext): Promise<readonly string[]> {
  return (await listMembers(tx, knownOf(context))).map(({ id }) => id);
}

async function hasKey(tx: Transaction, context: ActionContext, id: string): Promise<boolean> {
  const key = await findRecord(tx, { ...knownOf(context), kind: contributionKeys.name, id });
  return key !== undefined;
}

/** From here on amount and key are fixed, so there is a key by now. */
export const approve = defineAction({
  name: 'budgets/approve',
  permission: approveBudget,
  fields: { id: subject, on: date, note: optional(text) },
  texts: textsOf('approve'),
  about: about('approve'),
  waits: (tx, context) => idsIn(tx, context, budgets, 'proposed'),
  object: byPower('approve_budget'),
  perform: async (tx, context, asked) => {
    const taken = await take(tx, context, 'approve', asked);
    if (!taken.ok) return taken;
    return (await hasKey(tx, context, asked.id)) ? taken : fail(problem('budget_without_key', 'body.id'));
  },
});

export const sendBack = defineAction({
  name: 'budgets/return',
  permission: approveBudget,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('return'),
  about: about('return'),
  object: byPower('approve_budget'),
  perform: (tx, context, asked) => take(tx, context, 'return', asked),
});

export const budgetActions = [proposeBudget, amendBudget, setKey, approve, sendBack];
