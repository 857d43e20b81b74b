import type { ActionContext } from '#platform/actions/action.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { knownOf } from '#union';
import { stateAfterSteps } from '../cases/rules/standing.ts';
import { listCases } from '../cases/store.ts';
import type { Cases } from './rules/narrow.ts';

/** Of a party's traders those on whom somebody has a case; of several that are open one, else the last. */
export const casesOf = (tx: Transaction, context: PageContext, party: string): Promise<Cases> =>
  casesOn(tx, actionContextOf(context), party);

/** The same, for who acts. */
export async function casesOn(
  tx: Transaction,
  context: Pick<ActionContext, 'register' | 'today'>,
  party: string,
): Promise<Cases> {
  const found = await listCases(tx, knownOf(context), [party]);
  const cases = new Map<string, { readonly id: string; readonly state: 'open' | 'closed' }>();
  for (const { record, steps } of found) {
    const state = stateAfterSteps(steps, 'open');
    const { traders } = record.body;
    for (const trader of Array.isArray(traders) ? traders.map(String) : [])
      if (cases.get(trader)?.state !== 'open') cases.set(trader, { id: record.id, state });
  }
  return cases;
}
