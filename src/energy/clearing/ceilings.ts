/** What is decided of a block in a part of all selections. */
export const [open, out, into] = [0, 1, 2] as const;

/** No selection that prices support and that has all of these blocks costs more than this. */
export type Ceiling = { readonly blocks: readonly number[]; readonly cost: number };

/** The lowest ceiling over a selection that has the blocks for which `isIn` says so. */
export function ceilingOver(ceilings: readonly Ceiling[], isIn: (block: number) => boolean): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const { blocks, cost } of ceilings) if (cost < lowest && blocks.every(isIn)) lowest = cost;
  return lowest;
}

/**
 * Leaves out each open block with which a ceiling would come down below `floor`, where none that is wanted costs less than that. False: one
 * is down there already, and there is nothing to look for.
 */
export function leaveOut(ceilings: readonly Ceiling[], decided: Uint8Array, floor: number): boolean {
  for (const { blocks, cost } of ceilings) {
    if (cost >= floor) continue;
    const missing = onlyMissing(blocks, decided);
    if (missing === 'none') return false;
    // No other ceiling comes lower by that: a block that is left out is in none.
    if (missing !== 'more' && decided[missing] === open) decided[missing] = out;
  }
  return true;
}

/** The one block that is not in. */
function onlyMissing(blocks: readonly number[], decided: Uint8Array): number | 'none' | 'more' {
  let found: number | 'none' = 'none';
  for (const block of blocks) {
    if (decided[block] === into) continue;
    if (found !== 'none') return 'more';
    found = block;
  }
  return found;
}
