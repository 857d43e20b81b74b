import { type Money, toAmount } from '#kernel/money.ts';
import { fail, type Problem, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import { date, idAmong, newId, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { recordsOf } from '../../choices.ts';
import { planItems } from '../../plans/model.ts';
import { byPower } from '../../powers.ts';
import { firstStep, openFor, stepOf } from '../../steps.ts';
import {
  type AllocationAct,
  type AllocationBasis,
  allocationBases,
  allocationLifecycle,
  allocations,
  openBudgetStates,
} from '../model.ts';
import { sumAllocations } from '../rules/allocation.ts';
import { moneyTexts } from '../text/texts.ts';
import {
  amountField,
  amountOf,
  done,
  findNow,
  future,
  keepBudget,
  moneyOf,
  notFound,
  textsOf,
  yearField,
  yearNow,
} from './shared.ts';

const basisField = oneOf(allocationBases, (basis, language) => moneyTexts(language).bases[basis]);

const about = (act: AllocationAct) => ({
  kind: allocations,
  isOpen: openFor(allocations, allocationLifecycle, act),
});

type Wanted = { readonly year: string; readonly amount: string | number; readonly basis: AllocationBasis };

/**
 * The amount of an allocation that its year's budget can bear besides all others (`id` is its own). Problems: `reference_dangling`,
 * `budget_not_approved`, `budget_amount_unknown`, `allocation_exceeds_budget`, and those of an amount.
 */
async function borne(
  tx: Transaction,
  context: ActionContext,
  id: string,
  { year, amount, basis }: Wanted,
): Promise<Result<Money>> {
  const known = await yearNow(tx, context, year);
  if (!known.ok) return known;
  const { budget, allocations: standing } = known.value;
  const money = moneyOf(amount, budget.currency);
  const faults: readonly Problem[] = [
    ...(openBudgetStates.includes(budget.state ?? '')
      ? [problem('budget_not_approved', 'body.year', { year, state: budget.state ?? '' })]
      : []),
    ...(budget.amount === null ? [problem('budget_amount_unknown', 'body.year', { year })] : []),
    ...(money.ok ? [] : money.problems),
  ];
  if (faults.length > 0 || !money.ok || budget.amount === null) return fail(...faults);
  const others = standing.filter((one) => one.id !== id);
  const currency = budget.amount.currency;
  const left = sumAllocations(budget.amount, currency, others).unallocated;
  const after = sumAllocations(budget.amount, currency, [...others, { basis, amount: money.value }]);
  if (after.unallocated !== null && after.unallocated.minor < 0n) {
    const params = {
      year,
      budget: toAmount(budget.amount),
      left: left === null ? '' : toAmount(left),
      currency,
    };
    return fail(problem('allocation_exceeds_budget', 'body.amount', params));
  }
  return money;
}

export const allocate = defineAction({
  name: 'allocations/allocate',
  permission: keepBudget,
  fields: {
    id: newId,
    year: yearField,
    item: idAmong(recordsOf(planItems)),
    amount: amountField,
    basis: basisField,
    note: optional(text),
    on: date,
  },
  texts: textsOf('allocate'),
  about: null,
  back: () => '/budget',
  object: byPower('keep_budget'),
  perform: async (tx, context, { id, year, item, amount, basis, note, on }) => {
    const planned = await findNow(tx, context, planItems, item);
    const money = await borne(tx, context, id, { year, amount, basis });
    const wanting = [
      ...future(context, on),
      ...((await findNow(tx, context, allocations, id)) === undefined
        ? []
        : [problem('id_taken', 'body.id', { id })]),
      ...(planned === undefined
        ? [problem('reference_dangling', 'body.item', { id: item, kinds: planItems.name })]
        : String(planned.body.plan) === year
          ? []
          : [problem('allocation_of_another_year', 'body.item', { year, plan: String(planned.body.plan) })]),
      ...(money.ok ? [] : money.problems),
    ];
    if (wanting.length > 0 || !money.ok) return fail(...wanting);
    const body = {
      id,
      year: Number(year),
      plan_item: item,
      currency: money.value.currency,
      amount: amountOf(money.value),
      basis,
      ...(note === undefined ? {} : { note }),
    };
    const steps = [firstStep('allocated', on, {})];
    return done(allocations, id, year, [{ kind: allocations, id, body, steps }]);
  },
});

/** The step says why and what was said before; the version before stays on record. */
export const changeAllocation = defineAction({
  name: 'allocations/change',
  permission: keepBudget,
  fields: {
    id: subject,
    amount: amountField,
    basis: basisField,
    note: optional(text),
    on: date,
    reason: text,
  },
  texts: textsOf('change'),
  about: about('change'),
  object: byPower('keep_budget'),
  prefill: async (tx, context, { id }) => {
    const found = id === undefined ? undefined : await findNow(tx, context, allocations, id);
    const said = Object.entries(found?.body ?? {}).filter(([key]) =>
      ['amount', 'basis', 'note'].includes(key),
    );
    return Object.fromEntries(said.map(([key, value]) => [key, String(value)]));
  },
  perform: async (tx, context, { id, amount, basis, note, on, reason }) => {
    const found = await findNow(tx, context, allocations, id);
    if (found === undefined) return notFound(id);
    const { amount: was, basis: wasBasis, note: _note, ...kept } = found.body;
    const details = { reason, was: { amount: was, basis: wasBasis } };
    const lifecycle = allocationLifecycle;
    const step = await stepOf(tx, context, { kind: allocations, id, lifecycle, act: 'change', on, details });
    if (!step.ok) return step;
    const year = String(found.body.year);
    const money = await borne(tx, context, id, { year, amount, basis });
    if (!money.ok) return money;
    const body = { ...kept, amount: amountOf(money.value), basis, ...(note === undefined ? {} : { note }) };
    return done(allocations, id, year, [{ kind: allocations, id, body, steps: [step.value] }]);
  },
});

export const withdrawAllocation = defineAction({
  name: 'allocations/withdraw',
  permission: keepBudget,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('withdraw'),
  about: about('withdraw'),
  object: byPower('keep_budget'),
  perform: async (tx, context, { id, on, reason }) => {
    const found = await findNow(tx, context, allocations, id);
    if (found === undefined) return notFound(id);
    const lifecycle = allocationLifecycle;
    const asked = { kind: allocations, id, lifecycle, act: 'withdraw', on, details: { reason } } as const;
    const step = await stepOf(tx, context, asked);
    if (!step.ok) return step;
    const year = String(found.body.year);
    return done(allocations, id, year, [{ kind: allocations, id, steps: [step.value] }]);
  },
});

export const allocationActions = [allocate, changeAllocation, withdrawAllocation];
