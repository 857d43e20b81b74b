import { expect, test } from 'vitest';
import type { ActionContext } from '#platform/actions/action.ts';
import { closePlan, startPlan } from './plan.ts';

const on = (today: string) => ({ today }) as ActionContext;

test('what a year lacks to be closed is said when it can be closed, and what it lacks to be started before', () => {
  expect(closePlan.saysLacking?.('2026', on('2026-01-01'))).toBe(false);
  expect(closePlan.saysLacking?.('2026', on('2026-12-30'))).toBe(false);
  expect(closePlan.saysLacking?.('2026', on('2026-12-31'))).toBe(true);
  expect(closePlan.saysLacking?.('2026', on('2027-01-15'))).toBe(true);
  expect(startPlan.saysLacking).toBeUndefined();
});
