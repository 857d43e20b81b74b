import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, findRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { failureFactors, successFactors } from '../programme/model.ts';
import { initiatives } from './model.ts';
import { unconsidered } from './rules/factors.ts';

export const factorKinds = [successFactors, failureFactors];

/** Factors of success and failure that the register names and an initiative has not answered, by what is known now. */
export async function listUnconsidered(
  tx: Transaction,
  { register, today }: Pick<ActionContext, 'register' | 'today'>,
  id: string,
): Promise<readonly string[]> {
  const known = { register: register.id, knownAt: knownNow(register, today) };
  const found = await findRecord(tx, { ...known, kind: initiatives.name, id });
  const factors = await allRecords(tx, { ...known, kinds: factorKinds.map(({ name }) => name) });
  return unconsidered(
    factors.map((factor) => factor.id),
    found?.body,
  );
}
