/** A work list month after month: who has the highest scores and was not on it before, as many as can be looked at. */
export type Ranked = {
  /** At whose end. */
  readonly month: number;
  readonly traders: Int32Array;
  /** In the same order; of equal ones the first by number. */
  readonly scores: Float64Array;
};
export type Alert = { readonly trader: number; readonly month: number };
/** With those who scored as high in that month and got no place because of him. */
export type ListAlert = Alert & { readonly with: readonly number[] };

/**
 * `known`: whether a trader is a case already at the end of a month, so that nobody need be told. `together`: with whom he is looked at in
 * a month; who is with somebody that is on the list, gets no place of his own.
 */
export function alertsOf(
  ranked: readonly Ranked[],
  perMonth: number,
  known: (trader: number, month: number) => boolean,
  together: (trader: number, month: number) => Iterable<number> = () => [],
): readonly ListAlert[] {
  const listed = new Map<number, Alert & { with: number[] }>();
  for (const { month, traders, scores } of ranked) {
    let left = perMonth;
    for (const row of orderOf(scores)) {
      if (left === 0) break;
      const trader = traders[row] as number;
      if (listed.has(trader) || known(trader, month)) continue;
      const other = [...together(trader, month)].find((one) => listed.has(one));
      if (other === undefined) {
        listed.set(trader, { trader, month, with: [] });
        left--;
      } else if (listed.get(other)?.month === month) listed.get(other)?.with.push(trader);
    }
  }
  return [...listed.values()];
}

/** Each trader once, by the highest score that he had while he was no case, with the first month of it; the highest first. */
export function pooled(
  ranked: readonly Ranked[],
  known: (trader: number, month: number) => boolean,
): readonly { readonly trader: number; readonly score: number; readonly month: number }[] {
  const best = new Map<number, { score: number; month: number }>();
  for (const { month, traders, scores } of ranked)
    for (const [row, trader] of traders.entries()) {
      if (known(trader, month)) continue;
      const score = scores[row] as number;
      if (score > (best.get(trader)?.score ?? Number.NEGATIVE_INFINITY)) best.set(trader, { score, month });
    }
  return [...best]
    .map(([trader, { score, month }]) => ({ trader, score, month }))
    .sort((one, other) => other.score - one.score || one.trader - other.trader);
}

/** Of each month the `count` highest who were no case, whether or not they were among them before. */
export function topOf(
  ranked: readonly Ranked[],
  count: number,
  known: (trader: number, month: number) => boolean,
): readonly Alert[] {
  return ranked.flatMap(({ month, traders, scores }) =>
    orderOf(scores)
      .map((row) => traders[row] as number)
      .filter((trader) => !known(trader, month))
      .slice(0, count)
      .map((trader) => ({ trader, month })),
  );
}

function orderOf(scores: Float64Array): number[] {
  return Array.from(scores.keys()).sort(
    (one, other) => (scores[other] as number) - (scores[one] as number) || one - other,
  );
}
