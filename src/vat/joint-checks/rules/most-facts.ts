import { type Problem, problem } from '#kernel/result.ts';

/** More than people check together, and what one look holds against one another: of an item each sale meets each purchase. */
export const mostFacts = 5_000;
export const mostFactsOfItem = 200;

/**
 * What is against adding facts to those that count, at `path`: a check that would have too many of them, and each item that would. How many others
 * have said is theirs to know, so that only the most is told. Problems: `vat_check_facts_many`, `vat_check_item_facts_many`.
 */
export function againstMore(
  held: readonly { readonly item: string }[],
  added: readonly { readonly item: string }[],
  path: string,
): readonly Problem[] {
  const counts = new Map<string, number>();
  for (const { item } of [...held, ...added]) counts.set(item, (counts.get(item) ?? 0) + 1);
  const items = new Set(added.map(({ item }) => item));
  const full = [...items].filter((item) => (counts.get(item) ?? 0) > mostFactsOfItem);
  return [
    ...(added.length > 0 && held.length + added.length > mostFacts
      ? [problem('vat_check_facts_many', path, { most: mostFacts })]
      : []),
    ...full.map((item) => problem('vat_check_item_facts_many', path, { item, most: mostFactsOfItem })),
  ];
}
