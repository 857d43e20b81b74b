import { type Declared, type Entry, type Obstacle, obstacles, type Paid, reportedAbove } from '../model.ts';

type Sum = {
  payments: number;
  refunds: number;
  euros: number;
  refunded: number;
  hasEuros: boolean;
  isNumber: boolean;
  others: Map<string, { count: number; amount: number }>;
};

/**
 * Holds what payees were paid from a state against what they declared for consumers there, in one quarter. Refunds are taken off; other currencies stand
 * beside and are added to nothing. A payee with no more payments, refunds not counted, than providers must report has been seen in part at most, and one of which we know no return
 * declared an unknown amount, not nothing. The largest difference comes first, then those of which there is none to tell; the order of what is given does
 * not matter.
 */
export function comparePayments(declared: readonly Declared[], paid: readonly Paid[]): readonly Entry[] {
  const sums = new Map<string, Map<string, Sum>>();
  const counts = new Map<string, number>();
  for (const one of paid) {
    counts.set(one.payee, (counts.get(one.payee) ?? 0) + one.payments);
    const byState = sums.get(one.payee) ?? new Map<string, Sum>();
    sums.set(one.payee, byState);
    const sum = byState.get(one.payerState) ?? emptySum(one.isNumber);
    byState.set(one.payerState, sum);
    sum.payments += one.payments;
    sum.refunds += one.refunds;
    if (one.currency === 'EUR') {
      sum.euros += one.paid - one.refunded;
      sum.refunded += one.refunded;
      sum.hasEuros = true;
    } else {
      const other = sum.others.get(one.currency) ?? { count: 0, amount: 0 };
      other.count += one.payments + one.refunds;
      other.amount += one.paid - one.refunded;
      sum.others.set(one.currency, other);
    }
  }
  const returns = new Map<string, Map<string, Declared>>();
  for (const one of declared) {
    const byState = returns.get(one.person) ?? new Map<string, Declared>();
    returns.set(one.person, byState);
    const before = byState.get(one.consumption);
    byState.set(
      one.consumption,
      before === undefined
        ? one
        : {
            ...one,
            base: before.base + one.base,
            vat: before.vat + one.vat,
            lines: before.lines + one.lines,
          },
    );
  }
  const entries: Entry[] = [];
  for (const [payee, byState] of sums)
    for (const [state, sum] of byState)
      entries.push(
        entryOf(payee, state, sum, returns.get(payee)?.get(state) ?? null, counts.get(payee) ?? 0),
      );
  for (const [person, byState] of returns)
    for (const [state, one] of byState)
      if (sums.get(person)?.has(state) !== true) entries.push(entryOf(person, state, null, one, 0));
  return entries.toSorted(bySize);
}

const emptySum = (isNumber: boolean): Sum => ({
  ...{ payments: 0, refunds: 0, euros: 0, refunded: 0, hasEuros: false, isNumber },
  others: new Map(),
});

function entryOf(
  payee: string,
  consumption: string,
  sum: Sum | null,
  declared: Declared | null,
  /** Payments to the payee in the quarter, from all states. */
  count: number,
): Entry {
  const inflow = sum?.hasEuros === true ? sum.euros : null;
  const gross = declared === null ? null : declared.base + declared.vat;
  const others = [...(sum?.others ?? [])]
    .map(([currency, { count: seen, amount }]) => ({ currency, count: seen, amount }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
  const isThere: Readonly<Record<Obstacle, boolean>> = {
    no_return: declared === null,
    no_payments: sum === null,
    not_identified: sum !== null && !sum.isNumber,
    below_threshold: sum !== null && count <= reportedAbove,
    other_currency: others.length > 0,
    declared_nothing: gross !== null && gross <= 0,
  };
  const found = obstacles.filter((one) => isThere[one]);
  return {
    ...{ payee, consumption, inflow },
    ...{ payments: sum?.payments ?? 0, refunds: sum?.refunds ?? 0, refunded: sum?.refunded ?? 0, others },
    declared: declared === null ? null : { base: declared.base, vat: declared.vat, lines: declared.lines },
    difference: inflow === null || gross === null ? null : inflow - gross,
    ratio: found.length > 0 || inflow === null || gross === null ? null : inflow / gross,
    obstacles: found,
  };
}

function bySize(a: Entry, b: Entry): number {
  const size = ({ difference }: Entry) => (difference === null ? -1 : Math.abs(difference));
  return (
    size(b) - size(a) ||
    (b.inflow ?? -1) - (a.inflow ?? -1) ||
    (a.payee < b.payee ? -1 : a.payee > b.payee ? 1 : 0) ||
    (a.consumption < b.consumption ? -1 : 1)
  );
}
