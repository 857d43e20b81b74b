import { parseMoney, toAmount } from '#kernel/money.ts';
import { fail, type Problem, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import { date, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { faultsOfDay } from '../../plans/rules/year.ts';
import { byPower } from '../../powers.ts';
import { firstStep, idsIn, openFor, stepOf } from '../../steps.ts';
import { type SurplusAct, surpluses, surplusLifecycle } from '../model.ts';
import {
  amountField,
  amountOf,
  approveBudget,
  done,
  findNow,
  future,
  keepBudget,
  notFound,
  textsOf,
  yearField,
  yearNow,
} from './shared.ts';

const about = (act: SurplusAct) => ({ kind: surpluses, isOpen: openFor(surpluses, surplusLifecycle, act) });

/**
 * A surplus that the budget of its year can have left; zero says that nothing was left. Where the budget is not known a surplus still
 * may be. Problems: `reference_dangling`, `surplus_exceeds_budget`, and those of an amount.
 */
async function leftOf(
  tx: Transaction,
  context: ActionContext,
  year: string,
  amount: string | number,
): Promise<Result<{ readonly amount: number; readonly currency: string }>> {
  const known = await yearNow(tx, context, year);
  if (!known.ok) return known;
  const { budget } = known.value;
  const money = parseMoney(amount, budget.currency, 'body.amount');
  if (!money.ok) return money;
  if (budget.amount !== null && money.value.minor > budget.amount.minor) {
    const params = { year, budget: toAmount(budget.amount), currency: budget.currency };
    return fail(problem('surplus_exceeds_budget', 'body.amount', params));
  }
  return { ok: true, value: { amount: amountOf(money.value), currency: money.value.currency } };
}

export const recordSurplus = defineAction({
  name: 'surpluses/record',
  permission: keepBudget,
  fields: { year: yearField, amount: amountField, reason: text, on: date },
  texts: textsOf('record'),
  about: null,
  back: () => '/budget',
  object: byPower('keep_budget'),
  perform: async (tx, context, { year, amount, reason, on }) => {
    const left = await leftOf(tx, context, year, amount);
    const wanting: readonly Problem[] = [
      ...future(context, on),
      ...((await findNow(tx, context, surpluses, year)) === undefined
        ? []
        : [problem('surplus_exists', 'body.year', { year })]),
      ...faultsOfDay('close', year, on),
      ...(left.ok ? [] : left.problems),
    ];
    if (wanting.length > 0 || !left.ok) return fail(...wanting);
    const body = { id: year, year: Number(year), ...left.value, reason };
    const steps = [firstStep('recorded', on, {})];
    return done(surpluses, year, year, [{ kind: surpluses, id: year, body, steps }]);
  },
});

/** Until it is decided what is done with it; `note` says why it is said otherwise now. */
export const correctSurplus = defineAction({
  name: 'surpluses/correct',
  permission: keepBudget,
  fields: { id: subject, amount: amountField, reason: text, on: date, note: text },
  texts: textsOf('correct'),
  about: about('correct'),
  object: byPower('keep_budget'),
  prefill: async (tx, context, { id }) => {
    const found = id === undefined ? undefined : await findNow(tx, context, surpluses, id);
    const { amount, reason } = found?.body ?? {};
    return {
      ...(typeof amount === 'number' ? { amount: String(amount) } : {}),
      ...(typeof reason === 'string' ? { reason } : {}),
    };
  },
  perform: async (tx, context, { id, amount, reason, on, note }) => {
    const found = await findNow(tx, context, surpluses, id);
    if (found === undefined) return notFound(id);
    const { amount: was, reason: wasReason } = found.body;
    const details = { note, was: { amount: was, reason: wasReason } };
    const lifecycle = surplusLifecycle;
    const step = await stepOf(tx, context, { kind: surpluses, id, lifecycle, act: 'correct', on, details });
    if (!step.ok) return step;
    const left = await leftOf(tx, context, id, amount);
    if (!left.ok) return left;
    const body = { ...found.body, ...left.value, reason };
    return done(surpluses, id, id, [{ kind: surpluses, id, body, steps: [step.value] }]);
  },
});

/** What it is spent on, or that it is paid back: said by the body that approves budgets (§8.2, 15.3.3). */
export const decideSurplus = defineAction({
  name: 'surpluses/decide',
  permission: approveBudget,
  fields: { id: subject, decision: text, on: date },
  texts: textsOf('decide'),
  about: about('decide'),
  waits: (tx, context) => idsIn(tx, context, surpluses, 'recorded'),
  object: byPower('approve_budget'),
  perform: async (tx, context, { id, decision, on }) => {
    const found = await findNow(tx, context, surpluses, id);
    if (found === undefined) return notFound(id);
    const lifecycle = surplusLifecycle;
    const asked = { kind: surpluses, id, lifecycle, act: 'decide', on, details: { decision } } as const;
    const step = await stepOf(tx, context, asked);
    if (!step.ok) return step;
    if (found.body.amount === 0) return fail(problem('surplus_nil', 'body.id', { year: id }));
    const by = context.grant?.body ?? null;
    const body = { ...found.body, decision, decided: on, ...(by === null ? {} : { decided_by: by }) };
    return done(surpluses, id, id, [{ kind: surpluses, id, body, steps: [step.value] }]);
  },
});

export const surplusActions = [recordSurplus, correctSurplus, decideSurplus];
