import { z } from 'zod';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { DateField, IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';

/**
 * A year's budget is proposed with its key and approved by the body that may, in the Benelux the Committee of Ministers (§15.3.3);
 * until then it is written, and from then on no more. What a source states has no step here: it holds as it is stated.
 */
export const budgetStates = ['proposed', 'returned', 'approved'] as const;
export type BudgetState = (typeof budgetStates)[number];
export type BudgetAct = 'amend' | 'approve' | 'return';
export const budgetLifecycle: Lifecycle<BudgetState, BudgetAct> = {
  proposed: { amend: 'proposed', approve: 'approved', return: 'returned' },
  returned: { amend: 'proposed' },
  approved: {},
};
/** While a budget is in one of these, its amount and its key are still written, and nothing is allocated of it. */
export const openBudgetStates: readonly string[] = ['proposed', 'returned'];

/** How it is known what an activity cost: hours that were written down, or what somebody reckons. Only the first was measured. */
export const allocationBases = ['timesheet', 'estimate'] as const;
export type AllocationBasis = (typeof allocationBases)[number];

export type AllocationAct = 'change' | 'withdraw';
export const allocationLifecycle: Lifecycle<'allocated' | 'withdrawn', AllocationAct> = {
  allocated: { change: 'allocated', withdraw: 'withdrawn' },
  withdrawn: {},
};

export type SurplusAct = 'correct' | 'decide';
export const surplusLifecycle: Lifecycle<'recorded' | 'decided', SurplusAct> = {
  recorded: { correct: 'recorded', decide: 'decided' },
  decided: {},
};

export const CurrencyField = z.string().regex(/^[A-Z]{3}$/);
const Amount = z.number();

export const Budget = recordSchema({ year: z.int(), currency: CurrencyField }, { amount: Amount });

/** One key of the record a party, with its share; the shares sum to one. */
export const ContributionKey = recordSchema({ year: z.int() }, { basis: TextField });

export const DerivedContribution = recordSchema(
  { id: IdField, year: z.int(), currency: CurrencyField, amounts: z.record(z.string(), Amount) },
  {},
);

/** Part of a year's unearmarked money that went to an item of the plan of that year (§8.2); amounts as in `Budget`. */
export const Allocation = recordSchema(
  {
    id: IdField,
    year: z.int(),
    plan_item: IdField,
    currency: CurrencyField,
    amount: Amount,
    basis: z.enum(allocationBases),
  },
  {},
);

/**
 * What was left of a year's budget and why, and what is done with it: the states find it no problem that it is not paid back, if it is
 * well explained what it is spent on (§8.2). One a year; its id is the year.
 */
export const Surplus = recordSchema(
  { id: IdField, year: z.int(), currency: CurrencyField, amount: Amount },
  { reason: TextField, decision: TextField, decided: DateField, decided_by: IdField },
);

/** What a file says of its money beside the lists, as far as the page of the budget reads it. */
export const Finance = z.looseObject({
  facts: z.array(z.string()).nullish(),
  key_history: z
    .looseObject({ change: z.string().nullish(), source: z.array(z.string()).nullish() })
    .nullish(),
  source: z.array(z.string()).nullish(),
});

export const budgets = defineKind({
  name: 'budgets',
  schema: Budget,
  label: {
    nl: { one: 'Begroting', many: 'Begrotingen' },
    fr: { one: 'Budget', many: 'Budgets' },
    de: { one: 'Haushalt', many: 'Haushalte' },
    en: { one: 'Budget', many: 'Budgets' },
  },
  titleFrom: ['year'],
  yearFrom: ['year'],
  href: (id) => `/budget/${id}`,
});

export const contributionKeys = defineKind({
  name: 'contribution_keys',
  schema: ContributionKey,
  label: {
    nl: { one: 'Verdeelsleutel', many: 'Verdeelsleutels' },
    fr: { one: 'Clé de répartition', many: 'Clés de répartition' },
    de: { one: 'Verteilungsschlüssel', many: 'Verteilungsschlüssel' },
    en: { one: 'Contribution key', many: 'Contribution keys' },
  },
  titleFrom: ['year'],
  yearFrom: ['year'],
});

export const derivedContributions = defineKind({
  name: 'derived_contributions',
  schema: DerivedContribution,
  label: {
    nl: { one: 'Berekende bijdragen', many: 'Berekende bijdragen' },
    fr: { one: 'Contributions calculées', many: 'Contributions calculées' },
    de: { one: 'Berechnete Beiträge', many: 'Berechnete Beiträge' },
    en: { one: 'Computed contributions', many: 'Computed contributions' },
  },
  titleFrom: ['year'],
  yearFrom: ['year'],
  partyFrom: ['amounts'],
});

export const allocations = defineKind({
  name: 'allocations',
  schema: Allocation,
  label: {
    nl: { one: 'Toedeling van geld', many: 'Toedelingen van geld' },
    fr: { one: 'Affectation de moyens', many: 'Affectations de moyens' },
    de: { one: 'Zuordnung von Mitteln', many: 'Zuordnungen von Mitteln' },
    en: { one: 'Allocation of money', many: 'Allocations of money' },
  },
  titleFrom: ['plan_item'],
  yearFrom: ['year'],
});

export const surpluses = defineKind({
  name: 'surpluses',
  schema: Surplus,
  label: {
    nl: { one: 'Overschot', many: 'Overschotten' },
    fr: { one: 'Excédent', many: 'Excédents' },
    de: { one: 'Überschuss', many: 'Überschüsse' },
    en: { one: 'Surplus', many: 'Surpluses' },
  },
  titleFrom: ['year'],
  yearFrom: ['year'],
  href: (id) => `/budget/${id}`,
});

export const moneyKinds = [budgets, contributionKeys, derivedContributions, allocations, surpluses];
