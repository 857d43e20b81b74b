import type { EdgeColumns, TemporalGraph } from './graph.ts';
import { firstAfter } from './way-home.ts';

/**
 * Who can be in a cycle with one of these edges of the graph, as 1 at his vertex: whoever is within reach of one that has a way home, by as
 * many edges as a cycle may have, within its window before and after. Some of them are in none. Null where that was not known by the end of
 * the budget, in edges that are looked at: then anybody can.
 */
export function onTheWay(
  graph: TemporalGraph,
  { src, dst, time }: Pick<EdgeColumns, 'src' | 'dst' | 'time'>,
  { window, maxLength }: { readonly window: number; readonly maxLength: number },
  budget: number,
): Uint8Array | null {
  const { vertices, outStart, out, intoStart, into } = graph;
  const marks = new Uint8Array(vertices);
  const [ahead, behind] = [new Int32Array(vertices).fill(-1), new Int32Array(vertices).fill(-1)];
  const forward = Math.floor((maxLength - 1) / 2);
  let visits = 0;
  for (const edge of src.keys()) {
    const [from, to, at] = [src[edge] as number, dst[edge] as number, time[edge] as number];
    if (from === to) continue;
    const [since, until] = [at - window, at + window];
    const after = reach(outStart, out, to, { seen: ahead, edge, hops: forward, since, until });
    const before = reach(intoStart, into, from, {
      ...{ seen: behind, edge, hops: maxLength - 1 - forward, since, until },
    });
    if (visits > budget) return null;
    if (!after.some((vertex) => behind[vertex] === edge)) continue;
    for (const vertex of after) marks[vertex] = 1;
    for (const vertex of before) marks[vertex] = 1;
  }
  return marks;

  /** Vertices within some hops of one, itself included. */
  function reach(
    start: Uint32Array,
    edges: Int32Array,
    first: number,
    {
      seen,
      edge,
      hops,
      since,
      until,
    }: {
      readonly seen: Int32Array;
      readonly edge: number;
      readonly hops: number;
      readonly since: number;
      readonly until: number;
    },
  ): readonly number[] {
    const reached = [first];
    seen[first] = edge;
    let next = 0;
    for (let hop = 0; hop < hops && visits <= budget; hop++) {
      const end = reached.length;
      for (; next < end; next++) {
        const vertex = reached[next] as number;
        const last = start[vertex + 1] as number;
        let place = firstAfter(edges, start[vertex] as number, last, since - 1);
        for (; place < last && (edges[2 * place + 1] as number) <= until; place++) {
          visits++;
          const other = edges[2 * place] as number;
          if (seen[other] === edge) continue;
          seen[other] = edge;
          reached.push(other);
        }
      }
    }
    return reached;
  }
}
