/** Arcs as columns of one length; nodes are counted from 0. Whole numbers whose sum is below 2^53 stay exact. */
export type Arcs = {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly capacity: ArrayLike<number>;
};

/**
 * The most that can flow from `source` to `sink`, another node (Dinic 1970): paths of fewest arcs are filled until none is left, then
 * those of more. O(nodes² · arcs) at the worst; here nearly all paths have two to four arcs, and so few rounds are needed.
 */
export function maxFlow(nodes: number, { from, to, capacity }: Arcs, source: number, sink: number): number {
  const arcs = from.length;
  // Arc and way back are neighbours: the other of `arc` is `arc ^ 1`.
  const head = new Int32Array(2 * arcs);
  const left = new Float64Array(2 * arcs);
  const start = new Int32Array(nodes + 1);
  for (let arc = 0; arc < arcs; arc++)
    for (const end of [from[arc] as number, to[arc] as number])
      start[end + 1] = (start[end + 1] as number) + 1;
  for (let node = 0; node < nodes; node++)
    start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  const leaving = new Int32Array(2 * arcs);
  const fill = start.slice();
  const put = (node: number, arc: number) => {
    const place = fill[node] as number;
    leaving[place] = arc;
    fill[node] = place + 1;
  };
  for (let arc = 0; arc < arcs; arc++) {
    const [tail, end] = [from[arc] as number, to[arc] as number];
    head[2 * arc] = end;
    head[2 * arc + 1] = tail;
    left[2 * arc] = capacity[arc] as number;
    put(tail, 2 * arc);
    put(end, 2 * arc + 1);
  }
  const level = new Int32Array(nodes);
  const next = new Int32Array(nodes);
  const queue = new Int32Array(nodes);
  const way = new Int32Array(nodes);
  let flow = 0;
  while (levelNodes()) {
    next.set(start.subarray(0, nodes));
    for (let pushed = pushOne(); pushed > 0; pushed = pushOne()) flow += pushed;
  }
  return flow;

  /** Numbers nodes by their distance from the source; false where the sink is out of reach. */
  function levelNodes(): boolean {
    level.fill(-1);
    level[source] = 0;
    queue[0] = source;
    let known = 1;
    for (let place = 0; place < known; place++) {
      const node = queue[place] as number;
      for (let at = start[node] as number; at < (start[node + 1] as number); at++) {
        const arc = leaving[at] as number;
        const end = head[arc] as number;
        if ((left[arc] as number) <= 0 || level[end] !== -1) continue;
        level[end] = (level[node] as number) + 1;
        queue[known++] = end;
      }
    }
    return level[sink] !== -1;
  }

  /** Fills one path from level to level, and says by how much; 0 where none is left. */
  function pushOne(): number {
    let [node, depth] = [source, 0];
    while (node !== sink) {
      if (next[node] === start[node + 1]) {
        if (depth === 0) return 0;
        // A dead end: back, and past the arc that led here.
        const back = way[--depth] as number;
        node = head[back ^ 1] as number;
        next[node] = (next[node] as number) + 1;
        continue;
      }
      const arc = leaving[next[node] as number] as number;
      const end = head[arc] as number;
      if ((left[arc] as number) > 0 && level[end] === (level[node] as number) + 1) {
        way[depth++] = arc;
        node = end;
      } else next[node] = (next[node] as number) + 1;
    }
    let least = Number.POSITIVE_INFINITY;
    for (let place = 0; place < depth; place++) least = Math.min(least, left[way[place] as number] as number);
    for (let place = 0; place < depth; place++) {
      const arc = way[place] as number;
      left[arc] = (left[arc] as number) - least;
      left[arc ^ 1] = (left[arc ^ 1] as number) + least;
    }
    return least;
  }
}
