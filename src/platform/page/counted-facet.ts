import type { PageContext } from '#platform/module.ts';
import type { Facet } from './list.tsx';

/**
 * A filter of a list that is at hand whole: each value with how many entries have it, in the order in which they come. One
 * that was chosen stays also when no entry has it, so that the reader sees what empties the list and can take it away.
 */
export function countedFacet(
  { query }: Pick<PageContext, 'query'>,
  { key, label }: Pick<Facet, 'key' | 'label'>,
  values: readonly string[],
  { labelOf, hrefOf }: { labelOf(value: string): string | undefined; hrefOf(value: string | null): string },
): Facet {
  const chosen = query.get(key);
  const counts = new Map(
    [...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length]),
  );
  if (chosen !== null && !counts.has(chosen)) counts.set(chosen, 0);
  return {
    key,
    label,
    values: [...counts].map(([value, count]) => ({
      value,
      label: labelOf(value) ?? value,
      count,
      active: value === chosen,
      href: hrefOf(value === chosen ? null : value),
    })),
  };
}
