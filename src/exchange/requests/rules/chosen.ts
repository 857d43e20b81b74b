import type { Asked } from '../store.ts';

/** By what a list of questions is narrowed; `other`: the party on the other side. Null: not by that. */
export type Chosen = {
  readonly outcome: string | null;
  readonly direction: string | null;
  readonly other: string | null;
};
export const choiceKeys = ['outcome', 'direction', 'other'] as const satisfies readonly (keyof Chosen)[];
export type ChoiceKey = (typeof choiceKeys)[number];

/** How many questions have the same three. */
export type Counted = {
  readonly outcome: Asked['outcome'];
  readonly direction: Asked['direction'];
  readonly other: string;
  readonly count: number;
};

const fits = (one: Counted, chosen: Chosen, besides?: ChoiceKey) =>
  choiceKeys.every((key) => key === besides || chosen[key] === null || chosen[key] === one[key]);

/** How many were chosen. */
export function totalOf(counted: readonly Counted[], chosen: Chosen): number {
  return counted.filter((one) => fits(one, chosen)).reduce((sum, { count }) => sum + count, 0);
}

/**
 * The values of one filter, each with how many questions it would leave beside the other filters. One that was chosen stays also
 * where it leaves none, so that it can be taken away.
 */
export function valuesOf(
  counted: readonly Counted[],
  chosen: Chosen,
  key: ChoiceKey,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const one of counted)
    if (fits(one, chosen, key)) counts.set(one[key], (counts.get(one[key]) ?? 0) + one.count);
  const mine = chosen[key];
  if (mine !== null && !counts.has(mine)) counts.set(mine, 0);
  return [...counts].map(([value, count]) => ({ value, count }));
}
