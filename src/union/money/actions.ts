import type { Action } from '#platform/actions/action.ts';
import { allocationActions } from './actions/allocation.ts';
import { budgetActions } from './actions/budget.ts';
import { approveBudget, keepBudget } from './actions/shared.ts';
import { surplusActions } from './actions/surplus.ts';

/** Everything that people do with the money of the union. */
export const moneyActions: readonly Action[] = [...budgetActions, ...allocationActions, ...surplusActions];
export const moneyPermissions = [keepBudget, approveBudget];
