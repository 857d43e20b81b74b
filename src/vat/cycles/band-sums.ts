/** Sums over a band of places, each of which has two numbers, in as many steps as the places have binary digits (a segment tree). */
export type BandSums = {
  readonly add: (place: number, one: number, other: number) => void;
  /** Of places `low` up to, not with, `high`: both sums. Adds only, so that it is zero where all of them are. */
  readonly sum: (low: number, high: number) => readonly [number, number];
  /** Forgets what was added at a place; to be done for all of them before anything is asked again. */
  readonly clear: (place: number) => void;
};

export function bandSums(places: number): BandSums {
  const tree = new Float64Array(4 * places);
  const both: [number, number] = [0, 0];
  return {
    add: (place, one, other) => {
      for (let node = place + places; node > 0; node >>>= 1) {
        tree[2 * node] = (tree[2 * node] as number) + one;
        tree[2 * node + 1] = (tree[2 * node + 1] as number) + other;
      }
    },
    sum: (low, high) => {
      let [left, right] = [low + places, high + places];
      both[0] = 0;
      both[1] = 0;
      for (; left < right; left >>>= 1, right >>>= 1) {
        if (left & 1) take(left++);
        if (right & 1) take(--right);
      }
      return both;
    },
    clear: (place) => {
      for (let node = place + places; node > 0; node >>>= 1) tree.fill(0, 2 * node, 2 * node + 2);
    },
  };

  function take(node: number): void {
    both[0] += tree[2 * node] as number;
    both[1] += tree[2 * node + 1] as number;
  }
}
