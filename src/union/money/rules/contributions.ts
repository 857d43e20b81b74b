import {
  type Money,
  parseMoney,
  parseShare,
  type Share,
  sharesSumToOne,
  splitByShares,
  sumShares,
} from '#kernel/money.ts';
import { type Problem, problem } from '#kernel/result.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { budgets, contributionKeys, derivedContributions } from '../model.ts';

type Placed = { readonly kind: Kind; readonly path: string; readonly body: RecordBody };

/** The shares of a key record: every key of it that is not a field of the layout and holds a number. */
export function sharesOf(key: RecordBody): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(key).flatMap(([name, value]) =>
      !(name in contributionKeys.schema.shape) && typeof value === 'number' ? [[name, value] as const] : [],
    ),
  );
}

/** Shares must sum to one, amounts must be amounts of their currency, computed contributions must re-add to the budget. */
export function checkMoney(records: readonly Placed[]): readonly Problem[] {
  const faults: Problem[] = [];
  for (const record of records.filter(({ kind }) => kind === contributionKeys)) {
    const shares = [...sharesOf(record.body)].map(([party, share]) =>
      parseShare(share, `${record.path}.${party}`),
    );
    faults.push(...shares.flatMap((share) => (share.ok ? [] : share.problems)));
    const parsed = shares.flatMap((share) => (share.ok ? [share.value] : []));
    if (parsed.length === shares.length && parsed.length > 0 && !sharesSumToOne(parsed))
      faults.push(problem('shares_not_one', record.path, { sum: sumShares(parsed) }));
  }
  for (const record of records.filter(({ kind }) => kind === budgets))
    faults.push(...amountFaults(record.body.amount, record.body.currency, `${record.path}.amount`));
  for (const record of records.filter(({ kind }) => kind === derivedContributions))
    for (const [party, amount] of Object.entries((record.body.amounts ?? {}) as Record<string, unknown>))
      faults.push(...amountFaults(amount, record.body.currency, `${record.path}.amounts.${party}`));
  return faults;
}

function amountFaults(amount: unknown, currency: unknown, path: string): readonly Problem[] {
  if (typeof amount !== 'number' || typeof currency !== 'string') return [];
  const parsed = parseMoney(amount, currency, path);
  return parsed.ok ? [] : parsed.problems;
}

export type Contribution = { readonly party: string; readonly share: number; readonly amount: Money };

/** What each party pays of a budget under a key, to the cent: the parts re-add to the whole. */
export function contributionsOf(total: Money, key: RecordBody): readonly Contribution[] {
  const numbers = sharesOf(key);
  const shares = new Map<string, Share>();
  for (const [party, share] of numbers) {
    const parsed = parseShare(share);
    if (parsed.ok) shares.set(party, parsed.value);
  }
  return [...splitByShares(total, shares)].map(([party, amount]) => ({
    party,
    share: numbers.get(party) ?? 0,
    amount,
  }));
}
