import { z } from 'zod';
import { defineRoute, type Route } from '#platform/module.ts';
import { knownAtQuery } from '#platform/read-context.ts';
import { getBudget, listBudgetAnswers } from './answers.ts';
import { BudgetAnswer, BudgetList } from './contract.ts';

const tags = ['money'];

export const moneyRoutes: readonly Route[] = [
  defineRoute({
    path: '/budgets',
    summary: 'Every budget of which the source speaks, and who pays what of it',
    tags,
    params: {},
    query: knownAtQuery,
    response: BudgetList,
    answer: listBudgetAnswers,
  }),
  defineRoute({
    path: '/budgets/:year',
    summary: 'The budget of a year, who pays what of it, and the years that are not stated',
    tags,
    params: { year: z.string().describe('a year: 2019') },
    query: knownAtQuery,
    response: BudgetAnswer,
    example: async (context) => {
      const listed = await listBudgetAnswers(context);
      const last = listed.ok ? listed.value.years.at(-1) : undefined;
      return last === undefined ? null : { year: last.year };
    },
    answer: getBudget,
  }),
];
