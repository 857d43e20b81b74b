/**
 * Nearness to confirmed cases: a walk that begins at one of them, goes on along trade or shared directors, and each time begins anew
 * with some probability (personalised PageRank). A fixed number of rounds, so that it is the same everywhere and always ends.
 */
export type Links = {
  readonly one: ArrayLike<number>;
  readonly other: ArrayLike<number>;
  /** How strong; above zero. */
  readonly strength: ArrayLike<number>;
};

/**
 * Of each trader the share of the walk that is there, without what begins there. `goesOn`: the probability that it does not begin anew.
 * All zeros where nobody is confirmed.
 */
export function propagate(
  traders: number,
  { one, other, strength }: Links,
  confirmed: Iterable<number>,
  { rounds = 8, goesOn = 0.5 }: { readonly rounds?: number; readonly goesOn?: number } = {},
): Float64Array {
  const seeds = [...new Set(confirmed)];
  const begins = new Float64Array(traders);
  for (const seed of seeds) begins[seed] = (1 - goesOn) / seeds.length;
  const total = new Float64Array(traders);
  for (let link = 0; link < one.length; link++)
    for (const end of [one[link] as number, other[link] as number])
      total[end] = (total[end] as number) + (strength[link] as number);
  let there = begins.slice();
  for (let round = 0; round < rounds; round++) {
    const next = begins.slice();
    for (let link = 0; link < one.length; link++) {
      const [from, to] = [one[link] as number, other[link] as number];
      const part = goesOn * (strength[link] as number);
      next[to] = (next[to] as number) + (part * (there[from] as number)) / (total[from] as number);
      next[from] = (next[from] as number) + (part * (there[to] as number)) / (total[to] as number);
    }
    there = next;
  }
  return there.map((share, trader) => share - (begins[trader] as number));
}
