/** What can stand in a tree: `parent` is the key of what is named above it, null where nothing is. */
export type TreeEntry = { readonly key: string; readonly parent: string | null };
export type TreeNode = { readonly key: string; readonly under: readonly TreeNode[] };

/**
 * Puts every entry once under the one that it names, in the given order. One that names nothing, something unknown, or by
 * a circle itself has no place under another and stands at the top: a fault of the source hides nothing.
 */
export function treeOf(entries: readonly TreeEntry[]): readonly TreeNode[] {
  const parents = new Map(entries.map(({ key, parent }) => [key, parent]));
  const placeOf = ({ key, parent }: TreeEntry) =>
    parent !== null && parents.has(parent) && !leadsBack(key, parents) ? parent : null;
  const byPlace = Map.groupBy(entries, placeOf);
  const nodesAt = (place: string | null): readonly TreeNode[] =>
    (byPlace.get(place) ?? []).map(({ key }) => ({ key, under: nodesAt(key) }));
  return nodesAt(null);
}

function leadsBack(key: string, parents: ReadonlyMap<string, string | null>): boolean {
  const passed = new Set<string>();
  for (let above = parents.get(key) ?? null; above !== null; above = parents.get(above) ?? null) {
    if (above === key) return true;
    if (passed.has(above)) return false;
    passed.add(above);
  }
  return false;
}
