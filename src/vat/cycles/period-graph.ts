import { sharedArray } from './graph.ts';
import { orderBy } from './order.ts';

/** A graph of totals: each supply with the period in which it was made and its amount, in typed arrays over memory that workers share. */
export type PeriodGraph = {
  readonly vertices: number;
  readonly edges: number;
  /** Supplies of vertex `v` are `outStart[v]` up to, not with, `outStart[v + 1]`, in the order of their periods. */
  readonly outStart: Uint32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** First and last day of the period, or whatever unit is wanted, the same for all. */
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  /** Whole cents, above zero. */
  readonly cents: Float64Array;
  /** Numbers of the supplies that vertex `v` acquires are `into[intoStart[v]]` up to, not with, `into[intoStart[v + 1]]`. */
  readonly intoStart: Uint32Array;
  readonly into: Uint32Array;
};

export type PeriodColumns = {
  readonly src: Int32Array;
  readonly dst: Int32Array;
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  readonly cents: Float64Array;
};

/**
 * `together`: totals of the same two in the same period are one, so that whoever splits an amount over many invoices does not get out
 * of sight. What is not above zero, credit notes after all, and what one supplies to himself is left out. Throws where an end is no
 * vertex or a period ends before it begins.
 */
export function buildPeriodGraph(
  columns: PeriodColumns,
  vertices: number,
  { together }: { readonly together: boolean },
): PeriodGraph {
  const { src, dst, lo, hi, cents } = columns;
  for (let edge = 0; edge < src.length; edge++) {
    const [from, to] = [src[edge] as number, dst[edge] as number];
    if (!(from >= 0 && from < vertices && to >= 0 && to < vertices))
      throw new RangeError(`Edge ${edge} is from ${from} to ${to}, of ${vertices} vertices`);
    if ((hi[edge] as number) < (lo[edge] as number))
      throw new RangeError(`Edge ${edge} ends before it begins`);
  }
  const order = orderBy([src, lo, hi, dst], src.length);
  // Of each that is kept its first edge, and its sum.
  const first = new Uint32Array(src.length);
  const sums = new Float64Array(src.length);
  let kept = 0;
  const isSame = (one: number, other: number) =>
    src[one] === src[other] && dst[one] === dst[other] && lo[one] === lo[other] && hi[one] === hi[other];
  for (let at = 0; at < order.length; ) {
    const edge = order[at] as number;
    let sum = cents[edge] as number;
    at++;
    if (together)
      for (; at < order.length && isSame(edge, order[at] as number); at++)
        sum += cents[order[at] as number] as number;
    if (sum <= 0 || src[edge] === dst[edge]) continue;
    first[kept] = edge;
    sums[kept] = sum;
    kept++;
  }
  const graph = {
    vertices,
    edges: kept,
    outStart: sharedArray(Uint32Array, vertices + 1),
    from: sharedArray(Int32Array, kept),
    to: sharedArray(Int32Array, kept),
    lo: sharedArray(Int32Array, kept),
    hi: sharedArray(Int32Array, kept),
    cents: sharedArray(Float64Array, kept),
    intoStart: sharedArray(Uint32Array, vertices + 1),
    into: sharedArray(Uint32Array, kept),
  };
  for (let place = 0; place < kept; place++) {
    const edge = first[place] as number;
    graph.from[place] = src[edge] as number;
    graph.to[place] = dst[edge] as number;
    graph.lo[place] = lo[edge] as number;
    graph.hi[place] = hi[edge] as number;
    graph.cents[place] = sums[place] as number;
    count(graph.outStart, src[edge] as number);
    count(graph.intoStart, dst[edge] as number);
  }
  for (const start of [graph.outStart, graph.intoStart])
    for (let vertex = 0; vertex < vertices; vertex++)
      start[vertex + 1] = (start[vertex + 1] as number) + (start[vertex] as number);
  const next = graph.intoStart.slice();
  for (let place = 0; place < kept; place++) {
    const to = graph.to[place] as number;
    graph.into[next[to] as number] = place;
    next[to] = (next[to] as number) + 1;
  }
  return graph;
}

function count(starts: Uint32Array, vertex: number): void {
  starts[vertex + 1] = (starts[vertex + 1] as number) + 1;
}
