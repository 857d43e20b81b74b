import { type EdgeColumns, sharedArray, type TemporalGraph } from './graph.ts';
import { firstAfter } from './way-home.ts';

/**
 * A graph with edges more, such as those of one day: what stands already is copied in runs and not put in order again, since what
 * comes is nearly always later than what is there. Edges may be early all the same. Throws where an end is no vertex: `vertices` of
 * the longer graph, at least those of the old.
 */
export function extendGraph(graph: TemporalGraph, added: EdgeColumns, vertices: number): TemporalGraph {
  const { src, dst, time } = added;
  const kept: number[] = [];
  for (let edge = 0; edge < src.length; edge++) {
    const [from, to] = [src[edge] as number, dst[edge] as number];
    if (!(from >= 0 && from < vertices && to >= 0 && to < vertices))
      throw new RangeError(`Edge ${edge} is from ${from} to ${to}, of ${vertices} vertices`);
    if (from !== to) kept.push(edge);
  }
  const out = extended(graph.vertices, graph.outStart, graph.out, vertices, {
    kept,
    at: src,
    other: dst,
    time,
  });
  const into = extended(graph.vertices, graph.intoStart, graph.into, vertices, {
    kept,
    at: dst,
    other: src,
    time,
  });
  return {
    vertices,
    edges: graph.edges + kept.length,
    outStart: out.start,
    out: out.edges,
    intoStart: into.start,
    into: into.edges,
  };
}

/** A graph without the edges before a moment: at each vertex its first ones. */
export function dropBefore(graph: TemporalGraph, moment: number): TemporalGraph {
  const { vertices } = graph;
  const out = later(vertices, graph.outStart, graph.out, moment);
  const into = later(vertices, graph.intoStart, graph.into, moment);
  return {
    ...{ vertices, edges: out.edges.length / 2 },
    ...{ outStart: out.start, out: out.edges, intoStart: into.start, into: into.edges },
  };
}

function later(vertices: number, start: Uint32Array, edges: Int32Array, moment: number) {
  const starts = sharedArray(Uint32Array, vertices + 1);
  const firsts = new Uint32Array(vertices);
  for (let vertex = 0; vertex < vertices; vertex++) {
    const end = start[vertex + 1] as number;
    const first = firstAfter(edges, start[vertex] as number, end, moment - 1);
    firsts[vertex] = first;
    starts[vertex + 1] = (starts[vertex] as number) + end - first;
  }
  const kept = sharedArray(Int32Array, 2 * (starts[vertices] as number));
  for (let vertex = 0; vertex < vertices; vertex++) {
    const end = start[vertex + 1] as number;
    kept.set(edges.subarray(2 * (firsts[vertex] as number), 2 * end), 2 * (starts[vertex] as number));
  }
  return { start: starts, edges: kept };
}

function extended(
  before: number,
  start: Uint32Array,
  edges: Int32Array,
  vertices: number,
  {
    kept,
    at,
    other,
    time,
  }: {
    readonly kept: readonly number[];
    readonly at: Int32Array;
    readonly other: Int32Array;
    readonly time: Int32Array;
  },
): { readonly start: Uint32Array; readonly edges: Int32Array } {
  const order = kept.toSorted(
    (a, b) => (at[a] as number) - (at[b] as number) || (time[a] as number) - (time[b] as number) || a - b,
  );
  const longer = sharedArray(Int32Array, edges.length + 2 * kept.length);
  const starts = sharedArray(Uint32Array, vertices + 1);
  const last = start[before] as number;
  const startOf = (vertex: number) => (vertex < before ? (start[vertex] as number) : last);
  // `copied` edges of the old are in the new, and with them `place` in all.
  let [copied, place, done] = [0, 0, 0];
  const copyUntil = (edge: number) => {
    longer.set(edges.subarray(2 * copied, 2 * edge), 2 * place);
    place += edge - copied;
    copied = edge;
  };
  for (let next = 0; next < order.length; ) {
    const vertex = at[order[next] as number] as number;
    for (; done <= vertex; done++) starts[done] = startOf(done) + next;
    const until = startOf(vertex + 1);
    for (; next < order.length && at[order[next] as number] === vertex; next++) {
      const edge = order[next] as number;
      const moment = time[edge] as number;
      let later = until;
      while (later > Math.max(copied, startOf(vertex)) && (edges[2 * later - 1] as number) > moment) later--;
      copyUntil(Math.max(copied, later));
      longer[2 * place] = other[edge] as number;
      longer[2 * place + 1] = moment;
      place++;
    }
    copyUntil(until);
  }
  copyUntil(last);
  for (; done <= vertices; done++) starts[done] = startOf(done) + order.length;
  return { start: starts, edges: longer };
}
