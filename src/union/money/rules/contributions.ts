import {
  type Money,
  parseMoney,
  parseShare,
  type Share,
  sharesSumToOne,
  splitByShares,
  sumShares,
} from '#kernel/money.ts';
import { fail, type Problem, problem } from '#kernel/result.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { parties } from '../../bodies/model.ts';
import { allocations, budgets, contributionKeys, derivedContributions, surpluses } from '../model.ts';

type Placed = {
  readonly kind: Kind;
  readonly id: string | null;
  readonly path: string;
  readonly body: RecordBody;
};

/** The shares of a key record: the keys of it that name a party. A share may be null: the source does not state it. */
export function sharesOf(key: RecordBody, parties: ReadonlySet<string>): ReadonlyMap<string, unknown> {
  const { shape } = contributionKeys.schema;
  return new Map(Object.entries(key).filter(([name]) => parties.has(name) && !Object.hasOwn(shape, name)));
}

/** Stated shares must be numbers that sum to one, and amounts must be amounts of their currency. */
export function checkMoney(records: readonly Placed[]): readonly Problem[] {
  const faults: Problem[] = [];
  const partyIds = new Set(records.flatMap(({ kind, id }) => (kind === parties && id !== null ? [id] : [])));
  for (const record of records.filter(({ kind }) => kind === contributionKeys)) {
    const stated = [...sharesOf(record.body, partyIds)].filter(([, share]) => share !== null);
    const shares = stated.map(([party, share]) =>
      typeof share === 'number'
        ? parseShare(share, `${record.path}.${party}`)
        : fail(problem('value_invalid', `${record.path}.${party}`, { received: String(share).slice(0, 80) })),
    );
    faults.push(...shares.flatMap((share) => (share.ok ? [] : share.problems)));
    const parsed = shares.flatMap((share) => (share.ok ? [share.value] : []));
    const isWhole = parsed.length === sharesOf(record.body, partyIds).size;
    if (isWhole && parsed.length > 0 && !sharesSumToOne(parsed))
      faults.push(problem('shares_not_one', record.path, { sum: sumShares(parsed) }));
  }
  for (const record of records.filter(({ kind }) => [budgets, allocations, surpluses].includes(kind)))
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

/**
 * What each party pays of a budget under a key, to the minor unit: the parts re-add to the whole. Null where the source
 * does not state every share.
 */
export function contributionsOf(
  total: Money,
  key: RecordBody,
  parties: ReadonlySet<string>,
): readonly Contribution[] | null {
  const numbers = new Map<string, number>();
  const shares = new Map<string, Share>();
  for (const [party, share] of sharesOf(key, parties)) {
    const parsed = typeof share === 'number' ? parseShare(share) : null;
    if (parsed?.ok !== true) return null;
    numbers.set(party, Number(share));
    shares.set(party, parsed.value);
  }
  if (!sharesSumToOne(shares.values())) return null;
  return [...splitByShares(total, shares)].map(([party, amount]) => ({
    party,
    share: numbers.get(party) ?? 0,
    amount,
  }));
}
